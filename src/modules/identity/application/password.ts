import { hash, verify } from '@node-rs/argon2';
import { randomToken } from './secrets';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const LONGEST = 128;
const SHORTEST = 12;

export function isUsablePassword(password: string): boolean {
  return password.length >= SHORTEST && password.length <= LONGEST;
}

/** argon2id, 19 MiB. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

let nobodysHash: Promise<string> | undefined;

/** Takes as long for an account that does not exist, so that time does not tell which do. */
export async function isPassword(given: string, kept: string | undefined): Promise<boolean> {
  nobodysHash ??= hashPassword(randomToken());
  const right = await verify(kept ?? (await nobodysHash), given.slice(0, LONGEST).normalize('NFC'));
  return right && kept !== undefined && given.length <= LONGEST;
}

import { hash, verify } from '@node-rs/argon2';
import { isCommonPassphrase } from './common-passphrases';
import { randomToken } from './secrets';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const LONGEST = 128;
const SHORTEST = 12;

export function isUsablePassword(password: string): boolean {
  return password.length >= SHORTEST && password.length <= LONGEST;
}

export type PassphraseFault = 'passphrase.short' | 'passphrase.long' | 'passphrase.common';

/** Why a person cannot choose this; undefined when it will do. `about`: names of the person. */
export function passphraseFault(
  passphrase: string,
  about: readonly string[],
): PassphraseFault | undefined {
  if (passphrase.length < SHORTEST) return 'passphrase.short';
  if (passphrase.length > LONGEST) return 'passphrase.long';
  return isCommonPassphrase(passphrase, about) ? 'passphrase.common' : undefined;
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

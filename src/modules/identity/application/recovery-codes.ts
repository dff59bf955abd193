import { randomInt } from 'node:crypto';
import { type Transaction } from '../../../platform/database/transaction';
import { replaceRecoveryCodes, useRecoveryCode } from '../persistence/recovery.store';
import { sha256 } from './secrets';

const COUNT = 8;
/** Crockford's base 32: no I, L, O or U, so that nothing is read as something else. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP = 6;

function newCode(): string {
  const group = (): string =>
    Array.from({ length: GROUP }, () => SIGNS[randomInt(SIGNS.length)] ?? '').join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** As typed by a person: small letters, blanks, an O for a zero. Undefined for no such code. */
function tidy(typed: string): string | undefined {
  const signs = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{24}$/.test(signs) ? signs : undefined;
}

function hashOf(signs: string): Buffer {
  return sha256(`recovery ${signs}`);
}

/**
 * Makes eight codes of 120 random bits for an account that has lost its app; those of before stop.
 *
 * @returns the codes, to show once: only their SHA-256 is kept.
 */
export async function makeRecoveryCodes(
  tx: Transaction,
  accountId: string,
): Promise<readonly string[]> {
  const codes = Array.from({ length: COUNT }, newCode);
  const hashes = codes.map((code) => hashOf(code.replaceAll('-', '')));
  await replaceRecoveryCodes(tx, accountId, hashes);
  return codes;
}

/** Uses a recovery code up. False for anything that is no code of this account, or was used. */
export async function spendRecoveryCode(
  tx: Transaction,
  accountId: string,
  typed: string,
): Promise<boolean> {
  const signs = tidy(typed);
  return signs !== undefined && (await useRecoveryCode(tx, accountId, hashOf(signs)));
}

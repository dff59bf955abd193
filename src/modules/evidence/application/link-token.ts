import { createHash, randomBytes } from 'node:crypto';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits, as 43 characters that fit in an address. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** What the database keeps of a token; null for what cannot be one. */
export function tokenHash(token: string): Buffer | null {
  return TOKEN.test(token) ? sha256(token) : null;
}

/**
 * The address of the confirmation: follows from the link and the form that was sent, so that the
 * same form sent twice leads to the same confirmation, and nothing of it needs to be kept.
 */
export function receiptToken(token: string, once: string): string {
  return createHash('sha256').update(`receipt ${token} ${once}`).digest('base64url');
}

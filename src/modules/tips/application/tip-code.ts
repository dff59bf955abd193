import { createHash } from 'node:crypto';

/** No vowels and nothing that looks alike: it can be copied by hand and read over the telephone. */
const ALPHABET = '23456789BCDFGHJKLMNPQRSTVWXZ';
const SIGNS = 20;
const GROUP = 5;
const WRITTEN = new RegExp(`^[${ALPHABET}]{${String(SIGNS)}}$`);
const ONCE = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** True for the key of a form that we gave out: 122 random bits. */
export function isFormKey(text: string): boolean {
  return ONCE.test(text);
}

/**
 * The code with which somebody comes back: 20 signs of 28, so 96 bits. It follows from the form (its
 * random key) and from everything in it: the same form sent twice gives the same code, and nothing of
 * it has to be kept.
 */
export function codeOf(formKey: string, said: string): string {
  let rest = BigInt(`0x${digest(`tip ${formKey} ${said}`).toString('hex')}`);
  const base = BigInt(ALPHABET.length);
  let signs = '';
  for (let at = 0; at < SIGNS; at += 1) {
    signs += ALPHABET.charAt(Number(rest % base));
    rest /= base;
  }
  return signs.match(new RegExp(`.{${String(GROUP)}}`, 'g'))?.join('-') ?? signs;
}

/** As it was shown, also when it was typed in small letters, with spaces or without dashes. */
export function readCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s.\u2010-\u2015-]/g, '');
  if (!WRITTEN.test(signs)) return null;
  return signs.match(new RegExp(`.{${String(GROUP)}}`, 'g'))?.join('-') ?? null;
}

/** What the database keeps of a code. */
export function codeHash(code: string): Buffer {
  return digest(`tip code ${code}`);
}

/** What the database keeps of the key of a message, so that it counts once. */
export function onceHash(formKey: string, body: string): Buffer {
  return digest(`tip message ${formKey} ${body}`);
}

import { badInput, type Problem } from './problem';

const MAX_DEPTH = 20;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

function fault(code: string, detail: string): Problem {
  return badInput({ in: 'body', location: '', code, detail });
}

function refuseText(text: string): void {
  if (text.includes('\u0000')) {
    throw fault('text.control_char', 'A text holds the character NUL. Leave it out.');
  }
  if (/\p{Surrogate}/u.test(text)) {
    throw fault('text.invalid_unicode', 'A text holds half a character (a lone surrogate).');
  }
}

function refuseNumber(literal: string): void {
  const value = Number(literal);
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    throw fault('number.range', `The number ${literal.slice(0, 40)} cannot be kept exactly.`);
  }
}

function enterKey(keys: Set<string>, key: string): void {
  if (FORBIDDEN_KEYS.has(key)) {
    throw fault('json.forbidden_key', `The name "${key}" may not be used in an object.`);
  }
  if (keys.has(key)) {
    const shown = key.slice(0, 60);
    throw fault('json.duplicate_key', `The name "${shown}" stands twice in one object.`);
  }
  keys.add(key);
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[{}[\],:]/g;

/** Where the reading of tokens is: the names of each open object (null: a list), innermost last. */
interface Reading {
  readonly open: (Set<string> | null)[];
  nameNext: boolean;
}

function open(reading: Reading, token: string): void {
  reading.open.push(token === '{' ? new Set() : null);
  reading.nameNext = token === '{';
  if (reading.open.length > MAX_DEPTH) {
    throw fault('json.depth', `Objects and lists may be nested ${String(MAX_DEPTH)} deep.`);
  }
}

function readText(reading: Reading, token: string): void {
  const text = JSON.parse(token) as string;
  refuseText(text);
  const names = reading.open.at(-1);
  if (reading.nameNext && names) enterKey(names, text);
  reading.nameNext = false;
}

function readMark(reading: Reading, token: string): void {
  if (token === '{' || token === '[') open(reading, token);
  else if (token === '}' || token === ']') reading.open.pop();
  else if (token === ',') reading.nameNext = reading.open.at(-1) !== null;
}

/** Reads what JSON.parse passes in silence. The text is JSON already, so tokens are enough. */
function refuseTraps(text: string): void {
  const reading: Reading = { open: [], nameNext: false };
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith('"')) readText(reading, token);
    else if (/[\d-]/.test(token.charAt(0))) refuseNumber(token);
    else readMark(reading, token);
  }
}

/**
 * Reads a JSON body strictly: UTF-8, no name twice in an object, no name that reaches a prototype,
 * no NUL or half character, no number that would change, nested at most 20 deep.
 *
 * @throws Problem 400 that says what is wrong.
 */
export function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fault('text.invalid_unicode', 'The body is not valid UTF-8.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fault('json.syntax', 'The body is not valid JSON.');
  }
  refuseTraps(text);
  return value;
}

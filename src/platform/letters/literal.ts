/** Everything that Markdown may give a meaning to (CommonMark 2.4). */
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
/** Line ends, tabs and other controls, and marks that turn the direction of reading around. */
const INVISIBLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const LONE_SURROGATE = /\p{Cs}/gu;

/** The text as one line: what a letter prints of it. */
export function oneLineOf(text: string): string {
  return text.normalize('NFC').replace(LONE_SURROGATE, '\ufffd').replace(INVISIBLE, ' ').trim();
}

/** The same text as Markdown that says exactly this and nothing else. */
export function literal(text: string): string {
  return oneLineOf(text).replace(PUNCTUATION, '\\$&');
}

/**
 * Data as a template may have them: every text made literal, at any depth.
 *
 * @throws Error for a number or a Date, which must be worded first.
 */
export function literalData(value: unknown, place = 'data'): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) {
    return value.map((item, index) => literalData(item, `${place}[${String(index)}]`));
  }
  if (typeof value === 'object' && !(value instanceof Date)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, literalData(item, `${place}.${key}`)]),
    );
  }
  throw new Error(`${place} is a ${typeof value}: a letter takes text, so word it first`);
}

/** A text of several paragraphs as a list of them, without empty ones. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\s*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** Small letters without accents, marks or double blanks. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const PREFIXES = new Set(
  'van de den der het t ter ten te in op aan bij uit tot la le du el al da dos des von zu'.split(
    ' ',
  ),
);

/**
 * The surname of a person without initials and prefixes: "J.P. van den Berg" and "Van den Berg, A."
 * give "berg". Of a double name the first part: "De Vries-Bakker" gives "vries", so that partners
 * are recognised. Null when there is none.
 */
export function surnameOf(name: string): string | null {
  const [before = '', after] = name.split(',');
  const whole = after === undefined ? name : before;
  const first = whole.split(/\s*[-–]\s*(?=\p{L})/u)[0] ?? whole;
  const words = foldName(first)
    .split(' ')
    .filter((word) => word.length > 1 && !PREFIXES.has(word));
  return words.at(-1) ?? null;
}

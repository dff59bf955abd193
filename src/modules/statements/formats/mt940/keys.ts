/** Keys between slashes in field 86, as ING, Rabobank, ABN AMRO and Knab write them. */
const SLASHED = [
  'TRTP',
  'TRCD',
  'IBAN',
  'BIC',
  'NAME',
  'ADDR',
  'CNTP',
  'ORDP',
  'BENM',
  'ULTD',
  'ULTC',
  'ULTB',
  'REMI',
  'EREF',
  'IREF',
  'PREF',
  'MARF',
  'CSID',
  'SVCL',
  'ISDT',
  'PURP',
  'RTRN',
  'NRTX',
  'EXCH',
  'OCMT',
  'CHGS',
  'SUM',
];
const SLASHES = new RegExp(`/(${SLASHED.join('|')})/`);

/** Keys with a colon, as ABN AMRO writes them when it does not use slashes, and Knab before 2016. */
const WORDS: Readonly<Record<string, string>> = {
  IBAN: 'IBAN',
  REK: 'IBAN',
  BIC: 'BIC',
  NAAM: 'NAME',
  OMSCHRIJVING: 'REMI',
  KENMERK: 'EREF',
  'BETALINGSKENM.': 'FORM',
  MACHTIGING: 'MARF',
  INCASSANT: 'CSID',
};
const COLONS =
  /(?:^|[\s/])(IBAN|REK|BIC|NAAM|OMSCHRIJVING|KENMERK|BETALINGSKENM\.|MACHTIGING|INCASSANT):/i;

export type Keys = ReadonlyMap<string, string>;

/** What stands under each key, the first time it occurs; '' holds what stands before any key. */
export function readKeys(text: string): Keys {
  if (SLASHES.test(text)) return collect(text.split(SLASHES), (key) => key);
  if (/^(SEPA|REK:)|\s(IBAN|NAAM):/i.test(text)) {
    return collect(text.split(COLONS), (key) => WORDS[key.toUpperCase()] ?? key);
  }
  return new Map([['', text]]);
}

function collect(parts: readonly string[], named: (key: string) => string): Keys {
  const keys = new Map([['', parts[0] ?? '']]);
  for (let at = 1; at < parts.length; at += 2) {
    const key = named(parts[at] ?? '');
    if (!keys.has(key)) keys.set(key, parts[at + 1] ?? '');
  }
  return keys;
}

/** Lines that were filled to the edge run on; a shorter one ended at a space or before a key. */
export function joinLines(lines: readonly string[]): string {
  const FULL = 62;
  let text = '';
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const gap = before !== undefined && before.length < FULL && !/^[/>\s]/.test(line);
    text += gap && !/[/\s]$/.test(before) ? ` ${line}` : line;
  }
  return text;
}

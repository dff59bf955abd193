import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Group, type Hit } from '../facts/hit';
import { type Part } from '../reading/part';

type Amount = Extract<Part, { kind: 'amount' }>;
type Days = Extract<Part, { kind: 'days' }>;

function amountWords({ from, until }: Amount, words: Words): string {
  if (from === null) return words.t('search.read.atMost', { amount: words.euro(until ?? '0') });
  if (until === null) return words.t('search.read.atLeast', { amount: words.euro(from) });
  if (from === until) return words.t('search.read.exactly', { amount: words.euro(from) });
  return words.t('search.read.between', { from: words.euro(from), until: words.euro(until) });
}

function dayWords({ from, until }: Days, words: Words): string {
  if (from === null)
    return words.t('search.read.untilDay', { day: until === null ? '' : words.day(until) });
  if (until === null) return words.t('search.read.fromDay', { day: words.day(from) });
  if (from === until) return words.t('search.read.onDay', { day: words.day(from) });
  return words.t('search.read.days', { from: words.day(from), until: words.day(until) });
}

function numberWords(kinds: readonly string[], words: Words): string {
  return kinds.map((kind) => words.t(`search.number.${kind}`)).join(', ');
}

function meaningOf(part: Part, words: Words): string {
  if (part.kind === 'amount') return amountWords(part, words);
  if (part.kind === 'days') return dayWords(part, words);
  if (part.kind === 'number') return numberWords(part.of, words);
  return words.t(`search.read.${part.kind}`);
}

/** One thing that was typed, and how it was understood. */
export interface Understood {
  readonly text: string;
  readonly meaning: string;
}

export function understood(part: Part, words: Words): Understood {
  return { text: part.text, meaning: meaningOf(part, words) };
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

function said(prefix: string, code: string | null, words: Words): string {
  const key = `${prefix}.${code ?? ''}`;
  return words.texts.has(key) ? words.t(key) : (code ?? '');
}

interface Told {
  readonly text: string;
  readonly note: string;
}

function nameOf({ name }: Hit, words: Words): string {
  return name ?? words.t('search.unnamed');
}

const TOLD: Readonly<Record<Group, (hit: Hit, words: Words) => Told>> = {
  donors: (hit, words) => ({
    text: nameOf(hit, words),
    note: joined(said('search.kind', hit.code, words), hit.place, hit.number),
  }),
  organisations: (hit, words) => ({
    text: nameOf(hit, words),
    note: joined(said('search.recipient', hit.code, words), hit.party),
  }),
  owners: (hit, words) => ({
    text: nameOf(hit, words),
    note: said('search.owner', hit.code, words),
  }),
  gifts: (hit, words) => ({
    text: words.t('search.gift', { donor: nameOf(hit, words), recipient: hit.party ?? '' }),
    note: joined(said('search.kind', hit.code, words), hit.number),
  }),
  notices: (hit, words) => ({
    text: hit.number ?? '',
    note: joined(hit.party, hit.name, said('search.timeliness', hit.code, words)),
  }),
  filings: (hit, words) => ({
    text: said('filings.kind', hit.code, words),
    note: joined(hit.party, hit.year === null ? null : String(hit.year), hit.number),
  }),
  findings: (hit, words) => ({
    text: words.t('search.finding', { rule: hit.code ?? '' }),
    note: joined(hit.party, hit.name, hit.year === null ? null : String(hit.year)),
  }),
  proposals: (hit) => ({
    text: hit.number ?? '',
    note: joined(hit.party, hit.name, hit.code),
  }),
  cases: (hit) => ({ text: hit.title ?? '', note: joined(hit.number, hit.party) }),
  letters: (hit, words) => ({
    text: hit.title ?? '',
    note: joined(hit.number, hit.party, said('letters.kind', hit.code, words)),
  }),
  publications: (hit, words) => ({
    text: hit.number ?? '',
    note: joined(nameOf(hit, words), hit.party),
  }),
};

function dayOf({ day, year }: Hit, words: Words): string {
  if (day !== null) return words.day(day);
  return year === null ? '' : String(year);
}

/** What was found, when, how much, and by what. */
export function hitRow(hit: Hit, words: Words): readonly Cell[] {
  const { text, note } = TOLD[hit.group](hit, words);
  return [
    { text: text === '' ? words.t('search.unnamed') : text, href: hit.href, note },
    dayOf(hit, words),
    hit.amountCents === null ? '' : words.euro(String(hit.amountCents)),
    hit.why.map((reason) => words.t(`search.why.${reason}`)).join(', '),
  ];
}

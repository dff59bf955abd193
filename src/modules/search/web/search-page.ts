import { yearOf, type PlainDate } from '../../../legal/kernel/plain-date';
import { formatCount } from '../../../platform/rendering/format';
import { type Cell, type Choice, type Paging } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Found, type FoundGroup } from '../application/search';
import { type Group } from '../facts/hit';
import { hitRow, understood } from './search-words';

/** What stands in the form. */
export interface SearchForm {
  readonly q: string;
  readonly group: Group | null;
  readonly year: string;
  readonly least: string;
}

export interface SearchView {
  readonly base: '/toezicht/zoeken' | '/zoeken';
  readonly form: SearchForm;
  readonly groups: readonly Group[];
  readonly today: PlainDate;
  readonly paging: Paging;
}

/** Of each group so many are shown, and so many at most are looked for to say how many there are. */
export const SHOWN = 5;
export const MOST_COUNTED = 50;
export const PAGE_SIZE = 25;

const FIRST_YEAR = 2013;
const EXAMPLES = {
  '/toezicht/zoeken': ['names', 'combined', 'amount', 'day', 'number'],
  '/zoeken': ['names', 'combined', 'amount', 'day', 'account'],
} as const;

/** The line that is searched for: what was typed with the choices beside it. */
export function lineOf({ q, year, least }: SearchForm): string {
  return [q, year, least === '' ? '' : `>=${least}`].filter((part) => part !== '').join(' ');
}

export function hrefOf(base: string, form: SearchForm, group: Group | null): string {
  const query = new URLSearchParams();
  const { q, year, least } = form;
  for (const [name, value] of Object.entries({ q, soort: group ?? '', jaar: year, vanaf: least }))
    if (value !== '') query.set(name, value);
  const text = query.toString();
  return text === '' ? base : `${base}?${text}`;
}

interface GroupView {
  readonly id: string;
  readonly heading: string;
  readonly count: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly partly: boolean;
  /** To all of them; '' when all are shown. */
  readonly more: string;
  readonly moreText: string;
}

function countOf(hits: number, words: Words): string {
  if (hits > MOST_COUNTED)
    return words.t('search.moreThan', { count: formatCount(MOST_COUNTED, words.language) });
  return formatCount(hits, words.language);
}

function groupView(found: FoundGroup, view: SearchView, words: Words): GroupView {
  const { group, hits, partly } = found;
  const shown = view.form.group === null ? SHOWN : PAGE_SIZE;
  const name = words.t(`search.group.${group}`);
  const hasMore = view.form.group === null && hits.length > shown;
  return {
    id: `found-${group}`,
    heading: name,
    count: view.form.group === null ? countOf(hits.length, words) : '',
    rows: hits.slice(0, shown).map((hit) => hitRow(hit, words)),
    partly,
    more: hasMore ? hrefOf(view.base, view.form, group) : '',
    moreText: words.t('search.all', { group: name.toLowerCase() }),
  };
}

function yearChoices(today: PlainDate): readonly Choice[] {
  const last = yearOf(today);
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, back) => String(last - back)).map(
    (year) => ({ value: year, label: year }),
  );
}

/** The search page: the box, how it was understood, and what was found in each group. */
export function searchPage(found: Found, view: SearchView, words: Words): object {
  const { form, base } = view;
  const examples = EXAMPLES[base].map((name) => {
    const text = words.t(`search.example.${name}`);
    return { text, href: hrefOf(base, { q: text, group: null, year: '', least: '' }, null) };
  });
  return {
    base,
    q: form.q,
    values: { soort: form.group ?? '', jaar: form.year, vanaf: form.least },
    groupChoices: view.groups.map((group) => ({
      value: group,
      label: words.t(`search.group.${group}`),
    })),
    years: yearChoices(view.today),
    asked: found.query.parts.length > 0,
    understood: found.query.parts
      .filter(({ kind }) => kind !== 'particle')
      .map((part) => understood(part, words)),
    accountForStaff: base === '/toezicht/zoeken' && found.query.accounts.length > 0,
    groups: found.groups.map((group) => groupView(group, view, words)),
    everything: form.group === null ? '' : hrefOf(base, form, null),
    examples,
    paging: view.paging,
  };
}

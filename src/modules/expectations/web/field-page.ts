import { formatCount } from '../../../platform/rendering/format';
import { type FilingKind } from '../../../legal/facts/filing';
import { type Cell, type Choice } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Standing, STANDINGS, type StoredExpected } from '../application/read-expected';
import {
  type Completeness,
  type Field,
  type FieldChoice,
  type GroupFilings,
} from '../application/read-field';
import { aboutWords, expectedBadge, nameIn, standingBadge, WORST_FIRST } from './expected-words';

const BASE = '/toezicht/overzichten';

/** The names in the address; Dutch, as every address. */
const IN_ADDRESS: Readonly<Record<Standing, string>> = {
  complete: 'compleet',
  nil: 'nihil',
  late: 'te-laat',
  incomplete: 'onvolledig',
  not_received: 'niet-ontvangen',
  not_due: 'nog-niet',
};
const GROUPS_IN_ADDRESS: Readonly<Record<Completeness, string>> = {
  complete: 'formeel-compleet',
  open: 'loopt-nog',
  incomplete: 'niet-compleet',
};

/** What is opened: filings with one standing, those to be published, or groups. */
export type Opened =
  | { readonly rows: 'filings'; readonly standing: Standing }
  | { readonly rows: 'publication' }
  | { readonly rows: 'groups'; readonly completeness: Completeness | null };

const PUBLICATION = 'openbaar-maken';

/** All groups, for an address that asks for nothing or for something that is not there. */
export function openedFrom(typed: unknown): Opened {
  const standing = STANDINGS.find((one) => IN_ADDRESS[one] === typed);
  if (standing !== undefined) return { rows: 'filings', standing };
  if (typed === PUBLICATION) return { rows: 'publication' };
  const found = (['complete', 'open', 'incomplete'] as const).find(
    (one) => GROUPS_IN_ADDRESS[one] === typed,
  );
  return { rows: 'groups', completeness: found ?? null };
}

export function choiceValue(choice: FieldChoice): string {
  return choice.over === 'year' ? String(choice.year) : choice.election;
}

function href(choice: FieldChoice, opened = ''): string {
  const query = new URLSearchParams({ over: choiceValue(choice) });
  if (opened !== '') query.set('stand', opened);
  return `${BASE}?${query.toString()}`;
}

function allFilings({ groups }: Field): readonly StoredExpected[] {
  return groups.flatMap(({ filings }) => filings);
}

/** Three to a row: organisations, what came in, what did not. */
const ROWS: readonly (readonly Standing[])[] = [
  ['complete', 'nil', 'late'],
  ['incomplete', 'not_received', 'not_due'],
];

interface Counted {
  readonly label: string;
  readonly value: string;
  readonly href: string;
  readonly note: string;
}

function groupFigures(field: Field, words: Words): readonly Counted[] {
  const { choice, groups } = field;
  const count = (number: number): string => formatCount(number, words.language);
  const all = count(groups.length);
  return (['complete', 'open', 'incomplete'] as const).map((completeness) => {
    const some = count(groups.filter((one) => one.completeness === completeness).length);
    return {
      label: words.t(`expectations.field.groups.${completeness}`),
      value: words.t('expectations.field.of', { some, all }),
      href: href(choice, GROUPS_IN_ADDRESS[completeness]),
      note: '',
    };
  });
}

function publicationFigure(field: Field, words: Words): readonly Counted[] {
  const due = allFilings(field).filter(({ publicationDueAt }) => publicationDueAt !== null).length;
  if (due === 0) return [];
  const label = words.t('expectations.field.toPublish');
  const note = words.t('expectations.field.toPublishNote');
  const value = formatCount(due, words.language);
  return [{ label, value, href: href(field.choice, PUBLICATION), note }];
}

function figures(field: Field, words: Words): readonly (readonly Counted[])[] {
  const filings = allFilings(field);
  const filed = (standing: Standing): Counted => ({
    label: words.t(`expectations.standing.${standing}`),
    value: formatCount(filings.filter((one) => one.standing === standing).length, words.language),
    href: href(field.choice, IN_ADDRESS[standing]),
    note: '',
  });
  return [
    [...groupFigures(field, words), ...publicationFigure(field, words)],
    ...ROWS.map((row) => row.map(filed)),
  ];
}

function kindCell(filings: readonly StoredExpected[], kind: FilingKind, words: Words): Cell {
  const own = filings.filter((filing) => filing.kind === kind);
  const worst = WORST_FIRST.find((standing) => own.some((one) => one.standing === standing));
  if (worst === undefined) return words.t('expectations.field.notOwed');
  const [only] = own;
  if (own.length === 1 && only !== undefined) return { badge: expectedBadge(only, words) };
  const badge = standingBadge(worst, words);
  const there = own.filter(({ receivedState }) => receivedState !== 'not_received').length;
  const note = words.t('expectations.field.received', {
    some: String(there),
    all: String(own.length),
  });
  return { badge, note };
}

const COMPLETENESS_BADGE = { complete: 'safe', open: 'neutral', incomplete: 'danger' } as const;

function groupRow(
  { group, filings, completeness }: GroupFilings,
  field: Field,
  words: Words,
): readonly Cell[] {
  const label = words.t(`expectations.completeness.${completeness}`);
  return [
    { text: group.name, href: `${BASE}/organisaties/${group.ref}` },
    { badge: { kind: COMPLETENESS_BADGE[completeness], label } },
    ...field.kinds.map((kind) => kindCell(filings, kind, words)),
  ];
}

/** [wat, wie dient in, uiterste dag, ontvangen, stand] */
export function filingRow(
  { group }: Pick<GroupFilings, 'group'>,
  expected: StoredExpected,
  words: Words,
): readonly Cell[] {
  return [
    {
      text: words.t(`expectations.kind.${expected.kind}`),
      href: `${BASE}/${expected.id}`,
      note: aboutWords(expected, words),
    },
    nameIn(group, expected.recipient),
    expected.kind === 'gift_regulation' ? '' : words.day(expected.lastDay),
    expected.filedOn === null ? '' : words.day(expected.filedOn),
    {
      badge: expectedBadge(expected, words),
      ...(expected.watched ? {} : { note: words.t('expectations.notJudged') }),
    },
  ];
}

/** The same row with the organisation after what it is about. */
function withGroup(
  [what = '', ...rest]: readonly Cell[],
  { group }: GroupFilings,
): readonly Cell[] {
  return [what, { text: group.name, href: `${BASE}/organisaties/${group.ref}` }, ...rest];
}

function isOpened(expected: StoredExpected, opened: Opened): boolean {
  if (opened.rows === 'filings') return expected.standing === opened.standing;
  return opened.rows === 'publication' && expected.publicationDueAt !== null;
}

function choices({ years, elections }: Field, words: Words): readonly Choice[] {
  return [
    ...elections.map(({ ref, name }) => ({ value: ref, label: name })),
    ...years.map((year) => ({
      value: String(year),
      label: words.t('expectations.field.year', { year: String(year) }),
    })),
  ];
}

function titleOf({ choice, elections }: Field, words: Words): string {
  if (choice.over === 'year')
    return words.t('expectations.field.titleYear', { year: String(choice.year) });
  const name = elections.find(({ ref }) => ref === choice.election)?.name ?? '';
  return words.t('expectations.field.titleElection', { name });
}

/** What the table below the figures shows. */
function openedTitle(opened: Opened, words: Words): string {
  if (opened.rows === 'filings')
    return words.t('expectations.field.filingsWith', {
      standing: words.t(`expectations.standing.${opened.standing}`),
    });
  if (opened.rows === 'publication') return words.t('expectations.field.toPublish');
  return opened.completeness === null
    ? words.t('expectations.field.allGroups')
    : words.t(`expectations.field.groups.${opened.completeness}`);
}

/** The data of pages/expectations/field.njk. */
export function fieldPage(field: Field, opened: Opened, words: Words): object {
  const { groups, choice } = field;
  const kinds = field.kinds.map((kind) => `expectations.kind.${kind}`);
  const shown = groups.filter(
    ({ completeness }) =>
      opened.rows === 'groups' &&
      (opened.completeness === null || opened.completeness === completeness),
  );
  return {
    over: choiceValue(choice),
    title: titleOf(field, words),
    choices: choices(field, words),
    figures: figures(field, words),
    opened: openedTitle(opened, words),
    showGroups: opened.rows === 'groups',
    everything: opened.rows === 'groups' && opened.completeness === null ? '' : href(choice),
    columns: ['expectations.group', 'expectations.field.complete', ...kinds].map((key) => ({
      label: words.t(key),
    })),
    groups: shown.map((one) => groupRow(one, field, words)),
    filings: groups.flatMap((one) =>
      one.filings
        .filter((expected) => isOpened(expected, opened))
        .map((expected) => withGroup(filingRow(one, expected, words), one)),
    ),
  };
}

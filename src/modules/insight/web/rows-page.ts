import { type Cell, type Paging } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type GiftRow } from '../application/read-rows';
import { type Choice } from '../facts/choice';
import { type AskedRows, dashboardHref } from './address';
import {
  countryName,
  donorName,
  kindName,
  monthWord,
  recipientName,
  sizeName,
  typeName,
} from './labels';

export interface RowsFacts {
  readonly asked: AskedRows;
  readonly choice: Choice;
  readonly partyName: string | null;
  readonly donor: { readonly name: string | null; readonly kind: string } | null;
  readonly rows: readonly GiftRow[];
  readonly paging: Paging;
  /** The same rows as a file. */
  readonly download: string;
}

function known<T>(value: T | undefined, nameOf: (value: T) => string): string | undefined {
  return value === undefined ? undefined : nameOf(value);
}

/** What the list is narrowed to, in words. */
function filterWords(
  { asked, choice, partyName, donor }: RowsFacts,
  words: Words,
): readonly string[] {
  const { filter } = asked;
  const said = (key: string, text: string | undefined): string[] =>
    text === undefined ? [] : [words.t(`insight.filter.${key}`, { value: text })];
  const place = filter.place === '' ? words.t('insight.place.unknown') : filter.place;
  return [
    ...said('year', String(choice.year)),
    ...said('party', partyName ?? undefined),
    ...said(
      'month',
      known(filter.month, (month) => monthWord(month, words)),
    ),
    ...said(
      'type',
      known(filter.type, (type) => typeName(type, words)),
    ),
    ...said(
      'form',
      known(filter.form, (form) => words.t(`insight.form.${form}`)),
    ),
    ...said(
      'size',
      known(filter.sizeClass, (size) => sizeName(size, words)),
    ),
    ...said(
      'country',
      known(filter.country, (code) => countryName(code, words)),
    ),
    ...said('place', place),
    ...said('donor', donor === null ? undefined : donorName(donor, words)),
    ...said(
      'donorKind',
      known(filter.donorKind, (kind) => kindName(kind, words)),
    ),
    ...said(
      'recipient',
      known(filter.recipientKind, (kind) => recipientName(kind, words)),
    ),
    ...said(
      'late',
      known(filter.late, (late) => words.t(`insight.late.${late}`)),
    ),
    ...(asked.source === 'all' ? [] : [words.t(`insight.source.${asked.source}`)]),
    ...(asked.without ? [words.t('insight.filter.without')] : []),
  ];
}

function stateOf(row: GiftRow, words: Words): Cell {
  if (row.annulled) return { badge: { kind: 'neutral', label: words.t('insight.row.annulled') } };
  if (row.line === 'rest') return { text: words.t('insight.row.rest') };
  if (row.firstFiledOn === null)
    return { text: words.t(row.source === 'list' ? 'insight.row.list' : 'insight.row.notFiled') };
  const late = row.enforcedLastDay !== null && row.firstFiledOn > row.enforcedLastDay;
  const byStatute = row.statutoryLastDay !== null && row.firstFiledOn > row.statutoryLastDay;
  return {
    text: words.day(row.firstFiledOn),
    ...(late ? { badge: { kind: 'danger', label: words.t('insight.row.late') } } : {}),
    ...(!late && byStatute
      ? { badge: { kind: 'warning', label: words.t('insight.row.lateByStatute') } }
      : {}),
  };
}

function rowCells(row: GiftRow, choice: Choice, words: Words): readonly Cell[] {
  const where = [
    row.residence,
    row.country === 'NL' ? null : countryName(row.country ?? '', words),
  ];
  return [
    {
      text: row.receivedOn === null ? words.t('insight.month.unknown') : words.day(row.receivedOn),
      note: typeName(row.type ?? '', words),
    },
    {
      text: donorName({ name: row.donor, kind: row.donorKind }, words),
      note: where.filter((part) => part !== null && part !== '').join(', '),
    },
    {
      text: row.party,
      href: dashboardHref({ ...choice, party: null }, {}, row.partySlug),
      ...(row.recipient === row.party ? {} : { note: row.recipient }),
    },
    stateOf(row, words),
    {
      text: words.euro(String(row.amountCents)),
      ...(row.returnedCents === 0
        ? {}
        : {
            note: words.t('insight.row.returned', {
              amount: words.euro(String(row.returnedCents)),
            }),
          }),
    },
  ];
}

/** What pages/insight/rows.njk takes. */
export function rowsPage(facts: RowsFacts, words: Words): object {
  const { choice, rows, paging, download } = facts;
  return {
    filters: filterWords(facts, words),
    back: dashboardHref(choice),
    download,
    rows: rows.map((row) => rowCells(row, choice, words)),
    paging,
  };
}

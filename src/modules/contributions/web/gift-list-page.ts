import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatCount } from '../../../platform/rendering/format';
import {
  type Cell,
  type Choice,
  type Figure,
  type Paging,
} from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type ListedContribution } from '../application/read-contributions';
import { type LedgerPage, type Standing } from '../application/read-ledger';
import { CONTRIBUTION_TYPES } from './contribution.bodies';
import { donorName, giftStatus, yearFigures } from './gift-words';
import { type ChosenFilter, isFiltered, TYPE_GROUPS } from './ledger-filter';

export interface LedgerView {
  readonly year: number;
  readonly today: PlainDate;
  readonly chosen: ChosenFilter;
  readonly paging: Paging;
  readonly canBook: boolean;
}

function amountCell(gift: ListedContribution, words: Words): Cell {
  const text = words.euro(gift.amountCents);
  if (gift.returnedCents === '0') return text;
  return {
    text,
    note: words.t('treasurer.list.returned', { amount: words.euro(gift.returnedCents) }),
  };
}

function giftRow(
  gift: ListedContribution,
  standing: Standing,
  today: PlainDate,
  words: Words,
): readonly Cell[] {
  const badge = giftStatus(gift, standing, today, words);
  return [
    { text: donorName(gift.donorName, gift.donorKind, words), href: `/giften/${gift.id}` },
    words.day(gift.receivedOn),
    gift.recipientName,
    words.t(`gifts.type.${gift.type}`),
    amountCell(gift, words),
    { badge },
  ];
}

function recipients({ group }: LedgerPage): readonly Choice[] {
  const names = new Map(group.members.map(({ recipient, name }) => [recipient, name]));
  return [...names].map(([value, label]) => ({ value, label }));
}

function pageTotal(rows: readonly ListedContribution[], words: Words): readonly Cell[] {
  const sum = rows.reduce((total, { amountCents }) => total + Number(amountCents), 0);
  return [words.t('treasurer.list.pageTotal'), '', '', '', words.euro(String(sum)), ''];
}

function types(words: Words): readonly Choice[] {
  const one = CONTRIBUTION_TYPES.map((value) => ({ value, label: words.t(`gifts.type.${value}`) }));
  const groups = Object.keys(TYPE_GROUPS).map((value) => ({
    value,
    label: words.t(`desk.list.group.${value}`),
  }));
  return [...groups, ...one];
}

function months(year: number, words: Words): readonly Choice[] {
  return Array.from({ length: 12 }, (_, index) => {
    const value = String(index + 1).padStart(2, '0');
    return { value, label: words.day(`${String(year)}-${value}-01`).split(' ')[1] ?? value };
  });
}

/** What the filters leave, so that it can be laid beside the figure one came from. */
function selection({ selection: found }: LedgerPage, words: Words): readonly Figure[] {
  return [
    { label: words.t('desk.list.count'), value: formatCount(found.count, words.language) },
    { label: words.t('desk.list.gross'), value: words.euro(found.grossCents) },
    {
      label: words.t('desk.list.net'),
      value: words.euro(found.netCents),
      note: words.t('treasurer.figure.allNote'),
    },
  ];
}

function ofDonor({ rows }: LedgerPage, { gever }: ChosenFilter, words: Words): string {
  const first = rows.find(({ donorId }) => donorId === gever);
  return first === undefined ? '' : donorName(first.donorName, first.donorKind, words);
}

/** The data of pages/contributions/list.njk. */
export function giftListPage(page: LedgerPage, view: LedgerView, words: Words): object {
  const current = Number(view.today.slice(0, 4));
  const years = [...new Set([current, view.year, ...page.years])].sort((a, b) => b - a);
  return {
    year: String(view.year),
    years: years.map((year) => ({
      label: String(year),
      href: `/giften?jaar=${String(year)}`,
      current: year === view.year,
    })),
    values: view.chosen,
    donor: view.chosen.gever === '' ? '' : ofDonor(page, view.chosen, words),
    recipients: recipients(page),
    types: types(words),
    months: months(view.year, words),
    filtered: isFiltered(view.chosen),
    figures: isFiltered(view.chosen) ? selection(page, words) : yearFigures(page.totals, words),
    rows: page.rows.map((gift) => giftRow(gift, page, view.today, words)),
    totals: page.rows.length > 1 ? pageTotal(page.rows, words) : null,
    paging: view.paging,
    canBook: view.canBook,
  };
}

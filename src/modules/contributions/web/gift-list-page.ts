import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Cell, type Choice, type Paging } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type ListedContribution } from '../application/read-contributions';
import { type LedgerPage, type Standing } from '../application/read-ledger';
import { donorName, giftStatus, yearFigures } from './gift-words';

export interface LedgerView {
  readonly year: number;
  readonly today: PlainDate;
  readonly search: { readonly zoek: string; readonly ontvanger: string };
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
    values: view.search,
    recipients: recipients(page),
    figures: yearFigures(page.totals, words),
    rows: page.rows.map((gift) => giftRow(gift, page, view.today, words)),
    totals: page.rows.length > 1 ? pageTotal(page.rows, words) : null,
    paging: view.paging,
    canBook: view.canBook,
  };
}

import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type SignalRow } from '../application/read-signals';
import { listHref } from './signal-list-page';

function donorCell(row: SignalRow, words: Words): Cell {
  const { donorId, donorName, donorKind } = row;
  if (donorId === null) return '';
  const kind = donorKind === 'organisation' ? null : donorKind;
  const nameless = kind === null ? words.t('signals.someDonor') : words.t(`donors.kind.${kind}`);
  return { text: donorName ?? nameless, href: listHref({ donorId, state: 'all' }) };
}

function whereFrom(row: SignalRow, words: Words): string {
  if (row.line === 'rest') return words.t('signals.row.rest');
  if (row.noticeNumber !== null) return words.t('signals.row.notice', { number: row.noticeNumber });
  return isListed(row) ? words.t('signals.row.ofList', { year: String(row.year ?? '') }) : '';
}

function markCell(row: SignalRow, judgedBefore: boolean, words: Words): Cell {
  if (row.gone) return { badge: { kind: 'neutral', label: words.t('signals.row.gone') } };
  if (judgedBefore && !row.judged)
    return { badge: { kind: 'warning', label: words.t('signals.row.new') } };
  return '';
}

function isListed({ giftKey, year }: SignalRow): boolean {
  return giftKey?.startsWith('list') === true && year !== null;
}

function dayCell(row: SignalRow, words: Words): Cell {
  const from = whereFrom(row, words);
  const inYear = String(row.year ?? '');
  return {
    text: row.day === null ? inYear : words.day(row.day),
    ...(isListed(row) ? { href: `/register/${inYear}` } : {}),
    ...(from === '' ? {} : { note: from }),
  };
}

function recipientCell({ recipientName, partyName }: SignalRow): Cell {
  const to = recipientName ?? partyName ?? '';
  return { text: to, ...(partyName === null || partyName === to ? {} : { note: partyName }) };
}

function amountCell({ amount, returned }: SignalRow, words: Words): Cell {
  const text = amount === null ? '' : words.euro(amount);
  if (returned === null || Number(returned) === 0) return text;
  return { text, note: words.t('signals.row.returned', { amount: words.euro(returned) }) };
}

/** Who, when, to whom, whether it is new, and how much. */
export function giftRow(row: SignalRow, judgedBefore: boolean, words: Words): readonly Cell[] {
  return [
    donorCell(row, words),
    dayCell(row, words),
    recipientCell(row),
    markCell(row, judgedBefore, words),
    amountCell(row, words),
  ];
}

/** Of whom, what ties, and whether it is new. */
export function tieRow(row: SignalRow, judgedBefore: boolean, words: Words): readonly Cell[] {
  return [
    donorCell(row, words),
    words.t(`signals.tie.${row.about ?? 'name'}`),
    row.label ?? '',
    markCell(row, judgedBefore, words),
    row.amount === null ? '' : words.euro(row.amount),
  ];
}

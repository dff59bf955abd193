import { addDays, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { decodeCursor, encodeCursor } from '../../../platform/http/keyset';
import { readDay } from '../../../platform/rendering/form-input';
import { formatDayInput, formatTime } from '../../../platform/rendering/format';
import { type Cell, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { contentOf, type PublicChange, readChangesOfDay } from '../../publication/public';
import { readDays } from '../application/read-days';
import { changeBadge, reasonWords } from './gift-history';
import { amountCell, donorName, giftHref, recipientCell, whenReceived } from './gift-words';

const ON_A_PAGE = 50;

function rowOf(change: PublicChange, words: Words): readonly Cell[] {
  const gift = contentOf(change);
  const reason = reasonWords(change.reason, words);
  const what: Cell = {
    badge: changeBadge(change.change, words),
    ...(reason === '' ? {} : { note: reason }),
  };
  const when = formatTime(change.changedAt, words.language);
  if (gift === null)
    return [when, what, words.t('site.changes.gone', { id: change.giftId }), '', ''];
  const link: Cell = {
    text: donorName(gift.donor, words),
    href: giftHref(change.giftId),
    note: whenReceived(gift, words),
  };
  return [when, what, link, recipientCell(gift), amountCell(gift, words)];
}

function after(cursor: string | null): number {
  if (cursor === null) return 0;
  return Number(decodeCursor(cursor, [(part) => Number.isSafeInteger(part)])[0]);
}

function hrefOf(day: PlainDate): string {
  return `/register/wijzigingen?dag=${day}`;
}

function headingOf(day: PlainDate, today: PlainDate, words: Words): string {
  const said = { day: words.longDay(day) };
  if (day === today) return words.t('site.changes.today', said);
  return words.t(day === addDays(today, -1) ? 'site.changes.yesterday' : 'site.changes.of', said);
}

export interface ChangesPage {
  readonly errors: readonly FormError[];
  readonly data: object;
}

/**
 * What changed on one day: yesterday, or the day somebody typed.
 *
 * @throws Problem 400 for a cursor that this page did not give.
 */
export async function changesPage(
  tx: Transaction,
  typed: { readonly day: string; readonly cursor: string | null },
  words: Words,
): Promise<ChangesPage> {
  const { today } = tx;
  const read = typed.day.trim() === '' ? addDays(today, -1) : readDay(typed.day);
  const errors =
    read === undefined
      ? [{ field: 'dag', message: words.t('site.changes.fault', { typed: typed.day }) }]
      : [];
  const day = read ?? addDays(today, -1);
  const place = { after: after(typed.cursor), limit: ON_A_PAGE + 1 };
  const found = await readChangesOfDay(tx, day, place);
  const rows = found.slice(0, ON_A_PAGE);
  const last = rows.at(-1);
  const data = {
    errors,
    typed: read === undefined ? typed.day : formatDayInput(read),
    heading: headingOf(day, today, words),
    rows: rows.map((change) => rowOf(change, words)),
    paging: {
      previous: '',
      next:
        found.length > ON_A_PAGE && last !== undefined
          ? `${hrefOf(day)}&na=${encodeCursor([last.number])}`
          : '',
    },
    days: (await readDays(tx))
      .filter((one) => one !== day)
      .map((one) => ({ text: headingOf(one, today, words), href: hrefOf(one) })),
  };
  return { errors, data };
}

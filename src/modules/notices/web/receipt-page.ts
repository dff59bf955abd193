import { daysBetween } from '../../../legal/kernel/plain-date';
import { dayInNetherlands, formatMoment } from '../../../platform/rendering/format';
import { type Cell, type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { dueWords, type StoredDuty } from '../../judgements/public';
import { centsOf, type FrozenNotice, readFrozen } from '../application/frozen-notice';
import { type NoticeReceipt, type StoredNotice } from '../application/read-notices';
import { daysInWords, donorWords, timelinessBadge } from './notice-words';

/** Who looks at the receipt, and where from. */
export interface ReceiptReader {
  /** Where the list of notices is: '/meldingen' or '/toezicht/meldingen'. */
  readonly base: string;
  readonly accountId: string;
  readonly name: string;
  /** True for the party that filed it, false for the overseer. */
  readonly ownParty: boolean;
  /** Right after filing. */
  readonly justFiled: boolean;
}

interface Verdict {
  readonly kind: 'ok' | 'warning';
  readonly title: string;
  readonly body: string;
}

function verdict(notice: StoredNotice, duty: StoredDuty | null, words: Words): Verdict {
  if (duty === null)
    return {
      kind: 'ok',
      title: words.t('notices.verdict.addition'),
      body: words.t('notices.verdict.additionBody'),
    };
  const filedOn = dayInNetherlands(notice.filedAt);
  const { due } = duty.content;
  const late = daysBetween(due.enforced.lastDay, filedOn);
  const key = `notices.verdict.${notice.timeliness}`;
  return {
    kind: notice.timeliness === 'in_time' ? 'ok' : 'warning',
    title: words.t(key),
    body: words.t(`${key}Body`, {
      filed: words.longDay(filedOn),
      enforced: words.longDay(due.enforced.lastDay),
      statutory: words.longDay(due.statutory.lastDay),
      days: daysInWords(Math.max(0, late), words),
    }),
  };
}

function donorFact({ donor }: FrozenNotice, words: Words): Fact {
  const { residence, tradeRegisterNumber } = donor;
  const name = donorWords(donor.name, donor.kind, words);
  return {
    label: words.t('gifts.donor'),
    value: residence === null || residence === '' ? name : `${name}, ${residence}`,
    note:
      tradeRegisterNumber === null
        ? words.t(`donors.kind.${donor.kind}`)
        : `${words.t('notices.tradeRegister')} ${tradeRegisterNumber}`,
  };
}

function facts(
  notice: StoredNotice,
  frozen: FrozenNotice,
  reader: ReceiptReader,
  words: Words,
): readonly Fact[] {
  const own = reader.ownParty && notice.filedBy === reader.accountId;
  return [
    {
      label: words.t('notices.filedAt'),
      value: formatMoment(notice.filedAt, words.language),
      ...(own ? { note: words.t('notices.receipt.by', { name: reader.name }) } : {}),
    },
    ...(reader.ownParty ? [] : [{ label: words.t('notices.party'), value: frozen.party }]),
    donorFact(frozen, words),
    { label: words.t('gifts.recipient'), value: frozen.recipient.name },
    {
      label: words.t('notices.totalOfYear', { year: String(notice.year) }),
      value: words.euro(notice.totalCents),
    },
  ];
}

function giftRow(gift: FrozenNotice['contributions'][number], words: Words): readonly Cell[] {
  const returned = centsOf(gift.returned);
  const amount = words.euro(centsOf(gift.amount));
  return [
    words.day(gift.receivedOn),
    words.t(`gifts.type.${gift.type}`),
    { badge: timelinessBadge(gift.timeliness, words) },
    returned === 0
      ? amount
      : { text: amount, note: words.t('notices.returned', { amount: words.euro(returned) }) },
  ];
}

function next(notice: StoredNotice, reader: ReceiptReader, words: Words): readonly string[] {
  if (!reader.ownParty) return [];
  const keys = ['seen', 'register', ...(notice.timeliness === 'late' ? ['late'] : [])];
  return keys.map((key) => words.t(`notices.receipt.next.${key}`));
}

/** The data of pages/notices/receipt.njk. */
export function receiptPage(
  { notice, duty }: NoticeReceipt,
  reader: ReceiptReader,
  words: Words,
): object {
  const { language, texts } = words;
  const { number, sha256 } = notice;
  const frozen = readFrozen(notice.content);
  const check = new URLSearchParams({ number, sha256 });
  return {
    base: reader.base,
    justFiled: reader.justFiled,
    number,
    verdict: verdict(notice, duty, words),
    facts: facts(notice, frozen, reader, words),
    gifts: frozen.contributions.map((gift) => giftRow(gift, words)),
    due: duty === null ? null : dueWords(duty.content.due, language, texts),
    sha256,
    downloads: [
      {
        text: words.t('notices.receipt.download', { file: `${number}.json` }),
        href: `${reader.base}/${notice.id}/bewijs.json`,
        note: words.t('notices.receipt.downloadNote'),
      },
    ],
    verifyUrl: `/ontvangstbewijs?${check.toString()}`,
    next: next(notice, reader, words),
  };
}

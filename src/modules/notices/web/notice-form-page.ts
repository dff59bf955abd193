import { type EuroCents, euroCents, sum } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Cell, type Fact, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type ListedContribution } from '../../contributions/public';
import { type DonorRecord } from '../../donors/public';
import { dueWords, missingWords, type StoredDuty } from '../../judgements/public';
import { type NoticeDesk } from '../application/notice-desk';
import { donorWords } from './notice-words';

/** How the form stands: what was ticked, what is wrong with it, and who looks. */
export interface NoticeForm {
  readonly year: number;
  readonly once: string;
  readonly truth: boolean;
  readonly mandate: boolean;
  readonly errors: readonly FormError[];
  /** Only the treasurer files; the others of the party may look. */
  readonly mayFile: boolean;
}

function place(donor: DonorRecord, words: Words): string {
  const parts = [donor.residence, donor.country === 'NL' ? null : donor.country];
  const known = parts.filter((part) => part !== null && part !== '').join(', ');
  return known === '' ? words.t('notices.new.unknown') : known;
}

function donorFacts(desk: NoticeDesk, mayFile: boolean, words: Words): readonly Fact[] {
  const { donor, recipient } = desk;
  const change = (about: string): Pick<Fact, 'action'> =>
    mayFile
      ? {
          action: {
            href: `/gevers/${donor.id}/wijzigen`,
            text: words.t('notices.new.change'),
            about: words.t(`notices.new.about.${about}`),
          },
        }
      : {};
  const number = donor.tradeRegisterNumber;
  return [
    {
      label: words.t('notices.new.name'),
      value: donorWords(donor.name, donor.kind, words),
      ...change('name'),
    },
    { label: words.t('notices.new.kind'), value: words.t(`donors.kind.${donor.kind}`) },
    {
      label: words.t('notices.new.address'),
      value: donor.address ?? words.t('notices.new.unknown'),
      ...change('address'),
    },
    {
      label: words.t('notices.new.residence'),
      value: place(donor, words),
      note: words.t('notices.new.public'),
      ...change('residence'),
    },
    ...(number === null ? [] : [{ label: words.t('notices.tradeRegister'), value: number }]),
    ...(donor.ubos.length === 0
      ? []
      : [
          {
            label: words.t('notices.new.owners'),
            value: donor.ubos.map(({ name }) => name).join(', '),
          },
        ]),
    { label: words.t('gifts.recipient'), value: recipient.name },
  ];
}

function netOf(gift: ListedContribution): EuroCents {
  return euroCents(Number(gift.amountCents) - Number(gift.returnedCents));
}

function giftRow(gift: ListedContribution, words: Words): readonly Cell[] {
  const returned = Number(gift.returnedCents);
  return [
    words.day(gift.receivedOn),
    words.t(`gifts.type.${gift.type}`),
    gift.description ?? '',
    returned === 0
      ? words.euro(gift.amountCents)
      : {
          text: words.euro(netOf(gift)),
          note: words.t('notices.returned', { amount: words.euro(gift.returnedCents) }),
        },
  ];
}

interface Warned {
  readonly title: string;
  readonly body: string;
}

function lateness(duty: StoredDuty | null, today: PlainDate, words: Words): Warned | null {
  if (duty === null)
    return { title: words.t('notices.new.again'), body: words.t('notices.new.againBody') };
  const days = {
    enforced: words.longDay(duty.enforcedLastDay),
    statutory: words.longDay(duty.statutoryLastDay),
  };
  if (today > duty.enforcedLastDay)
    return { title: words.t('notices.new.late'), body: words.t('notices.new.lateBody', days) };
  if (today <= duty.statutoryLastDay) return null;
  return {
    title: words.t('notices.new.lateByStatute'),
    body: words.t('notices.new.lateByStatuteBody', days),
  };
}

/** The data of pages/notices/new.njk. */
export function noticeFormPage(
  form: NoticeForm,
  desk: NoticeDesk,
  today: PlainDate,
  words: Words,
): object {
  const { language, texts } = words;
  const { donor, recipient, contributions, duty } = desk;
  const total = sum(contributions.map(netOf));
  return {
    action: '/meldingen',
    once: form.once,
    key: { gever: donor.id, ontvanger: recipient.recipient, jaar: String(form.year) },
    mayFile: form.mayFile,
    late: lateness(duty, today, words),
    due: duty === null ? null : dueWords(duty.content.due, language, texts),
    donor: donorFacts(desk, form.mayFile, words),
    gifts: contributions.map((gift) => giftRow(gift, words)),
    totals: [
      words.t('notices.totalOfYear', { year: String(form.year) }),
      '',
      '',
      words.euro(total),
    ],
    missing: missingWords(desk.missing, language, texts),
    values: { truth: form.truth, mandate: form.mandate },
    errors: form.errors,
  };
}

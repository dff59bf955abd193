import { type MailStatus } from '../../../platform/outbox/public';
import { dayInNetherlands, formatMoment } from '../../../platform/rendering/format';
import { type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type SentLetter } from '../application/letter';
import { type FullLetter } from '../application/read-letters';

/** What a page says of a letter beside the letter itself. */
export interface LetterAround {
  readonly corrects: SentLetter | null;
  readonly correctedBy: SentLetter | null;
  /** Null for a party, and for a letter that was not mailed. */
  readonly mail: MailStatus | null;
  readonly forStaff: boolean;
}

const MAIL_BADGE = { sent: 'safe', waiting: 'info', given_up: 'danger' } as const;

function mailFact(around: LetterAround, words: Words): readonly Fact[] {
  if (!around.forStaff) return [];
  const label = words.t('letters.mailed');
  const { mail } = around;
  if (mail === null) return [{ label, value: words.t('letters.mail.none') }];
  return [
    {
      label,
      badge: { kind: MAIL_BADGE[mail.state], label: words.t(`letters.mail.${mail.state}`) },
      ...(mail.at === null ? {} : { value: formatMoment(mail.at, words.language) }),
      ...(mail.state === 'given_up' ? { note: words.t('letters.mail.givenUpBody') } : {}),
    },
  ];
}

function relation(label: string, letter: SentLetter | null, words: Words): readonly Fact[] {
  if (letter === null) return [];
  const day = words.day(dayInNetherlands(letter.sentAt));
  return [{ label, value: `${letter.number}, ${day}`, href: `/brieven/${letter.id}` }];
}

/** The data of pages/letters/letter.njk. */
export function letterPage(letter: FullLetter, around: LetterAround, words: Words): object {
  const { t } = words;
  const { addressee } = letter;
  const { correctedBy } = around;
  return {
    number: letter.number,
    subject: letter.subject,
    corrected:
      correctedBy === null
        ? null
        : {
            body: t('letters.correctedBody', { number: correctedBy.number }),
            href: `/brieven/${correctedBy.id}`,
          },
    facts: [
      { label: t('letters.kind'), value: t(`letters.kind.${letter.kind}`) },
      { label: t('letters.sentAt'), value: formatMoment(letter.sentAt, words.language) },
      { label: t('letters.addressee'), value: [addressee.name, ...addressee.lines].join(', ') },
      { label: t('letters.reference'), value: letter.reference },
      ...mailFact(around, words),
      ...relation(t('letters.corrects'), around.corrects, words),
      ...relation(t('letters.correctedBy'), around.correctedBy, words),
    ],
    download: {
      href: `/brieven/${letter.id}.pdf`,
      text: t('letters.download', { file: `${letter.number}.pdf` }),
    },
    sha256: letter.sha256,
  };
}

import { type Words } from '../../../platform/rendering/words';
import { type RequestKind } from '../persistence/request.store';

export interface MailFacts {
  readonly kind: RequestKind;
  readonly party: string;
  readonly amountCents: string;
  readonly receivedOn: string;
  readonly inKind: boolean;
  /** The whole address of the link. */
  readonly address: string;
  readonly lastDay: string;
  readonly reminder: boolean;
}

/** The mail with the link: nothing in it that the donor does not know. */
export function requestMail(
  facts: MailFacts,
  words: Words,
): { readonly subject: string; readonly body: string } {
  const { t } = words;
  const gift = t(facts.inKind ? 'evidence.link.giftInKind' : 'evidence.link.gift', {
    amount: words.euro(facts.amountCents),
    day: words.day(facts.receivedOn),
    party: facts.party,
  });
  const lines = [
    t('evidence.mail.greeting'),
    ...(facts.reminder ? [t('evidence.mail.reminder')] : []),
    gift,
    t(`evidence.mail.why.${facts.kind}`, { party: facts.party }),
    `${t('evidence.mail.open')}\n${facts.address}`,
    t('evidence.mail.once', { day: words.day(facts.lastDay) }),
    t('evidence.mail.unexpected', { party: facts.party }),
  ];
  const subject = t(facts.reminder ? 'evidence.mail.subjectAgain' : 'evidence.mail.subject', {
    party: facts.party.slice(0, 100),
  });
  return { subject, body: `${lines.join('\n\n')}\n` };
}

import { yearOf } from '../../../legal/kernel/plain-date';
import { type PreCheck, type Verdict } from '../../../legal/rules/pre-check';
import { type Words } from '../../../platform/rendering/words';
import { dueWords, findingWords, missingWords } from '../../judgements/public';
import { type ContributionInput } from '../application/book-contribution';

const KINDS: Readonly<Record<Verdict, 'safe' | 'warning' | 'danger' | 'neutral'>> = {
  may_accept: 'safe',
  may_accept_with_duties: 'warning',
  may_accept_part: 'danger',
  may_not_accept: 'danger',
  cannot_decide: 'neutral',
};

function titleKey({ verdict, duty }: PreCheck): string {
  const notify = verdict === 'may_accept_with_duties' && duty !== null;
  return `treasurer.check.${notify ? 'may_accept_and_notify' : verdict}`;
}

function factsOf(answer: PreCheck, input: ContributionInput, words: Words): object[] {
  const year = String(yearOf(input.receivedOn));
  const { after } = answer.totals;
  const own = after.recipients.find(({ recipient }) => recipient === input.recipientId);
  const rows = [
    ...(own === undefined
      ? []
      : [{ label: words.t('treasurer.total.recipient', { year }), value: words.euro(own.net) }]),
    { label: words.t('treasurer.total.group', { year }), value: words.euro(after.group.net) },
  ];
  const { room } = answer;
  if (room.after === null) return rows;
  return [...rows, { label: words.t('treasurer.room'), value: words.euro(room.after) }];
}

/** The answer to "may I accept this?" as pages/contributions/pre-check.njk takes it. */
export function preCheckWords(answer: PreCheck, input: ContributionInput, words: Words): object {
  const { acceptable, duty, verdict } = answer;
  return {
    kind: KINDS[verdict],
    title: words.t(titleKey(answer)),
    body: words.t(`treasurer.check.${verdict}.body`, {
      amount: words.euro(input.amount),
      acceptable: acceptable === null ? '' : words.euro(acceptable),
    }),
    facts: factsOf(answer, input, words),
    findings: answer.reasons.map((found) => findingWords(found, words.language, words.texts)),
    missing: missingWords(answer.missingEvidence, words.language, words.texts),
    duty:
      duty === null
        ? null
        : {
            title: words.t('treasurer.check.duty'),
            body: words.t('treasurer.check.dutyBody', {
              total: words.euro(duty.totalAfter),
              year: String(yearOf(duty.receivedOn)),
            }),
            due: dueWords(duty.due, words.language, words.texts),
          },
  };
}

/** Said beside the form while what is typed cannot be judged: why not. */
export function notCheckedWords(messages: readonly string[], words: Words): object {
  return {
    kind: 'neutral',
    title: words.t('treasurer.check.unreadable'),
    body: '',
    facts: [],
    findings: [],
    missing: messages,
    duty: null,
  };
}

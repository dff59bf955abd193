import { type PreCheck } from '../../../legal/rules/pre-check';
import { formatCount } from '../../../platform/rendering/format';
import { type Badge } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { findingWords } from '../../judgements/public';
import { type ListedEntry } from '../application/propose-list';
import { type StoredEntry } from '../application/read-entries';
import { type Certainty, type Proposal, type Reason } from '../recognition/proposal';

/** Who is known by which name: donors that are proposed, and recipients of the group. */
export interface Names {
  readonly donors: ReadonlyMap<string, string | null>;
  readonly recipients: ReadonlyMap<string, string>;
}

export function entryName({ counterparty }: StoredEntry, words: Words): string {
  return counterparty.name ?? words.t('recognition.noName');
}

/** A sentence about a reason or caution: amounts and days are written in the reader's language. */
function sentence(prefix: string, { code, values }: Reason, words: Words): string {
  const { amount, on, name, ...rest } = values;
  return words.t(`${prefix}.${code}`, {
    ...rest,
    ...(name === undefined ? {} : { name: name === '' ? words.t('recognition.noName') : name }),
    ...(amount === undefined ? {} : { amount: amount === '' ? '' : words.euro(amount) }),
    ...(on === undefined ? {} : { on: words.day(on) }),
  });
}

export function reasonWords({ reasons }: Proposal, words: Words): readonly string[] {
  return [...new Set(reasons.map((one) => sentence('recognition.reason', one, words)))];
}

export function cautionWords({ cautions }: Proposal, words: Words): readonly string[] {
  return cautions.map((one) => sentence('recognition.caution', one, words));
}

const CERTAINTIES: Readonly<Record<Certainty, Badge['kind']>> = {
  certain: 'safe',
  likely: 'info',
  doubt: 'warning',
};

export function certaintyBadge({ certainty }: Proposal, words: Words): Badge {
  return { kind: CERTAINTIES[certainty], label: words.t(`recognition.certainty.${certainty}`) };
}

const ASKED_OF_A_PERSON = new Set(['batch', 'cash', 'loan', 'return_of_contribution']);

/** What one press would do, or what a person has to do first. */
export function actionWords({ action, kind }: Proposal, names: Names, words: Words): string {
  if (action === null) {
    const asked = ASKED_OF_A_PERSON.has(kind) ? kind : 'contribution';
    return words.t(`recognition.action.none.${asked}`);
  }
  if (action.do === 'set_aside')
    return words.t('recognition.action.set_aside', {
      reason: words.t(`recognition.aside.${action.reason}`),
    });
  if (action.do !== 'book') return words.t(`recognition.action.${action.do}`);
  return words.t('recognition.action.book', {
    type: words.t(`gifts.type.${action.type}`),
    donor: names.donors.get(action.donorId) ?? words.t('donors.kind.anonymous'),
    recipient: names.recipients.get(action.recipientId) ?? '',
  });
}

const VERDICTS: Readonly<Record<PreCheck['verdict'], Badge['kind']>> = {
  may_accept: 'safe',
  may_accept_with_duties: 'warning',
  may_accept_part: 'danger',
  may_not_accept: 'danger',
  cannot_decide: 'neutral',
};

export interface ConsequenceWords {
  readonly badge: Badge;
  readonly lines: readonly string[];
}

/** The answer of the pre-check in a few lines, for a list. */
export function consequenceWords(
  { consequence, proposed }: ListedEntry,
  words: Words,
): ConsequenceWords | null {
  if (consequence === null) return null;
  const { verdict, duty, reasons, room } = consequence;
  const found = reasons
    .map((finding) => findingWords(finding, words.language, words.texts))
    .map(({ title, article }) => `${title} (${article})`);
  const file =
    duty === null
      ? []
      : [
          words.t('recognition.consequence.duty', {
            enforced: words.longDay(duty.due.enforced.lastDay),
            statutory: words.longDay(duty.due.statutory.lastDay),
          }),
        ];
  const left =
    room.after === null
      ? []
      : [words.t('recognition.consequence.room', { room: words.euro(room.after) })];
  const unknown =
    (proposed?.proposal.donorId ?? null) === null
      ? [words.t('recognition.consequence.newDonor')]
      : [];
  return {
    badge: { kind: VERDICTS[verdict], label: words.t(`recognition.verdict.${verdict}`) },
    lines: [...new Set([...file, ...found]), ...left, ...unknown],
  };
}

export function countOf(count: number, words: Words): string {
  return formatCount(count, words.language);
}

/** 'recognition.done.title' with .one or .other. */
export function counted(key: string, count: number, words: Words): string {
  return words.t(`${key}.${count === 1 ? 'one' : 'other'}`, { count: countOf(count, words) });
}

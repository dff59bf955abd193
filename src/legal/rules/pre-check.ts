import { type Contribution, type DonorYear } from '../facts/contribution';
import { minus, ZERO, type EuroCents } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';
import { type Finding, type Judgement, type NoticeDuty } from './finding';
import { judgeDonorYear } from './judge';
import { membershipOn } from './receipts';
import { AS_IN_FORCE, type JudgementPolicy } from './rule';

export type Verdict =
  'may_accept' | 'may_accept_with_duties' | 'may_accept_part' | 'may_not_accept' | 'cannot_decide';

interface BeforeAndAfter<T> {
  readonly before: T;
  readonly after: T;
}

/** "May I accept this?": what would become of the donor-year if this gift came in. */
export interface PreCheck {
  readonly verdict: Verdict;
  /** How much may be kept; null when that cannot be decided. */
  readonly acceptable: EuroCents | null;
  /** Only what the intended gift causes or worsens. */
  readonly reasons: readonly Finding[];
  readonly room: BeforeAndAfter<EuroCents | null>;
  readonly totals: BeforeAndAfter<Judgement['totals']>;
  /** Particulars, declarations and documents that are asked for, each once. */
  readonly missingEvidence: readonly string[];
  /** The notice that the gift itself asks for, or the first that it causes for another gift. */
  readonly duty: NoticeDuty | null;
}

/**
 * Judges the donor-year with and without the intended gift, which is taken as booked last on its
 * day. Nothing is stored; the answer holds for these facts only.
 */
export function preCheck(
  facts: DonorYear,
  intended: Contribution,
  on: PlainDate,
  policy: JudgementPolicy = AS_IN_FORCE,
): PreCheck {
  const last = { ...intended, sequence: Number.MAX_SAFE_INTEGER };
  const before = judgeDonorYear(facts, on, policy);
  const after = judgeDonorYear(
    { ...facts, contributions: [...facts.contributions, last] },
    on,
    policy,
  );
  const reasons = after.findings.filter((found) => isCaused(found, before, intended));
  const duty = newDuty(before, after, intended);
  const inGroup = membershipOn(facts.group, intended.recipient, intended.receivedOn) !== null;
  const missingEvidence = [
    ...new Set(reasons.flatMap(({ missing }) => missing)),
    ...(inGroup ? [] : ['recipient_membership']),
  ];
  const toGo = mustGo(reasons);
  const answer = { reasons, duty, missingEvidence, undecided: !inGroup || hasUndecided(reasons) };
  return {
    ...verdictOn(intended.amount, toGo, answer),
    reasons,
    room: { before: before.room, after: after.room },
    totals: { before: before.totals, after: after.totals },
    missingEvidence,
    duty,
  };
}

function isCaused(found: Finding, before: Judgement, { ref }: Contribution): boolean {
  const concerned = found.contributions.some(({ contribution }) => contribution === ref);
  return concerned || before.findings.every(({ key }) => key !== found.key);
}

/**
 * What would have to go, on the ground that takes most. Grounds are not added up: what goes on one
 * cannot go on another. Where something was over already, nothing more can stay.
 */
function mustGo(reasons: readonly Finding[]): EuroCents {
  return reasons
    .filter(({ severity }) => severity === 'finding')
    .map(({ remedy }) => remedy?.open ?? ZERO)
    .reduce((most, amount) => (amount > most ? amount : most), ZERO);
}

function newDuty(before: Judgement, after: Judgement, { ref }: Contribution): NoticeDuty | null {
  const known = new Set(before.duties.map(({ contribution }) => contribution));
  const fresh = after.duties.filter(({ contribution }) => !known.has(contribution));
  return fresh.find(({ contribution }) => contribution === ref) ?? fresh[0] ?? null;
}

function hasUndecided(reasons: readonly Finding[]): boolean {
  return reasons.some(({ severity }) => severity === 'undecided');
}

/** A certain "no" goes before "cannot decide", and "cannot decide" before any kind of "yes" (D19). */
function verdictOn(
  amount: EuroCents,
  toGo: EuroCents,
  answer: Pick<PreCheck, 'reasons' | 'duty' | 'missingEvidence'> & { readonly undecided: boolean },
): Pick<PreCheck, 'verdict' | 'acceptable'> {
  if (toGo >= amount) return { verdict: 'may_not_accept', acceptable: ZERO };
  if (answer.undecided) return { verdict: 'cannot_decide', acceptable: null };
  if (toGo > 0) return { verdict: 'may_accept_part', acceptable: minus(amount, toGo) };
  const duties = answer.duty !== null || answer.missingEvidence.length > 0;
  return { verdict: duties ? 'may_accept_with_duties' : 'may_accept', acceptable: amount };
}

import { type EuroCents, euroCents, minus, smallest, sum } from '../../../legal/kernel/euro-cents';
import { type Finding, type RemedyStep } from '../../../legal/rules/finding';
import { type RemedyRow, type StepGift, type StepSettlement } from '../persistence/remedy.queries';

/** One part of a remedy and how far it is. */
export interface StepProgress {
  readonly step: RemedyStep;
  /** Null when the reader may not see it. */
  readonly gift: StepGift | null;
  readonly done: EuroCents;
  readonly open: EuroCents;
}

/** What left, and whose it was. */
export interface SettledPart extends StepSettlement {
  readonly recipientName: string;
}

export interface Progress {
  readonly total: EuroCents;
  readonly done: EuroCents;
  readonly open: EuroCents;
  readonly steps: readonly StepProgress[];
  /** What counts as carrying it out, in order of day. */
  readonly settlements: readonly SettledPart[];
  /** 'not_needed': its ground went away before it was done. */
  readonly state: 'open' | 'done' | 'not_needed';
}

/** Arts. 23 and 23a: what went back to the donor is no remedy there. */
const ONLY_SURRENDERED = new Set(['WFPP-23-1', 'WFPP-23a-1']);

/** The same reading as src/legal: what left after the total stood too high; under 23(a), to the State. */
function counts(finding: Finding, settlement: StepSettlement): boolean {
  return ONLY_SURRENDERED.has(finding.rule)
    ? settlement.kind !== 'returned_to_donor'
    : settlement.settledOn > finding.since;
}

const amountOf = ({ amountCents }: StepSettlement): EuroCents => euroCents(Number(amountCents));

/**
 * How far a remedy is. While its finding stands, the finding says how much is done and open; the
 * steps say of which contribution. Once it has ended, it was done when at least what was open left.
 */
export function progressOf(
  row: RemedyRow,
  gifts: readonly StepGift[],
  settlements: readonly StepSettlement[],
): Progress {
  const { content: finding, endedAt, foundAt } = row;
  const { remedy } = finding;
  if (remedy === null) throw new Error(`the finding ${row.id} asks for no remedy`);
  const roots = new Set(finding.contributions.map(({ contribution }) => contribution));
  const about = settlements.filter(
    (one) => roots.has(one.rootId) && (counts(finding, one) || endedAt !== null),
  );
  const since = about.filter(({ recordedAt }) => recordedAt >= foundAt);
  const ended = endedAt !== null;
  const finished = ended && sum(since.map(amountOf)) >= remedy.open;
  const steps = remedy.steps.map((step): StepProgress => {
    const gone = sum(about.filter(({ rootId }) => rootId === step.contribution).map(amountOf));
    const done = finished ? step.amount : smallest(step.amount, gone);
    const gift = gifts.find(({ rootId }) => rootId === step.contribution) ?? null;
    return { step, gift, done, open: minus(step.amount, done) };
  });
  const done = finished ? remedy.total : remedy.done;
  const open = minus(remedy.total, done);
  const reached = open === 0 ? 'done' : 'open';
  const state = ended && !finished ? 'not_needed' : reached;
  const names = new Map(gifts.map(({ rootId, recipientName }) => [rootId, recipientName]));
  const parts = about.map((one) => ({ ...one, recipientName: names.get(one.rootId) ?? '' }));
  return { total: remedy.total, done, open, steps, settlements: parts, state };
}

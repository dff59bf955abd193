import { excessOver, minus, sum, ZERO, type EuroCents } from '../kernel/euro-cents';
import { type CaseState, type Collection, type DecidedFact, type DraftDecision } from './case';

/** Where something can still be collected. */
export const COLLECTING: readonly Collection[] = ['due', 'in_default', 'dunned', 'writ'];

export function newestDecision(
  { decisions }: CaseState,
  purpose: DraftDecision['purpose'],
): DecidedFact | null {
  return decisions.findLast((decision) => decision.purpose === purpose) ?? null;
}

/** The fine as the overseer last told it: the decision, or the one on the objection. */
export function amountDecided(state: CaseState): EuroCents {
  const told = state.objection?.decisionNotifiedOn ?? null;
  const onObjection = told === null ? null : newestDecision(state, 'objection');
  return (onObjection ?? newestDecision(state, 'fine'))?.amount ?? ZERO;
}

/** The fine as it stands today, after every judgment. */
export function amountStanding(state: CaseState): EuroCents {
  const judged = state.appeals.findLast(({ judgment }) => judgment !== null)?.judgment;
  return judged?.amount ?? amountDecided(state);
}

/** What came in, less what went back. */
export function amountReceived({ payments }: CaseState): EuroCents {
  return sum(
    payments.map(({ kind, amount }) => (kind === 'repaid' ? minus(ZERO, amount) : amount)),
  );
}

/** Awb art. 4:102: what was paid above the fine as it stands. */
export function amountToRepay(state: CaseState): EuroCents {
  return excessOver(amountReceived(state), amountStanding(state));
}

function collectionOf(state: CaseState, standing: EuroCents, open: EuroCents): Collection {
  if (standing === ZERO) return 'annulled';
  if (state.collection === 'lapsed') return 'lapsed';
  if (open > ZERO) return COLLECTING.includes(state.collection) ? state.collection : 'due';
  const last = state.payments.findLast(({ kind }) => kind !== 'repaid');
  return last?.kind === 'set_off' ? 'set_off' : 'paid';
}

/** Brings what is owed, and where its collection stands, in line with fine and payments. */
export function withMoney(state: CaseState): CaseState {
  if (state.collection === 'none') return state;
  const standing = amountStanding(state);
  const open = excessOver(standing, amountReceived(state));
  const collection = collectionOf(state, standing, open);
  return { ...state, collection, outstanding: collection === 'lapsed' ? ZERO : open };
}

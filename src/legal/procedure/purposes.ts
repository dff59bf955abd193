import { ZERO, type EuroCents } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';
import { refused } from '../kernel/refusal';
import { type CaseState, type DecidedFact, type DraftDecision } from './case';
import { adviceHeard, fineable, notDecided, powerHolds, reportDrawn, viewsHeard } from './guards';
import { amountDecided, COLLECTING, newestDecision } from './money';
import { notInThisPhase, refuseIf, type Check, type Refusal } from './step';

/** What a draft says, as far as the procedure looks at it. */
export type Proposed = Pick<DraftDecision, 'amount' | 'outcome'>;

/** A kind of decision: when it can be taken, what it may say, and what it brings about. */
export interface Purpose {
  readonly checks: readonly Check[];
  refuses(state: CaseState, proposed: Proposed): Refusal | null;
  /** The amount that counts: given where the drafter chooses it, else what follows from the outcome. */
  amount(state: CaseState, proposed: Proposed): EuroCents;
  take(state: CaseState, decided: DecidedFact, on: PlainDate): Partial<CaseState>;
}

/** No decision without report and views (Awb art. 5:53). */
const DECIDABLE: readonly Check[] = [notDecided, reportDrawn, viewsHeard];

function notPositive(amount: EuroCents): Refusal | null {
  return refuseIf(amount <= ZERO, 'amount_not_positive', { amount });
}

const collecting: Check = (state) =>
  COLLECTING.includes(state.collection) ? null : notInThisPhase(state);

const objectionPending: Check = (state) => {
  if (state.protection !== 'objection') return notInThisPhase(state);
  const decided = newestDecision(state, 'objection');
  return decided === null ? null : refused('already_decided', { decidedOn: decided.decidedOn });
};

function withoutHearing({ objection }: CaseState, { outcome }: Proposed): Refusal | null {
  const heard = objection?.heardOn !== null || objection.hearingWaived;
  return refuseIf(!heard && outcome !== 'inadmissible', 'hearing_missing', {
    receivedOn: objection?.receivedOn ?? '',
  });
}

function onObjection(state: CaseState, proposed: Proposed): Refusal | null {
  const { amount, outcome } = proposed;
  if (outcome === null) return refused('text_missing', { field: 'outcome' });
  const inTime = state.objection?.inTime === true;
  const late = refuseIf(!inTime && outcome !== 'inadmissible', 'term_passed', { outcome });
  const heard = late ?? withoutHearing(state, proposed);
  if (heard !== null || outcome !== 'amount_changed') return heard;
  const before = amountDecided(state);
  return (
    notPositive(amount) ?? refuseIf(amount >= before, 'higher_than_before', { amount, before })
  );
}

const BY_OUTCOME: Readonly<
  Record<
    NonNullable<DraftDecision['outcome']>,
    (before: EuroCents, proposed: EuroCents) => EuroCents
  >
> = {
  inadmissible: (before) => before,
  unfounded: (before) => before,
  amount_changed: (_, proposed) => proposed,
  annulled: () => ZERO,
};

export const PURPOSES: Readonly<Record<DraftDecision['purpose'], Purpose>> = {
  fine: {
    checks: [fineable, ...DECIDABLE, powerHolds, adviceHeard],
    refuses: ({ subject: { ceiling } }, { amount }) =>
      notPositive(amount) ?? refuseIf(amount > ceiling, 'above_ceiling', { amount, ceiling }),
    amount: (_, { amount }) => amount,
    take: () => ({ phase: 'decided_fine' }),
  },
  no_fine: {
    checks: [fineable, ...DECIDABLE],
    refuses: () => null,
    amount: () => ZERO,
    take: () => ({ phase: 'decided_no_fine' }),
  },
  objection: {
    checks: [objectionPending],
    refuses: onObjection,
    amount: (state, { amount, outcome }) =>
      outcome === null ? amount : BY_OUTCOME[outcome](amountDecided(state), amount),
    // Nothing changes until the decision is made known.
    take: () => ({}),
  },
  set_off: {
    checks: [collecting],
    refuses: ({ outstanding }, { amount }) =>
      notPositive(amount) ??
      refuseIf(amount > outstanding, 'above_outstanding', { amount, outstanding }),
    amount: (_, { amount }) => amount,
    take: ({ payments }, { amount, sha256 }, on) => ({
      payments: [...payments, { kind: 'set_off', amount, on, evidence: sha256 }],
    }),
  },
};

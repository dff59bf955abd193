import { ZERO, type EuroCents } from '../kernel/euro-cents';
import { amountToRepay, COLLECTING } from './money';
import {
  notInThisPhase,
  refuseIf,
  textMissing,
  type Check,
  type Refusal,
  type Steps,
} from './step';

const collecting: Check = (state) =>
  COLLECTING.includes(state.collection) ? null : notInThisPhase(state);

const overpaid: Check = (state) =>
  refuseIf(amountToRepay(state) === ZERO, 'nothing_to_repay', { outstanding: state.outstanding });

/** An amount above zero, at most what is open, with its evidence. */
function amountRefused(
  { amount, evidence }: { readonly amount: EuroCents; readonly evidence: string },
  open: EuroCents,
): Refusal | null {
  return (
    refuseIf(amount <= ZERO, 'amount_not_positive', { amount }) ??
    refuseIf(amount > open, 'above_outstanding', { amount, outstanding: open }) ??
    textMissing(evidence, 'evidence')
  );
}

/** Money in, also in parts, and money back (Awb arts. 4:87 and 4:102). */
export const PAYMENT_STEPS: Steps<'record_payment' | 'repay'> = {
  record_payment: {
    roles: ['overseer'],
    checks: [collecting],
    refuses: ({ state }, command) => amountRefused(command, state.outstanding),
    take: ({ state, on }, { amount, evidence }) => ({
      payments: [...state.payments, { kind: 'paid', amount, on, evidence }],
    }),
  },
  repay: {
    roles: ['overseer'],
    checks: [overpaid],
    refuses: ({ state }, command) => amountRefused(command, amountToRepay(state)),
    take: ({ state, on }, { amount, evidence }) => ({
      payments: [...state.payments, { kind: 'repaid', amount, on, evidence }],
    }),
  },
};

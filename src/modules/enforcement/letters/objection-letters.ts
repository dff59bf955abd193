import { sum, type EuroCents } from '../../../legal/kernel/euro-cents';
import { type CaseState } from '../../../legal/procedure/case';
import { paragraphsOf } from '../../../platform/letters/public';
import { type CaseLetterFacts } from './case-letter-facts';
import { decided } from './decision-letters';
import { day, euros, lastDayOf, longDay } from './fact-words';
import { present } from './investigation-letters';

type Words = Readonly<Record<string, unknown>>;

/** What is still to be paid, which an objection does not put off (Awb 6:16). */
function payment(facts: CaseLetterFacts): Words {
  const { outstanding } = facts.state;
  const open = outstanding > 0;
  const lastDay = open ? lastDayOf(facts, 'payment') : null;
  return {
    owes: open,
    outstanding: euros(outstanding),
    payBy: lastDay === null ? '' : longDay(lastDay),
    isOver: lastDay !== null && lastDay < facts.day,
  };
}

function fineDay(facts: CaseLetterFacts): string {
  return day(present(facts.state.notifiedOn, 'notified decision', facts.number));
}

/** Receipt of an objection: what happens, and by when (Awb 6:7, 7:2, 7:4, 7:10). */
export function objectionReceipt(facts: CaseLetterFacts): Words {
  const objection = present(facts.state.objection, 'objection', facts.number);
  return {
    ...payment(facts),
    fineDay: fineDay(facts),
    receivedOn: day(objection.receivedOn),
    inTime: objection.inTime,
    objectBy: longDay(lastDayOf(facts, 'objection')),
    withCommittee: objection.withCommittee,
    decideBy: longDay(
      lastDayOf(
        facts,
        'objection_decision',
        'objection_decision_committee',
        'objection_decision_adjourned',
      ),
    ),
  };
}

function paidSoFar({ payments }: CaseState): EuroCents {
  return sum(payments.filter(({ kind }) => kind !== 'repaid').map(({ amount }) => amount));
}

/** The decision on the objection (Awb 7:2, 7:10, 6:7 and 8:7 for the appeal). */
export function objectionDecision(facts: CaseLetterFacts): Words {
  const { state, said } = facts;
  const objection = present(state.objection, 'objection', facts.number);
  const { outcome, amount, reasons } = decided(facts, 'objection');
  const paid = paidSoFar(state);
  return {
    ...payment(facts),
    fineDay: fineDay(facts),
    receivedOn: day(objection.receivedOn),
    objection: paragraphsOf(said.objection ?? ''),
    heardOn: objection.heardOn === null ? '' : day(objection.heardOn),
    wasHeard: objection.heardOn !== null,
    hearingWaived: objection.hearingWaived,
    hearing: paragraphsOf(said.hearing ?? ''),
    inadmissible: outcome === 'inadmissible',
    unfounded: outcome === 'unfounded',
    changed: outcome === 'amount_changed',
    annulled: outcome === 'annulled',
    before: euros(decided(facts, 'fine').amount),
    amount: euros(amount),
    reasons: paragraphsOf(reasons),
    hasPaid: paid > 0,
    paid: euros(paid),
    appealBy: longDay(lastDayOf(facts, 'appeal')),
  };
}

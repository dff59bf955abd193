import { objectionTermAfter } from '../../../legal/calendar/enforcement-terms';
import { sum } from '../../../legal/kernel/euro-cents';
import { paragraphsOf } from '../../../platform/letters/public';
import { type CaseLetterFacts } from './case-letter-facts';
import { decided } from './decision-letters';
import { day, euros, type FactLine, lastDayOf, longDay } from './fact-words';
import { present } from './investigation-letters';

type Words = Readonly<Record<string, unknown>>;

/** What is to be paid now, line by line. */
function bill({ state, costs, day: letterDay }: CaseLetterFacts): readonly FactLine[] {
  const { dunningFee, interest, interestFrom } = costs;
  const since = interestFrom === null ? '' : ` vanaf ${day(interestFrom)}`;
  return [
    { label: 'Boete die nog niet is betaald', value: euros(state.outstanding) },
    ...(dunningFee === null
      ? []
      : [{ label: 'Kosten van deze aanmaning (artikel 4:113 Awb)', value: euros(dunningFee) }]),
    ...(interest === null
      ? []
      : [
          {
            label: `Wettelijke rente${since} tot en met ${day(letterDay)} (artikel 4:98 Awb)`,
            value: euros(interest),
          },
        ]),
  ];
}

/** The dunning notice (Awb 4:112). */
export function dunning(facts: CaseLetterFacts): Words {
  const { state, costs } = facts;
  const parts = [state.outstanding, costs.dunningFee, costs.interest];
  return {
    fineDay: day(present(state.notifiedOn, 'notified decision', facts.number)),
    paidLate: longDay(lastDayOf(facts, 'payment')),
    bill: bill(facts),
    total: euros(sum(parts.filter((part) => part !== null))),
    payBy: longDay(lastDayOf(facts, 'dunning')),
    hasFee: costs.dunningFee !== null,
  };
}

/** The decision to set the fine off (Wfpp 37 lid 9 and 10, Awb 4:93). */
export function setOff(facts: CaseLetterFacts): Words {
  const { state, number } = facts;
  const claim = present(facts.setOff, 'claim to set off against', number);
  const { amount, decidedOn } = decided(facts, 'set_off');
  return {
    fineDay: day(present(state.notifiedOn, 'notified decision', number)),
    amount: euros(amount),
    decidedOn: day(decidedOn),
    claim: paragraphsOf(claim.claim),
    claimAmount: euros(claim.claimAmount),
    claimIsMore: claim.claimAmount > amount,
    outstanding: euros(state.outstanding),
    owes: state.outstanding > 0,
    objectBy: longDay(objectionTermAfter(facts.day).lastDay),
  };
}

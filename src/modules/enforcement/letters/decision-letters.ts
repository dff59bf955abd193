import { type CaseState, type DecidedFact } from '../../../legal/procedure/case';
import { paragraphsOf } from '../../../platform/letters/public';
import { type CaseLetterFacts } from './case-letter-facts';
import { calculation, day, euros, lastDayOf, longDay } from './fact-words';
import { present } from './investigation-letters';

type Words = Readonly<Record<string, unknown>>;

/** The newest decision of a kind. */
export function decided(
  { state, number }: CaseLetterFacts,
  purpose: DecidedFact['purpose'],
): DecidedFact {
  const decision = state.decisions.findLast((one) => one.purpose === purpose);
  return present(decision, `decision (${purpose})`, number);
}

/** What was asked of and said by the other side, and what the committee advised. */
function heard({ state, said }: CaseLetterFacts): Words {
  const receivedOn = state.views?.receivedOn ?? null;
  return {
    viewsAskedOn: state.views === null ? '' : day(state.views.askedOn),
    viewsReceivedOn: receivedOn === null ? '' : day(receivedOn),
    wasAsked: state.views !== null,
    hasViews: receivedOn !== null,
    views: paragraphsOf(said.views ?? ''),
    ...adviceWords(state.advice),
  };
}

function adviceWords(advice: CaseState['advice']): Words {
  const receivedOn = advice?.receivedOn ?? null;
  return {
    hasAdvice: receivedOn !== null,
    adviceDay: receivedOn === null ? '' : day(receivedOn),
    advisesFine: advice?.advice === 'fine',
    advisesNoFine: advice?.advice === 'no_fine',
    advice: paragraphsOf(advice?.text ?? ''),
  };
}

/** The fine (Awb 5:9, 5:52, 4:86). */
export function fineDecision(facts: CaseLetterFacts): Words {
  const { amount, decidedOn, reasons } = decided(facts, 'fine');
  const report = present(facts.state.report, 'report', facts.number);
  return {
    ...heard(facts),
    amount: euros(amount),
    decidedOn: day(decidedOn),
    reportDay: day(report.drawnOn),
    reasons: paragraphsOf(reasons),
    calculation: facts.fine === null ? null : calculation(facts.fine, amount),
    payBy: longDay(lastDayOf(facts, 'payment')),
    objectBy: longDay(lastDayOf(facts, 'objection')),
  };
}

/** The notice that there will be no fine (Awb 5:50 lid 2 onder a). */
export function noFineNotice(facts: CaseLetterFacts): Words {
  const { decidedOn, reasons } = decided(facts, 'no_fine');
  return { ...heard(facts), decidedOn: day(decidedOn), reasons: paragraphsOf(reasons) };
}

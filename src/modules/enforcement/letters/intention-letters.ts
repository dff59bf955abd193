import { paragraphsOf } from '../../../platform/letters/public';
import { type CaseLetterFacts } from './case-letter-facts';
import { calculation, day, euros, lastDayOf, longDay } from './fact-words';
import { present } from './investigation-letters';

type Words = Readonly<Record<string, unknown>>;

/** The fine that is intended, with its steps; without a schedule only the ceiling is known. */
function intended({ fine, state }: CaseLetterFacts): Words {
  return {
    amount: fine === null ? '' : euros(fine.amount),
    calculation: fine === null ? null : calculation(fine, fine.amount),
    ceiling: euros(state.subject.ceiling),
  };
}

/** The intention to fine, with the request for views (Awb 5:50, 5:53 lid 3). */
export function intention(facts: CaseLetterFacts): Words {
  const report = present(facts.state.report, 'report', facts.number);
  return {
    ...intended(facts),
    reportDay: day(report.drawnOn),
    viewsBy: longDay(lastDayOf(facts, 'views')),
    decideBy: longDay(lastDayOf(facts, 'decision')),
  };
}

/** The intended decision as it goes to the committee (Bfpp 3 lid 1). */
export function committeeSubmission(facts: CaseLetterFacts): Words {
  const { state, said } = facts;
  const report = present(state.report, 'report', facts.number);
  const views = present(state.views, 'request for views', facts.number);
  return {
    ...intended(facts),
    reportDay: day(report.drawnOn),
    reportText: paragraphsOf(report.text),
    viewsAskedOn: day(views.askedOn),
    viewsBy: day(views.lastDay),
    viewsReceivedOn: views.receivedOn === null ? '' : day(views.receivedOn),
    hasViews: views.receivedOn !== null,
    views: paragraphsOf(said.views ?? ''),
    adviceBy: longDay(lastDayOf(facts, 'advice', 'advice_extended')),
    decideBy: longDay(lastDayOf(facts, 'decision')),
  };
}

import { paragraphsOf } from '../../../platform/letters/public';
import { type CaseLetterFacts } from './case-letter-facts';
import { day, lastDayOf, longDay } from './fact-words';

type Words = Readonly<Record<string, unknown>>;

/** The part of the case that a letter is about. */
export function present<T>(part: T | null | undefined, what: string, number: string): T {
  if (part === null || part === undefined) throw new Error(`case ${number} has no ${what}`);
  return part;
}

/** A term to repair before a sanction. */
export function repairTerm(facts: CaseLetterFacts): Words {
  return { duty: facts.incident.duty ?? '', lastDay: longDay(lastDayOf(facts, 'repair')) };
}

/** A request for information (Awb 5:16, 5:17, 5:20; Wfpp 36). */
export function informationRequest(facts: CaseLetterFacts): Words {
  const asked = present(facts.state.informationAsked, 'question', facts.number);
  return {
    question: paragraphsOf(asked.question),
    lastDay: longDay(lastDayOf(facts, 'information')),
  };
}

/** The report of a violation (Awb 5:48, 5:53 lid 2). */
export function report(facts: CaseLetterFacts): Words {
  const drawn = present(facts.state.report, 'report', facts.number);
  return {
    drawnOn: day(drawn.drawnOn),
    reporter: facts.officials.reporter ?? '',
    text: paragraphsOf(drawn.text),
    decideBy: longDay(lastDayOf(facts, 'decision')),
  };
}

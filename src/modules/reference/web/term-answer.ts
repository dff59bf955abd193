import { type TermExplanation } from '../../../legal/calendar/substantial-gift-term';
import { printReference } from '../../../legal/kernel/law-reference';
import { type TermAnswer } from './reference.answers';

/** A term as the API gives it, day by day. */
export function termAnswer(term: TermExplanation): TermAnswer {
  const { reading, lastDay, basis, days, warnings } = term;
  return { reading, lastDay, basis: basis.map((r) => printReference(r)), days, warnings };
}

import { type PlainDate } from '../kernel/plain-date';
import { parameter, type ParameterKey } from '../parameters/index';
import { termAfter, type ForwardTerm, type TermLength } from './term';

/** The parameters that are terms of law, by the way their keys are written. */
export type TermKey = Extract<
  ParameterKey,
  `election.${string}` | `fine.${string}` | `subsidy.${string}` | 'internal_cap_report'
>;

/**
 * The length of a term as the law had it on a day.
 * @throws RangeError when no length is known on that day, or the parameter is no term.
 */
export function statutoryTerm(key: TermKey, on: PlainDate): TermLength {
  const found = parameter(key, on);
  if (found === 'unknown' || found.value === null) {
    throw new RangeError(`the term "${key}" is not known on ${on}`);
  }
  const { unit, value } = found;
  if (unit !== 'days' && unit !== 'weeks' && unit !== 'months' && unit !== 'years') {
    throw new RangeError(`"${key}" is counted in ${unit} and is no term`);
  }
  return { count: value, unit };
}

/** The statutory term that runs from an event, with the length in force on the day of the event. */
export function statutoryTermAfter(key: TermKey, event: PlainDate): ForwardTerm {
  return termAfter(event, statutoryTerm(key, event));
}

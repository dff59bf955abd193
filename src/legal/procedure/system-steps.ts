import { prosecutorTermAfter } from '../calendar/enforcement-terms';
import { addDays, type PlainDate } from '../kernel/plain-date';
import { type CaseCommandType, type CaseState } from './case';
import { paymentLastDay } from './collection-terms';
import { lapsesAfter } from './lapse';
import { protectionTerms } from './objection-terms';
import { blocked } from './steps';

type SystemStep = Extract<
  CaseCommandType,
  'resume_after_prosecutor' | 'payment_term_passed' | 'become_final' | 'lapse'
>;

/** A step that comes by itself, and the first day on which it can be taken as things stand. */
export interface ComingStep {
  readonly type: SystemStep;
  readonly on: PlainDate;
}

/**
 * What passed terms will bring about when nothing else happens: the days to watch. A step that
 * something in the case still stands in the way of is left out.
 */
export function comingSteps(state: CaseState, on: PlainDate): readonly ComingStep[] {
  const { prosecutor } = state;
  const lastDays: Readonly<Record<SystemStep, PlainDate | null>> = {
    resume_after_prosecutor:
      prosecutor === null ? null : prosecutorTermAfter(prosecutor.sentOn).lastDay,
    payment_term_passed: paymentLastDay(state),
    become_final: protectionTerms(state).at(-1)?.postUntil ?? null,
    lapse: lapsesAfter(state, on),
  };
  return (Object.keys(lastDays) as readonly SystemStep[]).flatMap((type) => {
    const lastDay = lastDays[type];
    if (lastDay === null) return [];
    const first = addDays(lastDay, 1);
    return blocked(state, type, first) === null ? [{ type, on: first }] : [];
  });
}

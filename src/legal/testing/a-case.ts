import { euro } from '../kernel/euro-cents';
import { isRefused } from '../kernel/refusal';
import { plainDate } from '../kernel/plain-date';
import { applyCommand } from '../procedure/apply-command';
import {
  type CaseActor,
  type CaseCommand,
  type CaseRole,
  type CaseState,
  type CaseSubject,
} from '../procedure/case';
import { openCase } from '../procedure/open-case';
import { type CaseHistory, type Refusal } from '../procedure/step';

/** A case in an example, and who took which step in it. */
export interface CaseRun {
  readonly state: CaseState;
  readonly history: CaseHistory;
}

/** The people of the examples; one account for each role. */
export const PEOPLE: Readonly<Record<CaseRole, CaseActor>> = {
  system: { id: 'system', role: 'system' },
  overseer: { id: 'olga', role: 'overseer' },
  decision_maker: { id: 'dirk', role: 'decision_maker' },
  committee_member: { id: 'marie', role: 'committee_member' },
  committee_secretary: { id: 'sam', role: 'committee_secretary' },
  party: { id: 'petra', role: 'party' },
};

/** law.md 8.2: a notice of a gift of 7 March 2025, late from 12 March. */
export function aSubject(over: Partial<CaseSubject> = {}): CaseSubject {
  return {
    rule: 'WFPP-25a-2',
    basis: { law: 'Wfpp', article: '25a', paragraph: '2' },
    fineable: true,
    violatedOn: plainDate('2025-03-12'),
    ceiling: euro(25_000),
    ...over,
  };
}

export function aCase(over: Partial<CaseSubject> = {}, openedOn = '2025-03-13'): CaseRun {
  return { state: openCase(aSubject(over), plainDate(openedOn)), history: { takenBy: [] } };
}

/** Takes one step and keeps who took it. @throws Error with the reason when it is refused. */
export function take(
  run: CaseRun,
  day: string,
  role: CaseRole,
  command: CaseCommand,
  actor: CaseActor = PEOPLE[role],
): CaseRun {
  const answer = applyCommand(run.state, command, actor, run.history, plainDate(day));
  if (isRefused(answer)) {
    throw new Error(`${command.type}: ${answer.reason} ${JSON.stringify(answer.facts)}`);
  }
  const taken = { actor: actor.id, role: actor.role, type: command.type };
  return { state: answer.value, history: { takenBy: [...run.history.takenBy, taken] } };
}

/** Why a step is refused; null when it is not. */
export function refusalOf(
  run: CaseRun,
  day: string,
  role: CaseRole,
  command: CaseCommand,
  actor: CaseActor = PEOPLE[role],
): Refusal | null {
  const answer = applyCommand(run.state, command, actor, run.history, plainDate(day));
  return isRefused(answer) ? answer : null;
}

export type ExampleStep = readonly [day: string, role: CaseRole, command: CaseCommand];

export function takeAll(run: CaseRun, steps: readonly ExampleStep[]): CaseRun {
  return steps.reduce((before, [day, role, command]) => take(before, day, role, command), run);
}

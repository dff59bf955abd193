import { type ProblemPart, problem } from '../../../platform/http/problem';
import { type AdviceFor, type StepAsked } from '../application/safety-steps';
import { type SafetyStepBody } from './safety.bodies';

/** What a step asks for, as it was sent. */
export type SentStep = Pick<
  SafetyStepBody,
  'kind' | 'outcome' | 'words' | 'overview' | 'electionRef'
>;

function fault(location: string, code: string, detail: string): ProblemPart {
  return { in: 'body', location, code, detail };
}

function adviceFor({ overview, electionRef }: SentStep): AdviceFor | ProblemPart {
  if (overview === undefined || overview === 'annual') return { overview: 'annual' };
  if (electionRef !== undefined) return { overview, electionRef };
  return fault('/electionRef', 'id.format', 'Name the election.');
}

function faultsOf({ outcome, words }: SentStep): readonly ProblemPart[] {
  return [
    ...(outcome === undefined ? [fault('/outcome', 'choice.unknown', 'Say grant or refuse.')] : []),
    ...(words === undefined ? [fault('/words', 'text.absent', 'Give the grounds.')] : []),
  ];
}

/** @throws Problem 400 with everything that lacks at once. */
export function stepOf(sent: SentStep): StepAsked {
  const { kind, outcome, words } = sent;
  if (kind === 'extended' || kind === 'decided') return { kind };
  if (kind === 'sent_to_committee') {
    const asked = adviceFor(sent);
    if ('code' in asked) throw problem(400, 'input.invalid', asked.detail, [asked]);
    return { kind, adviceFor: asked };
  }
  if (outcome === undefined || words === undefined)
    throw problem(400, 'input.invalid', 'Something lacks.', faultsOf(sent));
  return { kind, outcome, words };
}

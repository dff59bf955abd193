import { plainDate } from '../../../legal/kernel/plain-date';
import { type CaseCommand, type JudgeCommand } from '../application/judge-signal';
import { type NewDecisionDay, type SetKindCommand } from '../application/set-kind';
import {
  type DecisionDayBody,
  type JudgeSignalBody,
  type OpenSignalCaseBody,
  type SetSignalKindBody,
} from './signal.bodies';

/* From what came in, over the API or by a form, to what is done with it. */

export function judgeCommand(
  { verdict, reason }: JudgeSignalBody,
  actorName: string,
): JudgeCommand {
  return { verdict, reason, actorName };
}

const LONGEST_TITLE = 300;

export function caseCommand(
  { tenantId, recipientId, rule, violatedOn, text }: OpenSignalCaseBody,
  title: string,
  actorName: string,
): CaseCommand {
  const about = { tenantId, recipientId, rule, violatedOn: plainDate(violatedOn) };
  return { ...about, title: title.slice(0, LONGEST_TITLE), text, actorName };
}

export function kindCommand(
  { startsOn, on, parameters, reason }: SetSignalKindBody,
  code: string,
  actorName: string,
): SetKindCommand {
  const figures = Object.fromEntries(parameters.map(({ key, value }) => [key, value]));
  return { code, startsOn: plainDate(startsOn), on, parameters: figures, reason, actorName };
}

export function decisionDay(body: DecisionDayBody): NewDecisionDay {
  const { title, day, partyId, daysBefore, daysAfter, source } = body;
  return { title, day: plainDate(day), partyId: partyId ?? null, daysBefore, daysAfter, source };
}

import { Injectable } from '@nestjs/common';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem, type ProblemPart } from '../../../platform/http/problem';
import { detectorHead, isDetectorCode } from '../detectors/registry';
import {
  type DecisionDay,
  decisionDays,
  insertDecisionDay,
  insertSetting,
  type NewDecisionDay,
  withdrawDecisionDay,
} from '../persistence/choice.store';
import { announceAsked, announceDecision } from './signal-jobs';

export interface SetKindCommand {
  readonly code: string;
  /** The first day on which it holds. */
  readonly startsOn: PlainDate;
  readonly on: boolean;
  /** Whole numbers by the name of the parameter. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly reason: string;
  readonly actorName: string;
}

function onlyOverseer(tx: Transaction): void {
  if (tx.scope.actorRole !== 'overseer')
    throw problem(403, 'signal.role', 'Only the overseer sets what is looked for.');
}

/** What cannot be set like this: a day that is past, a figure out of its range. */
export function settingFaults(
  today: PlainDate,
  { code, parameters, startsOn }: Pick<SetKindCommand, 'code' | 'parameters' | 'startsOn'>,
): readonly ProblemPart[] {
  if (!isDetectorCode(code)) throw notFound();
  const known = detectorHead(code).parameters;
  const place = { in: 'body' } as const;
  const past: ProblemPart[] =
    startsOn >= today
      ? []
      : [
          {
            ...place,
            location: '/startsOn',
            code: 'signal.day_past',
            detail: `${startsOn} has passed. A setting holds from today (${today}) or later.`,
          },
        ];
  const wrong = Object.entries(parameters).flatMap(([key, value]): ProblemPart[] => {
    const own = known.find((one) => one.key === key);
    const fits = own !== undefined && value >= own.min && value <= own.max;
    if (fits && Number.isSafeInteger(value)) return [];
    const detail =
      own === undefined
        ? `This kind has no parameter "${key}".`
        : `${key} is ${value}. Give a whole number from ${own.min} to ${own.max}.`;
    return [{ ...place, location: `/parameters/${key}`, code: 'signal.parameter', detail }];
  });
  return [...past, ...wrong];
}

/**
 * Which kinds are looked for, with which figures, from which day and why. Days of decisions belong
 * to the same choice: they say around which days gifts are looked at.
 * @throws Problem 403, 404, 400.
 */
@Injectable()
export class SetKinds {
  async run(tx: Transaction, command: SetKindCommand): Promise<string> {
    onlyOverseer(tx);
    const faults = settingFaults(tx.today, command);
    if (faults.length > 0)
      throw problem(400, 'input.invalid', 'This cannot be set like this.', faults);
    const { code, startsOn, on, parameters, reason, actorName } = command;
    const setting = { code, startsOn, switchedOn: on, parameters, reason };
    const id = await insertSetting(tx, { ...setting, setByName: actorName });
    if (startsOn <= tx.today) await announceAsked(tx, 'setting');
    return id;
  }

  async enterDecision(tx: Transaction, decision: NewDecisionDay): Promise<string> {
    onlyOverseer(tx);
    const id = await insertDecisionDay(tx, decision);
    await announceDecision(tx, id);
    return id;
  }

  async withdrawDecision(tx: Transaction, id: string, why: string): Promise<void> {
    onlyOverseer(tx);
    if (!(await withdrawDecisionDay(tx, id, why))) throw notFound();
    await announceDecision(tx, id);
  }

  async askRun(tx: Transaction): Promise<void> {
    onlyOverseer(tx);
    await announceAsked(tx, 'asked');
  }
}

export { type DecisionDay, decisionDays, type NewDecisionDay };

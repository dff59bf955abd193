import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/problem';
import { recordEvent } from '../../audit/public';
import {
  type ChangeKind,
  CHANGES,
  OUTCOME_KINDS,
  type OutcomeKind,
} from '../judging/compare-years';
import { type Definition, NAMED_SET_KEYS, valuesOf } from '../judging/definition';
import {
  type ChangeSearch,
  changesOf,
  deleteSimulation,
  findSimulation,
  insertSimulation,
  listSimulations,
  type PartyTotal,
  type StoredChange,
  type StoredSimulation,
  totalsOf,
} from '../persistence/simulation.store';
import { announceStart } from './run-simulation';

export interface AskedSimulation {
  readonly name: string;
  readonly definition: Definition;
  readonly byName: string;
}

/** Keeps what somebody wants to try, and has it worked out in the background. */
@Injectable()
export class AskSimulation {
  async run(tx: Transaction, asked: AskedSimulation): Promise<string> {
    const id = await insertSimulation(tx, asked);
    await announceStart(tx, id);
    return id;
  }
}

/** Throws a simulation away with its results. @throws Problem 404. */
@Injectable()
export class ThrowAwaySimulation {
  async run(tx: Transaction, id: string): Promise<void> {
    if (!(await deleteSimulation(tx, id))) throw notFound();
  }
}

export interface SimulationResult {
  readonly simulation: StoredSimulation;
  readonly totals: readonly PartyTotal[];
}

/** @throws Problem 404. */
export async function readSimulation(tx: Transaction, id: string): Promise<SimulationResult> {
  const simulation = await findSimulation(tx, id);
  if (simulation === null) throw notFound();
  return { simulation, totals: await totalsOf(tx, id) };
}

/** That somebody took the changes with them is a line in the log. */
export function recordExport(tx: Transaction, id: string, form: string): Promise<void> {
  const entity = 'insight.simulation';
  return recordEvent(tx, { action: 'export', entity, entityId: id, details: { form } });
}

export { CHANGES, changesOf, listSimulations, NAMED_SET_KEYS, OUTCOME_KINDS, valuesOf };
export type {
  ChangeKind,
  ChangeSearch,
  Definition,
  OutcomeKind,
  PartyTotal,
  StoredChange,
  StoredSimulation,
};

import { type FineSchedule } from '../../../legal/fines/fine-schedule';
import { type PlainDate, plainDate } from '../../../legal/kernel/plain-date';
import { AS_IN_FORCE } from '../../../legal/rules/rule';
import { type Transaction } from '../../../platform/database/transaction';
import { announce, defineJob } from '../../../platform/jobs/public';
import { donorYearFacts } from '../../contributions/public';
import { disclosedCluster } from '../../donors/public';
import { adoptedSchedules, finesOf } from '../../enforcement/public';
import {
  addTotals,
  AT_THE_START,
  countDonorYears,
  type Cursor,
  donorYearsAfter,
  filingViolations,
  finishRun,
  type FoundChange,
  insertChanges,
  isFirstOf,
  noteProgress,
  notifiedOn,
  startRun,
  tenantAfter,
} from '../persistence/run.store';
import { findSimulation, type StoredSimulation } from '../persistence/simulation.store';
import { type Comparison, compareYears, OUTCOME_KINDS } from '../judging/compare-years';
import { compareFilingFines } from '../judging/filing-fines';
import { policyOf } from '../judging/definition';
import { type Beside, judgeYear, type Law } from '../judging/judge-year';
import { addComparison, NO_DIFFERENCE } from '../judging/totals';

/** One batch of a simulation; where it goes on stands in the payload. */
export const SIMULATE = defineJob<{
  simulationId: string;
  tenantId: string;
  year: number;
  donorId: string;
}>('simulation.judge');

/** Years of donors in one batch: its transaction stays short and its memory small. */
const BATCH = 250;

export function announceStart(tx: Transaction, simulationId: string): Promise<void> {
  return announce(tx, SIMULATE, { simulationId, ...AT_THE_START }, { tenantId: null });
}

interface Laws {
  readonly before: Law;
  readonly after: Law;
}

interface Group {
  readonly tenantId: string;
  readonly fined: Beside['fined'];
}

async function lawsOf(tx: Transaction, { definition }: StoredSimulation): Promise<Laws> {
  const schedules = await adoptedSchedules(tx);
  const before: Law = { policy: AS_IN_FORCE, schedules };
  const { schedule } = definition;
  const tried: readonly FineSchedule[] =
    schedule === null ? schedules : [{ ...schedule, from: plainDate('2013-05-01') }];
  return { before, after: { policy: policyOf(definition), schedules: tried } };
}

async function groupOf(tx: Transaction, tenantId: string): Promise<Group> {
  const fined = new Map<string, PlainDate[]>();
  for (const { recipientId, rule, day } of await finesOf(tx, tenantId)) {
    const key = `${recipientId} ${rule}`;
    fined.set(key, [...(fined.get(key) ?? []), day]);
  }
  return { tenantId, fined };
}

/**
 * Judges one batch under the law in force and under the other, over what the overseer knows (D7),
 * and keeps only what is different. Nothing else is written: no finding, duty, proposal or letter.
 */
export async function runBatch(
  tx: Transaction,
  simulationId: string,
  cursor: Cursor,
): Promise<void> {
  const simulation = await findSimulation(tx, simulationId);
  if (simulation === null || simulation.status === 'done') return;
  const years = simulation.definition;
  if (simulation.status === 'waiting')
    await startRun(tx, simulationId, await countDonorYears(tx, years));
  const laws = await lawsOf(tx, simulation);
  let at = cursor;
  let room = BATCH;
  while (room > 0) {
    const some = await donorYearsAfter(tx, at, years, room);
    if (some.length > 0) await judgeSome(tx, simulation, laws, at.tenantId, some);
    room -= Math.max(some.length, 1);
    const last = some.at(-1);
    if (last !== undefined) at = { tenantId: at.tenantId, ...last };
    if (room <= 0) break;
    const next = await tenantAfter(tx, at.tenantId);
    if (next === null) return finishRun(tx, simulationId);
    at = { ...AT_THE_START, tenantId: next };
    await judgeFilings(tx, simulation, laws, next);
  }
  await announce(tx, SIMULATE, { simulationId, ...at }, { tenantId: null });
}

async function judgeSome(
  tx: Transaction,
  simulation: StoredSimulation,
  laws: Laws,
  tenantId: string,
  some: readonly { readonly donorId: string; readonly year: number }[],
): Promise<void> {
  const group = await groupOf(tx, tenantId);
  const changes: FoundChange[] = [];
  let totals = NO_DIFFERENCE;
  for (const { donorId, year } of some) {
    const found = await judgeOne(tx, simulation, laws, group, { tenantId, donorId, year });
    if (found === null) continue;
    totals = addComparison(totals, found.comparison);
    changes.push(
      ...found.comparison.changes.map((one) => ({
        ...one,
        tenantId,
        donorId: found.donorId,
        year,
      })),
    );
  }
  await keep(tx, simulation.id, tenantId, { totals, changes, judged: some.length });
}

async function judgeOne(
  tx: Transaction,
  { judgedOn }: StoredSimulation,
  laws: Laws,
  group: Group,
  key: Cursor,
): Promise<{ readonly donorId: string; readonly comparison: Comparison } | null> {
  const cluster = await disclosedCluster(tx, key.tenantId, key.donorId);
  if (!(await isFirstOf(tx, key, cluster))) return null;
  const facts = await donorYearFacts(tx, key, true);
  if (facts === null || facts.contributions.length === 0) return null;
  const roots = facts.contributions.map(({ ref }) => ref);
  const notified = await notifiedOn(tx, key.tenantId, roots);
  const beside: Beside = { notified, fined: group.fined, on: judgedOn };
  const [before, after] = [
    judgeYear(facts, laws.before, beside),
    judgeYear(facts, laws.after, beside),
  ];
  return { donorId: facts.donor.ref, comparison: compareYears(facts, before, after) };
}

/** Fines about filings: only another schedule or highest fine changes them. */
async function judgeFilings(
  tx: Transaction,
  simulation: StoredSimulation,
  laws: Laws,
  tenantId: string,
): Promise<void> {
  const known = await filingViolations(tx, tenantId, simulation.definition);
  const { totals, changes } = compareFilingFines(known, laws, simulation.judgedOn);
  const found = changes.map((one) => ({ ...one, tenantId, donorId: null }));
  await keep(tx, simulation.id, tenantId, { totals, changes: found, judged: 0 });
}

async function keep(
  tx: Transaction,
  id: string,
  tenantId: string,
  found: {
    readonly totals: Comparison['totals'];
    readonly changes: readonly FoundChange[];
    readonly judged: number;
  },
): Promise<void> {
  await insertChanges(tx, id, found.changes);
  for (const kind of OUTCOME_KINDS) {
    const total = found.totals[kind];
    if (total.before > 0 || total.after > 0) await addTotals(tx, id, tenantId, kind, total);
  }
  await noteProgress(tx, id, found.judged, found.changes.length);
}

import { Injectable } from '@nestjs/common';
import { type DonorYear } from '../../../legal/facts/contribution';
import { type Judgement } from '../../../legal/rules/finding';
import { judgeDonorYear } from '../../../legal/rules/judge';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { contentHash, type DonorYearKey, LATE_NOTICE } from '../persistence/finding.store';
import {
  dutiesOfYears,
  endFindings,
  insertDuties,
  insertFindings,
  type NewDuty,
  type NewFinding,
  openFindingsOf,
} from '../persistence/judgement.bulk';
import { recordDuties, scheduleTermsOf } from './record-duties';
import { type RecordedJudgement } from './record-judgement';
import { type RecordedFinding } from './store-difference';
import { tellFindings } from './tell-findings';
import { YearSupplements } from './year-supplements';

interface Judged {
  readonly key: DonorYearKey;
  readonly facts: DonorYear;
  readonly judgement: Judgement;
}

/**
 * Judges many donor-years of the party's own ledger and stores the difference with what was found
 * before: what RecordJudgement does for one, in a few statements for all of them.
 *
 * The caller holds the locks on these donor-years, and gives each of them once.
 */
@Injectable()
export class RecordJudgements {
  constructor(private readonly supplements: YearSupplements) {}

  /** @returns one answer for each donor-year, in the same order. */
  async run(tx: Transaction, years: readonly DonorYear[]): Promise<readonly RecordedJudgement[]> {
    const judged: Judged[] = [];
    for (const facts of years) judged.push(await this.judge(tx, facts));
    const fresh = await recordAll(tx, judged);
    await recordAllDuties(tx, judged);
    return judged.map(({ key, judgement }) => ({ judgement, fresh: fresh.get(nameOf(key)) ?? [] }));
  }

  private async judge(tx: Transaction, facts: DonorYear): Promise<Judged> {
    const judged = judgeDonorYear(facts, tx.today);
    const more = await this.supplements.findingsOf(tx, facts);
    const judgement = { ...judged, findings: [...judged.findings, ...more] };
    const key = { tenantId: facts.group.ref, donorId: facts.donor.ref, year: facts.year };
    return { key, facts, judgement };
  }
}

function nameOf({ donorId, year }: Omit<DonorYearKey, 'tenantId'>): string {
  return `${donorId}/${String(year)}`;
}

async function recordAll(
  tx: Transaction,
  judged: readonly Judged[],
): Promise<ReadonlyMap<string, readonly RecordedFinding[]>> {
  const tenantId = tenantOf(tx);
  const open = await openFindingsOf(
    tx,
    tenantId,
    judged.map(({ key }) => key),
  );
  const before = new Map(open.map((row) => [`${nameOf(row)}/${row.key}`, row]));
  const added: NewFinding[] = [];
  const superseded: string[] = [];
  for (const { key, judgement } of judged)
    for (const finding of judgement.findings) {
      const name = `${nameOf(key)}/${finding.key}`;
      const earlier = before.get(name);
      before.delete(name);
      if (earlier !== undefined) {
        if (earlier.sha256 === contentHash(finding)) continue;
        superseded.push(earlier.id);
      }
      added.push({ donorId: key.donorId, year: key.year, finding });
    }
  // A late notice stays a fact whatever is booked later; only its own handler ends it.
  const gone = [...before.values()].filter((row) => !row.key.startsWith(LATE_NOTICE));
  const ended = gone.map(({ id }) => id);
  await endFindings(tx, tenantId, superseded, 'superseded');
  await endFindings(tx, tenantId, ended, 'resolved');
  const ids = await insertFindings(tx, tenantId, added);
  const fresh = added.map(({ finding }, at) => ({ id: ids[at] ?? '', finding }));
  await tellFindings(tx, 'ledger', tenantId, fresh, ended);
  return freshByYear(added, ids);
}

function freshByYear(
  added: readonly NewFinding[],
  ids: readonly string[],
): ReadonlyMap<string, readonly RecordedFinding[]> {
  const fresh = new Map<string, RecordedFinding[]>();
  added.forEach(({ finding, ...year }, at) => {
    const id = ids[at];
    if (id === undefined) throw new Error('a finding was not stored');
    const here = fresh.get(nameOf(year)) ?? [];
    here.push({ id, finding });
    fresh.set(nameOf(year), here);
  });
  return fresh;
}

/** A donor-year that had duties before is compared one by one; most have none. */
async function recordAllDuties(tx: Transaction, judged: readonly Judged[]): Promise<void> {
  const tenantId = tenantOf(tx);
  const before = await dutiesOfYears(
    tx,
    tenantId,
    judged.map(({ key }) => key),
  );
  const had = new Set(before.map(nameOf));
  const added: NewDuty[] = [];
  for (const { key, facts, judgement } of judged) {
    if (had.has(nameOf(key))) {
      await recordDuties(tx, key, facts, judgement.duties);
      continue;
    }
    const amounts = new Map(facts.contributions.map(({ ref, amount }) => [ref, amount]));
    for (const duty of judgement.duties)
      added.push({ key, duty, amountCents: amounts.get(duty.contribution) ?? 0 });
  }
  const ids = await insertDuties(tx, tenantId, added);
  await scheduleTermsOf(
    tx,
    added.flatMap(({ key, duty }, at) => {
      const dutyId = ids[at];
      return dutyId === undefined ? [] : [{ key, dutyId, duty }];
    }),
  );
}

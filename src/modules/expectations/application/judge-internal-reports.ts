import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DonorYear } from '../../../legal/facts/contribution';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Finding } from '../../../legal/rules/finding';
import { internalReportTerm, judgeInternalReport } from '../../../legal/rules/internal-report';
import { type Transaction } from '../../../platform/database/transaction';
import { YearSupplements } from '../../judgements/public';
import { type ToldDays, toldDaysOf } from '../persistence/internal-report.store';

/**
 * The day on which the party knew: that of the report, and at the latest that of booking, because
 * what stands in the ledger of the group is known to the party.
 */
export function knownOn({
  bookedOn,
  reportedOn,
}: Pick<ToldDays, 'bookedOn' | 'reportedOn'>): PlainDate {
  return reportedOn !== null && reportedOn < bookedOn ? reportedOn : bookedOn;
}

/** Art. 29b lid 1: what an affiliate or candidate told its party later than after a week. */
export async function internalReportFindings(
  tx: Transaction,
  { group, donor, contributions }: DonorYear,
): Promise<readonly Finding[]> {
  const reportable = contributions
    .map((contribution) => ({ ...contribution, donorKind: donor.kind }))
    .filter((contribution) => internalReportTerm(group, contribution) !== null);
  if (reportable.length === 0) return [];
  const refs = reportable.map(({ ref }) => ref);
  const told = new Map((await toldDaysOf(tx, group.ref, refs)).map((row) => [row.rootId, row]));
  return reportable.flatMap((contribution) => {
    const days = told.get(contribution.ref);
    return judgeInternalReport(group, contribution, days ? knownOn(days) : null, tx.today);
  });
}

/** Adds the reports of affiliates and candidates to every judgement of a donor's year. */
@Injectable()
export class JudgeInternalReports implements OnModuleInit {
  constructor(private readonly supplements: YearSupplements) {}

  onModuleInit(): void {
    this.supplements.add(internalReportFindings);
  }
}

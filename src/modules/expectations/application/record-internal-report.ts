import { Injectable } from '@nestjs/common';
import { type ForwardTerm } from '../../../legal/calendar/term';
import { type PlainDate, yearOf } from '../../../legal/kernel/plain-date';
import { type Group } from '../../../legal/facts/group';
import { internalReportTerm } from '../../../legal/rules/internal-report';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { problem, type ProblemPart } from '../../../platform/http/problem';
import { announce } from '../../../platform/jobs/job';
import { DonorChanges } from '../../donors/public';
import { readGroup } from '../../parties/public';
import {
  findReportable,
  insertReport,
  listReportable,
  type ReportedContribution,
} from '../persistence/internal-report.store';
import { INTERNAL_REPORT_RECORDED } from './expectation-jobs';
import { knownOn } from './judge-internal-reports';

export interface InternalReportCommand {
  readonly contributionId: string;
  readonly reportedOn: PlainDate;
  readonly evidence: string;
}

/** A contribution to an affiliate or candidate with the week it had to be reported in. */
export interface InternalReport extends ReportedContribution {
  readonly term: ForwardTerm;
  /** The day of the report, and at the latest that of booking. */
  readonly knownOn: PlainDate;
  readonly late: boolean;
}

function fault(field: string, code: string, detail: string): ProblemPart {
  return { in: 'body', location: `/${field}`, code, detail };
}

/** All that is wrong with the day of a report and with what it is about. */
export function reportFaults(
  reportedOn: PlainDate,
  contribution: Pick<ReportedContribution, 'receivedOn'> | null,
  owed: boolean,
  today: PlainDate,
): readonly ProblemPart[] {
  const faults: ProblemPart[] = [];
  if (contribution === null)
    faults.push(
      fault('contributionId', 'contribution.unknown', 'There is no such contribution that stands.'),
    );
  else if (!owed)
    faults.push(
      fault(
        'contributionId',
        'internal_report.not_owed',
        'Only what an affiliate or candidate received is reported to the party (art. 29b lid 1).',
      ),
    );
  if (reportedOn > today)
    faults.push(
      fault('reportedOn', 'date.future', `reportedOn is ${reportedOn}. Give a day up to today.`),
    );
  if (contribution !== null && reportedOn < contribution.receivedOn)
    faults.push(
      fault(
        'reportedOn',
        'internal_report.before_receipt',
        `reportedOn is ${reportedOn}. The contribution was received on ${contribution.receivedOn}: give that day or a later one.`,
      ),
    );
  return faults;
}

/**
 * Keeps on which day an affiliate or candidate told the party of a contribution (art. 29b lid 1),
 * and judges the donor's year again. A later record about the same contribution takes its place.
 * @throws Problem 400 with all faults of the input.
 */
@Injectable()
export class RecordInternalReport {
  constructor(private readonly donors: DonorChanges) {}

  async run(tx: Transaction, command: InternalReportCommand): Promise<string> {
    const tenantId = tenantOf(tx);
    const contribution = await findReportable(tx, tenantId, command.contributionId);
    const owed =
      contribution !== null &&
      internalReportTerm(await readGroup(tx, tenantId), asFact(contribution)) !== null;
    const faults = reportFaults(command.reportedOn, contribution, owed, tx.today);
    if (contribution === null || faults.length > 0)
      throw problem(400, 'input.invalid', faults[0]?.detail ?? '', faults);
    const { rootId, donorId, receivedOn } = contribution;
    const { reportedOn, evidence } = command;
    const id = await insertReport(tx, { tenantId, rootId, reportedOn, evidence });
    await this.donors.announce(tx, tenantId, donorId);
    const year = yearOf(receivedOn);
    await announce(tx, INTERNAL_REPORT_RECORDED, { tenantId, donorId, year });
    return id;
  }
}

function asFact(contribution: ReportedContribution): Parameters<typeof internalReportTerm>[1] {
  const { rootId: ref, recipientId: recipient, amount, receivedOn, donorKind } = contribution;
  return { ref, recipient, amount, receivedOn, donorKind };
}

/** Null when the law does not ask for a report of this contribution. */
function reportOf(group: Group, row: ReportedContribution): InternalReport | null {
  const term = internalReportTerm(group, asFact(row));
  if (term === null) return null;
  const known = knownOn(row);
  return { ...row, term, knownOn: known, late: known > term.lastDay };
}

/** What affiliates and candidates of the party received and had to report, newest receipt first. */
export async function listInternalReports(
  tx: Transaction,
  search: Parameters<typeof listReportable>[2],
): Promise<readonly (ReportedContribution & { readonly report: InternalReport | null })[]> {
  const tenantId = tenantOf(tx);
  const group = await readGroup(tx, tenantId);
  const rows = await listReportable(tx, tenantId, search);
  return rows.map((row) => ({ ...row, report: reportOf(group, row) }));
}

/** One contribution by any id of its chain; null when it is not there or nobody has to report it. */
export async function readInternalReport(
  tx: Transaction,
  id: string,
): Promise<InternalReport | null> {
  const tenantId = tenantOf(tx);
  const row = await findReportable(tx, tenantId, id);
  return row === null ? null : reportOf(await readGroup(tx, tenantId), row);
}

export type { ReportedContribution };

import { type FineableRule } from '../../../legal/fines/fineable';
import { type SimulatedViolation } from '../../../legal/fines/simulate-schedule';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { type CaseSubject } from '../../../legal/procedure/case';
import { type Transaction } from '../../../platform/database/transaction';

/** More than these are not looked at; the newest are. */
const MOST = 2000;

/** The violation of each cause as it was proposed last; `ref` is the number of the proposal. */
export async function violationsProposed(tx: Transaction): Promise<readonly SimulatedViolation[]> {
  const rows = await tx.query<{ ref: string; violation: Omit<SimulatedViolation, 'ref'> }>(
    `select number as ref, content -> 'violation' as violation from (
       select distinct on (tenant_id, donor_id, year, finding_key) number, content, proposed_at
         from core.fine_proposal
        order by tenant_id, donor_id, year, finding_key, proposed_at desc) newest
      order by proposed_at desc, number limit $1`,
    [MOST],
  );
  return rows.map(({ ref, violation }) => ({ ...violation, ref }));
}

/** Of cases that were opened by hand and led to a fine; `ref` is the number of the case. */
export async function violationsOfTips(tx: Transaction): Promise<readonly SimulatedViolation[]> {
  const rows = await tx.query<{ ref: string; subject: CaseSubject }>(
    `select c.number as ref, c.state -> 'subject' as subject from core.enforcement_case c
      where c.source = 'manual' and exists (select 1 from core.case_decision d
        where d.tenant_id = c.tenant_id and d.case_id = c.id and d.purpose = 'fine')
      order by c.opened_at desc limit $1`,
    [MOST],
  );
  return rows.map(({ ref, subject: { rule, basis, violatedOn } }) => ({
    ref,
    rule: rule as FineableRule,
    basis,
    violatedOn,
    daysLate: 0,
    amountInvolved: euroCents(0),
    earlierViolations: [],
    selfReported: false,
    repaired: false,
  }));
}

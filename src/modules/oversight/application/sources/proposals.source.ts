import { type LawReference, printReference } from '../../../../legal/kernel/law-reference';
import { addMonths, plainDate } from '../../../../legal/kernel/plain-date';
import { type RuleCode } from '../../../../legal/rules/finding';
import { type Transaction } from '../../../../platform/database/transaction';
import { findingTextKey } from '../../../judgements/public';
import { type WorkRow, type WorkSource } from '../work-source';

interface Row {
  readonly id: string;
  readonly tenantId: string;
  readonly organisation: string;
  readonly number: string;
  readonly cause: string;
  readonly amountCents: string;
  readonly rule: RuleCode;
  readonly outcome: string;
  readonly basis: LawReference;
  readonly lapsesOn: string;
  readonly since: string;
}

/** Within this many months the five years of Awb art. 5:45 count as a term that runs out. */
const SOON = 12;

function toWork(row: Row, soon: string): WorkRow {
  const lapsesSoon = row.lapsesOn <= soon;
  return {
    kind: 'proposals',
    ref: `${row.tenantId}:${row.cause}`,
    tenantId: row.tenantId,
    organisation: row.organisation,
    title: (words) => words.t(`${findingTextKey(row)}.title`),
    why: (words) =>
      words.t(lapsesSoon ? 'work.why.proposalLapses' : 'work.why.proposals', {
        amount: words.euro(row.amountCents),
        article: printReference(row.basis),
        day: words.day(row.lapsesOn),
      }),
    severity: 'finding',
    number: row.number,
    dueOn: lapsesSoon ? plainDate(row.lapsesOn) : null,
    weight: 5,
    since: row.since,
    turn: 'overseer',
    href: `/toezicht/voorstellen/${row.id}`,
  };
}

/** Fine proposals that nobody has made a case of (art. 37). */
export const proposals: WorkSource = {
  name: 'proposals',
  kinds: ['proposals'],
  watches: ['core.fine_proposal', 'core.enforcement_case'],
  async find(tx: Transaction, tenantIds): Promise<readonly WorkRow[]> {
    const rows = await tx.query<Row>(
      `select p.id, p.tenant_id as "tenantId", o.name as organisation, p.number,
          concat_ws(':', p.donor_id, p.year, p.finding_key) as cause,
          p.amount_cents as "amountCents", p.content #>> '{finding,rule}' as rule,
          p.content #>> '{finding,outcome}' as outcome, p.content #> '{finding,basis}' as basis,
          p.content ->> 'powerLapsesOn' as "lapsesOn", platform.iso(p.proposed_at) as since
         from core.fine_proposal p
         join core.organisation o on o.tenant_id = p.tenant_id
        where p.superseded_at is null and ($1::uuid[] is null or p.tenant_id = any($1))
          and not exists (select 1 from core.enforcement_case c
            where c.tenant_id = p.tenant_id and c.finding_key = p.finding_key
              and c.year = p.year and core.same_donor(c.tenant_id, c.donor_id, p.donor_id))`,
      [tenantIds],
    );
    const soon = addMonths(tx.today, SOON);
    return rows.map((row) => toWork(row, soon));
  },
};

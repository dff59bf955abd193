import { type LawReference, printReference } from '../../../../legal/kernel/law-reference';
import { type RuleCode, type Severity } from '../../../../legal/rules/finding';
import { findingTextKey } from '../../../judgements/public';
import { type WorkKind } from '../../facts/work-kinds';
import { WEIGHT_OF, type WorkRow, type WorkSource } from '../work-source';

interface Row {
  readonly id: string;
  readonly tenantId: string;
  readonly organisation: string;
  readonly cause: string;
  readonly severity: Severity;
  readonly rule: RuleCode;
  readonly outcome: string;
  readonly basis: LawReference;
  readonly since: string;
}

const KIND: Readonly<Record<Severity, WorkKind>> = {
  finding: 'findings',
  warning: 'signals',
  signal: 'signals',
  undecided: 'undecided',
};

function toWork(row: Row): WorkRow {
  const kind = KIND[row.severity];
  return {
    kind,
    // A signal that becomes a finding is the same cause, and another kind of work.
    ref: `${row.tenantId}:${row.cause}`,
    tenantId: row.tenantId,
    organisation: row.organisation,
    title: (words) => words.t(`${findingTextKey(row)}.title`),
    why: (words) => words.t(`work.why.${kind}`, { article: printReference(row.basis) }),
    severity: row.severity,
    number: null,
    dueOn: null,
    weight: WEIGHT_OF[row.severity],
    since: row.since,
    turn: 'overseer',
    href: `/toezicht/bevindingen/${row.id}`,
  };
}

/**
 * Findings on disclosed facts that stand by themselves: what is in a proposal or a case waits there,
 * so that one matter is one row.
 */
export const findings: WorkSource = {
  name: 'findings',
  kinds: ['findings', 'signals', 'undecided'],
  watches: ['core.finding', 'core.fine_proposal', 'core.enforcement_case'],
  async find(tx, tenantIds): Promise<readonly WorkRow[]> {
    const rows = await tx.query<Row>(
      `select f.id, f.tenant_id as "tenantId", o.name as organisation,
          concat_ws(':', f.donor_id, f.year, f.key) as cause, f.severity, f.rule, f.outcome,
          f.content -> 'basis' as basis, platform.iso(f.found_at) as since
         from core.finding f
         join core.organisation o on o.tenant_id = f.tenant_id
        where f.source = 'disclosed' and f.ended_at is null
          and ($1::uuid[] is null or f.tenant_id = any($1))
          and not exists (select 1 from core.fine_proposal p where p.tenant_id = f.tenant_id
            and p.finding_id = f.id and p.superseded_at is null)
          and not exists (select 1 from core.enforcement_case c
            where c.tenant_id = f.tenant_id and c.finding_key = f.key and c.year = f.year
              and core.same_donor(c.tenant_id, c.donor_id, f.donor_id))`,
      [tenantIds],
    );
    return rows.map(toWork);
  },
};

import { type Transaction } from '../../../platform/database/transaction';
import { type SetAsideReason } from '../recognition/proposal';

export type DecisionKind = 'booked' | 'linked' | 'settled' | 'set_aside';

export interface NewDecision {
  readonly entryId: string;
  readonly kind: DecisionKind;
  readonly setAsideReason: SetAsideReason | null;
  readonly note: string | null;
  readonly ruleId: string | null;
  readonly byRule: boolean;
}

/**
 * Takes the entries for this transaction: whoever decides on the same entry waits, and then finds it
 * decided. In one order, so that two bulks never wait for each other.
 * @returns the id of the decision by entry; an entry that was decided before is left out.
 */
export async function insertDecisions(
  tx: Transaction,
  tenantId: string,
  decisions: readonly NewDecision[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; entryId: string }>(
    `insert into core.bank_decision (tenant_id, entry_id, kind, set_aside_reason, note, rule_id,
       by_rule)
     select $1, "entryId", kind, "setAsideReason", note, "ruleId", "byRule"
       from jsonb_to_recordset($2::jsonb) as r ("entryId" uuid, kind text, "setAsideReason" text,
         note text, "ruleId" uuid, "byRule" boolean)
      order by "entryId"
     on conflict (tenant_id, entry_id) where undone_at is null do nothing
     returning id, entry_id as "entryId"`,
    [tenantId, JSON.stringify(decisions)],
  );
  return new Map(rows.map(({ id, entryId }) => [entryId, id]));
}

export interface NewLine {
  readonly decisionId: string;
  readonly position: number;
  readonly kind: 'contribution' | 'settlement' | 'other' | 'costs';
  /** Below zero for costs. */
  readonly amount: number;
  readonly contributionId: string | null;
  readonly settlementId: string | null;
  readonly note: string | null;
}

/** @returns false when a contribution is tied to another entry already. */
export async function insertLines(
  tx: Transaction,
  tenantId: string,
  lines: readonly NewLine[],
): Promise<boolean> {
  if (lines.length === 0) return true;
  const rows = await tx.query(
    `insert into core.bank_decision_line (tenant_id, decision_id, position, kind, amount_cents,
       contribution_id, settlement_id, note)
     select $1, "decisionId", position, kind, amount, (select c.root_id from core.contribution c
         where c.tenant_id = $1 and c.id = r."contributionId"), "settlementId", note
       from jsonb_to_recordset($2::jsonb) as r ("decisionId" uuid, position int, kind text,
         amount bigint, "contributionId" uuid, "settlementId" uuid, note text)
     on conflict (tenant_id, contribution_id) where kind = 'contribution' and not undone do nothing
     returning id`,
    [tenantId, JSON.stringify(lines)],
  );
  return rows.length === lines.length;
}

/** What was decided on an entry, also when it was undone. */
export interface StoredDecision {
  readonly id: string;
  readonly entryId: string;
  readonly kind: DecisionKind;
  readonly setAsideReason: SetAsideReason | null;
  readonly note: string | null;
  readonly ruleId: string | null;
  readonly ruleName: string | null;
  readonly byRule: boolean;
  readonly decidedAt: string;
  readonly decidedBy: string;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
  readonly lines: readonly StoredLine[];
}

export interface StoredLine {
  readonly kind: NewLine['kind'];
  readonly amount: number;
  readonly contributionId: string | null;
  readonly donorId: string | null;
  readonly donorName: string | null;
  readonly type: string | null;
  /** False when the contribution was annulled since. */
  readonly counts: boolean;
  readonly note: string | null;
}

const LINES = `coalesce((select json_agg(json_build_object('kind', l.kind,
    'amount', l.amount_cents, 'contributionId', l.contribution_id, 'note', l.note,
    'donorId', coalesce(now.donor_id, first.donor_id), 'type', coalesce(now.type, first.type),
    'donorName', (select p.name from core.donor_particulars p where p.tenant_id = l.tenant_id
      and p.donor_id = coalesce(now.donor_id, first.donor_id) order by p.version desc limit 1),
    'counts', l.contribution_id is null or now.id is not null) order by l.position)
  from core.bank_decision_line l
  left join core.contribution first
    on first.tenant_id = l.tenant_id and first.id = l.contribution_id
  left join lateral (select c.id, c.donor_id, c.type from core.current_contribution c
    where c.tenant_id = l.tenant_id and c.root_id = l.contribution_id limit 1) now on true
  where l.tenant_id = d.tenant_id and l.decision_id = d.id), '[]')`;

/** Decisions on these entries, the newest first. */
export function decisionsOn(
  tx: Transaction,
  tenantId: string,
  entryIds: readonly string[],
): Promise<StoredDecision[]> {
  return tx.query<StoredDecision>(
    `select d.id, d.entry_id as "entryId", d.kind, d.set_aside_reason as "setAsideReason", d.note,
            d.rule_id as "ruleId", r.name as "ruleName", d.by_rule as "byRule",
            platform.iso(d.decided_at) as "decidedAt", d.decided_by as "decidedBy",
            platform.iso(d.undone_at) as "undoneAt", d.undone_by as "undoneBy",
            d.undo_reason as "undoReason", ${LINES} as lines
       from core.bank_decision d
       left join core.bank_rule r on r.tenant_id = d.tenant_id and r.id = d.rule_id
      where d.tenant_id = $1 and d.entry_id = any($2::uuid[])
      order by d.decided_at desc, d.id`,
    [tenantId, entryIds],
  );
}

/** False when it was undone in the meantime. Whoever undoes it first, does. */
export async function undoDecision(
  tx: Transaction,
  tenantId: string,
  decisionId: string,
  reason: string,
): Promise<boolean> {
  const rows = await tx.query(
    `update core.bank_decision set undone_at = platform.now(), undone_by = platform.actor(),
       undo_reason = $3 where tenant_id = $1 and id = $2 and undone_at is null returning id`,
    [tenantId, decisionId, reason],
  );
  if (rows.length === 0) return false;
  await tx.query(
    `update core.bank_decision_line set undone = true where tenant_id = $1 and decision_id = $2`,
    [tenantId, decisionId],
  );
  return true;
}

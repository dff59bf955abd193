import { type Finding, type Severity } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';

/*
 * What other modules wrote down of one gift, found by the first booking of its chain. Each statement
 * runs under row-level security, so a party reads of itself alone.
 */

export interface FindingSpell {
  readonly key: string;
  readonly severity: Severity;
  readonly content: Finding;
  readonly foundAt: string;
  readonly endedAt: string | null;
  readonly endedBy: 'resolved' | 'superseded' | null;
}

/** Every spell of every finding of the own ledger about this gift, oldest first. */
export function findingSpells(
  tx: Transaction,
  tenantId: string,
  rootId: string,
): Promise<FindingSpell[]> {
  return tx.query<FindingSpell>(
    `select key, severity, content, platform.iso(found_at) as "foundAt",
            platform.iso(ended_at) as "endedAt", ended_by as "endedBy"
       from core.finding
      where tenant_id = $1 and source = 'ledger'
        and content -> 'contributions' @> jsonb_build_array(jsonb_build_object('contribution', $2::text))
      order by found_at, id`,
    [tenantId, rootId],
  );
}

export interface DutySpell {
  readonly arose: string;
  readonly enforcedLastDay: string;
  readonly statutoryLastDay: string;
  readonly lapsedAt: string | null;
}

export function dutyOf(tx: Transaction, tenantId: string, rootId: string): Promise<DutySpell[]> {
  return tx.query<DutySpell>(
    `select platform.iso(arose_at) as arose, enforced_last_day::text as "enforcedLastDay",
            statutory_last_day::text as "statutoryLastDay", platform.iso(lapsed_at) as "lapsedAt"
       from core.notice_duty where tenant_id = $1 and contribution_root_id = $2`,
    [tenantId, rootId],
  );
}

export interface NoticeMention {
  readonly noticeId: string;
  readonly number: string;
  readonly filedAt: string;
  readonly filedBy: string;
  readonly amountCents: string;
  readonly timeliness: string;
}

/** Every notice that lists this gift; an addition to an earlier notice lists it again. */
export function noticesOf(
  tx: Transaction,
  tenantId: string,
  rootId: string,
): Promise<NoticeMention[]> {
  return tx.query<NoticeMention>(
    `select n.id as "noticeId", n.number, platform.iso(n.filed_at) as "filedAt",
            n.filed_by as "filedBy", l.amount_cents as "amountCents", l.timeliness
       from core.notice_line l
       join core.notice n on n.tenant_id = l.tenant_id and n.id = l.notice_id
       join core.contribution c on c.tenant_id = l.tenant_id and c.id = l.contribution_id
      where l.tenant_id = $1 and c.root_id = $2 order by n.filed_at, n.id`,
    [tenantId, rootId],
  );
}

export interface FilingMention {
  readonly expectedId: string;
  readonly kind: string;
  readonly year: number;
  readonly version: number;
  readonly number: string;
  readonly filedAt: string;
  readonly filedBy: string;
}

/** Every filed version of an overview that lists this gift. */
export function filingsOf(
  tx: Transaction,
  tenantId: string,
  rootId: string,
): Promise<FilingMention[]> {
  return tx.query<FilingMention>(
    `select e.id as "expectedId", f.kind, f.year, f.version, f.number,
            platform.iso(f.filed_at) as "filedAt", f.filed_by as "filedBy"
       from core.filing f
       join core.expected_filing e on e.tenant_id = f.tenant_id and e.key = f.expected_key
      where f.tenant_id = $1 and f.state = 'filed'
        and exists (select 1 from core.contribution c
          where c.tenant_id = $1 and c.root_id = $2
            and strpos(f.content, '"contribution":"' || c.id || '"') > 0)
      order by f.filed_at, f.id`,
    [tenantId, rootId],
  );
}

export interface Disclosed {
  readonly ground: 'filed' | 'overdue' | 'shared';
  readonly at: string;
}

/** When and why the overseer came to know of it (D7); of each ground the first time. */
export function disclosuresOf(
  tx: Transaction,
  tenantId: string,
  rootId: string,
): Promise<Disclosed[]> {
  return tx.query<Disclosed>(
    `select d.ground, platform.iso(min(d.disclosed_at)) as at
       from core.disclosure d
       join core.contribution c on c.tenant_id = d.tenant_id and c.id = d.contribution_id
      where d.tenant_id = $1 and c.root_id = $2 group by d.ground`,
    [tenantId, rootId],
  );
}

export interface SettledBy {
  readonly id: string;
  readonly recordedBy: string;
}

export function settledBy(tx: Transaction, tenantId: string, rootId: string): Promise<SettledBy[]> {
  return tx.query<SettledBy>(
    `select s.id, s.recorded_by as "recordedBy" from core.settlement s
       join core.contribution c on c.tenant_id = s.tenant_id and c.id = s.contribution_id
      where s.tenant_id = $1 and c.root_id = $2`,
    [tenantId, rootId],
  );
}

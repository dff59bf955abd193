import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type ChangeKind, type OutcomeKind } from '../judging/compare-years';
import { type Definition } from '../judging/definition';

export interface StoredSimulation {
  readonly id: string;
  readonly name: string;
  readonly definition: Definition;
  readonly judgedOn: PlainDate;
  /** ISO 8601. */
  readonly askedAt: string;
  readonly askedByName: string;
  readonly status: 'waiting' | 'running' | 'done';
  /** Null until they were counted. */
  readonly donorYears: number | null;
  readonly judged: number;
  readonly changes: number;
  readonly finishedAt: string | null;
}

const COLUMNS = `s.id, s.name, s.definition, s.judged_on::text as "judgedOn",
  platform.iso(s.asked_at) as "askedAt", s.asked_by_name as "askedByName", r.status,
  r.donor_years as "donorYears", r.judged, r.changes, platform.iso(r.finished_at) as "finishedAt"`;
const FROM = `from insight.simulation s join insight.simulation_run r on r.simulation_id = s.id`;

export async function insertSimulation(
  tx: Transaction,
  asked: { readonly name: string; readonly definition: Definition; readonly byName: string },
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into insight.simulation (name, definition, judged_on, asked_by_name)
     values ($1, $2::jsonb, $3, $4) returning id`,
    [asked.name, JSON.stringify(asked.definition), tx.today, asked.byName],
  );
  if (row === undefined) throw new Error('a simulation was not stored');
  await tx.query('insert into insight.simulation_run (simulation_id) values ($1)', [row.id]);
  return row.id;
}

export async function findSimulation(
  tx: Transaction,
  id: string,
): Promise<StoredSimulation | null> {
  const [row] = await tx.query<StoredSimulation>(`select ${COLUMNS} ${FROM} where s.id = $1`, [id]);
  return row ?? null;
}

/** Newest first. */
export function listSimulations(
  tx: Transaction,
  after: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<StoredSimulation[]> {
  return tx.query<StoredSimulation>(
    `select ${COLUMNS} ${FROM}
      where $1::timestamptz is null or (s.asked_at, s.id) < ($1, $2::uuid)
      order by s.asked_at desc, s.id desc limit $3`,
    [after?.at ?? null, after?.id ?? null, limit],
  );
}

/** True when it was there. Its results go with it. */
export async function deleteSimulation(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.query('delete from insight.simulation where id = $1 returning id', [id]);
  return rows.length > 0;
}

export interface PartyTotal {
  readonly tenantId: string;
  readonly party: string;
  /** In addresses; null while insight does not know the party. */
  readonly slug: string | null;
  readonly kind: OutcomeKind;
  readonly beforeCount: number;
  readonly beforeCents: string;
  readonly afterCount: number;
  readonly afterCents: string;
  readonly newCount: number;
  readonly goneCount: number;
  readonly changedCount: number;
  readonly undecidedCount: number;
}

export function totalsOf(tx: Transaction, id: string): Promise<PartyTotal[]> {
  return tx.query<PartyTotal>(
    `select t.tenant_id as "tenantId", o.name as party, p.slug, t.kind,
        t.before_count as "beforeCount", t.before_cents as "beforeCents",
        t.after_count as "afterCount", t.after_cents as "afterCents", t.new_count as "newCount",
        t.gone_count as "goneCount", t.changed_count as "changedCount",
        t.undecided_count as "undecidedCount"
       from insight.simulation_total t
       join core.organisation o on o.tenant_id = t.tenant_id
       left join insight.party p on p.tenant_id = t.tenant_id
      where t.simulation_id = $1 order by o.name, t.tenant_id, t.kind`,
    [id],
  );
}

export interface StoredChange {
  /** A bigint as text: where a list goes on. */
  readonly place: string;
  readonly party: string;
  readonly slug: string | null;
  readonly donorName: string | null;
  readonly donorRef: string | null;
  readonly year: number;
  readonly kind: OutcomeKind;
  readonly change: ChangeKind;
  readonly rule: string;
  readonly outcomeBefore: string | null;
  readonly outcomeAfter: string | null;
  readonly centsBefore: string | null;
  readonly centsAfter: string | null;
  readonly dayBefore: PlainDate | null;
  readonly dayAfter: PlainDate | null;
  readonly notAskedThen: boolean;
  /** Gifts it rests on that insight knows. */
  readonly gifts: readonly { readonly id: string; readonly receivedOn: string | null }[];
}

export interface ChangeSearch {
  readonly kind: OutcomeKind | null;
  readonly change: ChangeKind | null;
  readonly tenantId: string | null;
  /** The place after which it goes on. */
  readonly after: string | null;
  readonly limit: number;
}

/** What is different, by party, year and donor, with the way to its facts. */
export function changesOf(
  tx: Transaction,
  id: string,
  search: ChangeSearch,
): Promise<StoredChange[]> {
  return tx.query<StoredChange>(
    `select c.place, o.name as party, p.slug, d.name as "donorName", d.public_id as "donorRef",
        c.year, c.kind, c.change, c.rule, c.outcome_before as "outcomeBefore",
        c.outcome_after as "outcomeAfter", c.cents_before as "centsBefore",
        c.cents_after as "centsAfter", c.day_before::text as "dayBefore",
        c.day_after::text as "dayAfter", c.not_asked_then as "notAskedThen",
        (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'receivedOn', g.received_on)
            order by g.received_on, g.id), '[]') from insight.gift g
          where g.tenant_id = c.tenant_id and g.contribution_root_id = any(c.contributions)) as gifts
       from (select * from insight.simulation_change
              where simulation_id = $1 and ($2::text is null or kind = $2)
                and ($3::text is null or change = $3) and ($4::uuid is null or tenant_id = $4)
                and ($5::bigint is null or place > $5)
              order by place limit $6) c
       join core.organisation o on o.tenant_id = c.tenant_id
       left join insight.party p on p.tenant_id = c.tenant_id
       left join insight.donor_link l on l.tenant_id = c.tenant_id and l.donor_id = c.donor_id
       left join insight.donor d on d.id = l.insight_donor_id
      order by c.place`,
    [id, search.kind, search.change, search.tenantId, search.after, search.limit],
  );
}

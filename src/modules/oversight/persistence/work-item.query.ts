import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Severity } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { type WorkKind } from '../facts/work-kinds';
import { type Turn } from '../facts/turns';

/** Where the term of a thing stands on a day. */
export const TERMS = ['late', 'today', 'week', 'later', 'none'] as const;
export type Term = (typeof TERMS)[number];

/** Everything that waits, as one of the staff may see it. */
export interface WorkItem {
  readonly id: string;
  readonly kind: WorkKind;
  readonly ref: string;
  readonly tenantId: string | null;
  readonly organisation: string | null;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly whyNl: string;
  readonly whyEn: string;
  readonly severity: Severity | null;
  readonly number: string | null;
  readonly dueOn: PlainDate | null;
  readonly term: Term;
  readonly weight: number;
  readonly since: string;
  readonly turn: Turn;
  readonly href: string;
  readonly version: number;
  readonly openedAt: string;
  readonly endedAt: string | null;
  readonly endedBy: 'facts' | 'judged' | null;
  readonly assignedTo: string | null;
  readonly assignedName: string | null;
  readonly asideUntil: PlainDate | null;
  readonly asideReason: string | null;
  readonly facts: string;
}

export type Holder = 'mine' | 'nobody' | 'others';

/** Null means: all. What is set aside for a later day is left out unless `aside` asks for it. */
export interface WorkFilter {
  readonly kind: WorkKind | null;
  readonly tenantId: string | null;
  readonly holder: Holder | null;
  readonly term: Term | null;
  readonly severity: Severity | null;
  readonly turn: Turn | null;
  readonly text: string;
  readonly aside: boolean;
}

/** The last row that was seen. */
export interface WorkPosition {
  readonly dueKey: string;
  readonly lightness: number;
  readonly since: string;
  readonly id: string;
}

const WEEK = 7;

/* Each of these functions in a select of its own: asked once, not once for every row. */
const TERM = `case when i.due_on is null then 'none'
  when i.due_on < (select platform.today()) then 'late' when i.due_on = (select platform.today()) then 'today'
  when i.due_on <= (select platform.today()) + ${String(WEEK)} then 'week' else 'later' end`;

const COLUMNS = `i.id, i.kind, i.ref, i.tenant_id as "tenantId", i.organisation,
  i.title_nl as "titleNl", i.title_en as "titleEn", i.why_nl as "whyNl", i.why_en as "whyEn",
  i.severity, i.number, i.due_on::text as "dueOn", ${TERM} as term, i.weight,
  platform.iso(i.since) as since, i.turn, i.href, i.version, platform.iso(i.opened_at) as "openedAt",
  platform.iso(i.ended_at) as "endedAt", i.ended_by as "endedBy", i.assigned_to as "assignedTo",
  i.assigned_name as "assignedName", i.aside_until::text as "asideUntil",
  i.aside_reason as "asideReason", i.facts`;

/** Which rows a filter asks for, but for its kind and its term. */
const CHOSEN = `i.ended_at is null
  and ($1::uuid is null or i.tenant_id = $1)
  and ($2::text is null or ($2 = 'mine' and i.assigned_to = (select platform.actor()))
    or ($2 = 'nobody' and i.assigned_to is null)
    or ($2 = 'others' and i.assigned_to <> (select platform.actor())))
  and ($3::text is null or i.severity = $3)
  and ($4::text is null or i.turn = $4)
  and ($5 = '' or i.search_text like '%' || (select core.search_key($5)) || '%')
  and (i.aside_until is not null and i.aside_until > (select platform.today())) = $6`;

function chosen({ tenantId, holder, severity, turn, text, aside }: WorkFilter): unknown[] {
  return [tenantId, holder, severity, turn, text, aside];
}

/** Bounds of a term as days, so that the index in order serves them; the second is not in it. */
const IN_TERM = `($8::text is null
  or ($8 = 'late' and i.due_key < (select platform.today()))
  or ($8 = 'today' and i.due_key = (select platform.today()))
  or ($8 = 'week' and i.due_key > (select platform.today()) and i.due_key <= (select platform.today()) + ${String(WEEK)})
  or ($8 = 'later' and i.due_key > (select platform.today()) + ${String(WEEK)} and i.due_key < 'infinity')
  or ($8 = 'none' and i.due_key = 'infinity'))`;

/** In the order of the queue, after the keyset position. */
export function findWork(
  tx: Transaction,
  filter: WorkFilter,
  after: WorkPosition | null,
  limit: number,
): Promise<(WorkItem & { readonly position: WorkPosition })[]> {
  return tx.query(
    `select ${COLUMNS}, json_build_object('dueKey', i.due_key::text, 'lightness', i.lightness,
        'since', platform.iso(i.since), 'id', i.id) as position
       from insight.work_item i
      where ${CHOSEN} and ($7::text is null or i.kind = $7) and ${IN_TERM}
        and ($9::date is null
          or (i.due_key, i.lightness, i.since, i.id) > ($9, $10::int, $11::timestamptz, $12::uuid))
      order by i.due_key, i.lightness, i.since, i.id limit $13`,
    [
      ...chosen(filter),
      filter.kind,
      filter.term,
      after?.dueKey ?? null,
      after?.lightness ?? null,
      after?.since ?? null,
      after?.id ?? null,
      limit,
    ],
  );
}

export interface WorkCount {
  readonly kind: WorkKind;
  readonly term: Term;
  readonly n: number;
}

/** Counts under the rest of the filter, by kind and term: what a choice of either would show. */
export function countWork(tx: Transaction, filter: WorkFilter): Promise<WorkCount[]> {
  return tx.query<WorkCount>(
    `select i.kind, ${TERM} as term, count(*)::int as n from insight.work_item i
      where ${CHOSEN} group by 1, 2`,
    chosen(filter),
  );
}

export async function findItem(tx: Transaction, id: string): Promise<WorkItem | null> {
  const [row] = await tx.query<WorkItem>(
    `select ${COLUMNS} from insight.work_item i where i.id = $1`,
    [id],
  );
  return row ?? null;
}

/** These rows, in the order of the queue, held until the end of the transaction. */
export function holdItems(tx: Transaction, ids: readonly string[]): Promise<WorkItem[]> {
  return tx.query<WorkItem>(
    `select ${COLUMNS} from insight.work_item i where i.id = any($1::uuid[])
      order by i.due_key, i.lightness, i.since, i.id for update`,
    [ids],
  );
}

export interface WorkOrganisation {
  readonly tenantId: string;
  readonly name: string;
}

const MOST_ORGANISATIONS = 200;

/** Groups of which something waits, by name; none when they are too many to choose from. */
export async function organisationsWithWork(tx: Transaction): Promise<WorkOrganisation[]> {
  const found = await tx.query<WorkOrganisation>(
    `select tenant_id as "tenantId", min(organisation) as name from insight.work_item
      where ended_at is null and tenant_id is not null group by tenant_id
      order by 2, 1 limit $1`,
    [MOST_ORGANISATIONS + 1],
  );
  return found.length > MOST_ORGANISATIONS ? [] : found;
}

/** What came since then, also when it ended already, newest first. */
export function cameSince(tx: Transaction, from: string, limit: number): Promise<WorkItem[]> {
  return tx.query<WorkItem>(
    `select ${COLUMNS} from insight.work_item i where i.opened_at >= $1
      order by i.opened_at desc, i.id limit $2`,
    [from, limit],
  );
}

/** What ended since then, newest first. */
export function endedSince(tx: Transaction, from: string, limit: number): Promise<WorkItem[]> {
  return tx.query<WorkItem>(
    `select ${COLUMNS} from insight.work_item i where i.ended_at >= $1
      order by i.ended_at desc, i.id limit $2`,
    [from, limit],
  );
}

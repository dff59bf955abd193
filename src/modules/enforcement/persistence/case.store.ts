import { type Addressee } from '../../../legal/fines/fineable';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type CaseState } from '../../../legal/procedure/case';
import { type Transaction } from '../../../platform/database/transaction';

/** The head of a case: what it is about and where it stands. */
export interface StoredCase {
  readonly id: string;
  readonly tenantId: string;
  readonly number: string;
  readonly title: string;
  readonly source: 'proposal' | 'finding' | 'manual';
  readonly findingId: string | null;
  /** Names the cause, also when the finding was replaced by a newer one. */
  readonly findingKey: string | null;
  readonly proposalId: string | null;
  readonly donorId: string | null;
  readonly year: number | null;
  readonly tip: string | null;
  readonly recipientId: string;
  readonly recipientName: string;
  readonly addresseeKind: Addressee | null;
  readonly organisationName: string;
  readonly rule: string;
  readonly openedOn: PlainDate;
  readonly openedAt: string;
  readonly endedOn: PlainDate | null;
  readonly state: CaseState;
  readonly version: number;
}

const HEAD = `
  select c.id, c.tenant_id as "tenantId", c.number, c.title, c.source,
    c.finding_id as "findingId", c.finding_key as "findingKey", c.proposal_id as "proposalId", c.donor_id as "donorId", c.year,
    c.tip, c.addressee_recipient_id as "recipientId", r.name as "recipientName",
    c.addressee_kind as "addresseeKind", o.name as "organisationName", c.rule,
    c.opened_on::text as "openedOn", platform.iso(c.opened_at) as "openedAt",
    c.ended_on::text as "endedOn", c.state, c.version
  from core.enforcement_case c
  join core.organisation o on o.tenant_id = c.tenant_id
  join core.recipient r on r.tenant_id = c.tenant_id and r.id = c.addressee_recipient_id`;

/** The same as the party was last told. */
const TOLD = `
  select c.id, c.tenant_id as "tenantId", c.number, c.title, c.source, null as "findingId",
    null as "findingKey", null as "proposalId", null as "donorId", null as year, null as tip,
    c.addressee_recipient_id as "recipientId", r.name as "recipientName",
    c.addressee_kind as "addresseeKind", o.name as "organisationName", c.rule,
    c.opened_on::text as "openedOn", platform.iso(c.opened_at) as "openedAt",
    c.ended_on::text as "endedOn", c.state, c.version
  from core.case_as_told c
  join core.organisation o on o.tenant_id = c.tenant_id
  join core.recipient r on r.tenant_id = c.tenant_id and r.id = c.addressee_recipient_id`;

/** A party reads what it was told; nobody else can read that for it. */
function source(tx: Transaction): string {
  return tx.scope.role === 'app' ? TOLD : HEAD;
}

export type NewCase = Omit<
  StoredCase,
  'organisationName' | 'recipientName' | 'openedAt' | 'endedOn' | 'version'
>;

/** False when there is a case for this cause already. */
export async function insertCase(tx: Transaction, input: NewCase): Promise<boolean> {
  const { state } = input;
  const rows = await tx.query(
    `insert into core.enforcement_case (tenant_id, id, number, title, source, finding_id,
       finding_key, proposal_id, donor_id, year, tip, addressee_recipient_id, addressee_kind, rule,
       phase, protection, collection, opened_on, state, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 1)
     on conflict (tenant_id, donor_id, year, finding_key)
       where finding_key is not null and phase <> 'dismissed' do nothing
     returning id`,
    [
      input.tenantId,
      input.id,
      input.number,
      input.title,
      input.source,
      input.findingId,
      input.findingKey,
      input.proposalId,
      input.donorId,
      input.year,
      input.tip,
      input.recipientId,
      input.addresseeKind,
      input.rule,
      state.phase,
      state.protection,
      state.collection,
      input.openedOn,
      JSON.stringify(state),
    ],
  );
  return rows.length > 0;
}

/** Locks the head until the transaction ends: steps of one case are taken one after another. */
export async function lockCase(tx: Transaction, id: string): Promise<StoredCase | null> {
  const [locked] = await tx.query(
    `select id from core.enforcement_case where id = $1 for no key update`,
    [id],
  );
  return locked === undefined ? null : findCase(tx, id);
}

export async function findCase(tx: Transaction, id: string): Promise<StoredCase | null> {
  const [row] = await tx.query<StoredCase>(`${source(tx)} where c.id = $1`, [id]);
  return row ?? null;
}

/** The case about this cause that is not dismissed, if there is one. */
export async function findCaseOfCause(
  tx: Transaction,
  cause: {
    readonly tenantId: string;
    readonly donorId: string | null;
    readonly year: number;
    readonly findingKey: string;
  },
): Promise<{ readonly id: string; readonly number: string } | null> {
  const [row] = await tx.query<{ id: string; number: string }>(
    `select id, number from core.enforcement_case
      where tenant_id = $1 and core.same_donor(tenant_id, donor_id, $2::uuid) and year = $3
        and finding_key = $4 and phase <> 'dismissed'`,
    [cause.tenantId, cause.donorId, cause.year, cause.findingKey],
  );
  return row ?? null;
}

/** Writes the state after one step; the database lets only known steps through. */
export async function advanceHead(
  tx: Transaction,
  head: StoredCase,
  state: CaseState,
): Promise<void> {
  await tx.query(
    `update core.enforcement_case set phase = $3, protection = $4, collection = $5, ended_on = $6,
       state = $7, version = $8 where tenant_id = $1 and id = $2`,
    [
      head.tenantId,
      head.id,
      state.phase,
      state.protection,
      state.collection,
      state.ended?.on ?? null,
      JSON.stringify(state),
      head.version + 1,
    ],
  );
}

export interface CaseSearch {
  readonly phase?: string;
  readonly collection?: string;
  readonly ended?: boolean;
  readonly tenantId?: string;
  readonly findingId?: string;
  readonly needsAttention?: boolean;
  readonly after: { readonly openedAt: string; readonly id: string } | null;
  readonly limit: number;
}

/** Newest first, after the keyset position. */
export function searchCases(tx: Transaction, search: CaseSearch): Promise<StoredCase[]> {
  const own = tx.scope.role === 'app';
  return tx.query<StoredCase>(
    `${source(tx)}
      where ($1::text is null or c.state ->> 'phase' = $1)
        and ($2::text is null or c.state ->> 'collection' = $2)
        and ($3::boolean is null or (c.ended_on is not null) = $3)
        and ($4::uuid is null or c.tenant_id = $4)
        ${own ? 'and $5::uuid is null and $6::boolean is not true' : SEEN_BY_STAFF}
        and ($7::timestamptz is null or (c.opened_at, c.id) < ($7, $8::uuid))
      order by c.opened_at desc, c.id desc limit $9`,
    [
      ...[search.phase, search.collection, search.ended, search.tenantId].map(orNull),
      ...[search.findingId, search.needsAttention].map(orNull),
      ...[search.after?.openedAt, search.after?.id].map(orNull),
      search.limit,
    ],
  );
}

function orNull<Value>(value: Value | undefined): Value | null {
  return value ?? null;
}

const SEEN_BY_STAFF = `
        and ($5::uuid is null or c.finding_id = $5)
        and ($6::boolean is null or exists (select 1 from core.case_signal s
          where s.tenant_id = c.tenant_id and s.case_id = c.id and s.seen_to_at is null) = $6)`;

const STANDING_FINES = `from core.enforcement_case c
      where c.tenant_id = $1 and c.phase = 'notified' and c.collection not in ('none', 'annulled')
        and exists (select 1 from core.case_decision d where d.tenant_id = c.tenant_id
          and d.case_id = c.id and d.purpose = 'fine')`;

/** Days of violations of the same rule by the same addressee for which a fine stands. */
export async function finedBefore(
  tx: Transaction,
  addressee: { readonly tenantId: string; readonly recipientId: string; readonly rule: string },
): Promise<readonly PlainDate[]> {
  const rows = await tx.query<{ day: PlainDate }>(
    `select c.state -> 'subject' ->> 'violatedOn' as day ${STANDING_FINES}
        and c.addressee_recipient_id = $2 and c.rule = $3
      order by day`,
    [addressee.tenantId, addressee.recipientId, addressee.rule],
  );
  return rows.map(({ day }) => day);
}

/** The same of a whole group at once, of every addressee and rule. */
export function finesOf(
  tx: Transaction,
  tenantId: string,
): Promise<{ readonly recipientId: string; readonly rule: string; readonly day: PlainDate }[]> {
  return tx.query(
    `select c.addressee_recipient_id as "recipientId", c.rule,
        c.state -> 'subject' ->> 'violatedOn' as day ${STANDING_FINES} order by day`,
    [tenantId],
  );
}

import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';

export type SafetyStepKind = 'sent_to_committee' | 'extended' | 'advised' | 'drafted' | 'decided';
export type SafetyOutcome = 'grant' | 'refuse';

export interface SafetyStep {
  readonly number: number;
  readonly kind: SafetyStepKind;
  readonly outcome: SafetyOutcome | null;
  readonly words: string | null;
  /** The last day of the advice. */
  readonly dueOn: PlainDate | null;
  readonly takenAt: string;
  /** Null for a party: it hears what was decided, not who worked on it. */
  readonly takenBy: string | null;
  readonly takenByName: string | null;
}

/** A request of a party to shield somebody (art. 25 lid 5), with the steps its reader may see. */
export interface SafetyRequest {
  readonly id: string;
  readonly tenantId: string;
  readonly organisation: string;
  readonly donorId: string;
  readonly donorName: string | null;
  /** Null: the donor itself; otherwise this beneficial owner of it. */
  readonly uboName: string | null;
  readonly reason: string;
  readonly askedAt: string;
  readonly askedByName: string | null;
  readonly steps: readonly SafetyStep[];
}

const OF_STAFF = `, 'takenBy', s.taken_by, 'takenByName', s.taken_by_name`;
const OF_PARTY = `, 'takenBy', null, 'takenByName', null`;

function select(tx: Transaction): string {
  const people = tx.scope.role === 'app' ? OF_PARTY : OF_STAFF;
  return `select r.id, r.tenant_id as "tenantId", o.name as organisation,
      r.donor_id as "donorId", r.ubo_name as "uboName", r.reason,
      platform.iso(r.asked_at) as "askedAt", r.asked_by_name as "askedByName",
      r.donor_name as "donorName",
      (select coalesce(json_agg(json_build_object('number', s.number, 'kind', s.kind,
          'outcome', s.outcome, 'words', s.words, 'dueOn', s.due_on::text,
          'takenAt', platform.iso(s.taken_at)${people}) order by s.number), '[]')
        from core.safety_step s where s.tenant_id = r.tenant_id and s.request_id = r.id) as steps
    from core.safety_request r join core.organisation o on o.tenant_id = r.tenant_id`;
}

const NOT_DECIDED = `not exists (select from core.safety_step d where d.tenant_id = r.tenant_id
  and d.request_id = r.id and d.kind = 'decided')`;

export interface SafetySearch {
  /** True: not decided yet; false: decided; null: all. */
  readonly open: boolean | null;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

/** The newest first; a party sees its own. */
export function listRequests(
  tx: Transaction,
  { open, after, limit }: SafetySearch,
): Promise<readonly SafetyRequest[]> {
  return tx.query<SafetyRequest>(
    `${select(tx)}
      where ($1::boolean is null or $1 = (${NOT_DECIDED}))
        and ($2::timestamptz is null or (r.asked_at, r.id) < ($2, $3::uuid))
      order by r.asked_at desc, r.id desc limit $4`,
    [open, after?.at ?? null, after?.id ?? null, limit],
  );
}

export async function findRequest(tx: Transaction, id: string): Promise<SafetyRequest | null> {
  const [row] = await tx.query<SafetyRequest>(`${select(tx)} where r.id = $1`, [id]);
  return row ?? null;
}

export interface NewRequest {
  readonly donorId: string;
  readonly donorName: string | null;
  readonly uboName: string | null;
  readonly reason: string;
  readonly askedByName: string | null;
}

/** Withholding begins with this row, in the database itself. */
export async function insertRequest(
  tx: Transaction,
  tenantId: string,
  request: NewRequest,
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into core.safety_request 
       (tenant_id, donor_id, donor_name, ubo_name, reason, asked_by_name)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [
      ...[tenantId, request.donorId, request.donorName, request.uboName],
      ...[request.reason, request.askedByName],
    ],
  );
  if (row === undefined) throw new Error('a request was not written');
  return row.id;
}

export type StepRefusal =
  | 'no_request'
  | 'changed_meanwhile'
  | 'decided_before'
  | 'role_may_not'
  | 'not_now'
  | 'advice_first'
  | 'no_draft'
  | 'second_person_needed';

export interface NewStep {
  readonly tenantId: string;
  readonly requestId: string;
  /** How many steps the person had read. */
  readonly seen: number;
  readonly kind: SafetyStepKind;
  readonly outcome: SafetyOutcome | null;
  readonly words: string | null;
  readonly dueOn: PlainDate | null;
  readonly actorName: string | null;
}

/** Null when it was taken. */
export async function insertStep(tx: Transaction, step: NewStep): Promise<StepRefusal | null> {
  const [row] = await tx.query<{ refusal: StepRefusal | null }>(
    'select core.take_safety_step($1, $2, $3, $4, $5, $6, $7, $8) as refusal',
    [
      ...[step.tenantId, step.requestId, step.seen, step.kind],
      ...[step.outcome, step.words, step.dueOn, step.actorName],
    ],
  );
  return row?.refusal ?? null;
}

import { type FineSchedule } from '../../../legal/fines/fine-schedule';
import { type Transaction } from '../../../platform/database/transaction';

export interface StoredSchedule {
  readonly id: string;
  readonly version: string;
  readonly schedule: FineSchedule;
  readonly sha256: string;
  /** Null for who may not see the people behind it. */
  readonly draftedBy: string | null;
  readonly draftedByName: string | null;
  readonly draftedAt: string | null;
  readonly adoptedBy: string | null;
  readonly adoptedByName: string | null;
  /** Null while it is a draft. */
  readonly adoptedAt: string | null;
}

const OPEN = `id, version, content::json as schedule, encode(sha256, 'hex') as sha256,
  platform.iso(adopted_at) as "adoptedAt"`;
const PEOPLE = `drafted_by as "draftedBy", drafted_by_name as "draftedByName",
  platform.iso(drafted_at) as "draftedAt", adopted_by as "adoptedBy",
  adopted_by_name as "adoptedByName"`;
const NOBODY = `null as "draftedBy", null as "draftedByName", null as "draftedAt",
  null as "adoptedBy", null as "adoptedByName"`;

function columns(tx: Transaction): string {
  const { role } = tx.scope;
  return `${OPEN}, ${role === 'staff' || role === 'worker' ? PEOPLE : NOBODY}`;
}

/** Adopted schedules and, for staff, drafts; the one that begins last comes first. */
export function readSchedules(tx: Transaction): Promise<StoredSchedule[]> {
  const standing =
    tx.scope.role === 'staff' || tx.scope.role === 'worker' ? 'where withdrawn_at is null' : '';
  return tx.query<StoredSchedule>(
    `select ${columns(tx)} from register.fine_schedule ${standing}
      order by from_day desc, version desc`,
  );
}

export async function findSchedule(tx: Transaction, id: string): Promise<StoredSchedule | null> {
  const [row] = await tx.query<StoredSchedule>(
    `select ${columns(tx)} from register.fine_schedule where id = $1`,
    [id],
  );
  return row ?? null;
}

/** Every adopted schedule: from these the one in force on a day is chosen. */
export async function adoptedSchedules(tx: Transaction): Promise<readonly FineSchedule[]> {
  const rows = await tx.query<{ schedule: FineSchedule }>(
    `select content::json as schedule from register.fine_schedule
      where adopted_at is not null order by from_day`,
  );
  return rows.map(({ schedule }) => schedule);
}

/** Null when the version is taken. */
export async function insertSchedule(
  tx: Transaction,
  draft: {
    readonly schedule: FineSchedule;
    readonly content: string;
    readonly sha256: string;
    readonly draftedByName: string | null;
  },
): Promise<string | null> {
  const { schedule } = draft;
  const [row] = await tx.query<{ id: string }>(
    `insert into register.fine_schedule
       (version, origin, content, sha256, from_day, drafted_by_name)
     values ($1, $2, $3, decode($4, 'hex'), $5, $6)
     on conflict (version) where withdrawn_at is null do nothing
     returning id`,
    [
      schedule.version,
      schedule.origin,
      draft.content,
      draft.sha256,
      schedule.from,
      draft.draftedByName,
    ],
  );
  return row?.id ?? null;
}

/** False when it is no draft any more. */
export async function withdrawSchedule(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update register.fine_schedule set withdrawn_at = platform.now()
      where id = $1 and adopted_at is null and withdrawn_at is null returning id`,
    [id],
  );
  return rows.length > 0;
}

/** 'day_taken': another adopted schedule begins on that day. */
export type AdoptionRefusal =
  | 'no_draft'
  | 'role_may_not'
  | 'already_done'
  | 'second_person_needed'
  | 'content_changed'
  | 'day_in_the_past'
  | 'day_taken';

/** Null when it was adopted. */
export async function adoptSchedule(
  tx: Transaction,
  adoption: {
    readonly id: string;
    readonly sha256: string;
    readonly adopterName: string | null;
  },
): Promise<AdoptionRefusal | null> {
  const [row] = await tx.query<{ refusal: AdoptionRefusal | null }>(
    `select register.adopt_fine_schedule($1, $2, $3) as refusal`,
    [adoption.id, adoption.sha256, adoption.adopterName],
  );
  return row?.refusal ?? null;
}

import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type CaseRole } from '../../../legal/procedure/case';
import { type Transaction } from '../../../platform/database/transaction';

export interface StoredEvent {
  readonly sequence: number;
  readonly type: string;
  readonly command: Readonly<Record<string, unknown>>;
  readonly role: CaseRole;
  readonly actor: string | null;
  readonly actorName: string | null;
  readonly day: PlainDate;
  readonly article: string | null;
  readonly audience: 'internal' | 'party';
  readonly at: string;
}

export type NewEvent = Omit<StoredEvent, 'at' | 'actor'> & {
  readonly tenantId: string;
  readonly caseId: string;
  readonly actor: string;
};

/** Adds a line to the chronology, with the hash of the state that is now in the head. */
export async function insertEvent(tx: Transaction, event: NewEvent): Promise<void> {
  await tx.query(
    `insert into core.case_event (tenant_id, case_id, sequence, type, command, actor, actor_name,
       role, day, article, audience, state_sha256)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, state_sha256
       from core.enforcement_case where tenant_id = $1 and id = $2`,
    [
      event.tenantId,
      event.caseId,
      event.sequence,
      event.type,
      JSON.stringify(event.command),
      event.actor,
      event.actorName,
      event.role,
      event.day,
      event.article,
      event.audience,
    ],
  );
}

/** The chronology as far as the reader may see it; a party is not shown who of the staff acted. */
export function readEvents(tx: Transaction, caseId: string): Promise<StoredEvent[]> {
  const people =
    tx.scope.role === 'app'
      ? 'null as actor, null as "actorName"'
      : 'actor, actor_name as "actorName"';
  return tx.query<StoredEvent>(
    `select sequence, type, command, role, ${people}, day::text as day, article, audience,
       platform.iso(at) as at
       from core.case_event where case_id = $1 order by sequence`,
    [caseId],
  );
}

export interface Taken {
  readonly actor: string;
  readonly role: CaseRole;
  readonly type: string;
}

/** Who took which step so far. */
export function readTaken(tx: Transaction, caseId: string): Promise<Taken[]> {
  return tx.query<Taken>(
    `select actor, role, type from core.case_event where case_id = $1 order by sequence`,
    [caseId],
  );
}

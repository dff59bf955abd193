import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type CaseTerm } from '../../../legal/procedure/case';
import { type Transaction } from '../../../platform/database/transaction';

export interface StoredSignal {
  readonly caseId: string;
  readonly kind: 'ends_soon' | 'passed' | 'submission_refused';
  readonly term: CaseTerm['code'] | null;
  readonly lastDay: PlainDate | null;
  readonly since: string;
}

export async function raiseSignal(
  tx: Transaction,
  subject: { readonly tenantId: string; readonly id: string },
  signal: Pick<StoredSignal, 'kind' | 'term' | 'lastDay'>,
): Promise<void> {
  await tx.query(
    `insert into core.case_signal (tenant_id, case_id, kind, term, last_day)
     values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, case_id, kind, term, last_day) do update set seen_to_at = null`,
    [subject.tenantId, subject.id, signal.kind, signal.term, signal.lastDay],
  );
}

/** A step sees to every signal but those about terms that are still open. */
export async function seeToSignals(
  tx: Transaction,
  subject: { readonly tenantId: string; readonly id: string },
  stillOpen: readonly string[],
): Promise<void> {
  await tx.query(
    `update core.case_signal set seen_to_at = platform.now()
      where tenant_id = $1 and case_id = $2 and seen_to_at is null
        and (term is null or not (term || ':' || to_char(last_day, 'YYYY-MM-DD') = any($3::text[])))`,
    [subject.tenantId, subject.id, stillOpen],
  );
}

/** Signals that still stand of these cases, oldest first; staff only. */
export function readSignals(tx: Transaction, caseIds: readonly string[]): Promise<StoredSignal[]> {
  return tx.query<StoredSignal>(
    `select case_id as "caseId", kind, term, last_day::text as "lastDay",
       platform.iso(since) as since
       from core.case_signal where case_id = any($1::uuid[]) and seen_to_at is null
      order by since, id`,
    [caseIds],
  );
}

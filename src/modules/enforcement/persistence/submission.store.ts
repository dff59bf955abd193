import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type CaseRefusal } from '../../../legal/procedure/case';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

export interface StoredSubmission {
  readonly id: string;
  readonly tenantId: string;
  readonly caseId: string;
  readonly kind: 'views' | 'objection' | 'repair' | 'information';
  readonly channel: 'portal' | 'paper';
  readonly text: string;
  readonly documents: readonly { readonly name: string; readonly sha256: string }[];
  readonly receivedOn: PlainDate;
  readonly receivedAt: string;
  readonly postedOn: PlainDate | null;
  readonly submittedBy: string;
  readonly outcome: 'taken_in' | 'refused' | null;
  readonly refusal: CaseRefusal | null;
}

const COLUMNS = `id, tenant_id as "tenantId", case_id as "caseId", kind, channel, text, documents,
  received_on::text as "receivedOn", platform.iso(received_at) as "receivedAt",
  posted_on::text as "postedOn", submitted_by as "submittedBy", outcome, refusal`;

export interface NewSubmission {
  readonly tenantId: string;
  readonly caseId: string;
  readonly kind: StoredSubmission['kind'];
  readonly channel: StoredSubmission['channel'];
  readonly text: string;
  readonly documents: StoredSubmission['documents'];
  /** Null: today, as the database knows it at this very statement. */
  readonly receivedOn: PlainDate | null;
  readonly postedOn: PlainDate | null;
}

export async function insertSubmission(
  tx: Transaction,
  submission: NewSubmission,
): Promise<StoredSubmission> {
  const [row] = await tx.query<StoredSubmission>(
    `insert into core.case_submission
       (tenant_id, id, case_id, kind, channel, text, documents, received_on, posted_on)
     values ($1, $2, $3, $4, $5, $6, $7, coalesce($8::date, platform.today()), $9)
     returning ${COLUMNS}`,
    [
      submission.tenantId,
      newId(),
      submission.caseId,
      submission.kind,
      submission.channel,
      submission.text,
      JSON.stringify(submission.documents),
      submission.receivedOn,
      submission.postedOn,
    ],
  );
  if (row === undefined) throw new Error('a submission was not stored');
  return row;
}

export function readSubmissions(tx: Transaction, caseId: string): Promise<StoredSubmission[]> {
  return tx.query<StoredSubmission>(
    `select ${COLUMNS} from core.case_submission where case_id = $1 order by received_at, id`,
    [caseId],
  );
}

/** What came in and was not taken in yet, oldest first. The head of the case is locked by now. */
export function waitingSubmissions(tx: Transaction, caseId: string): Promise<StoredSubmission[]> {
  return tx.query<StoredSubmission>(
    `select ${COLUMNS} from core.case_submission
      where case_id = $1 and outcome is null and channel = 'portal' order by received_at, id`,
    [caseId],
  );
}

export async function settleSubmission(
  tx: Transaction,
  submission: StoredSubmission,
  result: { readonly sequence: number } | { readonly refusal: CaseRefusal },
): Promise<void> {
  const sequence = 'sequence' in result ? result.sequence : null;
  const refusal = 'refusal' in result ? result.refusal : null;
  await tx.query(
    `update core.case_submission set outcome = $3, event_sequence = $4, refusal = $5,
       handled_at = platform.now() where tenant_id = $1 and id = $2 and outcome is null`,
    [
      submission.tenantId,
      submission.id,
      refusal === null ? 'taken_in' : 'refused',
      sequence,
      refusal,
    ],
  );
}

/**
 * Holds back, until the transaction ends, the passing of terms of this case: what is received on the
 * last day counts on the last day, also when it is taken in after midnight.
 */
export async function holdIncoming(tx: Transaction, caseId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('case.incoming:' || $1, 0))`, [
    caseId,
  ]);
}

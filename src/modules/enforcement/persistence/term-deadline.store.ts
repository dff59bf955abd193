import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type KindName, scheduleDeadline } from '../../../platform/deadlines/public';

export interface WantedDeadline {
  readonly kind: KindName;
  /** Code and last day of the term: another day is another deadline. */
  readonly occurrence: string;
  readonly localDate: PlainDate;
  readonly moment: 'start_of_day' | 'end_of_day';
}

/**
 * Makes the pending deadlines of a case those that are wanted. One that is being fired at this very
 * moment is left alone: it waits for the head of the case and then finds that nothing is to be done.
 */
export async function keepDeadlines(
  tx: Transaction,
  subject: { readonly tenantId: string; readonly id: string },
  kinds: readonly KindName[],
  wanted: readonly WantedDeadline[],
): Promise<void> {
  const keep = wanted.map(({ kind, occurrence }) => `${kind} ${occurrence}`);
  await tx.query(
    `update platform.deadline d set state = 'cancelled'
      where d.tenant_id = $1 and d.state = 'pending' and d.id in (
        select id from platform.deadline
         where tenant_id = $1 and subject_id = $2 and kind = any($3::text[]) and state = 'pending'
           and not (kind || ' ' || occurrence = any($4::text[]))
         for update skip locked)`,
    [subject.tenantId, subject.id, kinds, keep],
  );
  for (const deadline of wanted)
    await scheduleDeadline(tx, {
      ...deadline,
      tenantId: subject.tenantId,
      subjectId: subject.id,
      ruleVersion: 'case-terms/1',
    });
}

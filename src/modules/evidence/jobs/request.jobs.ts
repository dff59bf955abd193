import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { RecordAnswer } from '../application/record-answer';
import { EVIDENCE_ANSWERED, EVIDENCE_REQUEST_OVER } from '../application/request-jobs';
import { forgetAddress } from '../persistence/request.store';

type Payload = typeof EVIDENCE_ANSWERED extends { readonly payload?: infer P }
  ? NonNullable<P>
  : never;

/** Enters what a donor sent. */
@HandlesJob()
export class EvidenceAnsweredHandler implements JobHandler<Payload> {
  readonly job = EVIDENCE_ANSWERED;

  constructor(private readonly recording: RecordAnswer) {}

  run(_tx: Transaction, { tenantId, requestId }: Payload): Promise<void> {
    return this.recording.run(tenantId, requestId);
  }
}

/** Forgets the address of a request whose term is over. */
@HandlesJob()
export class EvidenceRequestOverHandler implements JobHandler<Payload> {
  readonly job = EVIDENCE_REQUEST_OVER;

  run(tx: Transaction, { tenantId, requestId }: Payload): Promise<void> {
    return forgetAddress(tx, tenantId, requestId);
  }
}

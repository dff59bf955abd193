import { type Transaction } from '../../../platform/database/transaction';
import { announce, HandlesJob, type Job, type JobHandler } from '../../../platform/jobs/public';
import { ELECTION_CHANGED } from '../../elections/public';
import { ORGANISATION_CHANGED, readAllGroups } from '../../parties/public';
import { EXPECTATION_MET, EXPECTATIONS_STALE } from '../application/expectation-jobs';
import { judgeExpectation } from '../application/judge-expectation';
import { refreshExpectations } from '../application/refresh-expectations';

type PayloadOf<J> = J extends Job<infer Payload> ? Payload : never;

/** A group was entered or changed: what it owes follows. */
@HandlesJob()
export class OrganisationChangedHandler implements JobHandler<
  PayloadOf<typeof ORGANISATION_CHANGED>
> {
  readonly job = ORGANISATION_CHANGED;

  async run(tx: Transaction, { tenantId }: PayloadOf<typeof ORGANISATION_CHANGED>): Promise<void> {
    await refreshExpectations(tx, tenantId);
  }
}

/** An election was called or changed: every group is looked at, each in a transaction of its own. */
@HandlesJob()
export class ElectionChangedHandler implements JobHandler<PayloadOf<typeof ELECTION_CHANGED>> {
  readonly job = ELECTION_CHANGED;

  async run(tx: Transaction, payload: PayloadOf<typeof ELECTION_CHANGED>): Promise<void> {
    const dedupeKey = `${payload.electionId}:${String(payload.version)}`;
    for (const { ref: tenantId } of await readAllGroups(tx))
      await announce(tx, EXPECTATIONS_STALE, { tenantId }, { tenantId, dedupeKey });
  }
}

@HandlesJob()
export class ExpectationsStaleHandler implements JobHandler<PayloadOf<typeof EXPECTATIONS_STALE>> {
  readonly job = EXPECTATIONS_STALE;

  async run(tx: Transaction, { tenantId }: PayloadOf<typeof EXPECTATIONS_STALE>): Promise<void> {
    await refreshExpectations(tx, tenantId);
  }
}

/** Something came in: the overseer's side is judged again. */
@HandlesJob()
export class ExpectationMetHandler implements JobHandler<PayloadOf<typeof EXPECTATION_MET>> {
  readonly job = EXPECTATION_MET;

  async run(tx: Transaction, { expectedId }: PayloadOf<typeof EXPECTATION_MET>): Promise<void> {
    await judgeExpectation(tx, expectedId);
  }
}

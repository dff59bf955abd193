import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { runBatch, SIMULATE } from '../application/run-simulation';

type Payload = typeof SIMULATE extends { readonly payload?: infer P } ? NonNullable<P> : never;

/** Judges one batch of a simulation and announces the next. */
@HandlesJob()
export class SimulateHandler implements JobHandler<Payload> {
  readonly job = SIMULATE;

  run(tx: Transaction, { simulationId, ...cursor }: Payload): Promise<void> {
    return runBatch(tx, simulationId, cursor);
  }
}

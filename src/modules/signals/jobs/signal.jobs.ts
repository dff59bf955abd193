import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { type Config, CONFIG } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler, workerScope } from '../../../platform/jobs/public';
import { InsightChanges } from '../../insight/public';
import {
  markAroundDecision,
  newestRun,
  refreshStale,
  runSlice,
  startRun,
} from '../application/run-signals';
import {
  announceAsked,
  announceNight,
  announceRefresh,
  announceSlice,
  SIGNALS_ASKED,
  SIGNALS_DECISION,
  SIGNALS_NIGHT,
  SIGNALS_REFRESH,
  SIGNALS_RUN,
} from '../application/signal-jobs';

/** Something changed: only those whom it touches are looked at again. */
@HandlesJob()
export class RefreshSignalsHandler implements JobHandler<{ readonly round: string }>, OnModuleInit {
  readonly job = SIGNALS_REFRESH;

  constructor(private readonly changes: InsightChanges) {}

  /** Of whom something changed is marked by the database; this only says that somebody is. */
  onModuleInit(): void {
    this.changes.subscribe((tx) => announceRefresh(tx));
  }

  async run(tx: Transaction): Promise<void> {
    if (await refreshStale(tx)) await announceRefresh(tx);
  }
}

/** A slice of a run over everybody; the next slice is a job of its own. */
@HandlesJob()
export class RunSignalsHandler implements JobHandler<{
  readonly run: string;
  readonly after: string;
}> {
  readonly job = SIGNALS_RUN;

  async run(tx: Transaction, payload: { run: string; after: string }): Promise<void> {
    const last = await runSlice(tx, payload.run, payload.after);
    if (last !== null) await announceSlice(tx, payload.run, last);
  }
}

@HandlesJob()
export class AskedSignalsHandler implements JobHandler<{ readonly reason: string }> {
  readonly job = SIGNALS_ASKED;

  async run(tx: Transaction, { reason }: { readonly reason: string }): Promise<void> {
    await announceSlice(tx, await startRun(tx, reason === 'setting' ? 'setting' : 'asked'));
  }
}

@HandlesJob()
export class DecisionSignalsHandler implements JobHandler<{
  readonly decision: string;
  readonly round: string;
}> {
  readonly job = SIGNALS_DECISION;

  async run(tx: Transaction, { decision }: { readonly decision: string }): Promise<void> {
    await markAroundDecision(tx, decision);
    await announceRefresh(tx);
  }
}

@HandlesJob()
export class NightSignalsHandler implements JobHandler<{ readonly day: string }> {
  readonly job = SIGNALS_NIGHT;

  async run(tx: Transaction): Promise<void> {
    await announceSlice(tx, await startRun(tx, 'night'));
    await announceNight(tx);
  }
}

/** Sees to it that a night is planned, and that everybody was looked at once. */
@Injectable()
export class PlanSignalNights implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'worker'>,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.worker) return;
    await this.database.inTransaction(workerScope('signals.plan'), async (tx) => {
      await announceNight(tx);
      if ((await newestRun(tx)) === null) await announceAsked(tx, 'asked');
    });
  }
}

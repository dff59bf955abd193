import { hostname } from 'node:os';
import {
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type DiscoveryService } from '@nestjs/core';
import { type Database } from '../database/database';
import { ClockGuard } from '../deadlines/clock-guard';
import { DEADLINE_HANDLER, definedDeadlines, type DeadlineHandler } from '../deadlines/deadline';
import { Dispatching } from '../deadlines/dispatching';
import { Firing } from '../deadlines/firing';
import { steadyNow } from '../deadlines/machine-clock';
import { BullDispatcher } from '../jobs/bull-dispatcher';
import { type Dispatcher, type DispatcherState } from '../jobs/dispatcher';
import { Gathering } from '../jobs/gathering';
import { providersMarked, type HandlersByName } from '../jobs/handlers';
import { JOB_HANDLER, definedJobs, type JobHandler, type JobPayload } from '../jobs/job';
import { JobRunner } from '../jobs/job-runner';
import { Ticker } from '../jobs/ticker';
import { onWake } from '../jobs/wake';
import { ATTACHMENT_SOURCE, type AttachmentSource } from '../outbox/attachment';
import { FileMailer } from '../outbox/file-mailer';
import { OutboxSender } from '../outbox/outbox-sender';
import { type WorkerOptions } from './worker-options';

const EVERY_SECOND = 1000;
const TWICE_A_SECOND = 500;
const GRACE_SECONDS = 30;
const ROUNDS = 100;

export interface WorkDone {
  readonly fired: number;
  readonly ran: number;
  readonly sent: number;
}

export interface WorkerStatus {
  /** Whether this process works by itself. */
  readonly working: boolean;
  /** Why no deadline fires, or null. */
  readonly heldBecause: string | null;
  readonly dispatcher: DispatcherState;
  /** How long ago this process last looked for deadlines; null when it never did. */
  readonly lookedSecondsAgo: number | null;
}

/**
 * Everything that happens without a person: deadlines, jobs and letters. It starts with the
 * application and stops with it, after what it was doing is done.
 */
export class Worker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private readonly guard = new ClockGuard();
  private readonly firing: Firing;
  private readonly jobs: JobRunner;
  private readonly outbox: OutboxSender;
  private readonly dispatcher: Dispatcher | undefined;
  private readonly dispatching: Dispatching | undefined;
  private readonly tickers: Ticker[] = [];
  private deadlineHandlers: HandlersByName<DeadlineHandler> = new Map();
  private jobHandlers: HandlersByName<JobHandler<JobPayload>> = new Map();
  private attachmentSources: HandlersByName<AttachmentSource> = new Map();
  private working = false;
  private told: string | null = null;
  private lookedAt: number | null = null;
  private ignoreWake: () => void = () => undefined;

  constructor(
    database: Database,
    private readonly discovery: DiscoveryService,
    private readonly options: WorkerOptions,
  ) {
    const name = `${hostname()}:${process.pid}`;
    this.firing = new Firing(database, () => this.deadlineHandlers, this.guard, name);
    this.jobs = new JobRunner(database, () => this.jobHandlers);
    const { mail } = options;
    this.outbox = new OutboxSender(
      database,
      'send' in mail ? mail : new FileMailer(mail.folder, mail.sender),
      () => this.attachmentSources,
      (message, why) => this.logger.error(`message ${message} was given up: ${why}`),
    );
    if (typeof options.redisUrl !== 'string' || !options.worker) return;
    this.dispatcher = new BullDispatcher({
      redisUrl: options.redisUrl,
      prefix: options.queuePrefix ?? 'worker',
      ...(options.silenceMilliseconds === undefined
        ? {}
        : { silenceMilliseconds: options.silenceMilliseconds }),
    });
    this.dispatching = new Dispatching(database, this.dispatcher, this.firing);
  }

  /** Refuses to start when a defined deadline or job has no handler, or two. */
  onApplicationBootstrap(): void {
    const deadlines = providersMarked<DeadlineHandler>(this.discovery, DEADLINE_HANDLER);
    this.deadlineHandlers = definedDeadlines.match(deadlines.map((h) => [h.kind, h] as const));
    const jobs = providersMarked<JobHandler<JobPayload>>(this.discovery, JOB_HANDLER);
    this.jobHandlers = definedJobs.match(jobs.map((h) => [h.job.name, h] as const));
    const sources = providersMarked<AttachmentSource>(this.discovery, ATTACHMENT_SOURCE);
    this.attachmentSources = new Map(sources.map((one) => [one.source, one] as const));
    if (this.options.worker) this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.working = false;
    this.ignoreWake();
    await Promise.all([...this.tickers.map((ticker) => ticker.stop()), this.dispatcher?.stop()]);
  }

  status(): WorkerStatus {
    return {
      working: this.working,
      heldBecause: this.guard.heldBecause,
      dispatcher: this.dispatcher?.state() ?? 'not configured',
      lookedSecondsAgo:
        this.lookedAt === null ? null : Math.floor((steadyNow() - this.lookedAt) / 1000),
    };
  }

  /** Does all that may be done now, also what follows from it, and comes back when that is over. */
  async drainOnce(): Promise<WorkDone> {
    let [fired, ran, sent] = [0, 0, 0];
    for (let round = 1; round <= ROUNDS; round += 1) {
      await this.firing.checkClocks();
      const now = await this.firing.fireAll({ overdueSeconds: 0 });
      const then = await this.jobs.drain();
      const last = await this.outbox.drain();
      fired += now;
      ran += then;
      sent += last;
      if (now + then + last === 0) return { fired, ran, sent };
    }
    throw new Error(`after ${ROUNDS} rounds there is still work: something announces itself`);
  }

  private start(): void {
    this.working = true;
    const wanted = (): boolean => this.working;
    const overdueSeconds =
      this.dispatching === undefined ? 0 : (this.options.graceSeconds ?? GRACE_SECONDS);
    const arrived = new Gathering((ids) => this.firing.fireAll({ ids }, wanted));
    this.dispatcher?.start((id) => arrived.add(id));
    this.every(EVERY_SECOND, 'deadlines', async () => {
      await this.firing.checkClocks();
      this.tellWhenHeld();
      await this.firing.fireAll({ overdueSeconds }, wanted);
      this.lookedAt = steadyNow();
    });
    this.every(EVERY_SECOND, 'jobs', () => this.jobs.drain(wanted));
    this.every(EVERY_SECOND, 'letters', () => this.outbox.drain(wanted));
    const { dispatching } = this;
    if (dispatching !== undefined) {
      this.every(TWICE_A_SECOND, 'dispatch', () => dispatching.tick(wanted));
    }
    this.ignoreWake = onWake(() => {
      for (const ticker of this.tickers) ticker.wake();
    });
  }

  private every(milliseconds: number, name: string, work: () => Promise<unknown>): void {
    const ticker = new Ticker(name, milliseconds, work, this.logger);
    this.tickers.push(ticker);
    ticker.start();
  }

  private tellWhenHeld(): void {
    const why = this.guard.heldBecause;
    if (why === this.told) return;
    this.told = why;
    if (why === null) this.logger.log('deadlines fire again: the clocks agree');
    else this.logger.error(`no deadline fires: ${why}`);
  }
}

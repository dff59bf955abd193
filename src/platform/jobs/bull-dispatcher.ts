import Bull from 'bull';
import { type Dispatch, type Dispatcher, type DispatcherState } from './dispatcher';

interface Message {
  /** Nothing in a canary: that only shows that messages arrive. */
  readonly id: string | null;
}

interface Connection {
  readonly queue: Bull.Queue<Message>;
  /** Adds that were not answered yet. */
  unanswered: number;
}

export interface BullOptions {
  readonly redisUrl: string;
  /** Keeps installations that share a Redis apart. */
  readonly prefix: string;
  /** Silence after which the connection is replaced, in milliseconds. */
  readonly silenceMilliseconds?: number;
}

const QUEUE = 'deadlines';
/** Messages in hand at once; whoever does the work joins them into few transactions. */
const LANES = 20;
const ANSWER_WITHIN = 1000;
const CANARY_EVERY = 5000;
const SILENCE = 30_000;

const SETTINGS: Bull.AdvancedSettings = {
  lockDuration: 30_000,
  stalledInterval: 5000,
  // The work is safe to repeat, so a worker that died is no reason to give a message up.
  maxStalledCount: 1000,
};

async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  const answer = await Promise.race([done, late]);
  clearTimeout(timer);
  return answer;
}

/**
 * Dispatching through Bull. Redis may be absent, emptied, full, frozen or restarted: then messages
 * are lost or refused and this process goes on. Bull objects that fall silent are thrown away and
 * made anew, because a reconnected Bull worker sometimes never takes a message again.
 */
export class BullDispatcher implements Dispatcher {
  private connection: Connection | undefined;
  private work: ((id: string) => Promise<void>) | undefined;
  private heardAt = 0;
  private canaryAt = 0;
  private readonly silence: number;

  constructor(private readonly options: BullOptions) {
    this.silence = options.silenceMilliseconds ?? SILENCE;
  }

  start(work: (id: string) => Promise<void>): void {
    this.work = work;
    this.connect();
  }

  async dispatch(items: readonly Dispatch[]): Promise<boolean> {
    if (items.length === 0) return true;
    return this.add(items.map(({ id, attempt }) => [`${id}-${attempt}`, { id }]));
  }

  watch(): void {
    if (this.work === undefined) return;
    const now = performance.now();
    if (now - this.heardAt > this.silence) this.reconnect();
    if (now - this.canaryAt < Math.min(CANARY_EVERY, this.silence / 4)) return;
    this.canaryAt = now;
    void this.add([[`canary-${process.pid}-${Math.round(now)}`, { id: null }]]);
  }

  state(): DispatcherState {
    return this.isReady() ? 'ready' : 'away';
  }

  async stop(): Promise<void> {
    this.work = undefined;
    const queue = this.connection?.queue;
    this.connection = undefined;
    if (queue === undefined) return;
    // A message being worked on is finished first; one that cannot be is found again as a row.
    if (queue.client.status === 'ready') await within(5000, queue.whenCurrentJobsFinished());
    await within(2000, queue.close(true));
  }

  private isReady(): boolean {
    return this.connection?.queue.client.status === 'ready';
  }

  private async add(messages: readonly (readonly [string, Message])[]): Promise<boolean> {
    const connection = this.connection;
    // Redis that does not answer must not collect promises without end.
    if (connection === undefined || connection.unanswered >= 3 || !this.isReady()) return false;
    connection.unanswered += 1;
    const added = connection.queue
      .addBulk(
        messages.map(([jobId, data]) => ({
          data,
          opts: { jobId, attempts: 1, removeOnComplete: true, removeOnFail: true },
        })),
      )
      .finally(() => {
        connection.unanswered -= 1;
      });
    return within(ANSWER_WITHIN, added);
  }

  private connect(): void {
    const queue = new Bull<Message>(QUEUE, this.options.redisUrl, {
      prefix: this.options.prefix,
      settings: SETTINGS,
      redis: {
        retryStrategy: (times: number) => Math.min(100 * times, 1000),
        ...(this.options.redisUrl.startsWith('rediss:') ? { tls: {} } : {}),
      },
    });
    // Naming the connection is decoration, and its rejected promise would end the process.
    Object.assign(queue, { setWorkerName: () => Promise.resolve() });
    queue.on('error', () => undefined);
    this.connection = { queue, unanswered: 0 };
    this.heardAt = performance.now();
    this.canaryAt = 0;
    void queue.process(LANES, (message) => this.receive(message.data)).catch(() => undefined);
  }

  private reconnect(): void {
    const silent = this.connection?.queue;
    this.connect();
    if (silent !== undefined) void within(2000, silent.close(true));
  }

  private async receive(message: Message | undefined): Promise<void> {
    this.heardAt = performance.now();
    // A full Redis may keep the identifier of a message and lose what it says.
    if (typeof message?.id === 'string') await this.work?.(message.id);
  }
}

import { type Mailer } from '../outbox/mailer';

export interface WorkerOptions {
  /** True in a process that works by itself; false in one that only does so when asked. */
  readonly worker: boolean;
  /** Dispatches through Redis when given; everything works without. */
  readonly redisUrl?: string | null | undefined;
  /** Keeps installations that share a Redis apart. */
  readonly queuePrefix?: string | undefined;
  /** How letters go out: a folder that gets one file a letter, or a mailer of your own. */
  readonly mail: { readonly folder: string; readonly sender: string } | Mailer;
  /** With Redis: how many seconds after its due time a deadline fires without it; 30 by default. */
  readonly graceSeconds?: number | undefined;
  /** Silence after which the connection to Redis is replaced, in milliseconds; 30,000 by default. */
  readonly silenceMilliseconds?: number | undefined;
}

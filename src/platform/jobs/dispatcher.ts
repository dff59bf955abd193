/** What a dispatcher carries: an identifier and how often it was sent, nothing else. */
export interface Dispatch {
  readonly id: string;
  readonly attempt: number;
}

export type DispatcherState = 'not configured' | 'away' | 'ready';

/**
 * A quick way to spread work over the workers. It may lose, repeat or delay anything, at any time:
 * whoever uses it finds the work again in PostgreSQL.
 */
export interface Dispatcher {
  /** Starts to hand what arrives to `work`. Never throws and never waits for the other side. */
  start(work: (id: string) => Promise<void>): void;
  /** True when it was accepted within a second. */
  dispatch(items: readonly Dispatch[]): Promise<boolean>;
  /** To be called about twice a second: keeps the connection alive and replaces it when silent. */
  watch(): void;
  state(): DispatcherState;
  stop(): Promise<void>;
}

/**
 * Makes one piece of work of what arrives while the previous one is busy: many single messages cost
 * few transactions, and a lone message waits for nothing.
 */
export class Gathering {
  private waiting = new Set<string>();
  private next: Promise<void> | undefined;
  private current: Promise<void> = Promise.resolve();

  constructor(private readonly work: (ids: readonly string[]) => Promise<unknown>) {}

  /** Comes back when the work that `id` became part of is done; fails when that fails. */
  add(id: string): Promise<void> {
    this.waiting.add(id);
    this.next ??= this.current.then(
      () => this.begin(),
      () => this.begin(),
    );
    return this.next;
  }

  private begin(): Promise<void> {
    const ids = [...this.waiting];
    this.waiting = new Set();
    this.next = undefined;
    this.current = this.work(ids).then(() => undefined);
    return this.current;
  }
}

import { type Transaction } from '../../../platform/database/transaction';

/** The number both the sealer and a check of the log hold while they must not cross each other. */
export const SEALING_LOCK = 7_203_115_001;

export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly frontier: readonly Buffer[];
  readonly note: string;
}

export interface UnsealedLine {
  readonly seq: string;
  readonly leaf: Buffer;
}

export interface NewCheckpoint extends StoredCheckpoint {
  readonly at: string;
}

/** The log as the sealer sees it; every method runs in a transaction of the worker role. */
export const sealStore = {
  /** False when another process is sealing. Held until the transaction ends. */
  async lock(tx: Transaction): Promise<boolean> {
    const [row] = await tx.query<{ got: boolean }>(
      'select pg_try_advisory_xact_lock($1::bigint) as got',
      [SEALING_LOCK],
    );
    return row?.got === true;
  },

  /** The two newest checkpoints, newest first. */
  async newest(tx: Transaction): Promise<StoredCheckpoint[]> {
    const rows = await tx.query<StoredCheckpoint & { size: string }>(
      'select size, root, frontier, note from audit.checkpoint order by size desc limit 2',
    );
    return rows.map((row) => ({ ...row, size: Number(row.size) }));
  },

  unsealed(tx: Transaction, atMost: number): Promise<UnsealedLine[]> {
    return tx.query<UnsealedLine>('select seq, leaf from audit.next_unsealed($1)', [atMost]);
  },

  /** The real moment, also when a demonstration has set the clock. ISO 8601 in UTC, microseconds. */
  async moment(tx: Transaction): Promise<string> {
    const [row] = await tx.query<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
    );
    if (row === undefined) throw new Error('PostgreSQL did not tell the time');
    return row.at;
  },

  async seal(
    tx: Transaction,
    lines: readonly UnsealedLine[],
    checkpoint: NewCheckpoint,
  ): Promise<void> {
    await tx.query('select audit.seal($1, $2, $3, $4, $5, $6)', [
      checkpoint.size - lines.length,
      lines.map((line) => line.seq),
      checkpoint.root,
      checkpoint.frontier,
      checkpoint.note,
      checkpoint.at,
    ]);
  },

  /** The place of a line in the log, or null when it is not sealed yet. */
  async placeOf(tx: Transaction, seq: string): Promise<{ index: number; leaf: Buffer } | null> {
    const [row] = await tx.query<{ leaf_index: string; leaf: Buffer }>(
      'select leaf_index, leaf from audit.log where seq = $1',
      [seq],
    );
    return row === undefined ? null : { index: Number(row.leaf_index), leaf: row.leaf };
  },

  /** The leaves from `start` up to but not including `end`, in order. */
  async leaves(tx: Transaction, start: number, end: number): Promise<Buffer[]> {
    const rows = await tx.query<{ leaf: Buffer }>(
      'select leaf from audit.log where leaf_index >= $1 and leaf_index < $2 order by leaf_index',
      [start, end],
    );
    return rows.map((row) => row.leaf);
  },
};

import { type ReadRow, refuse } from './reading';
import { toWire, type WireRow } from './wire';

const MILLION = 1_000_000;

export const TABLE_LIMITS = {
  rows: 250_000,
  columns: 50,
  cell: 32_767,
  /** Of all cells together: a workbook may name one long text a million times. */
  text: 64 * MILLION,
} as const;

const BATCH_ROWS = 1_000;
const BATCH_TEXT = MILLION;

/** Sends rows to the parent in batches, and counts what a table may hold. */
export class RowSender {
  rows = 0;
  private text = 0;
  private batchText = 0;
  private batch: WireRow[] = [];

  constructor(private readonly send: (rows: readonly WireRow[]) => Promise<void>) {}

  /** Rows must be sent now and then: see isFull. A row without filled cells counts for nothing. */
  add(row: ReadRow): void {
    if (row.cells.length === 0) return;
    this.rows += 1;
    if (this.rows > TABLE_LIMITS.rows) refuse('too_many_rows', { limit: TABLE_LIMITS.rows });
    for (const { text } of row.cells) this.batchText += text.length;
    this.batch.push(toWire(row));
    if (this.text + this.batchText > TABLE_LIMITS.text) {
      refuse('too_much_text', { limit: TABLE_LIMITS.text / MILLION });
    }
  }

  isFull(): boolean {
    return this.batch.length >= BATCH_ROWS || this.batchText >= BATCH_TEXT;
  }

  async flush(): Promise<void> {
    const { batch } = this;
    this.text += this.batchText;
    this.batch = [];
    this.batchText = 0;
    for (let at = 0; at < batch.length; at += BATCH_ROWS) {
      await this.send(batch.slice(at, at + BATCH_ROWS));
    }
  }
}

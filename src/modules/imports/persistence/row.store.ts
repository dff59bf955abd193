import { type ReadCell } from '../../../platform/intake/public';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type CellFault, type CellWarning } from '../checks/fault';
import { type CellValue } from '../checks/reading';
import { type Meaning } from '../checks/meaning';

export interface NewRow {
  readonly number: number;
  readonly sheet: string;
  readonly row: number;
  readonly state: 'good' | 'faulty';
  readonly donor: number | null;
  readonly content: Readonly<Record<string, CellValue>>;
  readonly faults: readonly CellFault[];
  readonly warnings: readonly CellWarning[];
  readonly cells: readonly ReadCell[];
}

export interface StoredRow extends Omit<NewRow, 'state'> {
  readonly state: 'good' | 'faulty' | 'booked';
  readonly meaning: Meaning | null;
  readonly bookedId: string | null;
}

export async function insertRows(
  tx: Transaction,
  runId: string,
  rows: readonly NewRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into core.import_row (tenant_id, run_id, number, sheet, row, state, donor, content,
       faults, warnings, cells)
     select $1, $2, r.number, r.sheet, r.row, r.state, r.donor, r.content, r.faults, r.warnings,
            r.cells
       from json_to_recordset($3::json) as r (number int, sheet text, row int, state text,
         donor int, content jsonb, faults jsonb, warnings jsonb, cells jsonb)`,
    [tenantOf(tx), runId, JSON.stringify(rows)],
  );
}

export interface RowChange {
  readonly number: number;
  readonly faults: readonly CellFault[];
  readonly warnings: readonly CellWarning[];
}

const BATCH = 1_000;

/**
 * Between which numbers a batch lies, for rows in the order of their numbers: right after a file was
 * read PostgreSQL knows nothing of its rows yet, and would go through all of them for each batch.
 */
function rangeOf(rows: readonly { readonly number: number }[]): readonly [number, number] {
  return [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
}

/** In the order of their numbers: adds faults and warnings that only came to light when all rows had been read. */
export async function addToRows(
  tx: Transaction,
  runId: string,
  changes: readonly RowChange[],
): Promise<void> {
  for (let start = 0; start < changes.length; start += BATCH) {
    const some = changes.slice(start, start + BATCH);
    await tx.query(
      `update core.import_row t set faults = t.faults || r.faults, warnings = t.warnings || r.warnings,
              state = case when jsonb_array_length(t.faults || r.faults) > 0 then 'faulty'
                           else t.state end
         from json_to_recordset($3::json) as r (number int, faults jsonb, warnings jsonb)
        where t.tenant_id = $1 and t.run_id = $2 and t.number between $4 and $5
          and t.number = r.number`,
      [tenantOf(tx), runId, JSON.stringify(some), ...rangeOf(some)],
    );
  }
}

/** In the order of their numbers. */
export async function setMeanings(
  tx: Transaction,
  runId: string,
  meanings: readonly { readonly number: number; readonly meaning: Meaning }[],
): Promise<void> {
  for (let start = 0; start < meanings.length; start += BATCH) {
    const some = meanings.slice(start, start + BATCH);
    await tx.query(
      `update core.import_row t set meaning = r.meaning
         from json_to_recordset($3::json) as r (number int, meaning jsonb)
        where t.tenant_id = $1 and t.run_id = $2 and t.number between $4 and $5
          and t.number = r.number`,
      [tenantOf(tx), runId, JSON.stringify(some), ...rangeOf(some)],
    );
  }
}

/** Marks rows as booked, in the order of their numbers, with what each became. */
export async function markRowsBooked(
  tx: Transaction,
  runId: string,
  rows: readonly { readonly number: number; readonly bookedId: string | null }[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const some = rows.slice(start, start + BATCH);
    const [numbers, ids] = [some.map(({ number }) => number), some.map((row) => row.bookedId)];
    await tx.query(
      `update core.import_row t set state = 'booked', booked_id = r.booked_id
         from unnest($3::int[], $4::uuid[]) as r (number, booked_id)
        where t.tenant_id = $1 and t.run_id = $2 and t.number between $5 and $6
          and t.number = r.number`,
      [tenantOf(tx), runId, numbers, ids, ...rangeOf(some)],
    );
  }
}

const COLUMNS = `number, sheet, row, state, donor, content, faults, warnings, meaning, cells,
  booked_id as "bookedId"`;

/** Which rows to show: all, those with faults, with warnings, or with a consequence. */
export type RowFilter = 'all' | 'faulty' | 'warned' | 'meaning';

const FILTERS: Readonly<Record<RowFilter, string>> = {
  all: 'true',
  faulty: `state = 'faulty'`,
  warned: 'jsonb_array_length(warnings) > 0',
  meaning: 'meaning is not null',
};

/** In the order of the file, after `after`. */
export function listRows(
  tx: Transaction,
  runId: string,
  page: { readonly filter: RowFilter; readonly after: number; readonly limit: number },
): Promise<StoredRow[]> {
  return tx.query<StoredRow>(
    `select ${COLUMNS} from core.import_row
      where tenant_id = $1 and run_id = $2 and number > $3 and ${FILTERS[page.filter]}
      order by number limit $4`,
    [tenantOf(tx), runId, page.after, page.limit],
  );
}

export interface BookableRow {
  readonly number: number;
  readonly donor: number | null;
  readonly content: Readonly<Record<string, CellValue>>;
}

/** A row that can be booked, with where it stands. */
export interface GoodRow extends BookableRow {
  readonly sheet: string;
  readonly row: number;
}

const PART = 5_000;

/** The rows that can be booked, in the order of the file, in parts: all of them fill the memory. */
export async function* goodRows(tx: Transaction, runId: string): AsyncGenerator<GoodRow[]> {
  for (let after: number | undefined = 0; after !== undefined;) {
    const part: GoodRow[] = await tx.query<GoodRow>(
      `select number, sheet, row, donor, content from core.import_row
        where tenant_id = $1 and run_id = $2 and number > $3 and state = 'good'
        order by number limit $4`,
      [tenantOf(tx), runId, after, PART],
    );
    if (part.length > 0) yield part;
    after = part.at(-1)?.number;
  }
}

/** The numbers of the donors of the rows that can be booked. */
export async function donorsOfGoodRows(
  tx: Transaction,
  runId: string,
): Promise<ReadonlySet<number>> {
  const rows = await tx.query<{ donor: number }>(
    `select distinct donor from core.import_row
      where tenant_id = $1 and run_id = $2 and state = 'good' and donor is not null`,
    [tenantOf(tx), runId],
  );
  return new Set(rows.map(({ donor }) => donor));
}

export async function countRows(
  tx: Transaction,
  runId: string,
): Promise<{ readonly good: number; readonly faulty: number; readonly warned: number }> {
  const [row] = await tx.query<{ good: number; faulty: number; warned: number }>(
    `select count(*) filter (where state = 'good')::int as good,
            count(*) filter (where state = 'faulty')::int as faulty,
            count(*) filter (where jsonb_array_length(warnings) > 0)::int as warned
       from core.import_row where tenant_id = $1 and run_id = $2`,
    [tenantOf(tx), runId],
  );
  return row ?? { good: 0, faulty: 0, warned: 0 };
}

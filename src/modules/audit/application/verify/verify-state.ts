import {
  ATTACHED_TABLES,
  type AttachedRow,
  changedRows,
  type StateRow,
} from '../../persistence/audit-state.query';
import { type Problems, type Queryable } from './audit-report';

const FAULTS: Readonly<Record<StateRow['fault'], string>> = {
  'no history': 'no line of the log tells of it: it was put in with the triggers switched off',
  'no row': 'the log tells of it, but the row is gone',
  deleted: 'the log says it was deleted, but the row is there',
  differs:
    'the row is not what its newest line says: it was changed with the triggers switched off',
};

interface Attachment {
  readonly key: readonly string[];
  readonly hashed: readonly string[];
}

export interface StateCounts {
  readonly tables: number;
  readonly rows: number;
}

/** Compares every row of every attached table with the newest line about it. */
export async function verifyState(db: Queryable, problems: Problems): Promise<StateCounts> {
  let [tables, rows] = [0, 0];
  for (const table of await db.query<AttachedRow>(ATTACHED_TABLES)) {
    if (table.action === 'detach') continue;
    const { relation } = table;
    if (relation === null) problems.add(table.entity, 'the table is gone');
    else if (table.action === null || table.content === null) {
      problems.add(table.entity, 'no line says that this table was attached to the log');
    } else {
      if (!table.watched) problems.add(table.entity, 'its audit triggers are switched off or gone');
      rows += await verifyTable(db, { ...table, relation, content: table.content }, problems);
      tables += 1;
    }
  }
  return { tables, rows };
}

async function verifyTable(
  db: Queryable,
  table: AttachedRow & { readonly relation: string; readonly content: string },
  problems: Problems,
): Promise<number> {
  const { key, hashed } = JSON.parse(table.content) as Attachment;
  const found = await db.query<StateRow>(changedRows(table.relation), [table.entity, key, hashed]);
  for (const row of found) {
    const line = row.seq === null ? '' : ` (event ${row.seq})`;
    problems.add(`${table.entity} ${row.entity_id}${line}`, FAULTS[row.fault]);
  }
  const [count] = await db.query<{ rows: string }>(
    `select count(*) as rows from ${table.relation}`,
  );
  return Number(count?.rows ?? 0);
}

import { type Queryable } from './audit-report';

const PAGE = 5000;
/** Where counting starts: a number below zero, which only a forger writes, must be seen too. */
const LOWEST = (-(2n ** 63n)).toString();

/**
 * Rows of a query that takes the number to go on from and a count of rows, page by page, so that
 * memory does not grow with the table.
 */
export async function* pagesOf<Row>(
  db: Queryable,
  sql: string,
  numberOf: (row: Row) => string,
): AsyncGenerator<Row> {
  let from = LOWEST;
  for (;;) {
    const rows = await db.query<Row>(sql, [from, PAGE]);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    from = (BigInt(numberOf(last)) + 1n).toString();
  }
}

import { type Queryable } from './audit-report';

const PAGE = 5000;
/** Where counting starts: a number below zero, which only a forger writes, must be seen too. */
const LOWEST = (-(2n ** 63n)).toString();

/**
 * Rows of a query that takes the number to go on from and a count of rows, page by page, so that
 * memory does not grow with the table. The next page is on its way while this one is worked on.
 */
export async function* pagesOf<Row>(
  db: Queryable,
  sql: string,
  numberOf: (row: Row) => string,
): AsyncGenerator<Row> {
  let page: Promise<Row[]> | undefined = db.query<Row>(sql, [LOWEST, PAGE]);
  while (page !== undefined) {
    const rows: Row[] = await page;
    const last = rows.length < PAGE ? undefined : rows.at(-1);
    page = undefined;
    if (last !== undefined) {
      page = db.query<Row>(sql, [(BigInt(numberOf(last)) + 1n).toString(), PAGE]);
      page.catch(() => undefined); // told when it is awaited; a reader that stops early does not care
    }
    yield* rows;
  }
}

/** The same connection, asked one thing at a time even when several readers ask at once. */
export function inTurn(db: Queryable): Queryable {
  let last: Promise<unknown> = Promise.resolve();
  return {
    query: <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => {
      const answer = last.then(() => db.query<Row>(sql, parameters));
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}

import { isPlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { decodeCursor, encodeCursor } from '../../../platform/http/keyset';
import { type Words } from '../../../platform/rendering/words';
import { listFilings } from '../application/read-filings';
import { FILING_LISTS, type FilingList, type FilingPlace } from '../facts/filing-status';
import { filingRow } from './filing-words';

const FEW = 10;
const ON_A_PAGE = 50;

function placeIn(cursor: string): FilingPlace {
  const [day, key] = decodeCursor(cursor, [
    (part) => isPlainDate(String(part)),
    (part) => typeof part === 'string' && part.length <= 240,
  ]);
  return { day: String(day), key: String(key) };
}

async function section(
  tx: Transaction,
  list: FilingList,
  page: { readonly cursor: string | null; readonly size: number },
  words: Words,
): Promise<object> {
  const after = page.cursor === null ? null : placeIn(page.cursor);
  const { filings, next } = await listFilings(tx, list, after, page.size);
  const heading = words.t(`site.missing.${list}`);
  return {
    id: list,
    heading,
    empty: words.t(`site.missing.${list}Empty`),
    rows: filings.map((filing) => filingRow(filing, words)),
    all: next === null ? '' : `/register/ontbreekt?toon=${list}`,
    allText: words.t('site.missing.all', { what: heading.toLowerCase() }),
    next:
      next === null
        ? ''
        : `/register/ontbreekt?toon=${list}&na=${encodeCursor([next.day, next.key])}`,
  };
}

/**
 * What did not come, what came late and where there was nothing: the newest of each, or one of them
 * page by page.
 *
 * @throws Problem 400 for a cursor that this page did not give.
 */
export async function missingPage(
  tx: Transaction,
  typed: { readonly list: string; readonly cursor: string | null },
  words: Words,
): Promise<object> {
  const chosen = FILING_LISTS.find((list) => list === typed.list);
  if (chosen !== undefined) {
    const page = { cursor: typed.cursor, size: ON_A_PAGE };
    return { one: true, sections: [await section(tx, chosen, page, words)] };
  }
  const sections: object[] = [];
  for (const list of FILING_LISTS)
    sections.push(await section(tx, list, { cursor: null, size: FEW }, words));
  return { one: false, sections };
}

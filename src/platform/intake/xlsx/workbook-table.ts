import { Archive } from '../archive';
import { refuse, type TableSummary } from '../reading';
import { type RowSender } from '../row-sender';
import { scanPart } from './scan';
import { type SheetContext, SheetRows } from './sheet-rows';
import { SharedStrings } from './strings';
import { readParts } from './workbook-parts';

const STRINGS = 'xl/sharedStrings.xml';

async function readStrings(archive: Archive): Promise<readonly string[]> {
  if (!archive.has(STRINGS)) return [];
  const strings = new SharedStrings();
  await scanPart(archive, STRINGS, strings);
  return strings.texts;
}

/**
 * Reads all sheets of a workbook, hidden ones too, in their order. Only the parts that hold values
 * are unpacked: no drawings, no comments, no links to other workbooks.
 */
export async function readWorkbookTable(
  bytes: Uint8Array,
  sender: RowSender,
): Promise<TableSummary> {
  const archive = await Archive.open(bytes);
  const workbook = await readParts(archive);
  const strings = await readStrings(archive);
  const context: SheetContext = { workbook, strings, sender, merged: [], hiddenColumns: [] };
  for (const { name, part } of workbook.sheets) {
    await scanPart(archive, part, new SheetRows(name, context), async () => {
      if (sender.isFull()) await sender.flush();
    });
  }
  if (sender.rows === 0) refuse('empty');
  return {
    rows: sender.rows,
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    hiddenColumns: context.hiddenColumns,
    merged: context.merged,
    encoding: null,
    delimiter: null,
    properties: workbook.properties,
  };
}

import { type Runs, type TableBlock } from './block';
import { type Line, linesOf, type Measure } from './lines';
import { mm, PAPER } from './paper';
import { type Element, type Sheet } from './sheet';

const SIZE = 8.5;
const LEADING = 12;
const GUTTER = mm(4);
const PADDING = 3;
const FULL = PAPER.right - PAPER.left;

interface Column {
  readonly left: number;
  readonly width: number;
  readonly right: boolean;
}

type Cells = readonly (readonly Line[])[];

function widest(cells: readonly Runs[], measure: Measure): number {
  return Math.max(0, ...cells.map((runs) => runs.reduce((sum, run) => sum + measure(run), 0)));
}

function longestWord(cells: readonly Runs[], measure: Measure): number {
  const words = cells.flatMap((runs) =>
    runs.flatMap(({ text, strong }) => text.split(' ').map((word) => ({ text: word, strong }))),
  );
  return Math.max(0, ...words.map(measure));
}

/** Amounts get the room they need; the other columns share what is left by how much they say. */
function columnsOf(table: TableBlock, measure: Measure): readonly Column[] {
  const cells = table.alignment.map((_side, at) => [
    strongly(table.head[at] ?? []),
    ...table.rows.map((row) => row[at] ?? []),
  ]);
  const room = FULL - GUTTER * (cells.length - 1);
  const atLeast = cells.map((column) => Math.min(longestWord(column, measure) + 1, room / 2));
  const natural = cells.map((column, at) => Math.max(widest(column, measure), atLeast[at] ?? 0));
  const fixed = natural.map((width, at) =>
    table.alignment[at] === 'right' ? Math.min(width, room / 3) : 0,
  );
  const share = room - fixed.reduce((sum, width) => sum + width, 0);
  const wish = natural.map((width, at) => ((fixed[at] ?? 0) > 0 ? 0 : Math.sqrt(width)));
  const wishes = wish.reduce((sum, width) => sum + width, 0);
  const widths = wish.map((width, at) =>
    width === 0 ? (fixed[at] ?? 0) : (share * width) / wishes,
  );
  const fair = withAtLeast(widths, atLeast, wish);
  let left: number = PAPER.left;
  return fair.map((width, at) => {
    const column = { left, width, right: table.alignment[at] === 'right' };
    left += width + GUTTER;
    return column;
  });
}

/** Gives each column room for its longest word, at the cost of the widest that can spare it. */
function withAtLeast(
  widths: readonly number[],
  atLeast: readonly number[],
  wish: readonly number[],
): readonly number[] {
  const short = widths.map((width, at) => Math.max(0, (atLeast[at] ?? 0) - width));
  const needed = short.reduce((sum, width) => sum + width, 0);
  const spare = widths.map((width, at) =>
    (wish[at] ?? 0) > 0 ? Math.max(0, width - (atLeast[at] ?? 0)) : 0,
  );
  const all = spare.reduce((sum, width) => sum + width, 0);
  if (needed === 0 || all < needed) return widths;
  return widths.map((width, at) => width + (short[at] ?? 0) - ((spare[at] ?? 0) * needed) / all);
}

function strongly(runs: Runs): Runs {
  return runs.map((run) => ({ ...run, strong: true }));
}

function rowHeight(cells: Cells): number {
  return Math.max(1, ...cells.map(({ length }) => length)) * LEADING + 2 * PADDING;
}

/** Draws tables: rows stay whole unless one is taller than a page, and the head is repeated. */
class TableWriter {
  private readonly columns: readonly Column[];
  private readonly head: Cells;

  constructor(
    private readonly sheet: Sheet,
    private readonly table: TableBlock,
  ) {
    const measure = sheet.measure(SIZE);
    this.columns = columnsOf(table, measure);
    this.head = this.cells(table.head.map(strongly));
  }

  write(parent: Element): void {
    const { sheet, table } = this;
    const rows = table.rows.map((row) => this.cells(row));
    const [first] = rows;
    const start = rowHeight(this.head) + (first === undefined ? 0 : rowHeight(first));
    if (sheet.room < start) sheet.nextPage();
    const whole = sheet.element(parent, 'Table');
    const head = sheet.element(whole, 'THead');
    this.line();
    this.row(sheet.element(head, 'TR'), this.head, 'TH', { scope: 'Column' });
    head.end();
    const body = sheet.element(whole, 'TBody');
    rows.forEach((cells, at) => {
      // The last row never stands alone on a page.
      const last = at === rows.length - 2 ? rows[at + 1] : undefined;
      const height = rowHeight(cells) + (last === undefined ? 0 : rowHeight(last));
      if (sheet.room < height && this.hasRowsAbove()) this.turn();
      this.row(sheet.element(body, 'TR'), cells, 'TD', {});
    });
    body.end();
    whole.end();
  }

  private hasRowsAbove(): boolean {
    return this.sheet.y > PAPER.top + rowHeight(this.head) + 1;
  }

  private cells(row: readonly Runs[]): Cells {
    const measure = this.sheet.measure(SIZE);
    return this.columns.map(({ width }, at) => linesOf(row[at] ?? [], width + 0.5, measure));
  }

  private row(row: Element, cells: Cells, type: 'TH' | 'TD', options: object): void {
    const { sheet } = this;
    const elements = cells.map(() => sheet.element(row, type, options));
    let rest = cells;
    while (rest.some(({ length }) => length > 0)) {
      const count = Math.max(1, Math.floor((sheet.room - 2 * PADDING) / LEADING));
      const part = rest.map((lines) => lines.slice(0, count));
      elements.forEach((element, at) => {
        const lines = part[at] ?? [];
        if (lines.some(({ runs }) => runs.length > 0)) element.add(() => this.drawCell(lines, at));
      });
      sheet.y += rowHeight(part);
      this.line();
      rest = rest.map((lines) => lines.slice(count));
      if (rest.some(({ length }) => length > 0)) this.turn();
    }
    for (const element of elements) element.end();
    row.end();
  }

  private drawCell(lines: readonly Line[], at: number): void {
    const column = this.columns[at];
    if (column === undefined) return;
    lines.forEach(({ runs, width }, index) => {
      const x = column.right ? column.left + column.width - width : column.left;
      const y = this.sheet.y + PADDING + (index + 0.75) * LEADING;
      this.sheet.write(runs, x, y, { size: SIZE });
    });
  }

  /** On to the next page, with the head of the table again for the eye. */
  private turn(): void {
    const { sheet } = this;
    sheet.nextPage();
    this.line();
    sheet.decorate('Layout', () => this.head.forEach((lines, at) => this.drawCell(lines, at)));
    sheet.y += rowHeight(this.head);
    this.line();
  }

  private line(): void {
    const { y } = this.sheet;
    this.sheet.rule([PAPER.left, y], [PAPER.right, y]);
  }
}

export function writeTable(sheet: Sheet, parent: Element, table: TableBlock): void {
  new TableWriter(sheet, table).write(parent);
}

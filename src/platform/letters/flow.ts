import { type Block, type Runs } from './block';
import { type Line, linesOf } from './lines';
import { mm, PAPER } from './paper';
import { type Element, type Sheet } from './sheet';
import { writeTable } from './table';

/** How a piece of running text looks; distances in points. */
export interface Style {
  readonly size: number;
  readonly leading: number;
  readonly left: number;
  readonly right: number;
  readonly strong?: boolean;
}

export const BODY: Style = { size: 9.5, leading: 14, left: PAPER.left, right: PAPER.right };
const HEADING = {
  2: { ...BODY, size: 11, leading: 16, strong: true },
  3: { ...BODY, strong: true },
} as const;
const INDENT = mm(6);
const PARAGRAPH_GAP = 7;
const ITEM_GAP = 2.5;
/** Lines that stay under a heading, and on either side of a break within a paragraph. */
const KEEP = 2;
/** Head and two rows of a table, in points. */
const KEPT_TABLE = 72;

/** How many of the next lines go on this page. One line of a paragraph never stands alone. */
function fitting(sheet: Sheet, count: number, leading: number): number {
  const room = Math.floor(sheet.room / leading);
  if (count <= room) return count;
  const left = count - room < KEEP ? count - KEEP : room;
  return left < KEEP ? 0 : left;
}

function breakLines(sheet: Sheet, runs: Runs, style: Style): readonly Line[] {
  const weighed = style.strong === true ? runs.map((run) => ({ ...run, strong: true })) : runs;
  return linesOf(weighed, style.right - style.left, sheet.measure(style.size));
}

/** A signature or an address, told by its ends of lines, is not divided over pages. */
function isOnePiece(runs: Runs): boolean {
  return runs.some(({ text }) => text === '\n');
}

function makeRoom(sheet: Sheet, height: number): void {
  const page = PAPER.bottom - PAPER.top;
  if (sheet.room < Math.min(height, page)) sheet.nextPage();
}

interface Flowing {
  readonly runs: Runs;
  readonly style: Style;
  /** Called for each part of it that is on one page, with where that begins and ends. */
  readonly beside?: (top: number, bottom: number) => void;
}

/** Writes text into an element, over as many pages as it takes. */
function flow(sheet: Sheet, element: Element, { runs, style, beside }: Flowing): void {
  let rest = breakLines(sheet, runs, style);
  if (isOnePiece(runs)) makeRoom(sheet, rest.length * style.leading);
  while (rest.length > 0) {
    const count = fitting(sheet, rest.length, style.leading);
    if (count === 0) {
      sheet.nextPage();
      continue;
    }
    const part = rest.slice(0, count);
    const top = sheet.y;
    element.add(() => {
      for (const line of part) {
        sheet.y += style.leading;
        sheet.write(line.runs, style.left, sheet.y - style.leading * 0.28, { size: style.size });
      }
    });
    beside?.(top, sheet.y);
    rest = rest.slice(count);
  }
  element.end();
}

/** A heading stays with the first lines of what follows; of a table with its head and two rows. */
function heading(
  sheet: Sheet,
  parent: Element,
  { level, runs }: Block & { kind: 'heading' },
  next: Block | undefined,
): void {
  const style = HEADING[level];
  sheet.y += PARAGRAPH_GAP / 2;
  const lines = breakLines(sheet, runs, style).length;
  makeRoom(
    sheet,
    lines * style.leading + (next?.kind === 'table' ? KEPT_TABLE : KEEP * BODY.leading),
  );
  flow(sheet, sheet.element(parent, `H${String(level)}`), { runs, style });
  sheet.y += 1;
}

function list(sheet: Sheet, parent: Element, block: Block & { kind: 'list' }): void {
  const { ordered, items } = block;
  const whole = sheet.element(parent, 'L');
  const style = { ...BODY, left: BODY.left + INDENT };
  items.forEach((runs, index) => {
    const count = breakLines(sheet, runs, style).length;
    if (fitting(sheet, count, style.leading) === 0) sheet.nextPage();
    const item = sheet.element(whole, 'LI');
    const label = sheet.element(item, 'Lbl');
    const sign = ordered ? `${String(index + 1)}.` : '•';
    label.add(() =>
      sheet.write([{ text: sign, strong: false }], BODY.left, sheet.y + style.leading * 0.72, {
        size: style.size,
      }),
    );
    label.end();
    flow(sheet, sheet.element(item, 'LBody'), { runs, style });
    item.end();
    sheet.y += ITEM_GAP;
  });
  whole.end();
  sheet.y += PARAGRAPH_GAP - ITEM_GAP;
}

function quote(sheet: Sheet, parent: Element, paragraphs: readonly Runs[]): void {
  const whole = sheet.element(parent, 'BlockQuote');
  const style = { ...BODY, left: BODY.left + INDENT };
  const bar = BODY.left + INDENT / 3;
  for (const runs of paragraphs) {
    const beside = (top: number, bottom: number): void =>
      sheet.rule([bar, top + 2], [bar, bottom + 2]);
    flow(sheet, sheet.element(whole, 'P'), { runs, style, beside });
    sheet.y += PARAGRAPH_GAP / 2;
  }
  whole.end();
  sheet.y += PARAGRAPH_GAP / 2;
}

/** Writes the blocks of a letter from where the sheet stands, under one element. */
export function writeBlocks(sheet: Sheet, parent: Element, blocks: readonly Block[]): void {
  for (const [at, block] of blocks.entries()) {
    switch (block.kind) {
      case 'heading':
        heading(sheet, parent, block, blocks[at + 1]);
        break;
      case 'paragraph':
        flow(sheet, sheet.element(parent, 'P'), { runs: block.runs, style: BODY });
        sheet.y += PARAGRAPH_GAP;
        break;
      case 'list':
        list(sheet, parent, block);
        break;
      case 'quote':
        quote(sheet, parent, block.paragraphs);
        break;
      case 'table':
        writeTable(sheet, parent, block);
        sheet.y += PARAGRAPH_GAP;
        break;
    }
  }
}

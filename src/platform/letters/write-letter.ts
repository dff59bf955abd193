import { type Block, type Runs } from './block';
import { BODY, writeBlocks } from './flow';
import { type LetterFrame } from './frame';
import { type Line, linesOf } from './lines';
import { mm, PAPER, SOFT_INK } from './paper';
import { type Element, Sheet } from './sheet';

const SMALL = 7.5;
const FIELD_GAP = 15;
const ADDRESS_SIZES = [
  { size: 9.5, leading: 13.5 },
  { size: 8, leading: 10.5 },
  { size: 7, leading: 9 },
] as const;

function plain(text: string, strong = false): Runs {
  return [{ text, strong }];
}

interface Column {
  readonly texts: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly size: number;
  readonly leading: number;
}

function columnLines(sheet: Sheet, { texts, left, right, size }: Column): readonly Line[] {
  const measure = sheet.measure(size);
  return texts.flatMap((text) =>
    linesOf([...plain(text), { text: '\n', strong: false }], right - left, measure),
  );
}

/** Lines at a fixed place, as one paragraph. */
function column(sheet: Sheet, parent: Element, place: Column): void {
  const { left, top, size, leading } = place;
  const paragraph = sheet.element(parent, 'P');
  paragraph.add(() =>
    columnLines(sheet, place).forEach(({ runs }, index) =>
      sheet.write(runs, left, top + (index + 0.75) * leading, { size }),
    ),
  );
  paragraph.end();
}

/** The address as large as it fits in the window. */
function addressBlock(sheet: Sheet, parent: Element, texts: readonly string[]): void {
  const { window } = PAPER;
  const places = ADDRESS_SIZES.map((type) => ({ ...window, ...type, texts }));
  const fits = places.find(
    (place) => columnLines(sheet, place).length * place.leading <= window.bottom - window.top,
  );
  if (fits === undefined)
    throw new Error(`the address "${texts.join(', ')}" does not fit in the window of the envelope`);
  column(sheet, parent, fits);
}

function letterHead(sheet: Sheet, parent: Element, frame: LetterFrame): void {
  const { aside } = PAPER;
  const full = { left: PAPER.left, right: PAPER.right };
  const organisation = sheet.element(parent, 'P');
  organisation.add(() => {
    sheet.write(plain(`${frame.organisation} `, true), PAPER.left, PAPER.headTop + 12, {
      size: 12,
    });
    sheet.write(plain(frame.unit), PAPER.left, PAPER.headTop + 27, { size: 9.5 });
  });
  organisation.end();
  sheet.rule([PAPER.left, PAPER.headTop + 36], [PAPER.right, PAPER.headTop + 36]);
  column(sheet, parent, {
    ...full,
    texts: [frame.returnAddress],
    top: PAPER.returnAddress,
    size: 6.5,
    leading: 8,
  });
  addressBlock(sheet, parent, frame.addressee);
  column(sheet, parent, {
    texts: frame.aside,
    left: aside.left,
    right: PAPER.right,
    top: aside.top,
    size: SMALL,
    leading: 11,
  });
}

/** Label and value on one line; a long value goes on under itself. */
function field(
  sheet: Sheet,
  parent: Element,
  type: 'P' | 'H1',
  { label, value }: { readonly label: string; readonly value: string },
): void {
  const isSubject = type === 'H1';
  const measure = sheet.measure(BODY.size);
  const lines = linesOf(plain(value, isSubject), PAPER.right - PAPER.fieldValue, measure);
  const element = sheet.element(parent, isSubject ? 'Sect' : 'P');
  const baseline = sheet.y + FIELD_GAP * 0.72;
  const name = isSubject ? sheet.element(element, 'P') : element;
  name.add(() =>
    sheet.write(plain(`${label} `), PAPER.left, baseline, { size: BODY.size, ink: SOFT_INK }),
  );
  if (isSubject) name.end();
  const text = isSubject ? sheet.element(element, 'H1') : element;
  text.add(() =>
    lines.forEach(({ runs }, index) =>
      sheet.write(runs, PAPER.fieldValue, baseline + index * BODY.leading, { size: BODY.size }),
    ),
  );
  if (isSubject) text.end();
  element.end();
  sheet.y += FIELD_GAP + (lines.length - 1) * BODY.leading;
}

function pageNumbers(sheet: Sheet, frame: LetterFrame): void {
  const measure = sheet.measure(SMALL);
  sheet.onEveryPage((page, pages) => {
    const number = frame.pageOf.replace('{page}', String(page)).replace('{pages}', String(pages));
    const right = PAPER.right - measure({ text: number, strong: false });
    const pen = { size: SMALL, ink: SOFT_INK };
    sheet.decorate('Pagination', () => {
      const [line] = linesOf(plain(frame.running), right - mm(4) - PAPER.left, measure);
      sheet.write(line?.runs ?? [], PAPER.left, PAPER.footer, pen);
      sheet.write(plain(number), right, PAPER.footer, pen);
    });
  });
}

/**
 * Puts a letter on paper: a tagged PDF (PDF/UA-1) in Dutch. The same frame and blocks give the same
 * bytes, on every machine and every day.
 *
 * @throws Error when the address does not fit in the window of the envelope.
 */
export async function writeLetter(frame: LetterFrame, blocks: readonly Block[]): Promise<Buffer> {
  const { title, organisation, day } = frame;
  const sheet = new Sheet({ title, author: organisation, day });
  const root = sheet.root();
  letterHead(sheet, root, frame);
  sheet.y = PAPER.fields;
  for (const one of frame.fields) field(sheet, root, 'P', one);
  field(sheet, root, 'H1', frame.subject);
  sheet.y += BODY.leading;
  writeBlocks(sheet, root, blocks);
  root.end();
  pageNumbers(sheet, frame);
  return sheet.close();
}

import { type Archive } from '../archive';
import { refuse } from '../reading';
import { showsDay } from './number-formats';
import { type Attributes, type PartReader, scanPart } from './scan';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** What the sheets are read by. */
export interface WorkbookParts {
  readonly system: 1900 | 1904;
  readonly sheets: readonly SheetPart[];
  /** For each cell style, by its number: whether it shows a day. */
  readonly days: readonly boolean[];
  readonly properties: Readonly<Record<string, string>>;
}

function nothing(): void {
  // Parts that hold all they say in attributes have no text to read.
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function relationOf(attributes: Attributes): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

interface NamedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

async function readWorkbook(
  archive: Archive,
): Promise<{ system: 1900 | 1904; sheets: NamedSheet[] }> {
  const sheets: NamedSheet[] = [];
  let system: 1900 | 1904 = 1900;
  const reader: PartReader = {
    open: (name, attributes) => {
      if (name === 'workbookPr' && isTrue(attributes['date1904'])) system = 1904;
      if (name !== 'sheet') return;
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', hidden, relation: relationOf(attributes) });
    },
    close: nothing,
    text: nothing,
  };
  await scanPart(archive, 'xl/workbook.xml', reader);
  return { system, sheets };
}

const RELATIONS = 'xl/_rels/workbook.xml.rels';

/** The worksheets by their relation; chart sheets and the like are none. */
async function readRelations(archive: Archive): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  if (!archive.has(RELATIONS)) return parts;
  const reader: PartReader = {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['Type']?.endsWith('/worksheet') !== true) return;
      const target = attributes['Target'] ?? '';
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      parts.set(attributes['Id'] ?? '', part);
    },
    close: nothing,
    text: nothing,
  };
  await scanPart(archive, RELATIONS, reader);
  return parts;
}

const STYLES = 'xl/styles.xml';

async function readDays(archive: Archive): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const days: boolean[] = [];
  let inCells = false;
  if (!archive.has(STYLES)) return days;
  const reader: PartReader = {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '');
      if (name === 'xf' && inCells) days.push(showsDay(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: nothing,
  };
  await scanPart(archive, STYLES, reader);
  return days;
}

const PROPERTIES = 'docProps/custom.xml';
const MOST_PROPERTIES = 100;
const LONGEST_PROPERTY = 255;

async function readProperties(archive: Archive): Promise<Record<string, string>> {
  const properties = new Map<string, string>();
  if (!archive.has(PROPERTIES)) return {};
  let current: string | null = null;
  const reader: PartReader = {
    open: (name, attributes) => {
      if (name === 'property') current = attributes['name'] ?? null;
    },
    close: (name) => {
      if (name === 'property') current = null;
    },
    text: (text) => {
      if (current === null || text.trim() === '' || properties.size >= MOST_PROPERTIES) return;
      properties.set(current, text.slice(0, LONGEST_PROPERTY));
    },
  };
  await scanPart(archive, PROPERTIES, reader);
  return Object.fromEntries(properties);
}

/** Reads the small parts of a workbook; the texts and the sheets themselves come later. */
export async function readParts(archive: Archive): Promise<WorkbookParts> {
  const { system, sheets } = await readWorkbook(archive);
  const relations = await readRelations(archive);
  const found = sheets.flatMap(({ name, hidden, relation }): SheetPart[] => {
    const part = relations.get(relation);
    return part === undefined || !archive.has(part) ? [] : [{ name, hidden, part }];
  });
  if (new Set(found.map(({ name }) => name)).size < found.length) refuse('zip_broken');
  const days = await readDays(archive);
  return { system, sheets: found, days, properties: await readProperties(archive) };
}

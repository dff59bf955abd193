import { Workbook, type Worksheet } from 'exceljs';
import { type ReadCell, type ReadRow, readTable } from '../../../src/platform/intake/public';
import {
  type CellMark,
  MARKED_LIMITS,
  type MarkedLook,
  markWorkbook,
} from '../../../src/platform/spreadsheet/mark-workbook';
import { writeTemplate } from '../../../src/platform/spreadsheet/write-template';
import { readZip } from '../../../src/platform/spreadsheet/zip';
import { A_TEMPLATE } from './a-template';

async function opened(bytes: Buffer): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

function sheet(workbook: Workbook, name: string): Worksheet {
  const found = workbook.getWorksheet(name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

async function readBack(bytes: Buffer): Promise<{ rows: ReadRow[]; properties: object }> {
  const rows: ReadRow[] = [];
  const { properties } = await readTable(bytes, 'x.xlsx', (batch) => {
    rows.push(...batch);
    return Promise.resolve();
  });
  return { rows, properties };
}

describe('a template says by itself how it is filled in', () => {
  let workbook: Workbook;
  let bytes: Buffer;

  beforeAll(async () => {
    bytes = await writeTemplate(A_TEMPLATE);
    workbook = await opened(bytes);
  });

  it('is the same file whenever it is made', async () => {
    expect((await writeTemplate(A_TEMPLATE)).equals(bytes)).toBe(true);
  });

  it('carries its version as a property and in words', async () => {
    expect((await readBack(bytes)).properties).toEqual({
      'partijgiften-template': 'contributions/2',
    });
    expect(sheet(workbook, 'Uitleg').getCell('A2').value).toBe('Sjabloon giften, versie 2');
  });

  it('keeps its headings in sight and formats what is typed below them', () => {
    const giften = sheet(workbook, 'Giften');
    expect(giften.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    const formats = [1, 2, 3, 4, 5].map((n) => giften.getColumn(n).numFmt);
    expect(formats).toEqual(['@', '@', 'dd-mm-yyyy', '#,##0.00', '@']);
  });

  it.each([
    ['B2', { type: 'list', formulae: ["'Keuzes'!$A$1:$A$2"] }],
    ['C2', { type: 'date', operator: 'greaterThanOrEqual' }],
    ['D9000', { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0] }],
    ['E2', { type: 'list', formulae: ["'Keuzes'!$B$1:$B$2"] }],
  ])('refuses at %s what does not fit', (cell, rule) => {
    expect(sheet(workbook, 'Giften').getCell(cell).dataValidation).toMatchObject({
      ...rule,
      showErrorMessage: true,
      errorTitle: 'Dit past hier niet',
    });
  });

  it('says beside each cell what to fill in, and whether it must be', () => {
    const rule = sheet(workbook, 'Giften').getCell('A2').dataValidation;
    expect(rule).toMatchObject({ promptTitle: 'Naam', prompt: 'Verplicht. Zo vult u het in.' });
  });

  it('shows its examples on a sheet of their own, with real days and amounts', async () => {
    const { rows } = await readBack(bytes);
    const example = rows.filter((row) => row.sheet === 'Voorbeelden')[1];
    expect(example?.cells.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'text: =Jan',
      'text: Gift',
      'day: 2025-04-17',
      'number: 1250.5',
    ]);
    expect(rows.filter((row) => row.sheet === 'Giften')).toHaveLength(1);
  });
});

const LOOK: MarkedLook = {
  title: 'Wat er nog niet klopt',
  author: 'Partijgiften',
  moment: '2026-01-01T00:00:00Z',
  properties: { 'partijgiften-template': 'contributions/1' },
  template: A_TEMPLATE,
  words: {
    sheet: 'Fouten',
    intro: ['Er is niets geboekt.'],
    place: 'Plaats',
    weight: 'Weegt als',
    value: 'Gezien',
    rule: 'Regel',
    mend: 'Zo lost u het op',
    fault: 'fout',
    warning: 'let op',
    wholeFile: 'Hele bestand',
    more: 'En nog meer.',
    csvSheet: 'Blad1',
  },
};

function cell(kind: ReadCell['kind'], text: string): ReadCell {
  return { kind, text };
}

function row(at: number, cells: readonly ReadCell[], name = 'Giften', hidden = false): ReadRow {
  return { sheet: name, row: at, hidden, cells };
}

function mark(given: Partial<CellMark>): CellMark {
  const plain = { sheet: 'Giften', row: 3, column: 'B', weight: 'fault' } as const;
  return { ...plain, value: 'Gifd', rule: 'Kies uit de lijst.', mend: 'Bedoelt u Gift?', ...given };
}

const ROWS: readonly ReadRow[] = [
  row(1, [cell('text', 'Naam'), cell('text', 'Soort'), cell('text', 'Datum')]),
  row(2, [cell('text', ' J. de Wit '), cell('number', '1250.5'), cell('day', '2025-04-17')]),
  row(3, [cell('text', '=1+1'), cell('text', 'Gifd'), cell('day', '2025-04-17T18:30')]),
  row(
    7,
    [cell('empty', ''), cell('yes_no', 'true'), cell('formula', '=A1'), cell('error', '#REF!')],
    'Giften',
    true,
  ),
];

describe('a file comes back with its faults marked', () => {
  it('rows come back as they were sent, in their own place, and are known by their template', async () => {
    const { rows, properties } = await readBack(await markWorkbook(ROWS, [], LOOK));
    const expected = ROWS.map((one) => ({
      ...one,
      cells: one.cells.map(({ kind, text }) =>
        kind === 'formula' || kind === 'error' ? cell('text', text) : cell(kind, text),
      ),
    }));
    expect(rows.filter(({ sheet: name }) => name === 'Giften')).toEqual(expected);
    expect(properties).toEqual(LOOK.properties);
  });

  it('a wrong cell is coloured and its note says the rule, the value and the mend', async () => {
    const workbook = await opened(
      await markWorkbook(ROWS, [mark({}), mark({ rule: 'Nog een.' })], LOOK),
    );
    const wrong = sheet(workbook, 'Giften').getCell('B3');
    expect(wrong.fill).toMatchObject({ fgColor: { argb: 'FFF8C9C4' } });
    const note = wrong.note as { texts: { text: string }[] };
    expect(note.texts.map(({ text }) => text).join('')).toBe(
      'Kies uit de lijst.\nGezien: Gifd\nZo lost u het op: Bedoelt u Gift?\n\nNog een.\nGezien: Gifd\nZo lost u het op: Bedoelt u Gift?',
    );
    expect(sheet(workbook, 'Giften').getCell('B2').note).toBeUndefined();
    expect(sheet(workbook, 'Giften').getCell('B2').fill).toBeUndefined();
  });

  it('the first sheet has one line for each mark, with a link to the cell', async () => {
    const marks = [
      mark({ value: '=cmd' }),
      mark({ row: 7, column: '', weight: 'warning' }),
      mark({ row: 0, column: '', rule: 'Kolom Kenmerk ontbreekt.' }),
    ];
    const bytes = await markWorkbook(ROWS, marks, LOOK);
    const list = sheet(await opened(bytes), 'Fouten');
    expect(list.id).toBe(1);
    const lines = [4, 5, 6].map((n) => [1, 2, 3, 4].map((c) => list.getCell(n, c).text));
    expect(lines).toEqual([
      ['Giften B3', 'fout', "'=cmd", 'Kies uit de lijst.'],
      ['Giften 7', 'let op', 'Gifd', 'Kies uit de lijst.'],
      ['Hele bestand', 'fout', 'Gifd', 'Kolom Kenmerk ontbreekt.'],
    ]);
    const xml = (await readZip(bytes)).get('xl/worksheets/sheet1.xml')?.toString();
    expect(xml).toContain('<hyperlink ref="A4" location="&apos;Giften&apos;!B3"/>');
  });

  it('a sheet with the headings of the template has its drop-downs again, another has not', async () => {
    const titles = A_TEMPLATE.sheets[0]!.columns.map(({ title }) => cell('text', title));
    const same = await opened(await markWorkbook([row(1, titles)], [], LOOK));
    expect(sheet(same, 'Giften').getCell('B3').dataValidation).toMatchObject({ type: 'list' });
    const other = await opened(await markWorkbook(ROWS, [], LOOK));
    expect(sheet(other, 'Giften').getCell('B3').dataValidation).toBeUndefined();
  });

  it('a CSV comes back as a sheet', async () => {
    const rows = ROWS.map((one) => ({ ...one, sheet: '' }));
    const workbook = await opened(await markWorkbook(rows, [mark({ sheet: '' })], LOOK));
    expect(sheet(workbook, 'Blad1').getCell('B3').value).toBe('Gifd');
    expect(sheet(workbook, 'Fouten').getCell('A4').text).toBe('Blad1 B3');
  });

  it('of a file with too many rows only the headings and the marked rows come back', async () => {
    const many = Array.from({ length: MARKED_LIMITS.rows + 1 }, (_, n) =>
      row(n + 1, [cell('text', String(n))]),
    );
    const { rows } = await readBack(
      await markWorkbook(many, [mark({ row: 900, column: 'A' })], LOOK),
    );
    const kept = rows.filter(({ sheet: name }) => name === 'Giften');
    expect(kept.map((one) => one.row)).toEqual([1, 900]);
  });

  it('of too many marks the list says that there are more', async () => {
    const marks = Array.from({ length: MARKED_LIMITS.marks + 1 }, () => mark({}));
    const list = sheet(
      await opened(
        await markWorkbook(
          ROWS,
          marks.map((one) => ({ ...one, row: 2 })),
          LOOK,
        ),
      ),
      'Fouten',
    );
    expect(list.getCell(`A${String(list.rowCount)}`).value).toBe('En nog meer.');
  });

  it('is the same file whenever it is made', async () => {
    const [one, other] = [
      await markWorkbook(ROWS, [mark({})], LOOK),
      await markWorkbook(ROWS, [mark({})], LOOK),
    ];
    expect(one.equals(other)).toBe(true);
  });
});

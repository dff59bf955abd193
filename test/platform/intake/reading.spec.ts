import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import {
  type ReadCell,
  type ReadRow,
  readTable,
  type TableSummary,
} from '../../../src/platform/intake/public';
import {
  dayOfSerial,
  showsDay,
  shownDigits,
} from '../../../src/platform/intake/xlsx/number-formats';
import { aWorkbook, numberCell, rowsOf, sharedStrings, textCell } from './a-workbook';

interface Read {
  readonly rows: readonly ReadRow[];
  readonly summary: TableSummary;
}

async function read(bytes: Buffer, name: string): Promise<Read> {
  const rows: ReadRow[] = [];
  const summary = await readTable(bytes, name, (batch) => {
    rows.push(...batch);
    return Promise.resolve();
  });
  return { rows, summary };
}

function shown({ kind, text }: ReadCell): string {
  return `${kind}: ${text}`;
}

async function firstRow(cells: readonly string[], strings?: string): Promise<string[]> {
  const parts = { sheet: rowsOf([cells]), ...(strings === undefined ? {} : { strings }) };
  const { rows } = await read(aWorkbook(parts), 'giften.xlsx');
  return rows[0]?.cells.map(shown) ?? [];
}

async function firstCsvRow(bytes: Buffer): Promise<string[]> {
  const { rows } = await read(bytes, 'giften.csv');
  return rows[0]?.cells.map(({ text }) => text) ?? [];
}

describe('a workbook is read as it is written', () => {
  it('text: shared, inline and in runs, with its spaces, without phonetic help', async () => {
    const strings = sharedStrings(' spatie ', 'a&amp;b', '_x0041__x005F_x0041_').replace(
      '</sst>',
      '<si><r><t>J. </t></r><r><rPr><b/></rPr><t>de Wit</t></r><rPh><t>hulp</t></rPh></si></sst>',
    );
    const cells = [0, 1, 2, 3].map((n) => `<c t="s"><v>${String(n)}</v></c>`);
    expect(await firstRow([...cells, textCell('E1', '007')], strings)).toEqual([
      'text:  spatie ',
      'text: a&b',
      'text: A_x0041_',
      'text: J. de Wit',
      'text: 007',
    ]);
  });

  it('numbers as a spreadsheet shows them, never as binary noise or powers of ten', async () => {
    const stored = ['1.1000000000000001', '0.30000000000000004', '1E3', '1250.5', '-0', '9.99E-3'];
    const cells = stored.map((value) => numberCell('', value).replace(' r=""', ''));
    expect(await firstRow(cells)).toEqual(
      ['1.1', '0.3', '1000', '1250.5', '0', '0.00999'].map((text) => `number: ${text}`),
    );
  });

  it('a formula as its formula, whatever answer stands beside it', async () => {
    const cells = [
      '<c r="A1"><f>B1*2</f><v>42</v></c>',
      '<c r="B1" t="str"><f t="shared" ref="B1:C1" si="0">A1&amp;"x"</f><v>x</v></c>',
      '<c r="C1" t="str"><f t="shared" si="0"/><v>x</v></c>',
    ];
    expect(await firstRow(cells)).toEqual([
      'formula: =B1*2',
      'formula: =A1&"x"',
      'formula: =A1&"x"',
    ]);
  });

  it('yes, no and errors; what was made safe against formulas comes back as it was', async () => {
    const cells = ['<c t="b"><v>1</v></c>', '<c t="b"><v>0</v></c>', '<c t="e"><v>#REF!</v></c>'];
    const texts = [textCell('D1', "'=1+1"), textCell('E1', "'s-Hertogenbosch")];
    expect(await firstRow([...cells, ...texts])).toEqual([
      'yes_no: true',
      'yes_no: false',
      'error: #REF!',
      'text: =1+1',
      "text: 's-Hertogenbosch",
    ]);
  });

  it('yes and no as LibreOffice writes them, which is as a formula', async () => {
    const cells = ['TRUE()', 'FALSE()', 'TRUE()*1'].map((f) => `<c t="b"><f>${f}</f><v>1</v></c>`);
    expect(await firstRow(cells)).toEqual(['yes_no: true', 'yes_no: false', 'formula: =TRUE()*1']);
  });

  it('elements with a prefix, as some programs write them', async () => {
    const sheetPart =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Naam</x:t></x:is></x:c></x:row>' +
      '</x:sheetData></x:worksheet>';
    const { rows } = await read(aWorkbook({ sheetPart }), 'x.xlsx');
    expect(rows[0]?.cells.map(shown)).toEqual(['text: Naam']);
  });

  it('cells keep their place: gaps are empty, the row ends at the last filled cell', async () => {
    const cells = [numberCell('B1', '1'), textCell('D1', 'x'), '<c r="F1" s="1"/>'];
    expect(await firstRow(cells)).toEqual(['empty: ', 'number: 1', 'empty: ', 'text: x']);
  });

  it('days by the system of 1900', async () => {
    const cells = [
      numberCell('A1', '45764', 1),
      numberCell('B1', '45764.75', 3),
      numberCell('C1', '45764', 2),
    ];
    expect(await firstRow(cells)).toEqual([
      'day: 2025-04-17',
      'day: 2025-04-17T18:00',
      'number: 45764',
    ]);
  });

  it('days by the system of 1904, as an Apple once counted', async () => {
    const bytes = aWorkbook({
      workbook: '<workbookPr date1904="1"/>',
      sheet: rowsOf([[numberCell('A1', '44302', 1), numberCell('B1', '0.5', 1)]]),
    });
    const { rows } = await read(bytes, 'giften.xlsx');
    expect(rows[0]?.cells.map(shown)).toEqual(['day: 2025-04-17', 'day: 1904-01-01T12:00']);
  });

  it('hidden rows, columns and sheets and merged cells are told', async () => {
    const sheet =
      '<cols><col min="3" max="3" hidden="1"/><col min="6" max="16384" hidden="true"/></cols>' +
      `<sheetData><row r="2" hidden="1">${textCell('A2', 'x')}</row></sheetData>` +
      '<mergeCells><mergeCell ref="B4:C4"/></mergeCells>';
    const { rows, summary } = await read(aWorkbook({ sheet, state: 'veryHidden' }), 'x.xlsx');
    expect(rows).toEqual([
      { sheet: 'Giften', row: 2, hidden: true, cells: [{ kind: 'text', text: 'x' }] },
    ]);
    expect(summary).toMatchObject({
      rows: 1,
      sheets: [{ name: 'Giften', hidden: true }],
      hiddenColumns: ['Giften!C', 'Giften!F:XFD'],
      merged: ['Giften!B4:C4'],
    });
  });

  it('rows that name the same number twice, or none that exists, get numbers of their own', async () => {
    const named = ['2', '2', '1', '99999999999', '9'];
    const lines = named.map((r) => `<row r="${r}"><c><v>1</v></c></row>`).join('');
    const hidden = '<cols><col min="x" max="99999" hidden="1"/></cols>';
    const sheet = `${hidden}<sheetData>${lines}</sheetData>`;
    const { rows } = await read(aWorkbook({ sheet }), 'x.xlsx');
    expect(rows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 9]);
  });

  it('what no database takes as text stays as it was written', async () => {
    const [cell] = await firstRow([textCell('A1', '_x0000__xD800__x0041_')]);
    expect(cell).toBe('text: _x0000__xD800_A');
  });

  it('a far row keeps its number and costs nothing', async () => {
    const sheet = `<sheetData><row r="1048576">${textCell('A1048576', 'x')}</row></sheetData>`;
    const { rows } = await read(aWorkbook({ sheet }), 'x.xlsx');
    expect(rows.map(({ row }) => row)).toEqual([1_048_576]);
  });
});

describe('number formats and serial days', () => {
  it.each([
    [14, undefined, true],
    [22, undefined, true],
    [20, undefined, false],
    [4, undefined, false],
    [164, 'dd-mm-yyyy', true],
    [164, '[$-413]d mmmm yyyy;@', true],
    [164, 'mmm', true],
    [164, 'h:mm', false],
    [164, 'mm:ss', false],
    [164, '[h]:mm', false],
    [164, '#,##0.00" dagen"', false],
    [164, '[Red]0.00', false],
    [164, '0.00\\d', false],
    [164, 'General', false],
  ])('format %s %s shows a day: %s', (id, code, day) => {
    expect(showsDay(id, code)).toBe(day);
  });

  it.each([
    [1, 1900, '1900-01-01'],
    [59, 1900, '1900-02-28'],
    [60, 1900, null],
    [61, 1900, '1900-03-01'],
    [45_764, 1900, '2025-04-17'],
    [45_764.999_99, 1900, '2025-04-18'],
    [2_958_465, 1900, '9999-12-31'],
    [2_958_466, 1900, null],
    [0.5, 1900, null],
    [-1, 1900, null],
    [0, 1904, '1904-01-01'],
    [44_302, 1904, '2025-04-17'],
  ] as const)('serial %s in the system of %s is %s', (serial, system, day) => {
    expect(dayOfSerial(serial, system)).toBe(day);
  });

  it('an amount in cents reads back as itself, however the file writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
        const text = shownDigits((cents / 100).toPrecision(17));
        expect(Math.round(Number(text) * 100)).toBe(cents);
        expect(text).toMatch(/^-?\d+(?:\.\d{1,2})?$/);
      }),
    );
  });
});

describe('a CSV file is read as it is written', () => {
  it.each([
    ['UTF-8', Buffer.from('Zoë;€ 5\r\n'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\ufeffZoë;€ 5\r\n'), 'utf-8'],
    ['UTF-16 as Excel writes it', Buffer.from('\ufeffZoë;€ 5\r\n', 'utf16le'), 'utf-16le'],
    [
      'UTF-16 the other way round',
      Buffer.from('\ufeffZoë;€ 5\r\n', 'utf16le').swap16(),
      'utf-16be',
    ],
    ['windows-1252', Buffer.from('Zo\xeb;\x80 5\r\n', 'latin1'), 'windows-1252'],
  ])('in %s', async (_name, bytes, encoding) => {
    const { rows, summary } = await read(bytes, 'giften.csv');
    expect(rows[0]?.cells.map(({ text }) => text)).toEqual(['Zoë', '€ 5']);
    expect(summary).toMatchObject({ encoding, delimiter: ';', rows: 1 });
  });

  it.each([
    [';', 'Naam;Bedrag\r\n"Wit, J. de";1.250,50\r\n'],
    [',', 'Naam,Bedrag\n"Wit; J. de","1.250,50"\n'],
    ['\t', 'Naam\tBedrag\nWit; J. de\t1.250,50\n'],
    [',', 'sep=,\r\nNaam;x,Bedrag\r\n'],
  ])('parted by %j', async (delimiter, text) => {
    const { rows, summary } = await read(Buffer.from(text), 'giften.csv');
    expect(summary.delimiter).toBe(delimiter);
    expect(rows.every(({ cells }) => cells.length === 2)).toBe(true);
  });

  it('one column has nothing to be parted by', async () => {
    expect((await read(Buffer.from('Naam\nJan\n'), 'x.csv')).summary.delimiter).toBeNull();
  });

  it('rows keep their number: empty ones count, a cell of two lines is one row', async () => {
    const { rows } = await read(Buffer.from('a\r\n\r\n;;\r\n"b\r\nc";x\r\nd\n'), 'x.csv');
    expect(rows.map(({ row, cells }) => [row, ...cells.map(({ text }) => text)])).toEqual([
      [1, 'a'],
      [4, 'b\r\nc', 'x'],
      [5, 'd'],
    ]);
  });

  it('a letter that falls between two pieces of the file stays whole', async () => {
    const bytes = Buffer.from(
      `${'a'.repeat(65_535 - 40_000)};${'b'.repeat(30_000)};${'c'.repeat(9_998)}€;x\n`,
    );
    expect((await firstCsvRow(bytes))[2]).toBe(`${'c'.repeat(9_998)}€`);
  });

  it('what a CSV writer writes is read back the same', async () => {
    const cell = fc
      .string({ maxLength: 12, unit: 'grapheme' })
      .filter((text) => !text.includes('\0'));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const marked = [['x', 'x', 'x', 'x', 'x'], ...rows.map((row) => [...row.slice(0, 4), 'x'])];
        const bytes = Buffer.from(stringify(marked, { delimiter: ';', quoted: true }));
        const seen = await read(bytes, 'x.csv');
        const plain = marked.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, '')));
        expect(seen.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(plain);
      }),
      { numRuns: 10 },
    );
  });
});

import {
  aWorkbook,
  numberCell,
  rowsOf,
  sharedStrings,
  sheetOf,
  textCell,
  type WorkbookParts,
} from '../a-workbook';
import { type FailingFile } from './case';

const SHEET = 'xl/worksheets/sheet1.xml';

/** Ten times ten times ten: a few hundred bytes that stand for three billion. */
const LAUGHS =
  '<!DOCTYPE a [<!ENTITY a "lol">' +
  Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY ${'bcdefghij'.charAt(n)} "${`&${'abcdefghi'.charAt(n)};`.repeat(10)}">`,
  ).join('') +
  ']>';
const OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

function damaged(part: string, line: string): string {
  return `De werkmap is beschadigd of niet door een gewoon programma gemaakt (onderdeel ${part}, regel ${line}). Open het bestand in Excel of LibreOffice, sla het opnieuw op en stuur de nieuwe kopie.`;
}

function tooWide(row: number, columns: string): string {
  return `Op blad Giften is in regel ${String(row)} nog een cel ingevuld in kolom ${columns}; we lezen tot en met kolom 50. Haal weg wat naast de tabel staat.`;
}

function tooLong(cell: string, length: string): string {
  return `Op blad Giften staat in cel ${cell} een tekst van ${length} tekens; meer dan 32.767 past niet in een cel. Kort de tekst in, of kijk of er een aanhalingsteken ontbreekt.`;
}

const EMPTY =
  'Het bestand is leeg: er staat geen enkele ingevulde cel in. Controleer of u het juiste bestand hebt gekozen en of u het hebt opgeslagen.';

function workbook(
  title: string,
  parts: () => WorkbookParts,
  code: string,
  says: string,
): FailingFile {
  const bytes = (): Promise<Buffer> => Promise.resolve(aWorkbook(parts()));
  return { title, name: 'giften.xlsx', bytes, code, says };
}

function hostile(title: string, sheetPart: () => string, code: string, line = '1'): FailingFile {
  return workbook(title, () => ({ sheetPart: sheetPart() }), code, damaged(SHEET, line));
}

/** Always the same digits, in no order that a packer could use. */
let state = 1;
function digit(): number {
  state = (state * 48_271) % 2_147_483_647;
  return state % 10;
}

function references(count: number): string {
  return Array.from({ length: count }, () => `&#9${String(7 + (digit() % 3))};`).join('');
}

const LONG = 'a'.repeat(32_000);

export const WORKBOOKS: readonly FailingFile[] = [
  hostile('an entity bomb in a sheet', () => `${LAUGHS}<worksheet>&j;</worksheet>`, 'xml_doctype'),
  hostile(
    'a sheet that asks for a file of the server',
    () => `${OUTSIDE}<worksheet>&x;</worksheet>`,
    'xml_doctype',
  ),
  workbook(
    'an entity bomb in the shared texts',
    () => ({ strings: `${LAUGHS}<sst/>` }),
    'xml_doctype',
    damaged('xl/sharedStrings.xml', '1'),
  ),
  workbook(
    'an entity bomb in the styles',
    () => ({ styles: `${LAUGHS}<styleSheet/>` }),
    'xml_doctype',
    damaged('xl/styles.xml', '1'),
  ),
  workbook(
    'an entity bomb in the list of sheets',
    () => ({ workbookPart: `${LAUGHS}<workbook/>` }),
    'xml_doctype',
    damaged('xl/workbook.xml', '1'),
  ),
  hostile(
    'an entity that nobody declared',
    () => sheetOf(rowsOf([[textCell('A1', '&naam;')]])),
    'xml_broken',
    '2',
  ),
  hostile(
    'a sheet with 100,000 elements in one another',
    () => '<a>'.repeat(100_000),
    'xml_too_deep',
  ),
  hostile(
    'a sheet with 51 elements in one another',
    () => '<a>'.repeat(51) + '</a>'.repeat(51),
    'xml_too_deep',
  ),
  hostile(
    'an element with 300,000 attributes',
    () =>
      `<worksheet ${Array.from({ length: 300_000 }, (_, n) => `a${String(n)}="1"`).join(' ')}/>`,
    'xml_too_many_attributes',
  ),
  hostile('an attribute twice', () => '<worksheet a="1" a="2"/>', 'xml_broken'),
  hostile(
    'a sheet that stops halfway',
    () => sheetOf('<sheetData><row r="1">').replace('</worksheet>', ''),
    'xml_broken',
    '2',
  ),
  hostile(
    'a sheet of control characters',
    () => sheetOf(rowsOf([[textCell('A1', '\u0001\u0002')]])),
    'xml_broken',
    '2',
  ),
  hostile('a sheet that is no XML at all', () => 'Naam;Bedrag', 'xml_broken'),
  workbook(
    'a cell at the far end, XFD1',
    () => ({ sheet: rowsOf([[textCell('XFD1', 'x')]]) }),
    'too_many_columns',
    tooWide(1, '16.384'),
  ),
  workbook(
    'a cell with a column that does not exist',
    () => ({ sheet: rowsOf([[textCell('ZZZZ1', 'x')]]) }),
    'too_many_columns',
    tooWide(1, '475.254'),
  ),
  workbook(
    '51 columns',
    () => ({
      sheet: rowsOf([
        Array.from({ length: 51 }, (_, n) => numberCell('', String(n)).replace(' r=""', '')),
      ]),
    }),
    'too_many_columns',
    tooWide(1, '51'),
  ),
  workbook(
    '33,000 characters in a cell',
    () => ({ sheet: rowsOf([[textCell('B1', 'a'.repeat(33_000))]]) }),
    'cell_too_long',
    tooLong('B1', '33.000'),
  ),
  workbook(
    '33,000 characters in a shared text',
    () => ({
      strings: sharedStrings('a'.repeat(33_000)),
      sheet: rowsOf([['<c r="C1" t="s"><v>0</v></c>']]),
    }),
    'cell_too_long',
    tooLong('C1', '33.000'),
  ),
  workbook(
    'a text of a million numeric references',
    () => ({ sheet: rowsOf([[textCell('A1', references(1_000_000))]]) }),
    'cell_too_long',
    tooLong('A1', '1.000.000'),
  ),
  workbook(
    'one long text in 2,500 cells',
    () => ({
      strings: sharedStrings(LONG),
      sheet: rowsOf(
        Array.from({ length: 50 }, () => Array.from({ length: 50 }, () => '<c t="s"><v>0</v></c>')),
      ),
    }),
    'too_much_text',
    'In het bestand staat bij elkaar meer tekst dan we in één keer lezen (64 miljoen tekens). Deel het op in kleinere bestanden.',
  ),
  workbook(
    '250,001 rows',
    () => ({
      sheet: rowsOf(Array.from({ length: 250_001 }, (_, n) => [`<c><v>${String(n)}</v></c>`])),
    }),
    'too_many_rows',
    'Het bestand heeft meer dan 250.000 ingevulde regels. Deel het op, bijvoorbeeld per kwartaal, en stuur de delen na elkaar.',
  ),
  workbook(
    'a million cells with a colour and nothing else',
    () => ({
      sheet: rowsOf(
        Array.from({ length: 20_000 }, () =>
          Array.from({ length: 50 }, () => `<c s="${String(digit() % 4)}"/>`),
        ),
      ),
    }),
    'empty',
    EMPTY,
  ),
  workbook(
    'merged over the whole sheet, with nothing in it',
    () => ({ sheet: '<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
    'empty',
    EMPTY,
  ),
  workbook('a workbook without a sheet', () => ({ workbookPart: '<workbook/>' }), 'empty', EMPTY),
];

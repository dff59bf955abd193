import { aZip, type ZipEntry } from './a-zip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface WorkbookParts {
  /** Inside <worksheet>, such as '<sheetData>...</sheetData>'. */
  readonly sheet?: string;
  /** The whole part instead. */
  readonly sheetPart?: string | ZipEntry;
  readonly strings?: string;
  readonly styles?: string;
  /** Inside <workbook>, before <sheets>. */
  readonly workbook?: string;
  readonly workbookPart?: string;
  readonly state?: string;
  readonly extra?: readonly ZipEntry[];
}

export function sheetOf(inside: string): string {
  return `${HEAD}<worksheet xmlns="${MAIN}">${inside}</worksheet>`;
}

/** '<row r="1">...' around cells written out, one array for each row. */
export function rowsOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells, at) => `<row r="${String(at + 1)}">${cells.join('')}</row>`);
  return `<sheetData>${lines.join('')}</sheetData>`;
}

export function textCell(reference: string, text: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

export function numberCell(reference: string, value: string, style = 0): string {
  return `<c r="${reference}" s="${String(style)}"><v>${value}</v></c>`;
}

/** Cell style 0 is a plain number, 1 a day (dd-mm-yyyy), 2 an amount, 3 a day with its time. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/>` +
  '<numFmt numFmtId="165" formatCode="[$-413]d mmmm yyyy\\ h:mm"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/>' +
  '</cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="4"/>' +
  '<xf numFmtId="165"/></cellXfs></styleSheet>';

function part(name: string, given: string | ZipEntry): ZipEntry {
  return typeof given === 'string' ? { name, data: given } : { ...given, name };
}

/** The smallest workbook that a spreadsheet opens, with one sheet, 'Giften'. */
export function workbookEntries(parts: WorkbookParts): ZipEntry[] {
  const state = parts.state === undefined ? '' : ` state="${parts.state}"`;
  const workbook =
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${parts.workbook ?? ''}` +
    `<sheets><sheet name="Giften" sheetId="1"${state} r:id="rId1"/></sheets></workbook>`;
  const relations =
    `<Relationships xmlns="${PACKAGE}">` +
    `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
  const sheet = parts.sheetPart ?? sheetOf(parts.sheet ?? rowsOf([[textCell('A1', 'Naam')]]));
  return [
    part('[Content_Types].xml', '<Types/>'),
    part('xl/workbook.xml', parts.workbookPart ?? workbook),
    part('xl/_rels/workbook.xml.rels', relations),
    part('xl/styles.xml', parts.styles ?? STYLES),
    ...(parts.strings === undefined ? [] : [part('xl/sharedStrings.xml', parts.strings)]),
    part('xl/worksheets/sheet1.xml', sheet),
    ...(parts.extra ?? []),
  ];
}

export function aWorkbook(parts: WorkbookParts = {}): Buffer {
  return aZip(workbookEntries(parts));
}

export function sharedStrings(...texts: readonly string[]): string {
  return `${HEAD}<sst xmlns="${MAIN}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
}

import { daysBetween, plainDate } from '../../../legal/kernel/plain-date';
import { columnLetters } from '../../../platform/spreadsheet/cell';
import { safeText } from '../../../platform/spreadsheet/safe-cell';
import { type Column, type ValueKind } from '../facts/columns';
import { type HashedFile } from './hashed-file';
import { type MakeTableFile, type StoredRow, type Table, type TableFile } from './table-file';
import { XML_HEAD, xmlText } from './xml';
import { ZipFile } from './zip-file';

/** Rows a sheet can hold, less the one with the names of the columns. */
export const MOST_ROWS = 1_048_575;
const ROWS_AT_ONCE = 500;
const FORMAT = 'http://schemas.openxmlformats.org';
const MAIN = `xmlns="${FORMAT}/spreadsheetml/2006/main"`;
const DAY_ZERO = plainDate('1900-01-01');
const STYLE = { header: '1', day: '2', amount: '3' } as const;
const WIDTH: Readonly<Record<ValueKind, number>> = {
  text: 24,
  whole: 10,
  amount: 14,
  day: 12,
  moment: 26,
};

const STYLES =
  `${XML_HEAD}<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
  '<numFmt numFmtId="165" formatCode="#,##0.00"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '</cellXfs></styleSheet>';

function text(place: string, value: string, style: string): string {
  const kept = /^\s|\s$/.test(value) ? ' xml:space="preserve"' : '';
  return `<c r="${place}"${style} t="inlineStr"><is><t${kept}>${xmlText(value)}</t></is></c>`;
}

function cell(place: string, kind: ValueKind, value: string | number | null): string {
  if (value === null || value === '') return '';
  switch (kind) {
    case 'day': {
      // A spreadsheet counts from 1900 and believes that 1900 was a leap year.
      const serial = daysBetween(DAY_ZERO, plainDate(String(value))) + 2;
      return `<c r="${place}" s="${STYLE.day}"><v>${serial}</v></c>`;
    }
    case 'amount':
      return `<c r="${place}" s="${STYLE.amount}"><v>${value}</v></c>`;
    case 'whole':
      return `<c r="${place}"><v>${value}</v></c>`;
    case 'text':
      return text(place, safeText(String(value)), '');
    case 'moment':
      return text(place, String(value), '');
  }
}

class XlsxFile<Row> implements TableFile<Row> {
  private readonly zip: ZipFile;
  private readonly letters: readonly string[];
  private sheets = 0;
  private onSheet = 0;

  constructor(
    private readonly file: HashedFile,
    private readonly table: Table<Row>,
    private readonly mostRows: number,
  ) {
    this.zip = new ZipFile(file);
    this.letters = table.columns.map((_, at) => columnLetters(at));
  }

  async begin(): Promise<void> {
    await this.openSheet();
  }

  async add(rows: readonly StoredRow<Row>[]): Promise<void> {
    for (let from = 0; from < rows.length;) {
      if (this.onSheet === this.mostRows) {
        await this.closeSheet();
        await this.openSheet();
      }
      const some = rows.slice(from, from + Math.min(ROWS_AT_ONCE, this.mostRows - this.onSheet));
      await this.zip.write(
        some.map(({ row }, at) => this.row(row, this.onSheet + at + 2)).join(''),
      );
      this.onSheet += some.length;
      from += some.length;
    }
  }

  async finish(): ReturnType<TableFile<Row>['finish']> {
    await this.closeSheet();
    const names = Array.from({ length: this.sheets }, (_, at) => at + 1);
    await this.zip.part('xl/styles.xml', STYLES);
    await this.zip.part('xl/workbook.xml', workbook(names, this.table.title));
    await this.zip.part('xl/_rels/workbook.xml.rels', relations(names));
    await this.zip.part('_rels/.rels', ROOT);
    await this.zip.part('[Content_Types].xml', contentTypes(names));
    await this.zip.close();
    return this.file.finish();
  }

  abandon(): Promise<void> {
    return this.file.abandon();
  }

  private row(row: Row, number: number): string {
    const cells = this.table.columns.map((column: Column<Row>, at) =>
      cell(`${this.letters[at] ?? ''}${number}`, column.kind, column.value(row)),
    );
    return `<row r="${number}">${cells.join('')}</row>`;
  }

  private async openSheet(): Promise<void> {
    this.sheets += 1;
    this.onSheet = 0;
    await this.zip.begin(`xl/worksheets/sheet${this.sheets}.xml`);
    const { columns } = this.table;
    const widths = columns.map(({ kind }, at) => {
      const place = `min="${at + 1}" max="${at + 1}"`;
      return `<col ${place} width="${WIDTH[kind]}" customWidth="1"/>`;
    });
    const names = columns.map(({ name }, at) =>
      text(`${this.letters[at] ?? ''}1`, name, ` s="${STYLE.header}"`),
    );
    await this.zip.write(
      `${XML_HEAD}<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
        `<cols>${widths.join('')}</cols><sheetData><row r="1">${names.join('')}</row>`,
    );
  }

  private async closeSheet(): Promise<void> {
    await this.zip.write('</sheetData></worksheet>');
    await this.zip.end();
  }
}

/** The name of a sheet: the title, and from the second sheet on its number. */
export function sheetName(title: string, number: number): string {
  return number === 1 ? title : `${title} (${number})`;
}

const TYPE = `${FORMAT}/officeDocument/2006/relationships`;
const PACKAGE = `${FORMAT}/package/2006`;
const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const ROOT = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${TYPE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbook(sheets: readonly number[], title: string): string {
  const lines = sheets.map(
    (n) => `<sheet name="${xmlText(sheetName(title, n))}" sheetId="${n}" r:id="rId${n}"/>`,
  );
  return `${XML_HEAD}<workbook ${MAIN} xmlns:r="${TYPE}"><sheets>${lines.join('')}</sheets></workbook>`;
}

function relations(sheets: readonly number[]): string {
  const lines = sheets.map(
    (n) =>
      `<Relationship Id="rId${n}" Type="${TYPE}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  const styles = `<Relationship Id="rIdStyles" Type="${TYPE}/styles" Target="styles.xml"/>`;
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}${styles}</Relationships>`;
}

function contentTypes(sheets: readonly number[]): string {
  const lines = sheets.map(
    (n) =>
      `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${OFFICE_TYPE}.worksheet+xml"/>`,
  );
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${OFFICE_TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${OFFICE_TYPE}.styles+xml"/>${lines.join('')}</Types>`
  );
}

/** XLSX, with a further sheet when one is full. */
export function xlsxFiles(mostRows = MOST_ROWS): MakeTableFile {
  return (file, table) => new XlsxFile(file, table, mostRows);
}

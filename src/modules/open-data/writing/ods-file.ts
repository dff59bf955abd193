import { safeText } from '../../../platform/spreadsheet/safe-cell';
import { type Column } from '../facts/columns';
import { type HashedFile } from './hashed-file';
import { type MakeTableFile, type StoredRow, type Table, type TableFile } from './table-file';
import { MOST_ROWS, sheetName } from './xlsx-file';
import { XML_HEAD, xmlText } from './xml';
import { ZipFile } from './zip-file';

const ROWS_AT_ONCE = 500;
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

const MANIFEST =
  `${XML_HEAD}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3">` +
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MEDIA_TYPE}"/>` +
  '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>';

const CONTENT =
  `${XML_HEAD}<office:document-content xmlns:office="${OASIS}:office:1.0" xmlns:table="${OASIS}:table:1.0" ` +
  `xmlns:text="${OASIS}:text:1.0" xmlns:style="${OASIS}:style:1.0" xmlns:number="${OASIS}:datastyle:1.0" ` +
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0" office:version="1.3"><office:automatic-styles>` +
  '<number:date-style style:name="N1"><number:year number:style="long"/><number:text>-</number:text>' +
  '<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>' +
  '<number:number-style style:name="N2"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>' +
  '<style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>' +
  '<style:style style:name="amount" style:family="table-cell" style:data-style-name="N2"/>' +
  '<style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '</office:automatic-styles><office:body><office:spreadsheet>';

/** Blanks beside each other count as one unless they are named. */
function paragraph(line: string): string {
  const kept = xmlText(line).replace(/^ | {2,}/g, ({ length }) =>
    length === 1 ? '<text:s/>' : ` <text:s text:c="${length - 1}"/>`,
  );
  return `<text:p>${kept}</text:p>`;
}

function textCell(value: string, style = ''): string {
  const lines = value.split('\n').map(paragraph);
  return `<table:table-cell${style} office:value-type="string">${lines.join('')}</table:table-cell>`;
}

function cell<Row>({ kind, value }: Column<Row>, row: Row): string {
  const given = value(row);
  if (given === null || given === '') return '<table:table-cell/>';
  switch (kind) {
    case 'text':
      return textCell(safeText(String(given)));
    case 'moment':
      return textCell(String(given));
    case 'day':
      return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${given}"><text:p>${given}</text:p></table:table-cell>`;
    case 'whole':
    case 'amount': {
      const style = kind === 'amount' ? ' table:style-name="amount"' : '';
      return `<table:table-cell${style} office:value-type="float" office:value="${given}"><text:p>${given}</text:p></table:table-cell>`;
    }
  }
}

class OdsFile<Row> implements TableFile<Row> {
  private readonly zip: ZipFile;
  private sheets = 0;
  private onSheet = 0;

  constructor(
    private readonly file: HashedFile,
    private readonly table: Table<Row>,
    private readonly mostRows: number,
  ) {
    this.zip = new ZipFile(file);
  }

  async begin(): Promise<void> {
    await this.zip.store('mimetype', MEDIA_TYPE);
    await this.zip.part('META-INF/manifest.xml', MANIFEST);
    await this.zip.begin('content.xml');
    await this.zip.write(CONTENT);
    await this.openSheet();
  }

  async add(rows: readonly StoredRow<Row>[]): Promise<void> {
    for (let from = 0; from < rows.length;) {
      if (this.onSheet === this.mostRows) {
        await this.zip.write('</table:table>');
        await this.openSheet();
      }
      const some = rows.slice(from, from + Math.min(ROWS_AT_ONCE, this.mostRows - this.onSheet));
      await this.zip.write(some.map(({ row }) => this.row(row)).join(''));
      this.onSheet += some.length;
      from += some.length;
    }
  }

  async finish(): ReturnType<TableFile<Row>['finish']> {
    await this.zip.write(
      '</table:table></office:spreadsheet></office:body></office:document-content>',
    );
    await this.zip.end();
    await this.zip.close();
    return this.file.finish();
  }

  abandon(): Promise<void> {
    return this.file.abandon();
  }

  private row(row: Row): string {
    const cells = this.table.columns.map((column) => cell(column, row));
    return `<table:table-row>${cells.join('')}</table:table-row>`;
  }

  private async openSheet(): Promise<void> {
    this.sheets += 1;
    this.onSheet = 0;
    const { title, columns } = this.table;
    const names = columns.map(({ name }) => textCell(name, ' table:style-name="head"'));
    await this.zip.write(
      `<table:table table:name="${xmlText(sheetName(title, this.sheets))}">` +
        `<table:table-column table:number-columns-repeated="${columns.length}"/>` +
        `<table:table-header-rows><table:table-row>${names.join('')}</table:table-row></table:table-header-rows>`,
    );
  }
}

/** OpenDocument, with a further sheet when one is full. */
export function odsFiles(mostRows = MOST_ROWS): MakeTableFile {
  return (file, table) => new OdsFile(file, table, mostRows);
}

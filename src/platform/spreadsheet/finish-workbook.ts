import { readZip, writeZip } from './zip';

const CUSTOM = 'docProps/custom.xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PROPERTY_SET = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function customPart(properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties).map(
    ([name, value], at) =>
      `<property fmtid="${PROPERTY_SET}" pid="${String(at + 2)}" name="${escaped(name)}">` +
      `<vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">` +
    `${lines.join('')}</Properties>`
  );
}

type Parts = Map<string, Buffer>;

function insert(parts: Parts, name: string, before: string, text: string): void {
  const part = parts.get(name)?.toString();
  if (part?.includes(before) !== true) throw new Error(`${name} has no ${before}`);
  parts.set(name, Buffer.from(part.replace(before, text + before)));
}

/** exceljs has no custom document properties. */
function addProperties(parts: Parts, properties: Readonly<Record<string, string>>): void {
  if (Object.keys(properties).length === 0) return;
  parts.set(CUSTOM, Buffer.from(customPart(properties)));
  const type = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
  const override = `<Override PartName="/${CUSTOM}" ContentType="${type}"/>`;
  insert(parts, '[Content_Types].xml', '</Types>', override);
  const relation = `<Relationship Id="rIdCustom" Type="${OFFICE}/relationships/custom-properties" Target="${CUSTOM}"/>`;
  insert(parts, '_rels/.rels', '</Relationships>', relation);
}

const NOTE = { columns: 3, rows: 9, width: 250, height: 150 } as const;

/** exceljs makes every note as small as a stamp; a rule, a value and a mend need room. */
function enlargeNotes(parts: Parts): void {
  for (const [name, bytes] of parts) {
    if (!/^xl\/drawings\/vmlDrawing\d+\.vml$/.test(name)) continue;
    const sized = bytes
      .toString()
      .replaceAll(
        'width:97.8pt;height:59.1pt',
        `width:${String(NOTE.width)}pt;height:${String(NOTE.height)}pt`,
      )
      .replace(/<x:Anchor>([^<]*)<\/x:Anchor>/g, (_all, text: string) => {
        const [left = 0, leftRest = 0, top = 0, topRest = 0] = text.split(',').map(Number);
        const box = [left, leftRest, top, topRest, left + NOTE.columns, 2, top + NOTE.rows, 16];
        return `<x:Anchor>${box.join(', ')}</x:Anchor>`;
      });
    parts.set(name, Buffer.from(sized));
  }
}

/** exceljs writes a link to a cell as one to another file as well, which not every program follows. */
function mendLinks(parts: Parts): void {
  for (const [name, bytes] of parts) {
    const sheet = /^xl\/worksheets\/(sheet\d+\.xml)$/.exec(name)?.[1];
    if (sheet === undefined || !bytes.includes('location="#')) continue;
    const mended = bytes
      .toString()
      .replace(
        /<hyperlink ref="([^"]*)" r:id="[^"]*" location="#/g,
        '<hyperlink ref="$1" location="',
      );
    parts.set(name, Buffer.from(mended));
    const relations = `xl/worksheets/_rels/${sheet}.rels`;
    const others = parts
      .get(relations)
      ?.toString()
      .replace(/<Relationship [^>]*Target="#[^>]*\/>/g, '');
    if (others !== undefined) parts.set(relations, Buffer.from(others));
  }
}

/**
 * What exceljs cannot do: custom document properties, notes that can be read, links to a cell, and
 * the same bytes at any moment.
 */
export async function finishWorkbook(
  written: Buffer,
  properties: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const parts = await readZip(written);
  addProperties(parts, properties);
  enlargeNotes(parts);
  mendLinks(parts);
  return writeZip(parts);
}

import { type Dictionary, nameOf, PdfSyntax, type Value } from './pdf-syntax';

/** A piece of text as it stands on a page; y in points from the top. */
export interface Drawn {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Width in points, by the widths in the file. */
  readonly width: number;
  /** Number of the marked content it belongs to; 'artifact', or null for neither. */
  readonly mark: number | 'artifact' | null;
}

/** An element of the structure with its text, as a screen reader meets it. */
export interface Node {
  readonly type: string;
  readonly scope: string | null;
  readonly text: string;
  readonly children: readonly Node[];
}

interface Font {
  readonly letters: readonly string[];
  readonly widths: readonly number[];
  readonly embedded: boolean;
}

function isDictionary(value: Value | undefined): value is Dictionary {
  return typeof value === 'object' && value !== null && 'entries' in value;
}

/** UTF-16, as ToUnicode maps and texts with a mark at their start are written. */
function utf16(bytes: string): string {
  return Buffer.from(bytes, 'latin1').swap16().toString('utf16le');
}

/** Reads back what a PDF without compression holds: its text by the maps of its fonts, its structure. */
export class PdfReader {
  readonly pages: readonly Dictionary[];
  readonly catalog: Dictionary;
  readonly info: Dictionary;
  private readonly source: string;
  private readonly offsets = new Map<number, number>();

  constructor(pdf: Buffer) {
    this.source = pdf.toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(this.source)?.[1]);
    const [, table = '', trailer = ''] =
      /xref\n0 \d+\n([\s\S]*?)trailer\n([\s\S]*)/.exec(this.source.slice(start)) ?? [];
    table
      .split('\n')
      .forEach((line, number) => this.offsets.set(number, Number(line.slice(0, 10))));
    const { entries } = new PdfSyntax(trailer).value() as Dictionary;
    this.catalog = this.dictionary(entries['Root']);
    this.info = this.dictionary(entries['Info']);
    const kids = this.dictionary(this.catalog.entries['Pages']).entries['Kids'] as Value[];
    this.pages = kids.map((kid) => this.dictionary(kid));
  }

  /** A text of the document's information or catalogue. */
  textOf(value: Value | undefined): string {
    const given = this.resolve(value);
    if (typeof given !== 'object' || given === null || !('bytes' in given)) return '';
    const { bytes } = given;
    return bytes.startsWith('\xfe\xff') ? utf16(bytes.slice(2)) : bytes;
  }

  dictionary(value: Value | undefined): Dictionary {
    const found = this.resolve(value);
    if (!isDictionary(found)) throw new Error('no dictionary here');
    return found;
  }

  resolve(value: Value | undefined): Value {
    if (typeof value === 'object' && value !== null && 'ref' in value)
      return this.at(value.ref).value();
    return value ?? null;
  }

  /** The bytes of a stream, one letter each. */
  stream(value: Value | undefined): string {
    if (typeof value !== 'object' || value === null || !('ref' in value))
      throw new Error('no stream');
    const syntax = this.at(value.ref);
    const { entries } = syntax.value() as Dictionary;
    const start = syntax.streamStart() ?? 0;
    return this.source.slice(start, start + Number(this.resolve(entries['Length'])));
  }

  fonts(): readonly Font[] {
    return [...new Map(this.pages.flatMap((page) => [...this.fontsOf(page)])).values()];
  }

  /** Everything written on the pages, in the order of drawing. */
  drawn(): readonly Drawn[] {
    return this.pages.flatMap((page, index) => this.drawnOn(page, index + 1));
  }

  /** The structure of the document from its root. */
  structure(): Node {
    const root = this.dictionary(this.catalog.entries['StructTreeRoot']);
    const [first] = root.entries['K'] as Value[];
    const texts = new Map<string, string>();
    for (const { page, mark, text } of this.drawn()) {
      const key = `${String(page)}:${String(mark)}`;
      texts.set(key, (texts.get(key) ?? '') + text);
    }
    return this.node(this.dictionary(first), texts);
  }

  private node({ entries }: Dictionary, texts: ReadonlyMap<string, string>): Node {
    const kids = this.resolve(entries['K']);
    const parts = (Array.isArray(kids) ? kids : [kids]).map((kid) => {
      if (typeof kid === 'number') return this.marked(entries['Pg'], kid, texts);
      const inner = this.dictionary(kid);
      if (inner.entries['Type'] === '/MCR')
        return this.marked(inner.entries['Pg'], Number(inner.entries['MCID']), texts);
      return this.node(inner, texts);
    });
    const attributes = this.resolve(entries['A']);
    const scope = isDictionary(attributes) ? attributes.entries['Scope'] : null;
    return {
      type: nameOf(entries['S']),
      scope: typeof scope === 'string' ? scope.slice(1) : null,
      text: parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
      children: parts.filter((part) => typeof part !== 'string'),
    };
  }

  private marked(
    page: Value | undefined,
    mark: number,
    texts: ReadonlyMap<string, string>,
  ): string {
    const kids = this.dictionary(this.catalog.entries['Pages']).entries['Kids'] as Value[];
    const number = kids.findIndex((kid) => JSON.stringify(kid) === JSON.stringify(page)) + 1;
    const text = texts.get(`${String(number)}:${String(mark)}`);
    if (text === undefined)
      throw new Error(`page ${String(number)} has no content ${String(mark)}`);
    return text;
  }

  private at(reference: number): PdfSyntax {
    const offset = this.offsets.get(reference);
    const head = `${String(reference)} 0 obj\n`;
    if (offset === undefined || !this.source.startsWith(head, offset))
      throw new Error(`object ${String(reference)} is not where the table says`);
    return new PdfSyntax(this.source, offset + head.length);
  }

  private fontsOf(page: Dictionary): ReadonlyMap<string, Font> {
    const resources = this.dictionary(page.entries['Resources']);
    const fonts = this.dictionary(resources.entries['Font']).entries;
    return new Map(Object.entries(fonts).map(([name, font]) => [name, this.font(font)]));
  }

  private font(value: Value): Font {
    const { entries } = this.dictionary(value);
    const map = this.stream(entries['ToUnicode']);
    const [descendant] = this.resolve(entries['DescendantFonts']) as Value[];
    const inner = this.dictionary(descendant).entries;
    const [, widths] = this.resolve(inner['W']) as [number, Value];
    const descriptor = this.dictionary(inner['FontDescriptor']).entries;
    return {
      letters: [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
        [...list.matchAll(/<([^>]*)>/g)].map(([, hex = '']) =>
          utf16(Buffer.from(hex.replace(/ /g, ''), 'hex').toString('latin1')),
        ),
      ),
      widths: this.resolve(widths) as number[],
      embedded: this.stream(descriptor['FontFile2']).length > 0,
    };
  }

  private drawnOn(page: Dictionary, number: number): Drawn[] {
    const fonts = this.fontsOf(page);
    const height = Number((page.entries['MediaBox'] as Value[])[3]);
    const marks: (number | 'artifact')[] = [];
    const done: Drawn[] = [];
    let font: Font | undefined;
    let [x, y, size] = [0, 0, 0];
    const content = this.stream(page.entries['Contents']);
    for (const { operator, operands } of new PdfSyntax(content).operations()) {
      if (operator === 'BDC' || operator === 'BMC') marks.push(markOf(operands));
      if (operator === 'EMC') marks.pop();
      if (operator === 'Tm') [x, y] = [Number(operands[4]), height - Number(operands[5])];
      if (operator === 'Tf') {
        font = fonts.get(nameOf(operands[0]));
        size = Number(operands[1]);
      }
      if (operator !== 'TJ' || font === undefined) continue;
      const codes = (operands[0] as Value[]).flatMap(codesOf);
      const width = codes.reduce((sum, code) => sum + (font?.widths[code] ?? 0), 0);
      done.push({
        page: number,
        text: codes.map((code) => font?.letters[code] ?? '?').join(''),
        x,
        y,
        size,
        width: (width * size) / 1000,
        mark: marks.at(-1) ?? null,
      });
    }
    return done;
  }
}

function markOf([tag, properties]: readonly Value[]): number | 'artifact' {
  if (tag === '/Artifact') return 'artifact';
  return isDictionary(properties) ? Number(properties.entries['MCID']) : -1;
}

function codesOf(part: Value): number[] {
  if (typeof part !== 'object' || part === null || !('bytes' in part)) return [];
  return [...(part.bytes.match(/[\s\S]{2}/g) ?? [])].map(
    (pair) => pair.charCodeAt(0) * 256 + pair.charCodeAt(1),
  );
}

/** The letter as a person would write it down: one line for each block, with its kind in front. */
export function transcript(node: Node): readonly string[] {
  const text = node.text.replaceAll('\u00a0', ' ').replace(/ +/g, ' ').trim();
  switch (node.type) {
    case 'H1':
      return [`# ${text}`];
    case 'H2':
      return ['', `## ${text}`];
    case 'H3':
      return ['', `### ${text}`];
    case 'P':
      return [text];
    case 'LI':
      return [node.children.map((child) => child.text.trim()).join(' ')];
    case 'BlockQuote':
      return node.children.flatMap((child) => transcript(child).map((line) => `> ${line}`));
    case 'TR':
      return [
        `| ${node.children.map((cell) => cell.text.trim()).join(' | ')} |`.replaceAll(
          '\u00a0',
          ' ',
        ),
      ];
    default:
      return node.children.flatMap(transcript);
  }
}

import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { type Archive } from '../archive';
import { FileRefused, refuse } from '../reading';
import { XML_LIMITS } from '../xml';

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of one part wants to hear. Names come without their prefix. */
export interface PartReader {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function parserFor(part: string, reader: PartReader): SaxesParser {
  const parser = new SaxesParser();
  let depth = 0;
  let attributes = 0;
  const where = (): Record<string, string | number> => ({ part, line: parser.line });
  parser.on('doctype', () => refuse('xml_doctype', where()));
  parser.on('error', (error) => {
    throw new FileRefused({ code: 'xml_broken', details: where() }, error);
  });
  parser.on('opentagstart', () => {
    depth += 1;
    attributes = 0;
    if (depth > XML_LIMITS.depth) {
      refuse('xml_too_deep', { ...where(), limit: XML_LIMITS.depth });
    }
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > XML_LIMITS.attributes) {
      refuse('xml_too_many_attributes', { ...where(), limit: XML_LIMITS.attributes });
    }
  });
  parser.on('opentag', (tag) => reader.open(local(tag.name), tag.attributes));
  parser.on('closetag', (tag) => {
    depth -= 1;
    reader.close(local(tag.name));
  });
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  return parser;
}

/**
 * Reads one XML part of a workbook while it is unpacked. `after` runs between pieces, so that what
 * was found can be passed on before more is read.
 */
export async function scanPart(
  archive: Archive,
  part: string,
  reader: PartReader,
  after: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const parser = parserFor(part, reader);
  let decoder: TextDecoder | null = null;
  for await (const piece of archive.read(part)) {
    decoder ??= new TextDecoder(piece[0] === 0xff ? 'utf-16le' : 'utf-8');
    parser.write(decoder.decode(piece, { stream: true }));
    await after();
  }
  parser.close();
  await after();
}

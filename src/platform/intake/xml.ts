import { SaxesParser, type SaxesTagNS } from 'saxes';
import { FileRefused, type RefusalCode } from './reading';

/** One element of an XML file. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** '' for none. */
  readonly namespace: string;
  /** By the name as written; declarations of namespaces are left out. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text directly in this element, CDATA included, as written. */
  readonly text: string;
  /** Line on which the element begins, from 1. */
  readonly line: number;
}

/** Far above what any bank statement holds; what goes beyond is an attack or a broken file. */
export const XML_LIMITS = { depth: 50, attributes: 50, text: 2_000 } as const;

const CHUNK = 65_536;

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

class Reader {
  private readonly parser = new SaxesParser({ xmlns: true });
  private readonly open: Growing[] = [];
  private root: Growing | null = null;
  private attributes = 0;
  private line = 1;

  constructor() {
    this.parser.on('doctype', () => this.refuse('xml_doctype', {}));
    this.parser.on('error', (error) => this.refuse('xml_broken', { reason: error.message }));
    this.parser.on('opentagstart', () => this.begin());
    this.parser.on('attribute', () => this.countAttribute());
    this.parser.on('opentag', (tag) => this.add(tag));
    this.parser.on('text', (text) => this.addText(text));
    this.parser.on('cdata', (text) => this.addText(text));
    this.parser.on('closetag', () => this.open.pop());
  }

  read(text: string): XmlElement {
    for (let at = 0; at < text.length; at += CHUNK) this.parser.write(text.slice(at, at + CHUNK));
    this.parser.close();
    return this.root ?? this.refuse('xml_broken', { reason: 'no element' });
  }

  private refuse(code: RefusalCode, details: Record<string, string | number>): never {
    throw new FileRefused({ code, details: { line: this.parser.line, ...details } });
  }

  private begin(): void {
    this.line = this.parser.line;
    this.attributes = 0;
    if (this.open.length >= XML_LIMITS.depth) {
      this.refuse('xml_too_deep', { limit: XML_LIMITS.depth });
    }
  }

  private countAttribute(): void {
    this.attributes += 1;
    if (this.attributes > XML_LIMITS.attributes) {
      this.refuse('xml_too_many_attributes', { limit: XML_LIMITS.attributes });
    }
  }

  private add(tag: SaxesTagNS): void {
    const attributes = Object.values(tag.attributes)
      .filter(({ name }) => name !== 'xmlns' && !name.startsWith('xmlns:'))
      .map(({ name, value }): [string, string] => [name, value]);
    const element: Growing = {
      name: tag.local,
      namespace: tag.uri,
      attributes: Object.fromEntries(attributes),
      children: [],
      text: '',
      line: this.line,
    };
    const parent = this.open.at(-1);
    if (parent === undefined) this.root = element;
    else parent.children.push(element);
    this.open.push(element);
  }

  private addText(text: string): void {
    const element = this.open.at(-1);
    if (element === undefined) return;
    // Indentation between elements is no text: it would count against the limit in long lists.
    if (text.trim() === '' && (element.text === '' || element.children.length > 0)) return;
    if (element.text.length + text.length > XML_LIMITS.text) {
      this.refuse('xml_text_too_long', { element: element.name, limit: XML_LIMITS.text });
    }
    element.text += text;
  }
}

/**
 * Reads XML into a tree. No DOCTYPE and so no entities of the file's own; at most 50 levels, 50
 * attributes on an element and 2,000 characters of text in an element. White space alone is no text.
 *
 * @throws FileRefused xml_doctype, xml_too_deep, xml_too_many_attributes, xml_text_too_long or
 *   xml_broken, each with the line.
 */
export function parseXml(text: string): XmlElement {
  return new Reader().read(text);
}

/**
 * The text of an XML file by its byte order mark or by the encoding it declares: UTF-8, UTF-16,
 * ISO-8859-1 or windows-1252.
 *
 * @throws FileRefused encoding, for another encoding or for bytes that the encoding does not have.
 */
export function xmlText(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const encoding = marked(bytes) ?? declared(head);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused({ code: 'encoding', details: { encoding } });
  }
}

function marked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb ? 'utf-8' : null;
}

const KNOWN = new Set(['utf-8', 'us-ascii', 'iso-8859-1', 'iso-8859-15', 'windows-1252']);

function declared(head: string): string {
  const found = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1] ?? 'utf-8';
  const encoding = found.toLowerCase();
  if (!KNOWN.has(encoding)) throw new FileRefused({ code: 'encoding', details: { encoding } });
  return encoding;
}

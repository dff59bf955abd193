import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { type PlainDate } from '../../legal/kernel/plain-date';
import { type Run, type Runs } from './block';
import { type Measure } from './lines';
import { INK, PAPER, RULE } from './paper';

export type Element = PDFKit.PDFStructureElement;

const FONTS = {
  regular: readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
  bold: readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')),
};
const REPLACEMENT = '\ufffd';

/** The part of pdfkit's font that its types leave out. */
interface OpenFont {
  readonly _font: {
    readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
    /** How the letters of a word stand beside each other. */
    layoutCache: Record<string, unknown>;
  };
}

/** Without a prototype: "constructor" is a word like any other. */
function empty(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

/** The words that were laid out before, by font: most of the work on a letter is done only once. */
const words: Record<keyof typeof FONTS, Record<string, unknown>> = {
  regular: empty(),
  bold: empty(),
};
const MOST_WORDS = 20_000;
/** Whether the font has a letter. */
const letters = new Map<string, boolean>();

export interface Pen {
  /** In points. */
  readonly size: number;
  readonly ink?: string;
}

/**
 * A tagged PDF that is being written: where the next line goes, and what belongs to the structure
 * of the text or only to the look of the page. Nothing in it depends on the clock or on chance.
 */
export class Sheet {
  /** Distance of the next line from the top of the page, in points. */
  y: number = PAPER.top;
  private readonly document: PDFKit.PDFDocument;
  private readonly hasGlyph: (codePoint: number) => boolean;

  constructor(about: { title: string; author: string; day: PlainDate }) {
    // pdfkit's types lack PDF/UA. Not compressed: zlib may write other bytes in a later version.
    const options: object = {
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      subset: 'PDF/UA',
      lang: 'nl-NL',
      displayTitle: true,
      bufferPages: true,
      compress: false,
      info: {
        Title: about.title,
        Author: about.author,
        CreationDate: new Date(`${about.day}T00:00:00Z`),
      },
      font: null,
    };
    this.document = new PDFDocument(options);
    const { font } = this.open('regular');
    this.open('bold');
    this.hasGlyph = (codePoint) => font.hasGlyphForCodePoint(codePoint);
  }

  get room(): number {
    return PAPER.bottom - this.y;
  }

  /** The root of the structure; everything else is added under it. */
  root(): Element {
    const root = this.document.struct('Document');
    this.document.addStructure(root);
    return root;
  }

  element(parent: Element, type: string, options: object = {}): Element {
    const element = this.document.struct(type, options);
    parent.add(element);
    return element;
  }

  /** The width of a run in points. */
  measure(size: number): Measure {
    return (run) => {
      this.pick(run, size);
      return this.document.widthOfString(this.printable(run.text));
    };
  }

  /** Draws a line of text with its baseline at `y`. */
  write(runs: Runs, x: number, y: number, pen: Pen): void {
    const measure = this.measure(pen.size);
    let at = x;
    for (const run of runs) {
      const width = measure(run);
      this.pick(run, pen.size);
      this.document.fillColor(pen.ink ?? INK);
      const place = { lineBreak: false, baseline: 'alphabetic' } as const;
      this.document.text(this.printable(run.text), at, y, place);
      at += width;
    }
  }

  /** What is on the page for the eye only; a screen reader passes it over. */
  decorate(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }

  /** A thin line, as decoration. */
  rule(from: readonly [number, number], to: readonly [number, number]): void {
    this.decorate('Layout', () => {
      this.document.lineWidth(0.6).strokeColor(RULE);
      this.document
        .moveTo(...from)
        .lineTo(...to)
        .stroke();
    });
  }

  nextPage(): void {
    this.document.addPage();
    this.y = PAPER.top;
  }

  /** Runs once on each page, at the end, when their number is known. */
  onEveryPage(draw: (page: number, pages: number) => void): void {
    const { count } = this.document.bufferedPageRange();
    for (let page = 1; page <= count; page += 1) {
      this.document.switchToPage(page - 1);
      draw(page, count);
    }
  }

  /** Ends the document and gives its bytes. */
  close(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    return new Promise((resolve, reject) => {
      this.document.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.document.on('end', () => resolve(Buffer.concat(chunks)));
      this.document.on('error', reject);
      this.document.end();
    });
  }

  private open(name: keyof typeof FONTS): OpenFont['_font'] {
    this.document.registerFont(name, FONTS[name]);
    const { _font: font } = this.document.font(name) as unknown as OpenFont;
    if (Object.keys(words[name]).length > MOST_WORDS) words[name] = empty();
    font.layoutCache = words[name];
    return font;
  }

  private pick({ strong }: Run, size: number): void {
    this.document.font(strong ? 'bold' : 'regular').fontSize(size);
  }

  /** What the font cannot print is shown as such, never left out. */
  private printable(text: string): string {
    return Array.from(text, (letter) => (this.prints(letter) ? letter : REPLACEMENT)).join('');
  }

  private prints(letter: string): boolean {
    const known = letters.get(letter);
    if (known !== undefined) return known;
    const found = this.hasGlyph(letter.codePointAt(0) ?? 0);
    letters.set(letter, found);
    return found;
  }
}

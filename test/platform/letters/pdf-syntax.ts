/** A value of a PDF: a name keeps its "/", a reference is {ref}, a text is {bytes}. */
export type Value = number | string | boolean | null | Reference | Bytes | Dictionary | Value[];
export interface Reference {
  readonly ref: number;
}
export interface Bytes {
  readonly bytes: string;
}
export interface Dictionary {
  readonly entries: Readonly<Record<string, Value>>;
}
/** An operator of a page, with what stood before it. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Value[];
}

const BLANK = /[\s\0]/;
const DELIMITER = /[\s\0()<>[\]/%]/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A name without its "/". */
export function nameOf(value: Value | undefined): string {
  return typeof value === 'string' ? value.slice(1) : '';
}

/** Reads the syntax of PDF 1.7 as far as pdfkit writes it; one letter stands for one byte. */
export class PdfSyntax {
  constructor(
    private readonly source: string,
    private at = 0,
  ) {}

  value(): Value {
    this.skip();
    const next = this.source.charAt(this.at);
    if (this.source.startsWith('<<', this.at)) return this.dictionary();
    if (next === '[') return this.array();
    if (next === '<') return this.hexadecimal();
    if (next === '(') return this.text();
    if (next === '/') return `/${this.word(1)}`;
    return this.numberOrWord();
  }

  operations(): Operation[] {
    const done: Operation[] = [];
    let operands: Value[] = [];
    while (this.more(null)) {
      const word = /^[A-Za-z*'"]+/.exec(this.source.slice(this.at, this.at + 8))?.[0];
      if (word === undefined) {
        operands.push(this.value());
        continue;
      }
      this.at += word.length;
      done.push({ operator: word, operands });
      operands = [];
    }
    return done;
  }

  /** Where the bytes of a stream begin, when one follows. */
  streamStart(): number | null {
    this.skip();
    return this.source.startsWith('stream\n', this.at) ? this.at + 7 : null;
  }

  private skip(): void {
    while (this.at < this.source.length && BLANK.test(this.source.charAt(this.at))) this.at += 1;
  }

  /** Whether something comes before this ending, or before the end of all. */
  private more(ending: string | null): boolean {
    this.skip();
    return (
      this.at < this.source.length && (ending === null || !this.source.startsWith(ending, this.at))
    );
  }

  private word(offset: number): string {
    const start = this.at + offset;
    let end = start;
    while (end < this.source.length && !DELIMITER.test(this.source.charAt(end))) end += 1;
    this.at = end;
    return this.source.slice(start, end);
  }

  private numberOrWord(): Value {
    const reference = /^(\d+) 0 R/.exec(this.source.slice(this.at, this.at + 20));
    if (reference !== null) {
      this.at += reference[0].length;
      return { ref: Number(reference[1]) };
    }
    const word = this.word(0);
    if (word === '') throw new Error(`nothing to read at ${String(this.at)}`);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : Number(word);
  }

  private dictionary(): Dictionary {
    this.at += 2;
    const entries: Record<string, Value> = {};
    while (this.more('>>')) {
      const key = nameOf(this.value());
      entries[key] = this.value();
    }
    this.at += 2;
    return { entries };
  }

  private array(): Value[] {
    this.at += 1;
    const values: Value[] = [];
    while (this.more(']')) values.push(this.value());
    this.at += 1;
    return values;
  }

  private hexadecimal(): Bytes {
    const end = this.source.indexOf('>', this.at);
    const digits = this.source.slice(this.at + 1, end).replace(/\s/g, '');
    this.at = end + 1;
    return { bytes: Buffer.from(digits, 'hex').toString('latin1') };
  }

  private text(): Bytes {
    let bytes = '';
    let depth = 0;
    for (;;) {
      const letter = this.source.charAt(this.at);
      this.at += 1;
      if (letter === '\\') {
        const escaped = this.source.charAt(this.at);
        this.at += 1;
        bytes += ESCAPES[escaped] ?? escaped;
        continue;
      }
      if (letter === '(') depth += 1;
      if (letter === ')') depth -= 1;
      if (depth === 0) return { bytes: bytes.slice(1) };
      bytes += letter;
    }
  }
}

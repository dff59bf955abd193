import { TABLE_LIMITS } from '../row-sender';
import { type PartReader } from './scan';

/** Excel writes a control character in text as _x000D_, and an underscore before such a run as _x005F_. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (written, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    // A zero and half a character are no text, and no database takes them.
    return /^[\0\ud800-\udfff]$/.test(character) ? written : character;
  });
}

/** Gathers the text of a shared or inline string: of all its runs, without the reading aid of phonetic runs. */
export class TextGatherer {
  private text = '';
  private inText = false;
  private phonetic = false;

  open(name: string): void {
    if (name === 't') this.inText = true;
    else if (name === 'rPh') this.phonetic = true;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.phonetic = false;
  }

  add(text: string): void {
    if (!this.inText || this.phonetic) return;
    // One more than is allowed shows that it is too long; the rest is of no use.
    if (this.text.length <= TABLE_LIMITS.cell) this.text += text;
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return unescaped(text);
  }
}

/** xl/sharedStrings.xml: the texts that cells refer to by their number. */
export class SharedStrings implements PartReader {
  readonly texts: string[] = [];
  private readonly gatherer = new TextGatherer();

  open(name: string): void {
    this.gatherer.open(name);
  }

  close(name: string): void {
    this.gatherer.close(name);
    if (name === 'si') this.texts.push(this.gatherer.take());
  }

  text(text: string): void {
    this.gatherer.add(text);
  }
}

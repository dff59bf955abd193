import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const TAIL_BYTES = 8192;
const LONGEST_NOTE = 1024;
/** A signature line, then the empty line that ends a note in the file. */
const NOTE_END = /\n\n— [^\n]+\n\n/g;

function endsIn(text: string): number[] {
  return [...text.matchAll(NOTE_END)].map((end) => end.index + end[0].length);
}

/** Notes from a stream of text; an unfinished one at the end is left out. */
async function* notesIn(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    rest += chunk;
    let from = 0;
    for (const end of endsIn(rest)) {
      yield rest.slice(from, end - 1);
      from = end;
    }
    rest = rest.slice(from);
  }
}

async function* nothing(): AsyncGenerator<string> {}

/**
 * The checkpoints outside the database, one signed note after another, each followed by an empty
 * line. Whoever shortens or sets back the database cannot set back a copy of this file.
 */
export class AnchorFile {
  constructor(readonly path: string) {}

  /** Every note up to where the file ends at this moment. */
  notes(): AsyncIterable<string> {
    const size = existsSync(this.path) ? statSync(this.path).size : 0;
    if (size === 0) return nothing();
    const chunks: AsyncIterable<string> = createReadStream(this.path, {
      encoding: 'utf8',
      end: size - 1,
    });
    return notesIn(chunks);
  }

  /** The newest note, or null in an empty file. */
  last(): string | null {
    const { text } = this.tail();
    const ends = endsIn(text);
    const end = ends.at(-1);
    return end === undefined ? null : text.slice(ends.at(-2) ?? 0, end - 1);
  }

  /** Adds a note and returns when it is on the disk. A note cut off by a power cut is removed first. */
  append(note: string): void {
    mkdirSync(dirname(this.path), { recursive: true });
    const { text, size } = this.tail();
    const cutOff = Buffer.byteLength(text.slice(endsIn(text).at(-1) ?? 0));
    if (cutOff > LONGEST_NOTE) {
      throw new Error(
        `${this.path} is damaged: its end is not a signed note. Put back a copy of it.`,
      );
    }
    const file = openSync(this.path, 'a+', 0o644);
    try {
      if (cutOff > 0) ftruncateSync(file, size - cutOff);
      writeSync(file, `${note}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  private tail(): { readonly text: string; readonly size: number } {
    if (!existsSync(this.path)) return { text: '', size: 0 };
    const file = openSync(this.path, 'r');
    try {
      const { size } = statSync(this.path);
      const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
      readSync(file, bytes, 0, bytes.length, size - bytes.length);
      return { text: bytes.toString('utf8'), size };
    } finally {
      closeSync(file);
    }
  }
}

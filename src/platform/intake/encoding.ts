import { isUtf8 } from 'node:buffer';
import { refuse, type TableSummary } from './reading';

export type Encoding = NonNullable<TableSummary['encoding']>;

export interface Decoded {
  readonly encoding: Encoding;
  /** The text as UTF-8, without a byte order mark, piece by piece. */
  readonly pieces: () => Iterable<Buffer>;
}

const PIECE = 65_536;

// Written out: the decoders of some versions of Node read windows-1252 as Latin-1.
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}

function* cut(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

function lineAt(bytes: Buffer, end: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) line += 1;
  return line;
}

/** A zero byte is never part of text; the five bytes that windows-1252 does not have neither. */
function checkBytes(bytes: Buffer, encoding: 'utf-8' | 'windows-1252'): void {
  const nul = bytes.indexOf(0);
  if (nul >= 0) refuse('encoding', { seen: 'nul', line: lineAt(bytes, nul) });
  if (encoding === 'utf-8') return;
  for (const unknown of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) {
    const at = bytes.indexOf(unknown);
    if (at >= 0) refuse('encoding', { seen: 'not_text', line: lineAt(bytes, at) });
  }
}

function checkUtf16(bytes: Buffer): void {
  let line = 1;
  for (let at = 0; at < bytes.length; at += 2) {
    const unit = bytes.readUInt16LE(at);
    if (unit === 0) refuse('encoding', { seen: 'nul', line });
    if (unit === 10) line += 1;
  }
}

function utf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  if (bytes.length % 2 === 1) refuse('encoding', { seen: 'half_character', line: 1 });
  const little =
    encoding === 'utf-16le' ? bytes.subarray(2) : Buffer.from(bytes.subarray(2)).swap16();
  checkUtf16(little);
  function* pieces(): Generator<Buffer> {
    const decoder = new TextDecoder('utf-16le');
    for (const piece of cut(little)) yield Buffer.from(decoder.decode(piece, { stream: true }));
  }
  return { encoding, pieces };
}

/**
 * How the bytes of a text file are to be read: by its byte order mark, else as UTF-8 when it is
 * valid UTF-8, else as windows-1252.
 *
 * @throws FileRefused encoding, for a file that is no text.
 */
export function decode(given: Uint8Array): Decoded {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be');
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  if (isUtf8(body)) {
    checkBytes(body, 'utf-8');
    return { encoding: 'utf-8', pieces: () => cut(body) };
  }
  checkBytes(body, 'windows-1252');
  function* pieces(): Generator<Buffer> {
    for (const piece of cut(body)) yield Buffer.from(fromWindows(piece));
  }
  return { encoding: 'windows-1252', pieces };
}

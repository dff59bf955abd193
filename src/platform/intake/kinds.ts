/** What a file is, by the ending of its name and the bytes it begins with. */
export type FileKind =
  'xlsx' | 'csv' | 'xml' | 'mt940' | 'pdf' | 'png' | 'jpeg' | 'webp' | 'heic' | 'eml' | 'msg';

/** What the first bytes say. `text` is what has no known beginning. */
export type Sniffed =
  | 'zip'
  | 'ole'
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'heic'
  | 'gzip'
  | 'rar'
  | 'seven_zip'
  | 'rtf'
  | 'program'
  | 'html'
  | 'xml'
  | 'mt940'
  | 'text';

const MEGABYTE = 1_048_576;

interface Expected {
  readonly kinds: readonly FileKind[];
  readonly limit: number;
}

function of(limit: number, ...kinds: FileKind[]): Expected {
  return { kinds, limit: limit * MEGABYTE };
}

const CSV = of(32, 'csv');
const MT940 = of(32, 'mt940');

/** By the ending of the name, in lower case: what the file may be and how many bytes it may hold. */
export const ENDINGS: ReadonlyMap<string, Expected> = new Map([
  ['xlsx', of(10, 'xlsx')],
  ['csv', CSV],
  ['tab', CSV],
  ['tsv', CSV],
  ['txt', of(32, 'csv', 'mt940')],
  ['sta', MT940],
  ['swi', MT940],
  ['940', MT940],
  ['mt940', MT940],
  ['xml', of(32, 'xml')],
  ['pdf', of(10, 'pdf')],
  ['png', of(10, 'png')],
  ['jpg', of(10, 'jpeg')],
  ['jpeg', of(10, 'jpeg')],
  ['webp', of(10, 'webp')],
  ['heic', of(10, 'heic')],
  ['eml', of(10, 'eml')],
  ['msg', of(10, 'msg')],
]);

/** The ending of a name in lower case, '' for none. */
export function endingOf(name: string): string {
  return /\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

const BEGINNINGS: readonly (readonly [Sniffed, string, number?])[] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['pdf', '%PDF-'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF8'],
  ['webp', 'WEBP', 8],
  ['heic', 'ftyphei', 4],
  ['heic', 'ftypmif1', 4],
  ['gzip', '\x1f\x8b'],
  ['rar', 'Rar!\x1a\x07'],
  ['seven_zip', '7z\xbc\xaf\x27\x1c'],
  ['rtf', '{\\rtf'],
  ['program', 'MZ\x90'],
  ['program', '\x7fELF'],
];

const LOOKED_AT = 4_096;

/** The beginning of a text file, whatever its encoding, without a byte order mark. */
function beginning(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT));
  if (head[0] === 0xff && head[1] === 0xfe) return head.subarray(2).toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff) {
    const even = head.subarray(2, head.length - (head.length % 2));
    return Buffer.from(even).swap16().toString('utf16le');
  }
  return head.toString('utf8').replace(/^\ufeff/, '');
}

/** What the bytes begin as; text that is no HTML, XML or MT940 is `text`, whatever it says. */
export function sniff(bytes: Uint8Array): Sniffed {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  const known = BEGINNINGS.find(([, start, at = 0]) => head.startsWith(start, at));
  if (known !== undefined) return known[0];
  const text = beginning(bytes).trimStart();
  if (/^<(?:!doctype\s+html|html|table)\b/i.test(text)) return 'html';
  if (text.startsWith('<')) return 'xml';
  return /^:20:|^\{1:[\s\S]*:20:|^(?:[^\n]{0,40}\r?\n){0,4}:20:/.test(text) ? 'mt940' : 'text';
}

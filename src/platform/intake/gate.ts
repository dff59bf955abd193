import { Archive } from './archive';
import { endingOf, ENDINGS, type FileKind, sniff, type Sniffed } from './kinds';
import { refuse } from './reading';

const MEGABYTE = 1_048_576;
const WITH_MACROS = new Set(['xlsm', 'xltm', 'xlam']);

const IS: Readonly<Record<FileKind, readonly Sniffed[]>> = {
  xlsx: ['zip'],
  csv: ['text'],
  xml: ['xml'],
  mt940: ['mt940'],
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpeg'],
  webp: ['webp'],
  heic: ['heic'],
  eml: ['text'],
  msg: ['ole'],
};

/** An OLE container holds a workbook behind a password, or one of Excel from before 2007. */
function refuseOle(bytes: Uint8Array, ending: string): never {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)) {
    refuse('password');
  }
  if (ending === 'xls' || ending === 'xlsx') refuse('old_excel');
  refuse('other_kind', { ending, seen: 'ole' });
}

async function checkWorkbook(bytes: Uint8Array): Promise<void> {
  const archive = await Archive.open(bytes);
  if (archive.has('xl/vbaProject.bin')) refuse('macros');
  if (archive.has('xl/workbook.xml')) return;
  const ending = 'xlsx';
  if (archive.has('xl/workbook.bin')) refuse('other_kind', { ending, seen: 'xlsb' });
  if (archive.has('word/document.xml')) refuse('other_kind', { ending, seen: 'docx' });
  refuse('other_kind', { ending, seen: archive.has('content.xml') ? 'ods' : 'zip' });
}

function looksLikeMail(bytes: Uint8Array): boolean {
  return /^[\x21-\x39\x3b-\x7e]+:/.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));
}

function refuseEnding(bytes: Uint8Array, ending: string): never {
  const seen = sniff(bytes);
  if (WITH_MACROS.has(ending)) refuse('macros');
  if (ending === 'xls') {
    if (seen === 'ole') refuseOle(bytes, ending);
    refuse('other_kind', { ending, seen: seen === 'zip' ? 'xlsx' : seen });
  }
  if (ending === '') refuse('unknown_kind', { ending: '-' });
  refuse('unknown_kind', { ending: `.${ending}` });
}

/**
 * Looks at a file before anything reads it: its size, the bytes it begins with, which must agree
 * with the ending of its name, and of a workbook the directory of the archive it is.
 *
 * @throws FileRefused empty, too_large, unknown_kind, other_kind, password, old_excel, macros, zip_...
 */
export async function checkGate(bytes: Uint8Array, name: string): Promise<FileKind> {
  if (bytes.length === 0) refuse('empty');
  const ending = endingOf(name);
  const expected = ENDINGS.get(ending);
  if (expected === undefined) refuseEnding(bytes, ending);
  if (bytes.length > expected.limit) {
    const megabytes = Math.ceil(bytes.length / MEGABYTE);
    refuse('too_large', { megabytes, limit: expected.limit / MEGABYTE });
  }
  const seen = sniff(bytes);
  const kind = expected.kinds.find((one) => IS[one].includes(seen));
  if (kind === undefined || (kind === 'eml' && !looksLikeMail(bytes))) {
    if (seen === 'ole') refuseOle(bytes, ending);
    refuse('other_kind', { ending, seen });
  }
  if (kind === 'xlsx') await checkWorkbook(bytes);
  return kind;
}

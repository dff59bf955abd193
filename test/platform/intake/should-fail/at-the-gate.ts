import { aWorkbook, workbookEntries } from '../a-workbook';
import { aZip } from '../a-zip';
import { type FailingFile } from './case';

const MEGABYTE = 1_048_576;
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');
const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
const ENCRYPTED = Buffer.concat([
  OLE,
  Buffer.alloc(512),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);
const OLD = Buffer.concat([OLE, Buffer.alloc(512), Buffer.from('Workbook', 'utf16le')]);
const CSV = Buffer.from('Naam;Bedrag\r\nJ. de Wit;1250,50\r\n');
const HTML = Buffer.from('<html><table><tr><td>Naam</td></tr></table></html>');
const XML = Buffer.from('<?xml version="1.0"?><Document/>');
const MT940 = Buffer.from(
  '0000 01INGBNL2AXXXX00001\r\n940 00\r\n:20:P26041700000001\r\n:25:NL\r\n',
);

const PASSWORD =
  'Op dit bestand zit een wachtwoord, dus we kunnen het niet openen. Haal het wachtwoord eraf (in Excel: Bestand, Info, Werkmap beveiligen) en stuur het opnieuw. Onze verbinding is versleuteld.';
const OLD_EXCEL =
  'Dit is een werkmap van Excel van vóór 2007 (.xls). Open het bestand in Excel, kies Opslaan als en dan Excel-werkmap (.xlsx).';
const MACROS =
  'In deze werkmap zitten macro’s: programma’s die met het bestand meekomen. Die nemen we niet aan. Kies in Excel Opslaan als en dan Excel-werkmap (.xlsx), zonder macro’s.';
const EMPTY =
  'Het bestand is leeg: er staat geen enkele ingevulde cel in. Controleer of u het juiste bestand hebt gekozen en of u het hebt opgeslagen.';

function tooLarge(megabytes: number, limit: number): string {
  return `Het bestand is ${String(megabytes)} MB. Een bestand van deze soort mag ten hoogste ${String(limit)} MB zijn. Deel het op in kleinere bestanden en stuur die na elkaar.`;
}

function unknown(ending: string): string {
  return `Bestanden met de naam-uitgang ${ending} lezen we niet. Bewaar het bestand als een soort die deze pagina noemt, bijvoorbeeld een Excel-werkmap (.xlsx) of CSV. Zit het bestand in een zip? Pak het dan eerst uit.`;
}

function other(ending: string, seen: string): string {
  return `De naam van het bestand eindigt op .${ending}, maar de inhoud is ${seen}. Open het bestand in het programma waarmee het gemaakt is en kies Opslaan als. Alleen de naam veranderen is niet genoeg.`;
}

function refused(
  title: string,
  name: string,
  bytes: Buffer,
  code: string,
  says: string,
): FailingFile {
  return { title, name, bytes, code, says, read: 'gate' };
}

function wrongEnding(name: string, bytes: Buffer, seen: string): FailingFile {
  const ending = name.split('.').at(-1) ?? '';
  const title = `named .${ending}, but inside it is ${seen}`;
  return refused(title, name, bytes, 'other_kind', other(ending, seen));
}

function zipWith(name: string): Buffer {
  return aZip([{ name, data: 'x' }]);
}

export const AT_THE_GATE: readonly FailingFile[] = [
  refused('a workbook of no bytes', 'giften.xlsx', Buffer.alloc(0), 'empty', EMPTY),
  refused('a CSV of no bytes', 'giften.csv', Buffer.alloc(0), 'empty', EMPTY),
  refused(
    'a CSV of 33 MB',
    'giften.csv',
    Buffer.alloc(33 * MEGABYTE, 'a;b\n'),
    'too_large',
    tooLarge(33, 32),
  ),
  refused(
    'a workbook of a byte too many',
    'giften.xlsx',
    Buffer.alloc(10 * MEGABYTE + 1, 'PK\x03\x04'),
    'too_large',
    tooLarge(11, 10),
  ),
  refused(
    'a PDF of 12 MB',
    'brief.pdf',
    Buffer.alloc(12 * MEGABYTE, '%PDF-'),
    'too_large',
    tooLarge(12, 10),
  ),
  refused(
    'a LibreOffice file',
    'giften.ods',
    zipWith('content.xml'),
    'unknown_kind',
    unknown('.ods'),
  ),
  refused(
    'a file of Numbers',
    'giften.numbers',
    zipWith('Index.zip'),
    'unknown_kind',
    unknown('.numbers'),
  ),
  refused('a zip file', 'giften.zip', zipWith('giften.csv'), 'unknown_kind', unknown('.zip')),
  refused('a name without an ending', 'giften', CSV, 'unknown_kind', unknown('-')),
  refused(
    'a program',
    'giften.exe',
    Buffer.from('MZ\x90', 'latin1'),
    'unknown_kind',
    unknown('.exe'),
  ),
  refused('an Excel file from before 2007', 'giften.xls', OLD, 'old_excel', OLD_EXCEL),
  refused('an Excel file from before 2007, renamed', 'giften.xlsx', OLD, 'old_excel', OLD_EXCEL),
  refused('a workbook behind a password', 'giften.xlsx', ENCRYPTED, 'password', PASSWORD),
  refused('an old workbook behind a new password', 'giften.xls', ENCRYPTED, 'password', PASSWORD),
  refused('a workbook with macros by its name', 'giften.xlsm', aWorkbook(), 'macros', MACROS),
  refused(
    'a workbook with macros inside',
    'giften.xlsx',
    aZip(workbookEntries({ extra: [{ name: 'xl/vbaProject.bin', data: 'x' }] })),
    'macros',
    MACROS,
  ),
  wrongEnding('giften.xls', HTML, 'een webpagina (HTML)'),
  wrongEnding('giften.xls', aWorkbook(), 'een Excel-werkmap (.xlsx)'),
  wrongEnding('giften.xls', Buffer.from('Naam\tBedrag\r\n'), 'gewone tekst'),
  wrongEnding('giften.xlsx', CSV, 'gewone tekst'),
  wrongEnding('giften.xlsx', Buffer.from('%PDF-1.7'), 'een PDF'),
  wrongEnding('giften.xlsx', zipWith('word/document.xml'), 'een Word-document'),
  wrongEnding('giften.xlsx', zipWith('content.xml'), 'een LibreOffice-bestand'),
  wrongEnding('giften.xlsx', zipWith('xl/workbook.bin'), 'een binaire Excel-werkmap (.xlsb)'),
  wrongEnding('giften.xlsx', zipWith('giften.csv'), 'een zipbestand'),
  wrongEnding('giften.csv', aWorkbook(), 'een zipbestand'),
  wrongEnding('giften.csv', Buffer.from('%PDF-1.7'), 'een PDF'),
  wrongEnding('giften.csv', HTML, 'een webpagina (HTML)'),
  wrongEnding('giften.csv', XML, 'XML'),
  wrongEnding('giften.csv', MT940, 'een bankafschrift (MT940)'),
  wrongEnding('giften.csv', Buffer.from('{\\rtf1\\ansi'), 'een tekstdocument (RTF)'),
  wrongEnding('giften.csv', Buffer.from('1f8b0800', 'hex'), 'een ingepakt bestand (gzip)'),
  wrongEnding('giften.csv', JPEG, 'een foto (JPEG)'),
  wrongEnding('giften.csv', OLD, 'een oud Office-bestand'),
  wrongEnding('afschrift.xml', CSV, 'gewone tekst'),
  wrongEnding('afschrift.xml', HTML, 'een webpagina (HTML)'),
  wrongEnding('afschrift.sta', CSV, 'gewone tekst'),
  wrongEnding('afschrift.940', XML, 'XML'),
  wrongEnding('brief.pdf', PNG, 'een PNG-afbeelding'),
  wrongEnding('foto.png', JPEG, 'een foto (JPEG)'),
  wrongEnding('foto.jpg', Buffer.from('GIF89a'), 'een GIF-afbeelding'),
  wrongEnding('post.eml', Buffer.from('Beste penningmeester,\r\n'), 'gewone tekst'),
];

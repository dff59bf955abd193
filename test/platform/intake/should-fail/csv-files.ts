import { type FailingFile } from './case';

const EMPTY =
  'Het bestand is leeg: er staat geen enkele ingevulde cel in. Controleer of u het juiste bestand hebt gekozen en of u het hebt opgeslagen.';

function nul(line: number): string {
  return `In regel ${String(line)} staat een teken dat in een tekstbestand niet kan (nul-teken). Misschien is het geen CSV, of is het bewaard als Unicode zonder kenmerk. Bewaar het in Excel als CSV UTF-8 en stuur het opnieuw.`;
}

function notText(line: number): string {
  return `In regel ${String(line)} staan tekens die in geen enkel alfabet voorkomen dat we kennen. Bewaar het bestand in Excel als CSV UTF-8 en stuur het opnieuw.`;
}

function quoteOpen(line: number): string {
  return `In regel ${String(line)} van het bestand begint een tekst met een aanhalingsteken (") dat nergens meer sluit. Zet er een aanhalingsteken achter of haal het weg, en stuur het bestand opnieuw.`;
}

function quoteInside(line: number): string {
  return `In regel ${String(line)} van het bestand staat een aanhalingsteken (") midden in een tekst. Zet de hele tekst tussen aanhalingstekens en schrijf het teken zelf dubbel (""), of haal het weg.`;
}

function longRow(line: number): string {
  return `De regel die in het bestand op regel ${String(line)} begint, is langer dan 2.000.000 tekens. Waarschijnlijk sluit een aanhalingsteken (") daar niet, of ontbreken de regeleinden. Herstel dat en stuur het bestand opnieuw.`;
}

function tooWide(row: number, columns: string): string {
  return `In het bestand is in regel ${String(row)} nog een cel ingevuld in kolom ${columns}; we lezen tot en met kolom 50. Haal weg wat naast de tabel staat.`;
}

function csv(title: string, content: string | Buffer, code: string, says: string): FailingFile {
  return { title, name: 'giften.csv', bytes: Buffer.from(content as string), code, says };
}

const HEAD = 'Naam;Bedrag\r\n';
const MANY = 'J. de Wit;1250,50\r\n';

export const CSV_FILES: readonly FailingFile[] = [
  csv('a CSV of blank lines', '\r\n\r\n\r\n', 'empty', EMPTY),
  csv('a CSV of separators', ';;;\r\n;;;\r\n', 'empty', EMPTY),
  csv('a CSV of a byte order mark', '\ufeff', 'empty', EMPTY),
  csv('a CSV that only names its separator', 'sep=;\r\n', 'empty', EMPTY),
  csv(
    'a quote that is never closed',
    `${HEAD}"J. de Wit;1250,50\r\nA. Bos;10\r\n`,
    'csv_broken',
    quoteOpen(2),
  ),
  csv(
    'a quote that is not closed after a cell of two lines',
    `${HEAD}"J.\r\nde Wit";1\r\nA;"B\r\n`,
    'csv_broken',
    quoteOpen(4),
  ),
  csv(
    'a quote in the middle of a name',
    `${HEAD}${MANY}Jan "Jantje" Bos;10\r\n`,
    'csv_broken',
    quoteInside(3),
  ),
  csv('text behind a closing quote', `${HEAD}"Jan" de Wit;10\r\n`, 'csv_broken', quoteInside(2)),
  csv(
    'a quote that opens and swallows 30 MB',
    `${HEAD}"${'a'.repeat(30_000_000)}`,
    'csv_broken',
    longRow(2),
  ),
  csv('a line of 5 MB', `${HEAD}${'a'.repeat(5_000_000)}`, 'csv_broken', longRow(2)),
  csv('a zero byte in a name', `${HEAD}${MANY}J\0n;10\r\n`, 'encoding', nul(3)),
  csv('bytes of nothing', Buffer.alloc(4_096), 'encoding', nul(1)),
  csv('UTF-16 without its mark', Buffer.from(HEAD, 'utf16le'), 'encoding', nul(1)),
  csv('UTF-16 with a zero in it', Buffer.from('\ufeffA;B\0', 'utf16le'), 'encoding', nul(1)),
  csv(
    'UTF-16 with a zero far into the file',
    Buffer.from(`\ufeff${MANY.repeat(5_000)}B\0`, 'utf16le'),
    'encoding',
    nul(5_001),
  ),
  csv(
    'UTF-16 that stops halfway a letter',
    Buffer.from('\ufeffNaam', 'utf16le').subarray(0, 9),
    'encoding',
    'Het bestand houdt midden in een letter op: het is niet helemaal overgekomen. Sla het opnieuw op en stuur het nog een keer.',
  ),
  csv(
    'bytes that are in no alphabet',
    Buffer.concat([Buffer.from(HEAD), Buffer.from([0x4a, 0x81, 0x9d])]),
    'encoding',
    notText(2),
  ),
  csv(
    'an encrypted file called CSV',
    Buffer.from('salted__8f'.concat('\x90\x9d\xe2'), 'latin1'),
    'encoding',
    notText(1),
  ),
  csv('51 columns', `${HEAD}${'x;'.repeat(50)}x\r\n`, 'too_many_columns', tooWide(2, '51')),
  csv('50,000 columns', `${'x;'.repeat(49_999)}x\r\n`, 'too_many_columns', tooWide(1, '50.000')),
  csv(
    '33,000 characters in a cell',
    `${HEAD}Jan;${'a'.repeat(33_000)}\r\n`,
    'cell_too_long',
    'In het bestand staat in cel B2 een tekst van 33.000 tekens; meer dan 32.767 past niet in een cel. Kort de tekst in, of kijk of er een aanhalingsteken ontbreekt.',
  ),
  csv(
    '250,001 rows',
    HEAD + MANY.repeat(250_000),
    'too_many_rows',
    'Het bestand heeft meer dan 250.000 ingevulde regels. Deel het op, bijvoorbeeld per kwartaal, en stuur de delen na elkaar.',
  ),
];

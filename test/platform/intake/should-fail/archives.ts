import { aWorkbook, sheetOf, workbookEntries } from '../a-workbook';
import { aZip, deflated, type ZipEntry } from '../a-zip';
import { type FailingFile } from './case';

const MEGABYTE = 1_048_576;
const GIBIBYTE = 1_073_741_824;
const SPACES = ' '.repeat(MEGABYTE);

const BROKEN =
  'De werkmap is beschadigd: misschien is het bestand niet helemaal overgekomen. Open het in Excel of LibreOffice. Lukt dat, sla het dan opnieuw op en stuur de nieuwe kopie.';
const UNSAFE =
  'In deze werkmap zit een onderdeel dat naar een plek buiten de werkmap wijst. Dat maakt geen gewoon programma. Open het bestand in Excel of LibreOffice, sla het opnieuw op en stuur de nieuwe kopie.';

function tooLarge(megabytes: string, limit: number): string {
  return `Uitgepakt is deze werkmap ${megabytes} MB; meer dan ${String(limit)} MB nemen we niet aan. Kopieer alleen de ingevulde regels naar een nieuwe werkmap, of bewaar het blad als CSV.`;
}

function nested(entry: string): string {
  return `In deze werkmap zit nog een bestand verpakt (${entry}). Haal ingevoegde bestanden uit de werkmap en stuur hem opnieuw.`;
}

type Bytes = FailingFile['bytes'];

function archive(title: string, bytes: Bytes, code: string, says: string): FailingFile {
  return { title, name: 'giften.xlsx', bytes, code, says };
}

function withEntry(...extra: readonly ZipEntry[]): Buffer {
  return aZip(workbookEntries({ extra }));
}

function withSheet(sheet: Partial<ZipEntry>): Buffer {
  const data = sheetOf('<sheetData/>');
  return aZip(workbookEntries({ sheetPart: { name: '', data, ...sheet } }));
}

/** So many megabytes of spaces in the sheet; the headers say what `size` says. */
async function spaces(megabytes: number, size: number): Promise<Buffer> {
  return withSheet({ packed: await deflated('<worksheet>', SPACES, megabytes), size });
}

/** Padded to a hundred thousand bytes, so that the ratio is the same with every version of zlib. */
function padded(packed: Buffer): Buffer {
  const bytes = Buffer.concat([packed, Buffer.alloc(100_000)], 100_000);
  return withSheet({ packed: bytes, size: 40 * MEGABYTE });
}

function broken(title: string, bytes: Bytes): FailingFile {
  return archive(title, bytes, 'zip_broken', BROKEN);
}

function unsafe(title: string, entry: ZipEntry): FailingFile {
  return archive(title, withEntry(entry), 'zip_unsafe_name', UNSAFE);
}

const GOOD = aWorkbook();

export const ARCHIVES: readonly FailingFile[] = [
  broken(
    'a workbook of which the last third did not arrive',
    GOOD.subarray(0, (GOOD.length / 3) * 2),
  ),
  broken('a workbook of which only the first bytes arrived', GOOD.subarray(0, 100)),
  broken(
    'a workbook whose directory is damaged',
    Buffer.concat([GOOD.subarray(0, -60), Buffer.alloc(38, 1), GOOD.subarray(-22)]),
  ),
  broken(
    'a workbook with a sheet of damaged bytes',
    withSheet({ packed: Buffer.alloc(200, 0xff), size: 200 }),
  ),
  broken('a workbook with a wrong checksum', withSheet({ crc: 1 })),
  broken('a workbook packed by an unknown method', withSheet({ method: 93 })),
  broken(
    'a workbook with the same part twice',
    withEntry({ name: 'xl/workbook.xml', data: '<a/>' }),
  ),
  broken(
    'a workbook with two sheets of one name',
    aWorkbook({ workbook: '<sheet name="Giften" r:id="rId1"/>' }),
  ),
  broken('a zip bomb: the header says 1 KB, 300 MB come out', () => spaces(300, 1_024)),
  broken(
    'a zip bomb: the header says 1 byte less than comes out',
    withSheet({ size: Buffer.byteLength(sheetOf('<sheetData/>')) - 1 }),
  ),
  archive(
    'a zip bomb: 300 MB of spaces',
    () => spaces(300, 300 * MEGABYTE + 11),
    'zip_too_large',
    tooLarge('301', 50),
  ),
  archive(
    'a zip bomb: 40 MB of spaces',
    async () => padded(await deflated('', SPACES, 40)),
    'zip_ratio',
    'Een onderdeel van deze werkmap wordt bij het uitpakken 420 keer zo groot; meer dan 100 keer nemen we niet aan. Kopieer alleen de ingevulde regels naar een nieuwe werkmap, of bewaar het blad als CSV.',
  ),
  archive(
    'a header that says 3.9 GB',
    withSheet({ size: 3.9 * GIBIBYTE }),
    'zip_too_large',
    tooLarge('3.994', 50),
  ),
  archive(
    'three parts of 30 MB each',
    withEntry(
      ...[1, 2, 3].map((n): ZipEntry => ({
        name: `xl/media/${String(n)}.bin`,
        packed: Buffer.alloc(400_000),
        size: 30 * MEGABYTE,
      })),
    ),
    'zip_too_large',
    tooLarge('91', 80),
  ),
  archive(
    '60,000 parts',
    () =>
      Promise.resolve(
        withEntry(
          ...Array.from({ length: 60_000 }, (_, n): ZipEntry => ({
            name: `xl/media/${String(n)}`,
            packed: Buffer.alloc(2),
          })),
        ),
      ),
    'zip_too_many_entries',
    'In deze werkmap zitten 60.005 losse onderdelen; meer dan 200 nemen we niet aan. Kopieer alleen het blad met de gegevens naar een nieuwe werkmap en stuur die.',
  ),
  unsafe('a part that climbs out of the archive', { name: '../../etc/cron.d/x', data: 'x' }),
  unsafe('a part with an absolute path', { name: '/etc/passwd', data: 'x' }),
  unsafe('a part on a drive of Windows', { name: 'C:/x', data: 'x' }),
  unsafe('a symbolic link', { name: 'xl/media/link', data: '/etc/passwd', mode: 0o120777 }),
  archive(
    'an archive inside the archive',
    withEntry({ name: 'xl/media/42.zip', data: 'x' }),
    'zip_nested',
    nested('xl/media/42.zip'),
  ),
  archive(
    'a workbook put inside the workbook',
    withEntry({ name: 'xl/embeddings/Blad.xlsx', data: 'x' }),
    'zip_nested',
    nested('xl/embeddings/Blad.xlsx'),
  ),
  archive(
    'a part behind a password of the archive',
    withEntry({ name: 'xl/media/geheim', data: 'x', flags: 1 }),
    'password',
    'Op dit bestand zit een wachtwoord, dus we kunnen het niet openen. Haal het wachtwoord eraf (in Excel: Bestand, Info, Werkmap beveiligen) en stuur het opnieuw. Onze verbinding is versleuteld.',
  ),
];

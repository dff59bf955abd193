const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

// 1 January 1980, midnight: the first moment a zip archive can name.
const TIME = 0;
const DATE = (1 << 5) | 1;

function startOfEnd(zip: Buffer): number {
  for (let at = zip.length - 22; at >= 0; at -= 1) {
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Error('not a zip archive: it has no end of directory');
}

/**
 * Gives every entry of a zip archive the same time. An archive names the moment each entry was
 * packed, which would make two files with the same content differ.
 */
export function withFixedTimes(archive: Buffer): Buffer {
  const zip = Buffer.from(archive);
  const end = startOfEnd(zip);
  let at = zip.readUInt32LE(end + 16);
  for (let entries = zip.readUInt16LE(end + 10); entries > 0; entries -= 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('broken zip directory');
    zip.writeUInt16LE(TIME, at + 12);
    zip.writeUInt16LE(DATE, at + 14);
    const local = zip.readUInt32LE(at + 42);
    if (zip.readUInt32LE(local) !== LOCAL_HEADER) throw new Error('broken zip entry');
    zip.writeUInt16LE(TIME, local + 10);
    zip.writeUInt16LE(DATE, local + 12);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}

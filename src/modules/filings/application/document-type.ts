export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const ODT = 'application/vnd.oasis.opendocument.text';

/** In bytes: 10 MB. */
export const LARGEST_DOCUMENT = 10 * 1024 * 1024;

function holds(bytes: Buffer, text: string): boolean {
  return bytes.includes(text, 0, 'latin1');
}

/**
 * What a file is by its own bytes, whatever its name says: PDF, DOCX, XLSX or ODT. Null for all
 * else. A ZIP names its entries in plain bytes, so what it holds can be told without opening it.
 */
export function mediaTypeOf(file: Uint8Array): string | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return PDF;
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return null;
  // OpenDocument says what it is in the first entry, which is never packed.
  if (bytes.subarray(30, 38).toString('latin1') === 'mimetype')
    return bytes.subarray(38, 38 + ODT.length).toString('latin1') === ODT ? ODT : null;
  if (!holds(bytes, '[Content_Types].xml')) return null;
  if (holds(bytes, 'word/document.xml')) return DOCX;
  return holds(bytes, 'xl/workbook.xml') ? XLSX : null;
}

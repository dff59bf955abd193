const LONGEST_NAME = 200;

/**
 * The name a person gave a file, without a path and without what cannot be seen, in NFC.
 * @param sent as the multipart reader gives it: bytes read as Latin-1.
 */
export function fileName(sent: string, otherwise = 'document'): string {
  const text = Buffer.from(sent, 'latin1').toString('utf8');
  const last = text.split(/[\\/]/).at(-1) ?? '';
  const name = last.replace(/\p{C}/gu, '').trim().normalize('NFC').slice(0, LONGEST_NAME);
  return name === '' ? otherwise : name;
}

import { FileRefused, xmlText } from '../../../platform/intake/public';
import { type Faults, WHOLE_FILE } from './faults';

/**
 * The text of a file of a bank: XML as it declares itself; else by its byte order mark, else UTF-8,
 * else windows-1252, in which Rabobank writes names. Null with a fault when it is no text.
 */
export function decode(bytes: Uint8Array, faults: Faults): string | null {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  if (head.startsWith('%PDF')) faults.add('pdf');
  else if (/^PK[\x03\x05]/.test(head)) faults.add('zip');
  else if (bytes.length === 0) faults.add('empty');
  else return textOf(bytes, head, faults);
  return null;
}

function textOf(bytes: Uint8Array, head: string, faults: Faults): string | null {
  if (/^(\xEF\xBB\xBF)?\s*</.test(head)) return declared(bytes, faults);
  if (/^(\xFF\xFE|\xFE\xFF)/.test(head)) {
    const encoding = head.startsWith('\xFF') ? 'utf-16le' : 'utf-16be';
    return strict(bytes, encoding) ?? refuse(encoding, faults);
  }
  return strict(bytes, 'utf-8') ?? strict(bytes, 'windows-1252') ?? refuse('utf-8', faults);
}

function declared(bytes: Uint8Array, faults: Faults): string | null {
  try {
    return xmlText(bytes);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return refuse(String(error.refusal.details['encoding'] ?? ''), faults);
  }
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refuse(encoding: string, faults: Faults): null {
  faults.add('encoding', WHOLE_FILE, { encoding });
  return null;
}

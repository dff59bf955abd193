import { type StatementReading } from './read-statement';
import { readBankFile } from './read-bank-file';

/** What the capped process runs; see readCapped of the platform. */
export function read(bytes: Uint8Array, _name: string): StatementReading {
  return readBankFile(bytes);
}

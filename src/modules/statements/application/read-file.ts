import { FileRefused, readCapped } from '../../../platform/intake/public';
import { WHOLE_FILE } from '../formats/faults';
import { type StatementReading } from '../formats/read-statement';
import { type KeptFault } from '../persistence/intake.store';

export type ReadFile =
  | { readonly statements: Exclude<StatementReading['statements'], readonly []> }
  | { readonly faults: readonly KeptFault[] };

/**
 * Reads a file of a bank in the capped process. Names say nothing about what a bank puts in a file,
 * so the gate is told what the first bytes look like.
 */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  const known = bytesThatAreNoStatement(bytes);
  if (known !== null) return { faults: [known] };
  try {
    const program = require.resolve('../formats/statement-program');
    const reading = await readCapped<StatementReading>(program, bytes, nameFor(bytes));
    if (reading.statements.length > 0) return { statements: reading.statements };
    return { faults: reading.faults };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const { code, details } = error.refusal;
    return { faults: [{ code: `intake.${code}`, place: WHOLE_FILE, details }] };
  }
}

function bytesThatAreNoStatement(bytes: Uint8Array): KeptFault | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const code = head.startsWith('%PDF') ? 'pdf' : /^PK[\x03\x05]/.test(head) ? 'zip' : null;
  return code === null ? null : { code, place: WHOLE_FILE, details: {} };
}

function nameFor(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
  const text = head.replace(/^(\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '').replaceAll('\0', '');
  if (text.trimStart().startsWith('<')) return 'statement.xml';
  return /^:20:/m.test(text) && /^:25:/m.test(text) ? 'statement.txt' : 'statement.csv';
}

import { type Transaction } from '../../../platform/database/transaction';
import { tenantOf } from '../../../platform/database/tenant-of';
import { FileRefused, readTable, type Refusal } from '../../../platform/intake/public';
import { type Words } from '../../../platform/rendering/words';
import {
  checkContext,
  type CheckedRow,
  type ImportKind,
  sayFault,
  sayWarning,
  TableCheck,
  withMerged,
} from '../../imports/public';
import { readGroup } from '../../parties/public';
import { faultWords, readBankFile, refusalWords } from '../../statements/public';

/** One thing that is wrong in a file, or worth a look. */
export interface CheckedFault {
  readonly weight: 'fault' | 'warning';
  /** Stable name of the rule, such as 'day.ambiguous'. */
  readonly code: string;
  /** Where, in words. */
  readonly place: string;
  readonly sheet: string;
  /** From 1; 0 for the file as a whole. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly rule: string;
  readonly mend: string;
}

export interface FileVerdict {
  /** True when the file would be taken in whole. */
  readonly accepted: boolean;
  /** Rows of data, or lines of a statement. */
  readonly rows: number;
  readonly faults: readonly CheckedFault[];
  /** True when there were more than are listed. */
  readonly more: boolean;
}

/** Faults listed at most; a file with more is broken everywhere in the same way. */
const MOST = 1_000;

export interface FileToCheck {
  readonly bytes: Uint8Array;
  readonly name: string;
}

function refused(refusal: Refusal, words: Words): FileVerdict {
  const fault = {
    weight: 'fault',
    code: `intake.${refusal.code}`,
    place: '',
    sheet: '',
    row: 0,
    column: '',
    value: '',
    rule: refusalWords(refusal, words),
    mend: '',
  } as const;
  return { accepted: false, rows: 0, faults: [fault], more: false };
}

/** Says of a table what an import would say of it; nothing is kept. */
export async function checkTableFile(
  tx: Transaction,
  file: FileToCheck,
  about: { readonly kind: ImportKind; readonly year: number | null },
  words: Words,
): Promise<FileVerdict> {
  const group = await readGroup(tx, tenantOf(tx));
  const check = new TableCheck(checkContext(tx, about.kind, about.year, group));
  const rows: CheckedRow[] = [];
  try {
    const summary = await readTable(file.bytes, file.name, (some) => {
      rows.push(...check.take(some));
      return Promise.resolve();
    });
    const outcome = check.finish(summary);
    const whole = withMerged(rows, outcome.merged);
    const faults = [...outcome.faults, ...whole.flatMap((row) => row.faults)];
    const warnings = [...outcome.warnings, ...whole.flatMap((row) => row.warnings)];
    const told = [
      ...faults.slice(0, MOST).map((one) => ({ ...placed(one), ...sayFault(one, words) })),
      ...warnings.slice(0, MOST).map((one) => ({ ...placed(one), ...sayWarning(one, words) })),
    ];
    const more = faults.length > MOST || warnings.length > MOST;
    return { accepted: faults.length === 0, rows: rows.length, faults: told, more };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return refused(error.refusal, words);
  }
}

function placed<Code extends string>(fault: {
  readonly code: Code;
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}): { readonly code: Code; readonly sheet: string; readonly row: number; readonly column: string } {
  const { code, sheet, row, column } = fault;
  return { code, sheet, row, column };
}

/** Says of a bank statement what taking it in would say; nothing is kept. */
export async function checkBankFile(file: FileToCheck, words: Words): Promise<FileVerdict> {
  const read = await readBankFile(file.bytes);
  if ('statements' in read) {
    const rows = read.statements.reduce((sum, { entries }) => sum + entries.length, 0);
    return { accepted: true, rows, faults: [], more: false };
  }
  const faults = read.faults.slice(0, MOST).map((fault): CheckedFault => {
    const { where, seen, mend } = faultWords(fault, words);
    const row = fault.place.line ?? fault.place.entry ?? 0;
    const place = { place: where, sheet: '', row, column: '', value: '' };
    return { weight: 'fault', code: fault.code, ...place, rule: seen, mend };
  });
  return { accepted: false, rows: 0, faults, more: read.faults.length > MOST };
}

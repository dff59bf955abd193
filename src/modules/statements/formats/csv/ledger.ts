import { type EuroCents } from '../../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../../legal/kernel/plain-date';
import { atLine, type Faults, WHOLE_FILE } from '../faults';
import { type ReadBankStatement, type StatementFormat } from '../read-statement';
import { type EntryDraft, finishStatement, signed } from '../statement-parts';
import { readAmount, readDay, withSign } from '../values';

/** A line of a download: an entry, the account it is of, and the balance after it when it says so. */
export interface LedgerLine {
  readonly account: string;
  readonly entry: EntryDraft;
  /** Euro cents after this line; null when the download does not say. */
  readonly after: number | null;
  readonly line: number;
}

export const MOST_ENTRIES = 250_000;

/**
 * The statements of a download: one for each account in it, oldest line first whatever order the
 * bank gives, with its balances taken from the running balance of the lines.
 */
export function ledgerStatements(
  format: StatementFormat,
  lines: readonly LedgerLine[],
  faults: Faults,
): readonly ReadBankStatement[] {
  if (lines.length > MOST_ENTRIES) {
    faults.add('too_many_entries', WHOLE_FILE, { found: lines.length, limit: MOST_ENTRIES });
    return [];
  }
  if (lines.length === 0) faults.add('no_statement');
  const accounts = new Map<string, LedgerLine[]>();
  for (const line of lines) {
    const there = accounts.get(line.account);
    if (there === undefined) accounts.set(line.account, [line]);
    else there.push(line);
  }
  return [...accounts].flatMap(
    ([account, own], index) => statementOf(format, account, own, index + 1, faults) ?? [],
  );
}

function statementOf(
  format: StatementFormat,
  account: string,
  given: readonly LedgerLine[],
  statement: number,
  faults: Faults,
): ReadBankStatement | null {
  const lines = oldestFirst(given);
  const faultsBefore = faults.count;
  checkRunning(lines, faults);
  const first = lines[0];
  const last = lines.at(-1);
  const before =
    first === undefined || first.after === null ? null : first.after - signed(first.entry);
  const after = last?.after ?? null;
  return finishStatement(
    {
      format,
      account,
      statementId: null,
      opening: before === null ? null : { cents: before, on: null },
      // The running balance was checked line by line, so the sum is right as well.
      closing: after === null ? null : { cents: after, on: null },
      entries: lines.map(({ entry }) => entry).filter(({ amount }) => amount > 0),
      place: { statement, entry: null, line: first?.line ?? null },
      sound: faults.count === faultsBefore,
    },
    faults,
  );
}

/** ING gives the newest line first. Within one day only the running balance can tell. */
function oldestFirst(lines: readonly LedgerLine[]): readonly LedgerLine[] {
  const [first, second] = lines;
  const last = lines.at(-1);
  if (first === undefined || second === undefined || last === undefined) return lines;
  if (first.entry.bookedOn > last.entry.bookedOn) return [...lines].reverse();
  if (first.entry.bookedOn < last.entry.bookedOn) return lines;
  const goesDown = first.after !== null && first.after - signed(first.entry) === second.after;
  const goesUp = second.after !== null && second.after - signed(second.entry) === first.after;
  return goesDown && !goesUp ? [...lines].reverse() : lines;
}

function checkRunning(lines: readonly LedgerLine[], faults: Faults): void {
  for (const [index, { after, entry, line }] of lines.entries()) {
    const before = lines[index - 1]?.after ?? null;
    if (before === null || after === null || before + signed(entry) === after) continue;
    faults.add('running_balance', atLine(line), { expected: before + signed(entry), seen: after });
    // One missing line says enough; every line after it would be off as well.
    return;
  }
}

/** Reads an amount of a cell; a fault with its line when it is none. */
export function amountIn(text: string, line: number, faults: Faults): EuroCents | null {
  const written = text.trim();
  const amount = readAmount(written, written.includes('.') && !written.includes(',') ? '.' : ',');
  if (typeof amount === 'number') return amount;
  faults.add(amount === 'not_cents' ? 'amount_not_cents' : 'amount', atLine(line), { value: text });
  return null;
}

/** '+1000,00' or '-12,10'. */
export function signedIn(text: string, line: number, faults: Faults): number | null {
  const [, sign, digits = ''] = /^([+-]?)(.*)$/s.exec(text.trim()) ?? [];
  const amount = amountIn(digits, line, faults);
  return amount === null ? null : withSign(amount, sign !== '-');
}

export function dayIn(text: string, line: number, faults: Faults): PlainDate | null {
  const day = readDay(text.trim());
  if (day === null) faults.add('day', atLine(line), { value: text });
  return day;
}

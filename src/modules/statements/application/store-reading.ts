import { type Transaction } from '../../../platform/database/transaction';
import { apartReference, bankPartOf } from '../formats/statement-parts';
import { type ReadBankStatement, type ReadEntry } from '../formats/read-statement';
import { accountId } from '../persistence/account.store';
import {
  type IntakeCounts,
  lockOpenIntake,
  markRead,
  markRefused,
  queue,
} from '../persistence/intake.store';
import {
  insertEntries,
  insertStatement,
  isKnownStatement,
  type KnownEntry,
  knownEntries,
} from '../persistence/statement.store';
import { type ReadFile } from './read-file';

/**
 * Keeps what was read from a file, all of it or nothing, in the name of who sent it. An intake that
 * was read or refused before stays as it is.
 */
export async function storeReading(
  tx: Transaction,
  intakeId: string,
  read: ReadFile,
): Promise<void> {
  const intake = await lockOpenIntake(tx, intakeId);
  if (intake === null) return;
  if ('faults' in read) {
    await markRefused(tx, intakeId, read.faults);
    return;
  }
  // Two files of one account are kept one after the other: each must see the lines of the other.
  await queue(tx, 'statements');
  const counts = { entriesFound: 0, entriesAdded: 0, statementsFound: 0, statementsKnown: 0 };
  for (const [position, statement] of read.statements.entries()) {
    const kept = await keep(tx, intakeId, position, statement);
    counts.statementsFound += 1;
    counts.entriesFound += statement.entries.length;
    counts.entriesAdded += kept.added;
    counts.statementsKnown += kept.known ? 1 : 0;
  }
  await markRead(tx, intakeId, counts satisfies IntakeCounts);
}

async function keep(
  tx: Transaction,
  intakeId: string,
  position: number,
  statement: ReadBankStatement,
): Promise<{ readonly added: number; readonly known: boolean }> {
  const account = await accountId(tx, statement.account);
  const references = statement.entries.flatMap(({ reference }) => [
    reference,
    bankPartOf(reference),
  ]);
  const known = await knownEntries(tx, account, statement, references);
  const fresh = newEntries(statement, known);
  if (fresh.length === 0 && (await isKnownStatement(tx, account, statement))) {
    return { added: 0, known: true };
  }
  const added = fresh.length;
  const made = { intakeId, accountId: account, position, statement, added };
  const statementId = await insertStatement(tx, made);
  await insertEntries(tx, { statementId, accountId: account }, fresh);
  return { added, known: false };
}

/**
 * The lines that are not kept yet. A line is known by its reference; a download in another format
 * gives other references, and there a line is known by day, direction, amount and other account,
 * each line that is kept answering for one.
 */
export function newEntries(
  statement: Pick<ReadBankStatement, 'format' | 'entries'>,
  known: readonly KnownEntry[],
): readonly ReadEntry[] {
  const references = new Map(known.map((entry) => [entry.reference, entry]));
  const matched = new Set<KnownEntry>();
  const left: ReadEntry[] = [];
  for (const entry of statement.entries) {
    const same = sameByReference(entry, references);
    if (same === null) left.push(entry);
    else matched.add(same);
  }
  const family = familyOf(statement.format);
  const elsewhere = new Map<string, KnownEntry[]>();
  for (const entry of known) {
    if (matched.has(entry) || familyOf(entry.format) === family) continue;
    const key = moneyOf(entry);
    const there = elsewhere.get(key);
    if (there === undefined) elsewhere.set(key, [entry]);
    else there.push(entry);
  }
  const fresh = left.filter((entry) => !takeEqual(elsewhere.get(moneyOfRead(entry)), entry));
  return fresh.map((entry) => toldApart(entry, references));
}

/** Versions of one format carry the same references; other formats do not. */
function familyOf(format: string): string {
  return format.startsWith('camt.') ? 'camt' : format;
}

function moneyOf({ bookedOn, direction, cents }: KnownEntry): string {
  return `${bookedOn} ${direction} ${cents}`;
}

function moneyOfRead({ bookedOn, direction, amount }: ReadEntry): string {
  return `${bookedOn} ${direction} ${String(amount)}`;
}

function sameByReference(
  entry: ReadEntry,
  references: ReadonlyMap<string, KnownEntry>,
): KnownEntry | null {
  const base = bankPartOf(entry.reference);
  for (const reference of [entry.reference, base, apartReference(base, entry)]) {
    const there = references.get(reference);
    if (there !== undefined && moneyOf(there) === moneyOfRead(entry)) return there;
  }
  return null;
}

/** Takes a line out that is this one; where one side knows no other account, the rest decides. */
function takeEqual(there: KnownEntry[] | undefined, { counterparty }: ReadEntry): boolean {
  if (there === undefined) return false;
  const exact = there.findIndex(({ iban }) => iban === counterparty.iban);
  const near = there.findIndex(({ iban }) => iban === null || counterparty.iban === null);
  const at = exact >= 0 ? exact : near;
  if (at < 0) return false;
  there.splice(at, 1);
  return true;
}

/** A reference that a different line of this account has already is told apart from it. */
function toldApart(entry: ReadEntry, references: ReadonlyMap<string, KnownEntry>): ReadEntry {
  if (!references.has(entry.reference)) return entry;
  return { ...entry, reference: apartReference(bankPartOf(entry.reference), entry) };
}

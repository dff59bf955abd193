import { type INestApplicationContext } from '@nestjs/common';
import { type EuroCents } from '../../../src/legal/kernel/euro-cents';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import { storeReading } from '../../../src/modules/statements/application/store-reading';
import {
  AssignAccount,
  readStatementEntries,
  type ReadEntry,
  type StoredEntry,
  TakeInStatement,
} from '../../../src/modules/statements/public';
import { type ADesk } from '../../support/a-desk';

export const ACCOUNT = 'NL87INGB0999999002';

export interface Line {
  readonly cents: EuroCents;
  readonly day?: string;
  readonly direction?: 'credit' | 'debit';
  readonly name?: string | null;
  readonly iban?: string | null;
  readonly description?: string;
  readonly more?: Partial<ReadEntry>;
}

let lines = 0;

function entryOf(line: Line, position: number): ReadEntry {
  lines += 1;
  const { name = 'J. Voorbeeld', iban = 'NL43RABO0009999011' } = line;
  return {
    position,
    bookedOn: plainDate(line.day ?? '2025-03-03'),
    valueOn: null,
    direction: line.direction ?? 'credit',
    amount: line.cents,
    reversal: false,
    reference: `REF${String(lines)}`,
    means: 'transfer',
    counterparty: { name, iban, bic: null, address: null },
    description: line.description ?? 'Gift',
    paymentReference: null,
    batchOf: null,
    returnReason: null,
    ...line.more,
  };
}

/** A statement as the reader gave it, kept as the job keeps it. Gives its lines in order. */
export async function aStatement(
  app: INestApplicationContext,
  desk: ADesk,
  of: readonly Line[],
  options: { readonly account?: string; readonly recipientId?: string | null } = {},
): Promise<readonly StoredEntry[]> {
  const account = options.account ?? ACCOUNT;
  const entries = of.map(entryOf);
  const days = entries.map(({ bookedOn }) => bookedOn).toSorted();
  const bytes = Buffer.from(`statement ${String(lines)} of ${account} of ${desk.group.tenantId}`);
  const { intakeId } = await desk.run((tx) =>
    app.get(TakeInStatement).run(tx, { name: 'afschrift.xml', bytes }),
  );
  const [first = plainDate('2025-03-03')] = days;
  const statement = {
    format: 'camt.053.001.08',
    account,
    statementId: `S${String(lines)}`,
    currency: 'EUR',
    from: first,
    until: days.at(-1) ?? first,
    opening: null,
    closing: null,
    entries,
  } as const;
  await desk.run((tx) => storeReading(tx, intakeId, { statements: [statement] }));
  const references = new Set(entries.map(({ reference }) => reference));
  const find = async (): Promise<readonly StoredEntry[]> => {
    const all = await desk.run((tx) => readStatementEntries(tx, desk.group.tenantId));
    return all.filter(({ reference }) => references.has(reference));
  };
  const [one] = await find();
  const owner = options.recipientId === undefined ? desk.group.party : options.recipientId;
  if (one !== undefined && one.recipientId === null && owner !== null)
    await desk.run((tx) => app.get(AssignAccount).run(tx, one.accountId, owner));
  return (await find()).toSorted((a, b) => a.position - b.position);
}

import { type Transaction } from '../../../platform/database/transaction';

/** How much comes from how few, for these parties. */
export async function concentrationOf(tx: Transaction, partyIds: readonly string[]): Promise<void> {
  await tx.query('select insight.reckon_concentration($1::uuid[])', [partyIds]);
}

/** The same for the whole field: reads every donor of every year. */
export async function concentrationOfField(tx: Transaction): Promise<void> {
  await tx.query('select insight.reckon_concentration(null)', []);
}

/** All figures again, from the gifts. */
export async function recount(tx: Transaction): Promise<void> {
  await tx.query('select insight.recount()', []);
}

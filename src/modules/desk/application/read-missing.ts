import { type Transaction } from '../../../platform/database/transaction';
import { listMissingEvidence } from '../../contributions/public';
import { peopleWarnings, type PeopleWarning } from '../../identity/public';
import { unbookedCredits } from '../../statements/public';

/** What is not there yet and keeps something from being right. */
export interface Missing {
  readonly year: number;
  /** Proofs that an article wants, and those that are wise to have, of gifts of the year. */
  readonly evidence: { readonly required: number; readonly advisable: number };
  /** Credits that bring their payer to the yearly overview and are not booked. */
  readonly credits: number;
  readonly people: readonly PeopleWarning[];
}

export async function readMissing(
  tx: Transaction,
  tenantId: string,
  year: number,
): Promise<Missing> {
  const proofs = await listMissingEvidence(tx, tenantId, year);
  const credits = await unbookedCredits(tx, tenantId, year);
  const count = (wanted: 'required' | 'advisable'): number =>
    proofs.filter(({ level }) => level === wanted).length;
  return {
    year,
    evidence: { required: count('required'), advisable: count('advisable') },
    credits: credits.filter(({ enforcedLastDay }) => enforcedLastDay === null).length,
    people: await peopleWarnings(tx, tenantId),
  };
}

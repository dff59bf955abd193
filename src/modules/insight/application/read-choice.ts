import { yearOf } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type Choice, type SourceChoice } from '../facts/choice';
import { yearsKnown } from '../persistence/figures.query';
import { type InsightParty, partiesOf, partyBySlug } from '../persistence/party.store';

/** As far as the address says. */
export interface AskedChoice {
  readonly year: number | null;
  /** Null when the address does not say; 0 for none. */
  readonly beside: number | null;
  readonly source: SourceChoice;
  readonly without: boolean;
}

/**
 * What to show: the newest year that is known unless another is asked, beside the year before it.
 * Null when there is no such party.
 */
export async function readChoice(
  tx: Transaction,
  slug: string | null,
  asked: AskedChoice,
): Promise<Choice | null> {
  const party = slug === null ? null : await partyBySlug(tx, slug);
  if (slug !== null && party === null) return null;
  const [newest] = await yearsKnown(tx, party?.id ?? null);
  const year = asked.year ?? newest ?? yearOf(tx.today);
  const { source, without } = asked;
  return {
    party: party && { id: party.id, slug: party.slug },
    year,
    ...beside(asked, year),
    source,
    without,
  };
}

function beside(asked: AskedChoice, year: number): Pick<Choice, 'beside'> {
  const other = asked.beside ?? year - 1;
  return { beside: other === 0 || other === year ? null : other };
}

export { partiesOf as readParties, partyBySlug as readParty };
export type { InsightParty };

import { type Finding } from '../rules/finding';
import { affiliatesDiffer } from './affiliates-differ';
import { type Difference } from './difference';
import { giftsDiffer } from './gifts-differ';
import { lookThroughDiffers } from './look-through-differs';
import { type ReconciliationSources } from './sources';
import { statementsOf } from './statements';
import { totalsDiffer } from './totals-differ';
import { knownOf } from './wanted';

/** The differences with the calendar year each is about, in the order of their keys. */
export function differencesOf(sources: ReconciliationSources): readonly Difference[] {
  const statements = statementsOf(sources);
  return [
    ...giftsDiffer(statements, knownOf(sources, statements)),
    ...totalsDiffer(sources),
    ...affiliatesDiffer(sources),
    ...lookThroughDiffers(sources),
  ].toSorted((a, b) => (a.finding.key < b.finding.key ? -1 : 1));
}

/**
 * Notices, overviews of a year, overviews of an election, overviews of affiliates, the disclosed
 * ledger and look-through overviews, laid side by side: every contribution that stands in one and
 * not in another that the law wants it in too, and every sum that differs. Nothing when all agree.
 */
export function reconcile(sources: ReconciliationSources): readonly Finding[] {
  return differencesOf(sources).map(({ finding }) => finding);
}

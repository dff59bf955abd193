import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Violation } from '../../../legal/fines/propose-fine';
import { type Change, type Comparison } from './compare-years';
import { fineUnder, type Law } from './judge-year';
import { NO_DIFFERENCE } from './totals';

/** A violation about a filing, as it was proposed. */
export interface FilingViolation {
  readonly key: string;
  readonly year: number;
  readonly violation: Violation;
}

type FilingChange = Change & { readonly year: number };

/** What another schedule or highest fine makes of the violations about filings. */
export function compareFilingFines(
  known: readonly FilingViolation[],
  laws: { readonly before: Law; readonly after: Law },
  on: PlainDate,
): { readonly totals: Comparison['totals']; readonly changes: readonly FilingChange[] } {
  const priced = known.map(({ key, year, violation }) => {
    const facts = { ...violation, decidedOn: on };
    const [before, after] = [fineUnder(facts, laws.before), fineUnder(facts, laws.after)];
    return { key, year, violation, before, after };
  });
  const changes = priced
    .filter(({ before, after }) => before !== after)
    .map(({ key, year, violation, before, after }): FilingChange => {
      const side = (cents: number | null): Change['before'] => ({
        outcome: cents === null ? 'unknown' : 'proposed',
        cents,
        day: violation.violatedOn,
      });
      return {
        kind: 'fine',
        change: after === null ? 'undecided' : 'changed',
        rule: violation.rule,
        key,
        year,
        before: side(before),
        after: side(after),
        notAskedThen: false,
        contributions: [],
      };
    });
  const cents = (side: 'before' | 'after'): number =>
    priced.reduce((total, one) => total + (one[side] ?? 0), 0);
  const undecided = changes.filter(({ change }) => change === 'undecided').length;
  const fine = {
    before: priced.length,
    beforeCents: cents('before'),
    after: priced.length,
    afterCents: cents('after'),
    changes: { new: 0, gone: 0, changed: changes.length - undecided, undecided },
  };
  return { totals: { ...NO_DIFFERENCE, fine }, changes };
}

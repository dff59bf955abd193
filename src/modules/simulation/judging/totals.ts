import { type Comparison, type KindTotal } from './compare-years';

const NOTHING: KindTotal = {
  before: 0,
  beforeCents: 0,
  after: 0,
  afterCents: 0,
  changes: { new: 0, gone: 0, changed: 0, undecided: 0 },
};

export const NO_DIFFERENCE: Comparison['totals'] = {
  duty: NOTHING,
  finding: NOTHING,
  fine: NOTHING,
};

function added(one: KindTotal, other: KindTotal): KindTotal {
  return {
    before: one.before + other.before,
    beforeCents: one.beforeCents + other.beforeCents,
    after: one.after + other.after,
    afterCents: one.afterCents + other.afterCents,
    changes: {
      new: one.changes.new + other.changes.new,
      gone: one.changes.gone + other.changes.gone,
      changed: one.changes.changed + other.changes.changed,
      undecided: one.changes.undecided + other.changes.undecided,
    },
  };
}

export function addComparison(
  totals: Comparison['totals'],
  { totals: more }: Comparison,
): Comparison['totals'] {
  return {
    duty: added(totals.duty, more.duty),
    finding: added(totals.finding, more.finding),
    fine: added(totals.fine, more.fine),
  };
}

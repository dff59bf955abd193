import { type ExpectedFiling, type OverviewGift, type OverviewLookThrough } from '../facts/filing';
import { exceeds } from '../kernel/euro-cents';
import { AS_IN_FORCE } from '../rules/rule';
import { see } from '../rules/seen-parameter';
import { giftsInPeriod } from './listed-gifts';
import { type OverviewFacts } from './overview-facts';

/**
 * Art. 21a lid 1: a foundation or association that gave more than 1,000 in money, or more than
 * 1,000 in kind, names its own givers. Affiliates are of another kind of donor and fall outside it.
 */
export function asksLookThrough({
  donorKind,
  lines,
  money,
  inKind,
}: Pick<OverviewGift, 'donorKind' | 'lines' | 'money' | 'inKind'>): boolean {
  if (donorKind !== 'foundation' && donorKind !== 'association') return false;
  const newest = lines.at(-1)?.receivedOn;
  if (newest === undefined) return false;
  const limit = see('lookthrough.recipient_total', newest, AS_IN_FORCE);
  return limit.kind === 'set' && (exceeds(money, limit.value) || exceeds(inKind, limit.value));
}

function entryOf({ donor, name, year }: OverviewGift, facts: OverviewFacts): OverviewLookThrough {
  const known = facts.donors.find(({ ref }) => ref === donor)?.lookThrough ?? [];
  const overview = known.findLast((one) => one.year === year && one.receivedOn <= facts.asOf);
  const givers = (overview?.givers ?? []).map((giver) => ({
    name: giver.name,
    residence: giver.residence ?? null,
    amount: giver.amount,
  }));
  return { donor, name, year, overview: overview?.ref ?? null, givers };
}

/** One entry per donor and year, with an empty `overview` when none was received. */
export function lookThroughEntries(
  expected: ExpectedFiling,
  facts: OverviewFacts,
): readonly OverviewLookThrough[] {
  const asked = giftsInPeriod(expected, facts).filter(asksLookThrough);
  const first = asked.filter(
    ({ donor, year }, at) =>
      asked.findIndex((one) => one.donor === donor && one.year === year) === at,
  );
  return first.map((gift) => entryOf(gift, facts));
}

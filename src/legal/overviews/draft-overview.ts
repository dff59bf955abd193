import {
  type ExpectedFiling,
  type FilingPart,
  type OverviewContent,
  type OverviewDebt,
  type OverviewGift,
} from '../facts/filing';
import { type Ref } from '../facts/group';
import { sum } from '../kernel/euro-cents';
import { contains } from '../kernel/period';
import { listedDebts } from './listed-debts';
import { listedGifts } from './listed-gifts';
import { lookThroughEntries } from './look-through-entries';
import { type IncludedFiling, type OverviewFacts } from './overview-facts';

function asks(expected: ExpectedFiling, part: FilingPart): boolean {
  return expected.parts.some((required) => required.part === part);
}

/** The name on the last day of the period, or else the last one it had. */
function nameOf(recipient: Ref, expected: ExpectedFiling, { group }: OverviewFacts): string {
  const known = group.members.filter((member) => member.recipient === recipient);
  const then = known.find((member) => contains(member, expected.period.until)) ?? known.at(-1);
  return then?.name ?? group.name;
}

/** What the filing must take along, in the order in which the duty names it; absent is absent. */
function includedFilings(
  expected: ExpectedFiling,
  facts: OverviewFacts,
): readonly IncludedFiling[] {
  return expected.parts.flatMap(({ part, ref, name }): readonly IncludedFiling[] => {
    if ((part !== 'affiliate' && part !== 'candidate') || ref === null) return [];
    const there = facts.included.find((one) => one.part === part && one.ref === ref);
    const absent = { part, ref, name: name ?? ref, filing: null, sha256: null };
    return [there ?? absent];
  });
}

/** The sums under the lists, to the cent. */
export function overviewTotals(
  gifts: readonly Pick<OverviewGift, 'total' | 'money' | 'inKind'>[],
  debts: readonly Pick<OverviewDebt, 'atEnd'>[],
): OverviewContent['totals'] {
  return {
    gifts: sum(gifts.map(({ total }) => total)),
    money: sum(gifts.map(({ money }) => money)),
    inKind: sum(gifts.map(({ inKind }) => inKind)),
    debtsAtEnd: sum(debts.map(({ atEnd }) => atEnd)),
  };
}

/**
 * What a filing would say according to the ledger: the same facts always give the same content, in
 * the same order. It states nothing by itself; what is absent is named by `completeness`.
 */
export function draftOverview(expected: ExpectedFiling, facts: OverviewFacts): OverviewContent {
  const { kind, recipient, recipientKind, year, period, threshold, partYearThresholds } = expected;
  const gifts = listedGifts(expected, facts);
  const own = facts.debts.filter(({ debtor }) => debtor === recipient);
  const debts = asks(expected, 'debts') ? listedDebts(own, period, facts.asOf) : [];
  return {
    layout: 'overview/1',
    kind,
    group: { ref: facts.group.ref, name: facts.group.name },
    recipient: { ref: recipient, name: nameOf(recipient, expected, facts), kind: recipientKind },
    election:
      expected.election === null
        ? null
        : { ref: expected.election, name: facts.electionName ?? expected.election },
    year,
    period: { from: period.from, until: period.until },
    threshold,
    partYearThresholds,
    gifts,
    debts,
    lookThrough: asks(expected, 'look_through') ? lookThroughEntries(expected, facts) : [],
    stated: facts.stated,
    documents: facts.documents,
    included: includedFilings(expected, facts),
    totals: overviewTotals(gifts, debts),
  };
}

/** True when the overview lists nothing at all: then one click may state "none". */
export function isNil(content: OverviewContent): boolean {
  const { gifts, debts, lookThrough } = content;
  return gifts.length === 0 && debts.length === 0 && lookThrough.length === 0;
}

/** All that a nil filing states in so many words. */
export const ALL_NONE: OverviewContent['stated'] = {
  noGifts: true,
  noGiftsInKind: true,
  noDebts: true,
};

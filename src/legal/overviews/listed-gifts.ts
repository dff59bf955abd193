import { type Contribution } from '../facts/contribution';
import { type DonorKind } from '../facts/donor';
import { type ExpectedFiling, type OverviewGift, type OverviewLine } from '../facts/filing';
import { type Group, type Ref } from '../facts/group';
import { minus, reaches, smallest, sum, type EuroCents } from '../kernel/euro-cents';
import { contains } from '../kernel/period';
import { yearOf } from '../kernel/plain-date';
import { membershipOn } from '../rules/receipts';
import { AS_IN_FORCE } from '../rules/rule';
import { see } from '../rules/seen-parameter';
import { type DonatedContribution, type OverviewDonor, type OverviewFacts } from './overview-facts';

type Subject = Pick<
  ExpectedFiling,
  'kind' | 'recipient' | 'period' | 'threshold' | 'partYearThresholds' | 'parts'
>;

/** A legacy was no contribution before 2023 (art. 1 onder h). */
export function isContribution({
  type,
  receivedOn,
}: Pick<Contribution, 'type' | 'receivedOn'>): boolean {
  if (type !== 'legacy') return true;
  const counts = see('inheritance_counts', receivedOn, AS_IN_FORCE);
  return counts.kind !== 'set' || counts.value;
}

/** Whose receipts an overview covers: the filer's own, and those of the candidates it names. */
function recipientsOf({ kind, recipient, parts }: Subject): ReadonlySet<Ref> {
  const candidates = parts.flatMap(({ part, ref }) =>
    part === 'candidate' && ref !== null ? [ref] : [],
  );
  return new Set(kind === 'candidate_overview' ? candidates : [recipient, ...candidates]);
}

/**
 * Whether what someone received counts for the group: of a candidate also what came before the days
 * on the list (art. 29 lid 2), of an affiliate what came while it belonged to the group.
 */
export function countsForGroup(
  group: Group,
  { recipient, receivedOn }: Pick<Contribution, 'recipient' | 'receivedOn'>,
): boolean {
  const known = group.members.filter((member) => member.recipient === recipient);
  return (
    known.every(({ kind }) => kind === 'candidate') ||
    membershipOn(group, recipient, receivedOn) !== null
  );
}

/** Those who are listed by name: the group itself is no donor, and an unknown one has no name. */
export function isListedDonor(kind: DonorKind): boolean {
  return kind !== 'anonymous' && kind !== 'group_member';
}

/**
 * Whether an overview covers a contribution, by who received it and when. Branches are not covered:
 * their books are their own (art. 24).
 */
function covers(expected: Subject, group: Group): (contribution: Contribution) => boolean {
  const recipients = recipientsOf(expected);
  return (contribution) =>
    contains(expected.period, contribution.receivedOn) &&
    isContribution(contribution) &&
    recipients.has(contribution.recipient) &&
    countsForGroup(group, contribution);
}

/** The sums of a donor's lines: net of what was returned, and what of it is money and in kind. */
export function totalsOf(
  lines: readonly OverviewLine[],
): Pick<OverviewGift, 'money' | 'inKind' | 'total'> {
  const net = (form: OverviewLine['form']): EuroCents =>
    sum(
      lines
        .filter((line) => line.form === form)
        .map(({ amount, returned }) => minus(amount, returned)),
    );
  const [money, inKind] = [net('money'), net('in_kind')];
  return { money, inKind, total: sum([money, inKind]) };
}

function lineOf({ contribution }: DonatedContribution, facts: OverviewFacts): OverviewLine {
  const { ref, recipient, receivedOn, amount, form, type } = contribution;
  const left = facts.settlements.filter(
    (one) => one.contribution === ref && one.settledOn <= facts.asOf,
  );
  const returned = smallest(amount, sum(left.map((one) => one.amount)));
  return { contribution: ref, recipient, receivedOn, amount, returned, form, type };
}

function byReceipt(a: DonatedContribution, b: DonatedContribution): number {
  const [one, other] = [a.contribution, b.contribution];
  if (one.receivedOn !== other.receivedOn) return one.receivedOn < other.receivedOn ? -1 : 1;
  return one.sequence - other.sequence;
}

function giftOf(donor: OverviewDonor, year: number, lines: readonly OverviewLine[]): OverviewGift {
  const { ref, kind, name, address, residence, country, ubos } = donor;
  return {
    donor: ref,
    donorKind: kind,
    name,
    address,
    residence,
    country,
    ubos: ubos.map((ubo) => ({
      name: ubo.name,
      address: ubo.address,
      residence: ubo.residence,
      country: ubo.country,
    })),
    year,
    lines,
    ...totalsOf(lines),
  };
}

function rank({ year, name, donor, lines }: OverviewGift): readonly string[] {
  return [String(year), name ?? '', donor, lines[0]?.recipient ?? ''];
}

function inOrder(a: OverviewGift, b: OverviewGift): number {
  const [one, other] = [rank(a), rank(b)];
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}

/**
 * Everything received in the period, per donor, calendar year and recipient, small gifts included
 * (D14), net of returns (D4). The group's own members and those who stayed unknown are no donors
 * to be listed.
 */
export function giftsInPeriod(expected: Subject, facts: OverviewFacts): readonly OverviewGift[] {
  const donors = new Map(facts.donors.map((donor) => [donor.ref, donor]));
  const isCovered = covers(expected, facts.group);
  const groups = new Map<string, readonly DonatedContribution[]>();
  for (const donated of facts.contributions.toSorted(byReceipt)) {
    const kind = donors.get(donated.donor)?.kind;
    if (kind === undefined || !isListedDonor(kind)) continue;
    if (!isCovered(donated.contribution)) continue;
    const { receivedOn, recipient } = donated.contribution;
    const key = JSON.stringify([donated.donor, yearOf(receivedOn), recipient]);
    groups.set(key, [...(groups.get(key) ?? []), donated]);
  }
  return [...groups.values()]
    .flatMap((received) => {
      const [first] = received;
      const donor = first === undefined ? undefined : donors.get(first.donor);
      if (first === undefined || donor === undefined) return [];
      const lines = received.map((one) => lineOf(one, facts));
      return [giftOf(donor, yearOf(first.contribution.receivedOn), lines)];
    })
    .toSorted(inOrder);
}

/** The total from which a donor is listed in a year; null when the filing lists no gifts. */
export function thresholdFor(
  { threshold, partYearThresholds }: Pick<Subject, 'threshold' | 'partYearThresholds'>,
  year: number,
): { readonly value: EuroCents; readonly source: string } | null {
  return partYearThresholds.find((part) => part.year === year) ?? threshold;
}

/** Those whose total in a calendar year, inside the period, reaches the threshold (">="). */
export function listedGifts(expected: Subject, facts: OverviewFacts): readonly OverviewGift[] {
  return giftsInPeriod(expected, facts).filter(({ year, total }) => {
    const threshold = thresholdFor(expected, year);
    return threshold !== null && reaches(total, threshold.value);
  });
}

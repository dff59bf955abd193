import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type DonorTotal, type PublishedGift, type PublishedList } from '../facts/published-list';
import { publicationLag, type PublicationLag } from './publication-lag';
import { nameKey } from './read-cells';

export type DifferenceKind =
  | 'donor_added'
  | 'donor_removed'
  | 'total_raised'
  | 'total_lowered'
  | 'gift_added'
  | 'gift_removed';

/** What a new version of a list changes in one donor. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly party: string;
  readonly affiliate: string | null;
  readonly donor: string | null;
  /** Null when it was not there. */
  readonly before: EuroCents | null;
  /** Null when it is no longer there. */
  readonly after: EuroCents | null;
  /** For a single gift. */
  readonly receivedOn: PlainDate | null;
  /** For a gift that this version shows for the first time. */
  readonly lag: PublicationLag | null;
}

const TAKES_AWAY: ReadonlySet<DifferenceKind> = new Set([
  'donor_removed',
  'total_lowered',
  'gift_removed',
]);

/** True when something that was public is lowered or removed: such a version needs a reason (T32). */
export function takesSomethingAway(differences: readonly Difference[]): boolean {
  return differences.some(({ kind }) => TAKES_AWAY.has(kind));
}

/** Same party, same recipient, same donor; the nth of equal ones keeps apart what is twice there. */
function byKey(list: PublishedList): Map<string, DonorTotal> {
  const found = new Map<string, DonorTotal>();
  const seen = new Map<string, number>();
  for (const total of list.donorTotals) {
    const name = nameKey(total.donor.name ?? '*');
    const key = `${total.party}\n${total.affiliate?.key ?? ''}\n${name}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    found.set(`${key}\n${String(nth)}`, total);
  }
  return found;
}

function difference(
  kind: DifferenceKind,
  about: DonorTotal,
  before: EuroCents | null,
  after: EuroCents | null,
): Difference {
  const { party, affiliate, donor } = about;
  const name = { party, affiliate: affiliate?.name ?? null, donor: donor.name };
  return { kind, ...name, before, after, receivedOn: null, lag: null };
}

/** The gifts of `these` that are not among `those`; of two equal gifts each counts. */
function without(
  these: readonly PublishedGift[],
  those: readonly PublishedGift[],
): PublishedGift[] {
  const left = those.map(({ amount, receivedOn }) => `${String(amount)} ${String(receivedOn)}`);
  return these.filter(({ amount, receivedOn }) => {
    if (amount === null) return false;
    const at = left.indexOf(`${String(amount)} ${String(receivedOn)}`);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function giftDifferences(
  before: DonorTotal | undefined,
  after: DonorTotal | undefined,
  seenOn: PlainDate,
): Difference[] {
  const about = after ?? before;
  if (about === undefined) return [];
  const [old, current] = [before?.gifts ?? [], after?.gifts ?? []];
  const removed = without(old, current).map(({ amount, receivedOn }) => ({
    ...difference('gift_removed', about, amount, null),
    receivedOn,
  }));
  const added = without(current, old).map(({ amount, receivedOn }) => ({
    ...difference('gift_added', about, null, amount),
    receivedOn,
    lag: receivedOn === null ? null : publicationLag(receivedOn, seenOn),
  }));
  return [...removed, ...added];
}

function totalDifference(
  before: DonorTotal | undefined,
  after: DonorTotal | undefined,
): Difference[] {
  if (before === undefined) {
    return after === undefined ? [] : [difference('donor_added', after, null, after.total)];
  }
  if (after === undefined) return [difference('donor_removed', before, before.total, null)];
  if (after.total === before.total) return [];
  const kind = after.total > before.total ? 'total_raised' : 'total_lowered';
  return [difference(kind, after, before.total, after.total)];
}

/**
 * What changed between two versions of the list of a year.
 *
 * @param seenOn the day on which the later version was first seen.
 */
export function compareVersions(
  before: PublishedList,
  after: PublishedList,
  seenOn: PlainDate,
): readonly Difference[] {
  const [old, current] = [byKey(before), byKey(after)];
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((key) => {
    const pair = [old.get(key), current.get(key)] as const;
    return [...totalDifference(...pair), ...giftDifferences(...pair, seenOn)];
  });
}

import { type Contribution, type DonorYear, type Settlement } from '../facts/contribution';
import {
  type Group,
  type GroupStatus,
  type Membership,
  type RecipientKind,
  type Ref,
} from '../facts/group';
import { minus, sum, ZERO, type EuroCents } from '../kernel/euro-cents';
import { contains } from '../kernel/period';
import { yearOf, type PlainDate } from '../kernel/plain-date';
import { type SeenContribution } from './finding';
import { type JudgementPolicy } from './rule';
import { see } from './seen-parameter';

/** A contribution as the group received it: by whom, in which legal status, and what left again. */
export interface Receipt {
  readonly contribution: Contribution;
  readonly kind: RecipientKind;
  /** Null when no status is recorded for the day of receipt. */
  readonly status: GroupStatus | null;
  /** Who received it in law: for a branch its party (D18), for every other the recipient itself. */
  readonly receiver: Ref;
  /** Settlements up to and including the day of judgement. */
  readonly settlements: readonly Settlement[];
}

/**
 * What the group received in the year, in order of receipt. Left out is what was given to someone
 * outside the group on that day, and a legacy in the years that it was no contribution (art. 1
 * onder h). Refs are compared for equality only.
 */
export function receiptsOf(
  facts: DonorYear,
  on: PlainDate,
  policy: JudgementPolicy,
): readonly Receipt[] {
  return facts.contributions
    .filter(({ receivedOn }) => yearOf(receivedOn) === facts.year)
    .filter((contribution) => isContribution(contribution, policy))
    .flatMap((contribution) => receiptOf(contribution, facts, on))
    .toSorted(inOrderOfReceipt);
}

function isContribution({ type, receivedOn }: Contribution, policy: JudgementPolicy): boolean {
  if (type !== 'legacy') return true;
  const counts = see('inheritance_counts', receivedOn, policy);
  return counts.kind !== 'set' || counts.value;
}

function receiptOf(
  contribution: Contribution,
  { group, settlements }: DonorYear,
  on: PlainDate,
): readonly Receipt[] {
  const { receivedOn, recipient, ref } = contribution;
  const membership = membershipOn(group, recipient, receivedOn);
  if (membership === null) return [];
  return [
    {
      contribution,
      kind: membership.kind,
      status: statusOn(group, receivedOn),
      receiver: membership.kind === 'branch' ? partyOn(group, receivedOn, recipient) : recipient,
      settlements: settlements.filter((one) => one.contribution === ref && one.settledOn <= on),
    },
  ];
}

export function membershipOn(group: Group, recipient: Ref, day: PlainDate): Membership | null {
  return (
    group.members.find((member) => member.recipient === recipient && contains(member, day)) ?? null
  );
}

function partyOn(group: Group, day: PlainDate, branch: Ref): Ref {
  const party = group.members.find((member) => member.kind === 'party' && contains(member, day));
  return party?.recipient ?? branch;
}

export function statusOn(group: Group, day: PlainDate): GroupStatus | null {
  return group.statuses.find((period) => contains(period, day))?.status ?? null;
}

export function inOrderOfReceipt(a: Receipt, b: Receipt): number {
  const [one, other] = [a.contribution, b.contribution];
  if (one.receivedOn !== other.receivedOn) return one.receivedOn < other.receivedOn ? -1 : 1;
  return one.sequence - other.sequence;
}

/** What left again of one contribution, of all kinds (D4), up to and including a day. */
export function settledBy({ settlements }: Receipt, day: PlainDate): EuroCents {
  return sum(settlements.filter(({ settledOn }) => settledOn <= day).map(({ amount }) => amount));
}

export function grossOf(receipts: readonly Receipt[]): EuroCents {
  return sum(receipts.map(({ contribution }) => contribution.amount));
}

/** Net of everything that left again (D4). */
export function netOf(receipts: readonly Receipt[]): EuroCents {
  const left = receipts.flatMap(({ settlements }) => settlements.map(({ amount }) => amount));
  return minus(grossOf(receipts), sum(left));
}

export function isAffiliate(kind: RecipientKind): boolean {
  return kind !== 'party' && kind !== 'candidate' && kind !== 'branch';
}

/** True unless the donor is nobody in particular, or the group itself (art. 29b lid 3). */
export function isOneOutsider({ donor }: DonorYear): boolean {
  return donor.kind !== 'anonymous' && donor.kind !== 'group_member';
}

export function seenContribution({ contribution }: Receipt): SeenContribution {
  const { ref, recipient, amount, receivedOn } = contribution;
  return { contribution: ref, recipient, amount, receivedOn };
}

/** Receipts put together by who received them in law, in the order of the group's members. */
export function byReceiver(
  group: Group,
  receipts: readonly Receipt[],
): readonly (readonly [receiver: Ref, receipts: readonly Receipt[]])[] {
  const receivers = [...new Set(group.members.map(({ recipient }) => recipient))];
  return receivers
    .map((receiver) => [receiver, receipts.filter((one) => one.receiver === receiver)] as const)
    .filter(([, received]) => received.length > 0);
}

/** What is left of one contribution after what was settled up to and including a day. */
export function amountLeft(receipt: Receipt, day: PlainDate): EuroCents {
  const left = minus(receipt.contribution.amount, settledBy(receipt, day));
  return left > 0 ? left : ZERO;
}

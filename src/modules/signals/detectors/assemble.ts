import { addDays, type PlainDate } from '../../../legal/kernel/plain-date';
import {
  type CircleScope,
  type DecisionScope,
  type DonorFact,
  type DonorScope,
  type GiftFact,
} from './facts';
import { grouped } from './detector';

export const CIRCLE_KINDS = ['address', 'account', 'ubo'] as const;

/** What ties more donors than this tells nothing: an office building, a notary, a bank. */
export const MOST_IN_A_CIRCLE = 40;

export function donorKey(donorId: string): string {
  return `donor:${donorId}`;
}

export function circleKey(kind: CircleScope['kind'], value: string): string {
  return `circle:${kind}:${value}`;
}

/** Each donor with its gifts. `groupNames` by party: its names and those of its affiliates. */
export function donorScopes(
  donors: readonly DonorFact[],
  gifts: readonly GiftFact[],
  groupNames: Readonly<Record<string, readonly string[]>>,
): readonly DonorScope[] {
  const byDonor = grouped(gifts, ({ donorId }) => donorId);
  return donors.map((donor) => ({
    key: donorKey(donor.id),
    donor,
    gifts: byDonor.get(donor.id) ?? [],
    groupNames,
  }));
}

/** A list shields some names and addresses: those are nobody's, and so no tie. */
function isNameless(value: string): boolean {
  return value.startsWith('|');
}

/** Every address, account and owner that these donors share with one another. */
export function circleScopes(
  donors: readonly DonorFact[],
  gifts: readonly GiftFact[],
): readonly CircleScope[] {
  const byDonor = grouped(gifts, ({ donorId }) => donorId);
  const member = (donor: DonorFact) => ({ donor, gifts: byDonor.get(donor.id) ?? [] });
  const tied = donors.flatMap((donor) => donor.traits.map((trait) => ({ donor, trait })));
  const byOwnerKey = grouped(donors, ({ ownerKey }) => ownerKey);
  return CIRCLE_KINDS.flatMap((kind) => {
    const ofKind = tied.filter(({ trait }) => trait.kind === kind && !isNameless(trait.value));
    return [...grouped(ofKind, ({ trait }) => trait.value)].flatMap(([value, some]) => {
      const owners = kind === 'ubo' ? (byOwnerKey.get(value) ?? []) : [];
      const size = some.length + owners.length;
      if (size < 2 || size > MOST_IN_A_CIRCLE) return [];
      return [
        {
          key: circleKey(kind, value),
          kind,
          label: some[0]?.trait.label ?? '',
          members: some.map(({ donor }) => member(donor)),
          owners: owners.map(member),
        },
      ];
    });
  });
}

/** A day on which something was decided; of one party when `partyId` is given. */
export interface Decision {
  readonly id: string;
  readonly day: PlainDate;
  readonly title: string;
  readonly partyId: string | null;
  readonly daysBefore: number;
  readonly daysAfter: number;
}

/** The decisions around which this donor gave, each with those gifts. */
export function decisionScopes(
  decisions: readonly Decision[],
  gifts: readonly GiftFact[],
  donorId: string,
): readonly DecisionScope[] {
  return decisions.flatMap(({ id, day, title, partyId, daysBefore, daysAfter }) => {
    const [from, until] = [addDays(day, -daysBefore), addDays(day, daysAfter)];
    const around = gifts.filter(
      (gift) =>
        gift.receivedOn !== null &&
        gift.receivedOn >= from &&
        gift.receivedOn <= until &&
        (partyId === null || gift.partyId === partyId),
    );
    const key = `decision:${id}:${donorId}`;
    return around.length === 0 ? [] : [{ key, day, title, daysBefore, daysAfter, gifts: around }];
  });
}

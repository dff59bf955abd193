import { type PublicGift } from '../../publication/public';

/** What of a gift differs from the version before; each as the page can say it. */
export const DIFFERING = [
  'status',
  'party',
  'recipient',
  'donor',
  'place',
  'owners',
  'kind',
  'receivedOn',
  'amount',
  'returned',
  'counted',
  'filedIn',
  'filedOn',
  'remark',
] as const;
export type Differing = (typeof DIFFERING)[number];

const OF: Readonly<Record<Differing, (gift: PublicGift) => unknown>> = {
  status: ({ status }) => status,
  party: ({ party }) => party.name,
  recipient: ({ recipient }) => [recipient.name, recipient.kind],
  donor: ({ donor }) => [donor.id, donor.kind, donor.name, donor.shielding],
  place: ({ donor }) => [donor.address, donor.residence, donor.country],
  owners: ({ beneficialOwners }) => beneficialOwners,
  kind: ({ type, form, line }) => [type, form, line],
  receivedOn: ({ receivedOn, year }) => [receivedOn, year],
  amount: ({ amount }) => amount,
  returned: ({ returned }) => returned,
  counted: ({ counted }) => counted,
  filedIn: ({ filedIn }) => filedIn,
  filedOn: ({ filedOn }) => filedOn,
  remark: ({ remark }) => remark,
};

/** Which parts differ between two versions of one gift. */
export function differencesBetween(before: PublicGift, after: PublicGift): readonly Differing[] {
  return DIFFERING.filter(
    (part) => JSON.stringify(OF[part](before)) !== JSON.stringify(OF[part](after)),
  );
}

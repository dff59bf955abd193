import { type PublicGift } from './public-gift';
import { searchKey } from './search-key';

/** Who may not be named (art. 25 lid 5). */
export interface Shield {
  readonly donor: boolean;
  /** Names of beneficial owners. */
  readonly owners: readonly string[];
}

/** The same gift without who is shielded; the same value when nobody in it is. */
export function redacted(gift: PublicGift, shield: Shield): PublicGift {
  const names = new Set(shield.owners.map((name) => searchKey(name)));
  const beneficialOwners = gift.beneficialOwners.map((owner) =>
    owner.name !== null && names.has(searchKey(owner.name))
      ? { name: null, residence: null }
      : owner,
  );
  if (!shield.donor) return { ...gift, beneficialOwners };
  const donor: PublicGift['donor'] = {
    id: null,
    kind: gift.donor.kind,
    name: null,
    address: null,
    residence: null,
    country: null,
    shielding: 'wfpp_25_5',
  };
  return { ...gift, donor, beneficialOwners };
}

export function namesNobodyNew(before: PublicGift, after: PublicGift): boolean {
  return (
    JSON.stringify([before.donor, before.beneficialOwners]) ===
    JSON.stringify([after.donor, after.beneficialOwners])
  );
}

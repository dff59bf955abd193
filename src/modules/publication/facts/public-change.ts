import { plainDate } from '../../../legal/kernel/plain-date';
import { inForceOn } from '../../../legal/kernel/timeline';
import { capMoney } from '../../../legal/parameters/cap';
import { canonicalJson } from '../../../platform/json/canonical';
import { type PublicLine } from './public-line';
import { searchKey } from './search-key';

export type ReleaseChange = 'new' | 'corrected' | 'returned' | 'annulled';

function ownersByName(line: PublicLine): string {
  return canonicalJson(line.beneficialOwners.map(({ name }) => searchKey(name)).sort());
}

/**
 * What is to be published where something is public already: who moves house later stays where
 * the register says, because it says how it was. Another donor or another name is a correction, and
 * then everything about the donor is taken anew.
 */
export function keepWhatWasPublished(wanted: PublicLine, now: PublicLine): PublicLine {
  const sameDonor =
    now.donor.id === wanted.donor.id &&
    now.donor.shielding === wanted.donor.shielding &&
    searchKey(now.donor.name) === searchKey(wanted.donor.name);
  if (!sameDonor) return wanted;
  const sameOwners = ownersByName(now) === ownersByName(wanted);
  return {
    ...wanted,
    party: { ...wanted.party, name: now.party.name },
    recipient: now.recipient.kind === wanted.recipient.kind ? now.recipient : wanted.recipient,
    donor: { ...now.donor, kind: wanted.donor.kind },
    beneficialOwners: sameOwners ? now.beneficialOwners : wanted.beneficialOwners,
  };
}

/** What publishing this would be; null when nothing changes for the public. */
export function changeTo(wanted: PublicLine | null, now: PublicLine | null): ReleaseChange | null {
  const gone = wanted?.annulled ?? true;
  if (now === null) return gone ? null : 'new';
  if (gone) return now.annulled ? null : 'annulled';
  if (canonicalJson(wanted) === canonicalJson(now)) return null;
  const asBefore = { ...wanted, returnedCents: now.returnedCents };
  return canonicalJson(asBefore) === canonicalJson(now) ? 'returned' : 'corrected';
}

/** Worth a person's look before it is public; codes with words in templates/texts. */
export type ReleaseRemark =
  'over_cap' | 'name_missing' | 'place_missing' | 'abroad' | 'lower' | 'other_donor' | 'shielded';

export function countedOf(line: PublicLine): number {
  return line.annulled ? 0 : line.amountCents - line.returnedCents;
}

/** More than art. 29b allows of one donor in a year. */
function overCap(line: PublicLine): boolean {
  const day = line.receivedOn ?? plainDate(`${String(line.year)}-12-31`);
  const cap = inForceOn(capMoney.values, day);
  return cap !== 'unknown' && cap.value !== null && countedOf(line) > cap.value;
}

export function remarksOn(wanted: PublicLine, now: PublicLine | null): readonly ReleaseRemark[] {
  const { donor } = wanted;
  const shielded = donor.shielding !== null;
  const found: readonly (readonly [ReleaseRemark, boolean])[] = [
    ['over_cap', overCap(wanted)],
    ['name_missing', donor.name === null && !shielded && donor.kind !== 'anonymous'],
    ['place_missing', donor.residence === null && !shielded && donor.kind !== 'anonymous'],
    ['abroad', donor.country !== null && donor.country !== 'NL'],
    ['lower', now !== null && countedOf(wanted) < countedOf(now)],
    ['other_donor', now !== null && now.donor.id !== donor.id],
    ['shielded', shielded],
  ];
  return found.filter(([, holds]) => holds).map(([remark]) => remark);
}

import { daysBetween, type PlainDate } from '../../../legal/kernel/plain-date';
import { placeOnly } from '../../register/public';
import {
  type PublicDonor,
  type PublicGift,
  type PublicSource,
  type Shielding,
} from './public-gift';
import { searchKey } from './search-key';

/** A gift as the ministry knows it, with everything that might be published of it, and more. */
export interface SourceGift {
  readonly partyId: string;
  readonly tenantId: string | null;
  readonly key: string;
  readonly source: 'filed' | 'list';
  readonly line: 'gift' | 'rest';
  readonly partySlug: string;
  readonly partyName: string;
  readonly recipientId: string | null;
  readonly recipientName: string;
  readonly recipientKind: string;
  /** Over all parties; never public itself. */
  readonly donorUid: string;
  readonly donorId: string;
  readonly donorKind: string;
  readonly donorName: string | null;
  readonly donorAddress: string | null;
  readonly donorResidence: string | null;
  readonly donorCountry: string | null;
  readonly shielding: Shielding | null;
  readonly beneficialOwners: PublicGift['beneficialOwners'];
  /** A request to shield the donor itself stands, granted or not decided yet. */
  readonly donorWithheld: boolean;
  /** Beneficial owners for whom such a request stands. */
  readonly ubosWithheld: readonly string[];
  readonly type: string | null;
  readonly form: 'money' | 'in_kind';
  readonly year: number;
  readonly receivedOn: PlainDate | null;
  readonly amountCents: number;
  readonly returnedCents: number;
  readonly annulled: boolean;
  readonly filedIn: readonly PublicSource[];
  readonly filedOn: PlainDate | null;
  /** As a list of the ministry prints it; of what a party wrote nothing is taken over. */
  readonly listRemark: string | null;
}

/** All that can become public of a gift, but for its number, version and moments. */
export interface PublicLine {
  readonly party: PublicGift['party'];
  readonly recipient: PublicGift['recipient'];
  readonly donor: PublicDonor;
  readonly beneficialOwners: PublicGift['beneficialOwners'];
  readonly line: PublicGift['line'];
  readonly type: string | null;
  readonly form: PublicGift['form'];
  readonly year: number;
  readonly receivedOn: PlainDate | null;
  readonly amountCents: number;
  readonly returnedCents: number;
  readonly annulled: boolean;
  readonly filedIn: readonly PublicSource[];
  readonly filedOn: PlainDate | null;
  readonly filedAfterDays: number | null;
  readonly remark: string | null;
}

/** Of these only the place is public (art. 25 lid 5); of others the whole address. */
const PERSONS = new Set(['natural_person', 'estate', 'anonymous']);

const NOBODY = { id: null, name: null, address: null, residence: null, country: null } as const;

function donorOf(source: SourceGift): PublicDonor {
  const { donorKind: kind, shielding } = source;
  if (source.donorWithheld || shielding === 'wfpp_25_5')
    return { ...NOBODY, kind, shielding: 'wfpp_25_5' };
  return {
    id: source.donorName === null && shielding !== null ? null : source.donorId,
    kind,
    name: source.donorName,
    address: PERSONS.has(kind) ? null : source.donorAddress,
    residence: PERSONS.has(kind) ? placeOnly(source.donorResidence) : source.donorResidence,
    country: source.donorCountry,
    shielding,
  };
}

function ownersOf({
  beneficialOwners,
  ubosWithheld,
}: Pick<SourceGift, 'beneficialOwners' | 'ubosWithheld'>): PublicLine['beneficialOwners'] {
  const withheld = new Set(ubosWithheld.map((name) => searchKey(name)));
  return beneficialOwners.map(({ name, residence }) =>
    name === null || withheld.has(searchKey(name))
      ? { name: null, residence: null }
      : { name, residence: placeOnly(residence) },
  );
}

/** In the words of the ministry's own lists; nothing that somebody typed freely. */
function remarkOf(source: SourceGift): string | null {
  const legacy =
    source.type === 'legacy' ||
    source.donorKind === 'estate' ||
    (source.source === 'list' && /legaat|nalatenschap/i.test(source.listRemark ?? ''));
  const words = [legacy ? 'legaat' : '', source.form === 'in_kind' ? 'in natura' : ''];
  return words.filter((word) => word !== '').join(', ') || null;
}

/**
 * The allow list: the only way from what the ministry knows to what everybody may know. A field that
 * is not named here is never public.
 */
export function publicLineOf(source: SourceGift): PublicLine {
  const { receivedOn, filedOn } = source;
  return {
    party: { slug: source.partySlug, name: source.partyName },
    recipient: { name: source.recipientName, kind: source.recipientKind },
    donor: donorOf(source),
    beneficialOwners: ownersOf(source),
    line: source.line,
    type: source.type,
    form: source.form,
    year: source.year,
    receivedOn,
    amountCents: source.amountCents,
    returnedCents: source.returnedCents,
    annulled: source.annulled,
    filedIn: [...source.filedIn].sort(),
    filedOn,
    filedAfterDays:
      receivedOn === null || filedOn === null ? null : daysBetween(receivedOn, filedOn),
    remark: remarkOf(source),
  };
}

function theSame<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/**
 * Gifts of one donor to one recipient in one year, in one form, that are public as one sum: without
 * a day, because each of them stays below the threshold of art. 25a.
 */
export function restLineOf(sources: readonly [SourceGift, ...SourceGift[]]): PublicLine {
  const lines = sources.map(publicLineOf);
  const total = (of: (line: PublicLine) => number): number =>
    lines.reduce((sum, line) => sum + of(line), 0);
  const [first] = sources;
  return {
    ...publicLineOf(first),
    line: 'rest',
    type: theSame(lines.map(({ type }) => type)),
    receivedOn: null,
    amountCents: total(({ amountCents }) => amountCents),
    returnedCents: total(({ returnedCents }) => returnedCents),
    annulled: false,
    filedOn: null,
    filedAfterDays: null,
    remark: theSame(lines.map(({ remark }) => remark)),
  };
}

function cents(amount: string): number {
  return Number(amount.replace('.', ''));
}

/** What a public gift says, to compare it with what it should say. */
export function lineOfGift(gift: PublicGift): PublicLine {
  return {
    party: gift.party,
    recipient: gift.recipient,
    donor: gift.donor,
    beneficialOwners: gift.beneficialOwners,
    line: gift.line,
    type: gift.type,
    form: gift.form,
    year: gift.year,
    receivedOn: gift.receivedOn,
    amountCents: cents(gift.amount),
    returnedCents: cents(gift.returned),
    annulled: gift.status === 'annulled',
    filedIn: gift.filedIn,
    filedOn: gift.filedOn,
    filedAfterDays: gift.filedAfterDays,
    remark: gift.remark,
  };
}

import { type PlainDate } from '../../../legal/kernel/plain-date';
import { decimalOf } from '../facts/decimal';
import {
  type PublicationStatus,
  type PublicGift,
  type PublicSource,
  type Shielding,
} from '../facts/public-gift';

/** A row of register.publication, as its public columns are read. */
export interface PublicationRow {
  readonly rowId: string;
  readonly id: string;
  readonly version: number;
  readonly status: PublicationStatus;
  readonly partySlug: string;
  readonly partyName: string;
  readonly recipientName: string;
  readonly recipientKind: string;
  readonly donorId: string | null;
  readonly donorKind: string;
  readonly donorName: string | null;
  readonly donorAddress: string | null;
  readonly donorResidence: string | null;
  readonly donorCountry: string | null;
  readonly shielding: Shielding | null;
  readonly beneficialOwners: PublicGift['beneficialOwners'];
  readonly line: PublicGift['line'];
  readonly type: string | null;
  readonly form: PublicGift['form'];
  readonly year: number;
  readonly receivedOn: PlainDate | null;
  readonly amountCents: string;
  readonly returnedCents: string;
  readonly countedCents: string;
  readonly filedIn: readonly PublicSource[];
  readonly filedOn: PlainDate | null;
  readonly filedAfterDays: number | null;
  readonly remark: string | null;
  readonly publishedAt: string;
  readonly changedAt: string;
  readonly changeNumber: string;
}

export const PUBLICATION_COLUMNS = `p.id as "rowId", p.public_id as id, p.version, p.status,
  p.party_slug as "partySlug", p.party_name as "partyName", p.recipient_name as "recipientName",
  p.recipient_kind as "recipientKind", p.donor_public_id as "donorId", p.donor_kind as "donorKind",
  p.donor_name as "donorName", p.donor_address as "donorAddress",
  p.donor_residence as "donorResidence", p.donor_country as "donorCountry", p.shielding,
  p.beneficial_owners as "beneficialOwners", p.line, p.type, p.form, p.year,
  p.received_on::text as "receivedOn", p.amount_cents as "amountCents",
  p.returned_cents as "returnedCents", p.counted_cents as "countedCents", p.filed_in as "filedIn",
  p.filed_on::text as "filedOn", p.filed_after_days as "filedAfterDays", p.remark,
  platform.iso(p.published_at) as "publishedAt", platform.iso(p.changed_at) as "changedAt",
  p.change_number as "changeNumber"`;

/** A row as everybody may know it: the text of a version is the canonical JSON of this. */
export function publicGiftOf(row: PublicationRow): PublicGift {
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    party: { slug: row.partySlug, name: row.partyName },
    recipient: { name: row.recipientName, kind: row.recipientKind },
    donor: {
      id: row.donorId,
      kind: row.donorKind,
      name: row.donorName,
      address: row.donorAddress,
      residence: row.donorResidence,
      country: row.donorCountry,
      shielding: row.shielding,
    },
    beneficialOwners: row.beneficialOwners.map(({ name, residence }) => ({ name, residence })),
    line: row.line,
    type: row.type,
    form: row.form,
    year: row.year,
    receivedOn: row.receivedOn,
    amount: decimalOf(Number(row.amountCents)),
    returned: decimalOf(Number(row.returnedCents)),
    counted: decimalOf(Number(row.countedCents)),
    filedIn: row.filedIn,
    filedOn: row.filedOn,
    filedAfterDays: row.filedAfterDays,
    remark: row.remark,
    publishedAt: row.publishedAt,
    changedAt: row.changedAt,
  };
}

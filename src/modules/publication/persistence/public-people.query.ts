import { type Transaction } from '../../../platform/database/transaction';

/** A party in the register, with or without gifts. */
export interface PublicParty {
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
}

/** What a party, or a donor of it, got or gave in a year. */
export interface YearSum {
  readonly year: number;
  readonly gifts: number;
  readonly countedCents: number;
}

export interface PartyPart extends YearSum {
  readonly recipientKind: string;
  readonly type: string | null;
  readonly form: 'money' | 'in_kind';
}

export interface DonorSum {
  readonly donorId: string;
  readonly gifts: number;
  readonly countedCents: number;
}

/** A donor as its newest public gift names it. */
export interface PublicDonorCard {
  readonly id: string;
  readonly kind: string;
  readonly name: string | null;
  readonly residence: string | null;
  readonly country: string | null;
  readonly years: readonly (YearSum & { readonly partySlug: string })[];
}

const SUMS = 'gifts, counted_cents as "countedCents"';

interface Sums {
  readonly gifts: string;
  readonly countedCents: string;
}

function withNumbers<Row extends Sums>(
  row: Row,
): Omit<Row, keyof Sums> & { gifts: number; countedCents: number } {
  return { ...row, gifts: Number(row.gifts), countedCents: Number(row.countedCents) };
}

/** All parties, by name. */
export function readPublicParties(tx: Transaction): Promise<readonly PublicParty[]> {
  return tx.query<PublicParty>(
    `select slug, name, short_name as "shortName" from register.public_party order by name, slug`,
  );
}

export async function findPublicParty(tx: Transaction, slug: string): Promise<PublicParty | null> {
  const [row] = await tx.query<PublicParty>(
    'select slug, name, short_name as "shortName" from register.public_party where slug = $1',
    [slug],
  );
  return row ?? null;
}

/** What a party got, by year, kind of recipient, type and form; the newest year first. */
export async function readPartyYears(tx: Transaction, slug: string): Promise<readonly PartyPart[]> {
  const rows = await tx.query<Omit<PartyPart, keyof Sums> & Sums>(
    `select year, recipient_kind as "recipientKind", type, form, ${SUMS} from register.party_year
      where party_slug = $1 and (gifts <> 0 or counted_cents <> 0)
      order by year desc, recipient_kind, type nulls last, form`,
    [slug],
  );
  return rows.map(withNumbers);
}

/** Who gave most to a party in a year. */
export async function readTopDonors(
  tx: Transaction,
  of: { readonly party: string; readonly year: number },
  limit: number,
): Promise<readonly DonorSum[]> {
  const rows = await tx.query<{ readonly donorId: string } & Sums>(
    `select donor_public_id as "donorId", ${SUMS} from register.donor_year
      where party_slug = $1 and year = $2 and (gifts <> 0 or counted_cents <> 0)
      order by counted_cents desc, donor_public_id limit $3`,
    [of.party, of.year, limit],
  );
  return rows.map(withNumbers);
}

export async function findPublicDonor(
  tx: Transaction,
  publicId: string,
): Promise<PublicDonorCard | null> {
  const [card] = await tx.query<Omit<PublicDonorCard, 'years'>>(
    `select donor_public_id as id, donor_kind as kind, donor_name as name,
            donor_residence as residence, donor_country as country
       from register.publication where shown and donor_public_id = $1
      order by received_on desc nulls last, id desc limit 1`,
    [publicId],
  );
  if (card === undefined) return null;
  const years = await tx.query<{ readonly year: number; readonly partySlug: string } & Sums>(
    `select year, party_slug as "partySlug", ${SUMS} from register.donor_year
      where donor_public_id = $1 and (gifts <> 0 or counted_cents <> 0)
      order by year desc, party_slug`,
    [publicId],
  );
  return { ...card, years: years.map(withNumbers) };
}

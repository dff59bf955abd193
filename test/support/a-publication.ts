import { type PublicGift, searchKey } from '../../src/modules/publication/public';
import { canonicalJson } from '../../src/platform/json/canonical';
import { type TestDatabase } from './database';

/** What a test says of a gift; the rest is an ordinary gift of money by a person. */
export type GiftInRegister = Partial<Omit<PublicGift, 'id' | 'donor' | 'party' | 'recipient'>> & {
  /** Ten digits or capitals, after the 'G-'. */
  readonly number: string;
  readonly party: string;
  readonly recipient?: PublicGift['recipient'];
  readonly donor?: Partial<PublicGift['donor']>;
  readonly change?: string;
  readonly reason?: string | null;
};

const DONOR: PublicGift['donor'] = {
  id: 'D-0000000001',
  kind: 'natural_person',
  name: 'J. van der Dijk',
  address: null,
  residence: 'Utrecht',
  country: 'NL',
  shielding: null,
};

function slugOf(party: string): string {
  return party.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** The gift as everybody may know it. */
export function publicGift(given: GiftInRegister): PublicGift {
  const { number, party, recipient, donor, ...rest } = given;
  const amount = rest.amount ?? '12000.00';
  const returned = rest.returned ?? '0.00';
  const cents = Number(amount.replace('.', '')) - Number(returned.replace('.', ''));
  return {
    id: `G-${number}`,
    version: 1,
    status: 'published',
    party: { slug: slugOf(party), name: party },
    recipient: recipient ?? { name: party, kind: 'party' },
    donor: { ...DONOR, ...donor },
    beneficialOwners: [],
    line: 'gift',
    type: 'gift',
    form: 'money',
    year: Number((rest.receivedOn ?? '2025-04-24').slice(0, 4)),
    receivedOn: '2025-04-24' as PublicGift['receivedOn'],
    amount,
    returned,
    counted: rest.status === 'annulled' ? '0.00' : (cents / 100).toFixed(2),
    filedIn: ['notice'],
    filedOn: '2025-04-28' as PublicGift['filedOn'],
    filedAfterDays: 4,
    remark: null,
    publishedAt: '2025-05-01T08:00:00.000000Z',
    changedAt: '2025-05-01T08:00:00.000000Z',
    ...giftFields(rest),
  };
}

/** Without what says how it came about, which is no part of the gift. */
function giftFields(given: object): object {
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => name !== 'change' && name !== 'reason'),
  );
}

async function keepParty(test: TestDatabase, { slug, name }: PublicGift['party']): Promise<string> {
  const [row] = await test.ownerQuery<{ id: string }>(
    `insert into insight.party (slug, name, short_name, list_name) values ($1, $2, $2, $2)
     on conflict (slug) do update set name = excluded.name returning id`,
    [slug, name],
  );
  await test.ownerQuery(
    `insert into register.public_party (slug, name, short_name) values ($1, $2, $2)
     on conflict do nothing`,
    [slug, name],
  );
  return row?.id ?? '';
}

const cents = (decimal: string): number => Number(decimal.replace('.', ''));

function valuesOf(gift: PublicGift): readonly unknown[] {
  const { donor } = gift;
  const owners = gift.beneficialOwners.flatMap(({ name, residence }) => [name, residence]);
  return [
    gift.id,
    gift.party.slug,
    gift.party.name,
    gift.recipient.name,
    gift.recipient.kind,
    donor.id,
    donor.kind,
    donor.name,
    donor.address,
    donor.residence,
    donor.country,
    donor.shielding,
    JSON.stringify(gift.beneficialOwners),
    gift.line,
    gift.type,
    gift.form,
    gift.year,
    gift.receivedOn,
    cents(gift.amount),
    cents(gift.returned),
    cents(gift.counted),
    gift.filedIn,
    gift.filedOn,
    gift.filedAfterDays,
    gift.remark,
    gift.status,
    gift.version,
    gift.publishedAt,
    gift.changedAt,
    searchKey(gift.party.name, gift.recipient.name, donor.name, donor.residence, ...owners),
  ];
}

const COLUMNS = `public_id, party_slug, party_name, recipient_name, recipient_kind, donor_public_id,
  donor_kind, donor_name, donor_address, donor_residence, donor_country, shielding,
  beneficial_owners, line, type, form, year, received_on, amount_cents, returned_cents,
  counted_cents, filed_in, filed_on, filed_after_days, remark, status, version, published_at,
  changed_at, search_key`;

/** Puts a gift in the register as it would read now, or a next version of it; gives its number. */
export async function inRegister(test: TestDatabase, given: GiftInRegister): Promise<string> {
  const gift = publicGift(given);
  const partyId = await keepParty(test, gift.party);
  const values = valuesOf(gift);
  const places = values.map((_, index) => `$${String(index + 1)}`).join(', ');
  const [row] = await test.ownerQuery<{ id: string }>(
    `insert into register.publication as p (${COLUMNS}, party_id, gift_key, change_number)
       values (${places}, $${String(values.length + 1)}, 'contribution:' || $1, 0)
     on conflict (public_id) do update set (${COLUMNS}) =
       (select ${COLUMNS.split(',')
         .map((name) => `excluded.${name.trim()}`)
         .join(', ')})
     returning id`,
    [...values, partyId],
  );
  await test.ownerQuery(
    `with v as (
       insert into register.publication_version
         (publication_id, public_id, version, change, reason, content, changed_at, changed_on)
         values ($1, $2, $3, $4, $5, $6, $7, ($7::timestamptz at time zone 'Europe/Amsterdam')::date)
       returning change_number)
     update register.publication set change_number = v.change_number from v where id = $1`,
    [
      row?.id,
      gift.id,
      gift.version,
      given.change ?? 'published',
      given.reason ?? null,
      canonicalJson(gift),
      gift.changedAt,
    ],
  );
  return gift.id;
}

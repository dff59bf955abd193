import { type PublicGift } from '../../src/modules/publication/public';
import { canonicalJson } from '../../src/platform/json/canonical';
import { type TestDatabase } from './database';

/** A public gift with everything that may be said of it; give what the test is about. */
export function aPublicGift(given: Partial<PublicGift> & Pick<PublicGift, 'id'>): PublicGift {
  const year = given.year ?? 2025;
  return {
    version: 1,
    status: 'published',
    party: { slug: 'polderpartij', name: 'Polderpartij' },
    recipient: { name: 'Polderpartij', kind: 'party' },
    donor: {
      id: 'D-0000000001',
      kind: 'natural_person',
      name: 'J. van der Dijk',
      address: null,
      residence: 'Zwolle',
      country: 'NL',
      shielding: null,
    },
    beneficialOwners: [],
    line: 'gift',
    type: 'gift',
    form: 'money',
    year,
    receivedOn: `${year}-03-07` as PublicGift['receivedOn'],
    amount: '10000.00',
    returned: '0.00',
    counted: '10000.00',
    filedIn: ['notice'],
    filedOn: `${year}-03-10` as PublicGift['filedOn'],
    filedAfterDays: 3,
    remark: null,
    publishedAt: `${year}-03-11T09:00:00.000000Z`,
    changedAt: `${year}-03-11T09:00:00.000000Z`,
    ...given,
  };
}

const cents = (amount: string): number => Math.round(Number(amount) * 100);

/** Puts gifts and their changes in the register as publication does, past its release. */
export class PublicRegister {
  constructor(private readonly test: TestDatabase) {}

  /** A version of a gift on a day; the first one brings it into the register. */
  async write(gift: PublicGift, change: string, day: string): Promise<void> {
    const { test } = this;
    await test.ownerQuery(
      `insert into insight.party (slug, name, short_name, list_name) values ($1, $2, $2, $2)
       on conflict do nothing`,
      [gift.party.slug, gift.party.name],
    );
    await test.ownerQuery(
      `insert into register.public_party (slug, name, short_name) values ($1, $2, $2)
       on conflict do nothing`,
      [gift.party.slug, gift.party.name],
    );
    const number = await this.version(gift, change, day);
    await this.row(gift, number);
    await test.ownerQuery(
      `update register.publication_version set publication_id =
         (select id from register.publication where public_id = $1) where change_number = $2`,
      [gift.id, number],
    );
  }

  /** A tombstone: the gift leaves the register, and what was said of it leaves old days. */
  async withhold(id: string, day: string): Promise<void> {
    await this.test.ownerQuery(
      `with gone as (
         update register.publication set stopped = true, version = version + 1
          where public_id = $1 returning id, public_id, version)
       insert into register.publication_version
         (publication_id, public_id, version, change, reason, changed_at, changed_on, content)
       select id, public_id, version, 'withheld', 'art. 25 lid 5', $2::date + interval '9 hours', $2, null
         from gone`,
      [id, day],
    );
    await this.test.ownerQuery(
      `update register.publication_version set content = null where public_id = $1`,
      [id],
    );
  }

  private async version(gift: PublicGift, change: string, day: string): Promise<number> {
    await this.test.ownerQuery('alter table register.publication_version disable trigger all');
    const [row] = await this.test.ownerQuery<{ number: string }>(
      `insert into register.publication_version
         (publication_id, public_id, version, change, changed_at, changed_on, content)
       values (coalesce((select id from register.publication where public_id = $1), gen_random_uuid()),
               $1, $2, $3, $4::date + interval '9 hours', $4, $5)
       returning change_number as number`,
      [gift.id, gift.version, change, day, canonicalJson(gift)],
    );
    await this.test.ownerQuery('alter table register.publication_version enable trigger all');
    return Number(row?.number);
  }

  private async row(gift: PublicGift, number: number): Promise<void> {
    const { party, recipient, donor } = gift;
    await this.test.ownerQuery(
      `insert into register.publication as p
         (public_id, party_id, gift_key, party_slug, party_name, recipient_name, recipient_kind,
          donor_public_id, donor_kind, donor_name, donor_address, donor_residence, donor_country,
          shielding, beneficial_owners, line, type, form, year, received_on, amount_cents,
          returned_cents, counted_cents, filed_in, filed_on, filed_after_days, remark, status,
          version, published_at, changed_at, change_number, search_key)
       values ($1, (select id from insight.party where slug = $2), 'list:' || $1, $2, $3, $4, $5, $6,
          $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
          $26, $27, $28, $29, $30, lower($3 || ' ' || coalesce($8, '')))
       on conflict (public_id) do update set
          donor_public_id = excluded.donor_public_id, donor_name = excluded.donor_name,
          donor_residence = excluded.donor_residence, donor_country = excluded.donor_country,
          shielding = excluded.shielding, year = excluded.year, received_on = excluded.received_on,
          amount_cents = excluded.amount_cents, counted_cents = excluded.counted_cents,
          status = excluded.status, version = excluded.version, changed_at = excluded.changed_at,
          change_number = excluded.change_number, remark = excluded.remark`,
      [
        gift.id,
        party.slug,
        party.name,
        recipient.name,
        recipient.kind,
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
        number,
      ],
    );
  }
}

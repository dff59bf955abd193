import { createHash, randomUUID } from 'node:crypto';
import { type TestDatabase } from './database';

type OwnerQuery = TestDatabase['ownerQuery'];

/** Ten signs that follow from a name, so that a test can say them in advance. */
export function publicIdOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex').toUpperCase();
  return `D-${hex.slice(0, 10)}`;
}

export interface ADonor {
  readonly name: string | null;
  readonly kind?: string;
  readonly residence?: string;
  readonly address?: string;
  readonly country?: string;
  readonly registerNumber?: string;
}

export interface AGift {
  readonly donor: string;
  readonly party: string;
  readonly euros: number;
  readonly day: string | null;
  readonly year?: number;
  readonly recipient?: readonly [kind: string, name: string];
  readonly annulled?: boolean;
}

/** Puts rows in what the ministry knows, as if they had been derived. */
export class ANetwork {
  constructor(private readonly query: OwnerQuery) {}

  async party(slug: string, name: string, tenantId: string | null = null): Promise<void> {
    await this.query(
      `insert into insight.party (slug, name, short_name, tenant_id, list_name)
       values ($1, $2, $2, $3, $4)`,
      [slug, name, tenantId, tenantId === null ? name : null],
    );
  }

  /** @returns its public number. */
  async donor(donor: ADonor): Promise<string> {
    const publicId = publicIdOf(donor.name ?? randomUUID());
    await this.query(
      `insert into insight.donor (public_id, key, kind, name, residence, address, country,
         trade_register_number, search_key)
       values ($1, $1, $2, $3, $4, $5, $6, $7, core.search_key(coalesce($3, '')))`,
      [
        publicId,
        donor.kind ?? 'natural_person',
        donor.name,
        donor.residence ?? null,
        donor.address ?? null,
        donor.country ?? 'NL',
        donor.registerNumber ?? null,
      ],
    );
    return publicId;
  }

  async trait(donor: string, kind: string, value: string, label: string): Promise<void> {
    await this.query(
      `insert into insight.donor_trait (donor_id, kind, value, label)
       select id, $2, $3, $4 from insight.donor where public_id = $1`,
      [publicIdOf(donor), kind, value, label],
    );
  }

  /** @returns the id of the gift. */
  async gift(gift: AGift): Promise<string> {
    const { donor, party, euros, day, recipient } = gift;
    const [row] = await this.query<{ id: string }>(
      `insert into insight.gift (party_id, key, line, source, donor_id, donor_kind, recipient_name,
         recipient_kind, type, form, year, received_on, amount_cents, grounds, filed_in, annulled)
       select p.id, 'list:' || $5::int || ':' || $8::text, 'gift', 'list', d.id, d.kind, coalesce($3, p.name),
              coalesce($4, 'party'), 'gift', 'money', $5::int, $6::date, $7, '{list}', '{list}', $9
         from insight.party p, insight.donor d where p.slug = $1 and d.public_id = $2
       returning id`,
      [
        party,
        publicIdOf(donor),
        recipient?.[1] ?? null,
        recipient?.[0] ?? null,
        gift.year ?? Number(day?.slice(0, 4)),
        day,
        Math.round(euros * 100),
        randomUUID(),
        gift.annulled ?? false,
      ],
    );
    if (row === undefined) throw new Error(`no donor ${donor} or party ${party}`);
    return row.id;
  }
}

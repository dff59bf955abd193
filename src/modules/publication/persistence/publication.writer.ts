import { type Transaction } from '../../../platform/database/transaction';
import { canonicalJson } from '../../../platform/json/canonical';
import { type PublicGift } from '../facts/public-gift';
import { searchKey } from '../facts/search-key';
import { type Change } from './change.query';
import { PUBLICATION_COLUMNS, type PublicationRow } from './publication.row';
import { type GiftKey } from './source.query';

/** A row with what the public never sees of it. */
export interface StoredPublication extends PublicationRow, GiftKey {
  readonly stopped: boolean;
  readonly withholding: boolean;
}

export const STORED_COLUMNS = `${PUBLICATION_COLUMNS}, p.party_id as "partyId", p.gift_key as key, p.stopped,
  p.withholding`;

/** Of these keys what is in the register, shown or not. Worker role. */
export function publicationsFor(
  tx: Transaction,
  keys: readonly GiftKey[],
): Promise<readonly StoredPublication[]> {
  return tx.query<StoredPublication>(
    `select ${STORED_COLUMNS} from unnest($1::uuid[], $2::text[]) as a (party_id, gift_key)
       join register.publication p using (party_id, gift_key)`,
    [keys.map(({ partyId }) => partyId), keys.map(({ key }) => key)],
  );
}

export function publicationsById(
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly StoredPublication[]> {
  return tx.query<StoredPublication>(
    `select ${STORED_COLUMNS} from register.publication p where p.id = any($1::uuid[]) order by p.id`,
    [ids],
  );
}

/**
 * One writer at a time, so that change numbers become visible in their order: who reads on from the
 * last number it saw misses nothing.
 */
export async function holdTheRegister(tx: Transaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('register.publication', 0))`);
}

/** Numbers for that many changes, in order. */
export async function takeChangeNumbers(tx: Transaction, count: number): Promise<number[]> {
  const rows = await tx.query<{ number: string }>(
    `select nextval('register.publication_version_change_number_seq') as number
       from generate_series(1, $1::int)`,
    [count],
  );
  return rows.map(({ number }) => Number(number));
}

/** As many new public numbers of gifts. */
export async function newGiftNumbers(tx: Transaction, count: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select insight.new_public_id('G') as id from generate_series(1, $1::int)`,
    [count],
  );
  return rows.map(({ id }) => id);
}

/** One new version of a gift: how it reads from now on. */
export interface VersionToWrite extends GiftKey {
  readonly gift: PublicGift;
  readonly countedCents: number;
  readonly amountCents: number;
  readonly returnedCents: number;
  readonly change: Change;
  readonly reason: string | null;
  readonly number: number;
  /** The gift left the register: the version is a tombstone and holds no content. */
  readonly gone: boolean;
  /** Not for the public yet: it is stopped. */
  readonly hidden: boolean;
}

const RECORDS = `json_to_recordset($1::json) as n (party_id uuid, gift_key text, public_id text,
  party_slug text, party_name text, recipient_name text, recipient_kind text, donor_public_id text,
  donor_kind text, donor_name text, donor_address text, donor_residence text, donor_country text,
  shielding text, beneficial_owners jsonb, line text, type text, form text, year int,
  received_on date, amount_cents bigint, returned_cents bigint, counted_cents bigint, filed_in json,
  filed_on date, filed_after_days int, remark text, status text, version int,
  published_at timestamptz, changed_at timestamptz, change_number bigint, search_key text)`;

const COLUMNS = `party_id, gift_key, public_id, party_slug, party_name, recipient_name,
  recipient_kind, donor_public_id, donor_kind, donor_name, donor_address, donor_residence,
  donor_country, shielding, beneficial_owners, line, type, form, year, received_on, amount_cents,
  returned_cents, counted_cents, filed_in, filed_on, filed_after_days, remark, status, version,
  published_at, changed_at, change_number, search_key`;
const VALUES = COLUMNS.replace('filed_in', 'array(select json_array_elements_text(filed_in))');
const CHANGED = COLUMNS.split(/,\s*/)
  .filter((name) => !['party_id', 'gift_key', 'public_id', 'published_at'].includes(name))
  .map((name) => `${name} = excluded.${name}`)
  .join(', ');

function recordOf(version: VersionToWrite): object {
  const { gift } = version;
  const owners = gift.beneficialOwners.flatMap(({ name, residence }) => [name, residence]);
  return {
    party_id: version.partyId,
    gift_key: version.key,
    public_id: gift.id,
    party_slug: gift.party.slug,
    party_name: gift.party.name,
    recipient_name: gift.recipient.name,
    recipient_kind: gift.recipient.kind,
    donor_public_id: gift.donor.id,
    donor_kind: gift.donor.kind,
    donor_name: gift.donor.name,
    donor_address: gift.donor.address,
    donor_residence: gift.donor.residence,
    donor_country: gift.donor.country,
    shielding: gift.donor.shielding,
    beneficial_owners: gift.beneficialOwners,
    line: gift.line,
    type: gift.type,
    form: gift.form,
    year: gift.year,
    received_on: gift.receivedOn,
    amount_cents: version.amountCents,
    returned_cents: version.returnedCents,
    counted_cents: version.countedCents,
    filed_in: gift.filedIn,
    filed_on: gift.filedOn,
    filed_after_days: gift.filedAfterDays,
    remark: gift.remark,
    status: gift.status,
    version: gift.version,
    published_at: gift.publishedAt,
    changed_at: gift.changedAt,
    change_number: version.number,
    search_key: searchKey(
      gift.donor.name,
      gift.donor.residence,
      ...owners,
      gift.recipient.name,
      gift.party.name,
    ),
  };
}

async function writeRows(tx: Transaction, versions: readonly VersionToWrite[]): Promise<void> {
  await tx.query(
    `insert into register.publication as p (${COLUMNS}) select ${VALUES} from ${RECORDS}
     on conflict (party_id, gift_key) do update set ${CHANGED}`,
    [JSON.stringify(versions.map(recordOf))],
  );
}

async function writeVersions(tx: Transaction, versions: readonly VersionToWrite[]): Promise<void> {
  const records = versions.map((version) => ({
    number: version.number,
    public_id: version.gift.id,
    version: version.gift.version,
    change: version.change,
    reason: version.reason,
    changed_at: version.gift.changedAt,
    content: version.gone ? null : canonicalJson(version.gift),
    hidden: version.hidden,
  }));
  await tx.query(
    `insert into register.publication_version (change_number, publication_id, public_id, version,
       change, reason, changed_at, changed_on, content, hidden) overriding system value
     select n.number, p.id, n.public_id, n.version, n.change, n.reason, n.changed_at,
            (n.changed_at at time zone 'Europe/Amsterdam')::date, n.content, n.hidden
       from json_to_recordset($1::json) as n (number bigint, public_id text, version int,
         change text, reason text, changed_at timestamptz, content text, hidden boolean)
       join register.publication p on p.public_id = n.public_id
      order by n.number`,
    [JSON.stringify(records)],
  );
}

/** Writes rows and their versions together; the totals follow in the same transaction. */
export async function writeVersionsOf(
  tx: Transaction,
  versions: readonly VersionToWrite[],
): Promise<void> {
  if (versions.length === 0) return;
  await writeRows(tx, versions);
  await writeVersions(tx, versions);
}

/** Who stands in the register, as the ministry knows the parties. */
export async function renewPublicParties(tx: Transaction): Promise<void> {
  await tx.query(
    `insert into register.public_party as p (slug, name, short_name)
     select slug, name, short_name from insight.party i
      where not exists (select from register.public_party o where (o.slug, o.name, o.short_name)
        = (i.slug, i.name, i.short_name))
     on conflict (slug) do update set name = excluded.name, short_name = excluded.short_name`,
  );
}

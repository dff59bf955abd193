import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What the ministry knows of gifts, over all parties: derived from what was disclosed (decisions.md
 * D7) and from the published lists, and for the staff only. Everything here can be made again from
 * the tables it was derived from; a party never sees it.
 */
export class Insight1764000000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema insight;
      grant usage on schema insight to partijgiften_staff, partijgiften_worker;
    `);
    await runner.query(PEOPLE);
    await runner.query(GIFTS);
    for (const table of TABLES) await runner.query(protect(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema insight cascade');
  }
}

const TABLES = ['party', 'donor', 'donor_link', 'gift', 'donor_trait', 'stale'] as const;

const PEOPLE = `
  create table insight.party (
    id uuid primary key default gen_random_uuid(),
    /* In addresses of pages and open data, for ever. */
    slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
    name text not null check (length(name) between 1 and 200),
    short_name text not null check (length(short_name) between 1 and 200),
    /* Null for a party known from a published list only. */
    tenant_id uuid unique references core.organisation,
    /* As the published lists write it. */
    list_name text unique,
    check (tenant_id is not null or list_name is not null)
  );

  /* A donor over all parties. Recognised by its key; two that may be one are not united here. */
  create table insight.donor (
    id uuid primary key default gen_random_uuid(),
    /* Pseudonymous, in addresses of pages and open data, for ever and never used again. */
    public_id text not null unique check (public_id ~ '^D-[0-9A-Z]{10}$'),
    key text not null unique,
    kind text not null check (kind in ('natural_person', 'legal_person', 'undertaking', 'foundation',
      'association', 'estate', 'anonymous', 'group_member', 'organisation')),
    /* Null when nobody knows it or when a published list shields it. */
    name text,
    address text,
    residence text,
    country char(2) check (country ~ '^[A-Z]{2}$'),
    trade_register_number text,
    shielding text check (shielding in ('wfpp_25_5', 'hrb_51b', 'not_stated')),
    /* The name without case, accents and punctuation. */
    search_key text not null default ''
  );
  create index on insight.donor using gin (search_key gin_trgm_ops);
  create index on insight.donor (trade_register_number) where trade_register_number is not null;

  /* Which donor of a party is which donor over all parties. */
  create table insight.donor_link (
    tenant_id uuid not null references core.organisation,
    donor_id uuid not null,
    insight_donor_id uuid not null references insight.donor,
    primary key (tenant_id, donor_id)
  );
  create index on insight.donor_link (insight_donor_id);
`;

const GIFTS = `
  /*
   * How large a gift is: 0 for a rest, then 1 up. Round each threshold (1,000, 10,000, 100,000)
   * there is a class just below and one just above, so that piles under it show.
   */
  create function insight.size_class(line text, cents bigint) returns int
    language sql immutable parallel safe as $$
      select case when line = 'rest' then 0
        else width_bucket(cents, array[1, 25001, 90000, 100000, 110000, 250000, 500000, 900000,
          1000000, 1100000, 2500000, 5000000, 9000000, 10000000, 10000001]::bigint[]) end
    $$;
  grant execute on function insight.size_class(text, bigint)
    to partijgiften_staff, partijgiften_worker;

  create table insight.gift (
    party_id uuid not null references insight.party,
    id uuid not null default gen_random_uuid(),
    /* 'contribution:<root id>', 'list:<year>:<row>' or 'list-rest:<year>:<row of the donor>' */
    key text not null check (length(key) between 6 and 120),
    /* A rest is what a list's total of a donor holds beside its single rows; it may be negative. */
    line text not null check (line in ('gift', 'rest')),
    source text not null check (source in ('filed', 'list')),
    tenant_id uuid,
    contribution_root_id uuid,
    /* The newest version that was disclosed. */
    contribution_id uuid,
    donor_id uuid not null references insight.donor,
    recipient_id uuid,
    recipient_name text not null,
    recipient_kind text not null check (recipient_kind in ('party', 'scientific_institute',
      'youth_organisation', 'foreign_activities', 'other_affiliate', 'candidate', 'branch')),
    /* Null when a list does not say. */
    type text check (type in ('gift', 'membership_dues', 'office_holder_remittance', 'legacy',
      'loan_waived', 'in_kind', 'discount')),
    form text not null check (form in ('money', 'in_kind')),
    year int not null,
    received_on date,
    amount_cents bigint not null check (line = 'rest' or amount_cents > 0),
    returned_cents bigint not null default 0 check (returned_cents >= 0),
    annulled boolean not null default false,
    /* What it adds to a total (decisions.md D4). */
    counted_cents bigint not null generated always as
      (case when annulled then 0 else amount_cents - returned_cents end) stored,
    /* How the ministry came to know it. */
    grounds text[] not null,
    /* In what it was filed or published: notice, annual_overview, election_overview, list. */
    filed_in text[] not null default '{}',
    notice_number text,
    first_filed_on date,
    /* Of the notice it called for (art. 25a); null when it called for none. */
    enforced_last_day date,
    statutory_last_day date,
    remark text,
    changed_at timestamptz not null default platform.now(),
    /* Of the donor, as figures count it; filled in from the donor when left out. */
    donor_kind text,
    country char(2),
    place text,
    /* Null when the day is not known. */
    month int generated always as (extract(month from received_on)::int) stored,
    size_class int not null generated always as (insight.size_class(line, amount_cents)) stored,
    primary key (party_id, id),
    unique (party_id, key),
    check ((source = 'filed') = (tenant_id is not null)),
    check ((source = 'filed') = (contribution_root_id is not null))
  );
  create index on insight.gift (received_on desc, id desc);
  create index on insight.gift (donor_id, year);
  create index on insight.gift (party_id, year, received_on);
  create index on insight.gift (enforced_last_day)
    where enforced_last_day is not null and first_filed_on is null and not annulled;
  create index on insight.gift (tenant_id, contribution_root_id);

  /* By what donors can be tied together: never published. */
  create table insight.donor_trait (
    donor_id uuid not null references insight.donor,
    kind text not null check (kind in
      ('address', 'account', 'ubo', 'trade_register_number', 'upstream_giver', 'name')),
    /* The same thing always has the same value: folded text, or a hash for an account. */
    value text not null,
    /* For the eyes of the staff. */
    label text not null,
    since date,
    primary key (donor_id, kind, value)
  );
  create index on insight.donor_trait (kind, value);

  /* What changed since it was last derived; every change adds a row, so that none gets lost. */
  create table insight.stale (
    id bigint generated always as identity primary key,
    what text not null check (what in ('gift', 'donor', 'filing', 'party', 'list')),
    /* Null for a published list. */
    tenant_id uuid,
    /* Root of the gift, id of the donor or of the filing; null for a party and for a list. */
    subject uuid,
    /* Of a published list. */
    year int,
    since timestamptz not null default platform.now(),
    check ((what = 'list') = (tenant_id is null)),
    check ((what = 'list') = (year is not null)),
    check ((what in ('party', 'list')) = (subject is null))
  );
`;

function protect(table: (typeof TABLES)[number]): string {
  const name = `insight.${table}`;
  return `
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy read_by_staff on ${name} for select to partijgiften_staff using (true);
    create policy kept_by_worker on ${name} to partijgiften_worker using (true) with check (true);
    grant select on ${name} to partijgiften_staff;
    grant select, insert, update, delete on ${name} to partijgiften_worker;
  `;
}

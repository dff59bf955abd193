import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What is public. A row holds fields that may be published and nothing else (art. 25 lid 5): of a
 * natural person and of a beneficial owner the name and the place, of others the address too. The
 * public database role reads these tables and never those they were made from.
 */
export class Publication1764000000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PUBLICATIONS);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table register.publication_version;
      drop table register.publication;
    `);
  }
}

const PUBLICATIONS = `
  create table register.publication (
    id uuid primary key default gen_random_uuid(),
    /* In addresses of pages and open data, for ever; a tombstone stays when it is annulled. */
    public_id text not null unique check (public_id ~ '^G-[0-9A-Z]{10}$'),
    /* Key of the gift it was made from (insight.gift); not for the public. */
    party_id uuid not null references insight.party,
    gift_key text not null,
    party_slug text not null,
    party_name text not null,
    recipient_name text not null,
    recipient_kind text not null,
    /* Null when the donor is shielded (art. 25 lid 5). */
    donor_public_id text,
    donor_kind text not null,
    donor_name text,
    donor_address text,
    donor_residence text,
    donor_country char(2),
    shielding text,
    /* [{ name, residence }] */
    beneficial_owners jsonb not null default '[]',
    line text not null check (line in ('gift', 'rest')),
    type text,
    form text not null check (form in ('money', 'in_kind')),
    year int not null,
    received_on date,
    amount_cents bigint not null,
    returned_cents bigint not null default 0,
    counted_cents bigint not null,
    filed_in text[] not null,
    filed_on date,
    /* Calendar days between receipt and filing; null when either is unknown. */
    filed_after_days int,
    remark text,
    status text not null check (status in ('published', 'corrected', 'under_check', 'annulled')),
    version int not null check (version > 0),
    published_at timestamptz not null,
    changed_at timestamptz not null,
    /* Number of its newest change. */
    change_number bigint not null,
    /* What is searched: names and places without case, accents and punctuation. */
    search_key text not null,
    /* False while it is stopped; the row then shows nowhere. */
    shown boolean not null default true,
    unique (party_id, gift_key),
    /* Art. 25 lid 5: of a natural person only the residence, never a street. */
    check (donor_kind <> 'natural_person' or donor_address is null)
  );
  create index on register.publication (received_on desc nulls last, id desc) where shown;
  create index on register.publication (party_slug, year, received_on desc nulls last, id desc)
    where shown;
  create index on register.publication (donor_public_id, received_on desc nulls last, id desc)
    where shown;
  create index on register.publication (year, received_on desc nulls last, id desc) where shown;
  create index on register.publication (counted_cents desc, id desc) where shown;
  create index on register.publication (changed_at desc, id desc) where shown;
  create index on register.publication using gin (search_key gin_trgm_ops) where shown;

  /* Every version as it was public, oldest first by number; the change files are made of it. */
  create table register.publication_version (
    change_number bigint generated always as identity primary key,
    publication_id uuid not null references register.publication,
    public_id text not null,
    version int not null,
    change text not null check (change in
      ('published', 'corrected', 'under_check', 'cleared', 'annulled', 'withheld', 'restored')),
    /* For everybody to read; null when nothing needs explaining. */
    reason text,
    changed_at timestamptz not null default platform.now(),
    /* The day of that moment in Europe/Amsterdam. */
    changed_on date not null default platform.today(),
    /* Canonical JSON of the public gift; null when the row left the register (a tombstone). */
    content text,
    unique (publication_id, version)
  );
  create index on register.publication_version (changed_on, change_number);
`;

const PUBLIC_COLUMNS = `id, public_id, party_slug, party_name, recipient_name, recipient_kind,
  donor_public_id, donor_kind, donor_name, donor_address, donor_residence, donor_country, shielding,
  beneficial_owners, line, type, form, year, received_on, amount_cents, returned_cents,
  counted_cents, filed_in, filed_on, filed_after_days, remark, status, version, published_at,
  changed_at, change_number, search_key, shown`;

const POLICIES = ['publication', 'publication_version']
  .map(
    (table) => `
      alter table register.${table} enable row level security;
      alter table register.${table} force row level security;
      create policy read_by_staff on register.${table} for select to partijgiften_staff using (true);
      create policy kept_by_worker on register.${table} to partijgiften_worker
        using (true) with check (true);
      grant select on register.${table} to partijgiften_staff;
      grant select, insert, update, delete on register.${table} to partijgiften_worker;
    `,
  )
  .concat(
    `
    grant usage on schema register to partijgiften_public, partijgiften_worker;
    create policy shown_ones on register.publication for select to partijgiften_public using (shown);
    create policy all_versions on register.publication_version for select to partijgiften_public
      using (true);
    grant select (${PUBLIC_COLUMNS}) on register.publication to partijgiften_public;
    grant select on register.publication_version to partijgiften_public;
  `,
  )
  .join('\n');

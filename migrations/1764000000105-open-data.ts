import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = ['open_data_file', 'open_data_progress', 'filing_status'] as const;

/**
 * The register as files, and who filed what as far as everybody may know it. All of it can be made
 * again: the files from the public rows, the standing of filings from what was expected and received.
 */
export class OpenData1764000000105 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILES);
    await runner.query(FILINGS);
    for (const table of TABLES) await runner.query(protect(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`drop table register.${table}`);
    await runner.query(
      'drop index register.publication_in_order_of_files, register.publication_out_of_sight',
    );
  }
}

const FILES = `
  /* The order of rows in every file: by year, then by identifier, letter by letter. */
  create index publication_in_order_of_files on register.publication
    (year, public_id collate "C") where shown;
  create index publication_out_of_sight on register.publication (id) where not shown;

  create table register.open_data_file (
    name text primary key check (name ~ '^[a-z0-9-]+[.][a-z]+$'),
    part text not null check (part in ('whole', 'year', 'day', 'overview')),
    year int check ((part in ('year', 'overview')) = (year is not null)),
    day date check ((part = 'day') = (day is not null)),
    media_type text not null,
    /* The bytes stand in the state folder under this name. */
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bigint not null check (bytes >= 0),
    row_count bigint not null check (row_count >= 0),
    made_at timestamptz not null default platform.now(),
    /* When the bytes of a day that was over changed: something in it may no longer be public. */
    reissued_at timestamptz,
    check (reissued_at is null or part = 'day')
  );
  create index on register.open_data_file (part, year desc, day desc, name);

  /* Up to which change the files were made; years and the whole set may lag behind days. */
  create table register.open_data_progress (
    part text primary key check (part in ('days', 'years')),
    change_number bigint not null,
    /* How many gifts were out of sight then: one that is stopped leaves the files at once. */
    hidden int not null default 0,
    /* How long making them took; the next time waits in proportion. */
    milliseconds int not null default 0,
    made_at timestamptz not null default clock_timestamp()
  );
`;

const FILINGS = `
  /* One row for each filing that a party owes and of which is known whether it came. */
  create table register.filing_status (
    key text primary key check (length(key) between 3 and 240),
    party_slug text not null,
    party_name text not null,
    recipient_name text not null,
    kind text not null check (kind in ('annual_report', 'affiliate_overview',
      'pre_election_overview', 'post_election_overview')),
    year int not null,
    election text,
    last_day date not null,
    publication_by date,
    /* Nil: the party filed that there is nothing to report. Silence is not nil. */
    status text not null check (status in ('reported', 'nil', 'not_received')),
    filed_on date check ((status = 'not_received') = (filed_on is null)),
    changed_at timestamptz not null default platform.now()
  );
  create index on register.filing_status (last_day desc, key desc);
  create index on register.filing_status (party_slug, last_day desc, key desc);
`;

function protect(table: (typeof TABLES)[number]): string {
  const name = `register.${table}`;
  return `
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy for_everybody on ${name} for select
      to partijgiften_public, partijgiften_staff using (true);
    create policy kept_by_worker on ${name} to partijgiften_worker using (true) with check (true);
    grant select on ${name} to partijgiften_public, partijgiften_staff;
    grant select, insert, update, delete on ${name} to partijgiften_worker;
  `;
}

import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Each table with the columns that tell its rows apart, for the audit log. */
const TABLES = {
  published_list: '{id}',
  published_party: '{list_id,position}',
  donor_total: '{list_id,row_number}',
  published_ubo: '{list_id,donor_row,position}',
  published_gift: '{list_id,row_number}',
  source_row: '{list_id,row_number}',
} as const;

/**
 * The ministry's published lists. Data of the ministry, not of a party: no tenant. A list is only
 * ever added to; a correction is a new version of its year and the old version stays.
 */
export class Register1764000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LISTS);
    await runner.query(ROWS);
    await runner.query(TIES);
    for (const table of Object.keys(TABLES)) await runner.query(protect(table));
    await runner.query(PUBLIC);
    for (const [table, key] of Object.entries(TABLES)) {
      await runner.query(`select audit.attach('register.${table}', '${key}')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(TABLES).reverse()) {
      await runner.query(`select audit.detach('register.${table}')`);
      await runner.query(`drop table register.${table}`);
    }
    await runner.query('drop function register.totals_tie()');
  }
}

const LISTS = `
  create table register.published_list (
    id uuid primary key default gen_random_uuid(),
    year int not null check (year between 2023 and 2199),
    version int not null check (version > 0),
    sha256 bytea not null check (octet_length(sha256) = 32),
    title text not null,
    /* The columns of the rows: key, place and heading as printed. */
    columns jsonb not null,
    summary_headings text[] not null,
    notes text[] not null,
    printed_total_cents bigint,
    computed_total_cents bigint not null,
    /* What the comparison of printed and computed totals gave at import; codes and figures. */
    report jsonb not null,
    /* The day on which this version was first seen in public. */
    seen_on date not null,
    correction_reason text check (btrim(correction_reason) <> ''),
    imported_at timestamptz not null default platform.now(),
    imported_by text not null default platform.actor(),
    unique (year, version),
    unique (year, sha256)
  );

  create table register.published_party (
    list_id uuid not null references register.published_list,
    position int not null,
    row_number int not null,
    party text not null,
    party_as_written text not null,
    answer text check (answer in ('yes', 'no')),
    answer_as_written text not null,
    printed_total_cents bigint,
    primary key (list_id, position),
    unique (list_id, party)
  );
`;

const ROWS = `
  create table register.donor_total (
    list_id uuid not null references register.published_list,
    row_number int not null,
    party text not null,
    affiliate_key text,
    affiliate text,
    /* Null when the list shields the donor. */
    donor text,
    donor_kind text not null check (donor_kind in ('natural_person', 'organisation', 'estate')),
    care_of text,
    address text,
    residence text,
    country text,
    shielding text check (shielding in ('wfpp_25_5', 'hrb_51b', 'not_stated')),
    total_cents bigint not null check (total_cents > 0),
    total_was_text boolean not null,
    primary key (list_id, row_number),
    check ((affiliate_key is null) = (affiliate is null)),
    /* Wfpp art. 25 lid 5: of a natural person only the residence, never a street. */
    check (donor_kind <> 'natural_person' or address is null or care_of is not null),
    check (donor is not null or shielding is not null)
  );
  create index on register.donor_total (list_id, party);

  create table register.published_ubo (
    list_id uuid not null,
    donor_row int not null,
    position int not null,
    name text,
    residence text,
    primary key (list_id, donor_row, position),
    foreign key (list_id, donor_row) references register.donor_total
  );

  create table register.published_gift (
    list_id uuid not null,
    row_number int not null,
    donor_row int not null,
    /* Both empty: a total of gifts that are each below the threshold. */
    amount_cents bigint check (amount_cents > 0),
    received_on date,
    in_kind boolean not null,
    /* The words of the row as printed: party, affiliate, donor, address, ubo, remark. */
    as_written jsonb not null,
    primary key (list_id, row_number),
    foreign key (list_id, donor_row) references register.donor_total
  );
  create index on register.published_gift (list_id, donor_row);

  create table register.source_row (
    list_id uuid not null references register.published_list,
    row_number int not null check (row_number > 0),
    kind text not null check (kind in
      ('title', 'blank', 'summary_header', 'summary', 'summary_total', 'note', 'header', 'gift')),
    cells text[] not null,
    primary key (list_id, row_number)
  );
`;

const TIES = `
  /* The total of a list is the sum of its donors, to the cent, and each of their rows is there. */
  create function register.totals_tie() returns trigger language plpgsql
    set search_path = register, pg_temp as $$
  declare
    total bigint := (select coalesce(sum(total_cents), 0) from donor_total where list_id = new.id);
  begin
    if total <> new.computed_total_cents then
      raise exception 'list total % is not the sum of its donors %', new.computed_total_cents, total
        using errcode = '23514', constraint = 'list_total_is_sum_of_donors';
    end if;
    if exists (
      select from source_row s full join published_gift g using (list_id, row_number)
       where list_id = new.id and (g.row_number is null) <> (s.kind is distinct from 'gift')
    ) then
      raise exception 'a row of the list was lost or made up' using errcode = '23514',
        constraint = 'every_gift_row_is_kept';
    end if;
    return null;
  end $$;
  create constraint trigger totals_tie after insert on register.published_list
    deferrable initially deferred for each row execute function register.totals_tie();
`;

/** Added by the overseer or by the installation itself, changed by nobody. */
function protect(table: string): string {
  const name = `register.${table}`;
  return `
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy added_by_overseer on ${name} for insert to partijgiften_staff
      with check (current_setting('app.actor_role', true) in ('overseer', 'system'));
    create policy read_by_staff on ${name} for select to partijgiften_staff, partijgiften_worker
      using (true);
    grant select, insert on ${name} to partijgiften_staff;
    grant select on ${name} to partijgiften_worker;
  `;
}

/**
 * What everybody may see: the list as it was published, not who imported it, and not the cells as
 * they came in (source_row stays with the staff).
 */
const PUBLIC = `
  create policy published on register.published_list for select to partijgiften_public using (true);
  create policy published on register.published_party for select to partijgiften_public using (true);
  create policy published on register.donor_total for select to partijgiften_public using (true);
  create policy published on register.published_ubo for select to partijgiften_public using (true);
  create policy published on register.published_gift for select to partijgiften_public using (true);
  grant select (id, year, version, sha256, title, columns, summary_headings, notes,
      printed_total_cents, computed_total_cents, report, seen_on, correction_reason, imported_at)
    on register.published_list to partijgiften_public;
  grant select on register.published_party, register.donor_total, register.published_ubo,
    register.published_gift to partijgiften_public;
`;

import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What is public. A row holds fields that may be published and nothing else (art. 25 lid 5): of a
 * natural person and of a beneficial owner the name and the place, of others the address too. The
 * public database role reads these tables and never those they were made from.
 */
export class Publication1764000000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PUBLICATIONS);
    await runner.query(TOTALS);
    await runner.query(POLICIES);
    await runner.query(KEEP_TOTALS);
    await runner.query(FIND);
    await runner.query(listsStopToo('(select open from register.state)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(listsStopToo('true'));
    await runner.query(`
      drop function register.publications_with(text[], int);
      drop table register.publication_version;
      drop table register.publication;
      drop function register.keep_totals();
      drop table register.party_year;
      drop table register.donor_year;
      drop table register.public_party;
      drop table register.state;
    `);
  }
}

const PUBLICATIONS = `
  /* Whether the register is open at all: an overseer can stop the whole of it. */
  create table register.state (
    only_row boolean primary key default true check (only_row),
    open boolean not null default true,
    /* For everybody to read; null while it is open. */
    reason text check (open = (reason is null)),
    changed_at timestamptz not null default platform.now()
  );
  insert into register.state default values;

  /* Who stands in the register. */
  create table register.public_party (
    slug text primary key,
    name text not null,
    short_name text not null
  );

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
    /* An overseer took it down. */
    stopped boolean not null default false,
    /* A party asked to shield somebody in it, and the names have not left it yet. */
    withholding boolean not null default false,
    /* A row that is not shown shows nowhere. */
    shown boolean not null generated always as (not stopped and not withholding) stored,
    unique (party_id, gift_key),
    /* Art. 25 lid 5: of a natural person only the residence, never a street. */
    constraint no_street_of_a_person check
      (donor_kind not in ('natural_person', 'estate', 'anonymous') or donor_address is null),
    constraint nothing_of_who_is_shielded check (shielding is distinct from 'wfpp_25_5' or
      num_nonnulls(donor_public_id, donor_name, donor_address, donor_residence, donor_country) = 0)
  );
  create index on register.publication (received_on desc nulls last, id desc) where shown;
  create index on register.publication (party_slug, year, received_on desc nulls last, id desc)
    where shown;
  create index on register.publication (donor_public_id, received_on desc nulls last, id desc)
    where shown;
  create index on register.publication (year, received_on desc nulls last, id desc) where shown;
  create index on register.publication (donor_country, received_on desc nulls last, id desc)
    where shown;
  create index on register.publication (type, received_on desc nulls last, id desc) where shown;
  create index on register.publication (status, received_on desc nulls last, id desc) where shown;
  create index on register.publication (counted_cents desc, id desc) where shown;
  create index on register.publication (party_slug, counted_cents desc, id desc) where shown;
  create index on register.publication (changed_at desc, id desc) where shown;
  create index on register.publication (party_id) where line = 'rest';
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
    /* Not for the public: the gift is stopped, or a name has not left it yet. */
    hidden boolean not null default false,
    unique (publication_id, version)
  );
  create index on register.publication_version (public_id, version);
  create index on register.publication_version (changed_on, change_number);
`;

/* Plain sums over the rows that are shown, kept in the transaction that writes those. */
const TOTALS = `
  create table register.party_year (
    party_slug text not null,
    year int not null,
    recipient_kind text not null,
    type text,
    form text not null,
    gifts bigint not null,
    counted_cents bigint not null,
    unique nulls not distinct (party_slug, year, recipient_kind, type, form)
  );
  create index on register.party_year (year);
  create table register.donor_year (
    donor_public_id text not null,
    party_slug text not null,
    year int not null,
    gifts bigint not null,
    counted_cents bigint not null,
    primary key (donor_public_id, party_slug, year)
  );
  create index on register.donor_year (party_slug, year, counted_cents desc);
`;

const KEEP_TOTALS = `
  /* Once for a statement, however many rows it writes. */
  create function register.keep_totals() returns trigger language plpgsql
    security definer set search_path = register, pg_temp as $$
  declare
    added constant text := 'select 1 as sign, n.* from new_rows n';
    gone constant text := 'select -1 as sign, o.* from old_rows o';
    changed constant text := case tg_op when 'INSERT' then added when 'DELETE' then gone
      else added || ' union all ' || gone end;
    sums constant text := 'sum(sign * (line = ''gift'' and status <> ''annulled'')::int)::bigint as gifts,
      sum(sign * counted_cents)::bigint as cents';
  begin
    execute format('
      insert into party_year as t
      select * from (
        select party_slug, year, recipient_kind, type, form, %s from (%s) c where shown
         group by party_slug, year, recipient_kind, type, form) d
       where gifts <> 0 or cents <> 0
       order by party_slug, year, recipient_kind, type, form
      on conflict (party_slug, year, recipient_kind, type, form) do update
        set gifts = t.gifts + excluded.gifts,
            counted_cents = t.counted_cents + excluded.counted_cents', sums, changed);
    execute format('
      insert into donor_year as t
      select * from (
        select donor_public_id, party_slug, year, %s from (%s) c
         where shown and donor_public_id is not null
         group by donor_public_id, party_slug, year) d
       where gifts <> 0 or cents <> 0
       order by donor_public_id, party_slug, year
      on conflict (donor_public_id, party_slug, year) do update
        set gifts = t.gifts + excluded.gifts,
            counted_cents = t.counted_cents + excluded.counted_cents', sums, changed);
    return null;
  end $$;
  create trigger totals_after_insert after insert on register.publication
    referencing new table as new_rows for each statement execute function register.keep_totals();
  create trigger totals_after_update after update on register.publication
    referencing old table as old_rows new table as new_rows
    for each statement execute function register.keep_totals();
  create trigger totals_after_delete after delete on register.publication
    referencing old table as old_rows for each statement execute function register.keep_totals();
`;

const FIND = `
  /*
   * Gifts in which each of these words stands, at most so many; null when there are more. With the
   * rights of the owner, because an index on text is of no use behind a policy: PostgreSQL tests the
   * policy first, as LIKE might tell what a row holds. Only what is shown is looked at.
   */
  create function register.publications_with(words text[], most int) returns uuid[]
    language plpgsql stable security definer set search_path = register, pg_temp as $$
  declare
    found_ids uuid[];
    wanted text := (select string_agg(format('search_key like %L', '%' || w || '%'), ' and ')
      from unnest(words) w);
  begin
    if wanted is null or not (select open from register.state) then return '{}'; end if;
    execute format('select array_agg(id) from (select id from register.publication
      where shown and %s limit %s) f', wanted, most + 1) into found_ids;
    if cardinality(found_ids) > most then return null; end if;
    return coalesce(found_ids, '{}');
  end $$;
  grant execute on function register.publications_with(text[], int) to partijgiften_public;
`;

/** The lists as the ministry published them go down with the register. */
function listsStopToo(condition: string): string {
  const tables = [
    'published_list',
    'published_party',
    'donor_total',
    'published_ubo',
    'published_gift',
  ];
  return tables
    .map((table) => `alter policy published on register.${table} using (${condition});`)
    .join('\n');
}

const PUBLIC_COLUMNS = `id, public_id, party_slug, party_name, recipient_name, recipient_kind,
  donor_public_id, donor_kind, donor_name, donor_address, donor_residence, donor_country, shielding,
  beneficial_owners, line, type, form, year, received_on, amount_cents, returned_cents,
  counted_cents, filed_in, filed_on, filed_after_days, remark, status, version, published_at,
  changed_at, change_number, search_key, shown`;

const TABLES = [
  'state',
  'public_party',
  'party_year',
  'donor_year',
  'publication',
  'publication_version',
] as const;

function protect(table: (typeof TABLES)[number]): string {
  const name = `register.${table}`;
  return `
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy read_by_staff on ${name} for select to partijgiften_staff using (true);
    create policy kept_by_worker on ${name} to partijgiften_worker using (true) with check (true);
    create policy kept_by_functions on ${name} to partijgiften_owner using (true) with check (true);
    grant select on ${name} to partijgiften_staff;
    grant select, insert, update, delete on ${name} to partijgiften_worker;
  `;
}

/* What everybody may see; asked once for a statement, not for each row. */
const OPEN = '(select open from register.state)';

const POLICIES = `
  ${TABLES.map(protect).join('\n')}
  grant usage on schema register to partijgiften_public, partijgiften_worker;
  create policy open_or_not on register.state for select to partijgiften_public using (true);
  create policy shown_ones on register.publication for select to partijgiften_public
    using (shown and ${OPEN});
  create policy shown_versions on register.publication_version for select to partijgiften_public
    using (not hidden and ${OPEN});
  create policy while_open on register.public_party for select to partijgiften_public using (${OPEN});
  create policy while_open on register.party_year for select to partijgiften_public using (${OPEN});
  create policy while_open on register.donor_year for select to partijgiften_public using (${OPEN});
  grant select (${PUBLIC_COLUMNS}) on register.publication to partijgiften_public;
  grant select on register.publication_version, register.state, register.public_party,
    register.party_year, register.donor_year to partijgiften_public;
`;

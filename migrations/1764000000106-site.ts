import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What the public pages need beside the gifts: the figures of a year by country and size, ways to
 * find, and the searches of which people asked to hear by mail.
 */
export class Site1764000000106 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [FILINGS, FIGURES, SEARCHES, ALERTS]) await runner.query(part);
    await runner.query(`select audit.attach('register.alert', '{id}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select audit.detach('register.alert');
      drop table register.alert_progress, register.alert;
      drop index register.publication_abroad, register.publication_of_affiliates,
        register.publication_in_kind, register.publication_by_recipient_kind,
        register.publication_by_name,
        register.filing_status_late, register.filing_status_missing, register.filing_status_nil;
      drop trigger figures_in on register.publication;
      drop trigger figures_out on register.publication;
      drop trigger figures_moved on register.publication;
      drop function register.count_figures_in(), register.count_figures_out(),
        register.count_figures_moved();
      drop table register.year_figure;
    `);
  }
}

const FILINGS = `
  create index filing_status_late on register.filing_status (filed_on desc, key desc)
    where filed_on > last_day;
  create index filing_status_missing on register.filing_status (last_day desc, key desc)
    where status = 'not_received';
  create index filing_status_nil on register.filing_status (filed_on desc, key desc)
    where status = 'nil';
`;

/** The same sums as register.party_year, by other keys: kept in the writing transaction. */
const COUNTED = (rows: string): string => `
    insert into register.year_figure as f (year, country, size, type, form, gifts, counted_cents)
      select year, country, size, type, form, sum(gifts), sum(counted_cents)
        from (${rows}) changed
       group by year, country, size, type, form
      having sum(gifts) <> 0 or sum(counted_cents) <> 0
       order by year, country, size, type, form
      on conflict (year, country, size, type, form) do update
        set gifts = f.gifts + excluded.gifts,
            counted_cents = f.counted_cents + excluded.counted_cents;
    return null;`;

const FIGURE_ROWS = (table: string, sign: string): string => `
      select year, coalesce(donor_country::text, '') as country,
             case when line = 'rest' then -1
                  else width_bucket(amount_cents, array[100000, 500000, 1000000, 2500000, 5000000, 10000000]::bigint[])
             end as size,
             coalesce(type, '') as type, form,
             ${sign}case when line = 'gift' and status <> 'annulled' then 1 else 0 end as gifts,
             ${sign}counted_cents as counted_cents
        from ${table} where shown`;

const FIGURES = `
  create table register.year_figure (
    year int not null,
    /* '' when nobody wrote it. */
    country text not null,
    /* -1 for what is no single gift; else the place among EUR 1,000, 5,000, 10,000, 25,000, 50,000, 100,000. */
    size int not null check (size between -1 and 6),
    /* '' when the list it comes from does not say. */
    type text not null,
    form text not null,
    gifts bigint not null,
    counted_cents bigint not null,
    primary key (year, country, size, type, form)
  );
  alter table register.year_figure enable row level security;
  alter table register.year_figure force row level security;
  create policy kept_by_triggers on register.year_figure to partijgiften_owner
    using (true) with check (true);
  create policy read_by_staff on register.year_figure for select to partijgiften_staff using (true);
  create policy while_open on register.year_figure for select to partijgiften_public
    using ((select open from register.state));
  grant select on register.year_figure to partijgiften_staff, partijgiften_public;

  create function register.count_figures_in() returns trigger language plpgsql
    security definer set search_path = register, pg_temp as $$
  begin ${COUNTED(FIGURE_ROWS('added', ''))}
  end $$;
  create function register.count_figures_out() returns trigger language plpgsql
    security definer set search_path = register, pg_temp as $$
  begin ${COUNTED(FIGURE_ROWS('removed', '-'))}
  end $$;
  create function register.count_figures_moved() returns trigger language plpgsql
    security definer set search_path = register, pg_temp as $$
  begin ${COUNTED(`${FIGURE_ROWS('added', '')} union all ${FIGURE_ROWS('removed', '-')}`)}
  end $$;
  revoke execute on function register.count_figures_in(), register.count_figures_out(),
    register.count_figures_moved() from public;
  create trigger figures_in after insert on register.publication
    referencing new table as added
    for each statement execute function register.count_figures_in();
  create trigger figures_out after delete on register.publication
    referencing old table as removed
    for each statement execute function register.count_figures_out();
  create trigger figures_moved after update on register.publication
    referencing old table as removed new table as added
    for each statement execute function register.count_figures_moved();
`;

const SEARCHES = `
  create index publication_abroad on register.publication (received_on desc nulls last, id desc)
    where shown and donor_country is not null and donor_country <> 'NL';
  create index publication_in_kind on register.publication (received_on desc nulls last, id desc)
    where shown and form = 'in_kind';
  create index publication_by_recipient_kind on register.publication
    (recipient_kind, received_on desc nulls last, id desc)
    where shown and recipient_kind <> 'party';
  create index publication_of_affiliates
    on register.publication (party_slug, year, recipient_kind, recipient_name)
    include (line, status, counted_cents) where shown and recipient_kind <> 'party';
  create index publication_by_name on register.publication (donor_name, donor_residence, donor_public_id)
    where shown and donor_public_id is not null;
`;

const MINE = 'account_id = (select platform.actor())';

const ALERTS = `
  /* Of which changes in the register somebody wants a mail. Each person sees the own ones only. */
  create table register.alert (
    id uuid primary key default gen_random_uuid(),
    account_id text not null default platform.actor(),
    name text not null check (length(name) between 1 and 100),
    /* What is searched, as the query of the page: party, donor, text, amounts. */
    search jsonb not null check (jsonb_typeof(search) = 'object' and length(search::text) <= 2000),
    language text not null check (language in ('nl', 'en')),
    made_at timestamptz not null default platform.now(),
    stopped_at timestamptz
  );
  create index on register.alert (account_id) where stopped_at is null;
  alter table register.alert enable row level security;
  alter table register.alert force row level security;
  create policy own_ones on register.alert for select to partijgiften_app, partijgiften_staff
    using (${MINE});
  create policy own_ones_in on register.alert for insert to partijgiften_app, partijgiften_staff
    with check (${MINE} and stopped_at is null);
  create policy own_ones_stop on register.alert for update to partijgiften_app, partijgiften_staff
    using (${MINE} and stopped_at is null) with check (${MINE});
  create policy read_by_worker on register.alert for select to partijgiften_worker using (true);
  grant select, insert (id, name, search, language), update (stopped_at) on register.alert
    to partijgiften_app, partijgiften_staff;
  grant select on register.alert to partijgiften_worker;

  /* Up to which change everybody was told. No decision of anybody, so not in the log. */
  create table register.alert_progress (
    one boolean primary key default true check (one),
    told_up_to bigint not null default 0,
    ran_at timestamptz not null default '-infinity'
  );
  insert into register.alert_progress default values;
  alter table register.alert_progress enable row level security;
  alter table register.alert_progress force row level security;
  create policy kept_by_worker on register.alert_progress to partijgiften_worker
    using (true) with check (true);
  grant select, update (told_up_to, ran_at) on register.alert_progress to partijgiften_worker;
`;

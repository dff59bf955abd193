import { type MigrationInterface, type QueryRunner } from 'typeorm';

const OWN = 'tenant_id = (select platform.tenant())';
const TABLES = ['own_cap', 'second_signature', 'notice_preparation'] as const;

/**
 * People and mandates: who may do what for which part of a party, invitations, recovery codes; and
 * what a party decides for itself: lower caps (art. 34) and a second signature under its notices.
 */
export class People1764000000097 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [MANDATES, ADMINISTRATORS, SIGNING_UP, NAMES]) await runner.query(part);
    for (const part of [OWN_CAPS, SECOND_SIGNATURES, PREPARATIONS]) await runner.query(part);
    for (const table of TABLES)
      await runner.query(`
        alter table core.${table} enable row level security;
        alter table core.${table} force row level security;
        create policy own_rows on core.${table} for select to partijgiften_app using (${OWN});
        create policy own_rows_in on core.${table} for insert to partijgiften_app with check (${OWN});
        create policy all_rows on core.${table} for select to partijgiften_worker using (true);
        grant select on core.${table} to partijgiften_app, partijgiften_worker;
      `);
    await runner.query(RIGHTS);
    await runner.query(UNDER_MANDATE);
    for (const table of TABLES) await runner.query(`select audit.attach('core.${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(BACK_TO_ONE_CAP);
    await runner.query(`
      drop trigger second_signature on core.notice;
      ${GUARDED.map((table) => `drop trigger under_mandate on core.${table};`).join('\n')}
    `);
    for (const table of [...TABLES].reverse())
      await runner.query(`select audit.detach('core.${table}'); drop table core.${table} cascade`);
    await runner.query(WITHOUT_PEOPLE);
  }
}

const MANDATES = `
  /*
   * A mandate may be for one recipient of the group only, and that of an accountant for the filings
   * of certain years. Both empty: the whole group, all years.
   */
  alter table identity.assignment
    add column recipient_id uuid,
    add column recipient_name text,
    add column first_year int check (first_year between 2013 and 2199),
    add column last_year int check (last_year between 2013 and 2199),
    add constraint assignment_recipient foreign key (tenant_id, recipient_id)
      references core.recipient (tenant_id, id),
    add constraint assignment_limited check ((recipient_id is null) = (recipient_name is null)
      and (recipient_id is null or role in ('treasurer', 'accountant'))
      and (coalesce(first_year, last_year) is null or role = 'accountant')
      and last_year >= first_year);

  create or replace view identity.assignment_in_force with (security_invoker = true) as
    select a.id, a.account_id, a.role, a.tenant_id, a.organisation, a.from_date,
           least(a.until_date, e.until_date) as until_date,
           a.recipient_id, a.recipient_name, a.first_year, a.last_year
      from identity.assignment a
      left join identity.assignment_end e on e.assignment_id = a.id
     where a.from_date <= platform.today()
       and coalesce(a.until_date, 'infinity') >= platform.today()
       and coalesce(e.until_date, 'infinity') >= platform.today();
  create index assignment_of_party on identity.assignment (tenant_id) where tenant_id is not null;
`;

const ADMINISTRATORS = `
  /*
   * A party keeps an administrator: no role of administrator is ended unless another without a last
   * day begins at the latest on the day after. The lock makes two who end each other queue, and the
   * query after it sees what the first left.
   */
  create function identity.an_administrator_stays() returns trigger language plpgsql
    set search_path = identity, pg_temp as $$
  declare ended identity.assignment;
  begin
    select * into ended from identity.assignment where id = new.assignment_id;
    if ended.role <> 'party_administrator' then return null; end if;
    perform pg_advisory_xact_lock(hashtextextended('administrators ' || ended.tenant_id, 0));
    if not exists (
      select 1 from identity.assignment a
        join identity.account c on c.id = a.account_id and c.disabled_at is null
       where a.tenant_id = ended.tenant_id and a.role = 'party_administrator'
         and a.until_date is null and a.from_date <= new.until_date + 1
         and not exists (select 1 from identity.assignment_end e where e.assignment_id = a.id)) then
      raise exception 'the last administrator of a party stays' using errcode = '23514',
        constraint = 'an_administrator_stays';
    end if;
    return null;
  end $$;
  create constraint trigger an_administrator_stays after insert on identity.assignment_end
    for each row execute function identity.an_administrator_stays();
`;

const SIGNING_UP = `
  /* Switching to another role opens another session of the same signing in. */
  alter table identity.session
    add column signed_in_at timestamptz not null default platform.now();

  create table identity.invitation (
    id uuid primary key,
    /* The letter holds the token, the database its SHA-256: a copy of the table opens nothing. */
    token_hash bytea not null unique check (length(token_hash) = 32),
    email text not null check (length(email) between 3 and 254),
    role text not null check (role in ('treasurer', 'party_administrator', 'accountant')),
    tenant_id uuid not null,
    organisation text not null check (length(organisation) between 1 and 200),
    recipient_id uuid,
    recipient_name text,
    first_year int,
    last_year int,
    /* Null: from the day of accepting. */
    from_date date,
    until_date date,
    invited_at timestamptz not null default platform.now(),
    invited_by text not null default platform.actor(),
    times_sent int not null default 1 check (times_sent between 1 and 20),
    expires_at timestamptz not null,
    withdrawn_at timestamptz,
    accepted_at timestamptz,
    assignment_id uuid references identity.assignment,
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id),
    check (until_date >= from_date),
    check ((accepted_at is null) = (assignment_id is null)),
    check (accepted_at is null or withdrawn_at is null)
  );
  create index on identity.invitation (tenant_id, invited_at desc);

  /* What an invited person filled in before the account is there; gone when it is. */
  create table identity.enrolment (
    invitation_id uuid primary key references identity.invitation,
    name text not null check (length(name) between 1 and 200),
    password_hash text not null check (password_hash like '$argon2id$%'),
    totp_secret bytea not null,
    changed_at timestamptz not null default platform.now()
  );

  /* 120 random bits each: their SHA-256 is enough. */
  create table identity.recovery_code (
    id uuid primary key,
    account_id uuid not null references identity.account,
    code_hash bytea not null unique check (length(code_hash) = 32),
    made_at timestamptz not null default platform.now(),
    used_at timestamptz,
    replaced_at timestamptz
  );
  create index on identity.recovery_code (account_id) where used_at is null and replaced_at is null;

  /* A new secret counts only once a code of it was typed. */
  create table identity.new_authenticator (
    account_id uuid primary key references identity.account,
    totp_secret bytea not null,
    made_at timestamptz not null default platform.now()
  );

  grant select, insert on identity.invitation, identity.recovery_code to partijgiften_identity;
  grant update (token_hash, expires_at, times_sent, withdrawn_at, accepted_at, assignment_id)
    on identity.invitation to partijgiften_identity;
  grant update (used_at, replaced_at) on identity.recovery_code to partijgiften_identity;
  grant select, insert, update, delete on identity.enrolment, identity.new_authenticator
    to partijgiften_identity;
`;

const NAMES = `
  /* Whoever works now, when it is a person; others (the system, a migration) hold no mandate. */
  create function platform.actor_account() returns uuid language sql stable
    as $$ select case when platform.actor() ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                      then platform.actor()::uuid end $$;
  grant execute on function platform.actor_account() to partijgiften_app, partijgiften_identity;

  /* Names, for who belongs or belonged to the party that asks; identity itself stays closed. */
  create function core.names_of_people(wanted uuid[]) returns table (account_id uuid, name text)
    language sql stable security definer set search_path = core, pg_temp as $$
      select c.id, c.name from identity.account c
       where c.id = any(wanted) and exists (select 1 from identity.assignment a
         where a.account_id = c.id and a.tenant_id = platform.tenant())
    $$;

  /* How many people may manage the party today, and how many of them without a known last day. */
  create function core.administrators_today(wanted uuid)
    returns table (people bigint, lasting bigint)
    language sql stable security definer set search_path = core, pg_temp as $$
      select count(distinct a.account_id),
             count(distinct a.account_id) filter (where a.until_date is null)
        from identity.assignment_in_force a
        join identity.account c on c.id = a.account_id and c.disabled_at is null
       where a.tenant_id = wanted and a.role = 'party_administrator'
         and (wanted = platform.tenant() or session_user = 'partijgiften_worker')
    $$;

  /*
   * True when a mandate of today covers it, or when who works is no person with a role here. A year
   * is asked for filings only.
   */
  create function core.mandate_covers(recipient uuid, year int) returns boolean
    language sql stable security definer set search_path = core, pg_temp as $$
      select coalesce(bool_or((a.recipient_id is null or a.recipient_id = recipient)
          and (year is null or year between coalesce(a.first_year, year) and coalesce(a.last_year, year))),
          true)
        from identity.assignment_in_force a
       where a.account_id = platform.actor_account() and a.tenant_id = platform.tenant()
         and a.role = current_setting('app.actor_role', true)
    $$;
  grant execute on function core.names_of_people(uuid[]), core.mandate_covers(uuid, int)
    to partijgiften_app;
  grant execute on function core.administrators_today(uuid) to partijgiften_app, partijgiften_worker;
`;

const OWN_CAPS = `
  create table core.own_cap (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    sequence bigint generated always as identity,
    from_date date not null check (from_date >= '2013-05-01'),
    /* Null: from this day the party has no cap of its own. */
    amount_cents bigint check (amount_cents > 0 and amount_cents < 100000000000),
    source text not null check (length(source) between 1 and 500),
    recorded_at timestamptz not null default platform.now(),
    recorded_by text not null default platform.actor(),
    primary key (tenant_id, id)
  );
  create index on core.own_cap (tenant_id, from_date, sequence);

  alter table core.organisation no force row level security;
  insert into core.own_cap (tenant_id, from_date, amount_cents, source, recorded_by)
    select tenant_id, '2013-05-01', own_cap_cents, own_cap_source, 'migration'
      from core.organisation where own_cap_cents is not null;
  alter table core.organisation force row level security;
  alter table core.organisation drop column own_cap_cents, drop column own_cap_source;
  select audit.restate('core.organisation');

  /* What was written last about a day counts; a cap lasts until the day before the next one. */
  create view core.own_cap_in_force with (security_invoker = true) as
    select tenant_id, id, from_date, amount_cents, source,
           lead(from_date) over (partition by tenant_id order by from_date) - 1 as until_date
      from (select distinct on (tenant_id, from_date) * from core.own_cap
             order by tenant_id, from_date, sequence desc) newest;
`;

const SECOND_SIGNATURES = `
  create table core.second_signature (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    sequence bigint generated always as identity,
    wanted boolean not null,
    reason text not null check (length(reason) between 1 and 500),
    decided_at timestamptz not null default platform.now(),
    decided_by text not null default platform.actor(),
    primary key (tenant_id, id)
  );
  create index on core.second_signature (tenant_id, sequence);
`;

const PREPARATIONS = `
  /* A notice that waits for a second person of the party. It is no notice: the term runs on. */
  create table core.notice_preparation (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    donor_id uuid not null,
    recipient_id uuid not null,
    year int not null,
    total_cents bigint not null check (total_cents > 0),
    /* SHA-256 of what the first person saw; only the same goes out. */
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    prepared_at timestamptz not null default platform.now(),
    prepared_by text not null default platform.actor(),
    confirmed_at timestamptz,
    confirmed_by text,
    notice_id uuid,
    closed_at timestamptz,
    closed_by text,
    closed_because text check (closed_because in ('withdrawn', 'replaced', 'filed_without')),
    primary key (tenant_id, id),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id),
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id),
    foreign key (tenant_id, notice_id) references core.notice (tenant_id, id),
    check ((confirmed_at is null) = (confirmed_by is null)),
    check ((confirmed_at is null) = (notice_id is null)),
    check ((closed_at is null) = (closed_by is null)),
    check ((closed_at is null) = (closed_because is null)),
    check (confirmed_at is null or closed_at is null),
    constraint preparation_two_persons check (confirmed_by <> prepared_by)
  );
  create unique index preparation_waiting
    on core.notice_preparation (tenant_id, donor_id, recipient_id, year)
    where confirmed_at is null and closed_at is null;

  /* Who confirms or closes is who works now; what was confirmed or closed stays so. */
  create function core.preparation_ends_once() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    if old.confirmed_at is not null or old.closed_at is not null then
      raise exception 'this preparation has ended' using errcode = '23514',
        constraint = 'preparation_ends_once';
    end if;
    if new.confirmed_at is not null then new.confirmed_by := platform.actor(); end if;
    if new.closed_at is not null then new.closed_by := platform.actor(); end if;
    return new;
  end $$;
  create trigger preparation_ends_once before update on core.notice_preparation
    for each row execute function core.preparation_ends_once();

  /* Looked at when the transaction commits: the confirmation names the notice it became. */
  create function core.notice_second_signature() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    if (select s.wanted from core.second_signature s where s.tenant_id = new.tenant_id
         order by s.sequence desc limit 1)
       and not exists (select 1 from core.notice_preparation p
         where p.tenant_id = new.tenant_id and p.notice_id = new.id) then
      raise exception 'a second person has to confirm a notice' using errcode = '23514',
        constraint = 'notice_second_signature';
    end if;
    return null;
  end $$;
  create constraint trigger second_signature after insert on core.notice
    deferrable initially deferred for each row execute function core.notice_second_signature();
`;

const RIGHTS = `
  grant insert (tenant_id, from_date, amount_cents, source) on core.own_cap
    to partijgiften_app, partijgiften_staff;
  grant select on core.own_cap to partijgiften_staff;
  grant select on core.own_cap_in_force to
    partijgiften_app, partijgiften_staff, partijgiften_worker;
  /* The gift regulation is public (art. 34), so the overseer may read the cap in it. */
  create policy all_rows_of_staff on core.own_cap for select to partijgiften_staff using (true);
  create policy entered_by_staff on core.own_cap for insert to partijgiften_staff with check (true);

  grant insert (tenant_id, wanted, reason) on core.second_signature to partijgiften_app;

  grant insert (tenant_id, id, donor_id, recipient_id, year, total_cents, fingerprint),
    update (confirmed_at, confirmed_by, notice_id, closed_at, closed_by, closed_because)
    on core.notice_preparation to partijgiften_app;
  create policy own_rows_end on core.notice_preparation for update to partijgiften_app
    using (${OWN}) with check (${OWN});
`;

/** Tables in which nothing is written for a recipient outside one's mandate. */
const GUARDED = [
  'contribution',
  'settlement',
  'contribution_annulment',
  'debt',
  'notice',
  'notice_preparation',
  'filing',
  'filing_signature',
] as const;

const UNDER_MANDATE = `
  create function core.refuse_outside_mandate() returns void language plpgsql as $$
  begin
    raise exception 'outside the mandate of who asks' using errcode = 'PG403';
  end $$;
  grant execute on function core.refuse_outside_mandate() to partijgiften_app;

  /* Who books, notifies, files or signs for a recipient has a mandate for it. */
  create function core.under_mandate() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    if not core.mandate_covers(new.recipient_id, null) then
      perform core.refuse_outside_mandate();
    end if;
    return new;
  end $$;
  create function core.filing_under_mandate() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    if not core.mandate_covers(new.recipient_id, new.year) then
      perform core.refuse_outside_mandate();
    end if;
    return new;
  end $$;
  create function core.signature_under_mandate() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  declare signed core.filing;
  begin
    select * into signed from core.filing where tenant_id = new.tenant_id and id = new.filing_id;
    if not core.mandate_covers(signed.recipient_id, signed.year) then
      perform core.refuse_outside_mandate();
    end if;
    return new;
  end $$;
  /* Gifts come in by thousands at once: one look for each recipient among them. */
  create function core.gifts_under_mandate() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    if exists (select 1 from (select distinct recipient_id from added) one
                where not core.mandate_covers(one.recipient_id, null)) then
      perform core.refuse_outside_mandate();
    end if;
    return null;
  end $$;

  create function core.move_under_mandate() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    if not core.mandate_covers((select c.recipient_id from core.contribution c
        where c.tenant_id = new.tenant_id and c.id = new.contribution_id), null) then
      perform core.refuse_outside_mandate();
    end if;
    return new;
  end $$;

  create trigger under_mandate after insert on core.contribution
    referencing new table as added for each statement
    execute function core.gifts_under_mandate();
  create trigger under_mandate before insert on core.settlement
    for each row execute function core.move_under_mandate();
  create trigger under_mandate before insert on core.contribution_annulment
    for each row execute function core.move_under_mandate();
  create trigger under_mandate before insert on core.debt
    for each row execute function core.under_mandate();
  create trigger under_mandate before insert on core.notice
    for each row execute function core.under_mandate();
  create trigger under_mandate before insert on core.notice_preparation
    for each row execute function core.under_mandate();
  create trigger under_mandate before insert or update on core.filing
    for each row execute function core.filing_under_mandate();
  create trigger under_mandate before insert on core.filing_signature
    for each row execute function core.signature_under_mandate();
`;

const BACK_TO_ONE_CAP = `
  alter table core.organisation
    add column own_cap_cents bigint check (own_cap_cents > 0),
    add column own_cap_source text check ((own_cap_cents is null) = (own_cap_source is null));
  alter table core.organisation no force row level security;
  alter table core.own_cap no force row level security;
  update core.organisation o
     set own_cap_cents = c.amount_cents, own_cap_source = c.source
    from core.own_cap_in_force c
   where c.tenant_id = o.tenant_id and c.amount_cents is not null
     and platform.today() between c.from_date and coalesce(c.until_date, 'infinity');
  alter table core.organisation force row level security;
  select audit.restate('core.organisation');
`;

const WITHOUT_PEOPLE = `
  drop function core.refuse_outside_mandate(), core.under_mandate(), core.filing_under_mandate(),
    core.signature_under_mandate(), core.gifts_under_mandate(), core.move_under_mandate(), core.notice_second_signature(),
    core.preparation_ends_once(), core.mandate_covers(uuid, int), core.administrators_today(uuid),
    core.names_of_people(uuid[]), platform.actor_account();
  drop table identity.new_authenticator, identity.recovery_code, identity.enrolment,
    identity.invitation;
  alter table identity.session drop column signed_in_at;
  drop trigger an_administrator_stays on identity.assignment_end;
  drop function identity.an_administrator_stays();
  drop view identity.assignment_in_force;
  drop index identity.assignment_of_party;
  alter table identity.assignment
    drop constraint assignment_limited, drop constraint assignment_recipient,
    drop column recipient_id, drop column recipient_name,
    drop column first_year, drop column last_year;
  create view identity.assignment_in_force with (security_invoker = true) as
    select a.id, a.account_id, a.role, a.tenant_id, a.organisation, a.from_date,
           least(a.until_date, e.until_date) as until_date
      from identity.assignment a
      left join identity.assignment_end e on e.assignment_id = a.id
     where a.from_date <= platform.today()
       and coalesce(a.until_date, 'infinity') >= platform.today()
       and coalesce(e.until_date, 'infinity') >= platform.today();
  grant select on identity.assignment_in_force to partijgiften_identity;
`;

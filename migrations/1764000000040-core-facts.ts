import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The facts a party keeps (Wfpp arts. 20-23): who it is, who gave, what came in and what left again.
 * Append-only: no role may change or delete a fact; a correction is a new row that names the old.
 * Every key starts with the tenant, so that no foreign key and no unique index crosses parties.
 */
const TABLES = [
  'organisation',
  'organisation_status',
  'recipient',
  'recipient_membership',
  'donor',
  'donor_particulars',
  'donor_ubo',
  'donor_declaration',
  'look_through_overview',
  'look_through_giver',
  'contribution',
  'contribution_annulment',
  'settlement',
  'disclosure',
] as const;

/** What an app user may write; the registers of parties and affiliates are kept by the overseer. */
const WRITTEN_BY_PARTY = new Set<string>(TABLES.slice(4));
const WRITTEN_BY_STAFF = new Set<string>(TABLES.slice(0, 4));
/** The overseer sees a party's facts only where a disclosure row opens them (decisions.md D7). */
const SEEN_THROUGH_CONTRIBUTION = new Set<string>([
  'contribution',
  'contribution_annulment',
  'settlement',
]);
const SEEN_THROUGH_DONOR = new Set<string>([
  'donor',
  'donor_particulars',
  'donor_ubo',
  'donor_declaration',
  'look_through_overview',
]);

export class CoreFacts1764000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PARTIES);
    await runner.query(DONORS);
    await runner.query(CONTRIBUTIONS);
    for (const table of TABLES) await runner.query(protect(table));
    await runner.query(VIEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view core.current_contribution');
    for (const table of [...TABLES].reverse())
      await runner.query(`select audit.detach('core.${table}'); drop table core.${table} cascade`);
    await runner.query(
      'drop function core.settlement_within_contribution(); drop function core.same_chain();',
    );
  }
}

const PARTIES = `
  create table core.organisation (
    tenant_id uuid primary key,
    id uuid not null generated always as (tenant_id) stored,
    name text not null check (length(name) between 1 and 200),
    short_name text not null check (length(short_name) between 1 and 40),
    /* Where reminders go; persons are known to identity only. */
    contact_email text check (contact_email ~ '^[^@\\s]+@[^@\\s]+$'),
    own_cap_cents bigint check (own_cap_cents > 0),
    own_cap_source text check ((own_cap_cents is null) = (own_cap_source is null)),
    registered_at timestamptz not null default platform.now()
  );
  create table core.organisation_status (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    status text not null check (status in ('political_party', 'new_association', 'blank_list')),
    from_date date not null,
    until_date date check (until_date >= from_date),
    source text not null,
    primary key (tenant_id, id),
    exclude using gist (tenant_id with =, daterange(from_date, until_date, '[]') with &&)
  );
  create table core.recipient (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    kind text not null check (kind in ('party', 'scientific_institute', 'youth_organisation',
      'foreign_activities', 'other_affiliate', 'candidate', 'branch')),
    name text not null check (length(name) between 1 and 200),
    registered_at timestamptz not null default platform.now(),
    primary key (tenant_id, id)
  );
  create table core.recipient_membership (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    recipient_id uuid not null,
    from_date date not null,
    until_date date check (until_date >= from_date),
    source text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id),
    exclude using gist (tenant_id with =, recipient_id with =,
      daterange(from_date, until_date, '[]') with &&)
  );
`;

const DONORS = `
  create table core.donor (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    kind text not null check (kind in ('natural_person', 'legal_person', 'undertaking', 'foundation',
      'association', 'estate', 'anonymous', 'group_member')),
    registered_at timestamptz not null default platform.now(),
    registered_by text not null default platform.actor(),
    primary key (tenant_id, id)
  );
  create table core.donor_particulars (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    donor_id uuid not null,
    version int not null check (version > 0),
    name text check (length(name) between 1 and 200),
    address text check (length(address) between 1 and 300),
    residence text check (length(residence) between 1 and 100),
    country char(2) check (country ~ '^[A-Z]{2}$'),
    trade_register_number text check (trade_register_number ~ '^[0-9]{8}$'),
    in_trade_register boolean,
    reason text not null,
    recorded_at timestamptz not null default platform.now(),
    recorded_by text not null default platform.actor(),
    primary key (tenant_id, id),
    unique (tenant_id, donor_id, version),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id),
    check (trade_register_number is null or in_trade_register is true)
  );
  create table core.donor_ubo (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    donor_id uuid not null,
    version int not null,
    name text not null check (length(name) between 1 and 200),
    address text check (length(address) between 1 and 300),
    residence text check (length(residence) between 1 and 100),
    country char(2) check (country ~ '^[A-Z]{2}$'),
    primary key (tenant_id, id),
    foreign key (tenant_id, donor_id, version)
      references core.donor_particulars (tenant_id, donor_id, version)
  );
  create index on core.donor_ubo (tenant_id, donor_id, version);
  create table core.donor_declaration (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    donor_id uuid not null,
    declared_on date not null,
    dutch_national boolean,
    date_of_birth date,
    adult boolean,
    residence char(2) check (residence ~ '^[A-Z]{2}$'),
    caribbean_ground text
      check (caribbean_ground in ('ten_years_resident', 'dutch_public_service', 'household', 'none')),
    disenfranchised boolean,
    evidence text not null check (length(evidence) between 1 and 500),
    recorded_at timestamptz not null default platform.now(),
    recorded_by text not null default platform.actor(),
    primary key (tenant_id, id),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id)
  );
  create index on core.donor_declaration (tenant_id, donor_id, recorded_at);
  create table core.look_through_overview (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    donor_id uuid not null,
    year int not null check (year between 2023 and 2199),
    received_on date not null,
    recorded_at timestamptz not null default platform.now(),
    recorded_by text not null default platform.actor(),
    primary key (tenant_id, id),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id)
  );
  create index on core.look_through_overview (tenant_id, donor_id, year);
  create table core.look_through_giver (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    overview_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    address text check (length(address) between 1 and 300),
    residence text check (length(residence) between 1 and 100),
    amount_cents bigint not null check (amount_cents > 0),
    primary key (tenant_id, id),
    foreign key (tenant_id, overview_id) references core.look_through_overview (tenant_id, id)
  );
  create index on core.look_through_giver (tenant_id, overview_id);
`;

const CONTRIBUTIONS = `
  create table core.contribution (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    /* The first booking of a chain of corrections; a contribution never corrected is its own root. */
    root_id uuid not null,
    sequence bigint generated always as identity,
    donor_id uuid not null,
    recipient_id uuid not null,
    type text not null check (type in ('gift', 'membership_dues', 'office_holder_remittance',
      'legacy', 'loan_waived', 'in_kind', 'discount')),
    form text not null check (form in ('money', 'in_kind')),
    amount_cents bigint not null check (amount_cents > 0 and amount_cents < 100000000000),
    market_value_cents bigint,
    paid_cents bigint,
    valuation text check (length(valuation) between 1 and 500),
    description text check (length(description) between 1 and 500),
    received_on date not null check (received_on >= '2013-05-01'),
    year int not null generated always as (extract(year from received_on)::int) stored,
    bank_reference text check (length(bank_reference) between 1 and 140),
    replaces_id uuid,
    correction_reason text check (length(correction_reason) between 1 and 500),
    booked_at timestamptz not null default platform.now(),
    booked_by text not null default platform.actor(),
    primary key (tenant_id, id),
    unique (tenant_id, replaces_id),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id),
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id),
    foreign key (tenant_id, replaces_id) references core.contribution (tenant_id, id),
    foreign key (tenant_id, root_id) references core.contribution (tenant_id, id),
    check ((replaces_id is null) = (root_id = id)),
    check ((replaces_id is null) = (correction_reason is null)),
    check (case type when 'in_kind' then form = 'in_kind' when 'discount' then form = 'in_kind'
      when 'legacy' then true else form = 'money' end),
    check ((form = 'in_kind') = (market_value_cents is not null)),
    check ((form = 'in_kind') = (paid_cents is not null)),
    check ((form = 'in_kind') = (valuation is not null)),
    /* Art. 22: the value is the market value less what was paid for it, to the cent. */
    check (form = 'money' or amount_cents = market_value_cents - paid_cents),
    check (paid_cents is null or paid_cents >= 0)
  );
  create index on core.contribution (tenant_id, donor_id, year);
  create index on core.contribution (tenant_id, received_on desc, id);
  create index on core.contribution (tenant_id, root_id);

  create table core.contribution_annulment (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    contribution_id uuid not null,
    reason text not null check (length(reason) between 1 and 500),
    recorded_at timestamptz not null default platform.now(),
    recorded_by text not null default platform.actor(),
    primary key (tenant_id, id),
    unique (tenant_id, contribution_id),
    foreign key (tenant_id, contribution_id) references core.contribution (tenant_id, id)
  );
  create table core.settlement (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    contribution_id uuid not null,
    kind text not null
      check (kind in ('returned_to_donor', 'transferred_to_state', 'destroyed')),
    amount_cents bigint not null check (amount_cents > 0),
    settled_on date not null,
    evidence text not null check (length(evidence) between 1 and 500),
    recorded_at timestamptz not null default platform.now(),
    recorded_by text not null default platform.actor(),
    primary key (tenant_id, id),
    foreign key (tenant_id, contribution_id) references core.contribution (tenant_id, id)
  );
  create index on core.settlement (tenant_id, contribution_id);
  create table core.disclosure (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    contribution_id uuid not null,
    donor_id uuid not null,
    ground text not null check (ground in ('filed', 'overdue', 'shared')),
    disclosed_at timestamptz not null default platform.now(),
    primary key (tenant_id, id),
    unique (tenant_id, contribution_id, ground),
    foreign key (tenant_id, contribution_id) references core.contribution (tenant_id, id),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id)
  );
  create index on core.disclosure (tenant_id, donor_id);

  /* No more can leave than came in, and only after it came in. The lock makes two returns queue. */
  create function core.settlement_within_contribution() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  declare came_in core.contribution; gone bigint;
  begin
    select * into came_in from core.contribution
     where tenant_id = new.tenant_id and id = new.contribution_id;
    perform pg_advisory_xact_lock(hashtextextended(new.contribution_id::text, 1));
    select coalesce(sum(s.amount_cents), 0) into gone from core.settlement s
      join core.contribution c on c.tenant_id = s.tenant_id and c.id = s.contribution_id
     where s.tenant_id = new.tenant_id and c.root_id = came_in.root_id;
    if gone > came_in.amount_cents then
      raise exception 'settlements exceed the contribution' using errcode = '23514',
        constraint = 'settlement_within_contribution';
    end if;
    if new.settled_on < came_in.received_on then
      raise exception 'settled before it was received' using errcode = '23514',
        constraint = 'settlement_after_receipt';
    end if;
    return null;
  end $$;
  create constraint trigger settlement_within_contribution after insert on core.settlement
    for each row execute function core.settlement_within_contribution();

  /* A correction stays in its chain, names the newest of it, and cannot go below what was returned. */
  create function core.same_chain() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  declare earlier core.contribution; gone bigint;
  begin
    select * into earlier from core.contribution
     where tenant_id = new.tenant_id and id = new.replaces_id;
    if earlier.root_id is distinct from new.root_id then
      raise exception 'correction outside its chain' using errcode = '23514',
        constraint = 'correction_same_chain';
    end if;
    select coalesce(sum(s.amount_cents), 0) into gone from core.settlement s
      join core.contribution c on c.tenant_id = s.tenant_id and c.id = s.contribution_id
     where s.tenant_id = new.tenant_id and c.root_id = new.root_id;
    if gone > new.amount_cents then
      raise exception 'corrected amount below what was returned' using errcode = '23514',
        constraint = 'settlement_within_contribution';
    end if;
    return new;
  end $$;
  create trigger same_chain before insert on core.contribution
    for each row when (new.replaces_id is not null) execute function core.same_chain();
`;

const VIEWS = `
  create view core.current_contribution with (security_invoker = true) as
    select c.* from core.contribution c
     where not exists (select 1 from core.contribution n
                        where n.tenant_id = c.tenant_id and n.replaces_id = c.id)
       and not exists (select 1 from core.contribution_annulment a
                        where a.tenant_id = c.tenant_id and a.contribution_id = c.id);
  grant select on core.current_contribution to
    partijgiften_app, partijgiften_staff, partijgiften_worker;
`;

function staffSees(table: string): string {
  if (WRITTEN_BY_STAFF.has(table)) return 'true';
  const column = table === 'contribution' ? 'id' : 'contribution_id';
  if (SEEN_THROUGH_CONTRIBUTION.has(table))
    return `exists (select 1 from core.disclosure d
      where d.tenant_id = ${table}.tenant_id and d.contribution_id = ${table}.${column})`;
  const donor = table === 'donor' ? 'id' : 'donor_id';
  if (SEEN_THROUGH_DONOR.has(table))
    return `exists (select 1 from core.disclosure d
      where d.tenant_id = ${table}.tenant_id and d.donor_id = ${table}.${donor})`;
  if (table === 'look_through_giver')
    return `exists (select 1 from core.look_through_overview o
      where o.tenant_id = ${table}.tenant_id and o.id = ${table}.overview_id)`;
  return 'true'; // disclosure itself says what was opened
}

function protect(table: string): string {
  const own = `tenant_id = (select platform.tenant())`;
  const writer = WRITTEN_BY_PARTY.has(table)
    ? `create policy own_rows_in on core.${table} for insert to partijgiften_app with check (${own});
       grant insert on core.${table} to partijgiften_app;`
    : `create policy kept_by_overseer on core.${table} for insert to partijgiften_staff with check (true);
       create policy kept_by_overseer_change on core.${table} for update to partijgiften_staff using (true);
       grant insert, update on core.${table} to partijgiften_staff;`;
  return `
    alter table core.${table} enable row level security;
    alter table core.${table} force row level security;
    create policy own_rows on core.${table} for select to partijgiften_app using (${own});
    create policy disclosed_rows on core.${table} for select to partijgiften_staff
      using (${staffSees(table)});
    create policy all_rows on core.${table} for select to partijgiften_worker using (true);
    ${writer}
    ${table === 'disclosure' ? `create policy opened_by_term on core.disclosure for insert to partijgiften_worker with check (true); grant insert on core.disclosure to partijgiften_worker;` : ''}
    grant select on core.${table} to partijgiften_app, partijgiften_staff, partijgiften_worker;
    select audit.attach('core.${table}');
  `;
}

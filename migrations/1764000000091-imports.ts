import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** In the log: what a person started, decided and got. The rows of a file stand in the file itself. */
const LOGGED = ['import_run', 'reported_affiliate'] as const;
const TABLES = [
  'import_run',
  'import_progress',
  'import_donor',
  'import_row',
  'reported_affiliate',
] as const;

/**
 * Files a party imports: one run for each time a file is read, with its rows and the donors they
 * name, until they are booked. What is booked are facts in their own tables; the file is kept with
 * its hash, so the rows read from it need no line of their own in the log.
 */
export class Imports1764000000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RUNS);
    await runner.query(ROWS);
    await runner.query(AFFILIATES);
    for (const table of TABLES) await runner.query(protect(table));
    await runner.query(POLICIES);
    for (const table of LOGGED) await runner.query(`select audit.attach('core.${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...LOGGED].reverse())
      await runner.query(`select audit.detach('core.${table}')`);
    for (const table of [...TABLES].reverse())
      await runner.query(`drop table core.${table} cascade`);
  }
}

const RUNS = `
  create table core.import_run (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    kind text not null
      check (kind in ('contributions', 'donors', 'affiliates', 'debts', 'look_through')),
    file_id uuid not null,
    /* The calendar year the file is said to be about. */
    year int check (year between 2013 and 2199),
    state text not null default 'waiting'
      check (state in ('waiting', 'refused', 'read', 'booking', 'booked', 'cancelled')),
    requested_at timestamptz not null default platform.now(),
    requested_by text not null default platform.actor(),
    requested_role text not null,
    read_at timestamptz,
    /* Why the file cannot be read at all: code and details. */
    refusal jsonb,
    /* What is wrong with the table as a whole, its headings, its template. */
    outcome jsonb,
    rows_good int not null default 0,
    rows_faulty int not null default 0,
    rows_warned int not null default 0,
    /* 'all': every row or none; 'good': the rows without faults, the others wait. */
    mode text check (mode in ('all', 'good')),
    confirmed_at timestamptz,
    confirmed_by text,
    confirmed_role text,
    booked_at timestamptz,
    rows_booked int not null default 0,
    /* Why a confirmed run could not be booked after all. */
    booking_fault text,
    primary key (tenant_id, id),
    foreign key (tenant_id, file_id) references core.stored_file (tenant_id, id),
    check ((state = 'refused') = (refusal is not null)),
    check ((confirmed_at is null) = (confirmed_by is null)),
    check ((state = 'booked') = (booked_at is not null))
  );
  create index on core.import_run (tenant_id, requested_at desc, id);
  create index on core.import_run (tenant_id, file_id);

  /* How far the work is, written beside the transaction that does it. */
  create table core.import_progress (
    tenant_id uuid not null,
    run_id uuid not null,
    stage text not null check (stage in ('reading', 'matching', 'judging', 'booking')),
    rows int not null,
    noted_at timestamptz not null default platform.now(),
    primary key (tenant_id, run_id),
    foreign key (tenant_id, run_id) references core.import_run (tenant_id, id)
  );
`;

const ROWS = `
  /* Every donor that a file describes, once, with who that is. */
  create table core.import_donor (
    tenant_id uuid not null,
    run_id uuid not null,
    number int not null,
    description jsonb not null,
    rows int not null,
    certainty text not null check (certainty in ('given', 'certain', 'doubt', 'none')),
    candidates jsonb not null default '[]',
    /* Who it is: known from the start, chosen by a person, or null for a new donor. */
    donor_id uuid,
    decided text check (decided in ('known', 'new')),
    decided_by text,
    decided_at timestamptz,
    primary key (tenant_id, run_id, number),
    foreign key (tenant_id, run_id) references core.import_run (tenant_id, id),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id),
    check ((decided is null) = (decided_by is null))
  );
  create table core.import_row (
    tenant_id uuid not null,
    run_id uuid not null,
    /* Order in the file. */
    number int not null,
    sheet text not null,
    row int not null,
    state text not null check (state in ('good', 'faulty', 'booked')),
    donor int,
    content jsonb not null,
    faults jsonb not null default '[]',
    warnings jsonb not null default '[]',
    /* What booking it will mean: a duty, warnings, findings; null when nothing. */
    meaning jsonb,
    /* As the file holds them, for giving the file back. */
    cells jsonb not null,
    booked_id uuid,
    primary key (tenant_id, run_id, number),
    foreign key (tenant_id, run_id) references core.import_run (tenant_id, id)
  );
`;

const AFFILIATES = `
  /* What a party reports of its affiliates; they count once the overseer takes them over. */
  create table core.reported_affiliate (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    run_id uuid not null,
    kind text not null check (kind in ('scientific_institute', 'youth_organisation',
      'foreign_activities', 'other_affiliate')),
    name text not null check (length(name) between 1 and 200),
    trade_register_number text check (trade_register_number ~ '^[0-9]{8}$'),
    residence text check (length(residence) between 1 and 100),
    from_date date not null,
    until_date date check (until_date >= from_date),
    reported_at timestamptz not null default platform.now(),
    reported_by text not null default platform.actor(),
    recipient_id uuid,
    taken_over_at timestamptz,
    taken_over_by text,
    primary key (tenant_id, id),
    foreign key (tenant_id, run_id) references core.import_run (tenant_id, id),
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id),
    check ((recipient_id is null) = (taken_over_at is null)),
    check ((taken_over_at is null) = (taken_over_by is null))
  );
  create index on core.reported_affiliate (tenant_id, run_id);
  create index on core.reported_affiliate (reported_at, id) where taken_over_at is null;
`;

const OWN = 'tenant_id = (select platform.tenant())';

function protect(table: string): string {
  return `
    alter table core.${table} enable row level security;
    alter table core.${table} force row level security;
    create policy own_rows on core.${table} for select to partijgiften_app using (${OWN});
    create policy own_rows_in on core.${table} for insert to partijgiften_app with check (${OWN});
    grant select, insert on core.${table} to partijgiften_app;
  `;
}

const POLICIES = `
  create policy own_rows_change on core.import_run for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  grant update (state, read_at, refusal, outcome, rows_good, rows_faulty, rows_warned, mode,
      confirmed_at, confirmed_by, confirmed_role, booked_at, rows_booked, booking_fault)
    on core.import_run to partijgiften_app;
  create policy worker_reads on core.import_run for select to partijgiften_worker using (true);
  grant select on core.import_run to partijgiften_worker;
  create policy own_rows_change on core.import_progress for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  grant update (stage, rows, noted_at) on core.import_progress to partijgiften_app;
  create policy own_rows_change on core.import_donor for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  grant update (donor_id, decided, decided_by, decided_at) on core.import_donor to partijgiften_app;
  create policy own_rows_change on core.import_row for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  grant update (state, donor, faults, warnings, meaning, booked_id) on core.import_row
    to partijgiften_app;
  create policy reported_to_the_overseer on core.reported_affiliate for select
    to partijgiften_staff using (true);
  create policy taken_over on core.reported_affiliate for update to partijgiften_staff
    using (taken_over_at is null) with check (true);
  grant select, update (recipient_id, taken_over_at, taken_over_by) on core.reported_affiliate
    to partijgiften_staff;
`;

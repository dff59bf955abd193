import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = ['simulation', 'simulation_run', 'simulation_total', 'simulation_change'] as const;

/**
 * "What if": other parameters over facts that were disclosed (decisions.md D21). Nothing here is a
 * decision, and nothing here is read by what decides. What somebody tried is a row of its own, with
 * a line in the log; everything else is worked out from it and can be thrown away.
 */
export class Simulation1764000000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES_OF_IT);
    for (const table of TABLES) await runner.query(protect(table));
    await runner.query(POLICIES);
    await runner.query(`select audit.attach('insight.simulation', '{id}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select audit.detach('insight.simulation');
      drop table insight.simulation_change, insight.simulation_total, insight.simulation_run,
        insight.simulation;
    `);
  }
}

const TABLES_OF_IT = `
  create table insight.simulation (
    id uuid primary key default gen_random_uuid(),
    name text not null check (length(name) between 1 and 200),
    /* The named set, the other values with their first day, the years, the fine schedule. */
    definition jsonb not null check (jsonb_typeof(definition) = 'object'),
    /* The day as of which everything is judged, before and after alike. */
    judged_on date not null,
    asked_at timestamptz not null default platform.now(),
    asked_by text not null default platform.actor(),
    asked_by_name text not null
  );
  create index on insight.simulation (asked_at desc, id desc);

  create table insight.simulation_run (
    simulation_id uuid primary key references insight.simulation on delete cascade,
    status text not null default 'waiting' check (status in ('waiting', 'running', 'done')),
    /* Years of donors: how many there are, and how many were judged. */
    donor_years int,
    judged int not null default 0,
    changes int not null default 0,
    finished_at timestamptz
  );

  create table insight.simulation_total (
    simulation_id uuid not null references insight.simulation on delete cascade,
    tenant_id uuid not null references core.organisation,
    kind text not null check (kind in ('duty', 'finding', 'fine')),
    before_count int not null default 0,
    before_cents bigint not null default 0,
    after_count int not null default 0,
    after_cents bigint not null default 0,
    new_count int not null default 0,
    gone_count int not null default 0,
    changed_count int not null default 0,
    undecided_count int not null default 0,
    primary key (simulation_id, tenant_id, kind)
  );

  create table insight.simulation_change (
    simulation_id uuid not null references insight.simulation on delete cascade,
    /* In the order in which they were found: by party, year and donor. */
    place bigint generated always as identity,
    tenant_id uuid not null references core.organisation,
    /* Null for a fine about a filing. */
    donor_id uuid,
    year int not null,
    kind text not null check (kind in ('duty', 'finding', 'fine')),
    change text not null check (change in ('new', 'gone', 'changed', 'undecided')),
    rule text not null,
    /* Of the finding, or the gift of a duty: the same cause has the same key before and after. */
    key text not null check (length(key) between 1 and 300),
    outcome_before text,
    outcome_after text,
    cents_before bigint,
    cents_after bigint,
    day_before date,
    day_after date,
    /* True when what is found late was not asked for by the rules of then. */
    not_asked_then boolean not null default false,
    /* The gifts it rests on, by their first booking. */
    contributions uuid[] not null default '{}',
    primary key (simulation_id, place)
  );
  create index on insight.simulation_change (simulation_id, kind, place);
  create index on insight.simulation_change (simulation_id, tenant_id, place);
`;

function protect(table: string): string {
  return `
    alter table insight.${table} enable row level security;
    alter table insight.${table} force row level security;
    create policy read_by_staff on insight.${table} for select to partijgiften_staff using (true);
    create policy read_by_worker on insight.${table} for select to partijgiften_worker using (true);
    grant select on insight.${table} to partijgiften_staff, partijgiften_worker;
  `;
}

const ASKS = `current_setting('app.actor_role', true) in ('overseer', 'decision_maker')`;

const POLICIES = `
  create policy asked on insight.simulation for insert to partijgiften_staff
    with check (${ASKS} and asked_by = (select platform.actor()));
  create policy thrown_away on insight.simulation for delete to partijgiften_staff using (${ASKS});
  grant insert, delete on insight.simulation to partijgiften_staff;

  create policy asked on insight.simulation_run for insert to partijgiften_staff
    with check (${ASKS} and status = 'waiting');
  grant insert (simulation_id) on insight.simulation_run to partijgiften_staff;

  create policy kept_by_worker on insight.simulation_run for update to partijgiften_worker
    using (true) with check (true);
  grant update on insight.simulation_run to partijgiften_worker;
  create policy kept_by_worker on insight.simulation_total to partijgiften_worker
    using (true) with check (true);
  grant insert, update on insight.simulation_total to partijgiften_worker;
  create policy kept_by_worker on insight.simulation_change for insert to partijgiften_worker
    with check (true);
  grant insert on insight.simulation_change to partijgiften_worker;
`;

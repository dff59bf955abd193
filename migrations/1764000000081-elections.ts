import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Elections of the Tweede Kamer as the overseer keeps them: everything that is counted back from
 * polling day hangs on them. They belong to no party. A change is a new version with its reason; the
 * earlier one stays.
 */
export class Elections1764000000081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protect('register.election'));
    await runner.query(protect('register.election_version'));
    await runner.query(READERS);
    await runner.query(`
      select audit.attach('register.election');
      select audit.attach('register.election_version', '{election_id,version}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select audit.detach('register.election_version');
      drop table register.election_version;
      select audit.detach('register.election');
      drop table register.election;
    `);
  }
}

const TABLES = `
  create table register.election (
    id uuid primary key,
    called_at timestamptz not null default platform.now()
  );

  create table register.election_version (
    election_id uuid not null references register.election,
    version int not null check (version > 0),
    name text not null check (length(name) between 1 and 200),
    /* Art. 28a did not exist before 2023, and with it the calendar of an election as it is now. */
    polling_day date not null check (polling_day >= '2023-01-01'),
    nomination_day date not null check (nomination_day < polling_day),
    /* What the overseer stored goes before what can be computed (decisions.md D13). */
    party_threshold_cents bigint check (party_threshold_cents > 0),
    party_threshold_source text check (length(party_threshold_source) between 1 and 500),
    candidate_threshold_cents bigint check (candidate_threshold_cents > 0),
    candidate_threshold_source text check (length(candidate_threshold_source) between 1 and 500),
    changed text[] not null check (cardinality(changed) > 0 and changed <@
      array['called', 'moved', 'nomination_day', 'thresholds', 'name']),
    reason text not null check (length(reason) between 1 and 500),
    recorded_at timestamptz not null default platform.now(),
    recorded_by text not null default platform.actor(),
    primary key (election_id, version),
    check ((version = 1) = (changed = array['called'])),
    check ((party_threshold_cents is null) = (party_threshold_source is null)),
    check ((candidate_threshold_cents is null) = (candidate_threshold_source is null))
  );
`;

/** Added by the overseer or by the installation itself, changed by nobody. */
function protect(table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy added_by_overseer on ${table} for insert to partijgiften_staff
      with check (current_setting('app.actor_role', true) in ('overseer', 'system'));
    create policy read_by_all on ${table} for select
      to partijgiften_staff, partijgiften_worker, partijgiften_app, partijgiften_public using (true);
    grant select, insert on ${table} to partijgiften_staff;
    grant select on ${table} to partijgiften_worker;
  `;
}

/** Everybody may know the days and the figures; who wrote them down stays with the overseer. */
const READERS = `
  grant select on register.election to partijgiften_app, partijgiften_public;
  grant select (election_id, version, name, polling_day, nomination_day, party_threshold_cents,
      party_threshold_source, candidate_threshold_cents, candidate_threshold_source, changed, reason,
      recorded_at)
    on register.election_version to partijgiften_app, partijgiften_public;
`;

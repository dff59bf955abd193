import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = ['expected_filing', 'filing_receipt', 'internal_report'] as const;

/**
 * Who owes which filing by when, what was received of it, and what affiliates and candidates told
 * their party (art. 29b lid 1). What is expected follows from the law and the registers, so only the
 * worker writes it; what was received is appended by the party and never changed.
 */
export class ExpectedFilings1764000000082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EXPECTED);
    await runner.query(RECEIVED);
    await runner.query(REPORTED);
    for (const table of TABLES) await runner.query(protect(table));
    await runner.query(POLICIES);
    for (const table of TABLES) await runner.query(`select audit.attach('core.${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse())
      await runner.query(`select audit.detach('core.${table}'); drop table core.${table} cascade`);
  }
}

const EXPECTED = `
  create table core.expected_filing (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    /* The same duty keeps its key when its dates move. */
    key text not null check (length(key) between 1 and 200),
    kind text not null check (kind in ('annual_report', 'affiliate_overview',
      'pre_election_overview', 'post_election_overview', 'candidate_overview',
      'blank_list_overview', 'gift_regulation')),
    year int not null,
    recipient_id uuid not null,
    election_id uuid references register.election,
    opens_on date not null,
    last_day date not null check (last_day >= opens_on),
    publication_by date,
    /* The duty as the law gave it: article, period, threshold with its source, parts. */
    content jsonb not null,
    /* False when the last day lay before the group came into the register: it is not judged. */
    watched boolean not null,
    expected_at timestamptz not null default platform.now(),
    withdrawn_at timestamptz,
    withdrawn_because text,
    /* What the calculation gives since the term had already ended; the row itself stays. */
    kept_at timestamptz,
    kept_instead jsonb,
    publication_due_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, key),
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id),
    check ((withdrawn_at is null) = (withdrawn_because is null)),
    check (kept_at is not null or kept_instead is null)
  );
  create index on core.expected_filing (year, kind);
  create index on core.expected_filing (election_id);
  create index on core.expected_filing (last_day, id);
`;

const RECEIVED = `
  create table core.filing_receipt (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    expected_id uuid not null,
    filing_id uuid not null,
    version int not null check (version > 0),
    filed_on date not null,
    nil boolean not null,
    /* The parts that this version did not hold. */
    missing jsonb not null check (jsonb_typeof(missing) = 'array'),
    received_at timestamptz not null default platform.now(),
    primary key (tenant_id, id),
    unique (tenant_id, expected_id, version),
    foreign key (tenant_id, expected_id) references core.expected_filing (tenant_id, id)
  );
`;

const REPORTED = `
  create table core.internal_report (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    /* The first booking of the contribution: a correction does not make a report undone. */
    contribution_root_id uuid not null,
    reported_on date not null,
    evidence text not null check (length(evidence) between 1 and 500),
    recorded_at timestamptz not null default platform.now(),
    recorded_by text not null default platform.actor(),
    primary key (tenant_id, id),
    foreign key (tenant_id, contribution_root_id) references core.contribution (tenant_id, id)
  );
  create index on core.internal_report (tenant_id, contribution_root_id, recorded_at);
`;

const OWN = 'tenant_id = (select platform.tenant())';

function protect(table: string): string {
  return `
    alter table core.${table} enable row level security;
    alter table core.${table} force row level security;
    create policy own_rows on core.${table} for select to partijgiften_app using (${OWN});
    create policy worker_reads on core.${table} for select to partijgiften_worker using (true);
    grant select on core.${table} to partijgiften_app, partijgiften_staff, partijgiften_worker;
  `;
}

const POLICIES = `
  create policy all_duties on core.expected_filing for select to partijgiften_staff using (true);
  create policy worker_in on core.expected_filing for insert to partijgiften_worker
    with check (true);
  create policy worker_change on core.expected_filing for update to partijgiften_worker
    using (true);
  grant insert, update (year, recipient_id, election_id, opens_on, last_day, publication_by, content,
      watched, withdrawn_at, withdrawn_because, kept_at, kept_instead, publication_due_at)
    on core.expected_filing to partijgiften_worker;

  create policy own_rows_in on core.filing_receipt for insert to partijgiften_app
    with check (${OWN});
  create policy everything_filed on core.filing_receipt for select to partijgiften_staff
    using (true);
  grant insert on core.filing_receipt to partijgiften_app;

  create policy own_rows_in on core.internal_report for insert to partijgiften_app
    with check (${OWN});
  create policy disclosed_rows on core.internal_report for select to partijgiften_staff
    using (exists (select 1 from core.disclosure d join core.contribution c
                     on c.tenant_id = d.tenant_id and c.id = d.contribution_id
                    where d.tenant_id = internal_report.tenant_id
                      and c.root_id = internal_report.contribution_root_id));
  grant insert on core.internal_report to partijgiften_app;
`;

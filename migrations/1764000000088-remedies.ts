import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What was agreed about a remedy: the day by which it is done, because the law names none (arts.
 * 21a, 23, 23a) or only "as soon as possible" (art. 29b lid 2), and that a return to the donor
 * cannot be done, so that it goes to the Minister. Rows are only added; the newest counts. A party's
 * own term is its own until it shares it; a term of the overseer is known to both (D7).
 */
export class Remedies1764000000088 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ARRANGEMENTS);
    await runner.query(POLICIES);
    await runner.query(`select audit.attach('core.remedy_arrangement')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `select audit.detach('core.remedy_arrangement'); drop table core.remedy_arrangement cascade`,
    );
  }
}

const ARRANGEMENTS = `
  create table core.remedy_arrangement (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    /* A remedy is the same as long as its cause is: donor, year and key of the finding. */
    donor_id uuid not null,
    year int not null,
    finding_key text not null,
    /* The finding as it stood when this was agreed. */
    finding_id uuid not null,
    kind text not null check (kind in ('term', 'return_impossible')),
    set_by text not null check (set_by in ('party', 'overseer')),
    /* The last day of the internal term. */
    due_on date check ((due_on is null) = (kind <> 'term')),
    /* Who does it, or to whom it goes; in words. */
    in_charge text check (length(in_charge) between 1 and 200),
    note text not null check (length(note) between 1 and 500),
    shared boolean not null,
    arranged_at timestamptz not null default platform.now(),
    arranged_by text not null default platform.actor(),
    sequence bigint generated always as identity,
    primary key (tenant_id, id),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id),
    foreign key (tenant_id, finding_id) references core.finding (tenant_id, id),
    check (shared or set_by = 'party'),
    check (set_by = 'party' or kind = 'term')
  );
  create index on core.remedy_arrangement (tenant_id, donor_id, year, finding_key, sequence desc);
`;

const OWN = 'tenant_id = (select platform.tenant())';
const DISCLOSED = `exists (select 1 from core.finding f
  where f.tenant_id = remedy_arrangement.tenant_id and f.source = 'disclosed'
    and f.donor_id = remedy_arrangement.donor_id and f.year = remedy_arrangement.year
    and f.key = remedy_arrangement.finding_key)`;

const POLICIES = `
  alter table core.remedy_arrangement enable row level security;
  alter table core.remedy_arrangement force row level security;
  create policy own_rows on core.remedy_arrangement for select to partijgiften_app using (${OWN});
  create policy own_rows_in on core.remedy_arrangement for insert to partijgiften_app
    with check (${OWN} and set_by = 'party');
  create policy disclosed_and_shared on core.remedy_arrangement for select to partijgiften_staff
    using (shared and ${DISCLOSED});
  create policy set_by_overseer on core.remedy_arrangement for insert to partijgiften_staff
    with check (set_by = 'overseer' and ${DISCLOSED});
  create policy all_rows on core.remedy_arrangement for select to partijgiften_worker using (true);
  grant select, insert on core.remedy_arrangement to partijgiften_app, partijgiften_staff;
  grant select on core.remedy_arrangement to partijgiften_worker;
`;

import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = ['finding', 'notice_duty', 'notice', 'notice_line', 'fine_proposal'] as const;

/**
 * What the law says of the facts (findings, duties), what was filed (notices, frozen), and what is
 * proposed to the overseer. A finding from a party's own ledger is the party's own; a finding from
 * disclosed facts is the overseer's (decisions.md D7). The column `source` decides, in the policy.
 */
export class JudgementsAndNotices1764000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(JUDGEMENTS);
    await runner.query(NOTICES);
    await runner.query(PROPOSALS);
    for (const table of TABLES) await runner.query(protect(table));
    await runner.query(POLICIES);
    for (const table of TABLES) await runner.query(`select audit.attach('core.${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse())
      await runner.query(`select audit.detach('core.${table}'); drop table core.${table} cascade`);
    await runner.query(
      'drop function core.notice_ties(); drop function core.notice_by_number(text);',
    );
  }
}

const JUDGEMENTS = `
  create table core.finding (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    source text not null check (source in ('ledger', 'disclosed')),
    donor_id uuid not null,
    year int not null,
    rule text not null,
    severity text not null check (severity in ('finding', 'warning', 'signal', 'undecided')),
    outcome text not null,
    key text not null,
    recipient_id uuid,
    /* The finding as the rule gave it: facts, amounts, parameters with their source, remedy. */
    content jsonb not null,
    content_sha256 bytea not null,
    since date not null,
    found_at timestamptz not null default platform.now(),
    /* Set once, when the facts no longer give this finding or give it differently. */
    ended_at timestamptz,
    ended_by text check (ended_by in ('resolved', 'superseded')),
    primary key (tenant_id, id),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id),
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id),
    check ((ended_at is null) = (ended_by is null))
  );
  create unique index finding_open on core.finding (tenant_id, source, donor_id, year, key)
    where ended_at is null;
  create index on core.finding (source, found_at desc) where ended_at is null;

  create table core.notice_duty (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    contribution_root_id uuid not null,
    donor_id uuid not null,
    recipient_id uuid not null,
    year int not null,
    received_on date not null,
    amount_cents bigint not null,
    total_after_cents bigint not null,
    enforced_last_day date not null,
    statutory_last_day date not null,
    /* Both readings of the term, day by day, and the parameters seen. */
    content jsonb not null,
    arose_at timestamptz not null default platform.now(),
    met_at timestamptz,
    met_by_notice_id uuid,
    lapsed_at timestamptz,
    lapsed_because text,
    primary key (tenant_id, id),
    unique (tenant_id, contribution_root_id),
    foreign key (tenant_id, contribution_root_id) references core.contribution (tenant_id, id),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id),
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id),
    check ((met_at is null) = (met_by_notice_id is null)),
    check ((lapsed_at is null) = (lapsed_because is null))
  );
  create index on core.notice_duty (tenant_id, donor_id, year);
  create index on core.notice_duty (tenant_id, enforced_last_day)
    where met_at is null and lapsed_at is null;
`;

const NOTICES = `
  create table core.notice (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    number text not null,
    donor_id uuid not null,
    recipient_id uuid not null,
    year int not null,
    total_cents bigint not null check (total_cents > 0),
    timeliness text not null check (timeliness in ('in_time', 'late_by_statute', 'late')),
    /* The exact bytes that were filed and hashed; nothing is ever printed again from the rows. */
    content text not null,
    content_sha256 bytea not null check (content_sha256 = sha256(convert_to(content, 'UTF8'))),
    filed_at timestamptz not null default platform.now(),
    filed_by text not null default platform.actor(),
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id),
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id)
  );
  create index on core.notice (tenant_id, filed_at desc, id);
  alter table core.notice_duty add foreign key (tenant_id, met_by_notice_id)
    references core.notice (tenant_id, id);

  create table core.notice_line (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    notice_id uuid not null,
    contribution_id uuid not null,
    duty_id uuid,
    received_on date not null,
    amount_cents bigint not null check (amount_cents > 0),
    returned_cents bigint not null default 0 check (returned_cents between 0 and amount_cents),
    timeliness text not null
      check (timeliness in ('in_time', 'late_by_statute', 'late', 'reported_before', 'no_duty')),
    primary key (tenant_id, id),
    unique (tenant_id, notice_id, contribution_id),
    foreign key (tenant_id, notice_id) references core.notice (tenant_id, id),
    foreign key (tenant_id, contribution_id) references core.contribution (tenant_id, id),
    foreign key (tenant_id, duty_id) references core.notice_duty (tenant_id, id)
  );

  /* The total of a notice is the sum of its lines less what was returned, to the cent. */
  create function core.notice_ties() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  declare lines bigint;
  begin
    select sum(amount_cents - returned_cents) into lines from core.notice_line
     where tenant_id = new.tenant_id and notice_id = new.id;
    if lines is distinct from new.total_cents then
      raise exception 'notice total % is not the sum of its lines %', new.total_cents, lines
        using errcode = '23514', constraint = 'notice_total_is_sum_of_lines';
    end if;
    return null;
  end $$;
  create constraint trigger notice_ties after insert on core.notice
    deferrable initially deferred for each row execute function core.notice_ties();

  /* Anyone who holds a receipt may check it: only the hash, the time and the timeliness answer. */
  create function core.notice_by_number(wanted text)
    returns table (number text, filed_at timestamptz, sha256 text, timeliness text)
    language sql stable security definer set search_path = core, pg_temp as $$
      select n.number, n.filed_at, encode(n.content_sha256, 'hex'), n.timeliness
        from core.notice n where n.number = wanted
    $$;
  create unique index notice_number on core.notice (number);
`;

const PROPOSALS = `
  create table core.fine_proposal (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    number text not null,
    finding_id uuid not null,
    donor_id uuid not null,
    year int not null,
    finding_key text not null,
    addressee_recipient_id uuid not null,
    rule text not null,
    amount_cents bigint not null check (amount_cents between 0 and 2500000),
    schedule text not null,
    /* Article, facts, steps of the schedule, milder law: all a person needs to decide. */
    content jsonb not null,
    proposed_at timestamptz not null default platform.now(),
    superseded_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, finding_id) references core.finding (tenant_id, id),
    foreign key (tenant_id, addressee_recipient_id) references core.recipient (tenant_id, id)
  );
  create unique index fine_proposal_open
    on core.fine_proposal (tenant_id, donor_id, year, finding_key) where superseded_at is null;
`;

function protect(table: string): string {
  return `
    alter table core.${table} enable row level security;
    alter table core.${table} force row level security;
    create policy worker_reads on core.${table} for select to partijgiften_worker using (true);
    grant select on core.${table} to partijgiften_worker;
  `;
}

const OWN = 'tenant_id = (select platform.tenant())';
const POLICIES = `
  create policy own_ledger on core.finding for select to partijgiften_app
    using (${OWN} and source = 'ledger');
  create policy own_ledger_in on core.finding for insert to partijgiften_app
    with check (${OWN} and source = 'ledger');
  create policy own_ledger_end on core.finding for update to partijgiften_app
    using (${OWN} and source = 'ledger') with check (${OWN} and source = 'ledger');
  create policy disclosed on core.finding for select to partijgiften_staff
    using (source = 'disclosed');
  create policy worker_in on core.finding for insert to partijgiften_worker with check (true);
  create policy worker_end on core.finding for update to partijgiften_worker using (true);
  grant select, insert, update (ended_at, ended_by) on core.finding
    to partijgiften_app, partijgiften_worker;
  grant select on core.finding to partijgiften_staff;

  create policy own_rows on core.notice_duty for select to partijgiften_app using (${OWN});
  create policy own_rows_in on core.notice_duty for insert to partijgiften_app with check (${OWN});
  create policy own_rows_met on core.notice_duty for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  create policy disclosed on core.notice_duty for select to partijgiften_staff
    using (exists (select 1 from core.disclosure d join core.contribution c
                     on c.tenant_id = d.tenant_id and c.id = d.contribution_id
                    where d.tenant_id = notice_duty.tenant_id
                      and c.root_id = notice_duty.contribution_root_id));
  grant select, insert,
    update (met_at, met_by_notice_id, lapsed_at, lapsed_because) on core.notice_duty
    to partijgiften_app;
  grant select on core.notice_duty to partijgiften_staff;

  create policy own_rows on core.notice for select to partijgiften_app using (${OWN});
  create policy own_rows_in on core.notice for insert to partijgiften_app with check (${OWN});
  create policy everything_filed on core.notice for select to partijgiften_staff using (true);
  grant select, insert on core.notice to partijgiften_app;
  grant select on core.notice to partijgiften_staff;
  create policy own_rows on core.notice_line for select to partijgiften_app using (${OWN});
  create policy own_rows_in on core.notice_line for insert to partijgiften_app with check (${OWN});
  create policy everything_filed on core.notice_line for select to partijgiften_staff using (true);
  grant select, insert on core.notice_line to partijgiften_app;
  grant select on core.notice_line to partijgiften_staff;
  create policy receipt_check on core.notice for select to partijgiften_owner using (true);
  grant usage on schema core to partijgiften_public, partijgiften_identity;
  grant execute on function core.notice_by_number(text) to
    partijgiften_public, partijgiften_app, partijgiften_staff, partijgiften_identity;

  create policy for_overseer on core.fine_proposal for select to partijgiften_staff using (true);
  create policy worker_in on core.fine_proposal for insert to partijgiften_worker with check (true);
  create policy worker_end on core.fine_proposal for update to partijgiften_worker using (true);
  grant insert, update (superseded_at) on core.fine_proposal to partijgiften_worker;
  grant select on core.fine_proposal to partijgiften_staff;
`;

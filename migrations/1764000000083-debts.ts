import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = ['debt', 'debt_particulars', 'debt_balance'] as const;

/**
 * Debts of a party or affiliate (Wfpp art. 1 onder l, art. 21 lid 3, art. 25 lid 1 onder c). A debt
 * is the party's own until it stands in a filing (decisions.md D7), so the overseer has no policy
 * here. Append-only: particulars get a new version with a reason, what is owed follows from what was
 * drawn and repaid.
 */
export class Debts1764000000083 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DEBTS);
    for (const table of TABLES) await runner.query(protect(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse())
      await runner.query(`select audit.detach('core.${table}'); drop table core.${table} cascade`);
    await runner.query('drop function core.debt_never_below_zero()');
  }
}

const DEBTS = `
  create table core.debt (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    /* Who owes it: the party or one of its affiliates. */
    recipient_id uuid not null,
    registered_at timestamptz not null default platform.now(),
    registered_by text not null default platform.actor(),
    primary key (tenant_id, id),
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id)
  );
  create index on core.debt (tenant_id, registered_at desc, id);
  create table core.debt_particulars (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    debt_id uuid not null,
    version int not null check (version > 0),
    creditor text check (length(creditor) between 1 and 200),
    address text check (length(address) between 1 and 300),
    residence text check (length(residence) between 1 and 100),
    institution text check (length(institution) between 1 and 200),
    /* Owed to an administrative body under administrative law (Awb art. 4:85): never listed. */
    under_administrative_law boolean not null default false,
    reason text not null check (length(reason) between 1 and 500),
    recorded_at timestamptz not null default platform.now(),
    recorded_by text not null default platform.actor(),
    primary key (tenant_id, id),
    unique (tenant_id, debt_id, version),
    foreign key (tenant_id, debt_id) references core.debt (tenant_id, id)
  );
  create table core.debt_balance (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    debt_id uuid not null,
    sequence bigint generated always as identity,
    kind text not null check (kind in ('drawn', 'repaid')),
    amount_cents bigint not null check (amount_cents > 0 and amount_cents < 100000000000),
    on_date date not null,
    evidence text not null check (length(evidence) between 1 and 500),
    recorded_at timestamptz not null default platform.now(),
    recorded_by text not null default platform.actor(),
    primary key (tenant_id, id),
    foreign key (tenant_id, debt_id) references core.debt (tenant_id, id)
  );
  create index on core.debt_balance (tenant_id, debt_id, on_date);

  /* At the end of no day can less than nothing be owed. The lock makes two repayments queue. */
  create function core.debt_never_below_zero() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(new.debt_id::text, 2));
    if exists (
      select 1 from (
        select sum(sum(case kind when 'drawn' then amount_cents else -amount_cents end))
                 over (order by on_date) as balance
          from core.debt_balance where tenant_id = new.tenant_id and debt_id = new.debt_id
         group by on_date) by_day
       where by_day.balance < 0)
    then
      raise exception 'more repaid than was owed' using errcode = '23514',
        constraint = 'debt_never_below_zero';
    end if;
    return null;
  end $$;
  create constraint trigger debt_never_below_zero after insert on core.debt_balance
    for each row execute function core.debt_never_below_zero();
`;

function protect(table: string): string {
  const own = 'tenant_id = (select platform.tenant())';
  return `
    alter table core.${table} enable row level security;
    alter table core.${table} force row level security;
    create policy own_rows on core.${table} for select to partijgiften_app using (${own});
    create policy own_rows_in on core.${table} for insert to partijgiften_app with check (${own});
    create policy all_rows on core.${table} for select to partijgiften_worker using (true);
    grant select, insert on core.${table} to partijgiften_app;
    grant select on core.${table} to partijgiften_worker;
    select audit.attach('core.${table}');
  `;
}

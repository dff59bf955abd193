import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = ['bank_account', 'statement_intake', 'bank_statement', 'bank_entry'] as const;

/**
 * Bank statements as the bank wrote them. A line of a statement never changes and is kept once: the
 * account and the bank's reference tell it apart, so that downloads that overlap add only what is
 * new (decisions.md D20). What a party keeps here is its own; the overseer has no right to it (D7).
 *
 * The view core.bank_entry_state says what was done with a line. Here every line is still open; the
 * migration of the decisions replaces it with `create or replace view` and the same columns.
 */
export class Statements1764000000092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACCOUNTS);
    await runner.query(STATEMENTS);
    await runner.query(ENTRIES);
    for (const table of TABLES)
      await runner.query(`
        alter table core.${table} enable row level security;
        alter table core.${table} force row level security;
        create policy own_rows on core.${table} for select to partijgiften_app using (${OWN});
        create policy own_rows_in on core.${table} for insert to partijgiften_app with check (${OWN});
        create policy all_rows on core.${table} for select to partijgiften_worker using (true);
        grant select, insert on core.${table} to partijgiften_app;
        grant select on core.${table} to partijgiften_worker;
        select audit.attach('core.${table}');
      `);
    await runner.query(CHANGES);
    await runner.query(STATE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view core.bank_entry_state');
    for (const table of [...TABLES].reverse())
      await runner.query(`select audit.detach('core.${table}'); drop table core.${table} cascade`);
    await runner.query('drop function core.intake_ended()');
  }
}

const OWN = 'tenant_id = (select platform.tenant())';

const ACCOUNTS = `
  create table core.bank_account (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    /* The IBAN without spaces, or what the bank calls the account. */
    account text not null check (length(account) between 1 and 60),
    currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
    /* Whose account it is; null until somebody said so. Nothing of it is booked before that. */
    recipient_id uuid,
    assigned_at timestamptz,
    assigned_by text,
    first_seen_at timestamptz not null default platform.now(),
    primary key (tenant_id, id),
    unique (tenant_id, account),
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id),
    check ((recipient_id is null) = (assigned_at is null)),
    check ((recipient_id is null) = (assigned_by is null))
  );
`;

const STATEMENTS = `
  /* One file that was sent, and what became of it. */
  create table core.statement_intake (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    file_id uuid not null,
    state text not null default 'received'
      check (state in ('received', 'reading', 'read', 'refused')),
    /* As the person who sent it: the reading is done in his name. */
    sent_role text not null,
    sent_at timestamptz not null default platform.now(),
    sent_by text not null default platform.actor(),
    /* Lines found so far; of these added, and the rest was known. */
    entries_found int not null default 0 check (entries_found >= 0),
    entries_added int not null default 0 check (entries_added between 0 and entries_found),
    statements_found int not null default 0 check (statements_found >= 0),
    statements_known int not null default 0
      check (statements_known between 0 and statements_found),
    /* Why it was refused: [{code, place, details}], each with its text. */
    faults jsonb check ((faults is not null) = (state = 'refused')),
    ended_at timestamptz check ((ended_at is not null) = (state in ('read', 'refused'))),
    primary key (tenant_id, id),
    foreign key (tenant_id, file_id) references core.stored_file (tenant_id, id)
  );
  create index on core.statement_intake (tenant_id, sent_at desc, id);
  create index on core.statement_intake (tenant_id, file_id);

  create function core.intake_ended() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    raise exception 'this file was read or refused before' using errcode = '23514',
      constraint = 'intake_ended';
  end $$;
  create trigger intake_ended before update on core.statement_intake
    for each row when (old.state in ('read', 'refused')) execute function core.intake_ended();

  create table core.bank_statement (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    intake_id uuid not null,
    account_id uuid not null,
    /* From 0, in the order of the file. */
    position int not null check (position >= 0),
    format text not null check (format in ('camt.053.001.02', 'camt.053.001.08', 'mt940',
      'csv-ing', 'csv-rabobank', 'csv-abnamro')),
    statement_id text check (length(statement_id) between 1 and 140),
    from_date date not null,
    until_date date not null check (until_date >= from_date),
    opening_cents bigint,
    closing_cents bigint,
    entries_found int not null check (entries_found >= 0),
    entries_added int not null check (entries_added between 0 and entries_found),
    read_at timestamptz not null default platform.now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, intake_id) references core.statement_intake (tenant_id, id),
    foreign key (tenant_id, account_id) references core.bank_account (tenant_id, id)
  );
  create index on core.bank_statement (tenant_id, account_id, from_date);
  create index on core.bank_statement (tenant_id, intake_id);
  create index on core.bank_statement (tenant_id, until_date desc, id);
`;

const ENTRIES = `
  create table core.bank_entry (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    /* The statement that brought it first. */
    statement_id uuid not null,
    account_id uuid not null,
    position int not null check (position >= 0),
    booked_on date not null,
    year int not null generated always as (extract(year from booked_on)::int) stored,
    value_on date,
    direction text not null check (direction in ('credit', 'debit')),
    amount_cents bigint not null check (amount_cents > 0 and amount_cents < 100000000000000),
    reversal boolean not null,
    reference text not null check (length(reference) between 1 and 300),
    means text not null check (means in ('transfer', 'direct_debit', 'ideal', 'card', 'cash',
      'costs', 'interest', 'other')),
    counterparty_name text check (length(counterparty_name) between 1 and 2000),
    counterparty_iban text check (counterparty_iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}$'),
    counterparty_bic text check (counterparty_bic ~ '^[A-Z0-9]{8,11}$'),
    counterparty_address text check (length(counterparty_address) between 1 and 2000),
    description text not null check (length(description) <= 20000),
    payment_reference text check (length(payment_reference) between 1 and 2000),
    batch_of int check (batch_of > 1),
    return_reason text check (length(return_reason) between 1 and 100),
    primary key (tenant_id, id),
    unique (tenant_id, account_id, reference),
    foreign key (tenant_id, statement_id) references core.bank_statement (tenant_id, id),
    foreign key (tenant_id, account_id) references core.bank_account (tenant_id, id)
  );
  create index on core.bank_entry (tenant_id, statement_id, position);
  create index on core.bank_entry (tenant_id, account_id, booked_on);
  create index on core.bank_entry (tenant_id, booked_on desc, id);
  create index on core.bank_entry (tenant_id, counterparty_iban)
    where counterparty_iban is not null;
`;

/** Only whose account it is, and what became of a file, is ever changed. */
const CHANGES = `
  create policy own_rows_change on core.bank_account for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  grant update (recipient_id, assigned_at, assigned_by) on core.bank_account to partijgiften_app;
  create policy own_rows_change on core.statement_intake for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  grant update (state, entries_found, entries_added, statements_found, statements_known, faults,
    ended_at) on core.statement_intake to partijgiften_app;
`;

const STATE = `
  create view core.bank_entry_state with (security_invoker = true) as
    select e.tenant_id, e.id as entry_id, 'open'::text as state,
           array[]::uuid[] as contribution_ids
      from core.bank_entry e;
  grant select on core.bank_entry_state to partijgiften_app, partijgiften_worker;
`;

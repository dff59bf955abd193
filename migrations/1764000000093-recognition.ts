import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = ['bank_rule', 'dues_amount', 'bank_decision', 'bank_decision_line'] as const;

/**
 * What a party decides about the lines of its bank statements, and the rules it made of that. A line
 * has at most one decision that holds: two people at once cannot book it twice. What was decided is
 * kept when it is undone. An entry that was split ties to the cent, or is not stored.
 */
export class Recognition1764000000093 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RULES);
    await runner.query(DECISIONS);
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
    await runner.query(TIES);
    await runner.query(ANNULLED);
    await runner.query(STATE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(EVERYTHING_OPEN);
    await runner.query(`drop trigger entry_open_again on core.contribution_annulment`);
    for (const table of [...TABLES].reverse())
      await runner.query(`select audit.detach('core.${table}'); drop table core.${table} cascade`);
    await runner.query(
      'drop function core.bank_entry_open_again(); drop function core.bank_decision_ties()',
    );
  }
}

const OWN = 'tenant_id = (select platform.tenant())';

const REASONS = `('dues_elsewhere', 'internal_transfer', 'sale', 'refund', 'own_payment_returned',
  'subsidy', 'tax', 'interest', 'bank_costs', 'loan', 'payment', 'other')`;

const RULES = `
  create table core.bank_rule (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    name text not null check (length(name) between 1 and 100),
    /* The lowest is tried first. */
    position int not null,
    active boolean not null default true,
    counterparty_iban text check (counterparty_iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}$'),
    name_pattern text check (length(name_pattern) between 2 and 100),
    words text[] not null default '{}' check (cardinality(words) <= 10),
    min_cents bigint check (min_cents > 0),
    max_cents bigint check (max_cents > 0),
    account_id uuid,
    outcome text not null check (outcome in ('book', 'set_aside')),
    type text check (type in ('gift', 'membership_dues', 'office_holder_remittance', 'legacy')),
    donor_id uuid,
    recipient_id uuid,
    set_aside_reason text check (set_aside_reason in ${REASONS}),
    /* Art. 21 lid 2: only dues that need no registration are ever booked without being asked. */
    books_itself boolean not null default false,
    made_at timestamptz not null default platform.now(),
    made_by text not null default platform.actor(),
    changed_at timestamptz not null default platform.now(),
    changed_by text not null default platform.actor(),
    primary key (tenant_id, id),
    foreign key (tenant_id, account_id) references core.bank_account (tenant_id, id),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id),
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id),
    check (max_cents >= min_cents),
    check (counterparty_iban is not null or name_pattern is not null or cardinality(words) > 0
      or min_cents is not null or max_cents is not null or account_id is not null),
    check ((outcome = 'book') = (type is not null)),
    check ((outcome = 'set_aside') = (set_aside_reason is not null)),
    check (outcome = 'book' or (donor_id is null and recipient_id is null)),
    check (not books_itself or type is not distinct from 'membership_dues')
  );
  create index on core.bank_rule (tenant_id, position);

  /* What the party asks of its members: an amount that suggests dues. */
  create table core.dues_amount (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    name text not null check (length(name) between 1 and 100),
    amount_cents bigint not null check (amount_cents > 0),
    made_at timestamptz not null default platform.now(),
    made_by text not null default platform.actor(),
    ended_at timestamptz,
    ended_by text,
    primary key (tenant_id, id),
    check ((ended_at is null) = (ended_by is null))
  );
  create unique index dues_amount_once on core.dues_amount (tenant_id, amount_cents)
    where ended_at is null;
`;

const DECISIONS = `
  create table core.bank_decision (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    entry_id uuid not null,
    kind text not null check (kind in ('booked', 'linked', 'settled', 'set_aside')),
    set_aside_reason text check (set_aside_reason in ${REASONS}),
    note text check (length(note) between 1 and 500),
    rule_id uuid,
    /* True when nobody was asked: the rule books dues without registration by itself. */
    by_rule boolean not null default false,
    decided_at timestamptz not null default platform.now(),
    decided_by text not null default platform.actor(),
    undone_at timestamptz,
    undone_by text,
    undo_reason text check (length(undo_reason) between 1 and 500),
    primary key (tenant_id, id),
    foreign key (tenant_id, entry_id) references core.bank_entry (tenant_id, id),
    foreign key (tenant_id, rule_id) references core.bank_rule (tenant_id, id),
    check ((kind = 'set_aside') = (set_aside_reason is not null)),
    check (not by_rule or rule_id is not null),
    check (set_aside_reason is distinct from 'other' or note is not null),
    check ((undone_at is null) = (undone_by is null)),
    check ((undone_at is null) = (undo_reason is null))
  );
  create unique index bank_entry_decided_once on core.bank_decision (tenant_id, entry_id)
    where undone_at is null;
  create index on core.bank_decision (tenant_id, entry_id);
  create index on core.bank_decision (tenant_id, rule_id) where rule_id is not null;

  create table core.bank_decision_line (
    tenant_id uuid not null,
    decision_id uuid not null,
    /* From 0. */
    position int not null check (position >= 0),
    id uuid not null default gen_random_uuid(),
    /* other: a part that is no contribution; costs: what the provider kept, below zero. */
    kind text not null check (kind in ('contribution', 'settlement', 'other', 'costs')),
    amount_cents bigint not null check ((kind = 'costs') = (amount_cents < 0) and amount_cents <> 0),
    /* The first booking of the contribution: a correction does not cut the tie. */
    contribution_id uuid,
    settlement_id uuid,
    note text check (length(note) between 1 and 200),
    undone boolean not null default false,
    primary key (tenant_id, id),
    unique (tenant_id, decision_id, position),
    foreign key (tenant_id, decision_id) references core.bank_decision (tenant_id, id),
    foreign key (tenant_id, contribution_id) references core.contribution (tenant_id, id),
    foreign key (tenant_id, settlement_id) references core.settlement (tenant_id, id),
    check ((kind in ('contribution', 'settlement')) = (contribution_id is not null)),
    check ((kind = 'settlement') = (settlement_id is not null))
  );
  create index on core.bank_decision_line (tenant_id, contribution_id);
  /* A contribution came in once: no two entries are the receipt of it. */
  create unique index contribution_has_one_entry on core.bank_decision_line
    (tenant_id, contribution_id) where kind = 'contribution' and not undone;
`;

/** Only whether it still holds is ever changed of a decision; a rule may be rewritten. */
const CHANGES = `
  create policy own_rows_change on core.bank_decision for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  grant update (undone_at, undone_by, undo_reason) on core.bank_decision to partijgiften_app;
  create policy own_rows_change on core.bank_decision_line for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  grant update (undone) on core.bank_decision_line to partijgiften_app;
  create policy own_rows_change on core.dues_amount for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  grant update (ended_at, ended_by) on core.dues_amount to partijgiften_app;
  create policy own_rows_change on core.bank_rule for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  grant update (name, position, active, counterparty_iban, name_pattern, words, min_cents, max_cents,
    account_id, outcome, type, donor_id, recipient_id, set_aside_reason, books_itself, changed_at,
    changed_by) on core.bank_rule to partijgiften_app;
`;

const TIES = `
  /* What was made of an entry is its amount to the cent. Looked at when the transaction ends. */
  create function core.bank_decision_ties() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  declare lines int; total bigint; expected bigint;
  begin
    select count(*), coalesce(sum(l.amount_cents), 0) into lines, total
      from core.bank_decision_line l where l.tenant_id = new.tenant_id and l.decision_id = new.id;
    if new.kind = 'set_aside' then
      if lines > 0 then
        raise exception 'what was set aside has no lines' using errcode = '23514',
          constraint = 'bank_decision_ties';
      end if;
      return null;
    end if;
    select e.amount_cents into expected
      from core.bank_entry e where e.tenant_id = new.tenant_id and e.id = new.entry_id;
    if lines = 0 or total <> expected then
      raise exception 'the lines do not add up to the entry' using errcode = '23514',
        constraint = 'bank_decision_ties';
    end if;
    return null;
  end $$;
  create constraint trigger bank_decision_ties after insert on core.bank_decision
    deferrable initially deferred for each row execute function core.bank_decision_ties();
`;

const ANNULLED = `
  /* All that was made of an entry was annulled: it is open again, whichever page did it. */
  create function core.bank_entry_open_again() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  declare root uuid;
  begin
    select c.root_id into root from core.contribution c
     where c.tenant_id = new.tenant_id and c.id = new.contribution_id;
    update core.bank_decision d
       set undone_at = platform.now(), undone_by = platform.actor(), undo_reason = new.reason
      from core.bank_decision_line l
     where l.tenant_id = new.tenant_id and l.contribution_id = root and not l.undone
       and d.tenant_id = l.tenant_id and d.id = l.decision_id and d.undone_at is null
       and d.kind in ('booked', 'linked')
       and not exists (select 1 from core.bank_decision_line o
             join core.current_contribution c
               on c.tenant_id = o.tenant_id and c.root_id = o.contribution_id
            where o.tenant_id = d.tenant_id and o.decision_id = d.id);
    update core.bank_decision_line l set undone = true
      from core.bank_decision d
     where l.tenant_id = new.tenant_id and l.contribution_id = root and not l.undone
       and d.tenant_id = l.tenant_id and d.id = l.decision_id and d.undone_at is not null;
    return null;
  end $$;
  create trigger entry_open_again after insert on core.contribution_annulment
    for each row execute function core.bank_entry_open_again();
`;

const STATE = `
  create or replace view core.bank_entry_state with (security_invoker = true) as
    select e.tenant_id, e.id as entry_id,
           case when d.id is null then 'open'
                when d.kind = 'set_aside' then 'set_aside'
                else 'booked' end as state,
           case when d.id is null then array[]::uuid[]
                else array(select l.contribution_id from core.bank_decision_line l
                            where l.tenant_id = d.tenant_id and l.decision_id = d.id
                              and l.contribution_id is not null order by l.position)
           end as contribution_ids
      from core.bank_entry e
      left join core.bank_decision d
        on d.tenant_id = e.tenant_id and d.entry_id = e.id and d.undone_at is null;
`;

const EVERYTHING_OPEN = `
  create or replace view core.bank_entry_state with (security_invoker = true) as
    select e.tenant_id, e.id as entry_id, 'open'::text as state,
           array[]::uuid[] as contribution_ids
      from core.bank_entry e;
`;

import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What waits for the overseer, of every kind, as rows: derived from the facts (so without a line in
 * the log), and kept in step by marks that triggers leave behind. What people do with it (assign,
 * set aside, judge) are decisions, and those are logged. For the staff only.
 */
export class WorkQueue1764000000107 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ITEMS, ACTS, OWN, COLLEAGUES, MACHINE]) await runner.query(part);
    for (const table of STAFF_TABLES) await runner.query(protect(table));
    await runner.query(POLICIES);
    await runner.query(MARKS);
    for (const [table, events] of WATCHED) await runner.query(watch(table, events));
    for (const table of ACT_TABLES)
      await runner.query(`select audit.attach('insight.${table}', '{id}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...ACT_TABLES].reverse())
      await runner.query(`select audit.detach('insight.${table}')`);
    for (const [table, events] of WATCHED)
      for (const event of events) await runner.query(`drop trigger work_${event} on ${table}`);
    await runner.query(`
      drop index platform.job_failed; drop index platform.deadline_held;
      drop policy failed_for_staff on platform.job;
      drop policy stuck_for_staff on platform.outbox_message;
      revoke select (id, tenant_id, kind, created_at, state) on platform.job
        from partijgiften_staff;
      revoke select (id, tenant_id, created_at, sent_at, attempts) on platform.outbox_message
        from partijgiften_staff;
      drop function insight.mark_ministry_work(); drop function insight.mark_work(); drop function insight.mark_disclosed_work();
      drop function insight.colleagues(); drop function insight.address_of_colleague(uuid);
      drop table insight.work_digest, insight.work_view, insight.work_judgement,
        insight.work_aside, insight.work_assignment, insight.work_refresh, insight.work_change,
        insight.work_item;
    `);
  }
}

const ACT_TABLES = ['work_assignment', 'work_aside', 'work_judgement'] as const;
const STAFF_TABLES = [
  'work_item',
  'work_change',
  'work_refresh',
  ...ACT_TABLES,
  'work_view',
  'work_digest',
] as const;

/** Tables whose changes can make or end work. */
const WATCHED: readonly (readonly [table: string, events: readonly ('insert' | 'update')[]])[] = [
  ['core.finding', ['insert', 'update']],
  ['core.fine_proposal', ['insert', 'update']],
  ['core.enforcement_case', ['insert', 'update']],
  ['core.case_signal', ['insert', 'update']],
  ['core.case_submission', ['insert', 'update']],
  ['core.remedy_arrangement', ['insert']],
  ['core.expected_filing', ['insert', 'update']],
  ['core.filing_receipt', ['insert']],
  ['register.published_list', ['insert']],
];

const ITEMS = `
  create table insight.work_item (
    id uuid primary key default gen_random_uuid(),
    kind text not null check (kind ~ '^[a-z][a-z_]{2,30}$'),
    /* The cause: the same cause keeps its row when the facts around it change. */
    ref text not null check (length(ref) between 1 and 300),
    /* Null when it is about no party in particular. */
    tenant_id uuid references core.organisation,
    organisation text,
    title_nl text not null,
    title_en text not null,
    why_nl text not null,
    why_en text not null,
    severity text check (severity in ('finding', 'warning', 'signal', 'undecided')),
    /* Such as the number of a case. */
    number text,
    /* The last day that counts; null without a term. */
    due_on date,
    weight int not null check (weight between 1 and 5),
    since timestamptz not null,
    /* Whose move it is; others: it waits for the party, a prosecutor or a court. */
    turn text not null check (turn in ('overseer', 'decision_maker', 'committee', 'others')),
    href text not null check (href ~ '^/[!-~]*$'),
    search_text text not null,
    /* SHA-256 (hex) of what was derived, to see that something changed. */
    facts text not null,
    /* Counts every change of facts, of who has it and of being set aside. */
    version int not null default 1,
    opened_at timestamptz not null default platform.now(),
    ended_at timestamptz,
    /* judged: by a person, as it stood; it comes back when the facts change. */
    ended_by text check (ended_by in ('facts', 'judged')),
    assigned_to text,
    assigned_name text,
    aside_until date,
    aside_reason text,
    due_key date not null generated always as (coalesce(due_on, 'infinity'::date)) stored,
    lightness int not null generated always as (5 - weight) stored,
    unique (kind, ref),
    check ((ended_at is null) = (ended_by is null)),
    check ((assigned_to is null) = (assigned_name is null)),
    check ((aside_until is null) = (aside_reason is null))
  );
  create index work_in_order on insight.work_item (due_key, lightness, since, id)
    where ended_at is null;
  create index on insight.work_item (tenant_id) where ended_at is null;
  create index on insight.work_item (opened_at);
  create index on insight.work_item (ended_at) where ended_at is not null;
  create index on insight.work_item using gin (search_text gin_trgm_ops) where ended_at is null;

  /* Only ever added to and taken away: who writes facts never waits here for another. */
  create table insight.work_change (
    id bigint generated always as identity primary key,
    source text not null,
    tenant_id uuid
  );

  /* When everything of a source was last derived: terms pass by themselves. */
  create table insight.work_refresh (
    source text primary key,
    at timestamptz not null,
    day date not null,
    /* The program could not read it: what stood there stays, and the queue says so. */
    failed boolean not null default false
  );
`;

const ACTS = `
  create table insight.work_assignment (
    id uuid primary key default gen_random_uuid(),
    item_id uuid not null references insight.work_item,
    /* Null: nobody has it any more. */
    to_account text,
    to_name text,
    reason text check (length(reason) between 1 and 500),
    by_account text not null default platform.actor(),
    by_name text not null,
    at timestamptz not null default platform.now(),
    check ((to_account is null) = (to_name is null))
  );
  create index on insight.work_assignment (item_id, at);

  create table insight.work_aside (
    id uuid primary key default gen_random_uuid(),
    item_id uuid not null references insight.work_item,
    /* Null: taken up again. */
    until_day date,
    reason text not null check (length(reason) between 1 and 500),
    by_account text not null default platform.actor(),
    by_name text not null,
    at timestamptz not null default platform.now()
  );
  create index on insight.work_aside (item_id, at);

  create table insight.work_judgement (
    id uuid primary key default gen_random_uuid(),
    item_id uuid not null references insight.work_item,
    /* What was judged, as it stood. */
    facts text not null,
    reason text not null check (length(reason) between 1 and 500),
    by_account text not null default platform.actor(),
    by_name text not null,
    at timestamptz not null default platform.now()
  );
  create index on insight.work_judgement (item_id, at);
`;

const OWN = `
  create table insight.work_view (
    id uuid primary key default gen_random_uuid(),
    account_id text not null default platform.actor(),
    owner_name text not null,
    name text not null check (length(name) between 1 and 80),
    /* The filters of the list, as its address holds them. */
    query text not null check (length(query) <= 500),
    shared boolean not null,
    /* The first page of its owner. */
    is_start boolean not null default false,
    made_at timestamptz not null default platform.now()
  );
  create unique index work_view_start on insight.work_view (account_id) where is_start;
  create unique index work_view_name on insight.work_view (account_id, lower(name));

  create table insight.work_digest (
    id uuid primary key default gen_random_uuid(),
    account_id text not null unique default platform.actor(),
    wanted boolean not null,
    language text not null check (language in ('nl', 'en')),
    /* Where the digest of yesterday ended. */
    told_until timestamptz not null default platform.now()
  );
`;

const COLLEAGUES = `
  /* Who can be given work: names of the staff; identity itself stays closed. */
  create function insight.colleagues() returns table (account_id text, name text, role text)
    language sql stable security definer set search_path = insight, pg_temp as $$
      select distinct a.account_id::text, c.name, a.role from identity.assignment_in_force a
        join identity.account c on c.id = a.account_id and c.disabled_at is null
       where a.role in ('overseer', 'decision_maker', 'committee_member', 'committee_secretary')
       order by 2, 1, 3
    $$;

  /* Where the digest goes; null for who holds no role of the staff any more. */
  create function insight.address_of_colleague(wanted uuid)
    returns table (email text, name text, role text)
    language sql stable security definer set search_path = insight, pg_temp as $$
      select c.email, c.name, a.role from identity.assignment_in_force a
        join identity.account c on c.id = a.account_id and c.disabled_at is null
       where c.id = wanted and a.role in
         ('overseer', 'decision_maker', 'committee_member', 'committee_secretary')
       order by a.role = 'overseer' desc limit 1
    $$;
  revoke execute on function insight.colleagues(), insight.address_of_colleague(uuid) from public;
  grant execute on function insight.colleagues() to partijgiften_staff;
  grant execute on function insight.address_of_colleague(uuid) to partijgiften_worker;
`;

/** That something inside failed, not what: that stays with the worker. */
const MACHINE = `
  create index job_failed on platform.job (created_at) where state = 'failed';
  create index deadline_held on platform.deadline (due_at) where state = 'held';
  create policy failed_for_staff on platform.job for select to partijgiften_staff
    using (state = 'failed');
  grant select (id, tenant_id, kind, created_at, state) on platform.job to partijgiften_staff;
  create policy stuck_for_staff on platform.outbox_message for select to partijgiften_staff
    using (sent_at is null and attempts >= 5);
  grant select (id, tenant_id, created_at, sent_at, attempts) on platform.outbox_message
    to partijgiften_staff;
`;

function protect(table: string): string {
  return `
    alter table insight.${table} enable row level security;
    alter table insight.${table} force row level security;
  `;
}

const ROLE = "current_setting('app.actor_role', true)";
/* Tips are for who handles them, and for no other (law.md 10). */
const MAY_SEE = `(kind <> 'tips' or ${ROLE} in ('overseer', 'decision_maker', 'system'))`;

const POLICIES = `
  create policy seen_by_staff on insight.work_item for select to partijgiften_staff
    using ${MAY_SEE};
  create policy derived on insight.work_item for insert to partijgiften_staff
    with check (${ROLE} = 'system');
  create policy kept on insight.work_item for update to partijgiften_staff
    using ${MAY_SEE} with check ${MAY_SEE};
  grant select, insert, update on insight.work_item to partijgiften_staff;

  create policy marked on insight.work_change for insert to partijgiften_owner with check (true);
  create policy taken on insight.work_change to partijgiften_staff using (true);
  grant select, delete on insight.work_change to partijgiften_staff;

  create policy kept on insight.work_refresh to partijgiften_staff using (true) with check (true);
  grant select, insert, update on insight.work_refresh to partijgiften_staff;

  ${ACT_TABLES.map(
    (table) => `
  create policy seen_by_staff on insight.${table} for select to partijgiften_staff
    using (exists (select 1 from insight.work_item i where i.id = item_id));
  create policy by_themselves on insight.${table} for insert to partijgiften_staff
    with check (by_account = platform.actor());
  grant select, insert on insight.${table} to partijgiften_staff;`,
  ).join('')}

  create policy own_and_shared on insight.work_view for select to partijgiften_staff
    using (shared or account_id = (select platform.actor()));
  create policy own_in on insight.work_view for insert to partijgiften_staff
    with check (account_id = (select platform.actor()));
  create policy own_kept on insight.work_view for update to partijgiften_staff
    using (account_id = (select platform.actor()))
    with check (account_id = (select platform.actor()));
  create policy own_away on insight.work_view for delete to partijgiften_staff
    using (account_id = (select platform.actor()));
  grant select, insert, update (name, query, shared, is_start), delete on insight.work_view
    to partijgiften_staff;

  create policy own_choice on insight.work_digest to partijgiften_staff
    using (account_id = (select platform.actor()))
    with check (account_id = (select platform.actor()));
  create policy all_rows on insight.work_digest to partijgiften_worker
    using (true) with check (true);
  /* The link to stop carries a proof of its own; the row only says whose choice it is. */
  create policy by_link on insight.work_digest for select to partijgiften_public using (true);
  grant select, insert, update (wanted, language) on insight.work_digest to partijgiften_staff;
  grant select, update (told_until) on insight.work_digest to partijgiften_worker;
  grant usage on schema insight to partijgiften_public;
  grant select (id, account_id, wanted) on insight.work_digest to partijgiften_public;
`;

const MARKS = `
  create function insight.mark_work() returns trigger language plpgsql
    security definer set search_path = insight, pg_temp as $$
  begin
    insert into insight.work_change (source, tenant_id)
      select distinct tg_argv[0], c.tenant_id from changed c;
    return null;
  end $$;

  /* Of the ministry itself: no party. */
  create function insight.mark_ministry_work() returns trigger language plpgsql
    security definer set search_path = insight, pg_temp as $$
  begin
    insert into insight.work_change (source)
      select tg_argv[0] where exists (select from changed);
    return null;
  end $$;

  /* A party's own ledger is none of the overseer's work (decisions.md D7). */
  create function insight.mark_disclosed_work() returns trigger language plpgsql
    security definer set search_path = insight, pg_temp as $$
  begin
    insert into insight.work_change (source, tenant_id)
      select distinct tg_argv[0], c.tenant_id from changed c where c.source = 'disclosed';
    return null;
  end $$;
`;

function marksFor(table: string): string {
  if (table === 'core.finding') return 'mark_disclosed_work';
  return table.startsWith('core.') ? 'mark_work' : 'mark_ministry_work';
}

function watch(table: string, events: readonly string[]): string {
  const marks = marksFor(table);
  return events
    .map(
      (event) => `create trigger work_${event} after ${event} on ${table}
        referencing new table as changed
        for each statement execute function insight.${marks}('${table}');`,
    )
    .join('\n');
}

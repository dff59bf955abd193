import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Decisions of people, each with a line in the audit log. */
const DECIDED = ['signal_setting', 'signal_judgement', 'decision_day'] as const;
/** What is derived from insight, and can be made again, apart from what was judged already. */
const DERIVED = ['signal', 'signal_row', 'signal_stale', 'signal_run'] as const;

/**
 * Signals: patterns in gifts that are worth a look, never accusations. They stand as long as their
 * facts do; what a person thought of one is remembered with the rows that person saw.
 */
export class Signals1764000000109 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SIGNALS);
    await runner.query(CHOICES);
    await runner.query(STALE);
    for (const table of [...DERIVED, ...DECIDED]) await runner.query(protect(table));
    await runner.query(GRANTS);
    for (const table of DECIDED)
      await runner.query(`select audit.attach('insight.${table}', '{id}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of DECIDED) await runner.query(`select audit.detach('insight.${table}')`);
    await runner.query(`
      drop trigger signals_stale_added on insight.gift;
      drop trigger signals_stale_changed on insight.gift;
      drop trigger signals_stale_before on insight.gift;
      drop trigger signals_stale_removed on insight.gift;
      drop trigger signals_stale_added on insight.donor_trait;
      drop trigger signals_stale_changed on insight.donor_trait;
      drop trigger signals_stale_removed on insight.donor_trait;
      drop function insight.gifts_touch_signals();
      drop function insight.traits_touch_signals();
      drop table insight.signal_run, insight.signal_stale, insight.decision_day,
        insight.signal_setting, insight.signal_row, insight.signal_judgement, insight.signal;
    `);
  }
}

const SIGNALS = `
  create table insight.signal (
    id uuid primary key default gen_random_uuid(),
    code text not null check (code ~ '^[a-z_]{3,40}$'),
    /* Whose facts were looked at: a donor, donors with something in common, a party, a decision. */
    scope text not null,
    /* What tells it from others of its kind in the same scope. */
    subject text not null,
    /* Null when it is about several. */
    party_id uuid references insight.party,
    donor_id uuid references insight.donor,
    weight int not null check (weight between 1 and 5),
    /* { name: { kind, value } }: the figures that its explanation names. */
    figures jsonb not null,
    first_seen timestamptz not null default platform.now(),
    last_seen timestamptz not null default platform.now(),
    /* When its facts stopped to hold; null while it stands. */
    ended_at timestamptz,
    /* 'reopened': it was judged, and rows came that were not there then. */
    state text not null default 'open' check (state in ('open', 'judged', 'reopened', 'ended')),
    /* How many rows nobody judged yet; 0 while it was never judged. */
    new_rows int not null default 0 check (new_rows >= 0),
    unique (code, scope, subject),
    check ((state = 'ended') = (ended_at is not null))
  );
  create index on insight.signal (scope);
  create index on insight.signal (state, weight desc, first_seen desc, id desc);
  create index on insight.signal (code, state, weight desc, first_seen desc, id desc);
  create index on insight.signal (party_id, state);
  create index on insight.signal (donor_id, state);

  create table insight.signal_judgement (
    id uuid primary key default gen_random_uuid(),
    signal_id uuid not null references insight.signal,
    verdict text not null check (verdict in ('innocent', 'worth_asking', 'case_opened', 'known')),
    reason text not null check (length(reason) between 1 and 1000),
    /* The case it led to; null unless the verdict says so. */
    case_id uuid,
    judged_at timestamptz not null default platform.now(),
    judged_by text not null default platform.actor(),
    judged_by_name text not null check (length(judged_by_name) between 1 and 200),
    check ((case_id is not null) = (verdict = 'case_opened'))
  );
  create index on insight.signal_judgement (signal_id, judged_at desc);

  /* The exact rows behind a signal. A row that is gone stays, with what was thought of it. */
  create table insight.signal_row (
    signal_id uuid not null references insight.signal,
    key text not null,
    kind text not null check (kind in ('gift', 'tie', 'period')),
    party_id uuid,
    donor_id uuid,
    gift_key text,
    about text,
    label text,
    day date,
    amount_cents bigint,
    added_at timestamptz not null default platform.now(),
    gone_at timestamptz,
    /* The judgement that saw it; null while nobody did. */
    judged_in uuid references insight.signal_judgement,
    primary key (signal_id, key),
    check ((kind = 'gift') = (gift_key is not null))
  );
  create index on insight.signal_row (donor_id, signal_id) where donor_id is not null;
  create index on insight.signal_row (party_id, signal_id) where party_id is not null;

  create table insight.signal_run (
    id uuid primary key default gen_random_uuid(),
    reason text not null check (reason in ('night', 'asked', 'setting')),
    started_at timestamptz not null default platform.now(),
    finished_at timestamptz,
    donors int not null default 0,
    found int not null default 0
  );
`;

const CHOICES = `
  /* From a day on: is a kind of signal looked for, and with which figures. The newest counts. */
  create table insight.signal_setting (
    id uuid primary key default gen_random_uuid(),
    code text not null check (code ~ '^[a-z_]{3,40}$'),
    starts_on date not null,
    switched_on boolean not null,
    /* { name: whole number }; names that are absent keep the value they had at first. */
    parameters jsonb not null check (jsonb_typeof(parameters) = 'object'),
    reason text not null check (length(reason) between 1 and 500),
    set_at timestamptz not null default platform.now(),
    set_by text not null default platform.actor(),
    set_by_name text not null check (length(set_by_name) between 1 and 200),
    sequence bigint generated always as identity
  );
  create index on insight.signal_setting (code, starts_on desc, sequence desc);

  /* Days on which something was decided, as the overseer enters them. */
  create table insight.decision_day (
    id uuid primary key default gen_random_uuid(),
    title text not null check (length(title) between 1 and 200),
    day date not null,
    party_id uuid references insight.party,
    days_before int not null check (days_before between 0 and 365),
    days_after int not null check (days_after between 0 and 365),
    source text not null check (length(source) between 1 and 500),
    entered_at timestamptz not null default platform.now(),
    entered_by text not null default platform.actor(),
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawn_why text check (length(withdrawn_why) between 1 and 500),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check ((withdrawn_at is null) = (withdrawn_why is null))
  );
  create index on insight.decision_day (day desc, id desc);
`;

const STALE = `
  /* Of whom something changed since signals were last looked for. */
  create table insight.signal_stale (
    kind text not null check (kind in ('donor', 'party')),
    id uuid not null,
    since timestamptz not null default platform.now(),
    primary key (kind, id)
  );

  create function insight.gifts_touch_signals() returns trigger language plpgsql
    set search_path = insight, pg_temp as $$
  begin
    insert into signal_stale (kind, id)
      select distinct 'donor', donor_id from changed
       union select distinct 'party', party_id from changed
      order by 1, 2
      on conflict do nothing;
    return null;
  end $$;
  create function insight.traits_touch_signals() returns trigger language plpgsql
    set search_path = insight, pg_temp as $$
  begin
    insert into signal_stale (kind, id)
      select distinct 'donor', donor_id from changed order by 2 on conflict do nothing;
    return null;
  end $$;
  revoke execute on function insight.gifts_touch_signals(), insight.traits_touch_signals()
    from public;

  create trigger signals_stale_added after insert on insight.gift
    referencing new table as changed for each statement
    execute function insight.gifts_touch_signals();
  create trigger signals_stale_changed after update on insight.gift
    referencing new table as changed for each statement
    execute function insight.gifts_touch_signals();
  create trigger signals_stale_before after update on insight.gift
    referencing old table as changed for each statement
    execute function insight.gifts_touch_signals();
  create trigger signals_stale_removed after delete on insight.gift
    referencing old table as changed for each statement
    execute function insight.gifts_touch_signals();
  create trigger signals_stale_added after insert on insight.donor_trait
    referencing new table as changed for each statement
    execute function insight.traits_touch_signals();
  create trigger signals_stale_changed after update on insight.donor_trait
    referencing new table as changed for each statement
    execute function insight.traits_touch_signals();
  create trigger signals_stale_removed after delete on insight.donor_trait
    referencing old table as changed for each statement
    execute function insight.traits_touch_signals();
`;

function protect(table: string): string {
  const name = `insight.${table}`;
  return `
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy read_by_staff on ${name} for select to partijgiften_staff using (true);
    create policy read_by_worker on ${name} for select to partijgiften_worker using (true);
    grant select on ${name} to partijgiften_staff, partijgiften_worker;
  `;
}

const ACTS = `current_setting('app.actor_role', true) in ('overseer', 'system')`;

const GRANTS = `
  ${DERIVED.map(
    (table) => `
      create policy kept_by_worker on insight.${table} to partijgiften_worker
        using (true) with check (true);
      grant insert, update, delete on insight.${table} to partijgiften_worker;`,
  ).join('\n')}
  /* Judging: the verdict, which rows it saw, and that the signal rests. */
  create policy judged_by_overseer on insight.signal_judgement for insert to partijgiften_staff
    with check (${ACTS});
  create policy judged_by_overseer on insight.signal for update to partijgiften_staff
    using (${ACTS}) with check (state = 'judged');
  create policy judged_by_overseer on insight.signal_row for update to partijgiften_staff
    using (${ACTS}) with check (judged_in is not null);
  grant insert on insight.signal_judgement to partijgiften_staff;
  grant update (state, new_rows) on insight.signal to partijgiften_staff;
  grant update (judged_in) on insight.signal_row to partijgiften_staff;
  /* Settings are only added to; the newest counts. */
  create policy set_by_overseer on insight.signal_setting for insert to partijgiften_staff
    with check (${ACTS});
  grant insert on insight.signal_setting to partijgiften_staff;
  create policy entered_by_overseer on insight.decision_day for insert to partijgiften_staff
    with check (${ACTS});
  create policy withdrawn_by_overseer on insight.decision_day for update to partijgiften_staff
    using (${ACTS} and withdrawn_at is null) with check (withdrawn_at is not null);
  grant insert, update (withdrawn_at, withdrawn_by, withdrawn_why) on insight.decision_day
    to partijgiften_staff;
`;

import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Deadlines, jobs and letters to send: what still has to happen, as rows in PostgreSQL.
 *
 * Two clocks are used, on purpose. What has a meaning outside (due_at, fired_at, run_at, done_at,
 * sent_at) follows platform.now(), which a demonstration can move. How long a worker waits before
 * it tries again (dispatched_at, retry_at, lease_until) follows clock_timestamp(): a demonstration
 * that goes back a year must not make a retry wait a year.
 */
export class JobsAndDeadlines1764000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DEADLINES);
    await runner.query(JOBS);
    await runner.query(OUTBOX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table platform.outbox_message;
      drop table platform.job;
      drop table platform.deadline_effect;
      drop table platform.deadline;
    `);
  }
}

const DEADLINES = `
  create table platform.deadline (
    tenant_id uuid not null,
    id uuid not null,
    kind text not null check (kind ~ '^[a-z][a-z0-9_.]{2,79}$'),
    subject_id uuid not null,
    occurrence text not null check (length(occurrence) between 1 and 100),
    local_date date not null,
    moment text not null default 'end_of_day' check (moment in ('start_of_day', 'end_of_day')),
    due_at timestamptz not null generated always as (
      (case moment when 'end_of_day' then local_date + 1 else local_date end)::timestamp
        at time zone 'Europe/Amsterdam') stored,
    rule_version text not null check (length(rule_version) between 1 and 100),
    state text not null default 'pending' check (state in ('pending', 'fired', 'cancelled', 'held')),
    created_at timestamptz not null default platform.now(),
    fired_at timestamptz,
    fired_by text,
    dispatches integer not null default 0,
    dispatched_at timestamptz,
    attempts integer not null default 0,
    retry_at timestamptz,
    last_error text,
    primary key (tenant_id, id),
    check ((state = 'fired') = (fired_at is not null)),
    constraint deadline_never_early check (fired_at is null or fired_at >= due_at)
  );
  comment on column platform.deadline.due_at is 'The first instant at which local_date is over (end_of_day), or has begun (start_of_day), in Europe/Amsterdam.';
  comment on column platform.deadline.occurrence is 'What makes it the same duty, such as a year: a moved date keeps it.';
  comment on column platform.deadline.fired_by is 'Machine and process, and the path: dispatched (one by one) or swept (a batch straight from this table).';

  -- A duty can be cancelled and set again, but never stand twice, and never again once it fired.
  create unique index deadline_once_per_duty
    on platform.deadline (tenant_id, kind, subject_id, occurrence) where state <> 'cancelled';
  create index deadline_due on platform.deadline (due_at) where state = 'pending';
  create index deadline_pending on platform.deadline (id) where state = 'pending';

  -- No audit trigger here: the row tells its own life, and what firing changes elsewhere is audited there.

  -- One row for each deadline that fired, for ever: the second wall against a double effect.
  create table platform.deadline_effect (
    tenant_id uuid not null,
    deadline_id uuid not null,
    effect jsonb not null check (jsonb_typeof(effect) = 'object'),
    at timestamptz not null default platform.now(),
    primary key (tenant_id, deadline_id),
    foreign key (tenant_id, deadline_id) references platform.deadline (tenant_id, id)
  );

  alter table platform.deadline enable row level security;
  alter table platform.deadline force row level security;
  alter table platform.deadline_effect enable row level security;
  alter table platform.deadline_effect force row level security;

  -- What went wrong inside (last_error) is for the worker only.
  grant select (tenant_id, id, kind, subject_id, occurrence, local_date, moment, due_at,
                rule_version, state, created_at, fired_at)
    on platform.deadline to partijgiften_app, partijgiften_staff;
  grant insert (tenant_id, id, kind, subject_id, occurrence, local_date, moment, rule_version)
    on platform.deadline to partijgiften_app;
  grant update (state) on platform.deadline to partijgiften_app;
  grant select, insert, update on platform.deadline to partijgiften_worker;
  grant select, insert on platform.deadline_effect to partijgiften_worker;
  grant select on platform.deadline_effect to partijgiften_staff;

  create policy own_read on platform.deadline for select to partijgiften_app
    using (tenant_id = (select platform.tenant()));
  create policy own_schedule on platform.deadline for insert to partijgiften_app
    with check (tenant_id = (select platform.tenant()) and state = 'pending');
  create policy own_cancel on platform.deadline for update to partijgiften_app
    using (tenant_id = (select platform.tenant()) and state = 'pending')
    with check (tenant_id = (select platform.tenant()) and state = 'cancelled');
  create policy staff_read on platform.deadline for select to partijgiften_staff using (true);
  create policy worker on platform.deadline to partijgiften_worker using (true) with check (true);
  create policy staff_read on platform.deadline_effect for select to partijgiften_staff using (true);
  create policy worker on platform.deadline_effect to partijgiften_worker
    using (true) with check (true);
`;

const JOBS = `
  create table platform.job (
    id uuid primary key,
    tenant_id uuid,
    kind text not null check (kind ~ '^[a-z][a-z0-9_.]{2,79}$'),
    payload jsonb not null check (jsonb_typeof(payload) = 'object' and length(payload::text) <= 4000),
    dedupe_key text not null check (length(dedupe_key) between 1 and 200),
    created_at timestamptz not null default platform.now(),
    run_at timestamptz not null default platform.now(),
    state text not null default 'ready' check (state in ('ready', 'running', 'done', 'failed')),
    attempts integer not null default 0,
    lease_until timestamptz,
    retry_at timestamptz,
    last_error text,
    done_at timestamptz,
    unique nulls not distinct (tenant_id, kind, dedupe_key),
    check ((state = 'done') = (done_at is not null)),
    check ((state = 'running') = (lease_until is not null))
  );
  create index job_ready on platform.job (run_at, id) where state = 'ready';
  create index job_running on platform.job (lease_until) where state = 'running';

  alter table platform.job enable row level security;
  alter table platform.job force row level security;

  grant insert (id, tenant_id, kind, payload, dedupe_key, run_at) on platform.job
    to partijgiften_app, partijgiften_staff, partijgiften_identity;
  grant select, insert, update on platform.job to partijgiften_worker;
  create policy own_announce on platform.job for insert to partijgiften_app
    with check (tenant_id = (select platform.tenant()));
  create policy announce on platform.job for insert to partijgiften_staff, partijgiften_identity
    with check (true);
  create policy worker on platform.job to partijgiften_worker using (true) with check (true);
`;

const OUTBOX = `
  create table platform.outbox_message (
    id uuid primary key,
    tenant_id uuid,
    message_id text not null check (message_id ~ '^[0-9a-f]{64}$'),
    recipient text not null check (length(recipient) between 3 and 320 and recipient !~ '[[:cntrl:]]'),
    subject text not null check (length(subject) between 1 and 200 and subject !~ '[[:cntrl:]]'),
    body text not null check (length(body) <= 100000),
    created_at timestamptz not null default platform.now(),
    sent_at timestamptz,
    attempts integer not null default 0,
    retry_at timestamptz,
    last_error text,
    unique nulls not distinct (tenant_id, message_id)
  );
  create index outbox_unsent on platform.outbox_message (created_at, id) where sent_at is null;

  alter table platform.outbox_message enable row level security;
  alter table platform.outbox_message force row level security;

  grant insert (id, tenant_id, message_id, recipient, subject, body) on platform.outbox_message
    to partijgiften_app, partijgiften_staff, partijgiften_identity;
  grant select, insert, update on platform.outbox_message to partijgiften_worker;
  create policy own_message on platform.outbox_message for insert to partijgiften_app
    with check (tenant_id = (select platform.tenant()));
  create policy message on platform.outbox_message for insert
    to partijgiften_staff, partijgiften_identity with check (true);
  create policy worker on platform.outbox_message to partijgiften_worker
    using (true) with check (true);
`;

import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = [
  'enforcement_case',
  'case_event',
  'case_draft',
  'case_decision',
  'case_submission',
  'case_as_told',
  'case_signal',
] as const;

/**
 * The case (Awb title 5.4): its head, its chronology, drafts, decisions and what came in. No step
 * that the law does not know can be taken by any route: the head only goes from one known position
 * to the next, one version at a time, together with its line in the chronology, and a decision is
 * only made by a function that wants a second person on exactly these bytes.
 */
export class Cases1764000000086 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POSITIONS);
    for (const part of [HEAD, CHRONOLOGY, DECISIONS, INCOMING, TOLD]) await runner.query(part);
    for (const table of TABLES) await runner.query(protect(table));
    for (const part of [POLICIES, STEPS, APPROVAL, DEADLINES]) await runner.query(part);
    for (const table of TABLES) await runner.query(`select audit.attach('core.${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy case_terms on platform.deadline;
      drop policy case_terms_move on platform.deadline;
      drop function core.approve_case_decision(uuid, int, text, text);
    `);
    for (const table of [...TABLES].reverse())
      await runner.query(`select audit.detach('core.${table}'); drop table core.${table} cascade`);
    await runner.query(`
      drop function core.case_begins(); drop function core.case_steps();
      drop function core.case_is_told(); drop function core.case_event_follows();
      drop function core.case_decision_stands();
      drop function core.case_state_sha256(jsonb);
      drop function core.case_step_allowed(text, text, text);
    `);
  }
}

/**
 * Where a case can go from where it stands, for each of its three positions. The same as TRANSITIONS
 * in src/legal/procedure/transitions.ts, written out because a migration never changes; a test
 * compares the two.
 */
const CASE_STEPS: readonly (readonly [part: string, from: string, to: readonly string[]])[] = [
  ['phase', 'signal', ['under_review', 'dismissed', 'lapsed']],
  [
    'phase',
    'under_review',
    ['repair_offered', 'at_prosecutor', 'report_drawn', 'dismissed', 'prosecuted', 'lapsed'],
  ],
  [
    'phase',
    'repair_offered',
    ['at_prosecutor', 'report_drawn', 'dismissed', 'prosecuted', 'lapsed'],
  ],
  [
    'phase',
    'at_prosecutor',
    ['under_review', 'repair_offered', 'report_drawn', 'views_asked', 'at_committee', 'prosecuted'],
  ],
  ['phase', 'report_drawn', ['at_prosecutor', 'views_asked', 'dismissed', 'prosecuted', 'lapsed']],
  [
    'phase',
    'views_asked',
    ['at_prosecutor', 'at_committee', 'decided_no_fine', 'prosecuted', 'lapsed'],
  ],
  [
    'phase',
    'at_committee',
    ['at_prosecutor', 'decided_fine', 'decided_no_fine', 'prosecuted', 'lapsed'],
  ],
  ['phase', 'decided_fine', ['notified', 'lapsed']],
  ['phase', 'decided_no_fine', ['notified']],
  ['protection', 'none', ['open']],
  ['protection', 'open', ['objection', 'final']],
  ['protection', 'objection', ['objection_decided']],
  ['protection', 'objection_decided', ['appeal', 'final']],
  ['protection', 'appeal', ['higher_appeal', 'final']],
  ['protection', 'higher_appeal', ['final']],
  ['protection', 'final', ['objection']],
  ['collection', 'none', ['due']],
  ['collection', 'due', ['in_default', 'set_off', 'paid', 'annulled', 'lapsed']],
  ['collection', 'in_default', ['dunned', 'set_off', 'paid', 'annulled', 'lapsed']],
  ['collection', 'dunned', ['writ', 'set_off', 'paid', 'annulled', 'lapsed']],
  ['collection', 'writ', ['set_off', 'paid', 'annulled', 'lapsed']],
  ['collection', 'set_off', ['due', 'annulled']],
  ['collection', 'paid', ['due', 'annulled']],
  ['collection', 'annulled', ['due', 'set_off', 'paid']],
  ['collection', 'lapsed', ['annulled']],
];

const POSITIONS = `
  create function core.case_step_allowed(part text, origin text, target text) returns boolean
    language sql immutable parallel safe as $$
      select origin = target or case part || ' ' || origin
        ${CASE_STEPS.map(([part, from, to]) => `when '${part} ${from}' then target in ('${to.join("', '")}')`).join('\n        ')}
        else false end
    $$;
  create function core.case_state_sha256(state jsonb) returns bytea
    language sql immutable parallel safe
    as $$ select sha256(convert_to(state::text, 'UTF8')) $$;
  grant execute on function core.case_step_allowed(text, text, text),
    core.case_state_sha256(jsonb) to partijgiften_staff, partijgiften_worker;
`;

const HEAD = `
  create table core.enforcement_case (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    number text not null,
    title text not null check (length(title) between 1 and 300),
    source text not null check (source in ('proposal', 'finding', 'manual')),
    finding_id uuid,
    finding_key text,
    proposal_id uuid,
    donor_id uuid,
    year int,
    tip text,
    addressee_recipient_id uuid not null,
    addressee_kind text check (addressee_kind in
      ('party', 'affiliate', 'new_association', 'blank_list_candidate')),
    rule text not null,
    phase text not null,
    protection text not null,
    collection text not null,
    opened_on date not null,
    opened_at timestamptz not null default platform.now(),
    opened_by text not null default platform.actor(),
    ended_on date,
    /* The whole state after the newest event; the columns above repeat it for lists. */
    state jsonb not null,
    state_sha256 bytea not null generated always as (core.case_state_sha256(state)) stored,
    /* The number of events so far. */
    version int not null check (version > 0),
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, finding_id) references core.finding (tenant_id, id),
    foreign key (tenant_id, proposal_id) references core.fine_proposal (tenant_id, id),
    foreign key (tenant_id, addressee_recipient_id) references core.recipient (tenant_id, id),
    check ((source = 'manual') = (finding_id is null)),
    check ((source = 'manual') = (tip is not null)),
    check ((finding_id is null) = (finding_key is null)),
    check (source <> 'proposal' or proposal_id is not null),
    check (state ->> 'phase' = phase and state ->> 'protection' = protection
      and state ->> 'collection' = collection),
    check (state -> 'subject' ->> 'rule' = rule),
    check (state -> 'ended' ->> 'on' is not distinct from to_char(ended_on, 'YYYY-MM-DD'))
  );
  /* One case for one cause; only one that ended without a decision makes room (Awb art. 5:43). */
  create unique index case_once_per_cause
    on core.enforcement_case (tenant_id, donor_id, year, finding_key) nulls not distinct
    where finding_key is not null and phase <> 'dismissed';
  create index on core.enforcement_case (opened_at desc, id);
  create index on core.enforcement_case (tenant_id, rule, addressee_recipient_id);
`;

const CHRONOLOGY = `
  create table core.case_event (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    case_id uuid not null,
    sequence int not null check (sequence > 0),
    type text not null,
    command jsonb not null check (command ->> 'type' = type),
    actor text not null,
    actor_name text,
    role text not null check (role in ('system', 'overseer', 'decision_maker', 'committee_member',
      'committee_secretary', 'party')),
    /* The day the step counts from; of a submission the day it was received. */
    day date not null,
    at timestamptz not null default platform.now(),
    article text,
    audience text not null check (audience in ('internal', 'party')),
    state_sha256 bytea not null,
    primary key (tenant_id, id),
    unique (tenant_id, case_id, sequence),
    foreign key (tenant_id, case_id) references core.enforcement_case (tenant_id, id)
  );
`;

const DECISIONS = `
  /* What a draft became is in the chronology; the row itself never changes. */
  create table core.case_draft (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    case_id uuid not null,
    version int not null check (version > 0),
    purpose text not null check (purpose in ('fine', 'no_fine', 'objection', 'set_off')),
    /* Canonical JSON: the exact bytes that are approved. */
    content text not null,
    sha256 bytea not null check (sha256 = sha256(convert_to(content, 'UTF8'))),
    drafted_by text not null default platform.actor(),
    drafted_by_name text,
    drafted_at timestamptz not null default platform.now(),
    primary key (tenant_id, id),
    unique (tenant_id, case_id, version),
    foreign key (tenant_id, case_id) references core.enforcement_case (tenant_id, id)
  );

  create table core.case_decision (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    case_id uuid not null,
    draft_version int not null,
    purpose text not null check (purpose in ('fine', 'no_fine', 'objection', 'set_off')),
    sha256 bytea not null,
    drafted_by text not null,
    approved_by text not null,
    approved_by_name text,
    decided_on date not null,
    decided_at timestamptz not null default platform.now(),
    primary key (tenant_id, id),
    unique (tenant_id, case_id, draft_version),
    foreign key (tenant_id, case_id, draft_version)
      references core.case_draft (tenant_id, case_id, version),
    constraint decision_by_two_people check (drafted_by <> approved_by)
  );
`;

const INCOMING = `
  create table core.case_submission (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    case_id uuid not null,
    kind text not null check (kind in ('views', 'objection', 'repair', 'information')),
    channel text not null check (channel in ('portal', 'paper')),
    text text not null check (length(text) between 1 and 40000),
    /* Names and SHA-256 of what came along. */
    documents jsonb not null default '[]' check (jsonb_typeof(documents) = 'array'),
    received_at timestamptz not null default platform.now(),
    received_on date not null,
    posted_on date,
    submitted_by text not null default platform.actor(),
    /* Null until the case has taken it in, a moment later. */
    outcome text check (outcome in ('taken_in', 'refused')),
    refusal text,
    event_sequence int,
    handled_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references core.enforcement_case (tenant_id, id),
    foreign key (tenant_id, case_id, event_sequence)
      references core.case_event (tenant_id, case_id, sequence),
    check ((outcome is null) = (handled_at is null)),
    check ((outcome is not distinct from 'taken_in') = (event_sequence is not null)),
    check ((outcome is not distinct from 'refused') = (refusal is not null)),
    check (posted_on is null or (kind = 'objection' and posted_on <= received_on))
  );
  create index on core.case_submission (tenant_id, case_id, received_at);

  create table core.case_signal (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    case_id uuid not null,
    kind text not null check (kind in ('ends_soon', 'passed', 'submission_refused')),
    term text,
    last_day date,
    since timestamptz not null default platform.now(),
    /* Set by the next step of the case. */
    seen_to_at timestamptz,
    primary key (tenant_id, id),
    unique nulls not distinct (tenant_id, case_id, kind, term, last_day),
    foreign key (tenant_id, case_id) references core.enforcement_case (tenant_id, id)
  );
  create index on core.case_signal (tenant_id, case_id) where seen_to_at is null;
`;

/**
 * What the party was told last: the case as it may see it. It is written when something is sent to
 * the party or comes from it, so nothing of what happens inside shows, not even that it happens.
 */
const TOLD = `
  create table core.case_as_told (
    tenant_id uuid not null,
    id uuid not null,
    number text not null,
    title text not null,
    addressee_recipient_id uuid not null,
    addressee_kind text,
    source text not null,
    rule text not null,
    opened_on date not null,
    opened_at timestamptz not null,
    ended_on date,
    state jsonb not null,
    version int not null,
    told_at timestamptz not null default platform.now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, id) references core.enforcement_case (tenant_id, id)
  );
`;

function protect(table: string): string {
  return `
    alter table core.${table} enable row level security;
    alter table core.${table} force row level security;
    create policy overseer_reads on core.${table} for select
      to partijgiften_staff, partijgiften_worker using (true);
    grant select on core.${table} to partijgiften_staff, partijgiften_worker;
  `;
}

const OWN = 'tenant_id = (select platform.tenant())';
const HANDLERS = 'partijgiften_staff, partijgiften_worker';
const ROLE = "current_setting('app.actor_role', true)";

const POLICIES = `
  create policy opened on core.enforcement_case for insert to partijgiften_staff
    with check (${ROLE} = 'overseer' and opened_by = platform.actor());
  create policy stepped on core.enforcement_case for update to ${HANDLERS} using (true);
  grant insert on core.enforcement_case to partijgiften_staff;
  grant update (phase, protection, collection, ended_on, state, version)
    on core.enforcement_case to ${HANDLERS};

  create policy by_staff on core.case_event for insert to partijgiften_staff
    with check (actor = platform.actor() and role = ${ROLE});
  create policy by_system on core.case_event for insert to partijgiften_worker
    with check (role in ('system', 'party'));
  create policy told_to_party on core.case_event for select to partijgiften_app
    using (${OWN} and audience = 'party');
  grant insert on core.case_event to ${HANDLERS};
  grant select (tenant_id, id, case_id, sequence, type, command, role, day, at, article, audience)
    on core.case_event to partijgiften_app;

  create policy drafted on core.case_draft for insert to partijgiften_staff
    with check (drafted_by = platform.actor() and ${ROLE} = 'overseer');
  grant insert on core.case_draft to partijgiften_staff;

  create policy sent_to_party on core.case_decision for select to partijgiften_app
    using (${OWN} and exists (select 1 from core.case_as_told t
      where t.tenant_id = case_decision.tenant_id and t.id = case_decision.case_id
        and t.state -> 'decisions'
          @> jsonb_build_array(jsonb_build_object('sha256', encode(sha256, 'hex')))));
  grant select (tenant_id, id, case_id, draft_version, purpose, sha256, decided_on)
    on core.case_decision to partijgiften_app;
  create policy sent_to_party on core.case_draft for select to partijgiften_app
    using (${OWN} and exists (select 1 from core.case_decision d
      where d.tenant_id = case_draft.tenant_id and d.case_id = case_draft.case_id
        and d.draft_version = case_draft.version));
  grant select (tenant_id, id, case_id, version, purpose, content, sha256)
    on core.case_draft to partijgiften_app;

  create policy own_rows on core.case_submission for select to partijgiften_app using (${OWN});
  create policy own_rows_in on core.case_submission for insert to partijgiften_app
    with check (${OWN} and channel = 'portal' and outcome is null and posted_on is null
      and submitted_by = platform.actor() and received_on = platform.today()
      and exists (select 1 from core.case_as_told t
        where t.tenant_id = case_submission.tenant_id and t.id = case_submission.case_id));
  create policy on_paper on core.case_submission for insert to partijgiften_staff
    with check (channel = 'paper' and ${ROLE} = 'overseer' and submitted_by = platform.actor());
  create policy taken_in on core.case_submission for update to partijgiften_worker
    using (outcome is null) with check (outcome is not null);
  create policy taken_in_on_paper on core.case_submission for update to partijgiften_staff
    using (channel = 'paper' and outcome is null) with check (outcome is not null);
  grant select, insert on core.case_submission to partijgiften_app, partijgiften_staff;
  grant update (outcome, refusal, event_sequence, handled_at) on core.case_submission
    to ${HANDLERS};

  create policy own_rows on core.case_as_told for select to partijgiften_app using (${OWN});
  create policy told on core.case_as_told for insert to ${HANDLERS} with check (true);
  create policy told_again on core.case_as_told for update to ${HANDLERS} using (true);
  grant select on core.case_as_told to partijgiften_app;
  grant insert, update (ended_on, state, version, told_at) on core.case_as_told to ${HANDLERS};

  create policy noticed on core.case_signal for insert to ${HANDLERS} with check (true);
  create policy seen_to on core.case_signal for update to ${HANDLERS} using (true);
  grant insert, update (seen_to_at) on core.case_signal to ${HANDLERS};
`;

const STEPS = `
  create function core.case_begins() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    if new.phase <> 'signal' or new.protection <> 'none' or new.collection <> 'none'
      or new.version <> 1 or new.state -> 'decisions' <> '[]'::jsonb
      or new.state -> 'draft' <> 'null'::jsonb or new.state -> 'report' <> 'null'::jsonb then
      raise exception 'a case begins as a signal' using errcode = '23514',
        constraint = 'case_begins_as_signal';
    end if;
    return new;
  end $$;
  create trigger case_begins before insert on core.enforcement_case
    for each row execute function core.case_begins();

  create function core.case_steps() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  declare
    before int := jsonb_array_length(old.state -> 'decisions');
    latest jsonb := new.state -> 'decisions' -> -1;
  begin
    if new.version <> old.version + 1 then
      raise exception 'case version % follows %', new.version, old.version
        using errcode = '23514', constraint = 'case_one_step_at_a_time';
    end if;
    if not core.case_step_allowed('phase', old.phase, new.phase)
      or not core.case_step_allowed('protection', old.protection, new.protection)
      or not core.case_step_allowed('collection', old.collection, new.collection)
      or new.phase <> 'notified' and (new.protection, new.collection) <> ('none', 'none') then
      raise exception 'no step of the law leads from %/%/% to %/%/%', old.phase, old.protection,
        old.collection, new.phase, new.protection, new.collection
        using errcode = '23514', constraint = 'case_step_is_known';
    end if;
    if new.state -> 'subject' <> old.state -> 'subject'
      or new.state -> 'openedOn' <> old.state -> 'openedOn' then
      raise exception 'what a case is about never changes'
        using errcode = '23514', constraint = 'case_subject_stays';
    end if;
    if new.phase like 'decided%' and old.phase not like 'decided%'
      and jsonb_array_length(new.state -> 'decisions') <> before + 1 then
      raise exception 'nothing was decided' using errcode = '23514',
        constraint = 'case_decision_is_made';
    end if;
    if new.state -> 'decisions' <> old.state -> 'decisions' then
      if jsonb_array_length(new.state -> 'decisions') <> before + 1
        or (new.state -> 'decisions') - before <> old.state -> 'decisions'
        or not exists (select 1 from core.case_decision d
             where d.tenant_id = new.tenant_id and d.case_id = new.id
               and d.sha256 = decode(latest ->> 'sha256', 'hex')
               and d.purpose = latest ->> 'purpose'
               and d.drafted_by = latest ->> 'draftedBy'
               and d.approved_by = latest ->> 'approvedBy'
               and d.draft_version = (old.state -> 'draft' ->> 'version')::int) then
        raise exception 'a decision stands in a case only once two people made it'
          using errcode = '23514', constraint = 'case_decision_is_made';
      end if;
      if latest ->> 'purpose' = 'fine'
        and (new.state -> 'report' = 'null'::jsonb or new.state -> 'views' = 'null'::jsonb) then
        raise exception 'no fine without a report and views (Awb art. 5:53)'
          using errcode = '23514', constraint = 'case_report_and_views_first';
      end if;
    end if;
    return new;
  end $$;
  create trigger case_steps before update on core.enforcement_case
    for each row execute function core.case_steps();

  /* A state has its line in the chronology: looked at when the transaction ends. */
  create function core.case_is_told() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    if not exists (select 1 from core.case_event e
         where e.tenant_id = new.tenant_id and e.case_id = new.id
           and e.sequence = new.version and e.state_sha256 = new.state_sha256) then
      raise exception 'version % of the case is not in its chronology', new.version
        using errcode = '23514', constraint = 'case_state_has_its_event';
    end if;
    return null;
  end $$;
  create constraint trigger case_is_told after insert or update on core.enforcement_case
    deferrable initially deferred for each row execute function core.case_is_told();

  create function core.case_event_follows() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    if not exists (select 1 from core.enforcement_case c
         where c.tenant_id = new.tenant_id and c.id = new.case_id
           and (c.version > new.sequence
             or c.version = new.sequence and c.state_sha256 = new.state_sha256)) then
      raise exception 'event % belongs to no state of the case', new.sequence
        using errcode = '23514', constraint = 'case_event_has_its_state';
    end if;
    return null;
  end $$;
  create constraint trigger case_event_follows after insert on core.case_event
    deferrable initially deferred for each row execute function core.case_event_follows();

  /* A decision that was made stands in its case before the transaction ends. */
  create function core.case_decision_stands() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    if not exists (select 1 from core.enforcement_case c
         where c.tenant_id = new.tenant_id and c.id = new.case_id
           and c.state -> 'decisions' @> jsonb_build_array(
             jsonb_build_object('sha256', encode(new.sha256, 'hex')))) then
      raise exception 'the decision does not stand in its case'
        using errcode = '23514', constraint = 'case_decision_stands';
    end if;
    return null;
  end $$;
  create constraint trigger case_decision_stands after insert on core.case_decision
    deferrable initially deferred for each row execute function core.case_decision_stands();
`;

const APPROVAL = `
  /*
   * The only way to make a decision. Everything is looked at while the head is locked: who was
   * drafting, withdrawing or approving at this very moment comes before or after, never between.
   * Gives null when the decision was made, and otherwise why not.
   */
  create function core.approve_case_decision(wanted_case uuid, wanted_version int,
    wanted_sha256 text, approver_name text) returns text language plpgsql security definer
    set search_path = core, pg_temp as $$
  declare
    me text := platform.actor();
    head core.enforcement_case;
    pending jsonb;
    draft core.case_draft;
  begin
    select * into head from core.enforcement_case c where c.id = wanted_case for update;
    if not found then return 'no_draft'; end if;
    if me is null or ${ROLE} is distinct from 'decision_maker' or exists (
      select 1 from core.case_event e where e.tenant_id = head.tenant_id and e.case_id = head.id
         and e.actor = me and e.role in ('committee_member', 'committee_secretary')) then
      return 'role_may_not';
    end if;
    pending := head.state -> 'draft';
    if pending is null or pending = 'null'::jsonb then return 'no_draft'; end if;
    select * into draft from core.case_draft d
     where d.tenant_id = head.tenant_id and d.case_id = head.id and d.version = wanted_version;
    if pending ->> 'draftedBy' = me or exists (select 1 from core.case_event e
         where e.tenant_id = head.tenant_id and e.case_id = head.id and e.actor = me
           and e.type in ('draft_decision', 'withdraw_draft')) then
      return 'second_person_needed';
    end if;
    if draft.id is null or (pending ->> 'version')::int <> wanted_version
      or pending ->> 'sha256' <> wanted_sha256 or encode(draft.sha256, 'hex') <> wanted_sha256 then
      return 'content_changed';
    end if;
    if draft.drafted_by = me then return 'second_person_needed'; end if;
    if exists (select 1 from core.case_decision d where d.tenant_id = head.tenant_id
        and d.case_id = head.id and d.draft_version = wanted_version) then
      return 'already_done';
    end if;
    insert into core.case_decision (tenant_id, case_id, draft_version, purpose, sha256, drafted_by,
        approved_by, approved_by_name, decided_on)
      values (head.tenant_id, head.id, draft.version, draft.purpose, draft.sha256,
        draft.drafted_by, me, approver_name, platform.today());
    return null;
  end $$;
  grant execute on function core.approve_case_decision(uuid, int, text, text)
    to partijgiften_staff;
  create policy for_approval on core.enforcement_case for select to partijgiften_owner using (true);
  create policy for_approval_lock on core.enforcement_case for update to partijgiften_owner
    using (true) with check (false);
  create policy for_approval on core.case_event for select to partijgiften_owner using (true);
  create policy for_approval on core.case_draft for select to partijgiften_owner using (true);
  create policy for_approval on core.case_decision for select to partijgiften_owner using (true);
  create policy by_approval on core.case_decision for insert to partijgiften_owner
    with check (drafted_by <> approved_by);
`;

const CASE_DEADLINES =
  "'enforcement.case_step', 'enforcement.case_term', 'enforcement.case_reminder'";

/** The overseer's steps set and cancel the terms of a case, and no other deadline. */
const DEADLINES = `
  grant insert (tenant_id, id, kind, subject_id, occurrence, local_date, moment, rule_version)
    on platform.deadline to partijgiften_staff;
  grant update (state) on platform.deadline to partijgiften_staff;
  create policy case_terms on platform.deadline for insert to partijgiften_staff
    with check (kind in (${CASE_DEADLINES}) and state = 'pending');
  create policy case_terms_move on platform.deadline for update to partijgiften_staff
    using (kind in (${CASE_DEADLINES}) and state = 'pending')
    with check (state = 'cancelled');
`;

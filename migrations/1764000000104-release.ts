import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What comes before publication and what can undo it: changes that wait for a person or for their
 * hour, what overseers decided about them, the emergency stop, and requests to shield somebody for
 * the sake of safety (art. 25 lid 5), which take the names away at once and are decided after advice.
 */
export class Release1764000000104 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ITEMS, DECISIONS, SETTINGS, APPLYING, SAFETY, WITHHOLDING, STEPS, OWN])
      await runner.query(part);
    await runner.query(`
      select audit.attach('insight.publication_decision');
      select audit.attach('insight.release_setting');
      select audit.attach('core.safety_request');
      select audit.attach('core.safety_step');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select audit.detach('core.safety_step');
      select audit.detach('core.safety_request');
      select audit.detach('insight.release_setting');
      select audit.detach('insight.publication_decision');
      drop function core.publication_of(uuid, uuid);
      drop function core.take_safety_step(uuid, uuid, int, text, text, text, date, text);
      drop table core.safety_step, core.safety_request;
      drop function core.withhold_at_once();
      drop policy read_by_functions on insight.party;
      drop policy read_by_functions on insight.gift;
      drop policy read_by_functions on insight.donor_link;
      drop table insight.withheld_content, insight.publication_decision, insight.release_item,
        insight.release_setting;
      drop function insight.apply_decision();
    `);
  }
}

const ROLE = `current_setting('app.actor_role', true)`;

function secured(table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;`;
}

const ITEMS = `
  /* A change that is to become public. Derived, and made again when the facts change. */
  create table insight.release_item (
    id uuid primary key default gen_random_uuid(),
    party_id uuid not null references insight.party,
    gift_key text not null,
    /* Null while the gift was never public. */
    publication_id uuid references register.publication,
    tenant_id uuid,
    change text not null check (change in ('new', 'corrected', 'returned', 'annulled')),
    /* A code, or the words of the ministry with a new version of a list. */
    reason text,
    /* Counts what was proposed: a decision names the one it was about. */
    revision int not null default 1,
    /* Canonical JSON of the public fields, exactly as they will read. */
    proposed text not null,
    counted_cents bigint not null,
    /* Worth a person's look before it goes; codes. */
    remarks text[] not null default '{}',
    state text not null check (state in ('waiting', 'held', 'released', 'published', 'withdrawn')),
    /* When it goes by itself; null when it waits for a person. */
    due_at timestamptz,
    made_at timestamptz not null default platform.now(),
    settled_at timestamptz
  );
  create unique index release_item_open on insight.release_item (party_id, gift_key)
    where state in ('waiting', 'held', 'released');
  create index on insight.release_item (party_id) where state in ('waiting', 'held', 'released');
  create index on insight.release_item (made_at, id) where state in ('waiting', 'held');
  create index on insight.release_item (due_at) where state = 'waiting';
  create index on insight.release_item (id) where state = 'released';
  create index on insight.release_item (publication_id);
  ${secured('insight.release_item')}
  create policy read_by_staff on insight.release_item for select to partijgiften_staff using (true);
  create policy kept_by_worker on insight.release_item to partijgiften_worker
    using (true) with check (true);
  create policy moved_by_decision on insight.release_item to partijgiften_owner
    using (true) with check (true);
  grant select on insight.release_item to partijgiften_staff;
  grant select, insert, update on insight.release_item to partijgiften_worker;

  /* What stood in versions before a name was withheld; put back when the request is refused. */
  create table insight.withheld_content (
    change_number bigint primary key references register.publication_version,
    publication_id uuid not null references register.publication,
    content text not null
  );
  create index on insight.withheld_content (publication_id);
  ${secured('insight.withheld_content')}
  create policy kept_by_worker on insight.withheld_content to partijgiften_worker
    using (true) with check (true);
  grant select, insert, delete on insight.withheld_content to partijgiften_worker;
  grant usage on sequence register.publication_version_change_number_seq to partijgiften_worker;
`;

const DECISIONS = `
  create table insight.publication_decision (
    id uuid primary key default gen_random_uuid(),
    kind text not null check (kind in
      ('release', 'hold', 'let_go', 'check', 'clear', 'stop', 'lift')),
    item_id uuid references insight.release_item,
    revision int,
    /* With stop and lift: null is the whole register. */
    publication_id uuid references register.publication,
    /* Of check, clear, stop and lift: for everybody to read. */
    reason text check (length(btrim(reason)) between 1 and 500),
    decided_by text not null default platform.actor(),
    decided_by_name text,
    decided_at timestamptz not null default platform.now(),
    check ((kind in ('release', 'hold', 'let_go')) = (item_id is not null)),
    check ((item_id is null) = (revision is null)),
    check (item_id is null or publication_id is null),
    check (kind not in ('check', 'clear') or publication_id is not null),
    check (kind = 'release' or reason is not null)
  );
  create index on insight.publication_decision (item_id);
  create index on insight.publication_decision (publication_id, decided_at);
  ${secured('insight.publication_decision')}
  create policy read_by_staff on insight.publication_decision for select
    to partijgiften_staff, partijgiften_worker using (true);
  create policy by_the_overseer on insight.publication_decision for insert to partijgiften_staff
    with check (${ROLE} = 'overseer' and decided_by = platform.actor());
  grant select, insert on insight.publication_decision to partijgiften_staff;
  grant select on insight.publication_decision to partijgiften_worker;
`;

const SETTINGS = `
  /* After how many hours a change goes by itself; the newest one counts. */
  create table insight.release_setting (
    id uuid primary key default gen_random_uuid(),
    /* Null: never by itself. */
    hours int check (hours between 0 and 2160),
    reason text not null check (length(btrim(reason)) between 1 and 500),
    set_at timestamptz not null default platform.now(),
    set_by text not null default platform.actor(),
    set_by_name text
  );
  create index on insight.release_setting (set_at desc);
  ${secured('insight.release_setting')}
  create policy read_by_staff on insight.release_setting for select
    to partijgiften_staff, partijgiften_worker using (true);
  create policy by_the_overseer on insight.release_setting for insert to partijgiften_staff
    with check (${ROLE} = 'overseer' and set_by = platform.actor());
  create policy seeded on insight.release_setting for insert to partijgiften_owner with check (true);
  grant select, insert on insight.release_setting to partijgiften_staff;
  grant select on insight.release_setting to partijgiften_worker;
  insert into insight.release_setting (hours, reason, set_at, set_by)
    values (24, 'The setting of the product', '2023-01-01', 'the product');
`;

const APPLYING = `
  /* What a decision means for the item or the row, in the same moment; versions follow after it. */
  create function insight.apply_decision() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
  begin
    if new.item_id is not null then
      update insight.release_item set state = case new.kind when 'release' then 'released'
          when 'hold' then 'held' else 'waiting' end
       where id = new.item_id and revision = new.revision
         and state = any (case new.kind when 'release' then array['waiting', 'held']
           when 'hold' then array['waiting'] else array['held'] end);
      if not found then
        raise exception 'the item was settled or changed since it was read'
          using errcode = '23514', constraint = 'release_item_as_it_was_read';
      end if;
    elsif new.kind in ('stop', 'lift') and new.publication_id is null then
      update register.state set open = (new.kind = 'lift'), changed_at = new.decided_at,
        reason = case when new.kind = 'stop' then new.reason end
       where open = (new.kind = 'stop');
      if not found then
        raise exception 'it stands so already'
          using errcode = '23514', constraint = 'register_state_changes';
      end if;
    elsif new.kind in ('stop', 'lift') then
      update register.publication set stopped = (new.kind = 'stop')
       where id = new.publication_id and stopped = (new.kind = 'lift');
      if not found then
        raise exception 'it stands so already'
          using errcode = '23514', constraint = 'register_state_changes';
      end if;
      update register.publication_version v set hidden = not p.shown
        from register.publication p where p.id = new.publication_id and v.publication_id = p.id;
    end if;
    return null;
  end $$;
  create trigger apply_decision after insert on insight.publication_decision
    for each row execute function insight.apply_decision();
`;

const SAFETY = `
  /* A party asks that a person stays out of the register (art. 25 lid 5). Of nobody else to ask. */
  create table core.safety_request (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    donor_id uuid not null,
    /* As the party knows the donor: it need not have been disclosed yet. */
    donor_name text,
    /* Null: the donor itself; otherwise this beneficial owner of it. */
    ubo_name text check (length(ubo_name) between 1 and 200),
    reason text not null check (length(btrim(reason)) between 1 and 2000),
    asked_at timestamptz not null default platform.now(),
    asked_by text not null default platform.actor(),
    asked_by_name text,
    primary key (tenant_id, id),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id)
  );
  create index on core.safety_request (tenant_id, donor_id);
  create table core.safety_step (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    request_id uuid not null,
    number int not null check (number > 0),
    kind text not null check (kind in
      ('sent_to_committee', 'extended', 'advised', 'drafted', 'decided')),
    /* What was advised, drafted or decided. */
    outcome text check (outcome in ('grant', 'refuse')),
    /* The advice, or the grounds of the decision. */
    words text check (length(btrim(words)) between 1 and 4000),
    /* The last day of the advice. */
    due_on date,
    taken_at timestamptz not null default platform.now(),
    taken_by text not null default platform.actor(),
    taken_by_name text,
    role text not null default ${ROLE},
    primary key (tenant_id, id),
    unique (tenant_id, request_id, number),
    foreign key (tenant_id, request_id) references core.safety_request (tenant_id, id),
    check ((kind in ('advised', 'drafted', 'decided')) = (outcome is not null)),
    check ((kind in ('advised', 'drafted', 'decided')) = (words is not null)),
    check ((kind in ('sent_to_committee', 'extended')) = (due_on is not null))
  );
  ${secured('core.safety_request')}
  ${secured('core.safety_step')}
  create policy own_rows on core.safety_request for select to partijgiften_app
    using (tenant_id = (select platform.tenant()));
  create policy own_rows_in on core.safety_request for insert to partijgiften_app
    with check (tenant_id = (select platform.tenant()) and asked_by = platform.actor()
      and ${ROLE} in ('treasurer', 'party_administrator'));
  /* Asking is filing: who decides sees it. */
  create policy asked_for on core.safety_request for select
    to partijgiften_staff, partijgiften_worker, partijgiften_owner using (true);
  create policy locked on core.safety_request for update to partijgiften_owner
    using (true) with check (false);
  /* The party sees what it is told: no advice, no drafts. */
  create policy told on core.safety_step for select to partijgiften_app
    using (tenant_id = (select platform.tenant()) and kind in ('sent_to_committee', 'decided'));
  create policy read_by_staff on core.safety_step for select
    to partijgiften_staff, partijgiften_worker, partijgiften_owner using (true);
  create policy taken on core.safety_step for insert to partijgiften_owner with check (true);
  grant select, insert on core.safety_request to partijgiften_app;
  grant select on core.safety_request to partijgiften_staff, partijgiften_worker;
  grant select (tenant_id, id, request_id, number, kind, outcome, words, due_on, taken_at)
    on core.safety_step to partijgiften_app;
  grant select on core.safety_step to partijgiften_staff, partijgiften_worker;
`;

const WITHHOLDING = `
  create policy read_by_functions on insight.party for select to partijgiften_owner using (true);
  create policy read_by_functions on insight.gift for select to partijgiften_owner using (true);
  create policy read_by_functions on insight.donor_link for select to partijgiften_owner using (true);

  /* In the moment of asking every public row of that donor at that party goes out of sight. */
  create function core.withhold_at_once() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
  declare
    rows_of_donor uuid[] := array(
      select p.id from insight.donor_link l
        join insight.party ip on ip.tenant_id = l.tenant_id
        join register.publication p on p.party_id = ip.id
       where l.tenant_id = new.tenant_id and l.donor_id = new.donor_id
         and (p.gift_key in (select g.key from insight.gift g
                where g.party_id = ip.id and g.donor_id = l.insight_donor_id)
           or p.gift_key like 'rest:' || l.insight_donor_id || ':%'));
  begin
    update register.publication set withholding = true where id = any (rows_of_donor);
    update register.publication_version set hidden = true where publication_id = any (rows_of_donor);
    return null;
  end $$;
  create trigger withhold_at_once after insert on core.safety_request
    for each row execute function core.withhold_at_once();
`;

const STEPS = `
  /*
   * The only way to take a step: with the request locked, on the steps that were read, in the order
   * of the law, and decided by a second person. Null when it was taken, and otherwise why not.
   */
  create function core.take_safety_step(wanted_tenant uuid, wanted_request uuid, seen int,
    wanted_kind text, wanted_outcome text, wanted_words text, wanted_due date, wanted_name text)
    returns text language plpgsql security definer set search_path = core, pg_temp as $$
  declare
    me text := platform.actor();
    my_role text := ${ROLE};
    in_committee boolean := my_role in ('committee_member', 'committee_secretary');
    so_far safety_step[];
    last_due date;
    draft safety_step;
  begin
    perform from safety_request r where r.tenant_id = wanted_tenant and r.id = wanted_request
      for update;
    if not found then return 'no_request'; end if;
    so_far := array(select s from safety_step s
      where s.tenant_id = wanted_tenant and s.request_id = wanted_request order by s.number);
    if cardinality(so_far) <> seen then return 'changed_meanwhile'; end if;
    if exists (select from unnest(so_far) s where s.kind = 'decided') then return 'decided_before'; end if;
    select max(s.due_on) into last_due from unnest(so_far) s;
    if me is null or not (case wanted_kind when 'sent_to_committee' then my_role = 'overseer'
        when 'drafted' then my_role = 'overseer'
        when 'decided' then my_role = 'decision_maker'
        else in_committee end) then
      return 'role_may_not';
    end if;
    if not in_committee and exists (select from unnest(so_far) s where s.taken_by = me
         and s.role in ('committee_member', 'committee_secretary')) then
      return 'role_may_not';
    end if;
    if wanted_kind = 'sent_to_committee' and last_due is not null
      or wanted_kind in ('extended', 'advised') and (last_due is null
        or exists (select from unnest(so_far) s where s.kind = 'advised'))
      or wanted_kind = 'extended' and exists (select from unnest(so_far) s where s.kind = 'extended') then
      return 'not_now';
    end if;
    /* Bfpp art. 3: the committee advises first; when its term has passed the decision need not wait. */
    if wanted_kind = 'drafted' and not exists (select from unnest(so_far) s where s.kind = 'advised')
      and (last_due is null or last_due >= platform.today()) then
      return 'advice_first';
    end if;
    if wanted_kind = 'decided' then
      draft := so_far[cardinality(so_far)];
      if draft.id is null or draft.kind <> 'drafted' then return 'no_draft'; end if;
      if exists (select from unnest(so_far) s where s.kind = 'drafted' and s.taken_by = me) then
        return 'second_person_needed';
      end if;
      wanted_outcome := draft.outcome;
      wanted_words := draft.words;
    end if;
    insert into safety_step (tenant_id, request_id, number, kind, outcome, words, due_on, taken_by_name)
      values (wanted_tenant, wanted_request, seen + 1, wanted_kind, wanted_outcome, wanted_words,
        wanted_due, wanted_name);
    return null;
  end $$;
  grant execute on function core.take_safety_step(uuid, uuid, int, text, text, text, date, text)
    to partijgiften_staff;
`;

const OWN = `
  /* A party may know that its own gift is public; of another tenant it learns nothing. */
  create function core.publication_of(wanted_tenant uuid, wanted_root uuid)
    returns table (public_id text, version int, status text, published_at timestamptz,
      changed_at timestamptz, shielded boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select p.public_id, p.version, p.status, p.published_at, p.changed_at, p.shielding is not null
        from insight.gift g join register.publication p
          on p.party_id = g.party_id and p.gift_key = g.key and p.shown
       where g.tenant_id = wanted_tenant and g.contribution_root_id = wanted_root
         and wanted_tenant = platform.tenant()
    $$;
  grant execute on function core.publication_of(uuid, uuid) to partijgiften_app;
`;

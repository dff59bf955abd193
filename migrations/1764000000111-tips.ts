import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Every table, with the columns of which the log keeps a hash only: what somebody told stays out. */
const TABLES: Readonly<Record<string, string>> = {
  tip: '{code_sha256,story,about_party,about_whom,happened,known_how,contact,closed_reason}',
  tip_message: '{body,once_sha256}',
  tip_file: '{name,content,sha256}',
  tip_step: '{reason}',
  tip_link: '{subject,label}',
};

/**
 * Tips: a suspicion that anybody may tell, without a name. Only who handles tips may read them; who
 * told it comes back with a code, of which the database knows the SHA-256. The public role reads no
 * table at all: it has four functions.
 */
export class Tips1764000000111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TIPS);
    await runner.query(HANDLING);
    for (const table of Object.keys(TABLES)) await runner.query(protect(table));
    for (const part of [POLICIES, FOR_THE_PUBLIC, FOR_THE_PROGRAM]) await runner.query(part);
    for (const [table, hashed] of Object.entries(TABLES))
      await runner.query(`select audit.attach('insight.${table}', '{id}', '${hashed}')`);
    await runner.query(WATCH);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(TABLES).reverse())
      await runner.query(`select audit.detach('insight.${table}')`);
    await runner.query(`
      drop function insight.file_tip(bytea, jsonb, text, text);
      drop function insight.read_tip(bytea);
      drop function insight.add_to_tip(bytea, text, bytea);
      drop function insight.add_file_to_tip(bytea, text, text, bytea);
      drop function insight.open_tips();
      drop function insight.erase_tip(uuid);
      drop table insight.tip_link, insight.tip_step, insight.tip_file, insight.tip_message,
        insight.tip;
    `);
  }
}

const TIPS = `
  create table insight.tip (
    id uuid primary key default gen_random_uuid(),
    number text not null unique check (number ~ '^T-[0-9]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
    /* The code itself is shown once and kept nowhere. */
    code_sha256 bytea not null unique check (length(code_sha256) = 32),
    language text not null check (language in ('nl', 'en')),
    kind text not null check (kind in
      ('hidden_gift', 'foreign_gift', 'vehicle', 'split_gift', 'in_kind', 'other')),
    /* Null once it was erased. */
    story text check (length(story) between 1 and 10000),
    about_party text check (length(about_party) between 1 and 300),
    about_whom text check (length(about_whom) between 1 and 1000),
    happened text check (length(happened) between 1 and 300),
    known_how text check (length(known_how) between 1 and 2000),
    contact text check (length(contact) between 1 and 300),
    filed_at timestamptz not null default platform.now(),
    status text not null default 'new' check (status in ('new', 'looking', 'answered', 'closed')),
    closed_reason text check (length(closed_reason) between 1 and 1000),
    assigned_to text,
    assigned_name text,
    /* Counts every change of status and of who has it. */
    version int not null default 1,
    /* Of the tip or its newest message. */
    moved_at timestamptz not null default platform.now(),
    /* Set when it is closed: the day from which nothing of what was told is kept. */
    erase_on date,
    erased_at timestamptz,
    check ((status = 'closed') = (erase_on is not null)),
    check (erased_at is not null or story is not null),
    check (erased_at is not null or (status = 'closed') = (closed_reason is not null)),
    check ((assigned_to is null) = (assigned_name is null))
  );
  create index on insight.tip (filed_at desc, id desc);
  create index on insight.tip (status, filed_at desc, id desc);
  create index on insight.tip (erase_on) where erased_at is null;

  /* 'note': among colleagues, never shown to who told it. */
  create table insight.tip_message (
    id uuid primary key default gen_random_uuid(),
    tip_id uuid not null references insight.tip,
    voice text not null check (voice in ('tipster', 'staff', 'note')),
    body text not null check (length(body) between 1 and 5000),
    /* Of the form: sent twice, it is one message. */
    once_sha256 bytea check (length(once_sha256) = 32),
    written_at timestamptz not null default platform.now(),
    /* Null for who told it. */
    written_by text,
    written_by_name text,
    /* When who told it opened an answer. */
    read_at timestamptz,
    unique (tip_id, once_sha256),
    check ((voice = 'tipster') = (written_by is null))
  );
  create index on insight.tip_message (tip_id, written_at, id);

  create table insight.tip_file (
    id uuid primary key default gen_random_uuid(),
    tip_id uuid not null references insight.tip,
    name text not null check (length(name) between 1 and 200),
    media_type text not null,
    size_bytes int not null check (size_bytes between 1 and 10485760),
    sha256 bytea not null check (length(sha256) = 32),
    content bytea not null,
    sent_at timestamptz not null default platform.now(),
    unique (tip_id, sha256)
  );
`;

const HANDLING = `
  /* What was decided about a tip, and by whom. */
  create table insight.tip_step (
    id uuid primary key default gen_random_uuid(),
    tip_id uuid not null references insight.tip,
    version int not null,
    status text not null check (status in ('new', 'looking', 'answered', 'closed')),
    reason text check (length(reason) between 1 and 1000),
    assigned_name text,
    taken_at timestamptz not null default platform.now(),
    taken_by text not null default platform.actor(),
    taken_by_name text not null,
    unique (tip_id, version)
  );

  /* What a tip is about, as an overseer found it. */
  create table insight.tip_link (
    id uuid primary key default gen_random_uuid(),
    tip_id uuid not null references insight.tip,
    kind text not null check (kind in ('organisation', 'donor', 'gift', 'case')),
    subject uuid not null,
    label text not null check (length(label) between 1 and 300),
    made_at timestamptz not null default platform.now(),
    made_by text not null default platform.actor(),
    made_by_name text not null,
    unique (tip_id, kind, subject)
  );
`;

function protect(table: string): string {
  return `
    alter table insight.${table} enable row level security;
    alter table insight.${table} force row level security;
    create policy by_functions on insight.${table} to partijgiften_owner
      using (true) with check (true);
  `;
}

const ROLE = `current_setting('app.actor_role', true)`;
const HANDLES = `${ROLE} in ('overseer', 'decision_maker')`;
const AS_ONESELF = (column: string): string =>
  `${HANDLES} and ${column} = (select platform.actor())`;

const POLICIES = `
  create policy handled on insight.tip for select to partijgiften_staff using (${HANDLES});
  create policy moved on insight.tip for update to partijgiften_staff
    using (${HANDLES} and erased_at is null) with check (${HANDLES} and erased_at is null);
  grant select (id, number, language, kind, story, about_party, about_whom, happened, known_how,
    contact, filed_at, status, closed_reason, assigned_to, assigned_name, version, moved_at,
    erase_on, erased_at) on insight.tip to partijgiften_staff;
  grant update (status, closed_reason, assigned_to, assigned_name, version, moved_at, erase_on)
    on insight.tip to partijgiften_staff;

  create policy handled on insight.tip_message for select to partijgiften_staff using (${HANDLES});
  create policy written on insight.tip_message for insert to partijgiften_staff
    with check (${AS_ONESELF('written_by')} and voice in ('staff', 'note'));
  grant select, insert on insight.tip_message to partijgiften_staff;

  create policy handled on insight.tip_file for select to partijgiften_staff using (${HANDLES});
  grant select on insight.tip_file to partijgiften_staff;

  create policy handled on insight.tip_step for select to partijgiften_staff using (${HANDLES});
  create policy taken on insight.tip_step for insert to partijgiften_staff
    with check (${AS_ONESELF('taken_by')});
  grant select, insert on insight.tip_step to partijgiften_staff;

  create policy handled on insight.tip_link for select to partijgiften_staff using (${HANDLES});
  create policy linked on insight.tip_link for insert to partijgiften_staff
    with check (${AS_ONESELF('made_by')});
  create policy unlinked on insight.tip_link for delete to partijgiften_staff using (${HANDLES});
  grant select, insert, delete on insight.tip_link to partijgiften_staff;

  /* For the day on which it is erased, and nothing more. */
  create policy by_date on insight.tip for select to partijgiften_worker using (true);
  grant select (id, status, erase_on, erased_at) on insight.tip to partijgiften_worker;
`;

const FOR_THE_PUBLIC = `
  /*
   * Keeps a tip. The same code, which follows from the form and everything in it, is the same tip.
   * 'too_many': so many came in one hour that somebody must be pouring them in.
   */
  create function insight.file_tip(code bytea, said jsonb, said_in text, new_number text)
    returns text language plpgsql volatile security definer set search_path = insight, pg_temp as $$
  begin
    if exists (select 1 from insight.tip t where t.code_sha256 = code) then return 'kept'; end if;
    if (select count(*) from insight.tip t where t.filed_at > platform.now() - interval '1 hour')
        >= 200 then
      return 'too_many';
    end if;
    insert into insight.tip (number, code_sha256, language, kind, story, about_party, about_whom,
        happened, known_how, contact)
      values (new_number, code, said_in, said ->> 'kind', said ->> 'story', said ->> 'aboutParty',
        said ->> 'aboutWhom', said ->> 'happened', said ->> 'knownHow', said ->> 'contact')
      on conflict (code_sha256) do nothing;
    return 'kept';
  end $$;

  /* What who holds the code may see: how it stands and the conversation, not the story itself. */
  create function insight.read_tip(code bytea)
    returns table (status text, filed_on date, erased boolean, messages jsonb, files jsonb)
    language plpgsql volatile security definer set search_path = insight, pg_temp as $$
  declare told insight.tip;
  begin
    select t.* into told from insight.tip t where t.code_sha256 = code;
    if told.id is null then return; end if;
    update insight.tip_message m set read_at = platform.now()
     where m.tip_id = told.id and m.voice = 'staff' and m.read_at is null;
    return query select told.status, (told.filed_at at time zone 'Europe/Amsterdam')::date,
      told.erased_at is not null,
      coalesce((select jsonb_agg(jsonb_build_object('mine', m.voice = 'tipster', 'body', m.body,
          'at', platform.iso(m.written_at)) order by m.written_at, m.id)
        from insight.tip_message m where m.tip_id = told.id and m.voice <> 'note'), '[]'),
      coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'size', f.size_bytes)
          order by f.sent_at, f.id)
        from insight.tip_file f where f.tip_id = told.id), '[]');
  end $$;

  /* 'unknown': no such tip, or nothing of it is left. A closed tip is looked at again. */
  create function insight.add_to_tip(code bytea, body text, once bytea)
    returns text language plpgsql volatile security definer set search_path = insight, pg_temp as $$
  declare told insight.tip;
  begin
    select t.* into told from insight.tip t where t.code_sha256 = code and t.erased_at is null
      for update;
    if told.id is null then return 'unknown'; end if;
    if exists (select 1 from insight.tip_message m
        where m.tip_id = told.id and m.once_sha256 = once) then return 'kept'; end if;
    if (select count(*) from insight.tip_message m
         where m.tip_id = told.id and m.voice = 'tipster') >= 50 then return 'too_many'; end if;
    insert into insight.tip_message (tip_id, voice, body, once_sha256)
      values (told.id, 'tipster', body, once);
    update insight.tip t set status = 'new', closed_reason = null, erase_on = null,
        version = t.version + 1, moved_at = platform.now() where t.id = told.id;
    return 'kept';
  end $$;

  create function insight.add_file_to_tip(code bytea, file_name text, media text, bytes bytea)
    returns text language plpgsql volatile security definer set search_path = insight, pg_temp as $$
  declare told insight.tip;
  begin
    select t.* into told from insight.tip t where t.code_sha256 = code and t.erased_at is null
      for update;
    if told.id is null then return 'unknown'; end if;
    if exists (select 1 from insight.tip_file f
        where f.tip_id = told.id and f.sha256 = sha256(bytes)) then return 'kept'; end if;
    if (select count(*) from insight.tip_file f where f.tip_id = told.id) >= 10 then
      return 'too_many';
    end if;
    insert into insight.tip_file (tip_id, name, media_type, size_bytes, sha256, content)
      values (told.id, file_name, media, length(bytes), sha256(bytes), bytes);
    update insight.tip t set status = 'new', closed_reason = null, erase_on = null,
        version = t.version + 1, moved_at = platform.now() where t.id = told.id;
    return 'kept';
  end $$;

  grant execute on function insight.file_tip(bytea, jsonb, text, text), insight.read_tip(bytea),
    insight.add_to_tip(bytea, text, bytea), insight.add_file_to_tip(bytea, text, text, bytea)
    to partijgiften_public;
`;

const FOR_THE_PROGRAM = `
  /* That something waits, and since when: for the queue of work, which holds no word of it. */
  create function insight.open_tips()
    returns table (id uuid, number text, status text, since timestamptz, taken boolean)
    language sql stable security definer set search_path = insight, pg_temp as $$
      select t.id, t.number, t.status, t.moved_at, t.assigned_to is not null from insight.tip t
       where t.status in ('new', 'looking')
         and ${ROLE} in ('overseer', 'decision_maker', 'system')
    $$;
  grant execute on function insight.open_tips() to partijgiften_staff;

  /* What was told goes for real; that there was a tip, and how it went, stays. */
  create function insight.erase_tip(wanted uuid)
    returns boolean language plpgsql volatile security definer
    set search_path = insight, pg_temp as $$
  begin
    update insight.tip t set story = null, about_party = null, about_whom = null, happened = null,
        known_how = null, contact = null, closed_reason = null, erased_at = platform.now()
     where t.id = wanted and t.status = 'closed' and t.erase_on <= platform.today()
       and t.erased_at is null;
    if not found then return false; end if;
    delete from insight.tip_message m where m.tip_id = wanted;
    delete from insight.tip_file f where f.tip_id = wanted;
    delete from insight.tip_link l where l.tip_id = wanted;
    update insight.tip_step s set reason = null where s.tip_id = wanted and s.reason is not null;
    return true;
  end $$;
  grant execute on function insight.erase_tip(uuid) to partijgiften_worker;
`;

const WATCH = `
  create trigger work_insert after insert on insight.tip referencing new table as changed
    for each statement execute function insight.mark_ministry_work('insight.tip');
  create trigger work_update after update on insight.tip referencing new table as changed
    for each statement execute function insight.mark_ministry_work('insight.tip');
`;

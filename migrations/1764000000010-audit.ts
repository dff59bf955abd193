import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The tamper-evident log. A trigger on every business table writes one line per changed row in the
 * transaction that changed it; a sealer (src/modules/audit) later puts the lines in a Merkle tree and
 * signs it. What is personal sits in audit.content, one partition per year of erasure, so that it can
 * be erased for real while the line and its place in the tree stay.
 */
export class Audit1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, HASHES, WRITING, ATTACHING]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema audit cascade; create schema audit;');
  }
}

const TABLES = `
  create table audit.event (
    seq bigint generated always as identity primary key,
    xid xid8 not null,
    at timestamptz not null,
    tenant_id uuid,
    actor text not null,
    actor_role text not null,
    request_id text not null,
    action text not null,
    entity text not null,
    entity_id text not null,
    retention_year int not null,
    content_commitment bytea not null,
    leaf bytea not null
  );
  create table audit.content (
    seq bigint not null,
    retention_year int not null,
    salt bytea not null,
    content text not null,
    primary key (retention_year, seq)
  ) partition by list (retention_year);
  create table audit.content_other partition of audit.content default;
  create table audit.unsealed (seq bigint primary key);
  create table audit.log (
    leaf_index bigint primary key,
    seq bigint not null unique,
    leaf bytea not null
  );
  /* frontier: the roots of the full subtrees of the tree of this size, largest first. */
  create table audit.checkpoint (
    size bigint primary key,
    root bytea not null,
    frontier bytea[] not null,
    note text not null,
    at timestamptz not null
  );
  do $$ begin
    for year in 2023 .. 2075 loop
      execute format('create table audit.content_%s partition of audit.content for values in (%s)',
        year, year);
    end loop;
  end $$;
`;

/*
 * The leaf of a line, version 1 (the one definition; leaf-hash.ts computes the same again):
 *
 *   leaf       = SHA-256(0x00 || 0x01 || field 1 || ... || field 12)
 *   field      = length in bytes (4 bytes, big-endian) || bytes; a null is the length 0xFFFFFFFF alone
 *   fields     = seq (8 bytes), xid (8 bytes), at (8 bytes: microseconds since 2000-01-01T00:00:00Z),
 *                tenant_id (16 bytes or null), actor, actor_role, request_id, action, entity,
 *                entity_id (each UTF-8), retention_year (4 bytes), content_commitment (32 bytes)
 *   commitment = SHA-256(field(salt) || field(content)), the content in UTF-8
 *
 * Integers are big-endian and signed. 0x00 marks a leaf in RFC 6962; the 0x01 after it is the version.
 */
const HASHES = `
  create function audit.leaf(seq bigint, xid xid8, at timestamptz, tenant_id uuid, actor text,
    actor_role text, request_id text, action text, entity text, entity_id text, retention_year int,
    content_commitment bytea) returns bytea
    language plpgsql immutable parallel safe as $$
  begin
    return sha256('\\x0001'::bytea
      || '\\x00000008'::bytea || int8send(seq)
      || '\\x00000008'::bytea || xid8send(xid)
      || '\\x00000008'::bytea || timestamptz_send(at)
      || coalesce('\\x00000010'::bytea || uuid_send(tenant_id), '\\xffffffff'::bytea)
      || int4send(octet_length(actor)) || convert_to(actor, 'UTF8')
      || int4send(octet_length(actor_role)) || convert_to(actor_role, 'UTF8')
      || int4send(octet_length(request_id)) || convert_to(request_id, 'UTF8')
      || int4send(octet_length(action)) || convert_to(action, 'UTF8')
      || int4send(octet_length(entity)) || convert_to(entity, 'UTF8')
      || int4send(octet_length(entity_id)) || convert_to(entity_id, 'UTF8')
      || '\\x00000004'::bytea || int4send(retention_year)
      || int4send(octet_length(content_commitment)) || content_commitment);
  end $$;

  create function audit.commitment(salt bytea, content text) returns bytea
    language plpgsql immutable parallel safe as $$
  begin
    return sha256(int4send(octet_length(salt)) || salt
      || int4send(octet_length(content)) || convert_to(content, 'UTF8'));
  end $$;
`;

/** Everything that makes text of a row is fixed here, so that the same row always gives the same text. */
const FIXED = `set search_path = pg_catalog, audit, pg_temp set timezone = 'UTC' set datestyle = 'ISO, YMD'
    set intervalstyle = 'postgres' set bytea_output = 'hex' set extra_float_digits = 1`;

const WRITING = `
  /* Runs inside the functions below, which fix the search path. */
  create function audit.write(action text, tenant_id uuid, entity text, entity_id text,
    retention_year int, content text) returns void language plpgsql as $$
  declare
    actor text := nullif(current_setting('app.actor', true), '');
    actor_role text := coalesce(current_setting('app.actor_role', true), '');
    request_id text := coalesce(current_setting('app.request', true), '');
    seq bigint := nextval('audit.event_seq_seq');
    xid xid8 := pg_current_xact_id();
    at timestamptz := clock_timestamp();
    salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    commitment bytea := audit.commitment(salt, content);
  begin
    if actor is null or entity_id is null then
      raise exception 'no audit line without an actor and a key (% on %)', action, entity
        using errcode = '42501', hint = 'Set app.actor in the transaction before changing anything.';
    end if;
    insert into audit.event overriding system value values (seq, xid, at, tenant_id, actor, actor_role,
      request_id, action, entity, entity_id, retention_year, commitment,
      audit.leaf(seq, xid, at, tenant_id, actor, actor_role, request_id, action, entity, entity_id,
        retention_year, commitment));
    insert into audit.content values (seq, retention_year, salt, content);
    insert into audit.unsealed values (seq);
  end $$;

  /* Ten years after the year of receipt (decision D17); without a receipt, after the year of the line. */
  create function audit.retention_year(image jsonb) returns int language plpgsql as $$
  begin
    return 10 + coalesce(left(image ->> 'received_on', 4)::int,
      extract(year from clock_timestamp() at time zone 'Europe/Amsterdam')::int);
  end $$;

  create function audit.row_id(image jsonb, key text[]) returns text language sql immutable as $$
    select case cardinality(key) when 1 then image ->> key[1]
      else (select jsonb_agg(image -> k order by n)::text from unnest(key) with ordinality u(k, n)) end $$;

  /* A secret stays out of the log; its SHA-256 is enough to see that it changed. */
  create function audit.row_content(image jsonb, hashed text[]) returns text language sql immutable as $$
    select (image || coalesce((select jsonb_object_agg(k, encode(sha256(convert_to(image ->> k, 'UTF8')), 'hex'))
      from unnest(hashed) k where image ->> k is not null), '{}'))::text $$;

  create function audit.log_row() returns trigger language plpgsql security definer ${FIXED} as $$
  declare
    image jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  begin
    perform audit.write(lower(tg_op), (image ->> 'tenant_id')::uuid, tg_argv[0],
      case when tg_argv[1] like '{%' then audit.row_id(image, tg_argv[1]::text[]) else image ->> tg_argv[1] end,
      audit.retention_year(image),
      case tg_argv[2] when '{}' then image::text else audit.row_content(image, tg_argv[2]::text[]) end);
    return null;
  end $$;

  create function audit.record(action text, entity text, entity_id text, details jsonb default '{}')
    returns void language plpgsql security definer ${FIXED} as $$
  begin
    if action !~ '^[a-z][a-z-]{1,40}$'
      or action in ('insert', 'update', 'delete', 'restate', 'attach', 'detach', 'erase') then
      raise exception 'the action "%" cannot be recorded by hand', action using errcode = '42501';
    end if;
    perform audit.write(action, nullif(current_setting('app.tenant', true), '')::uuid, entity, entity_id,
      audit.retention_year('{}'), coalesce(details, '{}')::text);
  end $$;

  create function audit.refuse() returns trigger language plpgsql as $$
  begin
    raise exception '% on %.% is refused: the audit log is only ever added to',
      lower(tg_op), tg_table_schema, tg_table_name using errcode = '42501';
  end $$;
`;

const ATTACHING = `
  create function audit.name_of(relation regclass) returns text language sql stable as $$
    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.oid = relation $$;

  create function audit.act_as_migration() returns void language sql as $$
    select set_config('app.actor', 'migration', true) where platform.actor() is null $$;

  /*
   * From here on every change of the relation is in the log. key: the columns that tell its rows apart
   * within a tenant, never changed. hashed: columns that hold secrets.
   * The name starts with 00 so that it fires before any other trigger of the table: a line is older
   * than the lines of what the row set off.
   */
  create function audit.attach(relation regclass, key text[] default '{id}', hashed text[] default '{}')
    returns void language plpgsql as $$
  declare
    entity text := audit.name_of(relation);
    kept text[] := key || array(select 'tenant_id' from pg_attribute
      where attrelid = relation and attname = 'tenant_id' and not attisdropped);
    changed text := (select string_agg(format('old.%I is distinct from new.%I', c, c), ' or ')
      from unnest(kept) c);
  begin
    execute format('create trigger "00_audit" after insert or update or delete on %s
      for each row execute function audit.log_row(%L, %L, %L)',
      relation, entity, case cardinality(key) when 1 then key[1] else key::text end, hashed);
    execute format('create trigger "00_audit_key" after update on %s
      for each row when (%s) execute function audit.refuse()', relation, changed);
    execute format('create trigger "00_audit_truncate" before truncate on %s
      for each statement execute function audit.refuse()', relation);
    /* Which tables are in the log is about no person, and the check needs it: it is never erased. */
    perform audit.act_as_migration();
    perform audit.write('attach', null, entity, entity, 9999,
      jsonb_build_object('key', key, 'hashed', hashed)::text);
    perform audit.restate(relation);
  end $$;

  /* Writes every row as it is now: after attaching, and after a migration that adds or drops a column. */
  create function audit.restate(relation regclass) returns bigint language plpgsql ${FIXED} as $$
  declare
    entity text := audit.name_of(relation);
    form jsonb := (select c.content::jsonb from audit.event e join audit.content c using (retention_year, seq)
      where e.action = 'attach' and e.entity = name_of(relation) order by e.seq desc limit 1);
    key text[] := array(select jsonb_array_elements_text(form -> 'key'));
    hashed text[] := array(select jsonb_array_elements_text(form -> 'hashed'));
    forced boolean := (select relforcerowsecurity from pg_class where oid = relation);
    image jsonb;
    rows bigint := 0;
  begin
    perform act_as_migration();
    if forced then execute format('alter table %s no force row level security', relation); end if;
    for image in execute format('select to_jsonb(t) from %s t', relation) loop
      perform audit.write('restate', (image ->> 'tenant_id')::uuid, entity, audit.row_id(image, key),
        audit.retention_year(image), audit.row_content(image, hashed));
      rows := rows + 1;
    end loop;
    if forced then execute format('alter table %s force row level security', relation); end if;
    return rows;
  end $$;

  /* Before a migration drops the table. */
  create function audit.detach(relation regclass) returns void language plpgsql as $$
  begin
    execute format('drop trigger "00_audit" on %s', relation);
    execute format('drop trigger "00_audit_key" on %s', relation);
    execute format('drop trigger "00_audit_truncate" on %s', relation);
    perform audit.act_as_migration();
    perform audit.write('detach', null, audit.name_of(relation), audit.name_of(relation), 9999, '{}');
  end $$;
`;

import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The lines of rows that are put in together are written together, by one trigger for each statement:
 * calling a trigger for each row took two thirds of the time of its line. What a line holds stays as
 * it was. A row that is changed or taken away has its line written at once, as before.
 * Whose gifts somebody may book is asked once for each recipient too.
 */
export class AuditByStatement1764000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [WRITING, WATCHING, ATTACHING, MOVING, mandate(' offset 0')])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const part of [mandate(''), MOVING_BACK, ATTACHING_BEFORE]) await runner.query(part);
  }
}

/** As in the migration that makes the log: the same row always gives the same text. */
const FIXED = `set search_path = pg_catalog, audit, pg_temp set timezone = 'UTC' set datestyle = 'ISO, YMD'
    set intervalstyle = 'postgres' set bytea_output = 'hex' set extra_float_digits = 1`;

const WRITING = `
  /*
   * The trigger for each statement that puts rows in; "added" holds all of them, whichever way they
   * came. Arguments as of audit.log_row(). The lines stand in the order in which the rows went in.
   * One row takes the way of audit.write(), whose plans serve all tables. One plan for any number
   * of rows: another is never better, and making it costs more than writing a line.
   */
  create function audit.log_rows() returns trigger language plpgsql security definer ${FIXED}
    set plan_cache_mode = force_generic_plan as $$
  declare
    image jsonb;
    own_action text := lower(tg_op);
    own_actor text := nullif(current_setting('app.actor', true), '');
    own_role text := coalesce(current_setting('app.actor_role', true), '');
    own_request text := coalesce(current_setting('app.request', true), '');
    many text[] := case when tg_argv[1] like '{%' then tg_argv[1]::text[] end;
    secrets text[] := case when tg_argv[2] <> '{}' then tg_argv[2]::text[] end;
  begin
    select to_jsonb(a) into image from added a;
    if not found then
      return null;
    elsif not exists (select from added offset 1) then
      perform audit.write(own_action, (image ->> 'tenant_id')::uuid, tg_argv[0],
        case when many is null then image ->> tg_argv[1] else audit.row_id(image, many) end,
        audit.retention_year(image),
        case when secrets is null then image::text else audit.row_content(image, secrets) end);
      return null;
    elsif own_actor is null then
      raise exception 'no audit line without an actor and a key (% on %)', own_action, tg_argv[0]
        using errcode = '42501', hint = 'Set app.actor in the transaction before changing anything.';
    end if;
    with line as materialized (
      select l.*, audit.commitment(l.salt, l.content) as commitment from (
        select nextval('audit.event_seq_seq') as seq, clock_timestamp() as at,
               (i.image ->> 'tenant_id')::uuid as tenant_id,
               case when many is null then i.image ->> tg_argv[1]
                 else audit.row_id(i.image, many) end as entity_id,
               audit.retention_year(i.image) as retention_year,
               uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) as salt,
               case when secrets is null then i.image::text
                 else audit.row_content(i.image, secrets) end as content
          from (select to_jsonb(a) as image from added a offset 0) i offset 0) l
    ), event as (
      insert into audit.event overriding system value
      select seq, pg_current_xact_id(), at, tenant_id, own_actor, own_role, own_request, own_action,
             tg_argv[0], entity_id, retention_year, commitment,
             audit.leaf(seq, pg_current_xact_id(), at, tenant_id, own_actor, own_role, own_request,
               own_action, tg_argv[0], entity_id, retention_year, commitment)
        from line
    ), content as (
      insert into audit.content select seq, retention_year, salt, content from line
    )
    insert into audit.unsealed select seq from line;
    return null;
  end $$;
`;

const WATCHING = `
  /*
   * The triggers that write the lines of a relation. A partitioned table and a partition keep one
   * for each row: rows come into a partition by two names, and only a trigger for each row fires for
   * both. The names start with 00 so that they fire before other triggers of their kind.
   */
  create function audit.watch(relation regclass, entity text, key text, hashed text) returns void
    language plpgsql as $$
  declare
    by_row boolean := (select relkind = 'p' or relispartition from pg_class where oid = relation);
  begin
    execute format('create trigger "00_audit" after %s update or delete on %s
      for each row execute function audit.log_row(%L, %L, %L)',
      case when by_row then 'insert or' else '' end, relation, entity, key, hashed);
    if not by_row then
      execute format('create trigger "00_audit_insert" after insert on %s
        referencing new table as added for each statement execute function audit.log_rows(%L, %L, %L)',
        relation, entity, key, hashed);
    end if;
  end $$;
`;

const ATTACHING = `
  create or replace function audit.attach(relation regclass, key text[] default '{id}', hashed text[] default '{}')
    returns void language plpgsql as $$
  declare
    entity text := audit.name_of(relation);
    kept text[] := key || array(select 'tenant_id' from pg_attribute
      where attrelid = relation and attname = 'tenant_id' and not attisdropped);
    changed text := (select string_agg(format('old.%I is distinct from new.%I', c, c), ' or ')
      from unnest(kept) c);
  begin
    perform audit.watch(relation, entity, case cardinality(key) when 1 then key[1] else key::text end,
      hashed::text);
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

  create or replace function audit.detach(relation regclass) returns void language plpgsql as $$
  begin
    execute format('drop trigger "00_audit" on %s', relation);
    execute format('drop trigger if exists "00_audit_insert" on %s', relation);
    execute format('drop trigger "00_audit_key" on %s', relation);
    execute format('drop trigger "00_audit_truncate" on %s', relation);
    perform audit.act_as_migration();
    perform audit.write('detach', null, audit.name_of(relation), audit.name_of(relation), 9999, '{}');
  end $$;
`;

/* The arguments of a trigger stand in one piece, each closed by a zero byte. */
const ARGUMENTS = `string_to_array(encode(t.tgargs, 'escape'), '\\000') as of`;

const MOVING = `
  do $$ declare one record; begin
    for one in select t.tgrelid::regclass as relation, ${ARGUMENTS}
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where t.tgname = '00_audit' and c.relkind = 'r' and not c.relispartition
    loop
      execute format('drop trigger "00_audit" on %s', one.relation);
      perform audit.watch(one.relation, one.of[1], one.of[2], one.of[3]);
    end loop;
  end $$;
`;

const MOVING_BACK = `
  do $$ declare one record; begin
    for one in select t.tgrelid::regclass as relation, ${ARGUMENTS}
      from pg_trigger t where t.tgname = '00_audit_insert'
    loop
      execute format('drop trigger "00_audit" on %s', one.relation);
      execute format('drop trigger "00_audit_insert" on %s', one.relation);
      execute format('create trigger "00_audit" after insert or update or delete on %s
        for each row execute function audit.log_row(%L, %L, %L)',
        one.relation, one.of[1], one.of[2], one.of[3]);
    end loop;
  end $$;
  drop function audit.watch(regclass, text, text, text);
  drop function audit.log_rows();
`;

/** As they stand in the migration that makes the log. */
const ATTACHING_BEFORE = `
  create or replace function audit.attach(relation regclass, key text[] default '{id}', hashed text[] default '{}')
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

  create or replace function audit.detach(relation regclass) returns void language plpgsql as $$
  begin
    execute format('drop trigger "00_audit" on %s', relation);
    execute format('drop trigger "00_audit_key" on %s', relation);
    execute format('drop trigger "00_audit_truncate" on %s', relation);
    perform audit.act_as_migration();
    perform audit.write('detach', null, audit.name_of(relation), audit.name_of(relation), 9999, '{}');
  end $$;
`;

/*
 * Whether somebody may book for these recipients is asked once for each of them: without the fence
 * PostgreSQL asks it of each row and only then looks which recipients differ.
 */
function mandate(fence: '' | ' offset 0'): string {
  return `
  create or replace function core.gifts_under_mandate() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    if exists (select 1 from (select distinct recipient_id from added${fence}) one
                where not core.mandate_covers(one.recipient_id, null)) then
      perform core.refuse_outside_mandate();
    end if;
    return null;
  end $$;
`;
}

import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What happens to lines of the audit log once they are written: the worker seals them, a year of
 * content can be erased, and nothing else can be done to them.
 */
export class AuditSealing1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ERASING, SEALING, GUARDS, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke all on all functions in schema audit from partijgiften_app, partijgiften_staff,
        partijgiften_worker, partijgiften_identity, partijgiften_public;
      revoke usage on schema audit from partijgiften_app, partijgiften_staff,
        partijgiften_worker, partijgiften_identity, partijgiften_public;
      drop trigger guard_sealed on audit.unsealed;
      drop trigger guard on audit.unsealed;
      drop function audit.only_sealed_leaves();
      drop function audit.seal(bigint, bigint[], bytea, bytea[], text, timestamptz);
      drop function audit.next_unsealed(int);
      drop function audit.erase_year(int);
      revoke select on audit.log, audit.checkpoint, audit.unsealed from partijgiften_worker;
      do $$ declare t regclass; begin
        for t in select tgrelid::regclass from pg_trigger where tgname = 'guard'
            and tgrelid in (select oid from pg_class where relnamespace = 'audit'::regnamespace)
            and tgparentid = 0
        loop execute format('drop trigger guard on %s', t); end loop;
      end $$;
    `);
  }
}

const ERASING = `
  /* Dropping the partition removes the bytes; a DELETE would leave them in the file. */
  create function audit.erase_year(year int) returns void language plpgsql set search_path = pg_catalog, audit, pg_temp set timezone = 'UTC' as $$
  begin
    if year >= extract(year from clock_timestamp() at time zone 'Europe/Amsterdam') then
      raise exception 'the content kept until the end of % cannot be erased yet', year using errcode = '42501';
    end if;
    perform audit.write('erase', null, 'audit.content', year::text, 9999, '{}');
    execute format('drop table audit.content_%s', year);
  end $$;
`;

const SEALING = `
  /*
   * A line may be sealed once no transaction that began earlier can still commit; otherwise a slow
   * transaction would be passed over. An xid from the future came in with a restored dump.
   */
  create function audit.next_unsealed(at_most int) returns table (seq bigint, leaf bytea)
    language sql stable security definer set search_path = pg_catalog, audit, pg_temp as $$
    select e.seq, e.leaf from audit.unsealed u join audit.event e on e.seq = u.seq
     where e.xid < pg_snapshot_xmin(pg_current_snapshot())
        or e.xid >= pg_snapshot_xmax(pg_current_snapshot())
     order by e.seq limit at_most $$;

  create function audit.seal(old_size bigint, seqs bigint[], root bytea, frontier bytea[], note text,
    at timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, audit, pg_temp as $$
  declare
    new_size bigint := old_size + cardinality(seqs);
  begin
    if old_size is distinct from (select coalesce(max(l.leaf_index) + 1, 0) from audit.log l) then
      raise exception 'the log does not end at line %', old_size;
    end if;
    insert into audit.log
      select old_size + u.n - 1, e.seq, e.leaf
        from unnest(seqs) with ordinality u(seq, n) join audit.event e on e.seq = u.seq;
    delete from audit.unsealed u where u.seq = any (seqs);
    if new_size is distinct from (select max(l.leaf_index) + 1 from audit.log l) then
      raise exception 'a line to be sealed is missing';
    end if;
    insert into audit.checkpoint values (new_size, root, frontier, note, at);
  end $$;

  create function audit.only_sealed_leaves() returns trigger language plpgsql
    set search_path = pg_catalog, audit, pg_temp as $$
  begin
    if exists (select 1 from gone g where not exists (select 1 from audit.log l where l.seq = g.seq)) then
      raise exception 'a line leaves audit.unsealed only when it is sealed' using errcode = '42501';
    end if;
    return null;
  end $$;
`;

const GUARDS = `
  do $$
  declare t regclass;
  begin
    foreach t in array array['audit.event', 'audit.log', 'audit.checkpoint']::regclass[]
      || array(select oid::regclass from pg_class
                where relnamespace = 'audit'::regnamespace and relname like 'content%' and relkind in ('r', 'p'))
    loop
      execute format('create trigger guard before update or delete or truncate on %s
        for each statement execute function audit.refuse()', t);
    end loop;
  end $$;
  create trigger guard before update or truncate on audit.unsealed
    for each statement execute function audit.refuse();
  create trigger guard_sealed after delete on audit.unsealed referencing old table as gone
    for each statement execute function audit.only_sealed_leaves();
`;

const GRANTS = `
  grant usage on schema audit to
    partijgiften_app, partijgiften_staff, partijgiften_worker, partijgiften_identity, partijgiften_public;
  grant execute on function audit.record(text, text, text, jsonb) to
    partijgiften_app, partijgiften_staff, partijgiften_worker, partijgiften_identity, partijgiften_public;
  grant execute on function audit.next_unsealed(int),
    audit.seal(bigint, bigint[], bytea, bytea[], text, timestamptz) to partijgiften_worker;
  /* Hashes and places only, nothing of a person: what a proof of inclusion is made of. */
  grant select on audit.log, audit.checkpoint, audit.unsealed to partijgiften_worker;
`;

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type MigrationInterface } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '../support/database';

const FOLDER = join(__dirname, '..', '..', 'migrations');

type MigrationClass = new () => MigrationInterface;

function migrationClasses(): MigrationClass[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => {
      const module = jest.requireActual<Record<string, unknown>>(join(FOLDER, name));
      return Object.values(module).filter((value) => typeof value === 'function');
    }) as MigrationClass[];
}

/** Tables, columns, constraints, policies, triggers and functions: what a migration leaves. */
const SHAPE = `
  select 'column' as kind, table_schema || '.' || table_name || '.' || column_name as name,
         data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as definition
    from information_schema.columns
   where table_schema in ('platform', 'identity', 'core', 'audit', 'register', 'insight')
  union all
  select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    from pg_constraint where connamespace::regnamespace::text in
      ('platform', 'identity', 'core', 'audit', 'register', 'insight') and contype <> 'n'
  union all
  select 'policy', schemaname || '.' || tablename || '.' || policyname,
         coalesce(qual, '') || '/' || coalesce(with_check, '') from pg_policies
  union all
  select 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)
    from pg_trigger where not tgisinternal
  union all
  select 'function', pronamespace::regnamespace || '.' || proname, md5(prosrc)
    from pg_proc where pronamespace::regnamespace::text in
      ('platform', 'identity', 'core', 'audit', 'register', 'insight')
  order by 1, 2, 3`;

describe('Migrations', () => {
  let test: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    test = await openTestDatabase();
    // A clone takes over everything but the rights on the database itself.
    const [database] = await test.ownerQuery<{ name: string }>('select current_database() as name');
    await test.ownerQuery(`grant create on database ${database?.name ?? ''} to partijgiften_owner`);
    source = new DataSource({
      type: 'postgres',
      url: test.url,
      migrations: migrationClasses(),
      migrationsTableName: 'migration',
      migrationsTransactionMode: 'each',
      extra: { max: 1, options: '-c role=partijgiften_owner' },
    });
    await source.initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await test.close();
  });

  it('go up, down and up again, and leave the same tables, rules and policies', async () => {
    const before = await test.ownerQuery(SHAPE);
    expect(before.length).toBeGreaterThan(300);
    const count = migrationClasses().length;
    for (let undone = 0; undone < count; undone += 1) await source.undoLastMigration();
    expect(await test.ownerQuery(SHAPE)).toEqual([]);
    await source.runMigrations();
    expect(await test.ownerQuery(SHAPE)).toEqual(before);
  });
});

describe('The catalogue holds what isolation rests on', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  it.each([
    [
      'every table of core has row-level security, also for its owner',
      `select relname from pg_class where relnamespace = 'core'::regnamespace and relkind in ('r', 'p')
          and not (relrowsecurity and relforcerowsecurity)`,
    ],
    [
      'every table of core has a policy for the party, or is for the overseer only',
      `select relname from pg_class c where relnamespace = 'core'::regnamespace and relkind = 'r'
          and relname not in ('fine_proposal', 'enforcement_case', 'case_signal')
          and not exists (select 1 from pg_policies p where p.schemaname = 'core'
            and p.tablename = c.relname and 'partijgiften_app' = any(p.roles))`,
    ],
    [
      'no policy for the party lets all rows through',
      `select tablename, policyname from pg_policies where 'partijgiften_app' = any(roles)
          and schemaname = 'core' and (qual = 'true' or with_check = 'true')`,
    ],
    [
      'every key of core starts with the tenant, but for the number on a receipt',
      `select indexrelid::regclass::text as index from pg_index i
         join pg_class c on c.oid = i.indrelid
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where c.relnamespace = 'core'::regnamespace and i.indisunique and a.attname <> 'tenant_id'
          and indexrelid::regclass::text not in ('core.notice_number', 'core.filing_number')`,
    ],
    [
      'every foreign key between tables of core carries the tenant',
      `select conname from pg_constraint k where contype = 'f'
          and connamespace = 'core'::regnamespace
          and confrelid in (select oid from pg_class where relnamespace = 'core'::regnamespace)
          and not exists (select 1 from pg_attribute a where a.attrelid = k.conrelid
            and a.attnum = any(k.conkey) and a.attname = 'tenant_id')`,
    ],
    [
      'every view looks with the rights of who asks',
      `select relname from pg_class where relkind = 'v'
          and relnamespace::regnamespace::text in ('core', 'platform', 'register', 'identity', 'insight')
          and not coalesce('security_invoker=true' = any(reloptions), false)`,
    ],
    [
      'every function with the rights of its owner has a fixed search path',
      `select proname from pg_proc where prosecdef
          and pronamespace::regnamespace::text in ('core', 'platform', 'audit', 'register', 'identity', 'insight')
          and not exists (select 1 from unnest(proconfig) s where s like 'search_path=%')`,
    ],
    [
      'nobody may do what public may: no function is open to all',
      `select proname from pg_proc where pronamespace::regnamespace::text in
          ('core', 'platform', 'audit', 'register', 'identity', 'insight')
          and has_function_privilege('public', oid, 'execute')`,
    ],
    [
      'no login role may truncate, refer to or put triggers on a table',
      `select grantee, table_name from information_schema.role_table_grants
        where grantee like 'partijgiften_%' and grantee <> 'partijgiften_owner'
          and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`,
    ],
    [
      'no login role is a superuser, passes policies or owns anything',
      `select rolname from pg_roles r where rolname like 'partijgiften_%' and rolcanlogin
          and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole
            or exists (select 1 from pg_class where relowner = r.oid))`,
    ],
  ])('%s', async (_promise, query) => {
    expect(await test.ownerQuery(query)).toEqual([]);
  });
});

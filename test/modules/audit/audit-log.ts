import { Client } from 'pg';
import {
  type Anchors,
  anchorsOf,
  type AuditFolder,
  auditFolderFor,
  type AuditReport,
  type Queryable,
  SealAudit,
  verifyAudit,
} from '../../../src/modules/audit/public';
import { type Scope } from '../../../src/platform/database/transaction';
import { openTestDatabase, type TestDatabase } from '../../support/database';
import { temporaryFolder } from '../../support/program';

/** A database with its log, in which are only two tables of the test's own: quick to check. */
export interface TestLog {
  readonly test: TestDatabase;
  readonly stateFolder: string;
  readonly folder: AuditFolder;
  readonly seal: SealAudit;
  /** Seals until nothing waits; other databases of the server may hold lines back for a moment. */
  readonly sealAll: () => Promise<void>;
  readonly verify: (anchors?: Anchors) => Promise<AuditReport>;
  /** Runs SQL as an administrator with all triggers off: what an attacker inside can do. */
  readonly tamper: (sql: string, parameters?: readonly unknown[]) => Promise<number>;
  readonly close: () => Promise<void>;
}

export function scopeOf(actorId: string): Scope {
  return { role: 'app', tenantId: null, actorId, actorRole: 'treasurer', requestId: 'req-1' };
}

function queryableOf(client: Client): Queryable {
  return {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await client.query(sql, [...parameters])).rows as Row[],
  };
}

const LEDGER = `
  set role partijgiften_owner;
  do $$ declare t regclass; begin
    for t in select tgrelid::regclass from pg_trigger where tgname = '00_audit'
    loop perform audit.detach(t); end loop;
  end $$;
  create table core.ledger (
    tenant_id uuid not null, id uuid not null default gen_random_uuid(), amount_cents bigint not null,
    note text, secret text, received_on date, noted_at timestamptz not null default now(),
    primary key (tenant_id, id));
  create table core.line (ledger int not null, line int not null, details jsonb, span interval,
    primary key (ledger, line));
  select audit.attach('core.ledger', hashed => '{secret}');
  select audit.attach('core.line', key => '{ledger,line}');
  grant select, insert, update, delete on core.ledger, core.line to partijgiften_app;
  reset role`;

export async function openTestLog(): Promise<TestLog> {
  const test = await openTestDatabase();
  await test.ownerQuery(LEDGER);
  const stateFolder = temporaryFolder();
  const folder = auditFolderFor({ stateDir: stateFolder, databaseUrl: test.url });
  const seal = new SealAudit(test.database, folder);
  const admin = new Client({ connectionString: test.url });
  await admin.connect();
  return {
    test,
    stateFolder,
    folder,
    seal,
    sealAll: async () => {
      for (;;) {
        await seal.run();
        const [row] = await test.ownerQuery<{ waiting: string }>(
          'select count(*) as waiting from audit.unsealed',
        );
        if (row?.waiting === '0') return;
      }
    },
    verify: (anchors = anchorsOf(folder)) => verifyAudit(queryableOf(admin), anchors),
    tamper: async (sql, parameters = []) => {
      await admin.query('set session_replication_role = replica');
      try {
        return (await admin.query(sql, [...parameters])).rowCount ?? 0;
      } finally {
        await admin.query('set session_replication_role = origin');
      }
    },
    close: async () => {
      await admin.end();
      await test.close();
    },
  };
}

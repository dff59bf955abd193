import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The bytes a party sent: statements, workbooks, evidence. Kept as they came, by their hash, and
 * never changed; what was read from them stands in tables of its own.
 */
export class StoredFiles1764000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.stored_file (
        tenant_id uuid not null references core.organisation,
        id uuid not null default gen_random_uuid(),
        purpose text not null check (purpose in ('import', 'statement', 'evidence')),
        name text not null check (length(name) between 1 and 200),
        media_type text not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]{1,80}$'),
        size_bytes int not null generated always as (length(content)) stored,
        content bytea not null check (length(content) between 1 and 33554432),
        sha256 text not null check (sha256 = encode(sha256(content), 'hex')),
        stored_at timestamptz not null default platform.now(),
        stored_by text not null default platform.actor(),
        primary key (tenant_id, id)
      );
      create index on core.stored_file (tenant_id, sha256);
      alter table core.stored_file enable row level security;
      alter table core.stored_file force row level security;
      create policy own_rows on core.stored_file for select to partijgiften_app
        using (tenant_id = (select platform.tenant()));
      create policy own_rows_in on core.stored_file for insert to partijgiften_app
        with check (tenant_id = (select platform.tenant()));
      create policy all_rows on core.stored_file for select to partijgiften_worker using (true);
      grant select, insert on core.stored_file to partijgiften_app;
      grant select on core.stored_file to partijgiften_worker;
      select audit.attach('core.stored_file', '{id}', '{content}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select audit.detach('core.stored_file'); drop table core.stored_file`);
  }
}

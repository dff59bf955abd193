import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Where the software of a party wants to hear of receipts and findings, and what was sent there.
 * Secrets are not stored: each follows from the secret of the installation and the webhook's id.
 */
export class Webhooks1764000000098 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.webhook (
        tenant_id uuid not null references core.organisation,
        id uuid not null default gen_random_uuid(),
        address text not null check (address ~ '^https?://' and length(address) <= 500),
        events text[] not null check (cardinality(events) between 1 and 20),
        created_at timestamptz not null default platform.now(),
        created_by text not null default platform.actor(),
        ended_at timestamptz,
        ended_by text,
        primary key (tenant_id, id),
        check ((ended_at is null) = (ended_by is null))
      );
      create table core.webhook_delivery (
        tenant_id uuid not null,
        id uuid not null default gen_random_uuid(),
        webhook_id uuid not null,
        event text not null check (event ~ '^[a-z]+[.][a-z_]+$'),
        /* Exactly the bytes that are sent, at every attempt. */
        body text not null check (length(body) between 2 and 10000),
        created_at timestamptz not null default platform.now(),
        attempts int not null default 0 check (attempts >= 0),
        delivered_at timestamptz,
        given_up_at timestamptz,
        next_at timestamptz,
        last_status int,
        last_fault text check (length(last_fault) <= 200),
        primary key (tenant_id, id),
        foreign key (tenant_id, webhook_id) references core.webhook (tenant_id, id),
        check (delivered_at is null or given_up_at is null)
      );
      create index on core.webhook_delivery (tenant_id, webhook_id, created_at desc, id);
      ${['webhook', 'webhook_delivery']
        .map(
          (table) => `
      alter table core.${table} enable row level security;
      alter table core.${table} force row level security;
      create policy own_rows on core.${table} to partijgiften_app
        using (tenant_id = (select platform.tenant()))
        with check (tenant_id = (select platform.tenant()));
      create policy all_rows on core.${table} to partijgiften_worker using (true) with check (true);
      grant select, insert on core.${table} to partijgiften_app;`,
        )
        .join('\n')}
      grant update (ended_at, ended_by) on core.webhook to partijgiften_app;
      grant update (attempts, given_up_at, next_at) on core.webhook_delivery to partijgiften_app;
      grant select on core.webhook to partijgiften_worker;
      grant select, insert, update on core.webhook_delivery to partijgiften_worker;
      select audit.attach('core.webhook');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select audit.detach('core.webhook');
      drop table core.webhook_delivery, core.webhook;
    `);
  }
}

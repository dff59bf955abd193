import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The desk of a party: when a person last looked, the addresses of its calendar feed, what that
 * feed has told so far, and who wants a digest by mail. Of the address of a feed only its SHA-256 is
 * kept; what a feed told holds no names and no amounts.
 */
export class Desk1764000000096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [VISITS, FEEDS, DIGESTS, MAIL]) await runner.query(part);
    await runner.query(`
      select audit.attach('core.calendar_feed', '{id}', '{token_sha256}');
      select audit.attach('core.digest_choice');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select audit.detach('core.digest_choice');
      select audit.detach('core.calendar_feed');
      alter table platform.outbox_message drop column stop_url;
      drop table core.digest_choice, core.calendar_entry, core.calendar_feed, core.desk_visit;
    `);
  }
}

const OWN = 'tenant_id = (select platform.tenant())';
const MINE = `${OWN} and account_id = (select platform.actor())`;

const secured = (table: string): string => `
  alter table core.${table} enable row level security;
  alter table core.${table} force row level security;`;

const VISITS = `
  /* No fact and not in the log: it only tells a person what is new since the time before. */
  create table core.desk_visit (
    tenant_id uuid not null references core.organisation,
    account_id text not null default platform.actor(),
    began_at timestamptz not null default platform.now(),
    /* When the visit before this one began; null for the first. */
    before_at timestamptz check (before_at <= began_at),
    primary key (tenant_id, account_id)
  );
  ${secured('desk_visit')}
  create policy own_visit on core.desk_visit to partijgiften_app using (${MINE})
    with check (${MINE});
  grant select, insert, update (began_at, before_at) on core.desk_visit to partijgiften_app;
`;

const FEEDS = `
  create table core.calendar_feed (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    /* What the person calls it: on which phone or in which program it is. */
    name text not null check (length(name) between 1 and 100),
    language text not null check (language in ('nl', 'en')),
    token_sha256 bytea not null check (length(token_sha256) = 32),
    made_at timestamptz not null default platform.now(),
    made_by text not null default platform.actor(),
    revoked_at timestamptz,
    revoked_by text,
    primary key (tenant_id, id),
    check ((revoked_at is null) = (revoked_by is null))
  );
  create index on core.calendar_feed (token_sha256) where revoked_at is null;
  ${secured('calendar_feed')}
  create policy own_rows on core.calendar_feed for select to partijgiften_app using (${OWN});
  create policy own_rows_in on core.calendar_feed for insert to partijgiften_app
    with check (${OWN});
  create policy own_revoked on core.calendar_feed for update to partijgiften_app
    using (${OWN} and revoked_at is null) with check (${OWN});
  /* Who brings the address learns whose it is, and nothing else. */
  create policy by_address on core.calendar_feed for select to partijgiften_public
    using (revoked_at is null);
  grant select, insert, update (revoked_at, revoked_by) on core.calendar_feed
    to partijgiften_app;
  grant select (tenant_id, id, language, token_sha256, revoked_at) on core.calendar_feed
    to partijgiften_public;

  /* What calendars were told, so that a moved or vanished day reaches them as such (RFC 5545). */
  create table core.calendar_entry (
    tenant_id uuid not null references core.organisation,
    key text not null check (length(key) between 1 and 200),
    sequence int not null default 0 check (sequence >= 0),
    /* The day, the kind and counts; never a name or an amount. */
    content jsonb not null,
    changed_at timestamptz not null default platform.now(),
    cancelled_at timestamptz,
    primary key (tenant_id, key)
  );
  create index on core.calendar_entry (tenant_id, changed_at);
  ${secured('calendar_entry')}
  create policy own_rows on core.calendar_entry to partijgiften_app using (${OWN})
    with check (${OWN});
  grant select, insert, update (sequence, content, changed_at, cancelled_at)
    on core.calendar_entry to partijgiften_app;
`;

const DIGESTS = `
  create table core.digest_choice (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    account_id text not null default platform.actor(),
    rhythm text not null check (rhythm in ('off', 'daily', 'weekly')),
    /* 1 is Monday, 7 is Sunday; of a weekly digest only. */
    weekday int not null default 1 check (weekday between 1 and 7),
    language text not null check (language in ('nl', 'en')),
    chosen_at timestamptz not null default platform.now(),
    primary key (tenant_id, id),
    unique (tenant_id, account_id)
  );
  ${secured('digest_choice')}
  create policy own_choice on core.digest_choice to partijgiften_app using (${MINE})
    with check (${MINE});
  create policy all_rows on core.digest_choice for select to partijgiften_worker using (true);
  /* The link to stop carries a proof of its own; the row only says whose choice it is. */
  create policy by_link on core.digest_choice for select to partijgiften_public using (true);
  grant select, insert, update (rhythm, weekday, language, chosen_at) on core.digest_choice
    to partijgiften_app;
  grant select on core.digest_choice to partijgiften_worker;
  grant select (tenant_id, id, account_id, rhythm) on core.digest_choice to partijgiften_public;
`;

const MAIL = `
  /* Where one press stops this kind of mail (RFC 8058); null for mail that nobody can stop. */
  alter table platform.outbox_message
    add column stop_url text check (length(stop_url) <= 500 and stop_url ~ '^https?://[!-~]+$');
  grant insert (stop_url) on platform.outbox_message
    to partijgiften_app, partijgiften_staff, partijgiften_identity;
`;

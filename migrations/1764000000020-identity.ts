import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Accounts, what they may do, how they are signed in, and the keys that make a request count once.
 * Nobody but partijgiften_identity reaches the schema identity. A tenant is only a number here: what
 * a party is, is known in core.
 */
export class Identity1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ACCOUNTS, SIGNED_IN, RIGHTS, ONCE]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table platform.idempotency_key;
      drop view identity.assignment_in_force;
      drop table identity.sign_in_attempt, identity.api_token, identity.session,
        identity.assignment_end, identity.assignment, identity.account;
    `);
  }
}

const ACCOUNTS = `
  create table identity.account (
    id uuid primary key,
    email text not null check (length(email) between 3 and 254),
    name text not null check (length(name) between 1 and 200),
    password_hash text not null check (password_hash like '$argon2id$%'),
    /* AES-256-GCM: 12 bytes nonce, 16 bytes tag, the secret. Null: cannot sign in to the pages. */
    totp_secret bytea,
    /* The last 30-second step whose code was used; an older or equal one is refused. */
    totp_last_step bigint,
    created_at timestamptz not null default platform.now(),
    disabled_at timestamptz
  );
  create unique index account_email on identity.account (lower(email));

  /* A role held from a day on. Rows are only added: an end is a row of its own. */
  create table identity.assignment (
    id uuid primary key,
    account_id uuid not null references identity.account,
    role text not null check (role in ('treasurer', 'party_administrator', 'accountant', 'overseer',
      'decision_maker', 'committee_member', 'administrator')),
    tenant_id uuid,
    organisation text,
    from_date date not null,
    until_date date check (until_date >= from_date),
    recorded_at timestamptz not null default platform.now(),
    recorded_by text not null default platform.actor(),
    check ((role in ('treasurer', 'party_administrator', 'accountant')) = (tenant_id is not null))
  );
  create index on identity.assignment (account_id);
  create table identity.assignment_end (
    assignment_id uuid primary key references identity.assignment,
    until_date date not null,
    recorded_at timestamptz not null default platform.now(),
    recorded_by text not null default platform.actor()
  );
  create view identity.assignment_in_force with (security_invoker = true) as
    select a.id, a.account_id, a.role, a.tenant_id, a.organisation, a.from_date,
           least(a.until_date, e.until_date) as until_date
      from identity.assignment a
      left join identity.assignment_end e on e.assignment_id = a.id
     where a.from_date <= platform.today()
       and coalesce(a.until_date, 'infinity') >= platform.today()
       and coalesce(e.until_date, 'infinity') >= platform.today();
`;

const SIGNED_IN = `
  /* The browser holds the identifier, the database its SHA-256: a copy of the table opens nothing. */
  create table identity.session (
    id_hash bytea primary key check (length(id_hash) = 32),
    account_id uuid not null references identity.account,
    /* Null while only the password was right and the code is still to come. */
    assignment_id uuid references identity.assignment,
    csrf_token text not null,
    created_at timestamptz not null default platform.now(),
    last_seen_at timestamptz not null default platform.now(),
    expires_at timestamptz not null,
    ended_at timestamptz
  );
  create index on identity.session (account_id) where ended_at is null;

  create table identity.api_token (
    id uuid primary key,
    token_hash bytea not null unique check (length(token_hash) = 32),
    assignment_id uuid not null references identity.assignment,
    name text not null check (length(name) between 1 and 200),
    scopes text[] not null check (cardinality(scopes) between 1 and 50),
    created_at timestamptz not null default platform.now(),
    expires_at timestamptz not null check (expires_at > created_at),
    revoked_at timestamptz
  );
  create index on identity.api_token (assignment_id);

  /* subject: SHA-256 (hex) of an account or of an address. A try counts until it proves right. */
  create table identity.sign_in_attempt (
    id uuid primary key,
    subject text not null,
    step text not null check (step in ('password', 'code')),
    at timestamptz not null default platform.now(),
    succeeded boolean not null default false
  );
  create index on identity.sign_in_attempt (subject, step, at) where not succeeded;
  create index on identity.sign_in_attempt (at);
`;

const RIGHTS = `
  grant select, insert on identity.account, identity.assignment, identity.assignment_end,
    identity.session, identity.api_token, identity.sign_in_attempt to partijgiften_identity;
  grant select on identity.assignment_in_force to partijgiften_identity;
  grant update (password_hash, totp_secret, totp_last_step, disabled_at) on identity.account
    to partijgiften_identity;
  grant update (last_seen_at, ended_at) on identity.session to partijgiften_identity;
  grant update (revoked_at) on identity.api_token to partijgiften_identity;
  grant update (succeeded), delete on identity.sign_in_attempt to partijgiften_identity;
`;

const ONCE = `
  /* tenant_id is null for the ministry and the committee, which share one space of keys. */
  create table platform.idempotency_key (
    tenant_id uuid default platform.tenant(),
    route text not null,
    key text not null check (length(key) between 1 and 255),
    fingerprint text not null check (length(fingerprint) = 64),
    status int,
    body text,
    created_at timestamptz not null default platform.now(),
    unique nulls not distinct (tenant_id, route, key)
  );
  alter table platform.idempotency_key enable row level security;
  alter table platform.idempotency_key force row level security;
  create policy of_the_tenant on platform.idempotency_key to partijgiften_app
    using (tenant_id = (select platform.tenant()))
    with check (tenant_id = (select platform.tenant()));
  create policy of_the_ministry on platform.idempotency_key to partijgiften_staff
    using (tenant_id is null) with check (tenant_id is null);
  grant select, insert, update (status, body) on platform.idempotency_key
    to partijgiften_app, partijgiften_staff;
`;

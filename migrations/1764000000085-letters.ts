import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Letters as they were sent: the bytes, their hash, and what they were made of. Nobody changes or
 * removes one; a letter is put right by another letter. A message in the outbox may carry what is
 * kept elsewhere, by name and hash, and is given up in the open when it cannot be delivered.
 */
export class Letters1764000000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LETTER);
    await runner.query(`select audit.attach('core.letter', '{id}', '{pdf}')`);
    await runner.query(OUTBOX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy staff_follows on platform.outbox_message;
      revoke select (id, tenant_id, message_id, created_at, sent_at, attempts, given_up_at)
        on platform.outbox_message from partijgiften_staff;
      drop table platform.outbox_attachment;
      alter table platform.outbox_message drop constraint outbox_message_of_tenant;
      drop index platform.outbox_unsent;
      alter table platform.outbox_message drop column given_up_at;
      create index outbox_unsent on platform.outbox_message (created_at, id) where sent_at is null;
      select audit.detach('core.letter');
      drop table core.letter;
      drop function core.letter_stays();
    `);
  }
}

const LETTER = `
  create table core.letter (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    number text not null check (number ~ '^B-[0-9]{4}-[0-9A-Z]{5}-[0-9A-Z]{5}$'),
    key text not null check (length(key) between 1 and 200),
    kind text not null check (kind in ('reminder', 'repair_term', 'information_request', 'report',
      'intention', 'committee_submission', 'fine_decision', 'no_fine_notice', 'objection_receipt',
      'objection_decision', 'dunning', 'set_off')),
    subject_id uuid not null,
    addressee_kind text not null
      check (addressee_kind in ('party', 'committee', 'prosecutor', 'donor')),
    addressee_name text not null check (length(addressee_name) between 1 and 500),
    addressee_lines text[] not null check (cardinality(addressee_lines) <= 5),
    addressee_email text,
    sender jsonb not null,
    reference text not null check (length(reference) between 1 and 100),
    subject text not null check (length(subject) between 1 and 200),
    language text not null default 'nl' check (language = 'nl'),
    day date not null,
    /* What the template was filled in with: texts, yes and no. */
    content jsonb not null check (jsonb_typeof(content) = 'object'),
    template text not null,
    template_sha256 bytea not null check (length(template_sha256) = 32),
    pdf bytea not null check (length(pdf) between 1 and 10000000),
    pdf_sha256 bytea not null check (pdf_sha256 = sha256(pdf)),
    corrects_id uuid,
    sent_at timestamptz not null default platform.now(),
    sent_by text not null default platform.actor(),
    primary key (tenant_id, id),
    unique (tenant_id, key),
    unique (tenant_id, number),
    unique (tenant_id, subject_id, id),
    /* A letter is put right by one letter, about the same subject; that one by the next. */
    unique (tenant_id, corrects_id),
    foreign key (tenant_id, subject_id, corrects_id)
      references core.letter (tenant_id, subject_id, id),
    check (corrects_id <> id),
    /* Terms run from the day it says: that is the day it was sent. */
    constraint letter_sent_on_its_day check (day = (sent_at at time zone 'Europe/Amsterdam')::date)
  );
  create index on core.letter (tenant_id, subject_id, sent_at);

  create function core.letter_stays() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    raise exception 'a letter that was sent is never changed or removed: send another one'
      using errcode = '42501';
  end $$;
  create trigger letter_stays before update or delete on core.letter
    for each row execute function core.letter_stays();

  alter table core.letter enable row level security;
  alter table core.letter force row level security;
  create policy own_letters on core.letter for select to partijgiften_app
    using (tenant_id = (select platform.tenant()) and addressee_kind = 'party');
  create policy every_letter on core.letter for select to partijgiften_staff, partijgiften_worker
    using (true);
  create policy sends on core.letter for insert to partijgiften_staff, partijgiften_worker
    with check (true);
  grant select on core.letter to partijgiften_app;
  grant select, insert on core.letter to partijgiften_staff, partijgiften_worker;
`;

const OUTBOX = `
  alter table platform.outbox_message add column given_up_at timestamptz;
  comment on column platform.outbox_message.given_up_at is 'It was tried for the last time: a person must look.';
  drop index platform.outbox_unsent;
  create index outbox_unsent on platform.outbox_message (created_at, id)
    where sent_at is null and given_up_at is null;
  alter table platform.outbox_message
    add constraint outbox_message_of_tenant unique (id, tenant_id);

  /* By reference: the bytes stay where they are kept, and must still have this hash when they go. */
  create table platform.outbox_attachment (
    message_id uuid not null references platform.outbox_message (id) on delete cascade,
    position smallint not null check (position between 1 and 20),
    tenant_id uuid,
    source text not null check (source ~ '^[a-z][a-z0-9_.]{2,79}$'),
    reference uuid not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name text not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
    media_type text not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]{1,80}$'),
    primary key (message_id, position),
    foreign key (message_id, tenant_id) references platform.outbox_message (id, tenant_id)
  );
  alter table platform.outbox_attachment enable row level security;
  alter table platform.outbox_attachment force row level security;
  grant insert on platform.outbox_attachment
    to partijgiften_app, partijgiften_staff, partijgiften_identity, partijgiften_worker;
  grant select on platform.outbox_attachment to partijgiften_worker;
  create policy own_attachment on platform.outbox_attachment for insert to partijgiften_app
    with check (tenant_id = (select platform.tenant()));
  create policy attachment on platform.outbox_attachment for insert
    to partijgiften_staff, partijgiften_identity with check (true);
  create policy worker on platform.outbox_attachment to partijgiften_worker
    using (true) with check (true);

  /* The overseer sees whether a letter went out, not what went wrong inside. */
  grant select (id, tenant_id, message_id, created_at, sent_at, attempts, given_up_at)
    on platform.outbox_message to partijgiften_staff;
  create policy staff_follows on platform.outbox_message for select to partijgiften_staff
    using (true);
`;

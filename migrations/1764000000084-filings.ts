import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = ['filing', 'filing_signature', 'filed_document', 'filing_document'] as const;

/**
 * Overviews as filings (Wfpp arts. 25, 28, 28a, 29, 30, 32, 34): drawn up from the ledger, signed,
 * filed. A draft is the party's own; once filed nothing of it changes any more and the overseer reads
 * it (decisions.md D7). A signature stands under the exact bytes: the database takes none under
 * other bytes than those that stand there, and keeps the old ones when the bytes change.
 */
export class Filings1764000000084 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILINGS);
    await runner.query(SIGNATURES);
    await runner.query(DOCUMENTS);
    for (const table of TABLES)
      await runner.query(`
        alter table core.${table} enable row level security;
        alter table core.${table} force row level security;
        create policy own_rows on core.${table} for select to partijgiften_app using (${OWN});
        create policy own_rows_in on core.${table} for insert to partijgiften_app with check (${OWN});
        create policy all_rows on core.${table} for select to partijgiften_worker using (true);
      `);
    await runner.query(POLICIES);
    await runner.query(RECEIPTS);
    for (const table of TABLES)
      await runner.query(
        `select audit.attach('core.${table}', '{id}', '${table === 'filed_document' ? '{bytes}' : '{}'}')`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function core.receipt_by_number(text)');
    for (const table of [...TABLES].reverse())
      await runner.query(`select audit.detach('core.${table}'); drop table core.${table} cascade`);
    await runner.query(`
      drop function core.filing_follows(); drop function core.filing_stays();
      drop function core.signature_fits(); drop function core.document_stays();
    `);
  }
}

const OWN = 'tenant_id = (select platform.tenant())';

const FILINGS = `
  create table core.filing (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    /* Which duty it meets; the same duty always has the same key. */
    expected_key text not null check (length(expected_key) between 1 and 200),
    kind text not null check (kind in ('annual_report', 'affiliate_overview',
      'pre_election_overview', 'post_election_overview', 'candidate_overview',
      'blank_list_overview', 'gift_regulation')),
    recipient_id uuid not null,
    year int not null,
    version int not null check (version > 0),
    replaces_id uuid,
    reason text check (length(reason) between 1 and 500),
    nil boolean not null default false,
    no_gifts boolean not null default false,
    no_gifts_in_kind boolean not null default false,
    no_debts boolean not null default false,
    /* The exact bytes that are signed and filed; nothing is ever printed again from the rows. */
    content text not null,
    content_sha256 bytea not null check (content_sha256 = sha256(convert_to(content, 'UTF8'))),
    drawn_at timestamptz not null default platform.now(),
    drawn_by text not null default platform.actor(),
    created_at timestamptz not null default platform.now(),
    created_by text not null default platform.actor(),
    state text not null default 'draft' check (state in ('draft', 'filed')),
    number text,
    timeliness text check (timeliness in ('in_time', 'late')),
    /* The parts that were missing when it was filed all the same; empty when it was complete. */
    missing jsonb,
    filed_at timestamptz,
    filed_by text,
    primary key (tenant_id, id),
    unique (tenant_id, expected_key, version),
    unique (tenant_id, replaces_id),
    foreign key (tenant_id, expected_key) references core.expected_filing (tenant_id, key),
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id),
    foreign key (tenant_id, replaces_id) references core.filing (tenant_id, id),
    check ((version = 1) = (replaces_id is null)),
    check ((replaces_id is null) = (reason is null)),
    check ((state = 'filed') = (number is not null)),
    check ((state = 'filed') = (timeliness is not null)),
    check ((state = 'filed') = (missing is not null)),
    check ((state = 'filed') = (filed_at is not null)),
    check ((state = 'filed') = (filed_by is not null))
  );
  create unique index filing_one_draft on core.filing (tenant_id, expected_key)
    where state = 'draft';
  create unique index filing_number on core.filing (number);
  create index on core.filing (tenant_id, filed_at desc, id) where state = 'filed';

  /* A correction follows the filed version before it, in the same duty. */
  create function core.filing_follows() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  declare earlier core.filing;
  begin
    select * into earlier from core.filing
     where tenant_id = new.tenant_id and id = new.replaces_id;
    if earlier.state is distinct from 'filed' or earlier.expected_key <> new.expected_key
       or earlier.version + 1 <> new.version then
      raise exception 'a correction follows the filed version before it' using errcode = '23514',
        constraint = 'filing_follows';
    end if;
    return new;
  end $$;
  create trigger filing_follows before insert on core.filing
    for each row when (new.replaces_id is not null) execute function core.filing_follows();

  create function core.filing_stays() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    raise exception 'what was filed stays as it is' using errcode = '23514',
      constraint = 'filing_stays';
  end $$;
  create trigger filing_stays before update on core.filing
    for each row when (old.state = 'filed') execute function core.filing_stays();
`;

const SIGNATURES = `
  create table core.filing_signature (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    filing_id uuid not null,
    role text not null check (role in ('board', 'accountant')),
    /* The SHA-256 of the bytes that were signed; under other bytes the signature is void. */
    content_sha256 bytea not null check (octet_length(content_sha256) = 32),
    signer_name text not null check (length(signer_name) between 1 and 200),
    signed_at timestamptz not null default platform.now(),
    signed_by text not null default platform.actor(),
    primary key (tenant_id, id),
    unique (tenant_id, filing_id, role, content_sha256),
    foreign key (tenant_id, filing_id) references core.filing (tenant_id, id)
  );

  /*
   * The row lock makes signing, drawing up anew and filing queue: who comes second sees what the
   * first left. Board and accountant are two persons.
   */
  create function core.signature_fits() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  declare signed core.filing;
  begin
    select * into signed from core.filing
     where tenant_id = new.tenant_id and id = new.filing_id for update;
    if signed.state is distinct from 'draft' then
      raise exception 'only a draft is signed' using errcode = '23514',
        constraint = 'signature_under_draft';
    end if;
    if signed.content_sha256 <> new.content_sha256 then
      raise exception 'other bytes than those that stand there' using errcode = '23514',
        constraint = 'signature_under_these_bytes';
    end if;
    if exists (select 1 from core.filing_signature s
                where s.tenant_id = new.tenant_id and s.filing_id = new.filing_id
                  and s.content_sha256 = new.content_sha256 and s.role <> new.role
                  and s.signed_by = new.signed_by) then
      raise exception 'board and accountant are two persons' using errcode = '23514',
        constraint = 'signature_two_persons';
    end if;
    return new;
  end $$;
  create trigger signature_fits before insert on core.filing_signature
    for each row execute function core.signature_fits();
`;

const DOCUMENTS = `
  create table core.filed_document (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    expected_key text not null check (length(expected_key) between 1 and 200),
    part text not null check (part in ('report', 'auditor_statement', 'document', 'candidate')),
    /* The candidate it is about; null when a statement is about all of them. */
    recipient_id uuid,
    name text not null check (length(name) between 1 and 200),
    media_type text not null check (media_type in ('application/pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.oasis.opendocument.text')),
    bytes bytea not null check (octet_length(bytes) between 1 and 10485760),
    size int not null check (size = octet_length(bytes)),
    content_sha256 bytea not null check (content_sha256 = sha256(bytes)),
    /* Of a statement of the accountant: the documents and versions it names, by SHA-256 in hex. */
    covers text[] not null default '{}',
    attached_at timestamptz not null default platform.now(),
    attached_by text not null default platform.actor(),
    removed_at timestamptz,
    removed_by text,
    primary key (tenant_id, id),
    foreign key (tenant_id, expected_key) references core.expected_filing (tenant_id, key),
    foreign key (tenant_id, recipient_id) references core.recipient (tenant_id, id),
    check (part = 'candidate' or recipient_id is null),
    check (part = 'auditor_statement' or covers = '{}'),
    check ((removed_at is null) = (removed_by is null))
  );
  create unique index filed_document_once
    on core.filed_document (tenant_id, expected_key, part, recipient_id, content_sha256)
    nulls not distinct where removed_at is null;

  create function core.document_stays() returns trigger language plpgsql
    set search_path = core, pg_temp as $$
  begin
    raise exception 'a document is taken away once' using errcode = '23514',
      constraint = 'document_stays';
  end $$;
  create trigger document_stays before update on core.filed_document
    for each row when (old.removed_at is not null) execute function core.document_stays();

  /* What went along with a version that was filed. */
  create table core.filing_document (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    filing_id uuid not null,
    document_id uuid not null,
    primary key (tenant_id, id),
    unique (tenant_id, filing_id, document_id),
    foreign key (tenant_id, filing_id) references core.filing (tenant_id, id),
    foreign key (tenant_id, document_id) references core.filed_document (tenant_id, id)
  );
  create index on core.filing_document (tenant_id, document_id);
`;

const FILED = (id: string): string =>
  `exists (select 1 from core.filing f where f.tenant_id = ${id.split('.')[0] ?? ''}.tenant_id
     and f.id = ${id} and f.state = 'filed')`;

const DOCUMENT_COLUMNS = `tenant_id, id, expected_key, part, recipient_id, name, media_type, size,
  content_sha256, covers, attached_at, attached_by, removed_at, removed_by`;

const POLICIES = `
  create policy own_draft on core.filing for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  create policy everything_filed on core.filing for select to partijgiften_staff
    using (state = 'filed');
  create policy receipt_check on core.filing for select to partijgiften_owner using (true);
  grant select, insert, update (nil, no_gifts, no_gifts_in_kind, no_debts, content, content_sha256,
    drawn_at, drawn_by, state, number, timeliness, missing, filed_at, filed_by) on core.filing
    to partijgiften_app;
  grant select on core.filing to partijgiften_staff, partijgiften_worker;

  create policy everything_filed on core.filing_signature for select to partijgiften_staff
    using (${FILED('filing_signature.filing_id')});
  grant select, insert on core.filing_signature to partijgiften_app;
  grant select on core.filing_signature to partijgiften_staff, partijgiften_worker;

  create policy own_away on core.filed_document for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  create policy everything_filed on core.filed_document for select to partijgiften_staff
    using (exists (select 1 from core.filing_document l
      where l.tenant_id = filed_document.tenant_id and l.document_id = filed_document.id));
  grant select, insert, update (removed_at, removed_by) on core.filed_document
    to partijgiften_app;
  grant select on core.filed_document to partijgiften_staff;
  grant select (${DOCUMENT_COLUMNS}) on core.filed_document to partijgiften_worker;

  create policy everything_filed on core.filing_document for select to partijgiften_staff
    using (${FILED('filing_document.filing_id')});
  grant select, insert on core.filing_document to partijgiften_app;
  grant select on core.filing_document to partijgiften_staff, partijgiften_worker;
`;

const RECEIPTS = `
  /* Anyone who holds a receipt may check it, of a notice and of a filing alike. */
  create function core.receipt_by_number(wanted text)
    returns table (number text, filed_at timestamptz, sha256 text, timeliness text)
    language sql stable security definer set search_path = core, pg_temp as $$
      select n.number, n.filed_at, encode(n.content_sha256, 'hex'), n.timeliness
        from core.notice n where n.number = wanted
      union all
      select f.number, f.filed_at, encode(f.content_sha256, 'hex'), f.timeliness
        from core.filing f where f.number = wanted and f.state = 'filed'
    $$;
  grant execute on function core.receipt_by_number(text) to
    partijgiften_public, partijgiften_app, partijgiften_staff, partijgiften_identity;
`;

import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = [
  'evidence_attachment',
  'evidence_removal',
  'evidence_disclosure',
  'evidence_request',
  'evidence_link',
  'evidence_answer',
] as const;

/**
 * Proof behind gifts (Wfpp arts. 20 to 23a): files a party attached, and what it asked of a donor
 * through a link that works once. The overseer sees a file only when the party put it with what it
 * filed, or shares it (decisions.md D7). A donor has no account: the functions at the end look at
 * the SHA-256 of the token in the link, and at nothing else.
 */
export class Evidence1764000000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [DECLARED, MAIL, ATTACHMENTS, REQUESTS]) await runner.query(part);
    for (const table of TABLES) await runner.query(protect(table));
    for (const part of [POLICIES, BY_LINK]) await runner.query(part);
    for (const table of TABLES)
      await runner.query(
        `select audit.attach('core.${table}', '{id}', '${table === 'evidence_request' ? '{recipient_email}' : '{}'}')`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(AWAY);
    for (const table of [...TABLES].reverse())
      await runner.query(`select audit.detach('core.${table}'); drop table core.${table} cascade`);
    await runner.query(AWAY_ELSEWHERE);
  }
}

/** A donor tells that it was of age on the day of a gift, which is not the day of telling it. */
const DECLARED = `
  alter table core.donor_declaration add column adult_on date
    check (adult_on is null or adult is not null);
  select audit.restate('core.donor_declaration');
`;

/** A mail that holds a key keeps neither the key nor the address once it went out. */
const MAIL = `
  alter table platform.outbox_message add column secret boolean not null default false;
  grant insert (secret) on platform.outbox_message
    to partijgiften_app, partijgiften_staff, partijgiften_identity;
  create function platform.forget_secret_mail() returns trigger language plpgsql
    set search_path = platform, pg_temp as $$
  begin
    new.body := '';
    new.recipient := 'gewist@voorbeeld.invalid';
    return new;
  end $$;
  create trigger forget_secret_mail before update on platform.outbox_message
    for each row when (new.secret and (new.sent_at is not null or new.given_up_at is not null))
    execute function platform.forget_secret_mail();
`;

const OWN = 'tenant_id = (select platform.tenant())';

const ATTACHMENTS = `
  create table core.evidence_attachment (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    contribution_root_id uuid,
    donor_id uuid,
    settlement_id uuid,
    /* What it proves; 'other' proves nothing the law asks for. */
    code text not null check (code in ('declaration', 'caribbean_ground_proof',
      'trade_register_extract', 'look_through_overview', 'valuation', 'will_or_notary_letter',
      'loan_contract', 'loan_waiver', 'return_proof', 'transfer_proof', 'destruction_proof',
      'other')),
    /* Two attachments of the same bytes share one file. */
    file_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    note text check (length(note) between 1 and 500),
    attached_at timestamptz not null default platform.now(),
    attached_by text not null default platform.actor(),
    primary key (tenant_id, id),
    foreign key (tenant_id, contribution_root_id) references core.contribution (tenant_id, id),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id),
    foreign key (tenant_id, settlement_id) references core.settlement (tenant_id, id),
    foreign key (tenant_id, file_id) references core.stored_file (tenant_id, id),
    check (num_nonnulls(contribution_root_id, donor_id, settlement_id) = 1)
  );
  create index on core.evidence_attachment (tenant_id, contribution_root_id);
  create index on core.evidence_attachment (tenant_id, donor_id);
  create index on core.evidence_attachment (tenant_id, settlement_id);
  create index on core.evidence_attachment (tenant_id, file_id);

  /* Taken away: it counts no more. The bytes stay for the term of retention (D17). */
  create table core.evidence_removal (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    attachment_id uuid not null,
    reason text not null check (length(reason) between 1 and 500),
    removed_at timestamptz not null default platform.now(),
    removed_by text not null default platform.actor(),
    primary key (tenant_id, id),
    unique (tenant_id, attachment_id),
    foreign key (tenant_id, attachment_id) references core.evidence_attachment (tenant_id, id)
  );

  /* 'filed': put with what was filed about the gift. 'shared': shared by the party, filed or not. */
  create table core.evidence_disclosure (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    attachment_id uuid not null,
    ground text not null check (ground in ('filed', 'shared')),
    disclosed_at timestamptz not null default platform.now(),
    disclosed_by text not null default platform.actor(),
    primary key (tenant_id, id),
    unique (tenant_id, attachment_id, ground),
    foreign key (tenant_id, attachment_id) references core.evidence_attachment (tenant_id, id)
  );
`;

const REQUESTS = `
  create table core.evidence_request (
    tenant_id uuid not null references core.organisation,
    id uuid not null default gen_random_uuid(),
    kind text not null check (kind in ('declaration', 'look_through')),
    donor_id uuid not null,
    contribution_root_id uuid not null,
    /* What the donor is shown: as it knows the gift. A later correction changes nothing of it. */
    amount_cents bigint not null check (amount_cents > 0),
    received_on date not null,
    in_kind boolean not null,
    language text not null check (language in ('nl', 'en')),
    /* Null as soon as nothing can be sent any more. */
    recipient_email text check (recipient_email ~ '^[^@\\s]+@[^@\\s]+$' and length(recipient_email) <= 254),
    asked_at timestamptz not null default platform.now(),
    asked_by text not null default platform.actor(),
    expires_at timestamptz not null,
    reminded_at timestamptz,
    opened_at timestamptz,
    answered_at timestamptz,
    withdrawn_at timestamptz,
    /* When the answer was entered with the donor and the gift judged anew. */
    recorded_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id),
    foreign key (tenant_id, contribution_root_id) references core.contribution (tenant_id, id),
    check (answered_at is null or withdrawn_at is null),
    check (recorded_at is null or answered_at is not null),
    check (recipient_email is null or (answered_at is null and withdrawn_at is null))
  );
  create index on core.evidence_request (tenant_id, donor_id);
  create index on core.evidence_request (tenant_id, contribution_root_id);
  create index on core.evidence_request (tenant_id, asked_at desc, id);

  /* The link holds the token, the database its SHA-256: a copy of the table opens nothing. */
  create table core.evidence_link (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    request_id uuid not null,
    token_sha256 bytea not null check (length(token_sha256) = 32),
    made_at timestamptz not null default platform.now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, request_id) references core.evidence_request (tenant_id, id)
  );
  create index on core.evidence_link (token_sha256);
  create index on core.evidence_link (tenant_id, request_id);

  create table core.evidence_answer (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    request_id uuid not null,
    number text not null check (length(number) between 5 and 40),
    answer jsonb not null check (jsonb_typeof(answer) = 'object' and length(answer::text) <= 100000),
    language text not null check (language in ('nl', 'en')),
    /* Of the form that was sent: the same form sent twice is one answer. */
    once_sha256 bytea not null check (length(once_sha256) = 32),
    /* Of the address of the confirmation, which the donor can open for a day. */
    receipt_sha256 bytea not null check (length(receipt_sha256) = 32),
    answered_at timestamptz not null default platform.now(),
    primary key (tenant_id, id),
    unique (tenant_id, request_id),
    unique (tenant_id, number),
    foreign key (tenant_id, request_id) references core.evidence_request (tenant_id, id)
  );
  create index on core.evidence_answer (receipt_sha256);

  /* Visits of links by network address, hashed; it only holds up who tries many. */
  create table platform.link_visit (
    subject text not null check (length(subject) = 64),
    at timestamptz not null default clock_timestamp()
  );
  create index on platform.link_visit (subject, at);
  create index on platform.link_visit (at);
`;

function protect(table: string): string {
  return `
    alter table core.${table} enable row level security;
    alter table core.${table} force row level security;
    create policy own_rows on core.${table} for select to partijgiften_app using (${OWN});
    create policy all_rows on core.${table} for select to partijgiften_worker using (true);
    grant select on core.${table} to partijgiften_app, partijgiften_worker;
  `;
}

/** One of the contributions that stand in a filing is what the attachment is about. */
const ABOUT_WHAT_WAS_FILED = `
  exists (select 1 from core.disclosure d
            join core.contribution c on c.tenant_id = d.tenant_id and c.id = d.contribution_id
           where d.tenant_id = evidence_attachment.tenant_id and d.ground = 'filed'
             and (d.donor_id = evidence_attachment.donor_id
               or c.root_id = evidence_attachment.contribution_root_id
               or c.root_id = (select v.root_id from core.settlement s
                    join core.contribution v on v.tenant_id = s.tenant_id and v.id = s.contribution_id
                   where s.tenant_id = evidence_attachment.tenant_id
                     and s.id = evidence_attachment.settlement_id)))`;

const SEEN_WITH_ITS_ATTACHMENT = (table: string): string => `
  exists (select 1 from core.evidence_attachment a
           where a.tenant_id = ${table}.tenant_id and a.id = ${table}.attachment_id)`;

const POLICIES = `
  create policy own_rows_in on core.evidence_attachment for insert to partijgiften_app with check (${OWN});
  create policy own_rows_in on core.evidence_removal for insert to partijgiften_app with check (${OWN});
  create policy own_rows_in on core.evidence_disclosure for insert to partijgiften_app with check (${OWN});
  create policy own_rows_in on core.evidence_request for insert to partijgiften_app with check (${OWN});
  create policy own_rows_in on core.evidence_link for insert to partijgiften_app with check (${OWN});
  grant insert on core.evidence_attachment, core.evidence_removal, core.evidence_disclosure,
    core.evidence_request, core.evidence_link to partijgiften_app;

  create policy own_change on core.evidence_request for update to partijgiften_app
    using (${OWN}) with check (${OWN});
  grant update (recipient_email, expires_at, reminded_at, withdrawn_at, recorded_at)
    on core.evidence_request to partijgiften_app;
  create policy forget_address on core.evidence_request for update to partijgiften_worker using (true);
  grant update (recipient_email) on core.evidence_request to partijgiften_worker;

  /* Says of itself what was opened, as core.disclosure does; it holds nothing else. */
  create policy opened on core.evidence_disclosure for select to partijgiften_staff using (true);
  create policy opened_rows on core.evidence_attachment for select to partijgiften_staff
    using (exists (select 1 from core.evidence_disclosure x
      where x.tenant_id = evidence_attachment.tenant_id and x.attachment_id = evidence_attachment.id
        and (x.ground = 'shared' or ${ABOUT_WHAT_WAS_FILED})));
  create policy opened_rows on core.evidence_removal for select to partijgiften_staff
    using (${SEEN_WITH_ITS_ATTACHMENT('evidence_removal')});
  create policy opened_evidence on core.stored_file for select to partijgiften_staff
    using (purpose = 'evidence' and exists (select 1 from core.evidence_attachment a
      where a.tenant_id = stored_file.tenant_id and a.file_id = stored_file.id));
  grant select on core.evidence_disclosure, core.evidence_attachment, core.evidence_removal,
    core.stored_file to partijgiften_staff;

  create policy by_link on core.evidence_link for select to partijgiften_owner using (true);
  create policy by_link on core.evidence_request for select to partijgiften_owner using (true);
  create policy by_link_change on core.evidence_request for update to partijgiften_owner using (true);
  create policy by_link on core.evidence_answer for select to partijgiften_owner using (true);
  create policy by_link_in on core.evidence_answer for insert to partijgiften_owner with check (true);
  create policy by_link on core.organisation for select to partijgiften_owner using (true);
  create policy by_link on platform.job for insert to partijgiften_owner
    with check (kind = 'evidence.answered');
`;

const BY_LINK = `
  /* What the donor may see of a request: nothing it does not know. Opening it is remembered. */
  create function core.open_evidence_link(wanted bytea)
    returns table (kind text, party text, amount_cents bigint, received_on date, in_kind boolean,
      language text, last_day date)
    language plpgsql volatile security definer set search_path = core, pg_temp as $$
  declare asked core.evidence_request;
  begin
    select r.* into asked from core.evidence_request r
      join core.evidence_link l on l.tenant_id = r.tenant_id and l.request_id = r.id
     where l.token_sha256 = wanted and r.answered_at is null and r.withdrawn_at is null
       and platform.now() < r.expires_at;
    if asked.id is null then return; end if;
    update core.evidence_request e set opened_at = platform.now()
     where e.tenant_id = asked.tenant_id and e.id = asked.id and e.opened_at is null;
    return query select asked.kind, o.name, asked.amount_cents, asked.received_on, asked.in_kind,
        asked.language, (asked.expires_at at time zone 'Europe/Amsterdam')::date - 1
      from core.organisation o where o.tenant_id = asked.tenant_id;
  end $$;

  /*
   * The one answer to a request: its row is held, so of two forms at once one is kept. The same
   * form sent again gets the number it got before. No row: there is nothing to answer.
   */
  create function core.answer_evidence_link(wanted bytea, once bytea, receipt bytea,
      new_number text, said jsonb, said_in text)
    returns table (number text)
    language plpgsql volatile security definer set search_path = core, pg_temp as $$
  declare asked core.evidence_request;
  begin
    select r.* into asked from core.evidence_request r
      join core.evidence_link l on l.tenant_id = r.tenant_id and l.request_id = r.id
     where l.token_sha256 = wanted for update of r;
    if asked.id is null then return; end if;
    if asked.answered_at is not null then
      return query select a.number from core.evidence_answer a
        where a.tenant_id = asked.tenant_id and a.request_id = asked.id and a.once_sha256 = once;
      return;
    end if;
    if asked.withdrawn_at is not null or platform.now() >= asked.expires_at then return; end if;
    insert into core.evidence_answer (tenant_id, request_id, number, answer, language, once_sha256,
        receipt_sha256)
      values (asked.tenant_id, asked.id, new_number, said, said_in, once, receipt);
    update core.evidence_request e set answered_at = platform.now(), recipient_email = null,
        opened_at = coalesce(e.opened_at, platform.now())
     where e.tenant_id = asked.tenant_id and e.id = asked.id;
    insert into platform.job (id, tenant_id, kind, payload, dedupe_key)
      values (gen_random_uuid(), asked.tenant_id, 'evidence.answered',
        jsonb_build_object('tenantId', asked.tenant_id, 'requestId', asked.id), asked.id::text);
    return query select new_number;
  end $$;

  /* The confirmation, for who sent the answer, for a day. */
  create function core.evidence_receipt(wanted bytea)
    returns table (number text, kind text, party text, amount_cents bigint, received_on date,
      in_kind boolean, language text, answer jsonb, answered_at timestamptz)
    language sql stable security definer set search_path = core, pg_temp as $$
      select a.number, r.kind, o.name, r.amount_cents, r.received_on, r.in_kind, a.language,
             a.answer, a.answered_at
        from core.evidence_answer a
        join core.evidence_request r on r.tenant_id = a.tenant_id and r.id = a.request_id
        join core.organisation o on o.tenant_id = a.tenant_id
       where a.receipt_sha256 = wanted and a.answered_at > platform.now() - interval '1 day'
    $$;

  /* True while this address visited fewer than \`most\` links in a quarter of an hour. */
  create function platform.visit_link(visitor text, most int) returns boolean
    language plpgsql volatile security definer set search_path = platform, pg_temp as $$
  begin
    delete from platform.link_visit v where v.at < clock_timestamp() - interval '1 day';
    if (select count(*) from platform.link_visit v where v.subject = visitor
         and v.at > clock_timestamp() - interval '15 minutes') >= most then
      return false;
    end if;
    insert into platform.link_visit (subject) values (visitor);
    return true;
  end $$;

  grant execute on function core.open_evidence_link(bytea),
    core.answer_evidence_link(bytea, bytea, bytea, text, jsonb, text),
    core.evidence_receipt(bytea), platform.visit_link(text, int) to partijgiften_public;
`;

const AWAY = `
  drop function core.open_evidence_link(bytea);
  drop function core.answer_evidence_link(bytea, bytea, bytea, text, jsonb, text);
  drop function core.evidence_receipt(bytea);
  drop function platform.visit_link(text, int);
  drop table platform.link_visit;
  drop policy by_link on core.organisation;
  drop policy by_link on platform.job;
  drop policy opened_evidence on core.stored_file;
  revoke select on core.stored_file from partijgiften_staff;
`;

const AWAY_ELSEWHERE = `
  drop trigger forget_secret_mail on platform.outbox_message;
  drop function platform.forget_secret_mail();
  alter table platform.outbox_message drop column secret;
  alter table core.donor_declaration drop column adult_on;
  select audit.restate('core.donor_declaration');
`;

import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What changes a fact the ministry knows says so in the same transaction; a job derives it anew
 * (insight.stale). Only what was disclosed is marked (decisions.md D7).
 */
export class InsightMarks1764000000113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RIGHTS);
    for (const mark of MARKS) await runner.query(marking(mark));
    await runner.query(FILED);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name, table } of MARKS)
      await runner.query(
        `drop trigger insight_${name} on ${table}; drop function insight.mark_${name}();`,
      );
    await runner.query(`
      drop trigger insight_filing on core.filing;
      drop function insight.mark_filing();
      drop trigger insight_list on register.published_list;
      drop function insight.mark_list();
      drop trigger ask_for_refresh on insight.stale;
      drop function insight.ask_for_refresh();
      drop table insight.listed_gift;
      drop table insight.list_donor;
      select audit.detach('insight.list_party_decision');
      drop table insight.list_party_decision;
      drop function insight.mark_list_party();
      drop function insight.new_public_id(text);
      revoke all on insight.stale from partijgiften_app;
      drop policy own_marks on insight.stale;
      drop policy marks on insight.stale;
      revoke usage on schema insight from partijgiften_app;
    `);
  }
}

function protect(table: string): string {
  return `
    alter table insight.${table} enable row level security;
    alter table insight.${table} force row level security;
    create policy read_by_staff on insight.${table} for select to partijgiften_staff using (true);
    create policy kept_by_worker on insight.${table} to partijgiften_worker
      using (true) with check (true);
    grant select on insight.${table} to partijgiften_staff;
    grant select, insert, update, delete on insight.${table} to partijgiften_worker;`;
}

const RIGHTS = `
  /* Whoever changes a fact adds a mark, and sees nothing of insight. */
  grant usage on schema insight to partijgiften_app;
  grant insert (what, tenant_id, subject, year) on insight.stale
    to partijgiften_app, partijgiften_staff;
  create policy own_marks on insight.stale for insert to partijgiften_app
    with check (tenant_id = (select platform.tenant()));
  create policy marks on insight.stale for insert to partijgiften_staff with check (true);

  /* One piece of work for each transaction; it takes the marks of all that are there by then. */
  create function insight.ask_for_refresh() returns trigger language plpgsql
    set search_path = insight, pg_temp as $$
  begin
    insert into platform.job (id, tenant_id, kind, payload, dedupe_key)
    select gen_random_uuid(), a.tenant_id, 'insight.refresh', '{}',
           concat_ws(':', pg_current_xact_id(), extract(epoch from transaction_timestamp()))
      from (select distinct tenant_id from added) a
    on conflict do nothing;
    return null;
  end $$;
  create trigger ask_for_refresh after insert on insight.stale referencing new table as added
    for each statement execute function insight.ask_for_refresh();

  /* Which filed overview lists which gift; made of what was filed. */
  create table insight.listed_gift (
    tenant_id uuid not null,
    contribution_root_id uuid not null,
    filing_id uuid not null,
    filed_in text not null check (filed_in in ('annual_overview', 'election_overview')),
    filed_on date not null,
    primary key (tenant_id, contribution_root_id, filing_id)
  );
  /* Which donor a row of the newest published list of a year is. */
  create table insight.list_donor (
    year int not null,
    donor_row int not null,
    donor_id uuid not null references insight.donor,
    primary key (year, donor_row)
  );
  create index on insight.list_donor (donor_id);
  /* Which organisation a name on the published lists is: an overseer says so, the newest holds. */
  create table insight.list_party_decision (
    id uuid primary key default gen_random_uuid(),
    sequence bigint generated always as identity,
    list_name text not null check (length(list_name) between 1 and 200),
    /* Null: none of them. */
    tenant_id uuid references core.organisation,
    reason text not null check (length(reason) between 1 and 500),
    decided_at timestamptz not null default platform.now(),
    decided_by text not null default platform.actor()
  );
  create index on insight.list_party_decision (list_name, sequence desc);
  ${['listed_gift', 'list_donor', 'list_party_decision'].map(protect).join('')}
  create policy decided_by_overseer on insight.list_party_decision for insert to partijgiften_staff
    with check (current_setting('app.actor_role', true) = 'overseer');
  grant insert on insight.list_party_decision to partijgiften_staff;
  revoke insert, update, delete on insight.list_party_decision from partijgiften_worker;
  select audit.attach('insight.list_party_decision');

  /* Ten signs of Crockford's alphabet, without the signs one takes for another; says nothing. */
  create function insight.new_public_id(prefix text) returns text language sql volatile as $$
    select prefix || '-' || string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ',
        get_byte(b.bytes, place) % 32 + 1, 1), '')
      from (select uuid_send(gen_random_uuid()) as bytes) b
      /* Two bytes of such an id are not wholly random. */
      cross join unnest(array[0, 1, 2, 3, 4, 5, 7, 9, 10, 11]) place
  $$;
  grant execute on function insight.new_public_id(text) to partijgiften_worker;
`;

interface Mark {
  readonly name: string;
  readonly table: string;
  /** A transition table goes with one kind of change only. */
  readonly on: 'insert' | 'update';
  /** From `added`: what, tenant and subject of each row that is to be derived anew. */
  readonly of: string;
}

const DISCLOSED_GIFT = `select distinct 'gift', c.tenant_id, c.root_id from added a
  join core.contribution c on c.tenant_id = a.tenant_id and c.id = a.contribution_id
  where exists (select from core.contribution v join core.disclosure d
    on d.tenant_id = v.tenant_id and d.contribution_id = v.id
    where v.tenant_id = c.tenant_id and v.root_id = c.root_id)`;
const DUTY = `select distinct 'gift', a.tenant_id, a.contribution_root_id from added a
  where exists (select from core.contribution v join core.disclosure d
    on d.tenant_id = v.tenant_id and d.contribution_id = v.id
    where v.tenant_id = a.tenant_id and v.root_id = a.contribution_root_id)`;
const known = (donor: string): string => `exists (select from core.disclosure d
  where d.tenant_id = a.tenant_id and d.donor_id = ${donor})`;
const DONOR = `select distinct 'donor', a.tenant_id, a.donor_id from added a
  where ${known('a.donor_id')}`;

const MARKS: readonly Mark[] = [
  { name: 'disclosure', table: 'core.disclosure', on: 'insert', of: DISCLOSED_GIFT },
  { name: 'annulment', table: 'core.contribution_annulment', on: 'insert', of: DISCLOSED_GIFT },
  { name: 'settlement', table: 'core.settlement', on: 'insert', of: DISCLOSED_GIFT },
  { name: 'notice_line', table: 'core.notice_line', on: 'insert', of: DISCLOSED_GIFT },
  { name: 'duty', table: 'core.notice_duty', on: 'insert', of: DUTY },
  { name: 'duty_change', table: 'core.notice_duty', on: 'update', of: DUTY },
  { name: 'particulars', table: 'core.donor_particulars', on: 'insert', of: DONOR },
  { name: 'ubo', table: 'core.donor_ubo', on: 'insert', of: DONOR },
  { name: 'account', table: 'core.donor_account', on: 'insert', of: DONOR },
  { name: 'look_through', table: 'core.look_through_overview', on: 'insert', of: DONOR },
  {
    name: 'look_through_giver',
    table: 'core.look_through_giver',
    on: 'insert',
    of: `select distinct 'donor', a.tenant_id, o.donor_id from added a
      join core.look_through_overview o on o.tenant_id = a.tenant_id and o.id = a.overview_id
      where ${known('o.donor_id')}`,
  },
  {
    /* The gifts of all that were or became one with it may now stand under another name. */
    name: 'union',
    table: 'core.donor_link',
    on: 'insert',
    of: `select distinct 'donor', a.tenant_id, x.donor_id from added a
      join core.donor_link l on l.tenant_id = a.tenant_id and l.donor_id = a.donor_id
      cross join lateral (values (l.donor_id), (l.canonical_id)) x (donor_id)`,
  },
  {
    name: 'organisation',
    table: 'core.organisation',
    on: 'insert',
    of: `select distinct 'party', a.tenant_id, null::uuid from added a where not a.sandbox`,
  },
  {
    name: 'organisation_change',
    table: 'core.organisation',
    on: 'update',
    of: `select distinct 'party', a.tenant_id, null::uuid from added a where not a.sandbox`,
  },
  {
    name: 'recipient_change',
    table: 'core.recipient',
    on: 'update',
    of: `select distinct 'party', a.tenant_id, null::uuid from added a`,
  },
];

function marking({ name, table, on, of }: Mark): string {
  return `
    create function insight.mark_${name}() returns trigger language plpgsql as $$
    begin
      insert into insight.stale (what, tenant_id, subject) ${of};
      return null;
    end $$;
    create trigger insight_${name} after ${on} on ${table} referencing new table as added
      for each statement execute function insight.mark_${name}();
  `;
}

const FILED = `
  create function insight.mark_list() returns trigger language plpgsql as $$
  begin
    insert into insight.stale (what, year) values ('list', new.year);
    return null;
  end $$;
  create trigger insight_list after insert on register.published_list
    for each row execute function insight.mark_list();
  create function insight.mark_list_party() returns trigger language plpgsql as $$
  begin
    insert into insight.stale (what, year) select distinct 'list', l.year
      from register.published_list l;
    return null;
  end $$;
  create trigger list_party after insert on insight.list_party_decision
    for each row execute function insight.mark_list_party();

  create function insight.mark_filing() returns trigger language plpgsql as $$
  begin
    insert into insight.stale (what, tenant_id, subject) values ('filing', new.tenant_id, new.id);
    return null;
  end $$;
  create trigger insight_filing after update on core.filing
    for each row when (old.state = 'draft' and new.state = 'filed')
    execute function insight.mark_filing();
`;

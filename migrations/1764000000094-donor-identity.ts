import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = [
  'donor_account',
  'donor_match_decision',
  'donor_merge',
  'donor_split',
  'donor_link',
] as const;

/** Columns of which the log keeps the hash only: they say who someone is. */
const HASHED: Readonly<Partial<Record<(typeof TABLES)[number], string>>> = {
  donor_account: '{iban}',
  donor_match_decision: '{described,evidence}',
};

/**
 * Which donors are one. Gifts keep the donor they were booked under; a merge says that from now on
 * two donors count as one, a split takes exactly that back, and `donor_link` says for which donor
 * each counts: its newest row, or itself. Nothing is overwritten.
 */
export class DonorIdentity1764000000094 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACCOUNTS);
    await runner.query(MERGES);
    for (const table of TABLES) await runner.query(protect(table));
    await runner.query(READING);
    await runner.query(JUDGEMENTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.disclosure
        drop constraint disclosure_tenant_id_contribution_id_ground_donor_id_key,
        add constraint disclosure_tenant_id_contribution_id_ground_key
          unique (tenant_id, contribution_id, ground);
      revoke update (donor_id, received_on, amount_cents, total_after_cents, enforced_last_day,
        statutory_last_day, content) on core.notice_duty from partijgiften_app;
      alter table core.finding drop constraint finding_ended_by_check;
      alter table core.finding no force row level security;
      select audit.act_as_migration();
      update core.finding set ended_by = 'superseded' where ended_by in ('merged', 'split');
      alter table core.finding force row level security;
      alter table core.finding add constraint finding_ended_by_check
        check (ended_by in ('resolved', 'superseded'));
      drop function core.disclosed_donor(uuid, uuid);
      drop function core.same_donor(uuid, uuid, uuid);
      drop function core.donor_members(uuid, uuid);
      drop function core.search_key(text);
      drop view core.donor_identity;
    `);
    for (const table of [...TABLES].reverse())
      await runner.query(`select audit.detach('core.${table}'); drop table core.${table}`);
  }
}

const KEPT = `
    recorded_at timestamptz not null default platform.now(),
    recorded_by text not null default platform.actor(),
    primary key (tenant_id, id)`;

const ACCOUNTS = `
  create table core.donor_account (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    donor_id uuid not null,
    iban text not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}$'),
    source text not null check (source in ('statement', 'import', 'form', 'api')),
    ${KEPT},
    unique (tenant_id, donor_id, iban),
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id)
  );
  create index on core.donor_account (tenant_id, iban);

  create table core.donor_match_decision (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    sequence bigint generated always as identity,
    donor_id uuid not null,
    /* The other donor, or what was described in a file or on a statement. */
    other_id uuid,
    described jsonb,
    described_key text check (described_key ~ '^[0-9a-f]{64}$'),
    verdict text not null check (verdict in ('same', 'different')),
    score numeric(6, 2) not null,
    evidence jsonb not null,
    reason text check (length(reason) between 1 and 500),
    ${KEPT},
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id),
    foreign key (tenant_id, other_id) references core.donor (tenant_id, id),
    check ((other_id is null) = (described_key is not null)),
    check ((described is null) = (described_key is null)),
    check (other_id is null or donor_id < other_id)
  );
  create index on core.donor_match_decision (tenant_id, donor_id, other_id, sequence desc);
  create index on core.donor_match_decision (tenant_id, other_id) where other_id is not null;
  create index on core.donor_match_decision (tenant_id, described_key, sequence desc)
    where described_key is not null;
`;

const MERGES = `
  create table core.donor_merge (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    sequence bigint generated always as identity,
    absorbed_id uuid not null,
    into_id uuid not null,
    reason text not null check (length(reason) between 1 and 500),
    ${KEPT},
    foreign key (tenant_id, absorbed_id) references core.donor (tenant_id, id),
    foreign key (tenant_id, into_id) references core.donor (tenant_id, id),
    check (absorbed_id <> into_id)
  );
  create index on core.donor_merge (tenant_id, absorbed_id);
  create index on core.donor_merge (tenant_id, into_id);

  create table core.donor_split (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    merge_id uuid not null,
    reason text not null check (length(reason) between 1 and 500),
    ${KEPT},
    unique (tenant_id, merge_id),
    foreign key (tenant_id, merge_id) references core.donor_merge (tenant_id, id)
  );

  /* For which donor a donor counts since a merge or a split; the newest row holds. */
  create table core.donor_link (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    sequence bigint generated always as identity,
    donor_id uuid not null,
    canonical_id uuid not null,
    ${KEPT},
    foreign key (tenant_id, donor_id) references core.donor (tenant_id, id),
    foreign key (tenant_id, canonical_id) references core.donor (tenant_id, id)
  );
  create index on core.donor_link (tenant_id, donor_id, sequence desc);
  create index on core.donor_link (tenant_id, canonical_id);
`;

const OWN = 'tenant_id = (select platform.tenant())';

function protect(table: (typeof TABLES)[number]): string {
  const hashed = HASHED[table];
  return `
    alter table core.${table} enable row level security;
    alter table core.${table} force row level security;
    create policy own_rows on core.${table} for select to partijgiften_app using (${OWN});
    create policy own_rows_in on core.${table} for insert to partijgiften_app with check (${OWN});
    create policy all_rows on core.${table} for select to partijgiften_worker using (true);
    grant select, insert on core.${table} to partijgiften_app;
    grant select on core.${table} to partijgiften_worker;
    select audit.attach('core.${table}'${hashed === undefined ? '' : `, '{id}', '${hashed}'`});
  `;
}

/** The overseer sees that two donors are one only when both were disclosed (decisions.md D7). */
const READING = `
  create policy disclosed_rows on core.donor_link for select to partijgiften_staff
    using (exists (select 1 from core.disclosure d
             where d.tenant_id = donor_link.tenant_id and d.donor_id = donor_link.donor_id)
       and exists (select 1 from core.disclosure d
             where d.tenant_id = donor_link.tenant_id and d.donor_id = donor_link.canonical_id));
  grant select on core.donor_link to partijgiften_staff;

  create view core.donor_identity with (security_invoker = true) as
    select d.tenant_id, d.id as donor_id, coalesce((select l.canonical_id from core.donor_link l
        where l.tenant_id = d.tenant_id and l.donor_id = d.id
        order by l.sequence desc limit 1), d.id) as canonical_id
      from core.donor d;
  grant select on core.donor_identity to
    partijgiften_app, partijgiften_staff, partijgiften_worker;

  /* All donors that count for this one, itself among them; none for a donor that was absorbed. */
  create function core.donor_members(tenant uuid, canonical uuid) returns table (donor_id uuid)
    language sql stable as $$
      select i.donor_id from core.donor_identity i
       where i.tenant_id = tenant and i.canonical_id = canonical
         and i.donor_id in (select canonical union all select l.donor_id from core.donor_link l
           where l.tenant_id = tenant and l.canonical_id = canonical)
    $$;

  /* Two ids of one donor; nobody is the same as nobody. */
  create function core.same_donor(tenant uuid, one uuid, other uuid) returns boolean
    language sql stable as $$
      select one is not distinct from other or exists (select 1 from core.donor_identity a
        join core.donor_identity b on b.tenant_id = a.tenant_id and b.canonical_id = a.canonical_id
       where a.tenant_id = tenant and a.donor_id = one and b.donor_id = other)
    $$;

  /* Under which of the donors that are one the overseer knows it: nobody is shown who was not filed. */
  create function core.disclosed_donor(tenant uuid, canonical uuid) returns uuid
    language sql stable as $$
      select d.donor_id from core.disclosure d
       where d.tenant_id = tenant
         and d.donor_id in (select m.donor_id from core.donor_members(tenant, canonical) m)
       order by d.donor_id = canonical desc, d.disclosed_at, d.donor_id limit 1
    $$;

  /*
   * A name as the search compares it: small letters without accents, look-alike letters of other
   * scripts as ours, and spellings that sound the same as one.
   */
  create function core.search_key(written text) returns text
    language sql immutable parallel safe as $$
      select regexp_replace(regexp_replace(replace(replace(replace(replace(replace(replace(
        translate(regexp_replace(lower(normalize(written, NFKD)), '[\\u0300-\\u036f]', '', 'g'),
          'АВЕКМНОРСТУХІЈЅΑΒΕΙΚΝΟΡΤΥΧØŁĐавекмнорстухіјѕαβεικνορτυχøłđ',
          'abekmhopctyxijsabeikvoptuxoldabekmhopctyxijsabeikvoptuxold'),
        'ij', 'y'), 'ck', 'k'), 'ph', 'f'), 'th', 't'), 'ß', 'ss'), 'æ', 'ae'),
        '[^a-z0-9]+', ' ', 'g'), '([a-z])\\1+', '\\1', 'g')
    $$;
  grant execute on function core.donor_members(uuid, uuid), core.disclosed_donor(uuid, uuid),
    core.same_donor(uuid, uuid, uuid),
    core.search_key(text) to partijgiften_app, partijgiften_staff, partijgiften_worker;
`;

const JUDGEMENTS = `
  alter table core.finding drop constraint finding_ended_by_check;
  alter table core.finding add constraint finding_ended_by_check
    check (ended_by in ('resolved', 'superseded', 'merged', 'split'));
  /* A gift is disclosed with the donor it was booked under and the one it counts for. */
  alter table core.disclosure
    drop constraint disclosure_tenant_id_contribution_id_ground_key,
    add constraint disclosure_tenant_id_contribution_id_ground_donor_id_key
      unique (tenant_id, contribution_id, ground, donor_id);
  /* The duty to notify a gift goes with the gift: a merge moves it, with its terms, and a split back. */
  grant update (donor_id, received_on, amount_cents, total_after_cents, enforced_last_day,
    statutory_last_day, content) on core.notice_duty to partijgiften_app;
`;

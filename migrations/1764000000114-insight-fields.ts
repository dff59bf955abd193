import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * More figures that are kept with the gifts: sums by one property at a time, how late notices were,
 * and debts as they were filed.
 */
export class InsightFields1764000000114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FIGURES);
    for (const how of HOW) await runner.query(keeping(how));
    await runner.query(`
      create function insight.recount_fields() returns void language plpgsql
        set search_path = insight, pg_temp as $$
      begin
        delete from insight.tally; delete from insight.lateness;
        ${RECOUNTED}
        ${addingLateness('select 1 as sign, g.* from insight.gift g')}
      end $$;
      grant execute on function insight.recount_fields() to partijgiften_worker;
    `);
    for (const table of TABLES) await runner.query(protect(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function insight.recount_fields()');
    for (const how of HOW)
      await runner.query(`
        drop trigger fields_${how} on insight.gift;
        drop function insight.fields_${how}();
      `);
    for (const table of TABLES) await runner.query(`drop table insight.${table}`);
    for (const index of INDEXES) await runner.query(`drop index insight.${index}`);
  }
}

const HOW = ['insert', 'update', 'delete'] as const;
const TABLES = ['tally', 'lateness', 'filed_debt'] as const;
const INDEXES = ['gift_by_day', 'gift_by_size_class', 'gift_from_abroad', 'gift_by_place'] as const;
const FIELD = '00000000-0000-0000-0000-000000000000';

const AMOUNTS = 'gifts, counted_cents, gifts_without, cents_without';
const KEPT = `
    year int not null,
    source text not null check (source in ('all', 'filed', 'list')),
    gifts int not null,
    counted_cents bigint not null,
    /* Without dues and remittances (decisions.md D5). */
    gifts_without int not null,
    cents_without bigint not null`;
const NOTHING = AMOUNTS.replaceAll(', ', ' = 0 and ').concat(' = 0');

const FIGURES = `
  /*
   * Sums by one property at a time. Dimensions: month (b is the type), form, size, donor_kind,
   * recipient_kind, country, place; and party, for the whole field only.
   */
  create table insight.tally (
    /* A party, or 00000000-… for the whole field. */
    scope uuid not null,
    dimension text not null,
    a text not null,
    b text not null, ${KEPT},
    primary key (scope, year, source, dimension, a, b)
  );
  create index on insight.tally (scope, year, source, dimension, counted_cents desc, a);
  create index tally_empty on insight.tally (year) where ${NOTHING};
  create index gift_by_day on insight.gift
    (year, (coalesce(received_on, date '0001-01-01')) desc, id desc);
  create index gift_by_size_class on insight.gift (year, size_class);
  create index gift_from_abroad on insight.gift (year, country) where country <> 'NL';
  create index gift_by_place on insight.gift (year, place);

  /* Gifts that called for a notice, by how many days after its last day they were first filed. */
  create table insight.lateness (
    party_id uuid not null references insight.party,
    year int not null,
    /* By each reading of the term; from -10 (ten days before, or earlier) to 61 (more than 60). */
    after_statute int not null check (after_statute between -10 and 61),
    after_enforced int not null check (after_enforced between -10 and 61),
    gifts int not null,
    primary key (year, party_id, after_statute, after_enforced)
  );
  create index lateness_empty on insight.lateness (year) where gifts = 0;

  /* Debts as an overview that was filed lists them; each version of it has its own rows. */
  create table insight.filed_debt (
    tenant_id uuid not null,
    filing_id uuid not null,
    debt_id uuid not null,
    expected_key text not null,
    version int not null,
    year int not null,
    kind text not null,
    recipient_name text not null,
    creditor text not null,
    highest_cents bigint not null,
    at_end_cents bigint not null,
    primary key (tenant_id, filing_id, debt_id)
  );
  create index on insight.filed_debt (year, tenant_id);
`;

const GIFT = `(line = 'gift' and not annulled)::int`;
const FREELY = `type is distinct from 'membership_dues' and type is distinct from 'office_holder_remittance'`;
const SUMS = `sum(sign * ${GIFT}), sum(sign * counted_cents),
  coalesce(sum(sign * ${GIFT}) filter (where ${FREELY}), 0),
  coalesce(sum(sign * counted_cents) filter (where ${FREELY}), 0)`;
const SOME = SUMS.replaceAll(/,(?=\s*(?:sum|coalesce))/g, ' <> 0 or').concat(' <> 0');
const PLUS = AMOUNTS.replace(/\w+/g, '$& = t.$& + excluded.$&');
const days = (last: string): string => `greatest(-10, least(61, first_filed_on - ${last}))`;

function adding(delta: string): string {
  return `
    insert into insight.tally as t (scope, dimension, a, b, year, source, ${AMOUNTS})
    select scope, dimension, a, b, year, view, ${SUMS} from (${delta}) d
     cross join lateral (values ('all'), (d.source)) v (view)
     cross join lateral (values (d.party_id), ('${FIELD}'::uuid)) s (scope)
     cross join lateral (values ('month', coalesce(month, 0)::text, coalesce(type, '')),
       ('form', form, ''), ('size', size_class::text, ''), ('donor_kind', donor_kind, ''),
       ('recipient_kind', recipient_kind, ''), ('country', coalesce(country, ''), ''),
       ('place', coalesce(place, ''), ''),
       ('party', case when scope = '${FIELD}' then party_id::text end, '')) p (dimension, a, b)
     where a is not null group by scope, dimension, a, b, year, view having ${SOME}
    on conflict (scope, year, source, dimension, a, b) do update set ${PLUS};
    ${addingLateness(delta)}
    delete from insight.tally where ${NOTHING};
    delete from insight.lateness where gifts = 0;`;
}

function addingLateness(delta: string): string {
  return `
    insert into insight.lateness as t (party_id, year, after_statute, after_enforced, gifts)
    select party_id, year, ${days('statutory_last_day')}, ${days('enforced_last_day')}, sum(sign)
      from (${delta}) d
     where enforced_last_day is not null and first_filed_on is not null and not annulled
     group by 1, 2, 3, 4 having sum(sign) <> 0
    on conflict (year, party_id, after_statute, after_enforced)
      do update set gifts = t.gifts + excluded.gifts;`;
}

const VIEWS = `cross join lateral (values ('all'), (c.source)) v (view)
     cross join lateral (values (c.party_id), ('${FIELD}'::uuid)) s (scope)`;
const OF_CELLS = `sum(gifts), sum(counted_cents), coalesce(sum(gifts) filter (where ${FREELY}), 0),
  coalesce(sum(counted_cents) filter (where ${FREELY}), 0)`;

/** The same from the cells of the cube, which are far fewer than the gifts; places are not in it. */
const RECOUNTED = `
    insert into insight.tally (scope, dimension, a, b, year, source, ${AMOUNTS})
    select scope, dimension, a, b, year, view, ${OF_CELLS} from insight.month_cube c ${VIEWS}
     cross join lateral (values ('month', month::text, type), ('form', form, ''),
       ('size', size_class::text, ''), ('donor_kind', donor_kind, ''),
       ('recipient_kind', recipient_kind, ''), ('country', country, ''),
       ('party', case when scope = '${FIELD}' then party_id::text end, '')) p (dimension, a, b)
     where a is not null group by scope, dimension, a, b, year, view
    having ${OF_CELLS.replaceAll(/,(?=\s*(?:sum|coalesce))/g, ' <> 0 or').concat(' <> 0')};
    insert into insight.tally (scope, dimension, a, b, year, source, ${AMOUNTS})
    select scope, 'place', coalesce(place, ''), '', year, view, ${SUMS}
      from (select 1 as sign, g.* from insight.gift g) c ${VIEWS}
     group by scope, coalesce(place, ''), year, view having ${SOME};`;

function keeping(how: (typeof HOW)[number]): string {
  const added = 'select 1 as sign, a.* from added a';
  const removed = 'select -1 as sign, r.* from removed r';
  const [delta, tables] = {
    insert: [added, 'new table as added'],
    update: [`${added} union all ${removed}`, 'new table as added old table as removed'],
    delete: [removed, 'old table as removed'],
  }[how] as [string, string];
  return `
    create function insight.fields_${how}() returns trigger language plpgsql
      set search_path = insight, pg_temp as $$
    begin
      ${adding(delta)}
      return null;
    end $$;
    create trigger fields_${how} after ${how} on insight.gift referencing ${tables}
      for each statement execute function insight.fields_${how}();
  `;
}

function protect(table: (typeof TABLES)[number]): string {
  const name = `insight.${table}`;
  return `
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy read_by_staff on ${name} for select to partijgiften_staff using (true);
    create policy kept_by_worker on ${name} to partijgiften_worker using (true) with check (true);
    grant select on ${name} to partijgiften_staff;
    grant select, insert, update, delete on ${name} to partijgiften_worker;
  `;
}

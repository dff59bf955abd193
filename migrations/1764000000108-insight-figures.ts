import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Figures of what the ministry knows, kept in the transaction that writes the gifts, so that a
 * dashboard reads thousands of rows and not millions. `insight.recount()` makes all of them again.
 */
export class InsightFigures1764000000108 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FIGURES);
    await runner.query(CONCENTRATION);
    for (const how of ['insert', 'update', 'delete'] as const) await runner.query(keeping(how));
    await runner.query(RECOUNT);
    for (const table of TABLES) await runner.query(protect(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function insight.recount();
      ${['insert', 'update', 'delete'].map((how) => `drop trigger figures_${how} on insight.gift; drop function insight.figures_${how}();`).join('\n')}
      drop trigger donor_of_gift on insight.gift;
      drop function insight.donor_of_gift();
      drop function insight.reckon_concentration(uuid[]);
    `);
    for (const table of TABLES) await runner.query(`drop table insight.${table}`);
  }
}

const CUBES = ['month_cube', 'field_cube'] as const;
const TABLES = [...CUBES, 'donor_year', 'field_donor_year', 'concentration'] as const;

const CELL = 'year, month, source, recipient_kind, type, form, country, donor_kind, size_class';
const CELLS = `
    year int not null,
    /* 0 when the day is not known. */
    month int not null,
    source text not null,
    recipient_kind text not null,
    /* '' when a list does not say; the same for a country nobody wrote down. */
    type text not null,
    form text not null,
    country text not null,
    donor_kind text not null,
    size_class int not null,
    /* Without rests and without what was annulled. */
    gifts int not null,
    counted_cents bigint not null`;
/** In all, and without dues and remittances, which everybody can leave out (decisions.md D5). */
const OF_DONOR = 'gifts, counted_cents, gifts_without, cents_without';
const OF_DONORS = `
    year int not null,
    source text not null check (source in ('all', 'filed', 'list')),
    gifts int not null,
    counted_cents bigint not null,
    gifts_without int not null,
    cents_without bigint not null`;
const NOTHING_LEFT = 'where gifts = 0 and counted_cents = 0';

const FIGURES = `
  create table insight.month_cube (
    party_id uuid not null references insight.party, ${CELLS},
    primary key (party_id, ${CELL})
  );
  create index month_cube_empty on insight.month_cube (party_id) ${NOTHING_LEFT};
  create table insight.field_cube (${CELLS}, primary key (${CELL}));
  create index field_cube_empty on insight.field_cube (year) ${NOTHING_LEFT};

  create table insight.donor_year (
    party_id uuid not null references insight.party,
    donor_id uuid not null references insight.donor, ${OF_DONORS},
    primary key (party_id, donor_id, year, source)
  );
  create index on insight.donor_year (party_id, year, source, counted_cents desc, donor_id);
  create index on insight.donor_year (party_id, year, source, cents_without desc, donor_id);
  create index donor_year_empty on insight.donor_year (party_id)
    ${NOTHING_LEFT} and gifts_without = 0 and cents_without = 0;
  create table insight.field_donor_year (
    donor_id uuid not null references insight.donor, ${OF_DONORS},
    primary key (donor_id, year, source)
  );
  create index on insight.field_donor_year (year, source, counted_cents desc, donor_id);
  create index on insight.field_donor_year (year, source, cents_without desc, donor_id);
  create index field_donor_year_empty on insight.field_donor_year (year)
    ${NOTHING_LEFT} and gifts_without = 0 and cents_without = 0;

  create function insight.donor_of_gift() returns trigger language plpgsql
    set search_path = insight, pg_temp as $$
  begin
    select d.kind, d.country, d.residence into new.donor_kind, new.country, new.place
      from insight.donor d where d.id = new.donor_id;
    return new;
  end $$;
  create trigger donor_of_gift before insert on insight.gift
    for each row when (new.donor_kind is null) execute function insight.donor_of_gift();
`;

const COUNTS = `(line = 'gift' and not annulled)::int`;
const FREELY = `type is distinct from 'membership_dues' and type is distinct from 'office_holder_remittance'`;
const SUMS = `sum(sign * ${COUNTS}) as gifts, sum(sign * counted_cents) as counted_cents`;
const SUMS_OF_DONOR = `${SUMS},
  coalesce(sum(sign * ${COUNTS}) filter (where ${FREELY}), 0) as gifts_without,
  coalesce(sum(sign * counted_cents) filter (where ${FREELY}), 0) as cents_without`;
const SOME = `having sum(sign * ${COUNTS}) <> 0 or sum(sign * counted_cents) <> 0`;
const SOME_OF_DONOR = `${SOME}
  or coalesce(sum(sign * ${COUNTS}) filter (where ${FREELY}), 0) <> 0
  or coalesce(sum(sign * counted_cents) filter (where ${FREELY}), 0) <> 0`;

const CELL_KEY = CELL.replace('month', 'coalesce(month, 0)').replace(
  /\b(type|country|donor_kind)\b/g,
  "coalesce($1, '')",
);
const OF_CELL = 'gifts, counted_cents';

/** Adds what `delta` holds to the four tables; each row counts `sign` times. */
function adding(delta: string): string {
  const put = (table: string, key: string, group: string, of = OF_CELL): string => `
    insert into insight.${table} as t (${key}, ${of})
    select ${group}, ${of === OF_CELL ? SUMS : SUMS_OF_DONOR} from (${delta}) d
      ${of === OF_CELL ? '' : `cross join lateral (values ('all'), (d.source)) v (view)`}
     group by ${group} ${of === OF_CELL ? SOME : SOME_OF_DONOR}
    on conflict (${key}) do update
      set ${of.replace(/\w+/g, '$& = t.$& + excluded.$&')};`;
  return `
    ${put('month_cube', `party_id, ${CELL}`, `party_id, ${CELL_KEY}`)}
    ${put('field_cube', CELL, CELL_KEY)}
    ${put('donor_year', 'party_id, donor_id, year, source', 'party_id, donor_id, year, view', OF_DONOR)}
    ${put('field_donor_year', 'donor_id, year, source', 'donor_id, year, view', OF_DONOR)}
  `;
}

const EMPTIED = `
    delete from insight.month_cube ${NOTHING_LEFT};
    delete from insight.field_cube ${NOTHING_LEFT};
    delete from insight.donor_year ${NOTHING_LEFT} and gifts_without = 0 and cents_without = 0;
    delete from insight.field_donor_year ${NOTHING_LEFT} and gifts_without = 0 and cents_without = 0;`;

function keeping(how: 'insert' | 'update' | 'delete'): string {
  const added = 'select 1 as sign, a.* from added a';
  const removed = 'select -1 as sign, r.* from removed r';
  const delta = {
    insert: added,
    update: `${added} union all ${removed}`,
    delete: removed,
  }[how];
  const tables = {
    insert: 'new table as added',
    update: 'new table as added old table as removed',
    delete: 'old table as removed',
  }[how];
  return `
    create function insight.figures_${how}() returns trigger language plpgsql
      set search_path = insight, pg_temp as $$
    begin
      ${adding(delta)}
      ${EMPTIED}
      return null;
    end $$;
    create trigger figures_${how} after ${how} on insight.gift referencing ${tables}
      for each statement execute function insight.figures_${how}();
  `;
}

const CONCENTRATION = `
  /* How much of a year's money comes from how few; only donors who gave more than they got back. */
  create table insight.concentration (
    /* A party, or 00000000-… for the whole field. */
    scope uuid not null,
    year int not null,
    source text not null check (source in ('all', 'filed', 'list')),
    /* Without dues and remittances. */
    without boolean not null,
    donors int not null,
    /* Of these, who gave nothing in an earlier year that is known here. */
    new_donors int not null,
    cents bigint not null,
    top_1_cents bigint not null,
    top_5_cents bigint not null,
    top_10_cents bigint not null,
    /* The fewest donors that together gave half. */
    half_donors int not null,
    /* 0: all gave the same; near 1: one gave nearly everything. */
    gini numeric(6, 5) not null,
    reckoned_at timestamptz not null default platform.now(),
    primary key (scope, year, source, without)
  );

  /* Of these parties; of the whole field when null. */
  create function insight.reckon_concentration(parties uuid[]) returns void language sql
    set search_path = insight, pg_temp as $$
    delete from insight.concentration c where case when parties is null
      then c.scope = '00000000-0000-0000-0000-000000000000' else c.scope = any(parties) end;
    with given as (
      select y.party_id as scope, y.donor_id, y.year, y.source, m.without, m.cents
        from insight.donor_year y cross join lateral
          (values (false, y.counted_cents), (true, y.cents_without)) m (without, cents)
       where y.party_id = any(parties) and m.cents > 0
       union all
      select '00000000-0000-0000-0000-000000000000', y.donor_id, y.year, y.source, m.without, m.cents
        from insight.field_donor_year y cross join lateral
          (values (false, y.counted_cents), (true, y.cents_without)) m (without, cents)
       where parties is null and m.cents > 0
    ), ranked as (
      select *, row_number() over up as place, row_number() over down as from_top,
             sum(cents) over (down rows unbounded preceding) as together,
             sum(cents) over (partition by scope, year, source, without) as whole,
             year = min(year) over (partition by scope, donor_id, source, without) as is_new
        from given
      window up as (partition by scope, year, source, without order by cents, donor_id),
             down as (partition by scope, year, source, without order by cents desc, donor_id)
    )
    insert into insight.concentration (scope, year, source, without, donors, new_donors, cents,
      top_1_cents, top_5_cents, top_10_cents, half_donors, gini)
    select scope, year, source, without, count(*), count(*) filter (where is_new), sum(cents),
           sum(cents) filter (where from_top <= 1), sum(cents) filter (where from_top <= 5),
           sum(cents) filter (where from_top <= 10),
           count(*) filter (where (together - cents) * 2 < whole),
           round(2 * sum(place * cents) / (count(*) * sum(cents)) - (count(*) + 1)::numeric / count(*), 5)
      from ranked group by scope, year, source, without
  $$;
`;

const RECOUNT = `
  create function insight.recount() returns void language plpgsql
    set search_path = insight, pg_temp as $$
  begin
    delete from insight.month_cube; delete from insight.field_cube;
    delete from insight.donor_year; delete from insight.field_donor_year;
    ${adding('select 1 as sign, g.* from insight.gift g')}
    perform insight.recount_fields();
    perform insight.reckon_concentration(array(select id from insight.party));
    perform insight.reckon_concentration(null);
  end $$;
  grant execute on function insight.recount(), insight.reckon_concentration(uuid[])
    to partijgiften_worker;
`;

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

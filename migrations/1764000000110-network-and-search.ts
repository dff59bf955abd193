import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Who gave to whom, summed, so that a party with a hundred thousand donors shows its largest in one
 * step; and what makes searching quick: names as they are compared, amounts, days and numbers.
 */
export class NetworkAndSearch1764000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TIES);
    await runner.query(keepTies('insert', 'new'));
    await runner.query(keepTies('delete', 'old'));
    await runner.query(keepTies('update', 'old', 'new'));
    await runner.query(`
      create trigger ties_after_insert after insert on insight.gift
        referencing new table as new_rows
        for each statement execute function insight.keep_ties_on_insert();
      create trigger ties_after_delete after delete on insight.gift
        referencing old table as old_rows
        for each statement execute function insight.keep_ties_on_delete();
      create trigger ties_after_update after update on insight.gift
        referencing old table as old_rows new table as new_rows
        for each statement execute function insight.keep_ties_on_update();
    `);
    for (const table of ['network_tie', 'network_recipient'])
      await runner.query(`
        alter table insight.${table} enable row level security;
        alter table insight.${table} force row level security;
        create policy read_by_staff on insight.${table} for select to partijgiften_staff
          using (true);
        create policy kept_by_worker on insight.${table} to partijgiften_worker
          using (true) with check (true);
        grant select on insight.${table} to partijgiften_staff;
        grant select, insert, update, delete on insight.${table} to partijgiften_worker;
      `);
    await runner.query(SEARCHED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index core.letter_by_number, core.fine_proposal_by_number,
        core.enforcement_case_by_number, core.notice_of_donor, core.contribution_by_amount;
      drop index insight.gift_by_amount, insight.gift_by_size, insight.gift_of_year_by_size,
        insight.gift_of_party_by_day, insight.gift_undated, insight.donor_trait_ref, insight.donor_trait_found_by;
      alter table insight.donor drop column found_by, drop column person_ref;
      alter table insight.party drop column found_by;
      drop trigger ties_after_insert on insight.gift;
      drop trigger ties_after_delete on insight.gift;
      drop trigger ties_after_update on insight.gift;
      drop function insight.keep_ties_on_insert();
      drop function insight.keep_ties_on_delete();
      drop function insight.keep_ties_on_update();
      drop table insight.network_tie;
      drop table insight.network_recipient;
      drop function insight.recipient_ref(uuid, text, text);
    `);
  }
}

const TIES = `
  /* The same recipient of a party always has the same value. */
  create function insight.recipient_ref(party uuid, kind text, name text) returns text
    language sql immutable parallel safe as $$ select md5(party::text || kind || name) $$;
  grant execute on function insight.recipient_ref(uuid, text, text) to
    partijgiften_staff, partijgiften_worker;

  /* To whom was given: a party itself, an affiliate, a candidate, a branch. */
  create table insight.network_recipient (
    ref text primary key,
    party_id uuid not null references insight.party on delete cascade,
    kind text not null,
    name text not null,
    found_by text not null generated always as (' ' || core.search_key(name) || ' ') stored
  );
  create index on insight.network_recipient (party_id, kind, name);

  /*
   * What a donor gave to one recipient in a year; year 0 holds all years together. Made from gifts,
   * which hold the foreign keys: checking them again would take most of the time.
   */
  create table insight.network_tie (
    donor_id uuid not null,
    party_id uuid not null,
    recipient_ref text not null,
    year int not null,
    gifts int not null check (gifts > 0),
    counted_cents bigint not null,
    first_on date,
    last_on date,
    primary key (donor_id, year, recipient_ref)
  );
  create index on insight.network_tie (party_id, year, counted_cents desc, donor_id desc);
  create index on insight.network_tie (recipient_ref, year, counted_cents desc, donor_id desc);
  create index on insight.network_tie (year, counted_cents desc, donor_id, recipient_ref);
`;

/**
 * Sums the ties of every donor that a statement touched anew, from its gifts as they are after it.
 * Who writes gifts waits for who wrote before, so that no sum is made of half of them.
 */
function keepTies(event: string, ...sides: readonly ('old' | 'new')[]): string {
  const touched = sides.map((side) => `select donor_id from ${side}_rows`).join(' union ');
  const given = sides
    .map((side) => `select party_id, recipient_kind, recipient_name from ${side}_rows`)
    .join(' union ');
  return `
    create function insight.keep_ties_on_${event}() returns trigger language plpgsql
      set search_path = insight, pg_temp as $$
    declare touched uuid[] := array(${touched});
    begin
      if cardinality(touched) = 0 then return null; end if;
      perform pg_advisory_xact_lock(hashtextextended('insight.network_tie', 0));
      insert into network_recipient (ref, party_id, kind, name)
        select recipient_ref(party_id, recipient_kind, recipient_name), party_id, recipient_kind,
            recipient_name from (${given}) t
        on conflict do nothing;
      delete from network_tie k using unnest(touched) t (donor_id) where k.donor_id = t.donor_id;
      insert into network_tie (donor_id, party_id, recipient_ref, year, gifts, counted_cents,
          first_on, last_on)
        select donor_id, party_id, recipient_ref(party_id, recipient_kind, recipient_name),
            coalesce(year, 0), gifts, counted_cents, first_on, last_on
          from (select donor_id, party_id, recipient_kind, recipient_name, year, count(*) as gifts,
                  sum(counted_cents) as counted_cents, min(received_on) as first_on,
                  max(received_on) as last_on
                from gift join unnest(touched) t (donor_id) using (donor_id) where not annulled
               group by grouping sets
                 ((donor_id, party_id, recipient_kind, recipient_name, year),
                  (donor_id, party_id, recipient_kind, recipient_name))) sums;
      return null;
    end $$;
  `;
}

const SEARCHED = `
  /* Names and places as they are compared, with a blank around each word. */
  alter table insight.donor add column found_by text not null generated always as
    (' ' || core.search_key(coalesce(name, '') || ' ' || coalesce(residence, '')) || ' ') stored;
  /* The same name in the same place, as donor_trait writes it of owners and givers. */
  alter table insight.donor add column person_ref text not null generated always as
    (md5(core.search_key(coalesce(name, '')) || '|' || core.search_key(coalesce(residence, ''))))
    stored;
  create index donor_person_ref on insight.donor (person_ref);
  create index donor_found_by on insight.donor using gin (found_by gin_trgm_ops);
  alter table insight.party add column found_by text not null generated always as
    (' ' || core.search_key(name || ' ' || short_name || ' ' || coalesce(list_name, '')) || ' ')
    stored;
  create index donor_trait_ref on insight.donor_trait (md5(value));
  create index donor_trait_found_by on insight.donor_trait
    using gin ((' ' || core.search_key(label) || ' ') gin_trgm_ops) where kind in ('ubo', 'upstream_giver');

  /* An amount: newest first. From an amount up: largest first, of all, of a year. Of a party. */
  create index gift_by_amount on insight.gift (amount_cents, received_on desc nulls last, id desc);
  create index gift_by_size on insight.gift (amount_cents desc, id desc);
  create index gift_of_year_by_size on insight.gift (year, amount_cents desc, id desc);
  create index gift_of_party_by_day on insight.gift (party_id, received_on desc nulls last, id desc);

  create index gift_undated on insight.gift (year, id) where received_on is null;

  create index contribution_by_amount on core.contribution
    (tenant_id, amount_cents, received_on desc, id);
  create index notice_of_donor on core.notice (tenant_id, donor_id, filed_at desc);
  create index letter_by_number on core.letter (number);
  create index fine_proposal_by_number on core.fine_proposal (number);
  create index enforcement_case_by_number on core.enforcement_case (number);
`;

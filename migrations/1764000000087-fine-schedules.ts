import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { EXAMPLE_2026_1 } from '../src/legal/fines/example-2026-1';
import { canonicalJson } from '../src/platform/json/canonical';

/**
 * How high a fine is proposed, as versioned data of the overseer (decisions D9 and D10). Whoever
 * drafts a schedule does not adopt it; once adopted it never changes, because what was decided with
 * it must be explained with it for ever. It belongs to no party, so it has no tenant.
 */
export class FineSchedules1764000000087 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(ADOPTION);
    await runner.query(
      `insert into register.fine_schedule (version, origin, content, sha256, from_day, drafted_by,
         adopted_by, adopted_at)
       values ($1, $2, $3, sha256(convert_to($3, 'UTF8')), $4, 'the product', 'the installation',
         platform.now())`,
      [
        EXAMPLE_2026_1.version,
        EXAMPLE_2026_1.origin,
        canonicalJson(EXAMPLE_2026_1),
        EXAMPLE_2026_1.from,
      ],
    );
    await runner.query(`select audit.attach('register.fine_schedule')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function register.adopt_fine_schedule(uuid, text, text);
      select audit.detach('register.fine_schedule');
      drop table register.fine_schedule;
      drop function register.fine_schedule_stays();
    `);
  }
}

const TABLE = `
  create table register.fine_schedule (
    id uuid primary key default gen_random_uuid(),
    version text not null check (version ~ '^[a-z0-9][a-z0-9.-]{1,49}$'),
    origin text not null check (origin in ('example', 'overseer')),
    /* Canonical JSON of the whole schedule: the exact bytes that are adopted. */
    content text not null check (content::jsonb ->> 'version' = version
      and content::jsonb ->> 'origin' = origin
      and content::jsonb ->> 'from' = to_char(from_day, 'YYYY-MM-DD')),
    sha256 bytea not null check (sha256 = sha256(convert_to(content, 'UTF8'))),
    from_day date not null,
    drafted_by text not null default platform.actor(),
    drafted_by_name text,
    drafted_at timestamptz not null default platform.now(),
    adopted_by text,
    adopted_by_name text,
    adopted_at timestamptz,
    withdrawn_at timestamptz,
    check ((adopted_by is null) = (adopted_at is null)),
    check (adopted_at is null or withdrawn_at is null),
    constraint fine_schedule_by_two_people check (drafted_by <> adopted_by)
  );
  create unique index fine_schedule_version on register.fine_schedule (version)
    where withdrawn_at is null;
  create unique index fine_schedule_begins on register.fine_schedule (from_day)
    where adopted_at is not null;
  alter table register.fine_schedule enable row level security;
  alter table register.fine_schedule force row level security;

  create policy drafts_for_staff on register.fine_schedule for select
    to partijgiften_staff, partijgiften_worker using (true);
  create policy adopted_for_all on register.fine_schedule for select
    to partijgiften_app, partijgiften_public using (adopted_at is not null);
  create policy seeded on register.fine_schedule for insert to partijgiften_owner
    with check (origin = 'example');
  create policy drafted on register.fine_schedule for insert to partijgiften_staff
    with check (origin = 'overseer' and drafted_by = platform.actor() and adopted_at is null
      and withdrawn_at is null and current_setting('app.actor_role', true) = 'overseer');
  create policy withdrawn on register.fine_schedule for update to partijgiften_staff
    using (adopted_at is null and withdrawn_at is null
      and current_setting('app.actor_role', true) = 'overseer')
    with check (adopted_at is null and withdrawn_at is not null);
  grant select, insert (version, origin, content, sha256, from_day, drafted_by_name),
    update (withdrawn_at) on register.fine_schedule to partijgiften_staff;
  grant select on register.fine_schedule to partijgiften_worker;
  grant select (id, version, origin, content, sha256, from_day, adopted_at)
    on register.fine_schedule to partijgiften_app, partijgiften_public;

  create function register.fine_schedule_stays() returns trigger language plpgsql
    set search_path = register, pg_temp as $$
  begin
    if old.adopted_at is not null or old.withdrawn_at is not null
      or (new.id, new.version, new.origin, new.content, new.sha256, new.from_day, new.drafted_by,
          new.drafted_at) is distinct from (old.id, old.version, old.origin, old.content,
          old.sha256, old.from_day, old.drafted_by, old.drafted_at) then
      raise exception 'the fine schedule % never changes', old.version
        using errcode = '23514', constraint = 'fine_schedule_stays';
    end if;
    return new;
  end $$;
  create trigger fine_schedule_stays before update on register.fine_schedule
    for each row execute function register.fine_schedule_stays();
`;

const ADOPTION = `
  /*
   * The only way to adopt a schedule: with the row locked, by a second person, on exactly these
   * bytes, for days to come. Gives null when it was adopted, and otherwise why not.
   */
  create function register.adopt_fine_schedule(wanted uuid, wanted_sha256 text, adopter_name text)
    returns text language plpgsql security definer set search_path = register, pg_temp as $$
  declare
    me text := platform.actor();
    draft register.fine_schedule;
  begin
    select * into draft from register.fine_schedule s where s.id = wanted for update;
    if not found or draft.withdrawn_at is not null then return 'no_draft'; end if;
    if me is null or current_setting('app.actor_role', true) is distinct from 'decision_maker' then
      return 'role_may_not';
    end if;
    if draft.adopted_at is not null then return 'already_done'; end if;
    if draft.drafted_by = me then return 'second_person_needed'; end if;
    if encode(draft.sha256, 'hex') <> wanted_sha256 then return 'content_changed'; end if;
    if draft.from_day < platform.today() then return 'day_in_the_past'; end if;
    if exists (select 1 from register.fine_schedule s
         where s.adopted_at is not null and s.from_day = draft.from_day) then
      return 'day_taken';
    end if;
    update register.fine_schedule set adopted_by = me, adopted_by_name = adopter_name,
      adopted_at = platform.now() where id = wanted;
    return null;
  end $$;
  grant execute on function register.adopt_fine_schedule(uuid, text, text) to partijgiften_staff;
  create policy for_adoption on register.fine_schedule for select to partijgiften_owner using (true);
  create policy by_adoption on register.fine_schedule for update to partijgiften_owner using (true);
`;

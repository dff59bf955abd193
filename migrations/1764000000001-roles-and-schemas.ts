import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Roles, schemas and the clock. Login roles own nothing and may do only what a grant or a policy
 * says; everything belongs to partijgiften_owner, under which nothing runs but migrations.
 * The roles themselves are made at start-up (platform/database/bootstrap), because a migration may
 * run again in another database of the same server while roles belong to the whole server.
 */
export class RolesAndSchemas1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pgcrypto;
      create extension if not exists pg_trgm;
      create extension if not exists btree_gist;
      create schema platform;
      create schema identity;
      create schema core;
      create schema audit;
      create schema register;
      revoke all on schema public from public;
      alter default privileges revoke execute on functions from public;

      grant usage on schema platform to
        partijgiften_app, partijgiften_staff, partijgiften_worker, partijgiften_identity, partijgiften_public;
      grant usage on schema core to partijgiften_app, partijgiften_staff, partijgiften_worker;
      grant usage on schema identity to partijgiften_identity;
      grant usage on schema register to
        partijgiften_app, partijgiften_staff, partijgiften_worker, partijgiften_public;

      -- One row. An offset is only possible in a demonstration or a test (see set_clock).
      create table platform.clock (
        only_row boolean primary key default true check (only_row),
        may_be_set boolean not null default false,
        ahead interval not null default interval '0',
        check (may_be_set or ahead = interval '0')
      );
      insert into platform.clock default values;

      create function platform.now() returns timestamptz
        language sql stable security definer set search_path = platform, pg_temp
        as $$ select clock_timestamp() + ahead from platform.clock $$;

      create function platform.today() returns date
        language sql stable security definer set search_path = platform, pg_temp
        as $$ select (platform.now() at time zone 'Europe/Amsterdam')::date $$;

      create function platform.set_clock(moment timestamptz) returns void
        language plpgsql security definer set search_path = platform, pg_temp
        as $$
        begin
          update platform.clock
             set ahead = case when moment is null then interval '0' else moment - clock_timestamp() end
           where may_be_set;
          if not found then
            raise exception 'the clock of this installation cannot be set' using errcode = '42501';
          end if;
        end $$;

      grant execute on function platform.now(), platform.today() to
        partijgiften_app, partijgiften_staff, partijgiften_worker, partijgiften_identity, partijgiften_public;
      grant execute on function platform.set_clock(timestamptz) to partijgiften_worker;

      -- The policies read these; a missing or empty setting means: no rows.
      create function platform.tenant() returns uuid language sql stable parallel safe
        as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;
      create function platform.actor() returns text language sql stable parallel safe
        as $$ select nullif(current_setting('app.actor', true), '') $$;
      /* ISO 8601 in UTC to the microsecond: exact enough to page by, and no Date in between. */
      create function platform.iso(moment timestamptz) returns text language sql immutable parallel safe
        as $$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

      grant execute on function platform.tenant(), platform.actor(), platform.iso(timestamptz) to
        partijgiften_app, partijgiften_staff, partijgiften_worker, partijgiften_identity, partijgiften_public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop schema register cascade; drop schema audit cascade; drop schema core cascade;
      drop schema identity cascade; drop schema platform cascade;
    `);
  }
}

import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * An organisation to practise with: for who makes or tries software. Everything in it is invented,
 * so the ministry does not see it, and nothing of it is ever opened to the overseer.
 */
export class Sandbox1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.organisation add column sandbox boolean not null default false;
      select audit.restate('core.organisation');
      drop policy disclosed_rows on core.organisation;
      create policy real_ones on core.organisation for select to partijgiften_staff
        using (not sandbox);

      create function core.sandbox_stays_closed() returns trigger language plpgsql
        set search_path = core, pg_temp as $$
      begin
        if exists (select 1 from core.organisation o
                    where o.tenant_id = new.tenant_id and o.sandbox) then
          return null;
        end if;
        return new;
      end $$;
      create trigger sandbox_stays_closed before insert on core.disclosure
        for each row execute function core.sandbox_stays_closed();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger sandbox_stays_closed on core.disclosure;
      drop function core.sandbox_stays_closed();
      drop policy real_ones on core.organisation;
      create policy disclosed_rows on core.organisation for select to partijgiften_staff
        using (true);
      alter table core.organisation drop column sandbox;
      select audit.restate('core.organisation');
    `);
  }
}

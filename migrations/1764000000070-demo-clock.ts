import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Moving the clock of a demonstration under the people who are using it. Their sessions, the last
 * codes they used and the tries that are counted move along by the same interval, so that nobody is
 * thrown out and nobody is locked out. Like set_clock it does nothing on a real installation.
 */
export class DemoClock1764000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function platform.move_clock(moment timestamptz) returns void
        language plpgsql security definer set search_path = platform, pg_temp
        as $$
        declare
          before interval;
          moved interval;
        begin
          select ahead into strict before from platform.clock for update;
          perform platform.set_clock(moment);
          select ahead - before into strict moved from platform.clock;
          update identity.session
             set created_at = created_at + moved, last_seen_at = last_seen_at + moved,
                 expires_at = expires_at + moved
           where ended_at is null;
          update identity.sign_in_attempt set at = at + moved;
          /* A code is of a step of 30 seconds; after moving back every new one would look used. */
          update identity.account set totp_last_step = null where totp_last_step is not null;
        end $$;
      revoke execute on function platform.move_clock(timestamptz) from public;
      grant execute on function platform.move_clock(timestamptz) to partijgiften_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function platform.move_clock(timestamptz)');
  }
}

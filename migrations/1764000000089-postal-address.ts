import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A letter needs somewhere to go: street, postal code and town of a party, one line each. */
export class PostalAddress1764000000089 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.organisation add column postal_address text
        check (length(postal_address) between 1 and 300);
      select audit.restate('core.organisation');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.organisation drop column postal_address;
      select audit.restate('core.organisation');
    `);
  }
}

import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What publication and signals put before the overseer leaves its marks in the queue as well. */
export class WorkMarks1764000000115 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, events] of WATCHED)
      for (const event of events)
        await runner.query(`
          create trigger work_${event} after ${event} on ${table}
            referencing new table as changed
            for each statement execute function insight.mark_ministry_work('${table}');
        `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, events] of WATCHED)
      for (const event of events) await runner.query(`drop trigger work_${event} on ${table}`);
  }
}

const WATCHED: readonly (readonly [table: string, events: readonly ('insert' | 'update')[]])[] = [
  ['insight.release_item', ['insert', 'update']],
  ['core.safety_request', ['insert']],
  ['core.safety_step', ['insert']],
  ['insight.signal', ['insert', 'update']],
];

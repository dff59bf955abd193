import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What somebody has typed in a form and not sent yet. A draft is no fact: only the person who typed
 * it sees it, it is not in the audit log, and it goes when the form is sent or after thirty days.
 */
export class FormDrafts1764000000099 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.form_draft (
        tenant_id uuid default platform.tenant(),
        account_id text not null default platform.actor(),
        form text not null check (form ~ '^/[a-z0-9/-]{1,199}$'),
        fields jsonb not null check (jsonb_typeof(fields) = 'object'
          and length(fields::text) <= 100000),
        saved_at timestamptz not null default platform.now(),
        unique nulls not distinct (tenant_id, account_id, form)
      );
      create index on platform.form_draft (saved_at);
      alter table platform.form_draft enable row level security;
      alter table platform.form_draft force row level security;
      create policy own_of_the_party on platform.form_draft to partijgiften_app
        using (tenant_id = (select platform.tenant()) and account_id = (select platform.actor()))
        with check (tenant_id = (select platform.tenant())
          and account_id = (select platform.actor()));
      create policy own_of_the_ministry on platform.form_draft to partijgiften_staff
        using (tenant_id is null and account_id = (select platform.actor()))
        with check (tenant_id is null and account_id = (select platform.actor()));
      grant select, insert, update (fields, saved_at), delete on platform.form_draft
        to partijgiften_app, partijgiften_staff;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.form_draft');
  }
}

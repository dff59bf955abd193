import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A filing that is late or two sources that differ have no donor: findings and proposals may do
 * without. Groups that split off have a status of their own (art. 33), and so have the secretaries
 * of the committee, who never prepare a decision (Bfpp art. 2 lid 6).
 */
export class FindingsWithoutADonor1764000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.finding alter column donor_id drop not null;
      drop index core.finding_open;
      create unique index finding_open on core.finding (tenant_id, source, donor_id, year, key)
        nulls not distinct where ended_at is null;
      alter table core.fine_proposal alter column donor_id drop not null;
      drop index core.fine_proposal_open;
      create unique index fine_proposal_open
        on core.fine_proposal (tenant_id, donor_id, year, finding_key)
        nulls not distinct where superseded_at is null;
      ${statuses("'political_party', 'new_association', 'blank_list', 'split_off'")}
      ${roles("'committee_member', 'committee_secretary'")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${roles("'committee_member'")}
      ${statuses("'political_party', 'new_association', 'blank_list'")}
      drop index core.fine_proposal_open;
      alter table core.fine_proposal alter column donor_id set not null;
      create unique index fine_proposal_open
        on core.fine_proposal (tenant_id, donor_id, year, finding_key) where superseded_at is null;
      drop index core.finding_open;
      alter table core.finding alter column donor_id set not null;
      create unique index finding_open on core.finding (tenant_id, source, donor_id, year, key)
        where ended_at is null;
    `);
  }
}

function statuses(list: string): string {
  return `alter table core.organisation_status drop constraint organisation_status_status_check;
    alter table core.organisation_status add constraint organisation_status_status_check
      check (status in (${list}));`;
}

function roles(list: string): string {
  return `alter table identity.assignment drop constraint assignment_role_check;
    alter table identity.assignment add constraint assignment_role_check
      check (role in ('treasurer', 'party_administrator', 'accountant', 'overseer',
        'decision_maker', ${list}, 'administrator'));`;
}

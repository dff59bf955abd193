import { loadDemo } from '../../src/demo/load-demo';
import { startTestApp, type TestApp } from '../support/app';

describe('The demonstration', () => {
  let site: TestApp;
  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());

  it('tells its story once, and leaves the clock on Thursday 23 October 2025', async () => {
    const people = await loadDemo(site.app);
    expect(people.map(({ role }) => role)).toEqual(['treasurer', 'overseer']);
    const count = 'select count(*)::int as n from core.contribution';
    const [first] = await site.test.ownerQuery<{ n: number }>(count);
    await loadDemo(site.app);
    const [second] = await site.test.ownerQuery<{ n: number }>(count);
    expect(second).toEqual(first);
    const [clock] = await site.test.ownerQuery<{ today: string }>(
      'select platform.today()::text as today',
    );
    expect(clock?.today).toBe('2025-10-23');
  }, 120_000);

  it('leaves proposals for whoever broke a rule, and only for them', async () => {
    const rows = await site.test.ownerQuery<{ told: string }>(
      `select distinct o.short_name || ' ' || f.rule as told from core.fine_proposal f
         join core.organisation o on o.tenant_id = f.tenant_id
        where f.superseded_at is null order by 1`,
    );
    expect(rows.map(({ told }) => told)).toEqual([
      'Bakboord WFPP-32-1',
      'DSS WFPP-25-1',
      'DSS WFPP-25a-2',
      'DSS WFPP-28-1',
      'DSS WFPP-29-1',
      'DSS WFPP-30-2',
      'Kust WFPP-29-1',
      'Polder WFPP-28-1',
      'Wad WFPP-33',
    ]);
  });

  it('holds one case, from the signal of March to the dunning of October', async () => {
    const rows = await site.test.ownerQuery(
      `select phase, protection, collection from core.enforcement_case`,
    );
    expect(rows).toEqual([{ phase: 'notified', protection: 'objection', collection: 'dunned' }]);
    const letters = await site.test.ownerQuery<{ kind: string }>(
      `select kind from core.letter where kind <> 'reminder' order by sent_at`,
    );
    expect(letters.map(({ kind }) => kind)).toEqual([
      'information_request',
      'repair_term',
      'report',
      'intention',
      'committee_submission',
      'fine_decision',
      'objection_receipt',
      'dunning',
    ]);
  });

  it('shows in the ledger what still has to be done', async () => {
    const rows = await site.test.ownerQuery<{ told: string }>(
      `select o.short_name || ' ' || f.rule || ' ' || f.outcome as told from core.finding f
         join core.organisation o on o.tenant_id = f.tenant_id
        where f.ended_at is null and f.source = 'ledger' and not o.sandbox order by 1`,
    );
    expect([...new Set(rows.map(({ told }) => told))]).toEqual([
      'Bakboord WFPP-32-1 not_filed',
      'DSS FILINGS-DIFFER in_election_not_in_notice',
      'DSS WFPP-25-1 filed_late',
      'DSS WFPP-25-1 part_missing',
      'DSS WFPP-25a-2 not_filed_late',
      'DSS WFPP-28-1 not_filed',
      'DSS WFPP-29-1 not_filed',
      'DSS WFPP-30-2 not_filed',
      'Kust WFPP-29-1 not_filed',
      'Polder WFPP-21a-2 overview_missing',
      'Polder WFPP-23-1 anonymous_above_limit',
      'Polder WFPP-23a-1 declaration_missing',
      'Polder WFPP-28-1 not_filed',
      'Wad WFPP-33 not_filed',
    ]);
  });
});

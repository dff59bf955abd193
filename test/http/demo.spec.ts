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
  });

  it('begins without a fine proposal: the first is the one that a visitor causes', async () => {
    const rows = await site.test.ownerQuery('select rule from core.fine_proposal');
    expect(rows).toEqual([]);
  });

  it('shows in the ledger what still has to be done', async () => {
    const rows = await site.test.ownerQuery<{ rule: string; outcome: string }>(
      `select rule, outcome from core.finding where ended_at is null and source = 'ledger'
        order by rule, outcome`,
    );
    expect(rows).toEqual([
      { rule: 'WFPP-21a-2', outcome: 'overview_missing' },
      { rule: 'WFPP-23-1', outcome: 'anonymous_above_limit' },
      { rule: 'WFPP-23a-1', outcome: 'declaration_missing' },
    ]);
  });
});

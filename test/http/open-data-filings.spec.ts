import { meetExpectation } from '../../src/modules/expectations/public';
import { RegisterHead } from '../../src/modules/open-data/public';
import { remakeFilingStatus } from '../../src/modules/open-data/persistence/filing-status.store';
import { Database } from '../../src/platform/database/database';
import { newId } from '../../src/platform/ids/id';
import { workerScope } from '../../src/platform/jobs/public';
import { Worker } from '../../src/platform/worker/public';
import { type AParty, aParty, treasurerScope } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';

interface Standing {
  readonly partyName: string;
  readonly kind: string;
  readonly status: string;
  readonly filedOn: string | null;
  readonly late: boolean | null;
}

describe('who filed, as far as everybody may know it', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-02-01T10:00:00Z');
    const full = await aParty(site.app, 'Partij Compleet');
    const nil = await aParty(site.app, 'Partij Nihil');
    await aParty(site.app, 'Partij Zwijgt');
    await site.app.get(Worker).drainOnce();
    await site.setClock('2025-06-20T10:00:00Z');
    await site.app.get(Worker).drainOnce();
    await meet(full, false);
    await meet(nil, true);
    for (const name of ['Partij Compleet', 'Partij Nihil', 'Partij Zwijgt'])
      await site.test.ownerQuery(
        `insert into insight.party (slug, name, short_name, tenant_id)
         select lower(replace(name, ' ', '-')), name, short_name, tenant_id from core.organisation
          where name = $1 on conflict do nothing`,
        [name],
      );
  });
  afterAll(() => site.close());

  const meet = ({ tenantId, party }: AParty, nil: boolean): Promise<void> =>
    site.app.get(Database).inTransaction(treasurerScope(tenantId), (tx) =>
      meetExpectation(tx, {
        ...{ tenantId, key: `annual_report:2024:${party}`, filingId: newId(), version: 1 },
        ...{ filedOn: tx.today, nil, missing: [] },
      }),
    );
  const standings = async (query: string): Promise<readonly Standing[]> => {
    await site.app.get(Database).inTransaction(workerScope('test'), (tx) => remakeFilingStatus(tx));
    site.app.get(RegisterHead).forget();
    const { body } = await site.http().get(`/v1/public/filings?${query}`).expect(200);
    return (body as { items: Standing[] }).items;
  };
  const told = (rows: readonly Standing[]) =>
    rows.map(({ partyName, status, filedOn, late }) => [partyName, status, filedOn, late]).sort();

  it('while the term runs, only what came is told', async () => {
    expect(told(await standings('year=2024&kind=annual_report'))).toEqual([
      ['Partij Compleet', 'reported', '2025-06-20', false],
      ['Partij Nihil', 'nil', '2025-06-20', false],
    ]);
  });

  it('after the last day silence is "not received", which is not "nil"', async () => {
    await site.setClock('2025-07-01T10:00:00Z');
    expect(told(await standings('year=2024&kind=annual_report'))).toEqual([
      ['Partij Compleet', 'reported', '2025-06-20', false],
      ['Partij Nihil', 'nil', '2025-06-20', false],
      ['Partij Zwijgt', 'not_received', null, null],
    ]);
    expect(
      told(await standings('status=not_received&kind=annual_report&party=partij-zwijgt')),
    ).toEqual([['Partij Zwijgt', 'not_received', null, null]]);
  });

  it('nothing of a natural person is told', async () => {
    const all = await standings('pageSize=100');
    expect(JSON.stringify(all)).not.toContain('Kandidaat');
    expect(new Set(all.map(({ kind }) => kind))).toEqual(
      new Set(['annual_report', 'affiliate_overview']),
    );
  });

  it('nothing changes when nothing changed', async () => {
    const tag = async (): Promise<string> => {
      const answer = await site.http().get('/v1/public/filings').expect(200);
      return answer.headers['etag'] ?? '';
    };
    await standings('');
    const before = await tag();
    await standings('');
    expect(await tag()).toBe(before);
  });
});

import { plainDate } from '../../../src/legal/kernel/plain-date';
import { euro } from '../../../src/legal/kernel/euro-cents';
import { CallElection, readElection, readElections } from '../../../src/modules/elections/public';
import { Database } from '../../../src/platform/database/database';
import { type Scope } from '../../../src/platform/database/transaction';
import { anElection, aRevision, electionInput } from '../../support/an-election';
import { aParty, OVERSEER_SCOPE, treasurerScope } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

describe('Elections as the overseer keeps them', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-08-01T10:00:00Z');
  });
  afterAll(() => site.close());

  const versions = (id: string): Promise<object[]> =>
    site.test.ownerQuery(
      `select version, changed, polling_day::text as day, reason, recorded_by as by
         from register.election_version where election_id = $1 order by version`,
      [id],
    );

  it('every version is kept with who, why and what changed', async () => {
    const id = await anElection(site.app);
    await aRevision(site.app, id, 1, { pollingDay: plainDate('2025-11-05') });
    await aRevision(site.app, id, 2, {
      pollingDay: plainDate('2025-11-05'),
      thresholds: {
        party: { value: euro(4_500), source: 'Letter of the Minister' },
        candidate: null,
      },
      reason: 'Threshold of this election',
    });
    const by = 'overseer-of-the-test';
    expect(await versions(id)).toEqual([
      { version: 1, changed: ['called'], day: '2025-10-29', reason: 'Called by royal decree', by },
      {
        version: 2,
        changed: ['moved', 'nomination_day', 'name'],
        day: '2025-11-05',
        reason: 'The day was moved',
        by,
      },
      {
        version: 3,
        changed: ['thresholds'],
        day: '2025-11-05',
        reason: 'Threshold of this election',
        by,
      },
    ]);
  });

  it('each change is announced once, in the transaction that makes it', async () => {
    const id = await anElection(site.app, { pollingDay: plainDate('2027-03-17') });
    await aRevision(site.app, id, 1, { pollingDay: plainDate('2027-03-24') });
    await expect(
      aRevision(site.app, id, 2, {
        pollingDay: plainDate('2025-11-05'),
        nominationDay: plainDate('2026-01-01'),
      }),
    ).rejects.toMatchObject({ status: 400 });
    const jobs = await site.test.ownerQuery(
      `select (payload->>'version')::int as version from platform.job
        where kind = 'election.changed' and payload->>'electionId' = $1 order by 1`,
      [id],
    );
    expect(jobs).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('names every fault of the days at once', async () => {
    const wrong = electionInput({
      pollingDay: plainDate('2022-03-16'),
      nominationDay: plainDate('2022-04-01'),
    });
    const calling = site.app
      .get(Database)
      .inTransaction(OVERSEER_SCOPE, (tx) => site.app.get(CallElection).run(tx, wrong));
    await expect(calling).rejects.toMatchObject({
      status: 400,
      errors: [{ code: 'election.too_early' }, { code: 'election.nomination_after_polling' }],
    });
  });

  it('of two overseers who change the same version one is told to look again', async () => {
    const id = await anElection(site.app, { pollingDay: plainDate('2028-03-15') });
    const both = await Promise.allSettled(
      ['2028-03-22', '2028-03-29'].map((day) =>
        aRevision(site.app, id, 1, {
          pollingDay: plainDate(day),
          nominationDay: plainDate('2028-02-01'),
        }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { status: 409, code: 'election.changed' },
    });
  });

  it('two elections cannot be held on one day, also when both are called at once', async () => {
    const input = { pollingDay: plainDate('2029-03-14'), nominationDay: plainDate('2029-01-29') };
    const both = await Promise.allSettled([
      anElection(site.app, input),
      anElection(site.app, input),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is read by everybody; who wrote it down by the overseer alone; changed by nobody', async () => {
    const { tenantId } = await aParty(site.app);
    const id = await anElection(site.app, {
      pollingDay: plainDate('2030-03-20'),
      nominationDay: plainDate('2030-02-04'),
    });
    const database = site.app.get(Database);
    const anyone: Scope = { ...OVERSEER_SCOPE, role: 'public', actorRole: 'anonymous' };
    for (const scope of [treasurerScope(tenantId), OVERSEER_SCOPE, anyone]) {
      const found = await database.inTransaction(scope, (tx) => readElection(tx, id));
      expect(found?.pollingDay).toBe('2030-03-20');
      const all = await database.inTransaction(scope, readElections);
      expect(all.map(({ ref }) => ref)).toContain(id);
    }
    const who = 'select recorded_by from register.election_version';
    for (const scope of [treasurerScope(tenantId), anyone])
      await expect(database.inTransaction(scope, (tx) => tx.query(who))).rejects.toMatchObject({
        code: '42501',
      });
    const change = `update register.election_version set polling_day = '2031-01-01'`;
    await expect(
      database.inTransaction(OVERSEER_SCOPE, (tx) => tx.query(change)),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('only the overseer calls one: another member of the staff may not', async () => {
    const scope: Scope = { ...OVERSEER_SCOPE, actorRole: 'committee_member' };
    const input = electionInput({
      pollingDay: plainDate('2032-03-17'),
      nominationDay: plainDate('2032-02-02'),
    });
    await expect(
      site.app
        .get(Database)
        .inTransaction(scope, (tx) => site.app.get(CallElection).run(tx, input)),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

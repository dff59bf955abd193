import { plainDate } from '../../../src/legal/kernel/plain-date';
import { RecordInternalReport } from '../../../src/modules/expectations/public';
import { Worker } from '../../../src/platform/worker/public';
import { ADesk } from '../../support/a-desk';
import { aParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

describe('Wfpp art. 29b lid 1: affiliates and candidates tell their party within a week', () => {
  let site: TestApp;
  let desk: ADesk;

  beforeAll(async () => {
    site = await startTestApp();
  });
  beforeEach(async () => {
    await site.setClock('2025-04-17T12:00:00Z');
    desk = new ADesk(site.app, await aParty(site.app));
  });
  afterAll(() => site.close());

  const found = (): Promise<object[]> =>
    site.test.ownerQuery(
      `select source, outcome, severity from core.finding
        where tenant_id = $1 and rule = 'WFPP-29b-1-WEEK' and ended_at is null order by source`,
      [desk.group.tenantId],
    );
  const report = (contributionId: string, reportedOn: string): Promise<string> =>
    desk.run((tx) =>
      site.app
        .get(RecordInternalReport)
        .run(tx, { contributionId, reportedOn: plainDate(reportedOn), evidence: 'E-mail' }),
    );

  it.each([
    ['a week before: in time', '2025-04-10', []],
    [
      'a week and a day before: late',
      '2025-04-09',
      [{ source: 'ledger', outcome: 'reported_late', severity: 'finding' }],
    ],
  ])('booked on 17 April without a report, received %s', async (_when, receivedOn, expected) => {
    const donor = await desk.donor();
    await desk.gift(donor, 5_000, receivedOn, { recipientId: desk.group.affiliate });
    expect(await found()).toEqual(expected);
  });

  it('a gift to the party itself is reported to nobody', async () => {
    await desk.gift(await desk.donor(), 5_000, '2025-01-10');
    expect(await found()).toEqual([]);
  });

  it('a report in time mends what was booked late; the last day that is recorded counts', async () => {
    const gift = await desk.gift(await desk.donor(), 5_000, '2025-04-01', {
      recipientId: desk.group.candidate,
    });
    expect(await found()).toHaveLength(1);
    await report(gift.contributionId, '2025-04-08');
    expect(await found()).toEqual([]);
    await report(gift.contributionId, '2025-04-09');
    expect(await found()).toHaveLength(1);
  });

  it('the overseer is told only once the gift is disclosed, and a report reaches both sides', async () => {
    const donor = await desk.donor();
    const recipientId = desk.group.affiliate;
    const gift = await desk.gift(donor, 500_000, '2025-04-01', { recipientId });
    await desk.gift(donor, 500_000, '2025-04-16', { recipientId });
    await site.app.get(Worker).drainOnce();
    expect(await found()).toEqual([
      { source: 'ledger', outcome: 'reported_late', severity: 'finding' },
    ]);
    await desk.notify(donor, 2025, recipientId);
    await site.app.get(Worker).drainOnce();
    expect(await found()).toEqual([
      { source: 'disclosed', outcome: 'reported_late', severity: 'finding' },
      { source: 'ledger', outcome: 'reported_late', severity: 'finding' },
    ]);
    await report(gift.contributionId, '2025-04-03');
    await site.app.get(Worker).drainOnce();
    expect(await found()).toEqual([]);
  });

  it('names every fault at once', async () => {
    const gift = await desk.gift(await desk.donor(), 5_000, '2025-04-16');
    await expect(report(gift.contributionId, '2025-04-18')).rejects.toMatchObject({
      status: 400,
      errors: [{ code: 'internal_report.not_owed' }, { code: 'date.future' }],
    });
    await expect(report(gift.contributionId, '2025-04-15')).rejects.toMatchObject({
      errors: [{ code: 'internal_report.not_owed' }, { code: 'internal_report.before_receipt' }],
    });
  });
});

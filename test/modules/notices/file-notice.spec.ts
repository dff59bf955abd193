import { createHash } from 'node:crypto';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import { AnnulContribution } from '../../../src/modules/contributions/public';
import { Worker } from '../../../src/platform/worker/public';
import { ADesk } from '../../support/a-desk';
import { aParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

interface Proposal {
  readonly rule: string;
  readonly late: number;
  readonly filed: string | null;
}

describe('Wfpp art. 25a: the notice of a substantial gift', () => {
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

  const work = (): Promise<unknown> => site.app.get(Worker).drainOnce();
  const proposals = (): Promise<Proposal[]> =>
    site.test.ownerQuery<Proposal>(
      `select rule, (content->'notice'->>'daysLate')::int as late,
              content->'notice'->>'filedOn' as filed
         from core.fine_proposal
        where tenant_id = $1 and donor_id is not null and superseded_at is null`,
      [desk.group.tenantId],
    );
  const outcomes = async (source: string): Promise<string[]> => {
    const rows = await site.test.ownerQuery<{ outcome: string }>(
      `select outcome from core.finding
        where tenant_id = $1 and source = $2 and donor_id is not null and ended_at is null
        order by outcome`,
      [desk.group.tenantId, source],
    );
    return rows.map(({ outcome }) => outcome);
  };

  it.each([
    ['on the last day by the statute', '2025-04-23T21:59:00Z', 'in_time'],
    ['one minute later, on the next day', '2025-04-23T22:01:00Z', 'late_by_statute'],
    ['on the last enforced day', '2025-04-24T21:59:00Z', 'late_by_statute'],
    ['one minute later, on the next day', '2025-04-24T22:01:00Z', 'late'],
  ])('received Thursday 17 April 2025 and filed %s (%s): %s', async (_when, moment, expected) => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_000_000, '2025-04-17');
    await site.setClock(moment);
    expect((await desk.notify(donor)).timeliness).toBe(expected);
  });

  it('T12: EUR 10 000 must be notified, EUR 9 999,99 not', async () => {
    const [reaches, below] = [await desk.donor(), await desk.donor()];
    const { judgement } = await desk.gift(reaches, 1_000_000, '2025-04-17');
    expect(judgement.duties).toHaveLength(1);
    expect((await desk.gift(below, 999_999, '2025-04-17')).judgement.duties).toEqual([]);
    await expect(desk.notify(below)).rejects.toMatchObject({ status: 409, code: 'notice.no_duty' });
  });

  it('T16: the same donor to party and affiliate on one day: two notices', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_000_000, '2025-04-17');
    await desk.gift(donor, 1_000_000, '2025-04-17', { recipientId: desk.group.affiliate });
    const first = await desk.notify(donor);
    const second = await desk.notify(donor, 2025, desk.group.affiliate);
    expect([first.total, second.total]).toEqual([1_000_000, 1_000_000]);
    expect(first.number).not.toBe(second.number);
  });

  it('freezes what was filed: the hash stays that of the bytes, whatever is booked later', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_000_000, '2025-04-17');
    const filed = await desk.notify(donor);
    await desk.gift(donor, 500_000, '2025-04-17');
    const [row] = await site.test.ownerQuery<{ content: string }>(
      'select content from core.notice where id = $1',
      [filed.noticeId],
    );
    const content = row?.content ?? '';
    expect(createHash('sha256').update(content).digest('hex')).toBe(filed.sha256);
    expect(JSON.parse(content)).toMatchObject({ total: '10000.00', donor: { name: 'A. Gever' } });
    expect((await desk.notify(donor)).total).toBe(1_500_000);
  });

  it('not filed: a signal to the party after the statutory day, a finding and a proposal after the enforced day', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_000_000, '2025-04-17');
    await site.setClock('2025-04-24T10:00:00Z');
    await work();
    expect(await outcomes('ledger')).toEqual(['not_filed_late_by_statute']);
    expect(await outcomes('disclosed')).toEqual([]);
    expect(await proposals()).toEqual([]);
    await site.setClock('2025-04-25T10:00:00Z');
    await work();
    expect(await outcomes('ledger')).toEqual(['not_filed_late']);
    expect(await outcomes('disclosed')).toEqual(['not_filed_late']);
    expect(await proposals()).toEqual([{ rule: 'WFPP-25a-2', late: 1, filed: null }]);
  });

  it('filed late after all: one proposal stands, with the day of filing, whichever came first', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_000_000, '2025-04-17');
    await site.setClock('2025-04-25T10:00:00Z');
    await work();
    await site.setClock('2025-04-28T10:00:00Z');
    await desk.notify(donor);
    await work();
    const deadlineFirst = await proposals();

    desk = new ADesk(site.app, await aParty(site.app));
    await site.setClock('2025-04-17T12:00:00Z');
    const other = await desk.donor();
    await desk.gift(other, 1_000_000, '2025-04-17');
    await site.setClock('2025-04-28T10:00:00Z');
    await desk.notify(other);
    await work();
    await work();
    expect(await proposals()).toEqual(deadlineFirst);
    expect(deadlineFirst).toEqual([{ rule: 'WFPP-25a-2', late: 4, filed: '2025-04-28' }]);
  });

  it('filed in time: no finding, no proposal, and no deadline left', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_000_000, '2025-04-17');
    await desk.notify(donor);
    await site.setClock('2025-06-01T10:00:00Z');
    await work();
    expect(await outcomes('disclosed')).toEqual([]);
    expect(await proposals()).toEqual([]);
    const pending = await site.test.ownerQuery(
      `select 1 from platform.deadline
        where tenant_id = $1 and kind like 'notice.%' and state = 'pending'`,
      [desk.group.tenantId],
    );
    expect(pending).toEqual([]);
  });

  it('a forbidden gift that is filed: a finding and a proposal at once (decisions.md D8)', async () => {
    const abroad = await desk.donor({
      declaration: {
        declaredOn: plainDate('2025-01-01'),
        dutchNational: false,
        dateOfBirth: null,
        adult: true,
        residence: 'HK',
        caribbeanGround: null,
        disenfranchised: false,
        evidence: 'test',
      },
    });
    await desk.gift(abroad, 2_000_000, '2025-04-17');
    await work();
    expect(await outcomes('ledger')).toEqual(['not_dutch']);
    expect(await outcomes('disclosed')).toEqual([]);
    await desk.notify(abroad);
    await work();
    expect(await outcomes('disclosed')).toEqual(['not_dutch']);
    expect((await proposals()).map(({ rule }) => rule)).toEqual(['WFPP-23a-1']);
  });

  it('a late gift that was never received: annulled, it asks nothing of the party any more', async () => {
    const donor = await desk.donor();
    const { contributionId } = await desk.gift(donor, 1_000_000, '2025-04-17');
    await site.setClock('2025-04-25T10:00:00Z');
    await work();
    expect(await outcomes('ledger')).toEqual(['not_filed_late']);
    await desk.run((tx) => site.app.get(AnnulContribution).run(tx, contributionId, 'never came'));
    expect(await outcomes('ledger')).toEqual([]);
    expect(await outcomes('disclosed')).toEqual(['not_filed_late']);
  });

  it('a violation of more than five years ago gives a finding and no proposal (Awb art. 5:45)', async () => {
    const donor = await desk.donor();
    await site.setClock('2030-04-26T10:00:00Z');
    await desk.gift(donor, 1_000_000, '2025-04-17');
    await work();
    expect(await outcomes('disclosed')).toEqual(['not_filed_late']);
    expect(await proposals()).toEqual([]);
  });
});

import { plainDate } from '../../../src/legal/kernel/plain-date';
import { CallElection } from '../../../src/modules/elections/public';
import { Worker } from '../../../src/platform/worker/public';
import { type StoredExpected } from '../../../src/modules/expectations/public';
import { AFilingDesk, NONE } from '../../support/a-filing';
import { aParty, OVERSEER_SCOPE } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

describe('Wfpp arts. 28, 29 and 34: overviews of an election, and the gift regulation', () => {
  let site: TestApp;
  let desk: AFilingDesk;
  let expected: readonly StoredExpected[];

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-08-01T12:00:00Z');
    desk = new AFilingDesk(site.app, await aParty(site.app));
    await desk.as(OVERSEER_SCOPE, (tx) =>
      site.app.get(CallElection).run(tx, {
        name: null,
        pollingDay: plainDate('2025-10-29'),
        nominationDay: plainDate('2025-09-15'),
        thresholds: { party: null, candidate: null },
        reason: 'called',
      }),
    );
    expected = await desk.expect();
  });
  afterAll(() => site.close());

  const of = (kind: StoredExpected['kind'], recipient = desk.group.party): StoredExpected => {
    const found = expected.find((one) => one.kind === kind && one.recipient === recipient);
    if (found === undefined) throw new Error(`no ${kind} is expected`);
    return found;
  };

  it('nil is one click from day -21 on, not before, and is in time up to and including day -14', async () => {
    const { key } = of('pre_election_overview');
    await site.setClock('2025-10-07T21:59:00Z');
    await expect(desk.nil(key)).rejects.toMatchObject({
      code: 'filing.too_early',
      detail: expect.stringContaining('2025-10-08') as unknown,
    });
    await site.setClock('2025-10-15T21:59:00Z');
    expect(await desk.nil(key)).toMatchObject({ nil: true, timeliness: 'in_time' });
  });

  it('T4: a nil statement about the candidates still needs what each of them stated (art. 29 lid 5)', async () => {
    const { key } = of('candidate_overview');
    await site.setClock('2025-10-10T12:00:00Z');
    await expect(desk.nil(key)).rejects.toMatchObject({
      code: 'filing.incomplete',
      errors: [{ location: `/parts/candidate/${desk.group.candidate}`, code: 'part.absent' }],
    });
    const { filingId } = await desk.draft(key);
    await desk.attach(filingId, 'candidate', { name: 'alle-kandidaten.pdf' });
    expect(await desk.nil(key)).toMatchObject({ filingId, nil: true });
  });

  it('art. 34: the gift regulation is its text; it has no term to be late for', async () => {
    const { key } = of('gift_regulation');
    const { filingId } = await desk.draft(key);
    await expect(desk.file(filingId)).rejects.toMatchObject({
      errors: [{ location: '/parts/document', code: 'part.absent' }],
    });
    await desk.attach(filingId, 'document', { name: 'giftenreglement.pdf' });
    expect(await desk.file(filingId)).toMatchObject({ timeliness: 'in_time', nil: false });
  });

  it('D8: a forbidden gift that stands in an overview is judged for the overseer once it is filed', async () => {
    await site.setClock('2025-09-01T12:00:00Z');
    const abroad = await desk.desk.donor({
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
    const recipientId = desk.group.affiliate;
    await desk.desk.gift(abroad, 200_000, '2025-09-01', { recipientId });
    const outcomes = async (): Promise<string[]> => {
      await site.app.get(Worker).drainOnce();
      const rows = await site.test.ownerQuery<{ outcome: string }>(
        `select outcome from core.finding where tenant_id = $1 and source = 'disclosed'
            and donor_id = $2 and ended_at is null`,
        [desk.group.tenantId, abroad],
      );
      return rows.map(({ outcome }) => outcome);
    };
    await site.setClock('2025-10-10T12:00:00Z');
    const { filingId } = await desk.draft(of('pre_election_overview', recipientId).key);
    await desk.state(filingId, { ...NONE, noGifts: false });
    await desk.sign(filingId, 'board');
    expect(await outcomes()).toEqual([]);
    expect(await desk.file(filingId)).toMatchObject({ missing: [], nil: false });
    expect(await outcomes()).toEqual(['not_dutch']);
  });
});

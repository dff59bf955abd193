import { plainDate } from '../../../src/legal/kernel/plain-date';
import { AnnulContribution, CorrectContribution } from '../../../src/modules/contributions/public';
import { Worker } from '../../../src/platform/worker/public';
import { RecordLookThrough } from '../../../src/modules/donors/public';
import { ADesk } from '../../support/a-desk';
import { aParty, OVERSEER_SCOPE, treasurerScope } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

describe('Facts are appended, never edited, and tie to the cent', () => {
  let site: TestApp;
  let desk: ADesk;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-02T10:00:00Z');
  });
  beforeEach(async () => {
    desk = new ADesk(site.app, await aParty(site.app));
  });
  afterAll(() => site.close());

  const standing = (): Promise<{ rule: string; outcome: string }[]> =>
    site.test.ownerQuery(
      `select rule, outcome from core.finding
        where tenant_id = $1 and ended_at is null order by rule`,
      [desk.group.tenantId],
    );

  it.each(['core.contribution', 'core.donor_particulars', 'core.settlement', 'core.notice'])(
    'nobody who uses the system may change or delete a row of %s',
    async (table) => {
      const { database } = site.test;
      const scopes = [treasurerScope(desk.group.tenantId), OVERSEER_SCOPE];
      for (const scope of scopes)
        for (const statement of [
          `delete from ${table}`,
          `update ${table} set tenant_id = tenant_id`,
          `truncate ${table}`,
        ])
          await expect(database.inTransaction(scope, (tx) => tx.query(statement))).rejects.toThrow(
            /permission denied/,
          );
    },
  );

  it('a correction names what it replaces and why; the total counts the newest only', async () => {
    const donor = await desk.donor();
    const { contributionId } = await desk.gift(donor, 1_200_000, '2025-05-06');
    const corrected = await desk.run((tx) =>
      site.app
        .get(CorrectContribution)
        .run(tx, contributionId, desk.input(donor, 900_000, '2025-05-06'), 'typed wrongly'),
    );
    expect(corrected.judgement.totals.group.gross).toBe(900_000);
    const duties = await site.test.ownerQuery<{ lapsed: boolean }>(
      'select lapsed_at is not null as lapsed from core.notice_duty where tenant_id = $1',
      [desk.group.tenantId],
    );
    expect(duties).toEqual([{ lapsed: true }]);
    const again = desk.run((tx) =>
      site.app
        .get(CorrectContribution)
        .run(tx, contributionId, desk.input(donor, 1, '2025-05-06'), 'again'),
    );
    await expect(again).rejects.toMatchObject({ status: 409, code: 'contribution.changed' });
  });

  it('a correction that makes a gift notifiable again revives its duty', async () => {
    const donor = await desk.donor();
    const first = await desk.gift(donor, 1_200_000, '2025-05-30');
    const correct = (id: string, cents: number): Promise<{ contributionId: string }> =>
      desk.run((tx) =>
        site.app
          .get(CorrectContribution)
          .run(tx, id, desk.input(donor, cents, '2025-05-30'), 'typed wrongly'),
      );
    const second = await correct(first.contributionId, 900_000);
    await correct(second.contributionId, 1_100_000);
    const states = await site.test.ownerQuery<{ state: string; count: string }>(
      `select state, count(*) from platform.deadline where tenant_id = $1 group by state order by 1`,
      [desk.group.tenantId],
    );
    expect(states).toEqual([
      { state: 'cancelled', count: '3' },
      { state: 'pending', count: '3' },
    ]);
  });

  describe('a correction of a gift whose notice is due', () => {
    interface Duty {
      readonly received: string;
      readonly amount: string;
      readonly total: string;
      readonly lastDay: string;
    }
    const duty = async (): Promise<Duty | undefined> => {
      const [row] = await site.test.ownerQuery<Duty>(
        `select received_on::text as received, amount_cents as amount,
                total_after_cents as total, enforced_last_day::text as "lastDay"
           from core.notice_duty where tenant_id = $1 and lapsed_at is null`,
        [desk.group.tenantId],
      );
      return row;
    };
    const terms = async (): Promise<readonly string[]> => {
      const rows = await site.test.ownerQuery<{ day: string }>(
        `select local_date::text as day from platform.deadline
          where tenant_id = $1 and state = 'pending' and kind like '%enforced%'`,
        [desk.group.tenantId],
      );
      return rows.map(({ day }) => day);
    };
    const correct = (id: string, donor: string, cents: number, day: string) =>
      desk.run((tx) =>
        site.app.get(CorrectContribution).run(tx, id, desk.input(donor, cents, day), 'wrong'),
      );

    it('to another amount restates it, and its terms stay', async () => {
      const donor = await desk.donor();
      const { contributionId } = await desk.gift(donor, 1_200_000, '2025-05-30');
      const before = await terms();
      await correct(contributionId, donor, 1_500_000, '2025-05-30');
      expect(await duty()).toMatchObject({ amount: '1500000', total: '1500000' });
      expect(await terms()).toEqual(before);
    });

    it('to a later receipt day gives it the terms of that day', async () => {
      const donor = await desk.donor();
      // Friday 30 May: three working days end on Wednesday 4 June; Monday 2 June: on Thursday 5 June.
      const { contributionId } = await desk.gift(donor, 1_200_000, '2025-05-30');
      expect(await terms()).toEqual(['2025-06-04']);
      await correct(contributionId, donor, 1_200_000, '2025-06-02');
      expect(await duty()).toMatchObject({ received: '2025-06-02', lastDay: '2025-06-05' });
      expect(await terms()).toEqual(['2025-06-05']);
    });

    it('to a day of which the term has passed is found late, and back again is not', async () => {
      const donor = await desk.donor();
      const first = await desk.gift(donor, 1_200_000, '2025-05-30');
      const late = await correct(first.contributionId, donor, 1_200_000, '2025-05-06');
      await site.app.get(Worker).drainOnce();
      expect((await standing()).map(({ rule }) => rule)).toContain('WFPP-25a-2');
      await correct(late.contributionId, donor, 1_200_000, '2025-06-02');
      await site.app.get(Worker).drainOnce();
      const own = await site.test.ownerQuery<{ rule: string }>(
        `select rule from core.finding
          where tenant_id = $1 and ended_at is null and source = 'ledger'`,
        [desk.group.tenantId],
      );
      expect(own).toEqual([]);
      expect(await terms()).toEqual(['2025-06-05']);
    });
  });

  it('an annulled contribution counts nowhere and stays readable', async () => {
    const donor = await desk.donor();
    const { contributionId } = await desk.gift(donor, 12_000_000, '2025-05-06');
    expect(await standing()).toEqual([{ rule: 'WFPP-29b-1', outcome: 'over_cap' }]);
    await desk.run((tx) => site.app.get(AnnulContribution).run(tx, contributionId, 'never came'));
    expect(await standing()).toEqual([]);
    const kept = await site.test.ownerQuery('select 1 from core.contribution where id = $1', [
      contributionId,
    ]);
    expect(kept).toHaveLength(1);
  });

  it('a return restores exactly its room, and cannot exceed what came in', async () => {
    const donor = await desk.donor();
    const { contributionId, judgement } = await desk.gift(donor, 4_000_000, '2025-05-06');
    expect(judgement.room).toBe(6_000_000);
    await desk.settle(contributionId, 'returned_to_donor', 1_500_000, '2025-05-07');
    const next = await desk.gift(donor, 100, '2025-05-08');
    expect(next.judgement.room).toBe(7_499_900);
    await expect(
      desk.settle(contributionId, 'returned_to_donor', 2_500_001, '2025-05-09'),
    ).rejects.toMatchObject({ status: 400, errors: [{ code: 'settlement.exceeds' }] });
  });

  it('two returns at once never give back more than came in', async () => {
    const donor = await desk.donor();
    const { contributionId } = await desk.gift(donor, 100_000, '2025-05-06');
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        desk.settle(contributionId, 'returned_to_donor', 60_000, '2025-05-07'),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('even past the program: the database refuses settlements above the contribution', async () => {
    const donor = await desk.donor();
    const { contributionId } = await desk.gift(donor, 100_000, '2025-05-06');
    const insert = desk.run((tx) =>
      tx.query(
        `insert into core.settlement (tenant_id, contribution_id, kind, amount_cents, settled_on,
           evidence) values ($1, $2, 'returned_to_donor', 100001, '2025-05-07', 'x')`,
        [desk.group.tenantId, contributionId],
      ),
    );
    await expect(insert).rejects.toThrow(/exceed/);
  });

  it('T20, T22: a foundation above EUR 1 000 needs its overview; receiving it ends the finding', async () => {
    const foundation = await desk.donor({
      kind: 'foundation',
      particulars: {
        name: 'Stichting Proef',
        address: 'Dorpsstraat 1',
        residence: 'Utrecht',
        country: 'NL',
        tradeRegisterNumber: '12345678',
        inTradeRegister: true,
        ubos: [{ name: 'U. Bo', address: 'Dorpsstraat 2', residence: 'Utrecht', country: 'NL' }],
      },
      declaration: null,
    });
    await desk.gift(foundation, 100_000, '2025-05-06');
    expect(await standing()).toEqual([]);
    await desk.gift(foundation, 1, '2025-05-06');
    expect(await standing()).toEqual([{ rule: 'WFPP-21a-2', outcome: 'overview_missing' }]);
    const overview = { year: 2025, receivedOn: plainDate('2025-05-20'), givers: [] };
    await desk.run((tx) => site.app.get(RecordLookThrough).run(tx, foundation, overview));
    expect(await standing()).toEqual([]);
  });

  it('all faults of a booking are named at once, and nothing is stored', async () => {
    const donor = await desk.donor();
    const booking = desk.gift(donor, 500, '2025-07-01', {
      type: 'in_kind',
      form: 'in_kind',
      recipientId: '00000000-0000-4000-8000-000000000000',
    });
    await expect(booking).rejects.toMatchObject({
      status: 400,
      errors: [
        { location: '/marketValue' },
        { location: '/valuation' },
        { location: '/receivedOn', code: 'date.future' },
        { location: '/recipientId', code: 'recipient.unknown' },
      ],
    });
    const rows = await site.test.ownerQuery(
      'select 1 from core.contribution where tenant_id = $1',
      [desk.group.tenantId],
    );
    expect(rows).toEqual([]);
  });

  it('T14, D20: two identical gifts on one day are two gifts', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_000_000, '2025-05-06');
    const second = await desk.gift(donor, 1_000_000, '2025-05-06');
    expect(second.judgement.totals.group.gross).toBe(2_000_000);
    expect(second.judgement.duties).toHaveLength(2);
  });
});

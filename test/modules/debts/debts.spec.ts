import { euro } from '../../../src/legal/kernel/euro-cents';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import {
  type DebtParticulars,
  debtsOf,
  readDebt,
  RecordDebtBalance,
  RegisterDebt,
  ReviseDebt,
} from '../../../src/modules/debts/public';
import { Database } from '../../../src/platform/database/database';
import { ADesk } from '../../support/a-desk';
import { aParty, OVERSEER_SCOPE } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

const BANK: DebtParticulars = {
  creditor: 'Voorbeeldbank N.V.',
  address: 'Dorpsstraat 1',
  residence: 'Utrecht',
  institution: 'bank',
  underAdministrativeLaw: false,
};

describe('Wfpp art. 21 lid 3: the debts of a party and its affiliates', () => {
  let site: TestApp;
  let desk: ADesk;

  beforeAll(async () => {
    site = await startTestApp();
  });
  beforeEach(async () => {
    await site.setClock('2025-08-01T12:00:00Z');
    desk = new ADesk(site.app, await aParty(site.app));
  });
  afterAll(() => site.close());

  const register = (
    euros: number,
    on: string,
    changes: Partial<DebtParticulars> = {},
    recipientId = desk.group.party,
  ): Promise<string> =>
    desk.run((tx) =>
      site.app.get(RegisterDebt).run(tx, {
        recipientId,
        particulars: { ...BANK, ...changes },
        drawn: { amount: euro(euros), on: plainDate(on), evidence: 'agreement' },
      }),
    );
  const move = (id: string, kind: 'drawn' | 'repaid', euros: number, on: string): Promise<string> =>
    desk.run((tx) =>
      site.app
        .get(RecordDebtBalance)
        .run(tx, id, { kind, amount: euro(euros), on: plainDate(on), evidence: 'statement' }),
    );
  const outcomes = async (): Promise<string[]> => {
    const rows = await site.test.ownerQuery<{ outcome: string }>(
      `select outcome from core.finding
        where tenant_id = $1 and rule = 'WFPP-21-3' and source = 'ledger' and ended_at is null`,
      [desk.group.tenantId],
    );
    return rows.map(({ outcome }) => outcome);
  };

  it('what is owed follows from what was drawn and repaid, by the end of each day', async () => {
    const id = await register(40_000, '2025-03-03');
    await move(id, 'repaid', 10_000, '2025-06-30');
    await move(id, 'drawn', 5_000, '2025-05-01');
    await move(id, 'repaid', 5_000, '2025-05-01');
    const [debt] = await desk.run((tx) => debtsOf(tx, desk.group.tenantId));
    expect(debt?.balance).toBe(euro(30_000));
    expect(debt?.fact).toEqual({
      ref: id,
      debtor: desk.group.party,
      creditor: 'Voorbeeldbank N.V.',
      particulars: { name: true, address: true },
      underAdministrativeLaw: false,
      balances: [
        { on: '2025-03-03', balance: euro(40_000) },
        { on: '2025-05-01', balance: euro(40_000) },
        { on: '2025-06-30', balance: euro(30_000) },
      ],
    });
  });

  it('no more is repaid than is owed on that day or later; all faults are said at once', async () => {
    const id = await register(40_000, '2025-03-03');
    await move(id, 'repaid', 30_000, '2025-06-30');
    await expect(move(id, 'repaid', 10_001, '2025-04-01')).rejects.toMatchObject({
      status: 400,
      errors: [{ location: '/amount', code: 'debt.exceeds' }],
    });
    await expect(move(id, 'repaid', 50_000, '2025-12-31')).rejects.toMatchObject({
      errors: [{ code: 'date.future' }, { code: 'debt.exceeds' }],
    });
    await move(id, 'repaid', 10_000, '2025-04-01');
    const debt = await desk.run((tx) => readDebt(tx, id));
    expect(debt?.balance).toBe(0);
  });

  it('two repayments at once: the database lets through no more than is owed', async () => {
    const id = await register(40_000, '2025-03-03');
    const raw = (): Promise<unknown> =>
      desk.run((tx) =>
        tx.query(
          `insert into core.debt_balance (tenant_id, debt_id, kind, amount_cents, on_date, evidence)
           values ($1, $2, 'repaid', 3000000, '2025-06-30', 'race')`,
          [desk.group.tenantId, id],
        ),
      );
    const both = await Promise.allSettled([raw(), raw()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: '23514', constraint: 'debt_never_below_zero' },
    });
  });

  it('a debt of EUR 25 000 without the address of the creditor is found, and mended by a revision', async () => {
    const id = await register(24_999, '2025-03-03', { address: null, residence: null });
    expect(await outcomes()).toEqual([]);
    await move(id, 'drawn', 1, '2025-04-01');
    expect(await outcomes()).toEqual(['particulars_missing']);
    await desk.run((tx) => site.app.get(ReviseDebt).run(tx, id, BANK, 'asked the bank'));
    expect(await outcomes()).toEqual([]);
    const debt = await desk.run((tx) => readDebt(tx, id));
    expect(debt?.versions.map(({ reason }) => reason)).toEqual(['first entry', 'asked the bank']);
  });

  it('the debtor is the party or an affiliate, not a candidate and nobody from outside', async () => {
    await register(30_000, '2025-03-03', {}, desk.group.affiliate);
    await expect(register(1, '2025-03-03', {}, desk.group.candidate)).rejects.toMatchObject({
      errors: [{ location: '/recipientId', code: 'debtor.kind' }],
    });
    const stranger = await aParty(site.app);
    await expect(register(1, '2025-03-03', {}, stranger.party)).rejects.toMatchObject({
      errors: [{ code: 'recipient.unknown' }],
    });
  });

  it('D7: another party sees nothing of it, and neither does the overseer', async () => {
    const id = await register(40_000, '2025-03-03');
    const other = new ADesk(site.app, await aParty(site.app));
    expect(await other.run((tx) => readDebt(tx, id))).toBeNull();
    expect(await other.run((tx) => tx.query('select id from core.debt'))).toEqual([]);
    await expect(
      other.run((tx) =>
        site.app.get(RecordDebtBalance).run(tx, id, {
          kind: 'repaid',
          amount: euro(1),
          on: plainDate('2025-06-30'),
          evidence: 'not mine',
        }),
      ),
    ).rejects.toMatchObject({ status: 404 });
    for (const table of ['debt', 'debt_particulars', 'debt_balance'])
      await expect(
        site.app
          .get(Database)
          .inTransaction(OVERSEER_SCOPE, (tx) => tx.query(`select * from core.${table}`)),
      ).rejects.toMatchObject({ code: '42501' });
  });

  it('a debt is only added to: no role changes or removes what was recorded', async () => {
    await register(40_000, '2025-03-03');
    for (const sql of [
      `update core.debt_balance set amount_cents = 1`,
      `delete from core.debt_balance`,
      `update core.debt_particulars set creditor = 'someone else'`,
    ])
      await expect(desk.run((tx) => tx.query(sql))).rejects.toMatchObject({ code: '42501' });
  });
});

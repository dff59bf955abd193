import fc from 'fast-check';
import { euro, euroCents, minus } from '../../../src/legal/kernel/euro-cents';
import { addDays, plainDate } from '../../../src/legal/kernel/plain-date';
import {
  BookContribution,
  BookContributions,
  type ContributionInput,
} from '../../../src/modules/contributions/public';
import { RegisterDonors } from '../../../src/modules/donors/public';
import { Database } from '../../../src/platform/database/database';
import { Problem } from '../../../src/platform/http/problem';
import { aDonor } from '../../support/a-gift';
import { aParty, type AParty, treasurerScope } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

interface Row {
  readonly donor: number;
  readonly recipient: number;
  readonly inKind: boolean;
  readonly euros: number;
  readonly day: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  donor: fc.integer({ min: 0, max: 3 }),
  recipient: fc.integer({ min: 0, max: 2 }),
  inKind: fc.boolean(),
  euros: fc.constantFrom(1, 250, 999, 1000, 4999, 5000, 10_000, 60_000),
  day: fc.integer({ min: 0, max: 400 }),
});

const NOTHING_KNOWN = {
  name: null,
  address: null,
  residence: null,
  country: null,
  tradeRegisterNumber: null,
  inTradeRegister: null,
  ubos: [],
};

const FINDINGS = `
  select p.name, f.year, f.rule, f.severity, f.outcome, f.since::text, f.content
    from core.finding f join core.donor_particulars p
      on p.tenant_id = f.tenant_id and p.donor_id = f.donor_id
   where f.tenant_id = $1 and f.source = 'ledger' and f.ended_at is null`;
// Without the total the duty saw when it arose: gifts that were booked later and received earlier
// are in it when all are booked at once, and not when they came one by one.
const DUTIES = `
  select p.name, d.year, d.received_on::text, d.amount_cents, d.content - 'totalAfter',
         (select json_agg(json_build_array(t.kind, t.local_date, t.moment, t.state) order by t.kind)
            from platform.deadline t where t.tenant_id = d.tenant_id and t.subject_id = d.id
             and t.state <> 'cancelled') as deadlines
    from core.notice_duty d join core.donor_particulars p
      on p.tenant_id = d.tenant_id and p.donor_id = d.donor_id
   where d.tenant_id = $1 and d.lapsed_at is null`;

describe('Booking many contributions at once', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-02T12:00:00+02:00');
  });
  afterAll(() => site.close());

  async function arranged(): Promise<{ group: AParty; donors: string[] }> {
    const group = await aParty(site.app);
    const donors: string[] = [];
    for (const [name, dutch] of [
      ['A. Een', true],
      ['B. Twee', null],
      ['C. Drie', false],
      ['D. Vier', true],
    ] as const)
      donors.push(await aDonor(site.app, group.tenantId, name, dutch));
    return { group, donors };
  }

  function inputOf(one: Row, group: AParty, donors: readonly string[]): ContributionInput {
    const market = euro(one.euros + 100);
    const recipientId = [group.party, group.affiliate, group.candidate][one.recipient] ?? '';
    return {
      donorId: donors[one.donor] ?? '',
      recipientId,
      type: one.inKind ? 'in_kind' : 'gift',
      form: one.inKind ? 'in_kind' : 'money',
      amount: one.inKind ? minus(market, euro(100)) : euro(one.euros),
      marketValue: one.inKind ? market : null,
      paid: one.inKind ? euro(100) : null,
      valuation: one.inKind ? 'Prijslijst' : null,
      description: null,
      receivedOn: addDays(plainDate('2024-04-01'), one.day),
      bankReference: null,
    };
  }

  function oneByOne(tenantId: string, inputs: readonly ContributionInput[]): Promise<void> {
    return site.app.get(Database).inTransaction(treasurerScope(tenantId), async (tx) => {
      for (const input of inputs) await site.app.get(BookContribution).run(tx, input);
    });
  }

  function together(tenantId: string, inputs: readonly ContributionInput[]): Promise<unknown> {
    return site.app
      .get(Database)
      .inTransaction(treasurerScope(tenantId), (tx) =>
        site.app.get(BookContributions).run(tx, inputs),
      );
  }

  /** What stands, with identifiers named by what they are, so that two parties can be compared. */
  async function standing(
    group: AParty,
    donors: readonly string[],
    sql: string,
  ): Promise<string[]> {
    const rows = await site.test.ownerQuery<object>(sql, [group.tenantId]);
    const booked = await site.test.ownerQuery<{ id: string }>(
      `select id from core.contribution where tenant_id = $1 order by sequence`,
      [group.tenantId],
    );
    const names = new Map([
      [group.tenantId, 'GROUP'],
      [group.party, 'PARTY'],
      [group.affiliate, 'AFFILIATE'],
      [group.candidate, 'CANDIDATE'],
      ...donors.map((id, at) => [id, `DONOR ${String(at)}`] as const),
      ...booked.map(({ id }, at) => [id, `GIFT ${String(at)}`] as const),
    ]);
    return rows
      .map((one) =>
        JSON.stringify(one).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => names.get(id) ?? '?'),
      )
      .sort();
  }

  it('gives the same findings, duties and deadlines as booking them one by one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 5 }),
        fc.array(row, { minLength: 1, maxLength: 20 }),
        async (before, rows) => {
          const [single, many] = [await arranged(), await arranged()];
          const inputs = (one: typeof single, given: readonly Row[]): ContributionInput[] =>
            given.map((each) => inputOf(each, one.group, one.donors));
          await oneByOne(single.group.tenantId, inputs(single, [...before, ...rows]));
          await oneByOne(many.group.tenantId, inputs(many, before));
          await together(many.group.tenantId, inputs(many, rows));
          for (const sql of [FINDINGS, DUTIES])
            expect(await standing(many.group, many.donors, sql)).toEqual(
              await standing(single.group, single.donors, sql),
            );
        },
      ),
      { numRuns: Number(process.env['MANY_RUNS'] ?? 25) },
    );
  });

  it('names every fault of every input, with its place, and books nothing', async () => {
    const { group, donors } = await arranged();
    const good = inputOf(
      { donor: 0, recipient: 0, inKind: false, euros: 5, day: 1 },
      group,
      donors,
    );
    const refused = together(group.tenantId, [
      good,
      { ...good, donorId: group.party, receivedOn: plainDate('2026-01-01') },
      { ...good, recipientId: donors[0] ?? '', amount: euroCents(500), form: 'in_kind' },
    ]);
    const error = await refused.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).errors.map(({ location, code }) => [location, code])).toEqual([
      ['/1/donorId', 'donor.unknown'],
      ['/1/receivedOn', 'date.future'],
      ['/2/form', 'form.money'],
      ['/2/marketValue', 'market_value.required'],
      ['/2/valuation', 'valuation.required'],
      ['/2/recipientId', 'recipient.unknown'],
    ]);
    const rows = await site.test.ownerQuery(
      `select 1 from core.contribution where tenant_id = $1`,
      [group.tenantId],
    );
    expect(rows).toEqual([]);
  });

  it('waits for a single booking of the same party, and that for it: no judgement passes another', async () => {
    const { group, donors } = await arranged();
    const gift = inputOf(
      { donor: 0, recipient: 0, inKind: false, euros: 60_000, day: 400 },
      group,
      donors,
    );
    const others = await site.app
      .get(Database)
      .inTransaction(treasurerScope(group.tenantId), (tx) =>
        site.app.get(RegisterDonors).run(
          tx,
          Array.from({ length: 120 }, (_, at) => ({
            kind: 'natural_person' as const,
            particulars: { ...NOTHING_KNOWN, name: `Gever ${String(at)}` },
            declaration: null,
          })),
        ),
      );
    const many = others.map((donorId) => ({ ...gift, donorId, amount: euro(1) }));
    await Promise.all([
      together(group.tenantId, [...many, gift]),
      oneByOne(group.tenantId, [gift]),
      together(group.tenantId, [gift]),
    ]);
    const over = await site.test.ownerQuery<{ total: string }>(
      `select content -> 'remedy' ->> 'total' as total from core.finding
        where tenant_id = $1 and rule = 'WFPP-29b-1' and ended_at is null`,
      [group.tenantId],
    );
    expect(over).toEqual([{ total: '8000000' }]);
  });
});

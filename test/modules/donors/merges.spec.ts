import fc from 'fast-check';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import { BookContribution, CorrectContribution } from '../../../src/modules/contributions/public';
import {
  canonicalDonors,
  donorCluster,
  MergeDonors,
  RecordLookThrough,
  SplitDonors,
} from '../../../src/modules/donors/public';
import { Worker } from '../../../src/platform/worker/public';
import { ADesk } from '../../support/a-desk';
import { aParty, OVERSEER_SCOPE } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

const REASON = 'the same person, by letter of 1 June';

/** What stands of a party: per donor-year findings, per gift its duty, per donor its total. */
interface Standing {
  readonly findings: readonly string[];
  readonly duties: readonly string[];
  readonly totals: readonly string[];
}

interface Booked {
  readonly id: string;
  readonly donor: number;
  readonly cents: number;
  readonly day: string;
}

interface Story {
  readonly lived: ADesk;
  readonly donors: readonly string[];
  readonly booked: Booked[];
  readonly merges: string[];
}

type Act =
  | { readonly do: 'book'; readonly donor: number; readonly cents: number; readonly month: number }
  | { readonly do: 'merge'; readonly one: number; readonly other: number }
  | { readonly do: 'split'; readonly which: number };

describe('Donors that turn out to be one', () => {
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

  const merge = (donorId: string, intoId: string): Promise<string> =>
    desk.run((tx) => site.app.get(MergeDonors).run(tx, { donorId, intoId, reason: REASON }));
  const split = (id: string): Promise<void> =>
    desk.run((tx) => site.app.get(SplitDonors).run(tx, id, 'two people after all'));

  const drain = (): Promise<unknown> => site.app.get(Worker).drainOnce();

  /** Names stand for ids, so that two parties with the same story can be compared. */
  async function standing(of: ADesk, names: ReadonlyMap<string, string>): Promise<Standing> {
    const rows = async (sql: string): Promise<string[]> =>
      (await site.test.ownerQuery<{ line: string }>(sql, [of.group.tenantId]))
        .map(({ line }) => [...names].reduce((text, [id, name]) => text.replaceAll(id, name), line))
        .sort();
    return {
      findings: await rows(
        `select concat_ws(' ', donor_id, year, rule, outcome, key, severity,
            content #>> '{remedy,open}') as line
           from core.finding where tenant_id = $1 and source = 'ledger' and ended_at is null`,
      ),
      duties: await rows(
        `select concat_ws(' ', donor_id, contribution_root_id, enforced_last_day,
            statutory_last_day, met_at is not null) as line
           from core.notice_duty where tenant_id = $1 and lapsed_at is null`,
      ),
      totals: await rows(
        `select concat_ws(' ', i.canonical_id, c.year, sum(c.amount_cents)) as line
           from core.current_contribution c join core.donor_identity i
             on i.tenant_id = c.tenant_id and i.donor_id = c.donor_id
          where c.tenant_id = $1 group by i.canonical_id, c.year`,
      ),
    };
  }

  it('two donors below every threshold reach them together, and a split takes exactly that back', async () => {
    const one = await desk.donor();
    const two = await desk.donor();
    await desk.gift(one, 6_000_000, '2025-05-06');
    await desk.gift(two, 6_000_000, '2025-05-26');
    await desk.gift(two, 500_000, '2024-12-30');
    await desk.gift(one, 600_000, '2024-12-31');
    const before = await standing(desk, new Map());
    const id = await merge(two, one);
    const united = await standing(desk, new Map());
    expect(united.totals).toEqual([`${one} 2024 1100000`, `${one} 2025 12000000`].sort());
    expect(united.findings.filter((line) => line.includes('over_cap'))).toHaveLength(1);
    expect(united.duties).toHaveLength(before.duties.length + 1);
    expect([...united.findings, ...united.duties].every((line) => line.startsWith(one))).toBe(true);
    await split(id);
    expect(await standing(desk, new Map())).toEqual(before);
  });

  it('gifts keep the donor they were booked under, and the ended findings say why', async () => {
    const one = await desk.donor();
    const two = await desk.donor();
    const { contributionId } = await desk.gift(two, 12_000_000, '2025-05-26');
    await merge(two, one);
    const gifts = await site.test.ownerQuery<{ donor_id: string }>(
      'select donor_id from core.contribution where id = $1',
      [contributionId],
    );
    expect(gifts).toEqual([{ donor_id: two }]);
    const ended = await site.test.ownerQuery(
      `select distinct donor_id, ended_by from core.finding
        where tenant_id = $1 and ended_at is not null`,
      [desk.group.tenantId],
    );
    expect(ended).toEqual([{ donor_id: two, ended_by: 'merged' }]);
    const corrected = await desk.run((tx) =>
      site.app
        .get(CorrectContribution)
        .run(tx, contributionId, desk.input(one, 11_000_000, '2025-05-26'), 'typed wrongly'),
    );
    expect(corrected.judgement.totals.group.gross).toBe(11_000_000);
    const kept = await site.test.ownerQuery<{ donor_id: string }>(
      'select donor_id from core.contribution where id = $1',
      [corrected.contributionId],
    );
    expect(kept).toEqual([{ donor_id: two }]);
  });

  it('a gift booked for the absorbed donor counts for the united one', async () => {
    const one = await desk.donor();
    const two = await desk.donor();
    await desk.gift(one, 9_999_999, '2025-05-06');
    await merge(two, one);
    const { judgement } = await desk.gift(two, 2, '2025-05-07');
    expect(judgement.totals.group.gross).toBe(10_000_001);
    expect(judgement.findings.map(({ outcome }) => outcome)).toContain('over_cap');
  });

  it('a correction that gives a notifiable gift to another donor takes its duty along', async () => {
    const one = await desk.donor();
    const two = await desk.donor();
    const { contributionId } = await desk.gift(one, 1_200_000, '2025-05-30');
    await desk.run((tx) =>
      site.app
        .get(CorrectContribution)
        .run(tx, contributionId, desk.input(two, 1_200_000, '2025-05-30'), 'another giver'),
    );
    const { duties } = await standing(desk, new Map());
    expect(duties).toEqual([expect.stringContaining(`${two} ${contributionId}`)]);
  });

  it('what was declared and sent by both counts for the united donor', async () => {
    const particulars = {
      name: 'Stichting Proef',
      address: 'Dorpsstraat 1',
      residence: 'Utrecht',
      country: 'NL',
      tradeRegisterNumber: '12345678',
      inTradeRegister: true,
      ubos: [{ name: 'U. Bo', address: 'Dorpsstraat 2', residence: 'Utrecht', country: 'NL' }],
    };
    const foundation = (): Promise<string> =>
      desk.donor({ kind: 'foundation', particulars, declaration: null });
    const [one, two] = [await foundation(), await foundation()];
    const overview = { year: 2025, receivedOn: plainDate('2025-05-20'), givers: [] };
    await desk.run((tx) => site.app.get(RecordLookThrough).run(tx, two, overview));
    await desk.gift(one, 200_000, '2025-05-06');
    const missing = async (): Promise<boolean> =>
      (await standing(desk, new Map())).findings.some((line) => line.includes('overview_missing'));
    expect(await missing()).toBe(true);
    const id = await merge(two, one);
    expect(await missing()).toBe(false);
    await split(id);
    expect(await missing()).toBe(true);
  });

  it('a person is never one with an organisation, nor with someone unknown', async () => {
    const person = await desk.donor();
    const company = await desk.donor({ kind: 'undertaking', declaration: null });
    const unknown = await desk.donor({ kind: 'anonymous', declaration: null });
    for (const other of [company, unknown])
      await expect(merge(other, person)).rejects.toMatchObject({
        status: 409,
        code: 'donors.kinds_differ',
      });
    await expect(merge(person, person)).rejects.toMatchObject({ code: 'donors.already_one' });
  });

  it('of two merges at once of one pair, one is told that it was done', async () => {
    const one = await desk.donor();
    const two = await desk.donor();
    const results = await Promise.allSettled([merge(one, two), merge(two, one), merge(one, two)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('a merge of merges comes apart in any order', async () => {
    const [a, b, c, d] = [
      await desk.donor(),
      await desk.donor(),
      await desk.donor(),
      await desk.donor(),
    ];
    const ab = await merge(b, a);
    const cd = await merge(d, c);
    const all = await merge(c, a);
    const of = async (id: string): Promise<readonly string[]> =>
      (await desk.run((tx) => donorCluster(tx, desk.group.tenantId, id))).toSorted();
    expect(await of(d)).toEqual([a, b, c, d].toSorted());
    await split(cd);
    expect(await of(a)).toEqual([a, b, c].toSorted());
    expect(await of(d)).toEqual([d]);
    await split(all);
    expect(await of(c)).toEqual([c]);
    await split(ab);
    expect(await of(b)).toEqual([b]);
    await expect(split(ab)).rejects.toMatchObject({ status: 409, code: 'donors.already_split' });
  });

  /** What a merge or split is refused for, such as two that are one already, changes nothing. */
  const quietly = async (work: Promise<unknown>): Promise<void> => {
    await work.catch((error: unknown) => {
      const { code = '' } = error as { code?: string };
      if (!['donors.already_one', 'donors.already_split'].includes(code)) throw error;
    });
  };

  async function tell({ lived, donors, booked, merges }: Story, one: Act): Promise<void> {
    if (one.do === 'book') {
      const day = `2025-0${String(one.month)}-06`;
      const { contributionId: id } = await lived.gift(donors[one.donor] ?? '', one.cents, day);
      booked.push({ id, donor: one.donor, cents: one.cents, day });
    } else if (one.do === 'merge') {
      const [donorId = '', intoId = ''] = [donors[one.one], donors[one.other]];
      const command = { donorId, intoId, reason: REASON };
      const done = lived.run((tx) => site.app.get(MergeDonors).run(tx, command));
      await quietly(done.then((id) => merges.push(id)));
    } else {
      const id = merges[one.which];
      if (id === undefined) return;
      await quietly(lived.run((tx) => site.app.get(SplitDonors).run(tx, id, 'two after all')));
    }
  }

  it('random bookings, merges and splits end as if all was booked on the final donors at once', async () => {
    const act = fc.oneof(
      fc.record({
        do: fc.constant('book' as const),
        donor: fc.nat({ max: 3 }),
        cents: fc.integer({ min: 100_000, max: 6_000_000 }),
        month: fc.integer({ min: 1, max: 5 }),
      }),
      fc.record({ do: fc.constant('merge' as const), one: fc.nat(3), other: fc.nat(3) }),
      fc.record({ do: fc.constant('split' as const), which: fc.nat(5) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async (acts) => {
        const lived = new ADesk(site.app, await aParty(site.app));
        const donors: string[] = [];
        for (let count = 0; count < 4; count += 1) donors.push(await lived.donor());
        const booked: Booked[] = [];
        const merges: string[] = [];
        const story = { lived, donors, booked, merges };
        for (const one of acts) await tell(story, one);
        const canonical = await lived.run((tx) =>
          canonicalDonors(tx, lived.group.tenantId, donors),
        );
        const fresh = new ADesk(site.app, await aParty(site.app));
        const twin = new Map<string, string>();
        for (const id of donors) twin.set(id, await fresh.donor());
        const names = new Map<string, string>();
        const freshNames = new Map<string, string>();
        donors.forEach((id, at) => {
          names.set(id, `donor-${String(at)}`);
          freshNames.set(twin.get(id) ?? '', `donor-${String(at)}`);
        });
        for (const [at, gift] of booked.entries()) {
          const owner = twin.get(canonical.get(donors[gift.donor] ?? '') ?? '') ?? '';
          const { contributionId } = await fresh.run((tx) =>
            site.app.get(BookContribution).run(tx, fresh.input(owner, gift.cents, gift.day)),
          );
          names.set(gift.id, `gift-${String(at)}`);
          freshNames.set(contributionId, `gift-${String(at)}`);
        }
        names.set(lived.group.party, 'party');
        freshNames.set(fresh.group.party, 'party');
        expect(await standing(lived, names)).toEqual(await standing(fresh, freshNames));
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('a late notice and its proposal go with their gift, on both sides, and come back with it', async () => {
    const [one, two] = [await desk.donor(), await desk.donor()];
    await desk.gift(one, 1_200_000, '2025-05-06');
    await desk.gift(two, 1_300_000, '2025-05-07');
    await drain();
    const late = (source: string): Promise<{ donor: string; key: string; proposals: string }[]> =>
      site.test.ownerQuery(
        `select f.donor_id as donor, f.key, (select count(*) from core.fine_proposal p
            where p.finding_key = f.key and p.tenant_id = f.tenant_id and p.superseded_at is null)
            as proposals from core.finding f where f.tenant_id = $1 and f.source = $2
            and f.ended_at is null and f.rule = 'WFPP-25a-2' order by f.key`,
        [desk.group.tenantId, source],
      );
    const before = { ledger: await late('ledger'), disclosed: await late('disclosed') };
    expect(before.disclosed).toHaveLength(2);
    expect(before.disclosed.every(({ proposals }) => proposals === '1')).toBe(true);
    const id = await merge(two, one);
    await drain();
    const moved = before.ledger.map((row) => ({ ...row, donor: one }));
    expect({ ledger: await late('ledger'), disclosed: await late('disclosed') }).toEqual({
      ledger: moved,
      disclosed: moved,
    });
    await split(id);
    await drain();
    expect({ ledger: await late('ledger'), disclosed: await late('disclosed') }).toEqual(before);
  });

  it('the overseer sees united what was disclosed, under a name that was, and nothing more (D7)', async () => {
    const open = await desk.donor({
      particulars: {
        name: 'Open Gever',
        address: 'Dorpsstraat 1',
        residence: 'Utrecht',
        country: 'NL',
        tradeRegisterNumber: null,
        inTradeRegister: null,
        ubos: [],
      },
    });
    const hidden = await desk.donor();
    await desk.gift(open, 6_000_000, '2025-05-30');
    await desk.gift(hidden, 900_000, '2025-05-30');
    await desk.notify(open);
    await drain();
    await merge(open, hidden);
    await drain();
    const seen = await site.test.database.inTransaction(OVERSEER_SCOPE, (tx) =>
      tx.query<{ id: string }>('select id from core.donor where tenant_id = $1', [
        desk.group.tenantId,
      ]),
    );
    expect(seen).toEqual([{ id: open }]);
    const links = await site.test.database.inTransaction(OVERSEER_SCOPE, (tx) =>
      tx.query('select 1 from core.donor_link where tenant_id = $1', [desk.group.tenantId]),
    );
    expect(links).toEqual([]);
  });
});

import {
  type DonorDescription,
  type DonorMatch,
  matchDonors,
  MergeDonors,
  recordMatchDecision,
  RegisterDonors,
  rememberAccount,
} from '../../../src/modules/donors/public';
import { makeSet } from '../../identity-set/make-set';
import { ADesk } from '../../support/a-desk';
import { aParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

const IBAN = 'NL91ABNA0417164300';
const LINE: DonorDescription = {
  kind: null,
  name: 'J.P. DE VRIES',
  address: null,
  residence: null,
  country: null,
  tradeRegisterNumber: null,
  iban: IBAN,
};

describe('Matching descriptions with the donors of a party', () => {
  let site: TestApp;
  let desk: ADesk;

  beforeAll(async () => {
    site = await startTestApp();
  });
  beforeEach(async () => {
    desk = new ADesk(site.app, await aParty(site.app));
  });
  afterAll(() => site.close());

  const match = (...described: DonorDescription[]): Promise<readonly DonorMatch[]> =>
    desk.run((tx) => matchDonors(tx, desk.group.tenantId, described));
  const named = (name: string): Promise<string> =>
    desk.donor({
      particulars: {
        name,
        address: 'Dorpsstraat 1',
        residence: 'Utrecht',
        country: 'NL',
        tradeRegisterNumber: null,
        inTradeRegister: null,
        ubos: [],
      },
      declaration: null,
    });

  it('a gift from a remembered account needs no click', async () => {
    const donor = await named('J.P. de Vries');
    expect((await match(LINE))[0]).toMatchObject({ certainty: 'doubt', donorId: donor });
    await desk.run((tx) => rememberAccount(tx, donor, 'NL91 ABNA 0417 1643 00', 'statement'));
    expect((await match(LINE))[0]).toMatchObject({ certainty: 'certain', donorId: donor });
  });

  it('what a person decided about a description holds, and says so', async () => {
    const donor = await named('Wim Zomer');
    const other = await named('J.P. de Vries');
    await desk.run((tx) =>
      recordMatchDecision(tx, { donorId: donor, described: LINE, verdict: 'same' }),
    );
    expect((await match(LINE))[0]).toMatchObject({
      certainty: 'certain',
      donorId: donor,
      evidence: [{ code: 'decided_same' }],
    });
    const again = { ...LINE, iban: null };
    await desk.run((tx) =>
      recordMatchDecision(tx, { donorId: other, described: again, verdict: 'different' }),
    );
    expect((await match(again))[0]).toMatchObject({ certainty: 'none', donorId: null });
  });

  it('gives the donor that one counts for now', async () => {
    const one = await named('J.P. de Vries');
    const two = await named('Jansen Vries, J.P.');
    await desk.run((tx) => rememberAccount(tx, one, IBAN, 'statement'));
    await desk.run((tx) =>
      site.app.get(MergeDonors).run(tx, { donorId: one, intoId: two, reason: 'married' }),
    );
    expect((await match(LINE))[0]).toMatchObject({ certainty: 'certain', donorId: two });
  });

  it('two who could both be meant are a question', async () => {
    await named('J.P. de Vries');
    await named('J.P. de Vries');
    const [found] = await match({ ...LINE, address: 'Dorpsstraat 1', residence: 'Utrecht' });
    expect(found?.certainty).toBe('doubt');
    expect(found?.others).toHaveLength(1);
  });

  it('nobody finds a donor of another party', async () => {
    const foreign = new ADesk(site.app, await aParty(site.app));
    const donor = await foreign.donor();
    await foreign.run((tx) => rememberAccount(tx, donor, IBAN, 'statement'));
    expect((await match(LINE))[0]).toMatchObject({ certainty: 'none', donorId: null });
  });

  it('enters 10,000 donors and matches 10,000 descriptions with them in order', async () => {
    const { known, asked } = makeSet(6, 10_000);
    const commands = known.map((one) => ({
      kind: one.kind ?? ('natural_person' as const),
      particulars: {
        name: one.name,
        address: one.address,
        residence: one.residence,
        country: one.country,
        tradeRegisterNumber: one.tradeRegisterNumber,
        inTradeRegister: one.tradeRegisterNumber === null ? null : true,
        ubos: [],
      },
      declaration: null,
      iban: one.iban,
    }));
    const spent = async <T>(what: string, work: Promise<T>): Promise<T> => {
      const [from, cpu] = [performance.now(), process.cpuUsage()];
      const result = await work;
      const { user, system } = process.cpuUsage(cpu);
      const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
      process.stdout.write(
        `${what} in ${seconds(performance.now() - from)} s, of which ${seconds((user + system) / 1000)} s in this process\n`,
      );
      return result;
    };
    const ids = await spent(
      '10,000 donors entered',
      desk.run((tx) => site.app.get(RegisterDonors).run(tx, commands)),
    );
    const matches = await spent('10,000 descriptions matched with them', match(...asked));
    expect(new Set(ids).size).toBe(10_000);
    expect(matches).toHaveLength(10_000);
    const rows = await site.test.ownerQuery<{ name: string }>(
      'select name from core.donor_particulars where tenant_id = $1 and donor_id = $2',
      [desk.group.tenantId, ids[4321]],
    );
    expect(rows).toEqual([{ name: known[4321]?.name }]);
    const certain = matches.filter(({ certainty }) => certainty === 'certain');
    expect(certain.length).toBeGreaterThan(3000);
    expect(certain.every(({ donorId }) => ids.includes(donorId ?? ''))).toBe(true);
  }, 60_000);
});

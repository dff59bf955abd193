import { AnnulContribution, CorrectContribution } from '../../../src/modules/contributions/public';
import { ReviseDonor } from '../../../src/modules/donors/public';
import { ADesk } from '../../support/a-desk';
import { aParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { ARegister } from './a-register';

describe('What was filed becomes public by a release (art. 25a, art. 25 lid 5)', () => {
  let site: TestApp;
  let register: ARegister;
  let desk: ADesk;

  beforeAll(async () => {
    site = await startTestApp();
    register = new ARegister(site);
  });
  beforeEach(async () => {
    await site.setClock('2025-06-02T10:00:00Z');
    desk = new ADesk(site.app, await aParty(site.app));
  });
  afterAll(() => site.close());

  const ofParty = async () => register.gifts({ party: await register.slugOf(desk.group.tenantId) });

  it('a booked gift is not public, nor is a filed one before its release', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_200_000, '2025-05-28');
    await register.settle();
    expect(await register.items(desk.group.tenantId)).toEqual([]);
    await desk.notify(donor);
    await register.settle();
    expect(await ofParty()).toEqual([]);
    expect(await register.items(desk.group.tenantId)).toMatchObject([
      { change: 'new', state: 'waiting', counted_cents: '1200000', remarks: [] },
    ]);
  });

  it('an overdue gift that was not filed is known to the overseer and never public', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_200_000, '2025-05-01');
    await site.setClock('2025-06-20T10:00:00Z');
    await register.settle();
    const [known] = await site.test.ownerQuery<{ grounds: string[] }>(
      'select grounds from insight.gift where tenant_id = $1',
      [desk.group.tenantId],
    );
    expect(known?.grounds).toEqual(['overdue']);
    expect(await register.items(desk.group.tenantId)).toEqual([]);
    expect(await ofParty()).toEqual([]);
  });

  it('after release everybody reads it: of a person the name and the place, no street', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_200_000, '2025-05-28');
    await desk.notify(donor);
    await register.release(desk.group.tenantId);
    const [gift] = await ofParty();
    expect(gift).toMatchObject({
      version: 1,
      status: 'published',
      donor: { name: 'A. Gever', residence: 'Utrecht', country: 'NL', address: null },
      amount: '12000.00',
      counted: '12000.00',
      receivedOn: '2025-05-28',
      filedIn: ['notice'],
      filedOn: '2025-06-02',
      filedAfterDays: 5,
      line: 'gift',
      remark: null,
    });
    const versions = await register.versions(gift?.id ?? '');
    expect(versions.map(({ change, changedOn }) => [change, changedOn])).toEqual([
      ['published', '2025-06-02'],
    ]);
    expect(JSON.parse(versions[0]?.content ?? '')).toEqual(gift);
  });

  it('gifts below EUR 10.000 in a notice are public as one sum without a day', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 400_000, '2025-03-01');
    await desk.gift(donor, 300_000, '2025-04-01');
    await desk.gift(donor, 1_000_000, '2025-05-28');
    await desk.notify(donor);
    await register.release(desk.group.tenantId);
    const gifts = await ofParty();
    expect(gifts.map(({ line, receivedOn, amount }) => [line, receivedOn, amount])).toEqual([
      ['gift', '2025-05-28', '10000.00'],
      ['rest', null, '7000.00'],
    ]);
  });

  it('without a person it goes after 24 hours, and not a minute before', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_200_000, '2025-05-28');
    await desk.notify(donor);
    await register.settle();
    await site.setClock('2025-06-03T09:58:00Z');
    await register.settle();
    expect(await ofParty()).toEqual([]);
    await site.setClock('2025-06-03T10:02:00Z');
    await register.settle();
    expect(await ofParty()).toHaveLength(1);
  });

  it('what is held never goes by itself, until it is let go', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_200_000, '2025-05-28');
    await desk.notify(donor);
    await register.settle();
    await register.decide(await register.items(desk.group.tenantId), 'hold');
    await site.setClock('2025-07-03T10:00:00Z');
    await register.settle();
    expect(await ofParty()).toEqual([]);
    await register.decide(await register.items(desk.group.tenantId), 'let_go');
    await register.settle();
    expect(await ofParty()).toHaveLength(1);
  });

  it('a filed correction, a return and an annulment are new versions; the old ones stay', async () => {
    const donor = await desk.donor();
    const { contributionId } = await desk.gift(donor, 1_500_000, '2025-05-28');
    await desk.notify(donor);
    await register.release(desk.group.tenantId);
    const input = desk.input(donor, 1_400_000, '2025-05-28');
    const correct = site.app.get(CorrectContribution);
    const corrected = await desk.run((tx) =>
      correct.run(tx, contributionId, input, 'typed wrongly'),
    );
    await desk.notify(donor);
    await register.settle();
    expect(await register.items(desk.group.tenantId)).toMatchObject([
      { change: 'corrected', remarks: ['lower'] },
    ]);
    await register.release(desk.group.tenantId);
    await desk.settle(corrected.contributionId, 'returned_to_donor', 200_000, '2025-06-02');
    await register.release(desk.group.tenantId);
    await desk
      .run((tx) =>
        site.app.get(AnnulContribution).run(tx, corrected.contributionId, 'booked twice'),
      )
      .catch(() => undefined);
    await register.release(desk.group.tenantId);
    const [gift] = await ofParty();
    const versions = await register.versions(gift?.id ?? '');
    expect(versions.slice(0, 3).map(({ change, reason }) => [change, reason])).toEqual([
      ['published', null],
      ['corrected', null],
      ['corrected', 'returned'],
    ]);
    expect(
      versions.map(({ content }) => (JSON.parse(content ?? '') as { counted: string }).counted),
    ).toEqual(expect.arrayContaining(['15000.00', '14000.00', '12000.00']));
  });

  it('who moves house later stays where the register says', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_200_000, '2025-05-28');
    await desk.notify(donor);
    await register.release(desk.group.tenantId);
    const moved = {
      name: 'A. Gever',
      address: 'Nieuwe Kade 7',
      residence: 'Zutphen',
      country: 'NL',
      tradeRegisterNumber: null,
      inTradeRegister: null,
      ubos: [],
    };
    await desk.run((tx) => site.app.get(ReviseDonor).run(tx, donor, moved, 'moved'));
    await register.settle();
    expect(await register.items(desk.group.tenantId)).toEqual([]);
    expect((await ofParty())[0]?.donor.residence).toBe('Utrecht');
  });
});

import {
  DecideGift,
  listPublicGifts,
  newestChange,
  type PublicPage,
  publicTotals,
  readChangesAfter,
  readPublicGift,
  RecountRegister,
  registerState,
} from '../../../src/modules/publication/public';
import { ImportPublishedList } from '../../../src/modules/register/public';
import { workerScope } from '../../../src/platform/jobs/public';
import { ADesk } from '../../support/a-desk';
import { aParty, OVERSEER_SCOPE } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { publishedBytes, smallList, YEARS } from '../register/published-lists';
import { ARegister, PUBLIC_SCOPE } from './a-register';

describe('A check and a stop by the overseer', () => {
  let site: TestApp;
  let register: ARegister;
  let desk: ADesk;
  let giftId = '';

  beforeAll(async () => {
    site = await startTestApp();
    register = new ARegister(site);
  });
  beforeEach(async () => {
    await site.setClock('2025-06-02T10:00:00Z');
    desk = new ADesk(site.app, await aParty(site.app));
    const donor = await desk.donor();
    await desk.gift(donor, 1_200_000, '2025-05-28');
    await desk.notify(donor);
    await register.release(desk.group.tenantId);
    giftId = (await ofParty())[0]?.id ?? '';
  });
  afterAll(() => site.close());

  const ofParty = async () => register.gifts({ party: await register.slugOf(desk.group.tenantId) });

  const decide = (kind: 'check' | 'clear' | 'stop' | 'lift', gift: string | null = giftId) =>
    register.as(OVERSEER_SCOPE, (tx) =>
      site.app
        .get(DecideGift)
        .run(tx, { kind, giftId: gift, reason: 'Wij doen navraag', actorName: 'O. Overseer' }),
    );

  it('a gift under check says so, with the reason, until the check is over', async () => {
    await decide('check');
    await register.settle();
    expect((await ofParty())[0]?.status).toBe('under_check');
    await decide('clear');
    await register.settle();
    expect((await ofParty())[0]?.status).toBe('published');
    expect((await register.versions(giftId)).map(({ change, reason }) => [change, reason])).toEqual(
      [
        ['published', null],
        ['under_check', 'Wij doen navraag'],
        ['cleared', 'Wij doen navraag'],
      ],
    );
  });

  it('a stopped gift is gone at once: row, versions and totals; a tombstone says so', async () => {
    const party = await register.slugOf(desk.group.tenantId);
    await decide('stop');
    const read = () => register.as(PUBLIC_SCOPE, (tx) => readPublicGift(tx, giftId));
    expect(await read()).toBeNull();
    expect(await register.versions(giftId)).toEqual([]);
    const totals = () => register.as(PUBLIC_SCOPE, (tx) => publicTotals(tx, { party }));
    expect(await totals()).toEqual({ gifts: 0, countedCents: 0 });
    await expect(decide('stop')).rejects.toMatchObject({ status: 409 });
    await register.settle();
    expect(await register.versions(giftId)).toMatchObject([
      { change: 'withheld', version: 2, content: null, reason: 'Wij doen navraag' },
    ]);
    await decide('lift');
    await register.settle();
    expect(await read()).toMatchObject({ id: giftId, version: 3, amount: '12000.00' });
    expect(await totals()).toEqual({ gifts: 1, countedCents: 1_200_000 });
    expect((await register.versions(giftId)).map(({ change }) => change)).toEqual([
      'published',
      'withheld',
      'restored',
    ]);
  });

  it('the whole register goes down in the moment it is stopped, and nothing of it can be read', async () => {
    await decide('stop', null);
    const state = await register.as(PUBLIC_SCOPE, (tx) => registerState(tx));
    expect(state).toMatchObject({ open: false, reason: 'Wij doen navraag' });
    expect(await register.gifts()).toEqual([]);
    expect(await register.as(PUBLIC_SCOPE, (tx) => readChangesAfter(tx, 0, 10))).toEqual([]);
    const rows = await register.as(PUBLIC_SCOPE, (tx) =>
      tx.query('select from register.party_year union all select from register.donor_total'),
    );
    expect(rows).toEqual([]);
    await expect(decide('stop', null)).rejects.toMatchObject({ status: 409 });
    await decide('lift', null);
    expect(await ofParty()).toHaveLength(1);
  });

  it('only an overseer decides, also by the database itself', async () => {
    const decider = { ...OVERSEER_SCOPE, actorRole: 'decision_maker' };
    await expect(
      register.as(decider, (tx) =>
        tx.query(
          `insert into insight.publication_decision (kind, reason) values ('stop', 'reason')`,
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('The lists of the ministry are public as they were published', () => {
  let site: TestApp;
  let register: ARegister;

  beforeAll(async () => {
    site = await startTestApp();
    register = new ARegister(site);
    await site.setClock('2026-01-02T10:00:00Z');
    for (const year of YEARS)
      await site.app.get(ImportPublishedList).run(OVERSEER_SCOPE, {
        year,
        bytes: publishedBytes(year),
        seenOn: null,
        reason: null,
      });
    await register.settle();
  });
  afterAll(() => site.close());

  it.each([
    [2023, 548_968_839],
    [2024, 341_609_757],
    [2025, 538_543_325],
  ])('the rows of %i add up to the cent, and so do the kept totals', async (year, cents) => {
    const totals = await register.as(PUBLIC_SCOPE, (tx) => publicTotals(tx, { year }));
    expect(totals.countedCents).toBe(cents);
    const [sum] = await register.as(PUBLIC_SCOPE, (tx) =>
      tx.query<{ cents: string }>(
        'select sum(counted_cents)::bigint as cents from register.publication where year = $1',
        [year],
      ),
    );
    expect(Number(sum?.cents)).toBe(cents);
  });

  it('T21: a shielded beneficial owner leaves the company with its name and address', async () => {
    const gifts = await register.gifts({ year: 2025, limit: 100, text: 'Verwouhaar' });
    expect(gifts).toMatchObject([
      {
        donor: {
          id: expect.stringMatching(/^D-/),
          name: 'Verwouhaar B.V.',
          address: 'Zanddijkamp Boeninoord 65, 5555 CW Naarden',
          residence: 'Naarden',
          shielding: null,
        },
        beneficialOwners: [
          { name: null, residence: null },
          { name: null, residence: null },
        ],
      },
    ]);
  });

  it('each row has the address that is printed in it, also where a company has two', async () => {
    const gifts = await register.gifts({ year: 2023, limit: 100, text: 'Groninma' });
    const printed = gifts.map(({ receivedOn, donor }) => [receivedOn, donor.address]);
    expect(printed.toSorted()).toEqual([
      ['2023-09-12', 'Huiwijlaan 33 A, 2926 EM Ouderkerk aan de Amstel'],
      ['2023-10-29', 'Kellaakamp 177A, 2926 EM Ouderkerk aan de Amstel'],
    ]);
    expect(new Set(gifts.map(({ donor }) => donor.id)).size).toBe(1);
  });

  it('pages of every order give each gift once, with those without a day at the end', async () => {
    for (const sort of ['newest', 'amount', 'changed'] as const) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const search = { sort, after, limit: 97, year: 2024 };
        const page: PublicPage = await register.as(PUBLIC_SCOPE, (tx) =>
          listPublicGifts(tx, search),
        );
        seen.push(...page.gifts.map(({ id }) => id));
        after = page.next;
      } while (after !== null);
      const [count] = await site.test.ownerQuery<{ count: string }>(
        'select count(*) from register.publication where year = 2024',
      );
      expect(new Set(seen).size).toBe(Number(count?.count));
      expect(seen).toHaveLength(Number(count?.count));
    }
  });

  it('adding up everything again finds no difference, and mends one that was made', async () => {
    const recount = () =>
      register.as(workerScope('test'), (tx) => site.app.get(RecountRegister).run(tx));
    expect(await recount()).toEqual([]);
    await site.test.ownerQuery(
      `update register.party_year set counted_cents = counted_cents + 1
        where ctid = (select min(ctid) from register.party_year)`,
    );
    expect((await recount()).length).toBeGreaterThan(0);
    expect(await recount()).toEqual([]);
  });

  it('importing the same list again changes nothing that is public', async () => {
    const newest = () => register.as(PUBLIC_SCOPE, (tx) => newestChange(tx));
    const before = await newest();
    await site.test.ownerQuery(`insert into insight.stale (what, year) values ('list', 2025)`);
    await register.settle();
    expect(await newest()).toBe(before);
  });
});

describe('A new version of a list', () => {
  let site: TestApp;
  let register: ARegister;

  beforeAll(async () => {
    site = await startTestApp();
    register = new ARegister(site);
    await site.setClock('2027-04-02T10:00:00Z');
  });
  afterAll(() => site.close());

  const a = 'VVD||10000|A. Adelaar|Utrecht||10000|01/27/2027|';
  const b = 'VVD||20000|B. Beer|Ede||20000|02/27/2027|';
  const c = 'D66||30000|C. Das|Tiel||30000|03/01/2027|';

  const importList = async (rows: readonly string[], reason: string | null): Promise<void> => {
    await site.app.get(ImportPublishedList).run(OVERSEER_SCOPE, {
      ...{ year: 2027, seenOn: null, reason },
      bytes: Buffer.from(smallList(...rows).replaceAll('2025', '2027')),
    });
    await register.settle();
  };

  const public2027 = async () =>
    (await register.gifts({ year: 2027, limit: 100 })).map(({ id, donor, amount, status }) => ({
      ...{ id, name: donor.name, amount, status },
    }));

  it('a row put in between moves no number; what changed is corrected with the reason', async () => {
    await importList([a, b], null);
    const before = await public2027();
    expect(before).toHaveLength(2);
    await importList([c, a, b.replaceAll('20000', '15000')], 'Een bedrag was te hoog');
    const after = await public2027();
    expect(after).toHaveLength(3);
    for (const { id, name } of before)
      expect(after.find((gift) => gift.id === id)?.name).toBe(name);
    const [corrected] = after.filter(({ status }) => status === 'corrected');
    expect(corrected?.amount).toBe('15000.00');
    const changes = await register.versions(corrected?.id ?? '');
    expect(changes.map(({ change, reason }) => [change, reason])).toEqual([
      ['published', null],
      ['corrected', 'Een bedrag was te hoog'],
    ]);
    await importList([c, a], 'Die gift was er niet');
    const left = await public2027();
    expect(left.find(({ id }) => id === corrected?.id)).toMatchObject({ status: 'annulled' });
    expect((await register.versions(corrected?.id ?? '')).at(-1)).toMatchObject({
      change: 'annulled',
      reason: 'Die gift was er niet',
    });
  });
});

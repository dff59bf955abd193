import { AnnulContribution, CorrectContribution } from '../../../src/modules/contributions/public';
import { ReviseDonor } from '../../../src/modules/donors/public';
import { type GiftChange, InsightChanges } from '../../../src/modules/insight/public';
import { ImportPublishedList } from '../../../src/modules/register/public';
import { ADesk } from '../../support/a-desk';
import { AFilingDesk } from '../../support/a-filing';
import { aParty, OVERSEER_SCOPE } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { publishedBytes, YEARS } from '../register/published-lists';
import { derive, known, rebuild } from './known';

interface Gift {
  readonly key: string;
  readonly amount_cents: string;
  readonly counted_cents: string;
  readonly annulled: boolean;
  readonly grounds: readonly string[];
  readonly filed_in: readonly string[];
  readonly notice_number: string | null;
  readonly donor_id: string;
  readonly enforced_last_day: string | null;
}

describe('What the ministry knows is what was disclosed, and nothing else (D7)', () => {
  let site: TestApp;
  let desk: ADesk;
  let told: GiftChange[] = [];

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-02T10:00:00Z');
    site.app.get(InsightChanges).subscribe((_tx, changes) => {
      told.push(...changes);
      return Promise.resolve();
    });
  });
  beforeEach(async () => {
    desk = new ADesk(site.app, await aParty(site.app));
    told = [];
  });
  afterAll(() => site.close());

  const gifts = (tenantId = desk.group.tenantId): Promise<Gift[]> =>
    site.test.ownerQuery<Gift>(
      `select g.*, g.enforced_last_day::text from insight.gift g where tenant_id = $1
        order by received_on, key`,
      [tenantId],
    );

  it('a booked gift is not known; once its notice is filed it is, with number and term', async () => {
    const donor = await desk.donor();
    const { contributionId } = await desk.gift(donor, 1_200_000, '2025-05-28');
    await derive(site);
    expect(await gifts()).toEqual([]);
    const notice = await desk.notify(donor);
    await derive(site);
    expect(await gifts()).toMatchObject([
      {
        key: `contribution:${contributionId}`,
        amount_cents: '1200000',
        counted_cents: '1200000',
        grounds: ['filed'],
        filed_in: ['notice'],
        notice_number: notice.number,
        enforced_last_day: '2025-06-04',
      },
    ]);
    expect(told.map(({ key, what }) => [key, what])).toEqual([
      [`contribution:${contributionId}`, 'gift'],
    ]);
  });

  it('a correction is known when it is filed; a return and an annulment at once', async () => {
    const donor = await desk.donor();
    const first = await desk.gift(donor, 1_500_000, '2025-05-27');
    const second = await desk.gift(donor, 100_000, '2025-05-28');
    await desk.notify(donor);
    await desk.run((tx) =>
      site.app
        .get(CorrectContribution)
        .run(tx, first.contributionId, desk.input(donor, 1_400_000, '2025-05-27'), 'typed wrongly'),
    );
    await derive(site);
    expect((await gifts()).map((gift) => gift.amount_cents)).toEqual(['1500000', '100000']);
    await desk.notify(donor);
    await desk
      .settle(first.contributionId, 'returned_to_donor', 300_000, '2025-05-30')
      .catch(() => null);
    await desk.run((tx) =>
      site.app.get(AnnulContribution).run(tx, second.contributionId, 'booked twice'),
    );
    await derive(site);
    expect((await gifts()).map(({ amount_cents: cents, annulled }) => [cents, annulled])).toEqual([
      ['1400000', false],
      ['100000', true],
    ]);
    const [cube] = await site.test.ownerQuery<{ gifts: string; cents: string }>(
      `select sum(c.gifts) as gifts, sum(c.counted_cents) as cents from insight.month_cube c
         join insight.party p on p.id = c.party_id where p.tenant_id = $1`,
      [desk.group.tenantId],
    );
    const counted = (await gifts()).reduce((sum, gift) => sum + Number(gift.counted_cents), 0);
    expect(cube).toEqual({ gifts: '1', cents: String(counted) });
  });

  it('one company that gives to two parties is one donor; its new name reaches every gift', async () => {
    const particulars = {
      name: 'Voorbeeld B.V.',
      address: 'Kade 1',
      residence: 'Tiel',
      country: 'NL',
      tradeRegisterNumber: '87654321',
      inTradeRegister: true,
      ubos: [{ name: 'U. Bo', address: 'Kade 2', residence: 'Tiel', country: 'NL' }],
    };
    const other = new ADesk(site.app, await aParty(site.app));
    for (const one of [desk, other]) {
      const donor = await one.donor({ kind: 'undertaking', particulars, declaration: null });
      await one.gift(donor, 2_000_000, '2025-05-28');
      await one.notify(donor);
    }
    await derive(site);
    const [mine] = await gifts();
    const [theirs] = await gifts(other.group.tenantId);
    expect(mine?.donor_id).toBe(theirs?.donor_id);
    told = [];
    const [donor] = await site.test.ownerQuery<{ id: string }>(
      'select donor_id as id from insight.donor_link where tenant_id = $1',
      [desk.group.tenantId],
    );
    await desk.run((tx) =>
      site.app
        .get(ReviseDonor)
        .run(tx, donor?.id ?? '', { ...particulars, name: 'Voorbeeld Groep B.V.' }, 'renamed'),
    );
    await derive(site);
    expect(told.map(({ what }) => what)).toEqual(['names', 'names']);
    const [row] = await site.test.ownerQuery<{ name: string; key: string }>(
      'select name, key from insight.donor where id = $1',
      [mine?.donor_id],
    );
    expect(row).toEqual({ name: 'Voorbeeld Groep B.V.', key: 'kvk:87654321' });
  });

  it('an overview that is filed opens its gifts, and says in what they were filed', async () => {
    const filing = new AFilingDesk(site.app, await aParty(site.app));
    const donor = await filing.desk.donor();
    await filing.desk.gift(donor, 150_000, '2024-03-05', {
      recipientId: filing.group.affiliate,
    });
    await filing.expect();
    await filing.fileAffiliate(2024);
    await derive(site);
    expect(await gifts(filing.group.tenantId)).toMatchObject([
      { filed_in: ['annual_overview'], notice_number: null, counted_cents: '150000' },
    ]);
  });

  it('the published lists add up to the cent, each donor total as its gifts and a rest', async () => {
    for (const year of YEARS)
      await site.app.get(ImportPublishedList).run(OVERSEER_SCOPE, {
        year,
        bytes: publishedBytes(year),
        seenOn: null,
        reason: null,
      });
    await derive(site);
    const sums = await site.test.ownerQuery<{ year: number; cents: string }>(
      `select year, sum(counted_cents) as cents from insight.gift where source = 'list'
        group by year order by year`,
    );
    expect(sums).toEqual([
      { year: 2023, cents: '548968839' },
      { year: 2024, cents: '341609757' },
      { year: 2025, cents: '538543325' },
    ]);
  });

  it('made again from nothing it is the same', async () => {
    await derive(site);
    const before = await known(site);
    expect(before['gift']?.length).toBeGreaterThan(500);
    expect(before['concentration']?.length).toBeGreaterThan(20);
    expect(await rebuild(site)).toBe(0);
    expect(await known(site)).toEqual(before);
  });
});

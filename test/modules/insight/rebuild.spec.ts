import fc from 'fast-check';
import { AnnulContribution, CorrectContribution } from '../../../src/modules/contributions/public';
import { MergeDonors, ReviseDonor, SplitDonors } from '../../../src/modules/donors/public';
import { ImportPublishedList } from '../../../src/modules/register/public';
import { ADesk } from '../../support/a-desk';
import { aParty, OVERSEER_SCOPE } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { smallList } from '../register/published-lists';
import { derive, known, rebuild } from './known';

type Act =
  | { readonly do: 'book'; readonly donor: number; readonly cents: number; readonly day: number }
  | { readonly do: 'notify' | 'revise' | 'number'; readonly donor: number }
  | { readonly do: 'correct' | 'settle' | 'annul'; readonly gift: number; readonly cents: number }
  | { readonly do: 'merge'; readonly one: number; readonly other: number }
  | { readonly do: 'split'; readonly which: number }
  | { readonly do: 'list'; readonly rows: readonly number[] }
  | { readonly do: 'derive' };

const DONORS = 4;
const donor = fc.nat(DONORS - 1);
const cents = fc.integer({ min: 400_000, max: 3_000_000 });
const gift = fc.nat(5);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('book' as const),
      donor,
      cents,
      day: fc.integer({ min: 1, max: 28 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('notify' as const), donor }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('revise' as const, 'number' as const), donor }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('correct' as const, 'settle' as const, 'annul' as const),
      gift,
      cents,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('merge' as const), one: donor, other: donor }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('split' as const), which: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('list' as const),
      rows: fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('derive' as const) }) },
);

/** Rows of a published list: single gifts, a total without a gift, one with a rest, one shielded. */
const ROWS = [
  'VVD||35000|Fonds Voorbeeld|Laan 10, 4642 MB Tiel|B. Boven, Tiel|35000|04/14/2025|',
  'VVD|Stichting Hulp|45000|Bouw B.V.|Kade 1, 4642 MB Tiel||30000|08/26/2025|',
  'GL||21364,6|A. Gever|Utrecht||||',
  'GL||10000|*|*||10000|05/01/2025|Artikel 25, vijfde lid',
  'SP||12000|C. Gever|Schoten (België)||15000|05/01/2025|',
] as const;

class Life {
  readonly gifts: { readonly id: string; readonly donor: string }[] = [];
  readonly merges: string[] = [];

  private constructor(
    private readonly site: TestApp,
    private readonly desk: ADesk,
    private readonly donors: readonly string[],
  ) {}

  static async begin(site: TestApp): Promise<Life> {
    const desk = new ADesk(site.app, await aParty(site.app));
    const donors: string[] = [];
    for (let next = 0; next < DONORS; next += 1) donors.push(await desk.donor());
    return new Life(site, desk, donors);
  }

  /** What the law or the books refuse changes nothing. */
  async live(one: Act): Promise<void> {
    await this.does(one).catch((error: unknown) => {
      if (!('status' in (error as object))) throw error;
    });
  }

  private async does(one: Act): Promise<void> {
    const { app } = this.site;
    if (one.do === 'derive') return derive(this.site);
    if (one.do === 'list') return this.publish(one.rows);
    if (one.do === 'split') {
      const id = this.merges[one.which];
      if (id !== undefined) await this.desk.run((tx) => app.get(SplitDonors).run(tx, id, 'two'));
      return;
    }
    if (one.do === 'merge') {
      const command = {
        donorId: this.donorAt(one.one),
        intoId: this.donorAt(one.other),
        reason: 'one',
      };
      this.merges.push(await this.desk.run((tx) => app.get(MergeDonors).run(tx, command)));
      return;
    }
    await ('gift' in one ? this.change(one) : this.give(one));
  }

  private donorAt(place: number): string {
    return this.donors[place] ?? '';
  }

  private async give(one: Extract<Act, { donor: number }>): Promise<void> {
    const id = this.donorAt(one.donor);
    if (one.do === 'book') {
      const day = `2025-05-${String(one.day).padStart(2, '0')}`;
      const { contributionId } = await this.desk.gift(id, one.cents, day);
      this.gifts.push({ id: contributionId, donor: id });
    } else if (one.do === 'notify') await this.desk.notify(id);
    else {
      const number = one.do === 'number' ? '12345678' : null;
      const particulars = {
        name: 'A. Nieuw',
        address: 'Plein 5',
        residence: 'Breda',
        country: one.do === 'number' ? 'BE' : 'NL',
        tradeRegisterNumber: number,
        inTradeRegister: number === null ? null : true,
        ubos: [],
      };
      const { app } = this.site;
      await this.desk.run((tx) => app.get(ReviseDonor).run(tx, id, particulars, 'moved'));
    }
  }

  private async change(one: Extract<Act, { gift: number }>): Promise<void> {
    const { app } = this.site;
    const given = this.gifts[one.gift];
    if (given === undefined) return;
    if (one.do === 'settle')
      await this.desk.settle(given.id, 'returned_to_donor', one.cents, '2025-06-01');
    else if (one.do === 'annul')
      await this.desk.run((tx) => app.get(AnnulContribution).run(tx, given.id, 'booked twice'));
    else {
      const input = this.desk.input(given.donor, one.cents, '2025-05-20');
      await this.desk.run((tx) => app.get(CorrectContribution).run(tx, given.id, input, 'typed'));
    }
  }

  private async publish(rows: readonly number[]): Promise<void> {
    const lines = [...new Set(rows)].map((row) => ROWS[row] ?? ROWS[0]);
    const command = { year: 2025, bytes: Buffer.from(smallList(...lines)), seenOn: null };
    await this.site.app
      .get(ImportPublishedList)
      .run(OVERSEER_SCOPE, { ...command, reason: 'new version' });
  }
}

describe('What is derived change by change is what is derived at once', () => {
  let site: TestApp;
  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-02T10:00:00Z');
  });
  afterAll(() => site.close());

  it('after bookings, notices, corrections, returns, annulments, unions and lists in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 24 }), async (acts) => {
        const lives = [await Life.begin(site), await Life.begin(site)];
        for (const [place, one] of acts.entries()) await lives[place % 2]?.live(one);
        await derive(site);
        const stepwise = await known(site);
        expect(await rebuild(site)).toBe(0);
        expect(await known(site)).toEqual(stepwise);
      }),
      { numRuns: 10, seed: 20250602 },
    );
  });

  it('is not the same when a change went by unmarked, so the comparison can fail', async () => {
    const life = await Life.begin(site);
    await life.live({ do: 'book', donor: 0, cents: 2_000_000, day: 5 });
    await life.live({ do: 'notify', donor: 0 });
    await derive(site);
    await site.test.ownerQuery(
      `update insight.gift set returned_cents = 1
        where id = (select id from insight.gift where source = 'filed' order by changed_at desc limit 1)`,
    );
    expect(await rebuild(site)).toBe(1);
    expect(await rebuild(site)).toBe(0);
  });
});

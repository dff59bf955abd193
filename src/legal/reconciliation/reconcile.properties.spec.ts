import * as fc from 'fast-check';
import { type Contribution } from '../facts/contribution';
import { type Filing } from '../facts/filing';
import { euroCents, sum, ZERO } from '../kernel/euro-cents';
import { addDays, plainDate, yearOf } from '../kernel/plain-date';
import { draftOverview } from '../overviews/draft-overview';
import { aContribution, aSettlement, cents, PARTY, YOUTH } from '../testing/a-donor-year';
import { aFiling, aListedDonor, anExpected, overviewFacts } from '../testing/a-filing';
import { aNotice, booked, sources, stated } from '../testing/sources';
import { differencesOf, reconcile } from './reconcile';
import { type NoticeSource, type ReconciliationSources } from './sources';

/** A ledger in which every duty was done: all notices and overviews say what is booked. */
const GIFTS = fc.array(
  fc.record({
    donor: fc.constantFrom('donor-1', 'donor-2'),
    recipient: fc.constantFrom(PARTY, YOUTH),
    amount: fc.constantFrom(
      25_000,
      50_000,
      99_999,
      100_000,
      400_000,
      999_999,
      1_000_000,
      3_000_000,
    ),
    day: fc.integer({ min: 0, max: 640 }),
    back: fc.constantFrom(0, 0, 0, 1, 100_000),
    after: fc.integer({ min: 0, max: 60 }),
  }),
  { minLength: 1, maxLength: 7 },
);

type Told = typeof GIFTS extends fc.Arbitrary<infer G> ? G : never;

const RUNS = { numRuns: 60 };

interface World extends ReconciliationSources {
  readonly contributions: readonly Contribution[];
}

function noticesOf(ledger: ReconciliationSources['ledger']): readonly NoticeSource[] {
  const filedOn = plainDate('2025-12-01');
  const groups = new Map<string, typeof ledger>();
  for (const gift of ledger) {
    const key = [gift.donor, gift.recipient, yearOf(gift.receivedOn)].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), gift]);
  }
  return [...groups].flatMap(([key, gifts]) => {
    if (sum(gifts.map(({ amount }) => amount)) < 1_000_000) return [];
    const said = gifts.map(({ settlements, ...gift }) => ({
      ...gift,
      returned: sum(
        settlements.filter(({ settledOn }) => settledOn <= filedOn).map(({ amount }) => amount),
      ),
    }));
    return [{ ...aNotice(said, filedOn), ref: `notice ${key}` }];
  });
}

function worldOf(told: Told): World {
  const donors = ['donor-1', 'donor-2'].map((ref) => aListedDonor({ ref }));
  const contributions = told.map(({ amount, recipient, day }, at) =>
    aContribution(1, addDays(plainDate('2024-01-01'), day), {
      ref: `c-${String(at)}`,
      sequence: at,
      recipient,
      amount: euroCents(amount),
    }),
  );
  const settlements = contributions.flatMap((one, at) => {
    const { back = 0, after = 0 } = told[at] ?? {};
    const amount = Math.min(back, one.amount);
    return amount === 0 ? [] : [aSettlement(one, amount / 100, addDays(one.receivedOn, after))];
  });
  const donated = contributions.map((contribution, at) => ({
    donor: told[at]?.donor ?? '',
    contribution,
  }));
  const ledger = donated.map(({ donor, contribution }) => booked(contribution, settlements, donor));
  const facts = overviewFacts([], { donors, contributions: donated, settlements });
  const filings = [PARTY, YOUTH].flatMap((recipient): readonly Filing[] => {
    const kind = recipient === PARTY ? 'annual_report' : 'affiliate_overview';
    const election = { from: plainDate('2024-01-01'), until: plainDate('2025-10-08') };
    const file = (over: Parameters<typeof anExpected>[0], day: string): Filing => {
      const filedOn = plainDate(day);
      const content = draftOverview(anExpected({ recipient, ...over }), {
        ...facts,
        asOf: filedOn,
      });
      const expected = `${content.kind}:${recipient}`;
      return aFiling(content, { ref: expected, expected, filedOn, sha256: expected });
    };
    const included = { part: 'affiliate', ref: YOUTH, name: 'Jong', filing: 'x' } as const;
    const annual = file({ kind }, '2025-06-30');
    const taken = [{ ...included, sha256: `affiliate_overview:${YOUTH}` }];
    return [
      recipient === PARTY ? { ...annual, content: { ...annual.content, included: taken } } : annual,
      file({ kind: 'pre_election_overview', period: election, year: 2025 }, '2025-10-15'),
    ];
  });
  return { ...sources({ ledger, filings, notices: noticesOf(ledger) }), contributions };
}

const WORLD = GIFTS.map(worldOf);

function without(filing: Filing, contribution: string): Filing {
  const gifts = filing.content.gifts.map((gift) => ({
    ...gift,
    lines: gift.lines.filter((line) => line.contribution !== contribution),
  }));
  return { ...filing, content: { ...filing.content, gifts } };
}

describe('whatever was given and filed', () => {
  it('nothing is found when every source says what is booked', () => {
    fc.assert(
      fc.property(WORLD, (world) => {
        expect(reconcile(world)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a gift that is left out of one filing is found there, in each source that has it', () => {
    fc.assert(
      fc.property(WORLD, fc.nat(), (world, pick) => {
        const listed = world.filings.flatMap((filing) =>
          filing.content.gifts.flatMap(({ lines }) =>
            lines.map(({ contribution }) => ({ filing, contribution })),
          ),
        );
        const chosen = listed[pick % Math.max(1, listed.length)];
        fc.pre(chosen !== undefined);
        const filings = world.filings.map((filing) =>
          filing === chosen.filing ? without(filing, chosen.contribution) : filing,
        );
        const found = reconcile({ ...world, filings }).filter(
          ({ contributions }) => contributions[0]?.contribution === chosen.contribution,
        );
        const speakers = [
          ...filings.filter(({ content }) =>
            content.gifts.some(({ lines }) =>
              lines.some(({ contribution }) => contribution === chosen.contribution),
            ),
          ),
          ...world.notices.filter(({ gifts }) =>
            gifts.some(({ contribution }) => contribution === chosen.contribution),
          ),
        ];
        expect(found).toHaveLength(speakers.length === 0 ? 1 : speakers.length + 1);
        for (const { documents } of found) expect(documents).toHaveLength(2);
      }),
      RUNS,
    );
  });

  it('the order of the sources makes no difference, also when they disagree', () => {
    fc.assert(
      fc.property(WORLD, fc.nat(), fc.nat(), (world, drop, change) => {
        const broken: ReconciliationSources = {
          ...world,
          notices: world.notices.filter((_, at) => at !== drop % 3),
          ledger: world.ledger.map((gift, at) =>
            at === change % 4 ? { ...gift, amount: euroCents(gift.amount + 1) } : gift,
          ),
          annulled: world.contributions.slice(0, drop % 2).map(({ ref }) => ref),
        };
        const turned = {
          ...broken,
          notices: broken.notices.toReversed(),
          filings: broken.filings.toReversed(),
          ledger: broken.ledger.toReversed(),
        };
        expect(reconcile(turned)).toEqual(reconcile(broken));
      }),
      RUNS,
    );
  });

  it('each difference has a key of its own, both sources, and the year of its gift', () => {
    fc.assert(
      fc.property(WORLD, (world) => {
        const found = differencesOf({ ...world, notices: [], ledger: [], annulled: ['c-0'] });
        expect(new Set(found.map(({ finding }) => finding.key)).size).toBe(found.length);
        for (const { year, finding } of found) {
          expect(finding.key.startsWith('differ:')).toBe(true);
          expect(finding.documents).toHaveLength(2);
          expect(finding.rule).toBe('FILINGS-DIFFER');
          const [gift] = finding.contributions;
          expect(year).toBe(yearOf(gift?.receivedOn ?? plainDate('1999-01-01')));
        }
      }),
      RUNS,
    );
  });

  it('one cent more in one source is found, and tells by how much', () => {
    fc.assert(
      fc.property(GIFTS, (told) => {
        const world = worldOf(told);
        const [first] = world.notices;
        const [gift, ...rest] = first?.gifts ?? [];
        fc.pre(first !== undefined && gift !== undefined);
        const more = { ...gift, amount: euroCents(gift.amount + 1) };
        const notice = { ...first, gifts: [more, ...rest], total: euroCents(first.total + 1) };
        const notices = [notice, ...world.notices.slice(1)];
        const found = reconcile({ ...world, notices, filings: [] });
        expect(found.map(({ outcome }) => outcome)).toEqual(['amount_differs']);
        const apart = found[0]?.amounts.find(({ label }) => label === 'excess')?.amount ?? ZERO;
        expect(apart).toBe(cents(0.01));
      }),
      RUNS,
    );
  });
});

describe('an empty world', () => {
  it('has no differences', () => {
    expect(reconcile(sources())).toEqual([]);
    const gift = aContribution(2_000, '2024-05-06');
    expect(reconcile(sources({ ledger: [booked(gift)] }))).toEqual([]);
    expect(reconcile(sources({ notices: [aNotice([stated(gift)], '2024-05-08')] }))).toEqual([]);
  });
});

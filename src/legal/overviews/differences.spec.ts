import * as fc from 'fast-check';
import { type OverviewContent } from '../facts/filing';
import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { aContribution, cents, inKind, YOUTH } from '../testing/a-donor-year';
import { aContent, aDocument, aLine, aListedGift } from '../testing/a-filing';
import { differencesBetween } from './differences';

const FIRST = aContribution(2_000, '2024-05-06', { ref: 'c-1' });
const GIFT = aListedGift([aLine(FIRST)]);
const OTHER = aListedGift([aLine(aContribution(3_000, '2024-06-06', { ref: 'c-2' }))], {
  donor: 'donor-2',
  name: 'A. de Boer',
});

function changes(before: Partial<OverviewContent>, after: Partial<OverviewContent>): unknown {
  return differencesBetween(aContent(before), aContent(after));
}

function paths(
  before: Partial<OverviewContent>,
  after: Partial<OverviewContent>,
): readonly string[] {
  return differencesBetween(aContent(before), aContent(after)).map(({ path }) => path);
}

describe('what a correction changes, field by field', () => {
  it('nothing between equals, in whatever order they list', () => {
    expect(changes({ gifts: [GIFT, OTHER] }, { gifts: [OTHER, GIFT] })).toEqual([]);
  });

  it('an amount shows in the line, in the sums of the donor and under the list', () => {
    const lowered = aListedGift([aLine({ ...FIRST, amount: cents(1_500.5) })]);
    const change = { unit: 'cents', before: '200000', after: '150050' };
    const donor = 'gifts/donor-1 2024 party-1';
    expect(changes({ gifts: [GIFT] }, { gifts: [lowered] })).toEqual([
      {
        path: `${donor}/lines/c-1/amount`,
        subject: ['J. Janssen 2024', '2024-05-06'],
        field: 'amount',
        ...change,
      },
      { path: `${donor}/money`, subject: ['J. Janssen 2024'], field: 'money', ...change },
      { path: `${donor}/total`, subject: ['J. Janssen 2024'], field: 'total', ...change },
      { path: 'totals/gifts', subject: [], field: 'gifts', ...change },
      { path: 'totals/money', subject: [], field: 'money', ...change },
    ]);
  });

  it('days, text, and yes or no are printed as they are', () => {
    const moved = aListedGift([aLine({ ...FIRST, receivedOn: plainDate('2024-05-07') })]);
    expect(changes({ gifts: [GIFT] }, { gifts: [moved] })).toMatchObject([
      { field: 'receivedOn', unit: 'day', before: '2024-05-06', after: '2024-05-07' },
    ]);
    const named = { ...GIFT, name: 'J. Jansen', address: null };
    expect(changes({ gifts: [GIFT] }, { gifts: [named] })).toMatchObject([
      { field: 'address', unit: 'text', before: 'Kade 1', after: null },
      { field: 'name', unit: 'text', before: 'J. Janssen', after: 'J. Jansen' },
    ]);
    const stated = { noGifts: false, noGiftsInKind: true, noDebts: false };
    expect(changes({}, { stated })).toEqual([
      {
        path: 'stated/noGiftsInKind',
        subject: [],
        field: 'noGiftsInKind',
        unit: 'text',
        before: 'false',
        after: 'true',
      },
    ]);
    const period = { from: plainDate('2024-01-01'), until: plainDate('2024-12-30') };
    expect(changes({}, { period })).toMatchObject([{ path: 'period/until', unit: 'day' }]);
  });

  it.each([
    ['returned', { gifts: [GIFT] }, { gifts: [aListedGift([aLine(FIRST, 1)])] }],
    ['inKind', {}, { gifts: [aListedGift([aLine(inKind(1_000, '2024-05-06'))])] }],
    ['value', {}, { threshold: { value: euro(4_500), source: 'Wfpp art. 25 lid 1 onder b' } }],
    [
      'debtsAtEnd',
      {},
      { totals: { gifts: euro(0), money: euro(0), inKind: euro(0), debtsAtEnd: euro(1) } },
    ],
  ])('%s is an amount', (field, before, after) => {
    const found = differencesBetween(aContent(before), aContent(after));
    expect(found.find((one) => one.field === field)?.unit).toBe('cents');
  });

  it('a gift that came or went is told with everything known of it', () => {
    const added = differencesBetween(aContent(), aContent({ gifts: [GIFT] }));
    expect(added.filter(({ before }) => before !== null).map(({ path }) => path)).toEqual([
      'totals/gifts',
      'totals/money',
    ]);
    expect(added.find(({ field }) => field === 'name')).toMatchObject({
      subject: ['J. Janssen 2024'],
      before: null,
      after: 'J. Janssen',
    });
    const removed = differencesBetween(aContent({ gifts: [GIFT] }), aContent());
    expect(removed.find(({ field }) => field === 'name')).toMatchObject({
      before: 'J. Janssen',
      after: null,
    });
  });

  it('the same donor in another year or at another recipient is something else', () => {
    const elsewhere = aListedGift([aLine({ ...FIRST, ref: 'c-3', recipient: YOUTH })]);
    expect(paths({ gifts: [GIFT] }, { gifts: [GIFT, elsewhere] })).toContain(
      `gifts/donor-1 2024 ${YOUTH}/total`,
    );
    const before = aListedGift(GIFT.lines, { year: 2023 });
    expect(paths({ gifts: [GIFT] }, { gifts: [GIFT, before] })).toContain(
      'gifts/donor-1 2023 party-1/total',
    );
  });

  it('T14: two of the same are kept apart', () => {
    const giver = { name: 'K. Kok', residence: 'Goes', amount: euro(1_500) };
    const entry = { donor: 'd', name: 'Stichting', year: 2024, overview: 'o', givers: [giver] };
    const twice = { ...entry, givers: [giver, giver] };
    expect(changes({ lookThrough: [entry] }, { lookThrough: [twice] })).toMatchObject([
      {
        path: 'lookThrough/d 2024/givers/K. Kok (2)/amount',
        subject: ['Stichting 2024', 'K. Kok'],
      },
      { path: 'lookThrough/d 2024/givers/K. Kok (2)/name' },
      { path: 'lookThrough/d 2024/givers/K. Kok (2)/residence' },
    ]);
    const thrice = { ...entry, givers: [giver, giver, giver] };
    expect(paths({ lookThrough: [twice] }, { lookThrough: [thrice] })[0]).toBe(
      'lookThrough/d 2024/givers/K. Kok (3)/amount',
    );
  });

  it('debts by their creditor, documents by name, included filings by whom', () => {
    const debt = {
      debt: 'debt-1',
      creditor: 'Bank',
      address: null,
      residence: null,
      highest: euro(30_000),
      atEnd: euro(0),
    };
    const debts = [{ ...debt, highest: euro(31_000), atEnd: euro(1) }];
    const { totals } = aContent();
    expect(changes({ debts: [debt], totals }, { debts, totals })).toMatchObject([
      { path: 'debts/debt-1/atEnd', subject: ['Bank'], unit: 'cents', before: '0', after: '100' },
      { path: 'debts/debt-1/highest', subject: ['Bank'], unit: 'cents' },
    ]);
    const statement = aDocument('auditor_statement', 's1', ['r1']);
    const renewed = { ...statement, sha256: 's2', covers: ['r1', 'r2'] };
    const place = 'documents/auditor_statement auditor_statement-s1.pdf';
    expect(changes({ documents: [statement] }, { documents: [renewed] })).toMatchObject([
      { path: `${place}/covers/r2`, after: 'r2', subject: ['auditor_statement-s1.pdf', 'r2'] },
      { path: `${place}/sha256`, before: 's1', after: 's2' },
    ]);
    const jong = {
      part: 'affiliate',
      ref: YOUTH,
      name: 'Jong',
      filing: null,
      sha256: null,
    } as const;
    expect(changes({ included: [jong] }, { included: [{ ...jong, filing: 'f-1' }] })).toMatchObject(
      [
        {
          path: `included/affiliate ${YOUTH}/filing`,
          subject: ['Jong'],
          before: null,
          after: 'f-1',
        },
      ],
    );
    const ubo = { name: 'B. Bos', address: 'Laan 3', residence: 'Ede', country: null };
    const moved = { ...ubo, residence: 'Elst' };
    expect(
      changes({ gifts: [{ ...GIFT, ubos: [ubo] }] }, { gifts: [{ ...GIFT, ubos: [moved] }] }),
    ).toMatchObject([{ subject: ['J. Janssen 2024', 'B. Bos'], before: 'Ede', after: 'Elst' }]);
    const stored = (value: number) => [{ year: 2025, value: cents(value), source: 'ministry' }];
    expect(
      changes({ partYearThresholds: stored(769.86) }, { partYearThresholds: stored(767.12) }),
    ).toMatchObject([{ path: 'partYearThresholds/2025/value', subject: ['2025'], unit: 'cents' }]);
  });
});

describe('whatever was corrected', () => {
  const CONTENT = fc
    .array(
      fc.record({
        at: fc.nat({ max: 3 }),
        amount: fc.integer({ min: 1_000, max: 1_003 }),
        name: fc.option(fc.constantFrom('A', 'B')),
      }),
      { maxLength: 4 },
    )
    .map((gifts) =>
      aContent({
        gifts: gifts.map(({ at, amount, name }) =>
          aListedGift([aLine({ ...FIRST, ref: `c-${String(at)}`, amount: euro(amount) })], {
            donor: `donor-${String(at)}`,
            name,
          }),
        ),
      }),
    );

  it('going back undoes exactly what going forth did', () => {
    fc.assert(
      fc.property(CONTENT, CONTENT, (one, other) => {
        const forth = differencesBetween(one, other);
        const back = differencesBetween(other, one);
        expect(back.map(({ path, before, after }) => [path, before, after])).toEqual(
          forth.map(({ path, before, after }) => [path, after, before]),
        );
        expect(new Set(forth.map(({ path }) => path)).size).toBe(forth.length);
        expect(differencesBetween(one, one)).toEqual([]);
      }),
    );
  });
});

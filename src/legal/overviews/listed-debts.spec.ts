import * as fc from 'fast-check';
import { euro, euroCents } from '../kernel/euro-cents';
import { addDays, plainDate } from '../kernel/plain-date';
import { cents, LATER } from '../testing/a-donor-year';
import { aDebt } from '../testing/a-filing';
import { listedDebts } from './listed-debts';
import { type KnownDebt } from './overview-facts';

const YEAR = { from: plainDate('2024-01-01'), until: plainDate('2024-12-31') };

type Balances = readonly (readonly [day: string, euros: number])[];

/** [highest, at end] in euros, or null when it is not listed. */
function listed(balances: Balances, over: Partial<KnownDebt> = {}, on = LATER): unknown {
  const [found] = listedDebts([aDebt(balances, over)], YEAR, on);
  return found === undefined ? null : [found.highest / 100, found.atEnd / 100];
}

describe('Wfpp art. 1 onder l, art. 25 lid 1 onder c: debts of 25,000 and more', () => {
  it.each<readonly [string, Balances, unknown]>([
    ['24,999.99 is not listed', [['2024-03-01', 24_999.99]], null],
    ['exactly 25,000 is', [['2024-03-01', 25_000]], [25_000, 25_000]],
    ['25,000.01 is', [['2024-03-01', 25_000.01]], [25_000.01, 25_000.01]],
    ['from before the period', [['2020-03-01', 30_000]], [30_000, 30_000]],
    ['from its last day', [['2024-12-31', 30_000]], [30_000, 30_000]],
    ['not from the day after', [['2025-01-01', 30_000]], null],
    [
      'not when repaid on the day before',
      [
        ['2020-03-01', 30_000],
        ['2023-12-31', 0],
      ],
      null,
    ],
    [
      'not when repaid on its first day',
      [
        ['2020-03-01', 30_000],
        ['2024-01-01', 0],
      ],
      null,
    ],
    ['no balance at all', [], null],
  ])('%s', (_, balances, expected) => {
    expect(listed(balances)).toEqual(expected);
  });

  it('T26: at any moment of the year, also when it was repaid before the end', () => {
    expect(
      listed([
        ['2024-03-01', 40_000],
        ['2024-04-01', 0],
      ]),
    ).toEqual([40_000, 0]);
    expect(
      listed([
        ['2024-03-01', 20_000],
        ['2024-04-01', 26_000],
        ['2024-05-01', 24_000],
      ]),
    ).toEqual([26_000, 24_000]);
  });

  it('balances after the day as of which is counted are not known yet', () => {
    const balances: Balances = [
      ['2024-03-01', 30_000],
      ['2024-06-02', 50_000],
    ];
    expect(listed(balances, {}, plainDate('2024-06-01'))).toEqual([30_000, 30_000]);
    expect(listed(balances, {}, plainDate('2024-06-02'))).toEqual([50_000, 50_000]);
    expect(listed(balances, {}, plainDate('2024-02-29'))).toBeNull();
  });

  it('a debt under administrative law (Awb art. 4:85) is never listed', () => {
    expect(listed([['2024-03-01', 90_000]], { underAdministrativeLaw: true })).toBeNull();
  });

  it('says to whom, and sorts by creditor', () => {
    const debts = [
      aDebt([['2024-03-01', 30_000]], { ref: 'd-1', creditor: 'Zuidbank' }),
      aDebt([['2024-03-01', 30_000]], { ref: 'd-3', creditor: 'Noordbank' }),
      aDebt([['2024-03-01', 30_000]], { ref: 'd-2', creditor: 'Noordbank' }),
    ];
    const found = listedDebts(debts, YEAR, LATER);
    expect(found.map(({ debt }) => debt)).toEqual(['d-2', 'd-3', 'd-1']);
    expect(listedDebts(debts.toReversed(), YEAR, LATER)).toEqual(found);
    expect(found[0]).toEqual({
      debt: 'd-2',
      creditor: 'Noordbank',
      address: 'Plein 2',
      residence: 'Utrecht',
      highest: euro(30_000),
      atEnd: euro(30_000),
    });
  });
});

describe('T25: 25,000 on 1 January, paid within 14 days after the reference date', () => {
  it.each<readonly [string, Balances, unknown]>([
    [
      'paid on 15 January: out',
      [
        ['2023-06-01', 25_000],
        ['2024-01-15', 0],
      ],
      null,
    ],
    [
      'paid on 16 January: in',
      [
        ['2023-06-01', 25_000],
        ['2024-01-16', 0],
      ],
      [25_000, 0],
    ],
    [
      'taken up on 1 January, paid on the 15th',
      [
        ['2024-01-01', 25_000],
        ['2024-01-15', 0],
      ],
      null,
    ],
    [
      'paid for the greater part only: in',
      [
        ['2023-06-01', 25_000],
        ['2024-01-15', 1],
      ],
      [25_000, 1],
    ],
    [
      'paid in two parts in time',
      [
        ['2023-06-01', 25_000],
        ['2024-01-05', 9_000],
        ['2024-01-15', 0],
      ],
      null,
    ],
    [
      'overpaid',
      [
        ['2023-06-01', 25_000],
        ['2024-01-15', -10],
      ],
      null,
    ],
    [
      'paid, and taken up again',
      [
        ['2023-06-01', 25_000],
        ['2024-01-10', 0],
        ['2024-01-12', 26_000],
      ],
      [26_000, 26_000],
    ],
    [
      'paid, taken up and paid again in time',
      [
        ['2023-06-01', 25_000],
        ['2024-01-10', 0],
        ['2024-01-12', 26_000],
        ['2024-01-14', 0],
      ],
      null,
    ],
    [
      'taken up later in the year',
      [
        ['2023-06-01', 25_000],
        ['2024-01-15', 0],
        ['2024-05-01', 25_000],
      ],
      [25_000, 25_000],
    ],
  ])('%s', (_, balances, expected) => {
    expect(listed(balances)).toEqual(expected);
  });

  it('a payment in the next January does not hide what was owed in this year', () => {
    expect(
      listed([
        ['2020-06-01', 80_000],
        ['2025-01-10', 0],
      ]),
    ).toEqual([80_000, 80_000]);
  });

  it('a period over two years has two reference dates', () => {
    const period = { from: plainDate('2024-01-01'), until: plainDate('2025-10-08') };
    const paid = (balances: Balances): number =>
      listedDebts([aDebt(balances)], period, LATER).length;
    expect(
      paid([
        ['2025-01-01', 30_000],
        ['2025-01-15', 0],
      ]),
    ).toBe(0);
    expect(
      paid([
        ['2025-01-01', 30_000],
        ['2025-01-16', 0],
      ]),
    ).toBe(1);
    expect(
      paid([
        ['2024-12-31', 30_000],
        ['2025-01-15', 0],
      ]),
    ).toBe(1);
  });

  it('a period that starts after 1 January has no reference date in that year', () => {
    const period = { from: plainDate('2024-01-02'), until: plainDate('2024-12-31') };
    const debt = aDebt([
      ['2023-06-01', 25_000],
      ['2024-01-10', 0],
    ]);
    expect(listedDebts([debt], period, LATER)).toHaveLength(1);
  });

  it('before 2023 nobody knows of such days, so nothing is left out', () => {
    const period = { from: plainDate('2022-01-01'), until: plainDate('2022-12-31') };
    expect(
      listedDebts(
        [
          aDebt([
            ['2021-06-01', 25_000],
            ['2022-01-10', 0],
          ]),
        ],
        period,
        LATER,
      ),
    ).toHaveLength(1);
  });
});

describe('whatever is owed', () => {
  const BALANCES = fc
    .array(
      fc.record({ after: fc.integer({ min: 1, max: 90 }), owed: fc.nat({ max: 4_000_000 }) }),
      {
        maxLength: 8,
      },
    )
    .map((changes) => {
      let day = plainDate('2023-12-01');
      return changes.map(({ after, owed }) => {
        day = addDays(day, after);
        return { on: day, balance: euroCents(owed) };
      });
    });

  it('the list says no more than was owed on some day, and never less than at the end', () => {
    fc.assert(
      fc.property(BALANCES, (balances) => {
        for (const { highest, atEnd } of listedDebts([aDebt([], { balances })], YEAR, LATER)) {
          expect(highest).toBeGreaterThanOrEqual(25_000_00);
          expect(highest).toBeGreaterThanOrEqual(atEnd);
          expect(balances.map(({ balance }) => balance)).toContain(highest);
        }
      }),
    );
  });

  it('owing more on a day never takes a debt off the list', () => {
    fc.assert(
      fc.property(BALANCES, (balances) => {
        const before = listedDebts([aDebt([], { balances })], YEAR, LATER);
        const more = balances.map(({ on, balance }) => ({
          on,
          balance: balance === 0 ? balance : euroCents(balance + cents(1)),
        }));
        expect(
          listedDebts([aDebt([], { balances: more })], YEAR, LATER).length,
        ).toBeGreaterThanOrEqual(before.length);
      }),
    );
  });
});

import { type Debt } from '../facts/debt';
import { plainDate } from '../kernel/plain-date';
import { cents, LATER, PARTY } from '../testing/a-donor-year';
import { judgeDebtParticulars } from './debt-registration';

/** A debt without any particulars, with balances as [day, euros]. */
function debt(balances: readonly (readonly [string, number])[], over: Partial<Debt> = {}): Debt {
  return {
    ref: 'debt-1',
    debtor: PARTY,
    creditor: 'Voorbeeldbank',
    particulars: { name: false, address: false },
    underAdministrativeLaw: false,
    balances: balances.map(([on, euros]) => ({ on: plainDate(on), balance: cents(euros) })),
    ...over,
  };
}

function count(one: Debt, on: string = LATER): number {
  return judgeDebtParticulars(one, plainDate(on)).length;
}

describe('Wfpp art. 21 lid 3: the particulars of a debt', () => {
  it.each([
    [24_999.99, 0],
    [25_000, 1],
    [25_000.01, 1],
  ])('a debt of %d: %i', (euros, expected) => {
    expect(count(debt([['2025-03-03', euros]]))).toBe(expected);
  });

  it('holds who, how much since when, and what is missing', () => {
    const one = debt([
      ['2025-03-03', 10_000],
      ['2025-04-04', 30_000],
      ['2025-05-05', 40_000],
    ]);
    expect(judgeDebtParticulars(one, LATER)).toEqual([
      {
        rule: 'WFPP-21-3',
        basis: { law: 'Wfpp', article: '21', paragraph: '3' },
        severity: 'finding',
        outcome: 'particulars_missing',
        key: 'WFPP-21-3:debt-1',
        recipient: PARTY,
        contributions: [],
        amounts: [
          { label: 'total', amount: 3_000_000 },
          { label: 'threshold', amount: 2_500_000 },
        ],
        parameters: [
          {
            key: 'debt',
            value: 2_500_000,
            unit: 'cents',
            source: 'Wfpp art. 1 onder l',
            inForceFrom: '2023-01-01',
          },
        ],
        missing: ['name', 'address'],
        since: '2025-04-04',
        remedy: null,
        documents: [
          { kind: 'debt', ref: 'debt-1', version: null, amount: 3_000_000, on: '2025-04-04' },
        ],
      },
    ]);
  });

  it.each([
    [true, true, []],
    [false, true, ['name']],
    [true, false, ['address']],
  ])('name known: %s, address known: %s', (name, address, missing) => {
    const one = debt([['2025-03-03', 25_000]], { particulars: { name, address } });
    const found = judgeDebtParticulars(one, LATER);
    expect(found.map((finding) => finding.missing)).toEqual(missing.length === 0 ? [] : [missing]);
  });

  it('Awb art. 4:85: a debt under administrative law is none', () => {
    expect(count(debt([['2025-03-03', 25_000]], { underAdministrativeLaw: true }))).toBe(0);
  });

  it('counts from the day on which it reached the limit, also when it was repaid in the year', () => {
    const one = debt([
      ['2025-03-03', 25_000],
      ['2025-06-06', 0],
    ]);
    expect(count(one, '2025-03-02')).toBe(0);
    expect(count(one, '2025-03-03')).toBe(1);
    expect(count(one)).toBe(1);
    expect(count(debt([]))).toBe(0);
  });

  it('T25: 25 000 on 1 January, paid on the 15th is out, on the 16th in', () => {
    const paidOn = (day: string, reached = '2024-12-15'): Debt =>
      debt([
        [reached, 25_000],
        [day, 0],
      ]);
    expect(count(paidOn('2025-01-15'))).toBe(0);
    expect(count(paidOn('2025-01-16'))).toBe(1);
    expect(count(paidOn('2025-01-15'), '2025-01-14')).toBe(1);
    expect(count(paidOn('2025-01-15', '2025-01-01'))).toBe(0);
    expect(count(paidOn('2025-01-15', '2025-01-02'))).toBe(1);
    expect(count(paidOn('2025-01-15', '2024-01-02'))).toBe(0);
    expect(count(paidOn('2025-01-15', '2024-01-01'))).toBe(1);
  });

  it('T25: paid in steps is paid on the day of the last', () => {
    const steps = (last: string): Debt =>
      debt([
        ['2024-12-15', 25_000],
        ['2025-01-05', 10_000],
        [last, 0],
      ]);
    expect(count(steps('2025-01-15'))).toBe(0);
    expect(count(steps('2025-01-16'))).toBe(1);
  });

  it('T25: paid in part is not paid', () => {
    const one = debt([
      ['2024-12-15', 25_000],
      ['2025-01-10', 0.01],
    ]);
    expect(count(one)).toBe(1);
  });

  it('before the Act, and where the days of grace are not known, nobody can tell (D19)', () => {
    const old = debt([['2013-04-30', 25_000]]);
    expect(judgeDebtParticulars(old, LATER)).toMatchObject([
      {
        severity: 'undecided',
        key: 'UNDECIDED:WFPP-21-3:debt-1',
        missing: ['parameter:debt'],
        since: '2013-04-30',
      },
    ]);
    const paid = debt([
      ['2021-12-15', 25_000],
      ['2022-01-10', 0],
    ]);
    expect(judgeDebtParticulars(paid, LATER)).toMatchObject([
      {
        severity: 'undecided',
        missing: ['parameter:debt.paid_grace_days'],
        since: '2021-12-15',
      },
    ]);
    expect(judgeDebtParticulars(debt([['2021-12-15', 25_000]]), LATER)).toMatchObject([
      { severity: 'finding' },
    ]);
  });
});

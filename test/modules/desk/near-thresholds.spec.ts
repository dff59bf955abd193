import fc from 'fast-check';
import { euro, euroCents } from '../../../src/legal/kernel/euro-cents';
import {
  type DonorThreshold,
  type DonorTotals,
  nearThresholds,
} from '../../../src/modules/desk/application/near-thresholds';

const DISCLOSURE: DonorThreshold = {
  code: 'disclosure',
  amount: euro(1_000),
  operator: '>=',
  per: 'recipient',
};
const NOTICE: DonorThreshold = { ...DISCLOSURE, code: 'notice', amount: euro(10_000) };
const CAP: DonorThreshold = { code: 'cap', amount: euro(100_000), operator: '>', per: 'group' };
const ALL = [DISCLOSURE, NOTICE, CAP];

/** One donor of one recipient. */
const donor = (cents: number, donorId = 'a'): DonorTotals => ({
  donorId,
  total: euroCents(cents),
  recipients: [{ recipientId: 'party', total: euroCents(cents) }],
});

const codes = (cents: number): readonly string[] =>
  nearThresholds([donor(cents)], ALL).map(({ code }) => code);

describe('Donors near a threshold', () => {
  it.each([
    ['three quarters of it is near', 75_000, ['disclosure']],
    ['a cent less is not', 74_999, []],
    ['one cent below "of meer" is near', 99_999, ['disclosure']],
    ['"of meer" itself is reached, and near no longer', 100_000, []],
    ['the notice from EUR 7,500 on', 750_000, ['notice']],
    ['one cent below the notice', 999_999, ['notice']],
    ['the notice itself is reached', 1_000_000, []],
    ['the cap itself may be kept, so it is still near', 10_000_000, ['cap']],
    ['one cent over the cap is past it', 10_000_001, []],
  ])('%s', (_case, cents, expected) => {
    expect(codes(cents)).toEqual(expected);
  });

  it.each([
    [DISCLOSURE, 90_000, 9_999],
    [DISCLOSURE, 99_999, 0],
    [CAP, 9_000_000, 1_000_000],
    [CAP, 10_000_000, 0],
  ])('says what can still be received without reaching it', (threshold, cents, left) => {
    expect(nearThresholds([donor(cents)], [threshold])[0]?.left).toBe(left);
  });

  it('counts a recipient by itself for the notice and the whole group for the cap', () => {
    const split: DonorTotals = {
      donorId: 'a',
      total: euro(90_000),
      recipients: [
        { recipientId: 'party', total: euro(8_000) },
        { recipientId: 'institute', total: euro(82_000) },
      ],
    };
    expect(
      nearThresholds([split], ALL).map(({ code, recipientId }) => [code, recipientId]),
    ).toEqual([
      ['cap', null],
      ['notice', 'party'],
    ]);
  });

  it('the nearest stands first, in shares of the threshold', () => {
    const near = nearThresholds([donor(80_000, 'far'), donor(990_000, 'close')], ALL);
    expect(near.map(({ donorId }) => donorId)).toEqual(['close', 'far']);
  });

  it('whatever a donor gave: one more gift of what is left reaches nothing, a cent more does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (cents) => {
        for (const { code, left } of nearThresholds([donor(cents)], ALL)) {
          expect(codes(cents + left)).toContain(code);
          expect(codes(cents + left + 1)).not.toContain(code);
        }
      }),
    );
  });
});

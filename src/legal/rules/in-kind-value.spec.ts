import { euro, euroCents } from '../kernel/euro-cents';
import { inKindValue } from './in-kind-value';

describe('Wfpp art. 22: a contribution in kind is the market value less what was paid', () => {
  it.each([
    ['T10: a room worth 400 for 100 is a contribution of 300', euro(400), euro(100), euro(300)],
    ['T10: the same room for nothing is one of 400', euro(400), euro(0), euro(400)],
    [
      'T9: forty hours worth 110 for 60 each are one of 2 000',
      euro(4_400),
      euro(2_400),
      euro(2_000),
    ],
    [
      'one cent below the market value is one of a cent',
      euro(400),
      euroCents(39_999),
      euroCents(1),
    ],
    ['at the market value nothing was given', euro(400), euro(400), euro(0)],
    ['above the market value nothing was given', euro(400), euro(401), euro(0)],
  ])('%s', (_, market, paid, value) => {
    expect(inKindValue(market, paid)).toBe(value);
  });
});

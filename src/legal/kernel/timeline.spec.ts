import { plainDate } from './plain-date';
import { inForceOn, timeline } from './timeline';

const limits = () =>
  timeline<number | null>(
    ['2013-05-01', null, 'no limit', 'unverified'],
    ['2023-01-01', 250, 'the Act'],
    ['2030-07-01', 300, 'a later Act'],
  );

describe('a dated value', () => {
  it('is unknown the day before the first date', () => {
    expect(inForceOn(limits(), plainDate('2013-04-30'))).toBe('unknown');
    expect(inForceOn([], plainDate('2025-01-01'))).toBe('unknown');
  });

  it('holds from its first day up to and including the day before the next', () => {
    const none = {
      from: '2013-05-01',
      value: null,
      source: 'no limit',
      status: 'unverified',
      until: '2022-12-31',
    };
    expect(inForceOn(limits(), plainDate('2013-05-01'))).toEqual(none);
    expect(inForceOn(limits(), plainDate('2022-12-31'))).toEqual(none);
  });

  it('changes on the day of change and carries its own source', () => {
    const act = {
      from: '2023-01-01',
      value: 250,
      source: 'the Act',
      status: 'verified',
      until: '2030-06-30',
    };
    expect(inForceOn(limits(), plainDate('2023-01-01'))).toEqual(act);
    expect(inForceOn(limits(), plainDate('2030-06-30'))).toEqual(act);
  });

  it('the last value has no last day', () => {
    const last = inForceOn(limits(), plainDate('2199-12-31'));
    expect(last).toMatchObject({ value: 300, until: null });
  });

  it.each([['2022-12-31'], ['2023-01-01']])(
    'data whose days do not rise are refused: %s after 2023-01-01',
    (second) => {
      expect(() => timeline(['2023-01-01', 1, 'a'], [second, 2, 'b'])).toThrow(
        `"${second}" does not come after "2023-01-01" in the timeline`,
      );
    },
  );
});

import { addDays, plainDate, type PlainDate } from '../kernel/plain-date';
import { type DueDates, substantialGiftTerm } from './substantial-gift-term';
import { isWorkingDay, restReason } from './working-days';

describe('Wfpp art. 25a lid 2: every day from 2023 to 2045', () => {
  let dues: readonly DueDates[] = [];

  beforeAll(() => {
    const days: PlainDate[] = [];
    for (let day = plainDate('2023-01-01'); day <= '2045-12-31'; day = addDays(day, 1)) {
      days.push(day);
    }
    dues = days.map((day) => substantialGiftTerm(day));
  });

  const daysWhere = (isBroken: (due: DueDates, index: number) => boolean): readonly PlainDate[] => {
    expect(dues).toHaveLength(8401);
    return dues.filter(isBroken).map(({ receivedOn }) => receivedOn);
  };

  it('no term of either reading ends on a Saturday, Sunday or holiday', () => {
    const broken = daysWhere(
      ({ enforced, statutory }) =>
        restReason(enforced.lastDay) !== null || restReason(statutory.lastDay) !== null,
    );
    expect(broken).toEqual([]);
  });

  it('neither reading moves backwards as the day of receipt moves forward', () => {
    const backwards = daysWhere(({ enforced, statutory }, index) => {
      const before = dues[index - 1];
      if (before === undefined) return false;
      return (
        enforced.lastDay < before.enforced.lastDay || statutory.lastDay < before.statutory.lastDay
      );
    });
    expect(backwards).toEqual([]);
  });

  it('three working days never end before the statutory day', () => {
    const earlier = daysWhere(({ enforced, statutory }) => enforced.lastDay < statutory.lastDay);
    expect(earlier).toEqual([]);
  });

  it('exactly three working days are counted, and the last of them is the last day', () => {
    const broken = daysWhere(({ enforced: { days, lastDay } }) => {
      const counted = days.filter((day) => day.counted);
      return (
        counted.map(({ ordinal }) => ordinal).join() !== '1,2,3' ||
        counted.at(-1)?.date !== lastDay ||
        days.at(-1)?.date !== lastDay ||
        counted.some(({ date }) => !isWorkingDay(date))
      );
    });
    expect(broken).toEqual([]);
  });

  it('the statutory term always holds its three days and two working days (Atw art. 2)', () => {
    const broken = daysWhere(({ receivedOn, statutory: { days, lastDay, naiveLastDay } }) => {
      const working = days.filter(({ date }) => date > receivedOn && isWorkingDay(date));
      const counted = days.filter((day) => day.counted);
      return (
        working.length < 2 ||
        counted.map(({ ordinal }) => ordinal).join() !== '1,2,3' ||
        counted.at(-1)?.date !== naiveLastDay ||
        days.at(-1)?.date !== lastDay
      );
    });
    expect(broken).toEqual([]);
  });
});

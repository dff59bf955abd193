import { plainDate } from '../../../src/legal/kernel/plain-date';
import {
  calendarChanges,
  type CalendarEntry,
  type CalendarFact,
} from '../../../src/modules/desk/application/calendar-entries';

const fact = (day: string): CalendarFact => ({
  kind: 'notice',
  day: plainDate(day),
  statutoryDay: null,
  path: '/meldingen',
  filing: null,
  term: null,
  article: 'Wfpp art. 25a',
});
const entry = (changes: Partial<CalendarEntry> = {}): CalendarEntry => ({
  key: 'a',
  sequence: 3,
  content: fact('2025-10-28'),
  cancelledAt: null,
  ...changes,
});

describe('What calendars are told anew (RFC 5545, 3.8.7.4)', () => {
  it('what is new begins at 0', () => {
    expect(calendarChanges([], new Map([['a', fact('2025-10-28')]]))).toEqual([
      { key: 'a', sequence: 0, content: fact('2025-10-28'), cancelled: false },
    ]);
  });

  it('what is the same is not told again', () => {
    expect(calendarChanges([entry()], new Map([['a', fact('2025-10-28')]]))).toEqual([]);
  });

  it('a day that moves counts one up', () => {
    expect(calendarChanges([entry()], new Map([['a', fact('2025-10-29')]]))).toEqual([
      { key: 'a', sequence: 4, content: fact('2025-10-29'), cancelled: false },
    ]);
  });

  it('what is gone is cancelled, once', () => {
    const [gone] = calendarChanges([entry()], new Map());
    expect(gone).toMatchObject({ sequence: 4, cancelled: true, content: fact('2025-10-28') });
    const told = entry({ sequence: 4, cancelledAt: '2025-10-28T12:00:00Z' });
    expect(calendarChanges([told], new Map())).toEqual([]);
  });

  it('what comes back stands again, one step further', () => {
    const told = entry({ sequence: 4, cancelledAt: '2025-10-28T12:00:00Z' });
    expect(calendarChanges([told], new Map([['a', fact('2025-10-28')]]))).toMatchObject([
      { sequence: 5, cancelled: false },
    ]);
  });
});

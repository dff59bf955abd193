import { plainDate } from '../../src/legal/kernel/plain-date';
import { EURO, Patterns, series, together } from './planted';
import { type World } from './world';

/** Vehicles, spread, returns, accounts, decisions and how parties file. */
export const OTHERS = new Patterns();

/** A foundation that gave 10,000 in 2025 and named its own givers: [name, euros]. */
function fed(world: World, givers: readonly (readonly [string, number])[], euros = 10_000): void {
  const party = world.party('Polderpartij', 'Instituut van de Polder');
  const named = givers.map(([name, given]) => ({ name, amount: given * EURO }));
  const lookThrough = [{ partyId: party, year: 2025, givers: named }] as never;
  const donor = world.donor({ kind: 'foundation', name: 'Stichting Door', lookThrough });
  world.gift(donor, party, euros * EURO, '2025-05-01');
}
OTHERS.both(
  'funded_before_giving',
  {
    'one giver gave it 80 percent': (w) => fed(w, [['G. Ever', 8_000]]),
    'two gave it all': (w) =>
      fed(w, [
        ['G. Ever', 5_000],
        ['H. Ever', 5_000],
      ]),
  },
  {
    'a cent less than 80 percent': (w) => fed(w, [['G. Ever', 7_999.99]]),
    'three gave it a third each': (w) =>
      fed(w, [
        ['G', 3_333],
        ['H', 3_333],
        ['I', 3_334],
      ]),
    'it gave 4,999.99': (w) => fed(w, [['G. Ever', 10_000]], 4_999.99),
  },
);
OTHERS.both(
  'used_once',
  {
    'a company gave 50,000.00 once, 180 days ago': (w) =>
      series(w, [[50_000, '2025-09-03']], 'legal_person'),
  },
  {
    '49,999.99': (w) => series(w, [[49_999.99, '2025-09-03']], 'legal_person'),
    '179 days ago': (w) => series(w, [[50_000, '2025-09-04']], 'legal_person'),
    'it gave before': (w) =>
      series(
        w,
        [
          [50, '2023-01-01'],
          [50_000, '2025-09-03'],
        ],
        'legal_person',
      ),
    'a person': (w) => series(w, [[50_000, '2025-09-03']]),
  },
);
OTHERS.both(
  'look_through_missing',
  {
    'a foundation gave 1,000.01 (law.md 12, T22)': (w) =>
      series(w, [[1_000.01, '2025-05-01']], 'foundation'),
  },
  {
    '1,000.00': (w) => series(w, [[1_000, '2025-05-01']], 'foundation'),
    'a company': (w) => series(w, [[5_000, '2025-05-01']], 'legal_person'),
    'it stated that nobody gave more': (w) => fed(w, []),
    '29 days ago': (w) => series(w, [[5_000, '2026-02-01']], 'foundation'),
  },
);
OTHERS.both(
  'several_parties',
  {
    '1,000.00 to each of two': (w) => {
      const donor = w.donor();
      for (const name of ['X', 'Y']) w.gift(donor, w.party(name), 100_000, '2025-03-01');
    },
  },
  {
    'one of them 999.99': (w) => {
      const donor = w.donor();
      w.gift(donor, w.party('X'), 100_000, '2025-03-01');
      w.gift(donor, w.party('Y'), 99_999, '2025-03-01');
    },
    'in two years': (w) => {
      const donor = w.donor();
      w.gift(donor, w.party('X'), 100_000, '2024-12-31');
      w.gift(donor, w.party('Y'), 100_000, '2025-01-01');
    },
  },
);
OTHERS.both(
  'group_total',
  {
    '6,000 to the party and 6,000 to an affiliate (law.md 12, T17)': (w) =>
      series(w, [
        [6_000, '2025-01-10'],
        [6_000, '2025-11-10', 'institute'],
      ]),
    'together exactly 10,000.00': (w) =>
      series(w, [
        [5_000, '2025-01-10'],
        [5_000, '2025-11-10', 'institute'],
      ]),
  },
  {
    'together 9,999.99': (w) =>
      series(w, [
        [5_000, '2025-01-10'],
        [4_999.99, '2025-11-10', 'institute'],
      ]),
    'one recipient reaches it: that has its own notice': (w) =>
      series(w, [
        [10_000, '2025-01-10'],
        [6_000, '2025-11-10', 'institute'],
      ]),
  },
);

function returned(world: World, back: number, again: number, day: string): void {
  const party = world.party('P');
  const donor = world.donor();
  world.gift(donor, party, 500_000, '2025-03-01', { returned: back });
  world.gift(donor, party, again, day);
}
OTHERS.both(
  'round_trip',
  {
    'given back and given again on the 90th day': (w) =>
      returned(w, 500_000, 450_000, '2025-05-30'),
    'an affiliate fed the foundation that gave to the party': (w) =>
      fed(w, [['Instituut van de Polder', 2_000]]),
  },
  {
    'on the 91st day': (w) => returned(w, 500_000, 500_000, '2025-05-31'),
    'more than ten percent apart': (w) => returned(w, 500_000, 449_999, '2025-04-01'),
    'less than 1,000.00 went back': (w) => returned(w, 99_999, 99_999, '2025-04-01'),
    'somebody else fed it': (w) => fed(w, [['Instituut van Elders', 2_000]]),
  },
);
const PAID = { accounts: ['NL01TEST0123456789'] };
OTHERS.both(
  'same_account',
  {
    'two names, together 1,000.00': (w) =>
      together(
        w,
        [
          { ...PAID, name: 'A. Jansen' },
          { ...PAID, name: 'B. Smit' },
        ],
        [
          [500, '2025-03-01'],
          [500, '2025-03-02'],
        ],
      ),
  },
  {
    'together 999.99': (w) =>
      together(
        w,
        [
          { ...PAID, name: 'A. Jansen' },
          { ...PAID, name: 'B. Smit' },
        ],
        [
          [500, '2025-03-01'],
          [499.99, '2025-03-02'],
        ],
      ),
    'one surname': (w) =>
      together(
        w,
        [
          { ...PAID, name: 'A. Jansen' },
          { ...PAID, name: 'B. Jansen' },
        ],
        [
          [500, '2025-03-01'],
          [500, '2025-03-02'],
        ],
      ),
    'two who live together': (w) =>
      together(
        w,
        [
          { ...PAID, name: 'A. Jansen', address: 'Dorp 1' },
          { ...PAID, name: 'B. Smit', address: 'Dorp 1' },
        ],
        [
          [500, '2025-03-01'],
          [500, '2025-03-02'],
        ],
      ),
    'a double name': (w) =>
      together(
        w,
        [
          { ...PAID, name: 'A. Jansen' },
          { ...PAID, name: 'B. Jansen-Smit' },
        ],
        [
          [500, '2025-03-01'],
          [500, '2025-03-02'],
        ],
      ),
  },
);
const DECISION = { id: 'd', title: 'Vergunning', partyId: null, daysBefore: 30, daysAfter: 30 };
const on = (day: string) => ({ decisions: [{ ...DECISION, day: plainDate(day) }] });
OTHERS.both(
  'around_decision',
  {
    '25,000.00 from the 30th day before to the 30th after': (w) => {
      series(w, [
        [15_000, '2025-02-08'],
        [10_000, '2025-04-09'],
      ]);
      return on('2025-03-10');
    },
  },
  {
    '24,999.99': (w) => {
      series(w, [
        [15_000, '2025-03-01'],
        [9_999.99, '2025-03-20'],
      ]);
      return on('2025-03-10');
    },
    'on the 31st day before': (w) => {
      series(w, [
        [15_000, '2025-02-07'],
        [10_000, '2025-04-09'],
      ]);
      return on('2025-03-10');
    },
    'on the 31st day after': (w) => {
      series(w, [
        [15_000, '2025-02-08'],
        [10_000, '2025-04-10'],
      ]);
      return on('2025-03-10');
    },
    'to another party than the decision is about': (w) => {
      series(w, [[25_000, '2025-03-10']]);
      const decision = { ...DECISION, partyId: w.party('Q'), day: plainDate('2025-03-10') };
      return { decisions: [decision] };
    },
  },
);

/** Notices of one party: [received, last day, filed]. */
function notices(world: World, rows: readonly (readonly [string, string, string | null])[]): void {
  const party = world.party('P');
  for (const [day, lastDay, filedOn] of rows)
    world.gift(world.donor(), party, 1_000_000, day, { lastDay, filedOn });
}
const LATE = ['2025-05-01', '2025-05-07', '2025-05-08'] as const;
const IN_TIME = ['2025-05-01', '2025-05-07', '2025-05-07'] as const;
OTHERS.both(
  'late_often',
  {
    'three late of six': (w) => notices(w, [LATE, LATE, LATE, IN_TIME, IN_TIME, IN_TIME]),
    'three that never came': (w) =>
      notices(
        w,
        Array.from({ length: 3 }, () => ['2025-05-01', '2025-05-07', null] as const),
      ),
  },
  {
    'two late of two': (w) => notices(w, [LATE, LATE]),
    'three late of seven': (w) =>
      notices(w, [LATE, LATE, LATE, IN_TIME, IN_TIME, IN_TIME, IN_TIME]),
    'longer than a year ago': (w) =>
      notices(
        w,
        Array.from({ length: 3 }, () => ['2025-02-20', '2025-02-25', '2025-03-02'] as const),
      ),
  },
);
const RECEIVED = ['2025-03-20', '2025-04-01', '2025-04-10', '2025-04-20', '2025-05-04'];
function oneGo(world: World, received: readonly string[], filedOn: string): void {
  notices(
    world,
    received.map((day) => [day, '2025-06-01', filedOn] as const),
  );
}
OTHERS.both(
  'filed_in_one_go',
  {
    'five of 45 days, filed 14 days before 30 June': (w) => oneGo(w, RECEIVED, '2025-06-16'),
  },
  {
    four: (w) => oneGo(w, RECEIVED.slice(1), '2025-06-16'),
    '15 days before': (w) => oneGo(w, RECEIVED, '2025-06-15'),
    'of 44 days': (w) => oneGo(w, [...RECEIVED.slice(0, 4), '2025-05-03'], '2025-06-16'),
    'after the term': (w) => oneGo(w, RECEIVED, '2025-07-01'),
  },
);

/** Two years with this much a month, then one month with this much. */
function months(world: World, usual: number, last: number): void {
  const party = world.party('P');
  const donor = world.donor({ kind: 'estate' });
  for (let at = 0; at < 24; at += 1) {
    const month = `${String(2023 + Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`;
    world.gift(donor, party, usual * EURO, `${month}-03`);
  }
  world.gift(donor, party, Math.round(last * EURO), '2025-02-03');
  world.gift(donor, party, usual * EURO, '2025-01-03');
}
OTHERS.both(
  'sudden_change',
  {
    '100,000.00 where 10,000 is usual': (w) => months(w, 10_000, 100_000),
  },
  {
    '99,999.99': (w) => months(w, 10_000, 99_999.99),
    'eight deviations, which is a tenth of the usual here': (w) => months(w, 60_000, 108_000),
    'in the months before an election': (w) => {
      months(w, 10_000, 100_000);
      return { pollingDays: [plainDate('2025-04-29')] };
    },
  },
);

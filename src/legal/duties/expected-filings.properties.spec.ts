import * as fc from 'fast-check';
import { type Election } from '../facts/election';
import { type Group, type GroupStatus, type StatusPeriod } from '../facts/group';
import { addDays, plainDate, yearOf, type PlainDate } from '../kernel/plain-date';
import { aGroup } from '../testing/a-donor-year';
import { anElection } from '../testing/an-election';
import { expectedFilings } from './expected-filings';
import { judgeFiling } from './judge-filing';

const FIRST = plainDate('2013-05-01');
const ALL = { from: FIRST, until: plainDate('2035-12-31') };
const DAY = fc.integer({ min: 0, max: 7_000 }).map((days) => addDays(FIRST, days));
const STATUS = fc.constantFrom<GroupStatus>(
  'political_party',
  'new_association',
  'blank_list',
  'split_off',
);

/** Status after status, each on the day after the one before, with a gap now and then. */
const STATUSES: fc.Arbitrary<readonly StatusPeriod[]> = fc
  .array(
    fc.record({ status: STATUS, length: fc.integer({ min: 1, max: 1_500 }), gap: fc.nat(90) }),
    {
      maxLength: 4,
    },
  )
  .map((periods) => {
    let from = FIRST;
    return periods.map(({ status, length, gap }) => {
      const period = { status, from, until: addDays(from, length - 1) };
      from = addDays(from, length + gap);
      return period;
    });
  });
const GROUP: fc.Arbitrary<Group> = STATUSES.map((statuses) => aGroup({ statuses }));
const ELECTION: fc.Arbitrary<Election> = DAY.map((pollingDay) =>
  anElection({ pollingDay, nominationDay: addDays(pollingDay, -44) }),
);

/** The law said in another way: what binds the group on a day. */
function binds(group: Group, day: PlainDate): GroupStatus | undefined {
  return group.statuses.find(({ status, from, until }) => {
    const inPeriod = from <= day && (until === null || day <= until);
    return inPeriod && !(status === 'split_off' && yearOf(day) === yearOf(from));
  })?.status;
}

describe('expected filings, for any statuses and any polling day', () => {
  it('nothing is expected of who has no status', () => {
    fc.assert(
      fc.property(GROUP, ELECTION, (group, election) => {
        for (const filing of expectedFilings(group, [election], ALL)) {
          const { period, election: about, kind, opensOn } = filing;
          const status = about === null ? undefined : binds(group, opensOn);
          if (about !== null) expect(status).toBeDefined();
          if (kind === 'post_election_overview')
            expect(['political_party', 'split_off']).toContain(status);
          if (kind === 'blank_list_overview') expect(status).toBe('blank_list');
          if (about === null)
            expect(
              daysIn(period).some((day) =>
                ['political_party', 'split_off'].includes(binds(group, day) ?? ''),
              ),
            ).toBe(true);
        }
      }),
    );
  });

  it('whoever has a seat on polling day files after it, and about every year with such a day', () => {
    fc.assert(
      fc.property(GROUP, DAY, (group, day) => {
        const status = binds(group, day);
        const seated = status === 'political_party' || status === 'split_off';
        const election = anElection({ pollingDay: day });
        const found = expectedFilings(group, [election], ALL);
        const after = found.filter(({ kind }) => kind === 'post_election_overview');
        expect(after.length > 0).toBe(seated && day >= '2023-01-01');
        const years = found.filter(({ kind }) => kind === 'annual_report').map(({ year }) => year);
        if (seated && yearOf(day) < 2035) expect(years).toContain(yearOf(day));
      }),
    );
  });

  it('an election that moves keeps the keys of its filings while the status is the same', () => {
    const status = fc.constantFrom<GroupStatus>('political_party', 'new_association', 'blank_list');
    const since2023 = fc.integer({ min: 3_600, max: 7_000 }).map((days) => addDays(FIRST, days));
    fc.assert(
      fc.property(status, since2023, since2023, (one, day, moved) => {
        const group = aGroup({ statuses: [{ status: one, from: FIRST, until: null }] });
        const keysFor = (pollingDay: PlainDate): readonly string[] =>
          expectedFilings(group, [anElection({ pollingDay })], ALL)
            .filter(({ election }) => election !== null)
            .map(({ key }) => key);
        expect(keysFor(moved)).toEqual(keysFor(day));
        expect(keysFor(day).length).toBeGreaterThan(0);
      }),
    );
  });

  it('each key once, in order of the last day, and asked day by day the same filings', () => {
    fc.assert(
      fc.property(GROUP, ELECTION, DAY, fc.nat(400), (group, election, from, length) => {
        const until = addDays(from, length);
        const found = expectedFilings(group, [election], { from, until });
        const keys = found.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const lastDays = found.map(({ lastDay }) => lastDay);
        expect(lastDays).toEqual(lastDays.toSorted());
        const ordinary = expectedFilings(group, [election], ALL).filter(
          ({ kind, opensOn, lastDay }) =>
            kind !== 'gift_regulation' && opensOn <= until && lastDay >= from,
        );
        expect(found.filter(({ kind }) => kind !== 'gift_regulation')).toEqual(ordinary);
      }),
    );
  });

  it('the window opens when the period is over, and the last day is judged by nobody', () => {
    fc.assert(
      fc.property(GROUP, ELECTION, (group, election) => {
        for (const filing of expectedFilings(group, [election], ALL)) {
          expect(filing.opensOn >= filing.period.until).toBe(true);
          expect(filing.lastDay >= filing.opensOn).toBe(true);
          expect(judgeFiling(filing, null, filing.lastDay)).toEqual([]);
          const [late, ...others] = judgeFiling(filing, null, addDays(filing.lastDay, 1));
          expect(late?.key).toBe(`filing:${filing.key}`);
          expect(others).toEqual([]);
        }
      }),
    );
  });
});

function daysIn({
  from,
  until,
}: {
  readonly from: PlainDate;
  readonly until: PlainDate;
}): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

import { type Contribution, type Settlement } from '../facts/contribution';
import { type Filing } from '../facts/filing';
import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { type Finding } from '../rules/finding';
import { aContribution, aSettlement, cents } from '../testing/a-donor-year';
import { aContent, aFiling, aLine, aListedGift } from '../testing/a-filing';
import { aNotice, booked, sources, stated } from '../testing/sources';
import { reconcile } from './reconcile';
import { type ReconciliationSources } from './sources';

const GIFT = aContribution(5_000, '2024-05-06', { ref: 'c-1' });

function worth(euros: number): Contribution {
  return { ...GIFT, amount: cents(euros) };
}

function found(over: Partial<ReconciliationSources>): readonly Finding[] {
  return reconcile(sources(over));
}

function outcomes(over: Partial<ReconciliationSources>): readonly string[] {
  return found(over).map(({ outcome }) => outcome);
}

function filing(day: string, expected: string, euros: number | null, returned = 0): Filing {
  const gifts = euros === null ? [] : [aListedGift([aLine(worth(euros), returned)])];
  const kind = expected.startsWith('annual') ? 'annual_report' : 'pre_election_overview';
  return aFiling(aContent({ gifts, kind }), { ref: expected, expected, filedOn: plainDate(day) });
}

/** The overview of an election is filed before the annual one. */
const early = (euros: number | null, returned = 0): Filing =>
  filing('2024-11-01', 'election', euros, returned);
const late = (euros: number | null, returned = 0): Filing =>
  filing('2025-06-01', 'annual', euros, returned);

describe('the amount of a gift differs between two sources', () => {
  it('shows both, and how far they are apart', () => {
    expect(found({ filings: [early(5_000), late(4_000.5)] })).toMatchObject([
      {
        outcome: 'amount_differs',
        key: 'differ:amount_differs:annual:election:c-1',
        since: '2025-06-01',
        basis: { article: '28' },
        documents: [
          { kind: 'filing', ref: 'annual', amount: cents(4_000.5) },
          { kind: 'filing', ref: 'election', amount: euro(5_000) },
        ],
        amounts: [
          { label: 'total_annual', amount: cents(4_000.5) },
          { label: 'total_election', amount: euro(5_000) },
          { label: 'excess', amount: cents(999.5) },
        ],
        contributions: [{ contribution: 'c-1' }],
      },
    ]);
    expect(outcomes({ filings: [early(5_000), late(5_000)] })).toEqual([]);
  });

  it('one cent is a difference', () => {
    expect(outcomes({ filings: [early(5_000), late(5_000.01)] })).toEqual(['amount_differs']);
  });

  it('a notice and an overview', () => {
    const notices = [aNotice([stated(worth(12_000))], '2024-05-08')];
    expect(found({ notices, filings: [late(11_000)] })).toMatchObject([
      {
        outcome: 'amount_differs',
        amounts: [{ label: 'total_annual' }, { label: 'total_notice' }, { amount: euro(1_000) }],
        basis: { article: '25a' },
      },
    ]);
  });

  it('explained when the ledger was corrected and the later source has it right', () => {
    const ledger = [booked(worth(4_000))];
    expect(outcomes({ ledger, filings: [early(5_000), late(4_000)] })).toEqual([]);
  });

  it('not explained when the later source has it wrong', () => {
    const ledger = [booked(worth(5_000))];
    expect(found({ ledger, filings: [early(5_000), late(4_000)] }).map(({ key }) => key)).toEqual([
      'differ:amount_differs:annual:election:c-1',
      'differ:amount_differs:annual:ledger:c-1',
    ]);
  });

  it('not explained when both were filed on one day', () => {
    const same = { ...late(4_000), filedOn: early(5_000).filedOn };
    const ledger = [booked(worth(4_000))];
    expect(found({ ledger, filings: [early(5_000), same] }).map(({ key }) => key)).toEqual([
      'differ:amount_differs:annual:election:c-1',
      'differ:amount_differs:election:ledger:c-1',
    ]);
  });

  it('the ledger was corrected and nothing was filed since', () => {
    const [one, ...others] = found({ ledger: [booked(worth(4_000))], filings: [late(5_000)] });
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      outcome: 'amount_differs',
      since: '2025-06-01',
      basis: { article: '25' },
      documents: [
        { kind: 'filing', amount: euro(5_000) },
        { kind: 'ledger', ref: 'c-1', version: null, amount: euro(4_000), on: null },
      ],
    });
  });

  it('two old sources differ, and a third that came later has it right', () => {
    const middle = filing('2024-12-01', 'election-2', 4_500);
    const filings = [early(5_000), middle, late(4_000)];
    expect(outcomes({ ledger: [booked(worth(4_000))], filings })).toEqual([]);
    const between = { ...late(4_000), filedOn: plainDate('2024-11-15') };
    expect(
      found({ ledger: [booked(worth(4_000))], filings: [early(5_000), middle, between] }).map(
        ({ key }) => key,
      ),
    ).toEqual([
      'differ:amount_differs:annual:election-2:c-1',
      'differ:amount_differs:election-2:ledger:c-1',
      'differ:amount_differs:election:election-2:c-1',
    ]);
  });
});

describe('an annulled gift', () => {
  const annulled = ['c-1'];

  it('is wanted by nobody any more', () => {
    expect(outcomes({ annulled, filings: [early(5_000), late(null)] })).toEqual([]);
    expect(outcomes({ filings: [early(5_000), late(null)] })).toEqual([
      'in_election_not_in_annual',
    ]);
  });

  it('still listed in the newest source: that has to be corrected', () => {
    expect(found({ annulled, filings: [late(5_000)] })).toMatchObject([
      {
        outcome: 'in_annual_not_in_ledger',
        basis: { article: '25' },
        since: '2025-06-01',
        documents: [
          { kind: 'filing', amount: euro(5_000) },
          { kind: 'ledger', amount: null },
        ],
        amounts: [{ label: 'total_annual', amount: euro(5_000) }],
        parameters: [],
      },
    ]);
    expect(outcomes({ annulled, filings: [early(5_000), late(5_000)] })).toEqual([
      'in_annual_not_in_ledger',
      'in_election_not_in_ledger',
    ]);
    expect(outcomes({ annulled, filings: [early(null), late(5_000)] })).toEqual([
      'in_annual_not_in_ledger',
    ]);
  });

  it('its amounts are not laid side by side', () => {
    expect(outcomes({ annulled, filings: [early(5_000), late(4_000)] })).not.toContain(
      'amount_differs',
    );
  });

  it('a later filing about something else does not tell it', () => {
    const content = { period: { from: plainDate('2025-01-01'), until: plainDate('2025-12-31') } };
    const next = aFiling(aContent(content), {
      expected: 'annual-2',
      filedOn: plainDate('2026-06-01'),
    });
    expect(outcomes({ annulled, filings: [late(5_000), next] })).toEqual([
      'in_annual_not_in_ledger',
    ]);
  });

  it('takes nothing with it in the total of the donor', () => {
    const other = aContribution(600, '2024-06-01', { ref: 'c-2' });
    const ledger = [booked(worth(600)), booked(other)];
    expect(outcomes({ ledger, filings: [late(null)] })).toHaveLength(2);
    expect(outcomes({ ledger, annulled, filings: [late(null)] })).toEqual([]);
  });

  it('in a notice, and in no later one', () => {
    const notices = [aNotice([stated(worth(12_000))], '2024-05-08')];
    expect(outcomes({ annulled, notices })).toEqual(['in_notice_not_in_ledger']);
    expect(outcomes({ annulled, notices, filings: [late(null)] })).toEqual([]);
  });
});

describe('what was corrected in the ledger decides what is wanted', () => {
  it('a gift that fell below the threshold, or moved out of the period', () => {
    expect(outcomes({ ledger: [booked(worth(999))], filings: [early(5_000), late(null)] })).toEqual(
      ['amount_differs'],
    );
    const moved = booked({ ...GIFT, receivedOn: plainDate('2025-01-02') });
    expect(outcomes({ ledger: [moved], filings: [early(5_000), late(null)] })).toEqual([]);
  });

  it('the newest statement counts where the ledger is not known', () => {
    const filings = [early(900), filing('2024-12-01', 'election-2', 1_000), late(null)];
    const missing = outcomes({ filings }).filter((outcome) => outcome.startsWith('in_'));
    expect(missing).toEqual(['in_election_not_in_annual', 'in_election_not_in_annual']);
    const lowered = [early(1_000), filing('2024-12-01', 'election-2', 900), late(null)];
    expect(outcomes({ filings: lowered })).toEqual(['amount_differs']);
  });

  it('the ledger goes before what was stated', () => {
    const ledger = [booked(worth(1_000))];
    const filings = [early(900), late(null)];
    expect(outcomes({ ledger, filings })).toContain('in_ledger_not_in_annual');
  });

  it('a notice was due or not by what is booked, with the day of each return', () => {
    const gift = worth(10_000);
    const back = (day: string): readonly Settlement[] => [aSettlement(gift, 1, day)];
    const outcome = (settlements: readonly Settlement[], returned: number): readonly string[] =>
      outcomes({ ledger: [booked(gift, settlements)], filings: [late(10_000, returned)] });
    expect(outcome(back('2024-05-06'), 1)).toEqual([]);
    expect(outcome(back('2024-05-07'), 1)).toEqual(['in_annual_not_in_notice']);
  });

  it('without the ledger a return may have come at once, so no notice is taken to be missing', () => {
    expect(outcomes({ filings: [late(10_000, 1)] })).toEqual([]);
    expect(outcomes({ filings: [late(10_000)] })).toEqual(['in_annual_not_in_notice']);
  });
});

describe('what was returned differs', () => {
  it('more can have gone back since, never less', () => {
    expect(outcomes({ filings: [early(5_000), late(5_000, 100)] })).toEqual([]);
    expect(found({ filings: [early(5_000, 100), late(5_000, 99)] })).toMatchObject([
      {
        outcome: 'returned_differs',
        amounts: [
          { label: 'total_annual', amount: euro(99) },
          { label: 'total_election', amount: euro(100) },
          { label: 'excess', amount: euro(1) },
        ],
      },
    ]);
    expect(outcomes({ filings: [early(5_000, 100), late(5_000, 100)] })).toEqual([]);
  });

  it('on one day both must say the same', () => {
    const same = { ...late(5_000, 100), filedOn: early(5_000).filedOn };
    expect(outcomes({ filings: [early(5_000, 100), same] })).toEqual([]);
    expect(outcomes({ filings: [early(5_000), same] })).toEqual(['returned_differs']);
    expect(outcomes({ filings: [early(5_000, 200), same] })).toEqual(['returned_differs']);
  });

  describe('against the ledger', () => {
    const back = (day: string): readonly ReturnType<typeof booked>[] => [
      booked(GIFT, [aSettlement(GIFT, 100, day)]),
    ];
    it.each([
      ['in the year, and stated', '2024-12-31', 100, []],
      ['in the year, and left out', '2024-12-31', 0, ['returned_differs']],
      ['after the year, before the filing: stated', '2025-06-01', 100, []],
      ['after the year, before the filing: not yet in the draft', '2025-01-01', 0, []],
      ['after the filing', '2025-06-02', 0, []],
      ['after the filing, and stated all the same', '2025-06-02', 100, ['returned_differs']],
    ])('%s', (_, day, returned, expected) => {
      expect(outcomes({ ledger: back(day), filings: [late(5_000, returned)] })).toEqual(expected);
    });

    it('a notice says what had gone back when it was filed', () => {
      const gift = worth(12_000);
      const ledger = [booked(gift, [aSettlement(gift, 100, '2024-05-07')])];
      const notice = (returned: number) => [aNotice([stated(gift, returned)], '2024-05-08')];
      expect(outcomes({ ledger, notices: notice(100) })).toEqual([]);
      expect(outcomes({ ledger, notices: notice(0) })).toEqual(['returned_differs']);
    });

    it('is explained by a later filing that has it right', () => {
      const wrong = early(5_000, 50);
      const ledger = back('2024-06-01');
      expect(outcomes({ ledger, filings: [wrong] })).toEqual(['returned_differs']);
      expect(outcomes({ ledger, filings: [wrong, late(5_000, 100)] })).toEqual([]);
    });

    it('a filing is laid beside the ledger and not once more beside another filing', () => {
      const ledger = back('2024-06-01');
      expect(outcomes({ ledger, filings: [early(5_000, 100), late(5_000, 50)] })).toEqual([
        'returned_differs',
      ]);
    });
  });
});

import { type OverviewContent } from '../facts/filing';
import { euro } from '../kernel/euro-cents';
import { type Finding } from '../rules/finding';
import { aContribution, CANDIDATE, PARTY } from '../testing/a-donor-year';
import { aContent, aFiling, aLine, aListedGift } from '../testing/a-filing';
import { aNotice, sources, stated } from '../testing/sources';
import { reconcile } from './reconcile';

const GIFT = aListedGift([aLine(aContribution(2_000, '2024-05-06'))]);
const DEBT = {
  debt: 'debt-1',
  creditor: 'Bank',
  address: null,
  residence: null,
  highest: euro(30_000),
  atEnd: euro(26_000),
};

function found(content: Partial<OverviewContent>): readonly Finding[] {
  return reconcile(sources({ filings: [aFiling(aContent(content))] }));
}

describe('a sum is the sum of its lines, to the cent', () => {
  it('nothing is found when every sum is right', () => {
    expect(found({ gifts: [GIFT], debts: [DEBT] })).toEqual([]);
  });

  it.each([
    ['gifts', 2_000],
    ['money', 2_000],
    ['inKind', 0],
    ['debtsAtEnd', 26_000],
  ] as const)('the sum under a list: %s', (part, computed) => {
    const { totals } = aContent({ gifts: [GIFT], debts: [DEBT] });
    const wrong = { ...totals, [part]: euro(computed + 125_000) };
    expect(found({ gifts: [GIFT], debts: [DEBT], totals: wrong })).toMatchObject([
      {
        rule: 'FILINGS-DIFFER',
        severity: 'finding',
        outcome: 'total_differs',
        key: `differ:total_differs:annual_report:2024:party-1:${part}`,
        basis: { article: '25', paragraph: '1', part: 'b' },
        recipient: PARTY,
        since: '2025-06-01',
        documents: [
          {
            kind: 'filing',
            ref: 'filing-1',
            version: 1,
            amount: euro(computed + 125_000),
            on: '2025-06-01',
          },
          { kind: 'filing', ref: 'filing-1', version: 1, amount: euro(computed), on: '2025-06-01' },
        ],
        amounts: [
          { label: 'total_stated', amount: euro(computed + 125_000) },
          { label: 'total_computed', amount: euro(computed) },
          { label: 'excess', amount: euro(125_000) },
        ],
      },
    ]);
  });

  it.each(['total', 'money', 'inKind'] as const)('the sum of one donor: %s', (part) => {
    const { totals } = aContent({ gifts: [GIFT] });
    const wrong = { ...GIFT, [part]: euro(1) };
    const keys = found({ gifts: [wrong], totals }).map(({ key }) => key);
    expect(keys).toContain(
      `differ:total_differs:annual_report:2024:party-1:donor-1:2024:party-1:${part}`,
    );
  });

  it('a wrong sum is about who received the gifts', () => {
    const lines = [aLine(aContribution(2_000, '2024-05-06', { recipient: CANDIDATE }))];
    const gift = aListedGift(lines, { total: euro(1) });
    expect(found({ gifts: [gift] })[0]?.recipient).toBe(CANDIDATE);
    expect(found({ gifts: [aListedGift([], { total: euro(1) })] })[0]?.recipient).toBe(PARTY);
  });

  it('of a notice', () => {
    const gifts = [stated(aContribution(12_000, '2026-12-31'), 500)];
    const right = aNotice(gifts, '2027-01-01');
    const notices = [{ ...right, total: euro(12_000) }];
    expect(reconcile(sources({ notices: [right] }))).toEqual([]);
    expect(reconcile(sources({ notices }))).toMatchObject([
      {
        outcome: 'total_differs',
        key: 'differ:total_differs:notice:donor-1:2026:party-1',
        basis: { article: '25a', paragraph: '2' },
        recipient: PARTY,
        since: '2027-01-01',
        documents: [
          { kind: 'notice', ref: right.ref, version: null, amount: euro(12_000), on: '2027-01-01' },
          { kind: 'notice', ref: right.ref, version: null, amount: euro(11_500), on: '2027-01-01' },
        ],
        amounts: [{ label: 'total_stated' }, { label: 'total_computed' }, { amount: euro(500) }],
      },
    ]);
  });
});

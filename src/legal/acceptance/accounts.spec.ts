import { substantialGiftTerm } from '../calendar/substantial-gift-term';
import { daysBetween, plainDate } from '../kernel/plain-date';
import { euro } from '../kernel/euro-cents';
import { completeness } from '../overviews/completeness';
import { differencesBetween } from '../overviews/differences';
import { ALL_NONE, draftOverview } from '../overviews/draft-overview';
import { listedDebts } from '../overviews/listed-debts';
import { memberAmounts } from '../overviews/member-amounts';
import { type OverviewFacts } from '../overviews/overview-facts';
import { reconcile } from '../reconciliation/reconcile';
import { judgeNotice } from '../rules/notice-timeliness';
import { judgeDonorYear } from '../rules/judge';
import { aCase, refusalOf, take } from '../testing/a-case';
import { aContribution, aDonorYear, YOUTH } from '../testing/a-donor-year';
import { aDebt, aDocument, aSignature, overviewFacts } from '../testing/a-filing';
import { draftOf } from '../testing/case-stages';
import { allIncluded, expectedOf, filed, judged } from '../testing/expected';
import { aNotice, sources, stated } from '../testing/sources';

const YEAR = { from: plainDate('2025-01-01'), until: plainDate('2025-12-31') };
const AFTER = plainDate('2026-06-01');
const REPORT = aDocument('report', 'r1');

describe('law.md section 12: debts, statements and corrections', () => {
  it('T25: a debt of 25,000.00 on 1 January is out when paid on the 15th, in when paid on the 16th', () => {
    const paid = (day: string, euros = 25_000): number => {
      const debt = aDebt([
        ['2025-01-01', euros],
        [day, 0],
      ]);
      return listedDebts([debt], YEAR, AFTER).length;
    };
    expect([paid('2025-01-15'), paid('2025-01-16')]).toEqual([0, 1]);
    expect(paid('2025-01-16', 24_999.99)).toBe(0);
  });

  it('T26: only the debts at the end of the year are listed: rejected, by the name of each creditor', () => {
    const debts = [
      aDebt([['2025-03-01', 30_000]], { ref: 'd-1', creditor: 'Bank' }),
      aDebt(
        [
          ['2025-03-01', 40_000],
          ['2025-11-01', 0],
        ],
        { ref: 'd-2', creditor: 'Drukker' },
      ),
    ];
    const expected = expectedOf('affiliate_overview', { recipient: YOUTH, year: 2025 });
    const own = debts.map((debt) => ({ ...debt, debtor: YOUTH }));
    const content = draftOverview(expected, overviewFacts([], { debts: own }));
    expect(content.debts.map(({ creditor, atEnd }) => [creditor, atEnd])).toEqual([
      ['Bank', euro(30_000)],
      ['Drukker', 0],
    ]);
    const atEnd = filed(expected, overviewFacts([], { debts: own.slice(0, 1) }));
    const debtsMissing = completeness(expected, atEnd, content).filter(
      ({ part }) => part === 'debts',
    );
    expect(debtsMissing).toMatchObject([{ name: 'Drukker', why: 'at_end_only' }]);
    const full = filed(expected, overviewFacts([], { debts: own }));
    expect(completeness(expected, full, content).some(({ part }) => part === 'debts')).toBe(false);
  });

  it('T27: an affiliate without the statement of an accountant: named, and no path to a fine', () => {
    const expected = expectedOf('affiliate_overview', { recipient: YOUTH, year: 2022 });
    const signatures = [aSignature('board'), aSignature('accountant')];
    const filing = filed(expected, overviewFacts([], { stated: ALL_NONE }), { signatures });
    const found = judged(expected, filing, '2023-07-01');
    expect(found).toMatchObject([
      {
        rule: 'WFPP-30-2',
        severity: 'warning',
        basis: { article: '30', paragraph: '2', part: 'c' },
        filing: { part: 'auditor_statement' },
      },
    ]);
    const [one] = found;
    const subject = { rule: 'WFPP-30-2', basis: one?.basis ?? expected.basis, fineable: false };
    const run = take(
      aCase({ ...subject, violatedOn: plainDate('2023-07-01') }, '2023-07-03'),
      '2023-07-04',
      'overseer',
      {
        type: 'start_review',
      },
    );
    for (const step of [{ type: 'draw_report', text: 'No statement.' } as const, draftOf('fine')])
      expect(refusalOf(run, '2023-07-05', 'overseer', step)?.reason).toBe('not_fineable');
    const documents = [REPORT, aDocument('auditor_statement', 's1', ['r1'])];
    const whole = filed(expected, overviewFacts([], { stated: ALL_NONE, documents }), {
      signatures,
    });
    expect(judged(expected, whole, '2023-07-01')).toEqual([]);
  });

  it('T28: a statement must name the documents and versions it is about', () => {
    const expected = expectedOf('annual_report', { year: 2022 });
    const activity = { ...aDocument('document', 'a2'), name: 'activity report' };
    const lacking = (covers: readonly string[]): unknown => {
      const documents = [REPORT, activity, aDocument('auditor_statement', 's1', covers)];
      const facts = { documents, stated: ALL_NONE, included: allIncluded(expected) };
      const signatures = [aSignature('board'), aSignature('accountant')];
      const filing = filed(expected, overviewFacts([], facts), { signatures });
      return completeness(expected, filing).map(({ part, why, lacking: names }) => [
        part,
        why,
        names,
      ]);
    };
    const subject = 'auditor_statement';
    expect(lacking(['r1', 'a2'])).toEqual([]);
    expect(lacking(['r1'])).toEqual([[subject, 'document_not_covered', ['activity report']]]);
    expect(lacking(['r1', 'a1'])).toEqual([[subject, 'document_not_covered', ['activity report']]]);
    expect(lacking([])).toEqual([[subject, 'names_no_documents', []]]);
  });

  it('T29: a number of members that nobody proved: the amounts per member lapse (art. 12 lid 4)', () => {
    const members = { sha256: 'm1' };
    const proof = (covers: readonly string[]): boolean =>
      memberAmounts(members, [aDocument('auditor_statement', 's1', covers)]).lapse;
    expect([proof(['r1']), proof(['r1', 'm1'])]).toEqual([true, false]);
    expect(memberAmounts(null, [])).toMatchObject({
      lapse: true,
      basis: { article: '12', paragraph: '4' },
    });
  });

  it('T30: complete is counted part by part: of two parties one is formally complete', () => {
    const expected = expectedOf('annual_report', { year: 2023 });
    const documents = [REPORT, aDocument('auditor_statement', 's1', ['r1'])];
    const facts = { documents, stated: ALL_NONE, included: allIncluded(expected) };
    const signatures = [aSignature('board'), aSignature('accountant')];
    const complete = (over: Partial<OverviewFacts>, voided = false): boolean => {
      const filing = filed(expected, overviewFacts([], { ...facts, ...over }), {
        signatures: voided ? signatures.map((one) => ({ ...one, sha256: 'bb' })) : signatures,
      });
      return completeness(expected, filing).length === 0;
    };
    expect(complete({})).toBe(true);
    expect(complete({ documents: [REPORT] })).toBe(false);
    expect(complete({ included: [] })).toBe(false);
    expect(complete({}, true)).toBe(false);
  });

  it('T31: a row first seen 283 days after receipt is overdue by both readings, the notice itself is not judged by it', () => {
    const [received, seen] = [plainDate('2025-01-27'), plainDate('2025-11-06')];
    expect(daysBetween(received, seen)).toBe(283);
    const due = substantialGiftTerm(received);
    expect([due.statutory.lastDay < seen, due.enforced.lastDay < seen]).toEqual([true, true]);
    const { duties } = judgeDonorYear(aDonorYear([aContribution(10_000, '2025-01-27')]), seen);
    const [duty] = duties;
    if (duty === undefined) throw new Error('a notice was due');
    // What counts is the day of filing: the same row can stand for a notice that was in time.
    expect(judgeNotice(duty, euro(10_000), plainDate('2025-01-30'), seen)).toBeNull();
    expect(judgeNotice(duty, euro(10_000), seen, seen)?.outcome).toBe('late');
  });

  it('T32: a correction that lowers or removes a row is a version of its own, with what it changes', () => {
    const expected = expectedOf('annual_report', { year: 2024 });
    const gift = aContribution(12_000, '2024-05-06', { ref: 'c-1' });
    const before = filed(expected, overviewFacts([gift]));
    const lowered = filed(expected, overviewFacts([{ ...gift, amount: euro(11_000) }]), {
      version: 2,
      ref: 'filing-2',
      filedOn: plainDate('2025-08-01'),
      reason: 'typed wrongly',
    });
    const removed = filed(expected, overviewFacts([]), { version: 2, reason: 'booked twice' });
    const totals = (after: typeof before): unknown =>
      differencesBetween(before.content, after.content)
        .filter(({ field }) => field === 'total')
        .map(({ before: was, after: is }) => [was, is]);
    expect(totals(lowered)).toEqual([['1200000', '1100000']]);
    expect(totals(removed)).toEqual([['1200000', null]]);
    expect(before.content.gifts[0]?.total).toBe(euro(12_000));
    const notices = [aNotice([stated({ ...gift, amount: euro(11_000) })], '2024-05-08')];
    const outcomes = (filings: readonly (typeof before)[]): readonly string[] =>
      reconcile(sources({ notices, filings })).map(({ outcome }) => outcome);
    expect(outcomes([before])).toEqual(['amount_differs']);
    expect(outcomes([before, lowered])).toEqual([]);
  });
});

import { findingTextKey } from '../../src/modules/judgements/public';
import { PageRenderer } from '../../src/platform/rendering/page-renderer';

const SOURCES = ['notice', 'annual', 'election', 'ledger'] as const;
/** Pairs that are never laid side by side: a notice that never came is found by its own term. */
const NEVER = ['in_ledger_not_in_notice'];
const MISSING = SOURCES.flatMap((one) =>
  SOURCES.filter((other) => one !== other || one === 'annual' || one === 'election').map(
    (other) => `in_${one}_not_in_${other}`,
  ),
).filter((outcome) => !NEVER.includes(outcome));
const OTHERS = [
  'amount_differs',
  'returned_differs',
  'total_differs',
  'affiliate_not_included',
  'affiliate_not_filed',
  'affiliate_differs',
  'look_through_differs',
];

describe('What two sources say differently is told in Dutch and in English', () => {
  const renderer = new PageRenderer();
  const values = { total: 'X-TOTAL', limit: 'X-LIMIT', excess: 'X-EXCESS', missing: '' };
  it.each([...MISSING, ...OTHERS])('%s', (outcome) => {
    const key = findingTextKey({ rule: 'FILINGS-DIFFER', outcome });
    for (const language of ['nl', 'en'] as const) {
      expect(renderer.t(language, `${key}.title`)).not.toBe('');
      const body = renderer.t(language, `${key}.body`, values);
      // A sentence about a difference names the amount it is about.
      if (outcome !== 'affiliate_not_filed') expect(body).toContain('X-TOTAL');
      expect(body.includes('X-EXCESS')).toBe(
        /^(amount|returned|total|look_through)_/.test(outcome),
      );
    }
  });
});

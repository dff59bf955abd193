import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { aCase, type CaseRun, take, takeAll } from '../testing/a-case';
import { type CaseTerm } from './case';
import { termsOf } from './terms-of';

const HASH = 'a'.repeat(64);

function lastDay(run: CaseRun, code: CaseTerm['code'], on: string): string | undefined {
  return termsOf(run.state, plainDate(on)).find((term) => term.code === code)?.lastDay;
}

describe('law file 8.2: the worked chain of the gift of Friday 7 March 2025', () => {
  it('runs to the dunning term and the objection to the day', () => {
    const reported = takeAll(aCase(), [
      ['2025-03-20', 'overseer', { type: 'start_review' }],
      ['2025-06-02', 'overseer', { type: 'draw_report', text: 'One notice, late.' }],
    ]);
    expect(lastDay(reported, 'power_lapses', '2025-06-02')).toBe('2030-03-12');
    expect(lastDay(reported, 'decision', '2025-06-02')).toBe('2025-09-01');

    const asked = take(reported, '2025-06-02', 'overseer', {
      type: 'ask_views',
      lastDay: plainDate('2025-06-13'),
    });
    const sent = take(asked, '2025-06-16', 'overseer', { type: 'send_to_committee' });
    expect(lastDay(sent, 'advice', '2025-06-16')).toBe('2025-07-28');
    const extended = take(sent, '2025-07-25', 'committee_secretary', { type: 'extend_advice' });
    expect(lastDay(extended, 'advice_extended', '2025-07-25')).toBe('2025-08-11');

    const notified = takeAll(extended, [
      ['2025-08-08', 'committee_member', { type: 'receive_advice', advice: 'fine', text: 'Fine.' }],
      [
        '2025-08-12',
        'overseer',
        {
          type: 'draft_decision',
          purpose: 'fine',
          amount: euro(2_500),
          reasons: 'Base.',
          outcome: null,
          sha256: HASH,
        },
      ],
      ['2025-08-19', 'decision_maker', { type: 'approve_decision', version: 1, sha256: HASH }],
      ['2025-08-20', 'overseer', { type: 'notify' }],
    ]);
    expect(notified.state).toMatchObject({
      phase: 'notified',
      protection: 'open',
      collection: 'due',
      outstanding: euro(2_500),
    });
    expect(lastDay(notified, 'payment', '2025-08-20')).toBe('2025-10-01');
    expect(lastDay(notified, 'objection', '2025-08-20')).toBe('2025-10-01');

    const objected = take(notified, '2025-10-01', 'party', {
      type: 'receive_objection',
      postedOn: null,
    });
    expect(lastDay(objected, 'objection_decision', '2025-10-01')).toBe('2025-11-12');
    const referred = take(objected, '2025-10-02', 'overseer', {
      type: 'refer_objection_to_committee',
    });
    expect(lastDay(referred, 'objection_decision_committee', '2025-10-02')).toBe('2025-12-24');
    const adjourned = take(referred, '2025-12-19', 'overseer', { type: 'adjourn_objection' });
    expect(lastDay(adjourned, 'objection_decision_adjourned', '2025-12-19')).toBe('2026-02-04');

    const dunned = takeAll(objected, [
      ['2025-10-02', 'system', { type: 'payment_term_passed' }],
      ['2025-10-06', 'overseer', { type: 'dun' }],
    ]);
    expect(lastDay(dunned, 'dunning', '2025-10-06')).toBe('2025-10-20');
  });
});

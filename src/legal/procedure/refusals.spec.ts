import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { aCase, type CaseRun, refusalOf, take } from '../testing/a-case';
import {
  approveOf,
  caseAt,
  draftOf,
  draftOnObjection,
  FINE,
  payment,
} from '../testing/case-stages';
import { type CaseActor, type CaseCommand, type CaseRefusal, type CaseRole } from './case';

type Example = readonly [run: CaseRun, day: string, role: CaseRole, command: CaseCommand];

const away = take(caseAt('reported'), '2025-06-10', 'overseer', {
  type: 'send_to_prosecutor',
  offence: 'Forgery',
});
const dismissed = take(aCase(), '2025-03-20', 'overseer', { type: 'dismiss', reason: 'Repaired.' });

/** One example for every reason; the type asks for all of them. */
const EXAMPLES: Readonly<Record<Exclude<CaseRefusal, 'second_person_needed'>, Example>> = {
  role_may_not: [aCase(), '2025-03-20', 'party', { type: 'start_review' }],
  not_in_this_phase: [aCase(), '2025-03-20', 'overseer', { type: 'notify' }],
  case_has_ended: [dismissed, '2025-03-21', 'overseer', { type: 'start_review' }],
  not_fineable: [
    caseAt('reviewed', { fineable: false }),
    '2025-06-02',
    'overseer',
    { type: 'draw_report', text: 'Late.' },
  ],
  power_lapsed: [
    caseAt('reviewed'),
    '2030-03-13',
    'overseer',
    { type: 'draw_report', text: 'Late.' },
  ],
  at_prosecutor: [away, '2025-06-11', 'overseer', { type: 'dismiss', reason: 'Repaired.' }],
  report_missing: [caseAt('reviewed'), '2025-06-02', 'overseer', draftOf('no_fine')],
  views_not_asked: [caseAt('reported'), '2025-06-02', 'overseer', draftOf('no_fine')],
  views_term_running: [caseAt('asked'), '2025-06-13', 'overseer', draftOf('no_fine')],
  advice_missing: [caseAt('sent'), '2025-07-28', 'overseer', draftOf('fine')],
  content_changed: [caseAt('drafted'), '2025-07-28', 'decision_maker', approveOf(2)],
  no_draft: [caseAt('advised'), '2025-07-28', 'decision_maker', approveOf(1)],
  draft_pending: [caseAt('drafted'), '2025-07-28', 'overseer', draftOf('fine')],
  above_ceiling: [caseAt('advised'), '2025-07-28', 'overseer', draftOf('fine', euro(25_001))],
  amount_not_positive: [caseAt('advised'), '2025-07-28', 'overseer', draftOf('fine', euro(0))],
  above_outstanding: [caseAt('notified'), '2025-09-01', 'overseer', payment(euro(2_501))],
  higher_than_before: [
    caseAt('heard'),
    '2025-11-03',
    'overseer',
    draftOnObjection('amount_changed', FINE),
  ],
  day_in_the_past: [
    caseAt('reviewed'),
    '2025-03-24',
    'overseer',
    { type: 'offer_repair', lastDay: plainDate('2025-03-24') },
  ],
  term_running: [caseAt('dunned'), '2025-10-20', 'overseer', { type: 'issue_writ' }],
  term_passed: [caseAt('objected'), '2025-11-13', 'overseer', { type: 'adjourn_objection' }],
  already_done: [caseAt('sent'), '2025-06-17', 'overseer', { type: 'send_to_committee' }],
  hearing_missing: [caseAt('objected'), '2025-10-20', 'overseer', draftOnObjection('unfounded')],
  not_dunned: [caseAt('in_default'), '2025-10-06', 'overseer', { type: 'issue_writ' }],
  nothing_to_repay: [
    caseAt('notified'),
    '2025-09-01',
    'overseer',
    { type: 'repay', amount: euro(1), evidence: 'Order 7' },
  ],
  already_decided: [caseAt('decided'), '2025-07-29', 'overseer', draftOf('no_fine')],
  text_missing: [aCase(), '2025-03-20', 'overseer', { type: 'dismiss', reason: '' }],
};

describe('every refusal has a reason, and the facts to word it', () => {
  it.each(Object.entries(EXAMPLES))('%s', (reason, [run, day, role, command]) => {
    const refusal = refusalOf(run, day, role, command);
    expect(refusal?.reason).toBe(reason);
    expect(Object.keys(refusal?.facts ?? {})).not.toEqual([]);
  });

  it('second_person_needed', () => {
    const olga: CaseActor = { id: 'olga', role: 'decision_maker' };
    const answer = refusalOf(caseAt('drafted'), '2025-07-28', 'decision_maker', approveOf(1), olga);
    expect(answer).toMatchObject({
      reason: 'second_person_needed',
      facts: { draftedBy: 'olga' },
    });
  });
});

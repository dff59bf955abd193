import { plainDate } from '../kernel/plain-date';
import { aCase, type CaseRun, take, takeAll } from '../testing/a-case';
import { caseAt, draftOf, payment, FINE, approveOf } from '../testing/case-stages';
import { type CaseCommandType, type CaseRole, type DraftDecision } from './case';
import { possibleCommands, possiblePurposes } from './possible-commands';

const ENDED = take(aCase(), '2025-03-20', 'overseer', { type: 'dismiss', reason: 'Repaired.' });
const AWAY = take(caseAt('reported'), '2025-06-10', 'overseer', {
  type: 'send_to_prosecutor',
  offence: 'Forgery',
});
const REPAIR = take(caseAt('reviewed'), '2025-03-24', 'overseer', {
  type: 'offer_repair',
  lastDay: plainDate('2025-04-21'),
});

describe('what each role can do today', () => {
  it.each<[string, CaseRun, string, CaseRole, readonly CaseCommandType[]]>([
    ['a signal', aCase(), '2025-03-20', 'overseer', ['start_review', 'dismiss']],
    ['a signal', aCase(), '2025-03-20', 'party', []],
    ['a signal', aCase(), '2025-03-20', 'system', []],
    ['a signal of long ago', aCase(), '2030-03-13', 'system', ['lapse']],
    [
      'under review',
      caseAt('reviewed'),
      '2025-03-24',
      'overseer',
      ['request_information', 'offer_repair', 'dismiss', 'send_to_prosecutor', 'draw_report'],
    ],
    [
      'under review, what cannot be fined',
      caseAt('reviewed', { fineable: false }),
      '2025-03-24',
      'overseer',
      ['request_information', 'offer_repair', 'dismiss', 'send_to_prosecutor'],
    ],
    ['a repair offered', REPAIR, '2025-04-21', 'party', ['report_repair']],
    ['at the prosecutor', AWAY, '2025-06-11', 'overseer', ['receive_prosecutor']],
    ['at the prosecutor', AWAY, '2025-09-10', 'system', ['resume_after_prosecutor']],
    [
      'views asked, term running',
      caseAt('asked'),
      '2025-06-13',
      'overseer',
      ['send_to_prosecutor', 'receive_views', 'send_to_committee'],
    ],
    [
      'views asked, term over',
      caseAt('asked'),
      '2025-06-14',
      'overseer',
      ['send_to_prosecutor', 'receive_views', 'send_to_committee', 'draft_decision'],
    ],
    [
      'at the committee',
      caseAt('sent'),
      '2025-07-01',
      'committee_member',
      ['extend_advice', 'receive_advice'],
    ],
    [
      'a draft',
      caseAt('drafted'),
      '2025-07-28',
      'decision_maker',
      ['send_back_draft', 'approve_decision'],
    ],
    ['a draft', caseAt('drafted'), '2025-07-28', 'committee_secretary', []],
    ['decided', caseAt('decided'), '2025-07-29', 'overseer', ['notify']],
    ['told', caseAt('notified'), '2025-08-21', 'party', ['receive_objection']],
    [
      'in default',
      caseAt('in_default'),
      '2025-10-03',
      'overseer',
      ['draft_decision', 'receive_objection', 'dun', 'record_payment'],
    ],
    [
      'an objection',
      caseAt('objected'),
      '2025-09-16',
      'overseer',
      [
        'draft_decision',
        'refer_objection_to_committee',
        'hold_hearing',
        'waive_hearing',
        'adjourn_objection',
        'record_payment',
      ],
    ],
    [
      'paid, the objection decided',
      take(caseAt('objection_decided'), '2025-11-11', 'overseer', payment(FINE)),
      '2025-11-12',
      'overseer',
      ['lodge_appeal'],
    ],
    ['ended', ENDED, '2025-03-21', 'overseer', []],
  ])('%s, on %#: %s', (_, run, on, role, commands) => {
    expect(possibleCommands(run.state, role, plainDate(on))).toEqual(commands);
  });
});

describe('which decisions can be drafted today', () => {
  it.each<[string, CaseRun, string, readonly DraftDecision['purpose'][]]>([
    ['no report', caseAt('reviewed'), '2025-03-24', []],
    ['views over', caseAt('asked'), '2025-06-14', ['no_fine']],
    ['advised', caseAt('advised'), '2025-07-22', ['fine', 'no_fine']],
    ['a draft pending', caseAt('drafted'), '2025-07-26', []],
    ['told', caseAt('notified'), '2025-08-21', ['set_off']],
    ['objected', caseAt('objected'), '2025-09-16', ['objection', 'set_off']],
    ['objection decided, not told', caseAt('objection_approved'), '2025-11-06', ['set_off']],
    ['ended', ENDED, '2025-03-21', []],
    [
      'no fine',
      takeAll(caseAt('asked'), [
        ['2025-06-16', 'overseer', draftOf('no_fine')],
        ['2025-06-17', 'decision_maker', approveOf(1)],
      ]),
      '2025-06-18',
      [],
    ],
  ])('%s', (_, run, on, purposes) => {
    expect(possiblePurposes(run.state, plainDate(on))).toEqual(purposes);
  });
});

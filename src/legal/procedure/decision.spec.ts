import { euro, euroCents } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { aCase, type CaseRun, refusalOf, take, takeAll } from '../testing/a-case';
import { approveOf, caseAt, draftOf } from '../testing/case-stages';
import { type CaseCommand, type CaseRole } from './case';

function reasonOf(run: CaseRun, day: string, role: CaseRole, command: CaseCommand): unknown {
  return refusalOf(run, day, role, command)?.reason ?? 'accepted';
}

const ADVICE: CaseCommand = { type: 'receive_advice', advice: 'other', text: 'Look again.' };

describe('Awb art. 5:48 and 5:53: a dated report, and views', () => {
  const ask = (lastDay: string): CaseCommand => ({
    type: 'ask_views',
    lastDay: plainDate(lastDay),
  });

  it('the report says who drew it, when, and what it found', () => {
    expect(caseAt('reported').state).toMatchObject({
      phase: 'report_drawn',
      report: { drawnOn: '2025-06-02', drawnBy: 'olga', text: 'One notice, late.' },
    });
    expect(
      refusalOf(caseAt('reviewed'), '2025-06-02', 'overseer', { type: 'draw_report', text: '' }),
    ).toMatchObject({ reason: 'text_missing', facts: { field: 'text' } });
    expect(
      reasonOf(aCase(), '2025-06-02', 'overseer', { type: 'draw_report', text: 'Late.' }),
    ).toBe('not_in_this_phase');
  });

  it('views are asked after the report, once, until a day after today', () => {
    const reported = caseAt('reported');
    expect(refusalOf(caseAt('reviewed'), '2025-06-02', 'overseer', ask('2025-06-13'))).toEqual({
      kind: 'refused',
      reason: 'report_missing',
      facts: { phase: 'under_review' },
    });
    expect(reasonOf(aCase(), '2025-06-02', 'overseer', ask('2025-06-13'))).toBe(
      'not_in_this_phase',
    );
    expect(reasonOf(reported, '2025-06-02', 'overseer', ask('2025-06-02'))).toBe('day_in_the_past');
    expect(reasonOf(reported, '2025-06-02', 'overseer', ask('2025-06-03'))).toBe('accepted');
    expect(caseAt('asked').state).toMatchObject({
      phase: 'views_asked',
      views: { askedOn: '2025-06-02', lastDay: '2025-06-13', receivedOn: null },
    });
    expect(refusalOf(caseAt('asked'), '2025-06-03', 'overseer', ask('2025-07-01'))).toMatchObject({
      reason: 'already_done',
      facts: { on: '2025-06-02' },
    });
  });

  it('views come from the party or on paper, also late, until there is a decision', () => {
    const views: CaseCommand = { type: 'receive_views' };
    const received = take(caseAt('asked'), '2025-06-10', 'party', views);
    expect(received.state).toMatchObject({
      phase: 'views_asked',
      views: { askedOn: '2025-06-02', lastDay: '2025-06-13', receivedOn: '2025-06-10' },
    });
    expect(refusalOf(received, '2025-06-11', 'overseer', views)).toMatchObject({
      reason: 'already_done',
      facts: { on: '2025-06-10' },
    });
    expect(reasonOf(caseAt('sent'), '2025-07-01', 'overseer', views)).toBe('accepted');
    expect(reasonOf(caseAt('reported'), '2025-06-10', 'party', views)).toBe('not_in_this_phase');
    expect(reasonOf(caseAt('decided'), '2025-07-29', 'party', views)).toBe('not_in_this_phase');
  });
});

describe('Bfpp art. 3 lid 1: the committee advises on an intended decision', () => {
  const send: CaseCommand = { type: 'send_to_committee' };
  const extend: CaseCommand = { type: 'extend_advice' };

  it('after report and request for views, once', () => {
    expect(caseAt('sent').state).toMatchObject({
      phase: 'at_committee',
      advice: {
        sentOn: '2025-06-16',
        extended: false,
        receivedOn: null,
        advice: null,
        text: null,
      },
    });
    expect(reasonOf(caseAt('reviewed'), '2025-06-02', 'overseer', send)).toBe('report_missing');
    expect(refusalOf(caseAt('reported'), '2025-06-02', 'overseer', send)).toEqual({
      kind: 'refused',
      reason: 'views_not_asked',
      facts: { phase: 'report_drawn' },
    });
    expect(refusalOf(caseAt('sent'), '2025-06-17', 'overseer', send)).toMatchObject({
      reason: 'already_done',
      facts: { on: '2025-06-16' },
    });
  });

  it('law file 8.2, timing trap: the views need not be in yet', () => {
    expect(reasonOf(caseAt('asked'), '2025-06-03', 'overseer', send)).toBe('accepted');
  });

  it('nothing goes to it once a decision was taken', () => {
    const noFine = takeAll(caseAt('asked'), [
      ['2025-06-16', 'overseer', draftOf('no_fine')],
      ['2025-06-17', 'decision_maker', approveOf(1)],
    ]);
    expect(reasonOf(noFine, '2025-06-18', 'overseer', send)).toBe('not_in_this_phase');
  });

  it('six weeks may become eight, asked for within the six, once', () => {
    expect(reasonOf(caseAt('sent'), '2025-07-28', 'committee_member', extend)).toBe('accepted');
    expect(refusalOf(caseAt('sent'), '2025-07-29', 'committee_member', extend)).toMatchObject({
      reason: 'term_passed',
      facts: { lastDay: '2025-07-28' },
    });
    const extended = take(caseAt('sent'), '2025-07-28', 'committee_secretary', extend);
    expect(extended.state.advice).toMatchObject({ sentOn: '2025-06-16', extended: true });
    expect(refusalOf(extended, '2025-07-28', 'committee_secretary', extend)).toMatchObject({
      reason: 'already_done',
      facts: { extended: true },
    });
    expect(reasonOf(caseAt('advised'), '2025-07-22', 'committee_member', extend)).toBe(
      'already_done',
    );
    expect(reasonOf(caseAt('asked'), '2025-06-03', 'committee_member', extend)).toBe(
      'not_in_this_phase',
    );
  });

  it('the advice says something, comes once, and also late while nothing was decided', () => {
    expect(
      refusalOf(caseAt('sent'), '2025-07-01', 'committee_member', { ...ADVICE, text: '' }),
    ).toMatchObject({ reason: 'text_missing', facts: { field: 'text' } });
    expect(reasonOf(caseAt('sent'), '2025-09-30', 'committee_member', ADVICE)).toBe('accepted');
    expect(caseAt('advised').state).toMatchObject({
      phase: 'at_committee',
      advice: {
        sentOn: '2025-06-16',
        receivedOn: '2025-07-21',
        advice: 'fine',
        text: 'A fine is in order.',
      },
    });
    expect(refusalOf(caseAt('advised'), '2025-07-22', 'committee_member', ADVICE)).toMatchObject({
      reason: 'already_done',
      facts: { on: '2025-07-21' },
    });
    expect(reasonOf(caseAt('decided'), '2025-07-29', 'committee_member', ADVICE)).toBe(
      'not_in_this_phase',
    );
  });

  it('comes from the committee, not from the overseer', () => {
    expect(reasonOf(caseAt('sent'), '2025-07-01', 'overseer', ADVICE)).toBe('role_may_not');
    expect(reasonOf(caseAt('sent'), '2025-07-01', 'overseer', extend)).toBe('role_may_not');
  });
});

describe('Awb art. 5:53: no decision without report and views', () => {
  it.each<['fine' | 'no_fine', string, CaseRun, string, string]>([
    ['fine', 'a signal', aCase(), '2025-03-20', 'not_in_this_phase'],
    ['no_fine', 'a signal', aCase(), '2025-03-20', 'not_in_this_phase'],
    ['fine', 'no report', caseAt('reviewed'), '2025-06-02', 'report_missing'],
    ['no_fine', 'no report', caseAt('reviewed'), '2025-06-02', 'report_missing'],
    ['fine', 'views not asked', caseAt('reported'), '2025-06-03', 'views_not_asked'],
    ['no_fine', 'views not asked', caseAt('reported'), '2025-06-03', 'views_not_asked'],
    ['fine', 'the last day of the views', caseAt('asked'), '2025-06-13', 'views_term_running'],
    ['no_fine', 'the last day of the views', caseAt('asked'), '2025-06-13', 'views_term_running'],
    ['no_fine', 'the day after', caseAt('asked'), '2025-06-14', 'accepted'],
    ['fine', 'views over, no committee', caseAt('asked'), '2025-06-14', 'advice_missing'],
    ['fine', 'the last day of the advice', caseAt('sent'), '2025-07-28', 'advice_missing'],
    ['fine', 'the day after', caseAt('sent'), '2025-07-29', 'accepted'],
    ['no_fine', 'at the committee', caseAt('sent'), '2025-06-17', 'accepted'],
    ['fine', 'the advice is there', caseAt('advised'), '2025-07-21', 'accepted'],
  ])('%s: %s', (purpose, _, run, day, reason) => {
    expect(reasonOf(run, day, 'overseer', draftOf(purpose))).toBe(reason);
  });

  it('views that came early set the decision free', () => {
    const received = take(caseAt('asked'), '2025-06-10', 'party', { type: 'receive_views' });
    expect(reasonOf(received, '2025-06-10', 'overseer', draftOf('no_fine'))).toBe('accepted');
  });

  it('Bfpp art. 3 lid 1: an extended advice is waited for until the eighth week', () => {
    const extended = take(caseAt('sent'), '2025-07-28', 'committee_secretary', {
      type: 'extend_advice',
    });
    expect(refusalOf(extended, '2025-08-11', 'overseer', draftOf('fine'))).toMatchObject({
      reason: 'advice_missing',
      facts: { lastDay: '2025-08-11' },
    });
    expect(reasonOf(extended, '2025-08-12', 'overseer', draftOf('fine'))).toBe('accepted');
  });

  it('the views wait as long as the file lay at the prosecutor, where nobody is heard', () => {
    const back = takeAll(caseAt('asked'), [
      ['2025-06-10', 'overseer', { type: 'send_to_prosecutor', offence: 'Forgery' }],
      ['2025-06-20', 'overseer', { type: 'receive_prosecutor', answer: 'waived' }],
    ]);
    expect(refusalOf(back, '2025-06-23', 'overseer', draftOf('no_fine'))).toMatchObject({
      reason: 'views_term_running',
      facts: { lastDay: '2025-06-23' },
    });
    expect(reasonOf(back, '2025-06-24', 'overseer', draftOf('no_fine'))).toBe('accepted');
  });

  it('the advice waits too', () => {
    const back = takeAll(caseAt('sent'), [
      ['2025-06-16', 'overseer', { type: 'send_to_prosecutor', offence: 'Forgery' }],
      ['2025-06-26', 'overseer', { type: 'receive_prosecutor', answer: 'waived' }],
    ]);
    expect(refusalOf(back, '2025-08-07', 'overseer', draftOf('fine'))).toMatchObject({
      reason: 'advice_missing',
      facts: { lastDay: '2025-08-07' },
    });
    expect(reasonOf(back, '2025-08-08', 'overseer', draftOf('fine'))).toBe('accepted');
  });

  it('it is asked again when the decision is taken, however the draft came about', () => {
    const drafted = caseAt('drafted');
    const bare = (over: Partial<CaseRun['state']>): CaseRun => ({
      ...drafted,
      state: { ...drafted.state, ...over },
    });
    const approve = approveOf(1);
    expect(reasonOf(bare({ report: null }), '2025-07-28', 'decision_maker', approve)).toBe(
      'report_missing',
    );
    expect(reasonOf(bare({ views: null }), '2025-07-28', 'decision_maker', approve)).toBe(
      'views_not_asked',
    );
    expect(reasonOf(bare({ advice: null }), '2025-07-28', 'decision_maker', approve)).toBe(
      'advice_missing',
    );
    const subject = { ...drafted.state.subject, ceiling: euro(2_499) };
    expect(reasonOf(bare({ subject }), '2025-07-28', 'decision_maker', approve)).toBe(
      'above_ceiling',
    );
  });

  it('Awb art. 5:51: thirteen weeks are an order term: a fine is decided after them too', () => {
    expect(reasonOf(caseAt('advised'), '2025-09-02', 'overseer', draftOf('fine'))).toBe('accepted');
  });
});

describe('Wfpp art. 37 lid 4: the amount', () => {
  it.each([
    [0, 'amount_not_positive'],
    [-1, 'amount_not_positive'],
    [1, 'accepted'],
    [2_500_000, 'accepted'],
    [2_500_001, 'above_ceiling'],
  ])('%i cents: %s', (cents, reason) => {
    const draft = draftOf('fine', euroCents(cents));
    expect(reasonOf(caseAt('advised'), '2025-07-22', 'overseer', draft)).toBe(reason);
  });

  it('a refusal says amount and ceiling', () => {
    const draft = draftOf('fine', euro(25_001));
    expect(refusalOf(caseAt('advised'), '2025-07-22', 'overseer', draft)?.facts).toEqual({
      amount: 2_500_100,
      ceiling: 2_500_000,
    });
    const nothing = draftOf('fine', euro(0));
    expect(refusalOf(caseAt('advised'), '2025-07-22', 'overseer', nothing)?.facts).toEqual({
      amount: 0,
    });
  });

  it('a decision without a fine has no amount', () => {
    const run = take(caseAt('asked'), '2025-06-16', 'overseer', draftOf('no_fine', euro(1)));
    expect(run.state.draft).toMatchObject({ purpose: 'no_fine', amount: 0, outcome: null });
  });
});

import { plainDate } from '../kernel/plain-date';
import { aCase, type CaseRun, refusalOf, take, takeAll } from '../testing/a-case';
import { approveOf, caseAt, draftOf, draftOnObjection, FINE } from '../testing/case-stages';
import { type CaseCommand, type CaseRole } from './case';

function reasonOf(run: CaseRun, day: string, role: CaseRole, command: CaseCommand): unknown {
  return refusalOf(run, day, role, command)?.reason ?? 'accepted';
}

describe('Awb art. 5:43 and 5:50 lid 2: what was decided is not decided again', () => {
  const noFine = takeAll(caseAt('asked'), [
    ['2025-06-16', 'overseer', draftOf('no_fine')],
    ['2025-06-17', 'decision_maker', approveOf(1)],
  ]);

  it('a fine that was decided', () => {
    expect(refusalOf(caseAt('decided'), '2025-07-29', 'overseer', draftOf('fine'))).toEqual({
      kind: 'refused',
      reason: 'already_decided',
      facts: { decidedOn: '2025-07-28' },
    });
    expect(reasonOf(caseAt('notified'), '2025-08-21', 'overseer', draftOf('fine'))).toBe(
      'already_decided',
    );
    expect(reasonOf(caseAt('notified'), '2025-08-21', 'overseer', draftOf('no_fine'))).toBe(
      'already_decided',
    );
  });

  it('the written word that there will be no fine blocks a later one, and ends the case', () => {
    expect(noFine.state).toMatchObject({ phase: 'decided_no_fine', ended: null });
    expect(reasonOf(noFine, '2025-06-18', 'overseer', draftOf('fine'))).toBe('already_decided');
    const told = take(noFine, '2025-06-18', 'overseer', { type: 'notify' });
    expect(told.state).toMatchObject({
      phase: 'notified',
      notifiedOn: '2025-06-18',
      protection: 'none',
      collection: 'none',
      outstanding: 0,
      ended: { on: '2025-06-18', reason: 'no_fine' },
    });
    expect(reasonOf(told, '2025-06-19', 'overseer', draftOf('fine'))).toBe('case_has_ended');
  });

  it('a fine that was told is owed from then', () => {
    expect(caseAt('notified').state).toMatchObject({
      phase: 'notified',
      notifiedOn: '2025-08-20',
      protection: 'open',
      collection: 'due',
      outstanding: FINE,
      ended: null,
    });
    expect(reasonOf(caseAt('advised'), '2025-07-22', 'overseer', { type: 'notify' })).toBe(
      'not_in_this_phase',
    );
    expect(reasonOf(caseAt('notified'), '2025-08-21', 'overseer', { type: 'notify' })).toBe(
      'not_in_this_phase',
    );
  });

  it('there is no decision on an objection or set-off before a fine was told', () => {
    expect(
      reasonOf(caseAt('advised'), '2025-07-22', 'overseer', draftOnObjection('annulled')),
    ).toBe('not_in_this_phase');
    expect(reasonOf(caseAt('advised'), '2025-07-22', 'overseer', draftOf('set_off'))).toBe(
      'not_in_this_phase',
    );
  });
});

describe('Awb art. 5:45: five years after the violation the power has lapsed', () => {
  const late = { violatedOn: plainDate('2020-07-28') };

  it.each<[string, CaseRun, CaseRole, CaseCommand]>([
    ['a report', caseAt('reviewed', late), 'overseer', { type: 'draw_report', text: 'Late.' }],
    [
      'a request for views',
      caseAt('reported', late),
      'overseer',
      { type: 'ask_views', lastDay: plainDate('2026-01-01') },
    ],
    ['advice', caseAt('asked', late), 'overseer', { type: 'send_to_committee' }],
    ['a draft', caseAt('advised', late), 'overseer', draftOf('fine')],
    ['a fine', caseAt('drafted', late), 'decision_maker', approveOf(1)],
    ['its notification', caseAt('decided', late), 'overseer', { type: 'notify' }],
  ])('%s comes no later than the last day', (_, run, role, command) => {
    expect(reasonOf(run, '2025-07-28', role, command)).toBe('accepted');
    expect(refusalOf(run, '2025-07-29', role, command)).toEqual({
      kind: 'refused',
      reason: 'power_lapsed',
      facts: { lastDay: '2025-07-28' },
    });
  });

  it.each<[string, CaseRun]>([
    ['a signal', aCase(late)],
    ['a review', caseAt('reviewed', late)],
    ['a report', caseAt('reported', late)],
    ['views asked', caseAt('asked', late)],
    ['a case at the committee', caseAt('sent', late)],
    ['a draft', caseAt('drafted', late)],
    ['a decision nobody was told', caseAt('decided', late)],
  ])('%s lapses the day after', (_, run) => {
    expect(refusalOf(run, '2025-07-28', 'system', { type: 'lapse' })).toEqual({
      kind: 'refused',
      reason: 'term_running',
      facts: { lastDay: '2025-07-28' },
    });
    expect(take(run, '2025-07-29', 'system', { type: 'lapse' }).state).toMatchObject({
      phase: 'lapsed',
      draft: null,
      ended: { on: '2025-07-29', reason: 'power_lapsed' },
    });
  });

  it('that there will be no fine can be decided and told after it', () => {
    const decided = takeAll(caseAt('asked', late), [
      ['2025-08-01', 'overseer', draftOf('no_fine')],
      ['2025-08-02', 'decision_maker', approveOf(1)],
    ]);
    expect(reasonOf(decided, '2025-08-03', 'overseer', { type: 'notify' })).toBe('accepted');
    expect(reasonOf(decided, '2025-08-03', 'system', { type: 'lapse' })).toBe('not_in_this_phase');
  });
});

describe('law file 8.3: what cannot be fined has no way to a fine', () => {
  const over = { rule: 'WFPP-34', fineable: false };

  it.each<CaseCommand>([
    { type: 'draw_report', text: 'No gift regulation.' },
    { type: 'ask_views', lastDay: plainDate('2025-07-01') },
    { type: 'send_to_committee' },
    draftOf('fine'),
    draftOf('no_fine'),
  ])('no $type', (command) => {
    expect(refusalOf(caseAt('reviewed', over), '2025-06-02', 'overseer', command)).toEqual({
      kind: 'refused',
      reason: 'not_fineable',
      facts: { rule: 'WFPP-34' },
    });
  });

  it('not even when everything else is there', () => {
    const advised = caseAt('advised');
    const state = { ...advised.state, subject: { ...advised.state.subject, fineable: false } };
    expect(reasonOf({ ...advised, state }, '2025-07-22', 'overseer', draftOf('fine'))).toBe(
      'not_fineable',
    );
    const drafted = caseAt('drafted');
    const unfineable = { ...drafted.state, subject: state.subject };
    expect(
      reasonOf({ ...drafted, state: unfineable }, '2025-07-28', 'decision_maker', approveOf(1)),
    ).toBe('not_fineable');
  });

  it.each<[string, CaseCommand]>([
    ['repair', { type: 'offer_repair', lastDay: plainDate('2025-07-01') }],
    [
      'information',
      { type: 'request_information', question: 'Where?', lastDay: plainDate('2025-07-01') },
    ],
    ['dismissal', { type: 'dismiss', reason: 'There now.' }],
  ])('%s remains', (_, command) => {
    expect(reasonOf(caseAt('reviewed', over), '2025-06-02', 'overseer', command)).toBe('accepted');
  });
});

import { plainDate } from '../kernel/plain-date';
import { aCase, type CaseRun, PEOPLE, refusalOf, take, takeAll } from '../testing/a-case';
import { caseAt } from '../testing/case-stages';
import { type CaseCommand, type CaseRole } from './case';

function reasonOf(run: CaseRun, day: string, role: CaseRole, command: CaseCommand): unknown {
  return refusalOf(run, day, role, command)?.reason ?? 'accepted';
}

function asking(lastDay: string, question = 'Which gifts?'): CaseCommand {
  return { type: 'request_information', question, lastDay: plainDate(lastDay) };
}

function offer(lastDay: string): CaseCommand {
  return { type: 'offer_repair', lastDay: plainDate(lastDay) };
}

describe('a case begins as a signal', () => {
  it('knows its subject and its day, and nothing else', () => {
    expect(aCase().state).toEqual({
      phase: 'signal',
      protection: 'none',
      collection: 'none',
      subject: {
        rule: 'WFPP-25a-2',
        basis: { law: 'Wfpp', article: '25a', paragraph: '2' },
        fineable: true,
        violatedOn: '2025-03-12',
        ceiling: 2_500_000,
      },
      openedOn: '2025-03-13',
      informationAsked: null,
      repair: null,
      prosecutor: null,
      report: null,
      views: null,
      advice: null,
      draft: null,
      draftsMade: 0,
      decisions: [],
      notifiedOn: null,
      objection: null,
      appeals: [],
      finalOn: null,
      dunnedOn: null,
      writOn: null,
      payments: [],
      outstanding: 0,
      ended: null,
    });
  });

  it('is taken under review once', () => {
    const run = take(aCase(), '2025-03-20', 'overseer', { type: 'start_review' });
    expect(run.state).toEqual({ ...aCase().state, phase: 'under_review' });
    expect(refusalOf(run, '2025-03-21', 'overseer', { type: 'start_review' })).toEqual({
      kind: 'refused',
      reason: 'not_in_this_phase',
      facts: { phase: 'under_review', protection: 'none', collection: 'none' },
    });
  });

  it.each<[CaseRole]>([
    ['system'],
    ['party'],
    ['decision_maker'],
    ['committee_member'],
    ['committee_secretary'],
  ])('a %s does not start a review', (role) => {
    expect(refusalOf(aCase(), '2025-03-20', role, { type: 'start_review' })).toEqual({
      kind: 'refused',
      reason: 'role_may_not',
      facts: { role, step: 'start_review' },
    });
  });
});

describe('Awb art. 5:16 and 5:17: information is asked with a term', () => {
  const reviewed = caseAt('reviewed');
  const asked = take(reviewed, '2025-03-24', 'overseer', asking('2025-04-07'));

  it('the term ends after today', () => {
    expect(refusalOf(reviewed, '2025-03-24', 'overseer', asking('2025-03-24'))).toMatchObject({
      reason: 'day_in_the_past',
      facts: { lastDay: '2025-03-24', on: '2025-03-24' },
    });
    expect(reasonOf(reviewed, '2025-03-24', 'overseer', asking('2025-03-25'))).toBe('accepted');
  });

  it('a question says something', () => {
    expect(refusalOf(reviewed, '2025-03-24', 'overseer', asking('2025-04-07', '  '))).toMatchObject(
      { reason: 'text_missing', facts: { field: 'question' } },
    );
  });

  it('the question stays in the case, and the day on which it was answered', () => {
    expect(asked.state).toMatchObject({
      phase: 'under_review',
      informationAsked: {
        question: 'Which gifts?',
        on: '2025-03-24',
        lastDay: '2025-04-07',
        answeredOn: null,
      },
    });
    const answered = take(asked, '2025-04-02', 'party', { type: 'receive_information' });
    expect(answered.state.informationAsked).toEqual({
      question: 'Which gifts?',
      on: '2025-03-24',
      lastDay: '2025-04-07',
      answeredOn: '2025-04-02',
    });
    expect(
      refusalOf(answered, '2025-04-03', 'party', { type: 'receive_information' }),
    ).toMatchObject({ reason: 'already_done', facts: { on: '2025-04-02' } });
  });

  it('an answer comes after a question, also when it is late and the report is there', () => {
    expect(reasonOf(reviewed, '2025-03-24', 'party', { type: 'receive_information' })).toBe(
      'not_in_this_phase',
    );
    const reported = take(asked, '2025-06-02', 'overseer', { type: 'draw_report', text: 'Late.' });
    expect(reasonOf(reported, '2025-06-03', 'overseer', { type: 'receive_information' })).toBe(
      'accepted',
    );
  });

  it('no second question while the first waits; after its term, or its answer, there is', () => {
    expect(refusalOf(asked, '2025-04-07', 'overseer', asking('2025-05-01'))).toMatchObject({
      reason: 'already_done',
      facts: { lastDay: '2025-04-07' },
    });
    expect(reasonOf(asked, '2025-04-08', 'overseer', asking('2025-05-01'))).toBe('accepted');
    const answered = take(asked, '2025-04-02', 'party', { type: 'receive_information' });
    expect(reasonOf(answered, '2025-04-02', 'overseer', asking('2025-05-01'))).toBe('accepted');
  });

  it.each<[string, CaseRun, string]>([
    ['a signal', aCase(), 'not_in_this_phase'],
    ['a case with a report', caseAt('reported'), 'not_in_this_phase'],
    ['a case that was told', caseAt('notified'), 'not_in_this_phase'],
  ])('nothing is asked in %s', (_, run, reason) => {
    expect(reasonOf(run, '2025-08-21', 'overseer', asking('2025-09-30'))).toBe(reason);
  });
});

describe('law file 8.2: a term for repair before anything else', () => {
  const reviewed = caseAt('reviewed');
  const offered = take(reviewed, '2025-03-24', 'overseer', offer('2025-04-21'));

  it('is offered once, and ends after today', () => {
    expect(offered.state).toMatchObject({
      phase: 'repair_offered',
      repair: { offeredOn: '2025-03-24', lastDay: '2025-04-21', reportedOn: null },
    });
    expect(reasonOf(reviewed, '2025-03-24', 'overseer', offer('2025-03-24'))).toBe(
      'day_in_the_past',
    );
    expect(reasonOf(reviewed, '2025-03-24', 'overseer', offer('2025-03-25'))).toBe('accepted');
    expect(refusalOf(offered, '2025-04-22', 'overseer', offer('2025-05-21'))).toMatchObject({
      reason: 'already_done',
      facts: { on: '2025-03-24' },
    });
    expect(reasonOf(aCase(), '2025-03-24', 'overseer', offer('2025-04-21'))).toBe(
      'not_in_this_phase',
    );
  });

  it('is waited for: no report while it runs, unless the party says it is done', () => {
    const report: CaseCommand = { type: 'draw_report', text: 'Late.' };
    expect(refusalOf(offered, '2025-04-21', 'overseer', report)).toMatchObject({
      reason: 'term_running',
      facts: { lastDay: '2025-04-21' },
    });
    expect(reasonOf(offered, '2025-04-22', 'overseer', report)).toBe('accepted');
    const repaired = take(offered, '2025-04-14', 'party', { type: 'report_repair' });
    expect(repaired.state.repair).toEqual({
      offeredOn: '2025-03-24',
      lastDay: '2025-04-21',
      reportedOn: '2025-04-14',
    });
    expect(reasonOf(repaired, '2025-04-14', 'overseer', report)).toBe('accepted');
    expect(refusalOf(repaired, '2025-04-15', 'party', { type: 'report_repair' })).toMatchObject({
      reason: 'already_done',
      facts: { on: '2025-04-14' },
    });
  });

  it('a repair is reported late too, and on paper, but not without an offer', () => {
    expect(reasonOf(offered, '2025-05-01', 'overseer', { type: 'report_repair' })).toBe('accepted');
    expect(reasonOf(reviewed, '2025-05-01', 'party', { type: 'report_repair' })).toBe(
      'not_in_this_phase',
    );
    expect(reasonOf(caseAt('notified'), '2025-08-21', 'party', { type: 'report_repair' })).toBe(
      'not_in_this_phase',
    );
  });

  it('information can be asked meanwhile', () => {
    expect(reasonOf(offered, '2025-03-25', 'overseer', asking('2025-04-07'))).toBe('accepted');
  });
});

describe('a case is dismissed before the intention was told, and then it has ended', () => {
  const dismissal: CaseCommand = { type: 'dismiss', reason: 'Repaired.' };
  const offered = take(caseAt('reviewed'), '2025-03-24', 'overseer', offer('2025-04-21'));

  it.each<[string, CaseRun]>([
    ['a signal', aCase()],
    ['under review', caseAt('reviewed')],
    ['with a repair offered', offered],
    ['with a report', caseAt('reported')],
  ])('%s', (_, run) => {
    const ended = take(run, '2025-06-03', 'overseer', dismissal);
    expect(ended.state).toMatchObject({
      phase: 'dismissed',
      ended: { on: '2025-06-03', reason: 'Repaired.' },
    });
    expect(refusalOf(ended, '2025-06-04', 'overseer', { type: 'start_review' })).toEqual({
      kind: 'refused',
      reason: 'case_has_ended',
      facts: { phase: 'dismissed', on: '2025-06-03', reason: 'Repaired.' },
    });
  });

  it('with a reason', () => {
    expect(
      refusalOf(aCase(), '2025-03-20', 'overseer', { type: 'dismiss', reason: '' }),
    ).toMatchObject({ reason: 'text_missing', facts: { field: 'reason' } });
  });

  it.each<[string, CaseRun]>([
    ['views were asked', caseAt('asked')],
    ['it lies with the committee', caseAt('sent')],
    ['a fine was decided', caseAt('decided')],
    ['a fine was told', caseAt('notified')],
  ])('Awb art. 5:50 lid 2: not once %s', (_, run) => {
    expect(reasonOf(run, '2025-08-21', 'overseer', dismissal)).toBe('not_in_this_phase');
  });
});

describe('Awb art. 5:44 and Wfpp art. 38: the prosecutor', () => {
  const send: CaseCommand = { type: 'send_to_prosecutor', offence: 'Forgery (Sr 225)' };
  const sent = take(caseAt('reported'), '2025-06-10', 'overseer', send);
  const waived: CaseCommand = { type: 'receive_prosecutor', answer: 'waived' };
  const prosecutes: CaseCommand = { type: 'receive_prosecutor', answer: 'prosecutes' };
  const resume: CaseCommand = { type: 'resume_after_prosecutor' };

  it('names the offence', () => {
    expect(
      refusalOf(caseAt('reported'), '2025-06-10', 'overseer', { ...send, offence: ' ' }),
    ).toMatchObject({ reason: 'text_missing', facts: { field: 'offence' } });
    expect(sent.state).toMatchObject({
      phase: 'at_prosecutor',
      prosecutor: { sentOn: '2025-06-10', answeredOn: null, answer: null },
    });
  });

  it.each<CaseCommand>([
    { type: 'ask_views', lastDay: plainDate('2025-07-01') },
    { type: 'dismiss', reason: 'Repaired.' },
    { type: 'draw_report', text: 'Late.' },
    send,
  ])('leaves nothing to do but his answer: $type', (command) => {
    expect(refusalOf(sent, '2025-06-11', 'overseer', command)).toEqual({
      kind: 'refused',
      reason: 'at_prosecutor',
      facts: { sentOn: '2025-06-10' },
    });
  });

  it('not even time: the power lapses only when the file is back', () => {
    expect(reasonOf(sent, '2031-01-01', 'system', { type: 'lapse' })).toBe('at_prosecutor');
  });

  it.each<[string, CaseRun, string]>([
    ['under_review', caseAt('reviewed'), '2025-06-10'],
    [
      'repair_offered',
      take(caseAt('reviewed'), '2025-03-24', 'overseer', offer('2025-04-21')),
      '2025-06-10',
    ],
    ['report_drawn', caseAt('reported'), '2025-06-10'],
    ['views_asked', caseAt('asked'), '2025-06-10'],
    ['at_committee', caseAt('sent'), '2025-06-17'],
  ])('goes back to %s after his waiver and after his silence', (phase, run, day) => {
    const away = take(run, day, 'overseer', send);
    const back = take(away, '2025-07-01', 'overseer', waived);
    expect(back.state).toMatchObject({
      phase,
      prosecutor: { sentOn: day, answeredOn: '2025-07-01', answer: 'waived' },
    });
    const resumed = take(away, '2025-10-01', 'system', resume);
    expect(resumed.state).toMatchObject({
      phase,
      prosecutor: { sentOn: day, answeredOn: '2025-10-01', answer: 'silent' },
    });
  });

  it('thirteen weeks of silence are more than twelve weeks: the last day is never moved', () => {
    const away = take(caseAt('reviewed'), '2025-06-28', 'overseer', send);
    // 27 September 2025 is a Saturday.
    expect(refusalOf(away, '2025-09-27', 'system', resume)).toMatchObject({
      reason: 'term_running',
      facts: { lastDay: '2025-09-27' },
    });
    expect(reasonOf(away, '2025-09-28', 'system', resume)).toBe('accepted');
  });

  it('prosecution ends the case; also after silence, as long as nothing was decided', () => {
    const ended = take(sent, '2025-07-01', 'overseer', prosecutes);
    expect(ended.state).toMatchObject({
      phase: 'prosecuted',
      prosecutor: { answeredOn: '2025-07-01', answer: 'prosecutes' },
      ended: { on: '2025-07-01', reason: 'prosecuted' },
    });
    expect(reasonOf(ended, '2025-07-02', 'overseer', waived)).toBe('case_has_ended');
    const resumed = take(sent, '2025-10-01', 'system', resume);
    expect(take(resumed, '2025-11-01', 'overseer', prosecutes).state).toMatchObject({
      phase: 'prosecuted',
      prosecutor: { sentOn: '2025-06-10', answeredOn: '2025-10-01', answer: 'prosecutes' },
    });
    expect(reasonOf(resumed, '2025-11-01', 'overseer', waived)).toBe('not_in_this_phase');
  });

  it('his answer comes after the question, and once', () => {
    expect(reasonOf(caseAt('reported'), '2025-06-10', 'overseer', prosecutes)).toBe(
      'not_in_this_phase',
    );
    const back = take(sent, '2025-07-01', 'overseer', waived);
    expect(reasonOf(back, '2025-07-02', 'overseer', prosecutes)).toBe('not_in_this_phase');
    expect(reasonOf(back, '2025-12-01', 'system', resume)).toBe('not_in_this_phase');
    expect(refusalOf(back, '2025-07-02', 'overseer', send)).toMatchObject({
      reason: 'already_done',
      facts: { on: '2025-06-10' },
    });
  });

  it.each<[string, CaseRun]>([
    ['a signal', aCase()],
    ['a decided case', caseAt('decided')],
    ['a case that was told', caseAt('notified')],
  ])('gets no file of %s', (_, run) => {
    expect(reasonOf(run, '2025-08-21', 'overseer', send)).toBe('not_in_this_phase');
  });

  it('may prosecute no more once a fine was decided after his silence', () => {
    const away = take(caseAt('advised'), '2025-07-22', 'overseer', send);
    const decided = takeAll(take(away, '2025-10-22', 'system', resume), [
      [
        '2025-10-23',
        'overseer',
        {
          type: 'draft_decision',
          purpose: 'fine',
          amount: away.state.subject.ceiling,
          reasons: 'Grave.',
          outcome: null,
          sha256: 'c',
        },
      ],
      ['2025-10-24', 'decision_maker', { type: 'approve_decision', version: 1, sha256: 'c' }],
    ]);
    expect(reasonOf(decided, '2025-10-25', 'overseer', prosecutes)).toBe('not_in_this_phase');
  });

  it('is written to by the overseer alone', () => {
    const { party } = PEOPLE;
    expect(refusalOf(caseAt('reported'), '2025-06-10', 'party', send, party)?.reason).toBe(
      'role_may_not',
    );
    expect(reasonOf(sent, '2025-10-01', 'overseer', resume)).toBe('role_may_not');
  });
});

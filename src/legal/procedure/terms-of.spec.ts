import { printReference } from '../kernel/law-reference';
import { addDays, plainDate } from '../kernel/plain-date';
import { aCase, type CaseRun, refusalOf, take, takeAll } from '../testing/a-case';
import { approveOf, caseAt, draftOf, FINE, objection, payment } from '../testing/case-stages';
import { type CaseTerm } from './case';
import { comingSteps } from './system-steps';
import { termsOf } from './terms-of';

type Line = readonly [
  code: CaseTerm['code'],
  article: string,
  from: string,
  lastDay: string,
  state: CaseTerm['state'],
];

function linesOf(run: CaseRun, on: string): readonly Line[] {
  return termsOf(run.state, plainDate(on)).map(({ code, basis, from, lastDay, state }) => [
    code,
    printReference(basis),
    from,
    lastDay,
    state,
  ]);
}

function termOf(run: CaseRun, code: CaseTerm['code'], on: string): CaseTerm | undefined {
  return termsOf(run.state, plainDate(on)).find((term) => term.code === code);
}

const POWER = 'Awb art. 5:45 lid 1';

describe('every term of a case, with its article and where it stands', () => {
  it('a signal has nothing but the five years', () => {
    expect(linesOf(aCase(), '2025-03-13')).toEqual([
      ['power_lapses', POWER, '2025-03-12', '2030-03-12', 'running'],
    ]);
  });

  it('law file 8.3: what cannot be fined has not even those', () => {
    expect(linesOf(aCase({ fineable: false }), '2025-03-13')).toEqual([]);
  });

  it('information and repair, the prosecutor', () => {
    const run = takeAll(caseAt('reviewed'), [
      [
        '2025-03-24',
        'overseer',
        { type: 'request_information', question: 'Which?', lastDay: plainDate('2025-04-07') },
      ],
      ['2025-03-24', 'overseer', { type: 'offer_repair', lastDay: plainDate('2025-04-21') }],
    ]);
    expect(linesOf(run, '2025-04-08')).toEqual([
      ['information', 'Awb art. 5:16', '2025-03-24', '2025-04-07', 'passed'],
      ['repair', 'Wfpp art. 37 lid 1', '2025-03-24', '2025-04-21', 'running'],
      ['power_lapses', POWER, '2025-03-12', '2030-03-12', 'running'],
    ]);
    const met = takeAll(run, [
      ['2025-04-08', 'party', { type: 'receive_information' }],
      ['2025-04-08', 'party', { type: 'report_repair' }],
      ['2025-04-09', 'overseer', { type: 'send_to_prosecutor', offence: 'Forgery' }],
    ]);
    expect(linesOf(met, '2025-07-09')).toEqual([
      ['information', 'Awb art. 5:16', '2025-03-24', '2025-04-07', 'met'],
      ['repair', 'Wfpp art. 37 lid 1', '2025-03-24', '2025-04-21', 'met'],
      ['prosecutor', 'Awb art. 5:44 lid 3', '2025-04-09', '2025-07-09', 'running'],
      ['power_lapses', POWER, '2025-03-12', '2030-03-12', 'running'],
    ]);
    const resumed = take(met, '2025-07-10', 'system', { type: 'resume_after_prosecutor' });
    expect(termOf(resumed, 'prosecutor', '2025-07-10')?.state).toBe('passed');
    const waived = take(met, '2025-07-01', 'overseer', {
      type: 'receive_prosecutor',
      answer: 'waived',
    });
    expect(termOf(waived, 'prosecutor', '2025-07-10')?.state).toBe('met');
  });

  it('report, views and advice', () => {
    expect(linesOf(caseAt('sent'), '2025-06-16')).toEqual([
      ['decision', 'Awb art. 5:51 lid 1', '2025-06-02', '2025-09-01', 'running'],
      ['views', 'Awb art. 5:53 lid 3', '2025-06-02', '2025-06-13', 'passed'],
      ['advice', 'Bfpp art. 3 lid 1', '2025-06-16', '2025-07-28', 'running'],
      ['power_lapses', POWER, '2025-03-12', '2030-03-12', 'running'],
    ]);
    expect(termOf(caseAt('sent'), 'advice', '2025-07-28')?.state).toBe('running');
    expect(termOf(caseAt('sent'), 'advice', '2025-07-29')?.state).toBe('passed');
    expect(termOf(caseAt('advised'), 'advice', '2025-07-29')?.state).toBe('met');
    const heard = take(caseAt('asked'), '2025-06-10', 'party', { type: 'receive_views' });
    expect(termOf(heard, 'views', '2025-06-20')?.state).toBe('met');
  });

  it('law file 4.4: the advice of a case sent on 14 November is moved over Christmas', () => {
    const sent = take(caseAt('asked'), '2025-11-14', 'overseer', { type: 'send_to_committee' });
    expect(termOf(sent, 'advice', '2025-11-14')?.lastDay).toBe('2025-12-29');
    const extended = take(sent, '2025-12-29', 'committee_secretary', { type: 'extend_advice' });
    expect(termOf(extended, 'advice', '2025-12-29')).toBeUndefined();
    expect(termOf(extended, 'advice_extended', '2025-12-29')).toMatchObject({
      basis: { law: 'Bfpp', article: '3', paragraph: '1' },
      lastDay: '2026-01-09',
    });
  });

  it.each([
    ['2025-04-17', '2025-06-02'],
    ['2025-11-14', '2025-12-29'],
    ['2025-08-20', '2025-10-01'],
  ])('law file 4.4: told on %s, six weeks end on %s', (told, lastDay) => {
    const decided = caseAt('decided');
    const state = { ...decided.state, phase: 'notified', protection: 'open' } as const;
    const run = {
      ...decided,
      state: { ...state, collection: 'due', notifiedOn: plainDate(told) } as const,
    };
    expect(termOf(run, 'objection', told)?.lastDay).toBe(lastDay);
    expect(termOf(run, 'payment', told)?.lastDay).toBe(lastDay);
  });

  it('objection, payment and the five years of collection', () => {
    expect(linesOf(caseAt('notified'), '2025-08-20')).toEqual([
      ['decision', 'Awb art. 5:51 lid 1', '2025-06-02', '2025-09-01', 'met'],
      ['views', 'Awb art. 5:53 lid 3', '2025-06-02', '2025-06-13', 'passed'],
      ['advice', 'Bfpp art. 3 lid 1', '2025-06-16', '2025-07-28', 'met'],
      ['objection', 'Awb art. 6:7', '2025-08-20', '2025-10-01', 'running'],
      ['payment', 'Awb art. 4:87 lid 1', '2025-08-20', '2025-10-01', 'running'],
      ['collection_lapses', 'Awb art. 4:104 lid 1', '2025-10-01', '2030-10-01', 'running'],
      ['power_lapses', POWER, '2025-03-12', '2030-03-12', 'met'],
    ]);
    expect(linesOf(caseAt('writ'), '2025-10-21').slice(3)).toEqual([
      ['objection', 'Awb art. 6:7', '2025-08-20', '2025-10-01', 'passed'],
      ['payment', 'Awb art. 4:87 lid 1', '2025-08-20', '2025-10-01', 'passed'],
      ['dunning', 'Awb art. 4:112 lid 1', '2025-10-06', '2025-10-20', 'passed'],
      ['collection_lapses', 'Awb art. 4:104 lid 1', '2025-10-21', '2030-10-21', 'running'],
      ['power_lapses', POWER, '2025-03-12', '2030-03-12', 'met'],
    ]);
    const paid = take(caseAt('dunned'), '2025-10-10', 'overseer', payment(FINE));
    for (const code of ['payment', 'dunning', 'collection_lapses'] as const) {
      expect(termOf(paid, code, '2025-10-11')?.state).toBe('met');
    }
  });

  it('a claim that lapsed was not met', () => {
    const lapsed = take(caseAt('writ'), '2030-10-22', 'system', { type: 'lapse' });
    for (const code of ['payment', 'dunning', 'collection_lapses'] as const) {
      expect(termOf(lapsed, code, '2030-10-22')?.state).toBe('passed');
    }
  });

  it('the decision on the objection, and the two appeals', () => {
    const objected = caseAt('objected');
    expect(termOf(objected, 'objection', '2025-10-02')?.state).toBe('met');
    expect(linesOf(objected, '2025-11-13')[4]).toEqual([
      'objection_decision',
      'Awb art. 7:10 lid 1',
      '2025-10-01',
      '2025-11-12',
      'passed',
    ]);
    const referred = take(objected, '2025-10-02', 'overseer', {
      type: 'refer_objection_to_committee',
    });
    const adjourned = take(referred, '2025-10-03', 'overseer', { type: 'adjourn_objection' });
    expect(linesOf(referred, '2025-10-03')[4]?.slice(0, 4)).toEqual([
      'objection_decision_committee',
      'Awb art. 7:10 lid 1',
      '2025-10-01',
      '2025-12-24',
    ]);
    expect(linesOf(adjourned, '2025-10-03')[4]?.slice(0, 4)).toEqual([
      'objection_decision_adjourned',
      'Awb art. 7:10 lid 3',
      '2025-10-01',
      '2026-02-04',
    ]);
    const decided = caseAt('objection_decided');
    expect(linesOf(decided, '2025-11-10').slice(3, 6)).toEqual([
      ['objection', 'Awb art. 6:7', '2025-08-20', '2025-10-01', 'met'],
      ['appeal', 'Awb art. 6:7', '2025-11-10', '2025-12-22', 'running'],
      ['objection_decision', 'Awb art. 7:10 lid 1', '2025-10-01', '2025-11-12', 'met'],
    ]);
    const judged = takeAll(decided, [
      ['2025-12-01', 'overseer', { type: 'lodge_appeal' }],
      ['2026-05-11', 'overseer', { type: 'receive_judgment', outcome: 'upheld', amount: FINE }],
    ]);
    expect(linesOf(judged, '2026-05-11').slice(4, 6)).toEqual([
      ['appeal', 'Awb art. 6:7', '2025-11-10', '2025-12-22', 'met'],
      ['higher_appeal', 'Awb art. 6:24', '2026-05-11', '2026-06-22', 'running'],
    ]);
    const higher = take(judged, '2026-06-01', 'overseer', { type: 'lodge_appeal' });
    expect(termOf(higher, 'higher_appeal', '2026-07-01')?.state).toBe('met');
  });

  it('adjourned without a committee: six and six weeks, moved like any term of six', () => {
    const adjourned = take(caseAt('objected'), '2025-10-02', 'overseer', {
      type: 'adjourn_objection',
    });
    expect(termOf(adjourned, 'objection_decision_adjourned', '2025-10-02')?.lastDay).toBe(
      '2025-12-24',
    );
  });

  it('only the terms of order pass without a consequence', () => {
    const codes = [
      ...termsOf(caseAt('objection_decided').state, plainDate('2025-11-10')),
      ...termsOf(caseAt('writ').state, plainDate('2025-11-10')),
    ].filter(({ orderTerm }) => orderTerm);
    expect(new Set(codes.map(({ code }) => code))).toEqual(
      new Set(['decision', 'objection_decision']),
    );
    const referred = takeAll(caseAt('objected'), [
      ['2025-10-02', 'overseer', { type: 'refer_objection_to_committee' }],
    ]);
    expect(termOf(referred, 'objection_decision_committee', '2025-10-03')?.orderTerm).toBe(true);
    const adjourned = take(referred, '2025-10-03', 'overseer', { type: 'adjourn_objection' });
    expect(termOf(adjourned, 'objection_decision_adjourned', '2025-10-03')?.orderTerm).toBe(true);
  });

  it('what still ran when the case ended waits for nothing; what had passed, had passed', () => {
    const run = take(caseAt('asked'), '2025-06-10', 'overseer', {
      type: 'send_to_prosecutor',
      offence: 'Forgery',
    });
    const ended = take(run, '2025-06-23', 'overseer', {
      type: 'receive_prosecutor',
      answer: 'prosecutes',
    });
    expect(linesOf(ended, '2031-01-01').map(([code, , , , state]) => [code, state])).toEqual([
      ['prosecutor', 'met'],
      ['decision', 'met'],
      ['views', 'met'],
      ['power_lapses', 'met'],
    ]);
    const late = takeAll(caseAt('asked'), [
      ['2025-09-02', 'overseer', draftOf('no_fine')],
      ['2025-09-03', 'decision_maker', approveOf(1)],
      ['2025-09-04', 'overseer', { type: 'notify' }],
    ]);
    expect(termOf(late, 'views', '2031-01-01')?.state).toBe('passed');
  });
});

describe('terms are put off by days that do not count', () => {
  const away = take(caseAt('asked'), '2025-06-10', 'overseer', {
    type: 'send_to_prosecutor',
    offence: 'Forgery',
  });

  it('Awb art. 5:51 lid 2: the days at the prosecutor, day by day while he has the file', () => {
    expect(termOf(away, 'decision', '2025-06-10')).toMatchObject({
      lastDay: '2025-09-01',
      suspendedDays: 0,
    });
    expect(termOf(away, 'decision', '2025-07-10')).toMatchObject({
      lastDay: '2025-10-01',
      suspendedDays: 30,
    });
    const back = take(away, '2025-06-20', 'overseer', {
      type: 'receive_prosecutor',
      answer: 'waived',
    });
    expect(termOf(back, 'decision', '2025-07-10')).toMatchObject({
      lastDay: '2025-09-11',
      suspendedDays: 10,
    });
    expect(termOf(back, 'views', '2025-07-10')).toMatchObject({
      lastDay: '2025-06-23',
      suspendedDays: 10,
    });
  });

  it('not the days before the report was drawn', () => {
    const early = takeAll(caseAt('reviewed'), [
      ['2025-04-01', 'overseer', { type: 'send_to_prosecutor', offence: 'Forgery' }],
      ['2025-05-01', 'overseer', { type: 'receive_prosecutor', answer: 'waived' }],
      ['2025-06-02', 'overseer', { type: 'draw_report', text: 'Late.' }],
    ]);
    expect(termOf(early, 'decision', '2025-06-02')).toMatchObject({
      lastDay: '2025-09-01',
      suspendedDays: 0,
    });
  });

  it('on the day of the report itself they count', () => {
    const same = takeAll(caseAt('reported'), [
      ['2025-06-02', 'overseer', { type: 'send_to_prosecutor', offence: 'Forgery' }],
      ['2025-06-09', 'overseer', { type: 'receive_prosecutor', answer: 'waived' }],
    ]);
    expect(termOf(same, 'decision', '2025-06-09')?.suspendedDays).toBe(7);
  });

  it('Awb art. 5:45 lid 3: the five years stand still while an objection or appeal is pending', () => {
    const objected = caseAt('objected');
    expect(termOf(objected, 'power_lapses', '2025-09-25')).toMatchObject({
      lastDay: '2030-03-22',
      suspendedDays: 10,
    });
    const final = take(caseAt('objection_decided'), '2025-12-30', 'system', {
      type: 'become_final',
    });
    expect(termOf(final, 'power_lapses', '2027-01-01')).toMatchObject({
      lastDay: '2030-06-26',
      suspendedDays: 106,
    });
  });
});

describe('what passed terms bring about by themselves', () => {
  it.each<[string, CaseRun, string, readonly (readonly [string, string])[]]>([
    ['a signal', aCase(), '2025-03-13', [['lapse', '2030-03-13']]],
    [
      'at the prosecutor',
      take(caseAt('reported'), '2025-06-10', 'overseer', {
        type: 'send_to_prosecutor',
        offence: 'Forgery',
      }),
      '2025-06-10',
      [['resume_after_prosecutor', '2025-09-10']],
    ],
    [
      'a fine that was told',
      caseAt('notified'),
      '2025-08-20',
      [
        ['payment_term_passed', '2025-10-02'],
        ['become_final', '2025-10-09'],
        ['lapse', '2030-10-02'],
      ],
    ],
    [
      'an objection in default',
      caseAt('objected'),
      '2025-09-15',
      [
        ['payment_term_passed', '2025-10-02'],
        ['lapse', '2030-10-02'],
      ],
    ],
    [
      'a decision on an objection',
      take(caseAt('objection_decided'), '2025-11-11', 'overseer', payment(FINE)),
      '2025-11-11',
      [['become_final', '2025-12-30']],
    ],
    [
      'no fine, not told',
      takeAll(caseAt('asked'), [
        ['2025-06-16', 'overseer', draftOf('no_fine')],
        ['2025-06-17', 'decision_maker', approveOf(1)],
      ]),
      '2025-06-18',
      [],
    ],
  ])('%s', (_, run, on, steps) => {
    expect(comingSteps(run.state, plainDate(on)).map(({ type, on: day }) => [type, day])).toEqual(
      steps,
    );
  });

  it.each<[string, CaseRun]>([
    ['a fine that was told', caseAt('notified')],
    ['an objection in the post', take(caseAt('notified'), '2025-10-08', 'party', objection())],
    ['a decision on an objection', caseAt('objection_decided')],
  ])('each can be taken on its day and not the day before: %s', (_, run) => {
    for (const { type, on } of comingSteps(run.state, plainDate('2025-11-11'))) {
      expect(refusalOf(run, addDays(on, -1), 'system', { type })?.reason).toBe('term_running');
      expect(refusalOf(run, on, 'system', { type })).toBeNull();
    }
  });
});

import { euro, euroCents } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { type CaseRun, refusalOf, take, takeAll } from '../testing/a-case';
import {
  approveOf,
  caseAt,
  draftOf,
  draftOnObjection,
  FINE,
  HASH,
  payment,
} from '../testing/case-stages';
import { type CaseCommand, type CaseRole } from './case';
import { termsOf } from './terms-of';

function reasonOf(run: CaseRun, day: string, role: CaseRole, command: CaseCommand): unknown {
  return refusalOf(run, day, role, command)?.reason ?? 'accepted';
}

const PASSED: CaseCommand = { type: 'payment_term_passed' };
const DUN: CaseCommand = { type: 'dun' };
const WRIT: CaseCommand = { type: 'issue_writ' };
const LAPSE: CaseCommand = { type: 'lapse' };
const FINAL: CaseCommand = { type: 'become_final' };

function setOff(run: CaseRun, day: string, amount: number, version = 2): CaseRun {
  return takeAll(run, [
    [day, 'overseer', draftOf('set_off', euroCents(amount))],
    [day, 'decision_maker', approveOf(version)],
  ]);
}

function collectionLapses(run: CaseRun, on: string): string | undefined {
  return termsOf(run.state, plainDate(on)).find(({ code }) => code === 'collection_lapses')
    ?.lastDay;
}

describe('Awb art. 4:87 and 4:97: six weeks to pay, then default', () => {
  const notified = caseAt('notified');

  it('notified 20 August, paid by 1 October', () => {
    expect(refusalOf(notified, '2025-10-01', 'system', PASSED)).toEqual({
      kind: 'refused',
      reason: 'term_running',
      facts: { lastDay: '2025-10-01' },
    });
    expect(take(notified, '2025-10-02', 'system', PASSED).state).toMatchObject({
      collection: 'in_default',
      outstanding: FINE,
    });
    expect(reasonOf(caseAt('in_default'), '2025-10-03', 'system', PASSED)).toBe(
      'not_in_this_phase',
    );
    expect(reasonOf(caseAt('decided'), '2025-10-03', 'system', PASSED)).toBe('not_in_this_phase');
  });

  it('law file 4.4: a term that ends on Ascension Day goes to the Monday', () => {
    const decided = caseAt('decided');
    const early = take(decided, '2026-04-02', 'overseer', { type: 'notify' });
    expect(reasonOf(early, '2026-05-19', 'system', PASSED)).toBe('accepted');
    // 14 May 2026 is Ascension Day and 15 May is equated with it.
    expect(reasonOf(early, '2026-05-18', 'system', PASSED)).toBe('term_running');
  });
});

describe('Awb art. 4:112: a dunning notice follows default, not the payment term', () => {
  it('is not sent while the payment term runs, nor before it was found passed', () => {
    expect(refusalOf(caseAt('notified'), '2025-10-01', 'overseer', DUN)).toEqual({
      kind: 'refused',
      reason: 'term_running',
      facts: { lastDay: '2025-10-01' },
    });
    expect(reasonOf(caseAt('notified'), '2025-10-02', 'overseer', DUN)).toBe('not_in_this_phase');
    expect(reasonOf(caseAt('decided'), '2025-10-02', 'overseer', DUN)).toBe('not_in_this_phase');
  });

  it('is sent once', () => {
    expect(caseAt('dunned').state).toMatchObject({ collection: 'dunned', dunnedOn: '2025-10-06' });
    for (const stage of ['dunned', 'writ'] as const) {
      expect(refusalOf(caseAt(stage), '2025-11-01', 'overseer', DUN)).toMatchObject({
        reason: 'already_done',
        facts: { dunnedOn: '2025-10-06' },
      });
    }
  });
});

describe('Awb art. 4:114 and 5:10: a writ only after an unpaid dunning notice', () => {
  it.each<['notified' | 'in_default', string]>([
    ['notified', 'due'],
    ['in_default', 'in_default'],
  ])('not when %s', (stage, collection) => {
    expect(refusalOf(caseAt(stage), '2025-10-06', 'overseer', WRIT)).toEqual({
      kind: 'refused',
      reason: 'not_dunned',
      facts: { collection, outstanding: FINE },
    });
  });

  it('dunned 6 October: not on the 20th, from the 21st, once', () => {
    expect(refusalOf(caseAt('dunned'), '2025-10-20', 'overseer', WRIT)).toEqual({
      kind: 'refused',
      reason: 'term_running',
      facts: { lastDay: '2025-10-20' },
    });
    expect(take(caseAt('dunned'), '2025-10-21', 'overseer', WRIT).state).toMatchObject({
      collection: 'writ',
      writOn: '2025-10-21',
    });
    expect(reasonOf(caseAt('writ'), '2025-10-22', 'overseer', WRIT)).toBe('not_in_this_phase');
    expect(reasonOf(caseAt('decided'), '2025-10-22', 'overseer', WRIT)).toBe('not_in_this_phase');
  });

  it('a state that says dunned without a day of dunning gets no writ', () => {
    const dunned = caseAt('dunned');
    const without = { ...dunned, state: { ...dunned.state, dunnedOn: null } };
    expect(refusalOf(without, '2025-10-21', 'overseer', WRIT)).toEqual({
      kind: 'refused',
      reason: 'not_dunned',
      facts: { on: '2025-10-21' },
    });
  });

  it('what was paid meanwhile needs no writ', () => {
    const paid = take(caseAt('dunned'), '2025-10-10', 'overseer', payment(FINE));
    expect(reasonOf(paid, '2025-10-21', 'overseer', WRIT)).toBe('not_in_this_phase');
  });
});

describe('money comes in, in parts, until nothing is owed', () => {
  it.each<['notified' | 'in_default' | 'dunned' | 'writ', string]>([
    ['notified', 'due'],
    ['in_default', 'in_default'],
    ['dunned', 'dunned'],
    ['writ', 'writ'],
  ])('in %s', (stage, collection) => {
    const part = take(caseAt(stage), '2025-10-22', 'overseer', payment(euro(1_000)));
    expect(part.state).toMatchObject({
      collection,
      outstanding: euro(1_500),
      payments: [{ kind: 'paid', amount: euro(1_000), on: '2025-10-22', evidence: 'Statement 12' }],
    });
    const whole = take(part, '2025-10-23', 'overseer', payment(euro(1_500)));
    expect(whole.state).toMatchObject({ collection: 'paid', outstanding: 0, ended: null });
    expect(reasonOf(whole, '2025-10-24', 'overseer', payment(euro(1)))).toBe('not_in_this_phase');
  });

  it.each<[number, string]>([
    [0, 'amount_not_positive'],
    [-1, 'amount_not_positive'],
    [1, 'accepted'],
    [250_000, 'accepted'],
    [250_001, 'above_outstanding'],
  ])('%i cents: %s', (cents, reason) => {
    const command = payment(euroCents(cents));
    expect(reasonOf(caseAt('notified'), '2025-09-01', 'overseer', command)).toBe(reason);
  });

  it('says what was above what, and asks for evidence', () => {
    const above = refusalOf(caseAt('notified'), '2025-09-01', 'overseer', payment(euro(2_501)));
    expect(above?.facts).toEqual({ amount: 250_100, outstanding: 250_000 });
    const none = refusalOf(caseAt('notified'), '2025-09-01', 'overseer', payment(euro(0)));
    expect(none?.facts).toEqual({ amount: 0 });
    expect(
      refusalOf(caseAt('notified'), '2025-09-01', 'overseer', {
        type: 'record_payment',
        amount: euro(1),
        evidence: ' ',
      }),
    ).toMatchObject({ reason: 'text_missing', facts: { field: 'evidence' } });
  });

  it('not before a fine was told', () => {
    expect(reasonOf(caseAt('decided'), '2025-08-01', 'overseer', payment(euro(1)))).toBe(
      'not_in_this_phase',
    );
  });

  it('paid and final: the case has ended', () => {
    const paid = take(caseAt('notified'), '2025-09-01', 'overseer', payment(FINE));
    const ended = take(paid, '2025-10-09', 'system', FINAL);
    expect(ended.state).toMatchObject({
      protection: 'final',
      ended: { on: '2025-10-09', reason: 'paid' },
    });
    expect(
      reasonOf(ended, '2025-10-10', 'party', { type: 'receive_objection', postedOn: null }),
    ).toBe('case_has_ended');
  });
});

describe('Wfpp art. 37 lid 9 and 10: set-off with subsidy, by a decision of two', () => {
  it.each(['notified', 'in_default', 'dunned', 'writ'] as const)('at any time: %s', (stage) => {
    expect(reasonOf(caseAt(stage), '2025-10-22', 'overseer', draftOf('set_off'))).toBe('accepted');
  });

  it.each<[number, string]>([
    [0, 'amount_not_positive'],
    [1, 'accepted'],
    [250_000, 'accepted'],
    [250_001, 'above_outstanding'],
  ])('%i cents: %s', (cents, reason) => {
    const draft = draftOf('set_off', euroCents(cents));
    expect(reasonOf(caseAt('dunned'), '2025-10-22', 'overseer', draft)).toBe(reason);
  });

  it('says what was above what', () => {
    const draft = draftOf('set_off', euro(2_501));
    expect(refusalOf(caseAt('dunned'), '2025-10-22', 'overseer', draft)?.facts).toEqual({
      amount: 250_100,
      outstanding: 250_000,
    });
  });

  it('lowers what is owed once it was approved; a part leaves the rest to be collected', () => {
    const drafted = take(caseAt('dunned'), '2025-10-22', 'overseer', draftOf('set_off', euro(500)));
    expect(drafted.state.outstanding).toBe(FINE);
    const part = take(drafted, '2025-10-23', 'decision_maker', approveOf(2));
    expect(part.state).toMatchObject({
      collection: 'dunned',
      outstanding: euro(2_000),
      payments: [{ kind: 'set_off', amount: euro(500), on: '2025-10-23', evidence: HASH }],
      decisions: [{ purpose: 'fine' }, { purpose: 'set_off', amount: euro(500) }],
    });
    const whole = setOff(part, '2025-10-24', 200_000, 3);
    expect(whole.state).toMatchObject({ collection: 'set_off', outstanding: 0 });
    expect(reasonOf(whole, '2025-10-25', 'overseer', draftOf('set_off', euro(1)))).toBe(
      'not_in_this_phase',
    );
  });

  it('what closed the claim last gives its name', () => {
    const part = setOff(caseAt('dunned'), '2025-10-22', 50_000);
    const paid = take(part, '2025-10-24', 'overseer', payment(euro(2_000)));
    expect(paid.state.collection).toBe('paid');
  });

  it('is refused at approval when a payment came first', () => {
    const drafted = take(caseAt('dunned'), '2025-10-22', 'overseer', draftOf('set_off'));
    const paid = take(drafted, '2025-10-23', 'overseer', payment(euro(1)));
    expect(refusalOf(paid, '2025-10-24', 'decision_maker', approveOf(2))).toMatchObject({
      reason: 'above_outstanding',
      facts: { amount: 250_000, outstanding: 249_900 },
    });
    const all = take(paid, '2025-10-24', 'overseer', payment(euro(2_499)));
    expect(reasonOf(all, '2025-10-25', 'decision_maker', approveOf(2))).toBe('not_in_this_phase');
  });
});

describe('Awb art. 4:104 to 4:106: the claim lapses after five years', () => {
  it.each<[string, CaseRun, string]>([
    ['from the end of the payment term', caseAt('in_default'), '2030-10-01'],
    ['again from the dunning notice', caseAt('dunned'), '2030-10-06'],
    ['again from the writ', caseAt('writ'), '2030-10-21'],
    ['again from a set-off', setOff(caseAt('writ'), '2026-01-05', 50_000), '2031-01-05'],
    [
      'not from a set-off within the payment term',
      setOff(caseAt('notified'), '2025-09-01', 50_000),
      '2030-10-01',
    ],
    [
      'not from a payment',
      take(caseAt('dunned'), '2025-12-01', 'overseer', payment(euro(1))),
      '2030-10-06',
    ],
  ])('%s', (_, run, lastDay) => {
    expect(collectionLapses(run, '2026-01-06')).toBe(lastDay);
    expect(refusalOf(run, lastDay, 'system', LAPSE)).toEqual({
      kind: 'refused',
      reason: 'term_running',
      facts: { lastDay },
    });
    const [year, rest] = [lastDay.slice(0, 8), Number(lastDay.slice(8))];
    const after = `${year}${String(rest + 1).padStart(2, '0')}`;
    expect(take(run, after, 'system', LAPSE).state).toMatchObject({
      phase: 'notified',
      collection: 'lapsed',
      outstanding: 0,
    });
  });

  it('ends the case when nothing can be brought against it any more', () => {
    const final = take(caseAt('writ'), '2025-11-01', 'system', FINAL);
    expect(take(final, '2030-10-22', 'system', LAPSE).state).toMatchObject({
      collection: 'lapsed',
      ended: { on: '2030-10-22', reason: 'lapsed' },
    });
  });

  it('what was paid in parts before goes back when the fine falls after all', () => {
    const part = take(caseAt('heard'), '2025-10-22', 'overseer', payment(euro(1_000)));
    const lapsed = take(part, '2030-10-02', 'system', LAPSE);
    expect(lapsed.state).toMatchObject({ collection: 'lapsed', outstanding: 0 });
    const told = takeAll(lapsed, [
      ['2030-10-03', 'overseer', draftOnObjection('amount_changed', euro(2_000))],
      ['2030-10-04', 'decision_maker', approveOf(2)],
      ['2030-10-05', 'overseer', { type: 'notify_objection_decision' }],
    ]);
    expect(told.state).toMatchObject({ collection: 'lapsed', outstanding: 0 });
    const annulled = takeAll(lapsed, [
      ['2030-10-03', 'overseer', draftOnObjection('annulled')],
      ['2030-10-04', 'decision_maker', approveOf(2)],
      ['2030-10-05', 'overseer', { type: 'notify_objection_decision' }],
    ]);
    expect(annulled.state).toMatchObject({ collection: 'annulled', outstanding: 0, ended: null });
    expect(
      reasonOf(annulled, '2030-10-06', 'overseer', {
        type: 'repay',
        amount: euro(1_000),
        evidence: 'Order 7',
      }),
    ).toBe('accepted');
  });

  it('nothing lapses that is paid or was never owed', () => {
    const paid = take(caseAt('dunned'), '2025-10-10', 'overseer', payment(FINE));
    expect(reasonOf(paid, '2035-01-01', 'system', LAPSE)).toBe('not_in_this_phase');
    expect(collectionLapses(caseAt('decided'), '2025-08-01')).toBeUndefined();
  });
});

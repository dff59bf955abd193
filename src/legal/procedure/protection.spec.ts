import { euro, euroCents } from '../kernel/euro-cents';
import { type CaseRun, refusalOf, take, takeAll } from '../testing/a-case';
import {
  approveOf,
  caseAt,
  draftOf,
  draftOnObjection,
  FINE,
  HASH,
  objection,
  payment,
} from '../testing/case-stages';
import { type CaseCommand, type CaseRole, type JudgmentOutcome } from './case';

function reasonOf(run: CaseRun, day: string, role: CaseRole, command: CaseCommand): unknown {
  return refusalOf(run, day, role, command)?.reason ?? 'accepted';
}

function judgment(outcome: JudgmentOutcome, amount = FINE): CaseCommand {
  return { type: 'receive_judgment', outcome, amount };
}

const HEARING: CaseCommand = { type: 'hold_hearing' };
const FINAL: CaseCommand = { type: 'become_final' };
const APPEAL: CaseCommand = { type: 'lodge_appeal' };

/** From a pending objection to the decision that was made known. */
function decidedOnObjection(run: CaseRun, draft: CaseCommand): CaseRun {
  return takeAll(run, [
    ['2025-11-03', 'overseer', draft],
    ['2025-11-05', 'decision_maker', approveOf(2)],
    ['2025-11-10', 'overseer', { type: 'notify_objection_decision' }],
  ]);
}

describe('Awb art. 6:7 to 6:9: six weeks to object, notified Wednesday 20 August 2025', () => {
  it.each<[string, string, string | null, boolean]>([
    ['on the last day', '2025-10-01', null, true],
    ['the day after', '2025-10-02', null, false],
    ['a week after, posted on the last day', '2025-10-08', '2025-10-01', true],
    ['a week and a day after, posted in time', '2025-10-09', '2025-10-01', false],
    ['within the week, posted a day late', '2025-10-08', '2025-10-02', false],
    ['within the week, the postmark cannot be read', '2025-10-02', null, false],
  ])('received %s', (_, day, postedOn, inTime) => {
    const run = take(caseAt('notified'), day, 'party', objection(postedOn));
    expect(run.state).toMatchObject({
      protection: 'objection',
      objection: {
        receivedOn: day,
        inTime,
        withCommittee: false,
        heardOn: null,
        hearingWaived: false,
        adjourned: false,
        decisionNotifiedOn: null,
      },
    });
  });

  it('one objection, after the decision was told', () => {
    expect(refusalOf(caseAt('objected'), '2025-09-16', 'party', objection())).toMatchObject({
      reason: 'already_done',
      facts: { on: '2025-09-15' },
    });
    expect(reasonOf(caseAt('decided'), '2025-08-01', 'party', objection())).toBe(
      'not_in_this_phase',
    );
  });

  it('becomes final when the term and the week of the post have passed', () => {
    expect(refusalOf(caseAt('notified'), '2025-10-08', 'system', FINAL)).toEqual({
      kind: 'refused',
      reason: 'term_running',
      facts: { lastDay: '2025-10-01', postUntil: '2025-10-08' },
    });
    const final = take(caseAt('notified'), '2025-10-09', 'system', FINAL);
    expect(final.state).toMatchObject({ protection: 'final', finalOn: '2025-10-09', ended: null });
    expect(reasonOf(final, '2025-10-10', 'system', FINAL)).toBe('not_in_this_phase');
  });

  it.each<[string, CaseRun]>([
    ['before it was told', caseAt('decided')],
    ['with an objection pending', caseAt('objected')],
  ])('never becomes final %s', (_, run) => {
    expect(reasonOf(run, '2027-01-01', 'system', FINAL)).toBe('not_in_this_phase');
  });

  it('an objection that is late is decided upon all the same: inadmissible and nothing else', () => {
    const final = take(caseAt('notified'), '2025-10-09', 'system', FINAL);
    const late = take(final, '2025-10-20', 'party', objection());
    expect(late.state).toMatchObject({ protection: 'objection', finalOn: null });
    for (const outcome of ['unfounded', 'amount_changed', 'annulled'] as const) {
      expect(
        refusalOf(late, '2025-10-21', 'overseer', draftOnObjection(outcome, euro(1))),
      ).toMatchObject({ reason: 'term_passed', facts: { outcome } });
    }
    expect(reasonOf(late, '2025-10-21', 'overseer', draftOnObjection('inadmissible'))).toBe(
      'accepted',
    );
  });
});

describe('Awb art. 7:2: heard before the decision on the objection', () => {
  const objected = caseAt('objected');

  it.each(['unfounded', 'amount_changed', 'annulled'] as const)(
    '%s asks for a hearing or for its waiver',
    (outcome) => {
      const draft = draftOnObjection(outcome, euro(1_000));
      expect(refusalOf(objected, '2025-10-20', 'overseer', draft)).toEqual({
        kind: 'refused',
        reason: 'hearing_missing',
        facts: { receivedOn: '2025-09-15' },
      });
      const heard = take(objected, '2025-10-20', 'overseer', HEARING);
      expect(reasonOf(heard, '2025-10-20', 'overseer', draft)).toBe('accepted');
      const waived = take(objected, '2025-10-20', 'overseer', { type: 'waive_hearing' });
      expect(reasonOf(waived, '2025-10-20', 'overseer', draft)).toBe('accepted');
    },
  );

  it('inadmissible does not', () => {
    expect(reasonOf(objected, '2025-10-20', 'overseer', draftOnObjection('inadmissible'))).toBe(
      'accepted',
    );
  });

  it('one hearing or one waiver', () => {
    const heard = take(objected, '2025-10-20', 'overseer', HEARING);
    expect(heard.state.objection).toMatchObject({ heardOn: '2025-10-20', hearingWaived: false });
    expect(refusalOf(heard, '2025-10-21', 'overseer', { type: 'waive_hearing' })).toMatchObject({
      reason: 'already_done',
      facts: { heardOn: '2025-10-20' },
    });
    const waived = take(objected, '2025-10-20', 'overseer', { type: 'waive_hearing' });
    expect(waived.state.objection).toMatchObject({ heardOn: null, hearingWaived: true });
    expect(refusalOf(waived, '2025-10-21', 'overseer', HEARING)).toMatchObject({
      reason: 'already_done',
      facts: { heardOn: '' },
    });
  });

  it.each<CaseCommand>([
    HEARING,
    { type: 'waive_hearing' },
    { type: 'refer_objection_to_committee' },
    { type: 'adjourn_objection' },
  ])('$type belongs between objection and decision', (command) => {
    expect(reasonOf(caseAt('notified'), '2025-09-16', 'overseer', command)).toBe(
      'not_in_this_phase',
    );
    const decided = caseAt('objection_approved');
    const unheard = {
      ...decided,
      state: { ...decided.state, objection: objected.state.objection },
    };
    expect(reasonOf(unheard, '2025-11-06', 'overseer', command)).toBe('not_in_this_phase');
  });
});

describe('Awb art. 7:10: the time to decide on the objection', () => {
  const objected = caseAt('objected');
  const adjourn: CaseCommand = { type: 'adjourn_objection' };

  it('is put off once, before it has passed', () => {
    expect(refusalOf(objected, '2025-11-13', 'overseer', adjourn)).toEqual({
      kind: 'refused',
      reason: 'term_passed',
      facts: { lastDay: '2025-11-12' },
    });
    const adjourned = take(objected, '2025-11-12', 'overseer', adjourn);
    expect(adjourned.state.objection).toMatchObject({ adjourned: true });
    expect(refusalOf(adjourned, '2025-11-12', 'overseer', adjourn)).toMatchObject({
      reason: 'already_done',
      facts: { adjourned: true },
    });
  });

  it('with a committee there is more time, and it is asked once', () => {
    const refer: CaseCommand = { type: 'refer_objection_to_committee' };
    const referred = take(objected, '2025-10-01', 'overseer', refer);
    expect(referred.state.objection).toMatchObject({ withCommittee: true });
    expect(refusalOf(referred, '2025-10-02', 'overseer', refer)).toMatchObject({
      reason: 'already_done',
      facts: { withCommittee: true },
    });
    expect(reasonOf(referred, '2025-12-24', 'overseer', adjourn)).toBe('accepted');
    expect(reasonOf(referred, '2025-12-25', 'overseer', adjourn)).toBe('term_passed');
  });

  it('passing it does not end the power to decide', () => {
    expect(reasonOf(caseAt('heard'), '2026-05-01', 'overseer', draftOnObjection('unfounded'))).toBe(
      'accepted',
    );
  });
});

describe('an objection never makes the fine higher', () => {
  const heard = caseAt('heard');

  it.each<[number, string]>([
    [0, 'amount_not_positive'],
    [1, 'accepted'],
    [249_999, 'accepted'],
    [250_000, 'higher_than_before'],
    [250_001, 'higher_than_before'],
  ])('changed to %i cents: %s', (cents, reason) => {
    const draft = draftOnObjection('amount_changed', euroCents(cents));
    expect(reasonOf(heard, '2025-11-03', 'overseer', draft)).toBe(reason);
  });

  it('a refusal says both amounts', () => {
    const draft = draftOnObjection('amount_changed', euro(3_000));
    expect(refusalOf(heard, '2025-11-03', 'overseer', draft)?.facts).toEqual({
      amount: 300_000,
      before: 250_000,
    });
  });

  it.each<['inadmissible' | 'unfounded' | 'annulled', number]>([
    ['inadmissible', 250_000],
    ['unfounded', 250_000],
    ['annulled', 0],
  ])('%s: the amount follows from the outcome', (outcome, amount) => {
    const run = take(heard, '2025-11-03', 'overseer', draftOnObjection(outcome, euro(9_999)));
    expect(run.state.draft).toMatchObject({ purpose: 'objection', outcome, amount });
  });

  it('a decision on an objection says how it ends, and comes after an objection, once', () => {
    const draft: CaseCommand = { ...draftOf('fine'), purpose: 'objection' };
    expect(refusalOf(heard, '2025-11-03', 'overseer', draft)).toMatchObject({
      reason: 'text_missing',
      facts: { field: 'outcome' },
    });
    expect(
      reasonOf(caseAt('notified'), '2025-08-21', 'overseer', draftOnObjection('unfounded')),
    ).toBe('not_in_this_phase');
    expect(
      refusalOf(
        caseAt('objection_approved'),
        '2025-11-06',
        'overseer',
        draftOnObjection('unfounded'),
      ),
    ).toMatchObject({ reason: 'already_decided', facts: { decidedOn: '2025-11-05' } });
  });

  it('is told after a second person decided, and not before', () => {
    const tell: CaseCommand = { type: 'notify_objection_decision' };
    expect(reasonOf(heard, '2025-11-03', 'overseer', tell)).toBe('not_in_this_phase');
    expect(reasonOf(caseAt('objection_drafted'), '2025-11-03', 'overseer', tell)).toBe(
      'not_in_this_phase',
    );
    expect(caseAt('objection_approved').state).toMatchObject({ protection: 'objection' });
    expect(caseAt('objection_decided').state).toMatchObject({
      protection: 'objection_decided',
      objection: { decisionNotifiedOn: '2025-11-10', receivedOn: '2025-09-15' },
      decisions: [{ purpose: 'fine' }, { purpose: 'objection', outcome: 'unfounded' }],
      collection: 'due',
      outstanding: FINE,
    });
    expect(reasonOf(caseAt('objection_decided'), '2025-11-11', 'overseer', tell)).toBe(
      'not_in_this_phase',
    );
  });

  it('lowers what is owed only when it was told', () => {
    const lower = draftOnObjection('amount_changed', euro(1_000));
    const approved = takeAll(heard, [
      ['2025-11-03', 'overseer', lower],
      ['2025-11-05', 'decision_maker', approveOf(2)],
    ]);
    expect(approved.state.outstanding).toBe(FINE);
    expect(decidedOnObjection(heard, lower).state).toMatchObject({
      outstanding: euro(1_000),
      collection: 'due',
    });
  });

  it('Awb art. 6:16: payment runs on meanwhile', () => {
    expect(reasonOf(heard, '2025-10-02', 'system', { type: 'payment_term_passed' })).toBe(
      'accepted',
    );
  });
});

describe('Awb art. 6:7 and 6:24: appeal and higher appeal', () => {
  const decided = caseAt('objection_decided');
  const appealed = take(decided, '2025-12-01', 'overseer', APPEAL);
  const judged = take(appealed, '2026-05-11', 'overseer', judgment('upheld', euro(9_999)));
  const higher = take(judged, '2026-06-01', 'overseer', APPEAL);

  it('the district court, and from it the Council of State', () => {
    expect(appealed.state).toMatchObject({
      protection: 'appeal',
      appeals: [{ court: 'district_court', lodgedOn: '2025-12-01', judgment: null }],
    });
    expect(judged.state).toMatchObject({
      protection: 'appeal',
      appeals: [{ judgment: { on: '2026-05-11', outcome: 'upheld', amount: FINE } }],
    });
    expect(higher.state).toMatchObject({
      protection: 'higher_appeal',
      appeals: [
        { court: 'district_court' },
        { court: 'council_of_state', lodgedOn: '2026-06-01', judgment: null },
      ],
    });
    const end = take(higher, '2027-01-11', 'overseer', judgment('upheld'));
    expect(end.state).toMatchObject({
      protection: 'final',
      finalOn: '2027-01-11',
      appeals: [
        { judgment: { on: '2026-05-11' } },
        { judgment: { on: '2027-01-11', outcome: 'upheld', amount: FINE } },
      ],
    });
  });

  it.each<[string, CaseRun, CaseCommand]>([
    ['an appeal without an objection', caseAt('notified'), APPEAL],
    ['an appeal while the objection is pending', caseAt('heard'), APPEAL],
    ['an appeal while the court has it', appealed, APPEAL],
    ['a third court', higher, APPEAL],
    ['a judgment without an appeal', decided, judgment('upheld')],
    ['a second judgment of one court', judged, judgment('upheld')],
    ['finality while the court has it', appealed, FINAL],
    ['finality while the Council has it', higher, FINAL],
  ])('there is no %s', (_, run, command) => {
    const role = command.type === 'become_final' ? 'system' : 'overseer';
    expect(reasonOf(run, '2028-01-03', role, command)).toBe('not_in_this_phase');
  });

  it('becomes final six weeks and a week after the decision, or after the judgment', () => {
    expect(refusalOf(decided, '2025-12-29', 'system', FINAL)).toMatchObject({
      reason: 'term_running',
      facts: { lastDay: '2025-12-22', postUntil: '2025-12-29' },
    });
    expect(reasonOf(decided, '2025-12-30', 'system', FINAL)).toBe('accepted');
    expect(refusalOf(judged, '2026-06-29', 'system', FINAL)).toMatchObject({
      reason: 'term_running',
      facts: { lastDay: '2026-06-22', postUntil: '2026-06-29' },
    });
    expect(take(judged, '2026-06-30', 'system', FINAL).state).toMatchObject({
      protection: 'final',
      finalOn: '2026-06-30',
    });
  });

  it.each<[number, string]>([
    [0, 'amount_not_positive'],
    [1, 'accepted'],
    [250_000, 'accepted'],
    [250_001, 'higher_than_before'],
  ])('a court that changes the amount makes it %i cents: %s', (cents, reason) => {
    const command = judgment('amount_changed', euroCents(cents));
    expect(reasonOf(appealed, '2026-05-11', 'overseer', command)).toBe(reason);
  });

  it('a refusal says both amounts', () => {
    const high = judgment('amount_changed', euro(2_501));
    expect(refusalOf(appealed, '2026-05-11', 'overseer', high)?.facts).toEqual({
      amount: 250_100,
      before: 250_000,
    });
    const none = judgment('amount_changed', euro(0));
    expect(refusalOf(appealed, '2026-05-11', 'overseer', none)?.facts).toEqual({ amount: 0 });
  });

  it('what the first court lowered, the highest can bring back, up to what was decided', () => {
    const lowered = take(appealed, '2026-05-11', 'overseer', {
      ...judgment('amount_changed', euro(500)),
    });
    expect(lowered.state).toMatchObject({ outstanding: euro(500), collection: 'due' });
    const before = take(lowered, '2026-06-01', 'overseer', APPEAL);
    const upheld = take(before, '2027-01-11', 'overseer', judgment('upheld'));
    expect(upheld.state).toMatchObject({ outstanding: euro(500) });
    const back = take(before, '2027-01-11', 'overseer', judgment('amount_changed', FINE));
    expect(back.state).toMatchObject({ outstanding: FINE, collection: 'due' });
    expect(
      reasonOf(before, '2027-01-11', 'overseer', judgment('amount_changed', euro(2_501))),
    ).toBe('higher_than_before');
  });

  it('an annulled fine is owed no more; the highest court can bring that back too', () => {
    const annulled = take(appealed, '2026-05-11', 'overseer', judgment('annulled', euro(3)));
    expect(annulled.state).toMatchObject({
      collection: 'annulled',
      outstanding: 0,
      appeals: [{ judgment: { outcome: 'annulled', amount: 0 } }],
      ended: null,
    });
    const higherUp = take(annulled, '2026-06-01', 'overseer', APPEAL);
    const back = take(higherUp, '2027-01-11', 'overseer', judgment('amount_changed', FINE));
    expect(back.state).toMatchObject({ collection: 'due', outstanding: FINE, protection: 'final' });
    const final = take(annulled, '2026-06-30', 'system', FINAL);
    expect(final.state).toMatchObject({
      collection: 'annulled',
      ended: { on: '2026-06-30', reason: 'annulled' },
    });
  });
});

describe('what was overpaid goes back (Awb art. 4:102)', () => {
  const repay = (amount: number): CaseCommand => ({
    type: 'repay',
    amount: euroCents(amount),
    evidence: 'Order 7',
  });
  const paid = take(caseAt('heard'), '2025-10-20', 'overseer', payment(FINE));
  const lowered = decidedOnObjection(paid, draftOnObjection('amount_changed', euro(1_000)));

  it('after a lower amount the difference, in parts, with its evidence', () => {
    expect(lowered.state).toMatchObject({ collection: 'paid', outstanding: 0, ended: null });
    expect(refusalOf(lowered, '2025-11-17', 'overseer', repay(150_001))).toMatchObject({
      reason: 'above_outstanding',
      facts: { amount: 150_001, outstanding: 150_000 },
    });
    expect(reasonOf(lowered, '2025-11-17', 'overseer', repay(0))).toBe('amount_not_positive');
    expect(
      refusalOf(lowered, '2025-11-17', 'overseer', {
        type: 'repay',
        amount: euro(1),
        evidence: '',
      }),
    ).toMatchObject({ reason: 'text_missing', facts: { field: 'evidence' } });
    const half = take(lowered, '2025-11-17', 'overseer', repay(100_000));
    expect(half.state.payments).toEqual([
      { kind: 'paid', amount: FINE, on: '2025-10-20', evidence: 'Statement 12' },
      { kind: 'repaid', amount: 100_000, on: '2025-11-17', evidence: 'Order 7' },
    ]);
    expect(reasonOf(half, '2025-11-18', 'overseer', repay(50_001))).toBe('above_outstanding');
    const done = take(half, '2025-11-18', 'overseer', repay(50_000));
    expect(done.state).toMatchObject({ collection: 'paid', outstanding: 0 });
    expect(refusalOf(done, '2025-11-19', 'overseer', repay(1))).toMatchObject({
      reason: 'nothing_to_repay',
      facts: { outstanding: 0 },
    });
  });

  it('the case does not end before it did', () => {
    const annulled = decidedOnObjection(paid, draftOnObjection('annulled'));
    expect(annulled.state).toMatchObject({ collection: 'annulled', outstanding: 0 });
    const final = take(annulled, '2025-12-30', 'system', FINAL);
    expect(final.state).toMatchObject({ protection: 'final', ended: null });
    const repaid = take(final, '2026-01-05', 'overseer', repay(250_000));
    expect(repaid.state).toMatchObject({ ended: { on: '2026-01-05', reason: 'annulled' } });
    expect(reasonOf(repaid, '2026-01-06', 'overseer', repay(1))).toBe('case_has_ended');
  });

  it('a draft that hangs on a case that ends goes with it', () => {
    const final = take(caseAt('notified'), '2025-10-09', 'system', FINAL);
    const drafted = take(final, '2025-10-10', 'overseer', draftOf('set_off'));
    expect(drafted.state.draft?.sha256).toBe(HASH);
    const paidUp = take(drafted, '2025-10-11', 'overseer', payment(FINE));
    expect(paidUp.state).toMatchObject({
      draft: null,
      ended: { on: '2025-10-11', reason: 'paid' },
    });
  });
});

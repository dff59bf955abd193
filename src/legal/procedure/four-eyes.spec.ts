import { type CaseRun, PEOPLE, refusalOf, take, takeAll } from '../testing/a-case';
import { approveOf, caseAt, draftOf, FINE, HASH } from '../testing/case-stages';
import { type CaseActor, type CaseCommand, type CaseRole } from './case';

function reasonOf(run: CaseRun, day: string, role: CaseRole, command: CaseCommand): unknown {
  return refusalOf(run, day, role, command)?.reason ?? 'accepted';
}

const ADVICE: CaseCommand = { type: 'receive_advice', advice: 'other', text: 'Look again.' };

describe('decision D8: one drafts, a second person decides on exactly that', () => {
  const drafted = caseAt('drafted');
  const back: CaseCommand = { type: 'send_back_draft', reason: 'Say more.' };

  it('a draft keeps its hash, its author and its number', () => {
    expect(drafted.state.draft).toEqual({
      purpose: 'fine',
      version: 1,
      sha256: HASH,
      draftedBy: 'olga',
      draftedOn: '2025-07-25',
      amount: FINE,
      reasons: 'For the reasons given.',
      outcome: null,
    });
    expect(
      refusalOf(caseAt('advised'), '2025-07-25', 'overseer', { ...draftOf('fine'), reasons: '' }),
    ).toMatchObject({ reason: 'text_missing', facts: { field: 'reasons' } });
  });

  it.each<[CaseRole]>([
    ['decision_maker'],
    ['committee_member'],
    ['committee_secretary'],
    ['party'],
    ['system'],
  ])('a %s does not draft or withdraw', (role) => {
    expect(reasonOf(caseAt('advised'), '2025-07-25', role, draftOf('fine'))).toBe('role_may_not');
    expect(reasonOf(drafted, '2025-07-25', role, { type: 'withdraw_draft' })).toBe('role_may_not');
  });

  it.each<[CaseRole]>([
    ['overseer'],
    ['committee_member'],
    ['committee_secretary'],
    ['party'],
    ['system'],
  ])('a %s does not approve or send back', (role) => {
    expect(reasonOf(drafted, '2025-07-28', role, approveOf(1))).toBe('role_may_not');
    expect(reasonOf(drafted, '2025-07-28', role, back)).toBe('role_may_not');
  });

  it('the drafter does not decide, whatever other role the account has', () => {
    const olga: CaseActor = { id: 'olga', role: 'decision_maker' };
    const answer = refusalOf(drafted, '2025-07-28', 'decision_maker', approveOf(1), olga);
    expect(answer).toEqual({
      kind: 'refused',
      reason: 'second_person_needed',
      facts: { draftedBy: 'olga' },
    });
    expect(refusalOf(drafted, '2025-07-28', 'decision_maker', back, olga)?.reason).toBe(
      'second_person_needed',
    );
    const forgotten = { ...drafted, history: { takenBy: [] } };
    expect(refusalOf(forgotten, '2025-07-28', 'decision_maker', approveOf(1), olga)?.reason).toBe(
      'second_person_needed',
    );
  });

  it.each<CaseCommand>([draftOf('fine'), { type: 'withdraw_draft' }])(
    'who once prepared a decision in this case ($type) decides on none of it',
    (command) => {
      const anna: CaseActor = { id: 'anna', role: 'overseer' };
      const before = command.type === 'withdraw_draft' ? drafted : caseAt('advised');
      const first = take(before, '2025-07-26', 'overseer', command, anna);
      const emptied =
        first.state.draft === null
          ? first
          : take(first, '2025-07-26', 'overseer', { type: 'withdraw_draft' });
      const again = take(emptied, '2025-07-27', 'overseer', draftOf('fine'));
      const version = again.state.draft?.version ?? 0;
      const asDecider: CaseActor = { id: 'anna', role: 'decision_maker' };
      expect(
        refusalOf(again, '2025-07-28', 'decision_maker', approveOf(version), asDecider)?.reason,
      ).toBe('second_person_needed');
      expect(reasonOf(again, '2025-07-28', 'decision_maker', approveOf(version))).toBe('accepted');
    },
  );

  it.each<[string, CaseCommand]>([
    ['another hash', approveOf(1, 'cd'.repeat(32))],
    ['another version', approveOf(2)],
  ])('an approval of %s approves nothing', (_, approval) => {
    expect(refusalOf(drafted, '2025-07-28', 'decision_maker', approval)).toEqual({
      kind: 'refused',
      reason: 'content_changed',
      facts: { version: 1, sha256: HASH },
    });
  });

  it('a second draft waits until the first is withdrawn or sent back; its number goes on', () => {
    expect(refusalOf(drafted, '2025-07-26', 'overseer', draftOf('no_fine'))).toEqual({
      kind: 'refused',
      reason: 'draft_pending',
      facts: { purpose: 'fine', version: 1 },
    });
    expect(
      refusalOf(drafted, '2025-07-26', 'decision_maker', { ...back, reason: '' }),
    ).toMatchObject({ reason: 'text_missing', facts: { field: 'reason' } });
    for (const emptied of [
      take(drafted, '2025-07-26', 'overseer', { type: 'withdraw_draft' }),
      take(drafted, '2025-07-26', 'decision_maker', back),
    ]) {
      expect(emptied.state).toMatchObject({ phase: 'at_committee', draft: null, draftsMade: 1 });
      const second = take(emptied, '2025-07-26', 'overseer', draftOf('no_fine'));
      expect(second.state.draft).toMatchObject({ purpose: 'no_fine', version: 2 });
    }
  });

  it.each<CaseCommand>([approveOf(1), back])('without a draft there is nothing to $type', (one) => {
    expect(refusalOf(caseAt('advised'), '2025-07-25', 'decision_maker', one)).toEqual({
      kind: 'refused',
      reason: 'no_draft',
      facts: { phase: 'at_committee' },
    });
    expect(reasonOf(caseAt('advised'), '2025-07-25', 'overseer', { type: 'withdraw_draft' })).toBe(
      'no_draft',
    );
  });

  it('the decision keeps both names', () => {
    expect(caseAt('decided').state).toMatchObject({
      phase: 'decided_fine',
      draft: null,
      outstanding: 0,
      decisions: [
        {
          purpose: 'fine',
          sha256: HASH,
          draftedBy: 'olga',
          approvedBy: 'dirk',
          decidedOn: '2025-07-28',
          amount: FINE,
          reasons: 'For the reasons given.',
          outcome: null,
        },
      ],
    });
  });
});

describe('Bfpp art. 2 lid 6: who advises does not prepare or decide, and the other way round', () => {
  const seats: readonly CaseRole[] = ['committee_member', 'committee_secretary'];

  it.each(seats)('a %s who acted in this case has no hand in the decision', (seat) => {
    const carla: CaseActor = { id: 'carla', role: seat };
    const advised = take(caseAt('sent'), '2025-07-01', seat, ADVICE, carla);
    const asOverseer: CaseActor = { id: 'carla', role: 'overseer' };
    const asDecider: CaseActor = { id: 'carla', role: 'decision_maker' };
    expect(refusalOf(advised, '2025-07-02', 'overseer', draftOf('fine'), asOverseer)).toEqual({
      kind: 'refused',
      reason: 'role_may_not',
      facts: { article: 'Bfpp 2 lid 6', actedAs: seat },
    });
    const drafted = take(advised, '2025-07-02', 'overseer', draftOf('fine'));
    for (const [actor, command] of [
      [asOverseer, { type: 'withdraw_draft' }],
      [asDecider, { type: 'send_back_draft', reason: 'Again.' }],
      [asDecider, approveOf(1)],
    ] as const) {
      expect(refusalOf(drafted, '2025-07-03', actor.role, command, actor)).toMatchObject({
        reason: 'role_may_not',
        facts: { article: 'Bfpp 2 lid 6', actedAs: seat },
      });
    }
  });

  it('who prepared a decision in this case does not advise on it', () => {
    const drafted = takeAll(caseAt('sent'), [
      ['2025-06-17', 'overseer', draftOf('no_fine')],
      ['2025-06-18', 'overseer', { type: 'withdraw_draft' }],
    ]);
    const olga: CaseActor = { id: 'olga', role: 'committee_secretary' };
    for (const command of [ADVICE, { type: 'extend_advice' }] as const) {
      expect(refusalOf(drafted, '2025-07-01', 'committee_secretary', command, olga)).toMatchObject({
        reason: 'role_may_not',
        facts: { article: 'Bfpp 2 lid 6' },
      });
      expect(
        refusalOf(
          drafted,
          '2025-07-01',
          'committee_secretary',
          command,
          PEOPLE.committee_secretary,
        ),
      ).toBeNull();
    }
  });
});

import { type Contribution, type DonorYear } from '../facts/contribution';
import { type Donor } from '../facts/donor';
import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import {
  aContribution,
  aDeclaration,
  aDonor,
  aDonorYear,
  aGroup,
  anOwnCap,
  anOverview,
  aRegisteredDonor,
  CANDIDATE,
  cents,
  inKind,
  PARTY,
  YOUTH,
} from '../testing/a-donor-year';
import { preCheck, type PreCheck } from './pre-check';
import { CAP_APART, type JudgementPolicy } from './rule';

const TODAY = plainDate('2025-04-17');
const DAY = '2025-04-17';

function check(
  intended: Contribution,
  booked: readonly Contribution[] = [],
  over: Partial<DonorYear> & { readonly policy?: JudgementPolicy } = {},
): PreCheck {
  const { policy, ...facts } = over;
  return preCheck(aDonorYear(booked, { year: 2025, ...facts }), intended, TODAY, policy);
}

function verdictOf({ verdict, acceptable }: PreCheck): readonly [string, number | null] {
  return [verdict, acceptable];
}

describe('may I accept this? asked before anything is stored', () => {
  it('an ordinary gift may be accepted', () => {
    const answer = check(aContribution(500, DAY));
    expect(answer).toMatchObject({
      verdict: 'may_accept',
      acceptable: euro(500),
      reasons: [],
      room: { before: euro(100_000), after: euro(99_500) },
      missingEvidence: [],
      duty: null,
    });
  });

  it('art. 25a: 10 000 may be accepted and must be notified by 24 April 2025 (by the statute 23)', () => {
    const answer = check(aContribution(10_000, DAY));
    expect(verdictOf(answer)).toEqual(['may_accept_with_duties', euro(10_000)]);
    expect(answer.duty).toMatchObject({
      totalAfter: euro(10_000),
      due: { enforced: { lastDay: '2025-04-24' }, statutory: { lastDay: '2025-04-23' } },
    });
  });

  it('art. 21: with particulars missing it may be accepted, once they are there', () => {
    const donor = aDonor({ particulars: { name: true, address: false, ubo: false } });
    const answer = check(aContribution(500, DAY), [], { donor });
    expect(answer).toMatchObject({
      verdict: 'may_accept_with_duties',
      missingEvidence: ['address'],
    });
  });

  it.each([
    ['exactly the room', 40_000, ['may_accept_with_duties', euro(40_000)]],
    ['a cent more than the room', 40_000.01, ['may_accept_part', euro(40_000)]],
  ])('art. 29b: %s', (_, euros, answer) => {
    const booked = [aContribution(60_000, '2025-01-06', { recipient: YOUTH })];
    expect(verdictOf(check(aContribution(euros, DAY), booked))).toEqual(answer);
  });

  it('art. 29b: without room nothing may be accepted', () => {
    const answer = check(aContribution(0.01, DAY), [aContribution(100_000, '2025-01-06')]);
    expect(verdictOf(answer)).toEqual(['may_not_accept', 0]);
    expect(answer.reasons.map(({ rule }) => rule)).toEqual(['WFPP-29b-1']);
    expect(answer.room).toEqual({ before: 0, after: 0 });
  });

  it('art. 29b: when over already, only what this gift adds counts', () => {
    const answer = check(aContribution(1_000, DAY), [aContribution(130_000, '2025-01-06')]);
    expect(verdictOf(answer)).toEqual(['may_not_accept', 0]);
    expect(answer.reasons[0]?.remedy?.open).toBe(euro(31_000));
  });

  it('art. 29b, apart: money has room of its own beside in kind', () => {
    const booked = [inKind(100_000, '2025-01-06')];
    const gift = aContribution(50_000, DAY);
    expect(check(gift, booked).verdict).toBe('may_not_accept');
    expect(check(gift, booked, { policy: CAP_APART }).acceptable).toBe(euro(50_000));
  });

  it('art. 23a: nothing may be accepted from abroad', () => {
    const donor = aDonor({ declaration: aDeclaration({ dutchNational: false }) });
    expect(verdictOf(check(aContribution(5, DAY), [], { donor }))).toEqual(['may_not_accept', 0]);
  });

  it('D6: dues of a minor are a warning and may be accepted', () => {
    const donor = aDonor({ declaration: aDeclaration({ dateOfBirth: plainDate('2010-01-01') }) });
    const dues = aContribution(5, DAY, { type: 'membership_dues' });
    const answer = check(dues, [], { donor });
    expect(verdictOf(answer)).toEqual(['may_accept', euro(5)]);
    expect(answer.reasons).toMatchObject([{ severity: 'warning', outcome: 'minor' }]);
  });

  it.each([
    ['250,00 whole', 250, ['may_accept', euro(250)]],
    ['250 of 250,01', 250.01, ['may_accept_part', euro(250)]],
  ])('art. 23: of an anonymous gift %s', (_, euros, answer) => {
    const donor = aDonor({ kind: 'anonymous', declaration: null });
    expect(verdictOf(check(aContribution(euros, DAY), [], { donor }))).toEqual(answer);
  });

  it('art. 21a: from a foundation 1 000 in a year, the rest with an overview', () => {
    const donor = (lookThrough: Donor['lookThrough'] = []): Donor =>
      aRegisteredDonor({ kind: 'foundation', lookThrough });
    const booked = [aContribution(400, '2025-01-06')];
    const without = check(aContribution(5_000, DAY), booked, { donor: donor() });
    expect(verdictOf(without)).toEqual(['may_accept_part', euro(600)]);
    expect(without.missingEvidence).toEqual(['look_through_overview']);
    const overview = donor([anOverview(2025, '2025-04-01')]);
    expect(verdictOf(check(aContribution(5_000, DAY), booked, { donor: overview }))).toEqual([
      'may_accept',
      euro(5_000),
    ]);
  });

  it('arts. 21a and 29b: grounds are not added up, the one that takes most decides', () => {
    const donor = aRegisteredDonor({ kind: 'foundation' });
    expect(check(aContribution(150_000, DAY), [], { donor }).acceptable).toBe(euro(1_000));
  });

  it('counts what it would become, per recipient and for the group', () => {
    const booked = [aContribution(600, '2025-01-06', { recipient: YOUTH })];
    expect(check(aContribution(500, DAY), booked).totals).toEqual({
      before: {
        group: { gross: euro(600), net: euro(600) },
        recipients: [{ recipient: YOUTH, gross: euro(600), net: euro(600) }],
      },
      after: {
        group: { gross: euro(1_100), net: euro(1_100) },
        recipients: [
          { recipient: PARTY, gross: euro(500), net: euro(500) },
          { recipient: YOUTH, gross: euro(600), net: euro(600) },
        ],
      },
    });
  });
});

describe('only what the intended gift causes or worsens is a reason', () => {
  it('not what was already wrong and stays as it was', () => {
    const donor = aDonor({ particulars: { name: false, address: true, ubo: false } });
    const booked = [aContribution(5_000, '2025-01-06')];
    expect(check(aContribution(100, DAY), booked, { donor })).toMatchObject({
      verdict: 'may_accept',
      reasons: [],
    });
  });

  it('but what was already wrong and gets worse', () => {
    const donor = aDonor({ particulars: { name: false, address: true, ubo: false } });
    const booked = [aContribution(5_000, '2025-01-06')];
    const answer = check(aContribution(300, DAY), booked, { donor });
    expect(answer).toMatchObject({
      verdict: 'may_accept_with_duties',
      reasons: [{ rule: 'WFPP-21-1' }],
      missingEvidence: ['name'],
    });
  });

  it('a gift booked late shows the notice it causes for a later one', () => {
    const booked = aContribution(6_000, '2025-04-14');
    const answer = check(aContribution(5_000, '2025-04-10'), [booked]);
    expect(answer.verdict).toBe('may_accept_with_duties');
    expect(answer.duty).toMatchObject({ contribution: booked.ref, totalAfter: euro(11_000) });
  });

  it('is taken as booked last on its day', () => {
    const intended = aContribution(5_000, DAY, { sequence: 0 });
    const answer = check(intended, [aContribution(6_000, DAY)]);
    expect(answer.duty).toMatchObject({ contribution: intended.ref, totalAfter: euro(11_000) });
  });

  it('D2 and T24 are told, and stand in no way', () => {
    const booked = [aContribution(6_000, '2025-01-06')];
    const answer = check(aContribution(6_000, DAY, { recipient: YOUTH }), booked);
    expect(verdictOf(answer)).toEqual(['may_accept', euro(6_000)]);
    expect(answer.reasons.map(({ rule }) => rule)).toEqual(['D2-GROUP-TOTAL']);
  });

  it('T24: a large gift is told to bring the small ones before it into the overview', () => {
    const small = aContribution(0.01, '2025-01-06');
    const answer = check(aContribution(999.99, DAY), [small]);
    expect(verdictOf(answer)).toEqual(['may_accept', cents(999.99)]);
    expect(answer.reasons).toMatchObject([
      { rule: 'WFPP-25-1-B', contributions: [{ contribution: small.ref }] },
    ]);
  });

  it('art. 34: the own cap is told, and stands in no way', () => {
    const group = aGroup({ ownCaps: [anOwnCap(400)] });
    const answer = check(aContribution(500, DAY), [], { group });
    expect(verdictOf(answer)).toEqual(['may_accept', euro(500)]);
    expect(answer.reasons.map(({ rule }) => rule)).toEqual(['WFPP-34-OWN-CAP']);
  });
});

describe('D19: what cannot be decided is no yes and no no', () => {
  it('without a declaration', () => {
    const donor = aDonor({ declaration: null });
    expect(check(aContribution(5, DAY), [], { donor })).toMatchObject({
      verdict: 'cannot_decide',
      acceptable: null,
      missingEvidence: ['declaration'],
    });
  });

  it('but a certain no goes first: without room the declaration makes no difference', () => {
    const donor = aDonor({ declaration: null });
    const booked = [aContribution(100_000, '2025-01-06')];
    expect(check(aContribution(5, DAY), booked, { donor }).verdict).toBe('may_not_accept');
  });

  it('with room for a part it stays undecided', () => {
    const donor = aDonor({ declaration: null });
    const booked = [aContribution(99_999, '2025-01-06')];
    expect(check(aContribution(5, DAY), booked, { donor }).verdict).toBe('cannot_decide');
  });

  it('for a recipient that is not in the group on that day', () => {
    expect(check(aContribution(5, DAY, { recipient: 'someone-else' }))).toMatchObject({
      verdict: 'cannot_decide',
      acceptable: null,
      missingEvidence: ['recipient_membership'],
    });
  });

  it('a candidate is a recipient like another', () => {
    expect(check(aContribution(500, DAY, { recipient: CANDIDATE })).verdict).toBe('may_accept');
  });
});

import { type DonorYear } from '../facts/contribution';
import { type Donor, type EligibilityDeclaration } from '../facts/donor';
import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import {
  aContribution,
  aDeclaration,
  aDonor,
  aDonorYear,
  aGroup,
  aRegisteredDonor,
  aSettlement,
  aStatus,
  BRANCH,
  CANDIDATE,
  inKind,
  LATER,
  PARTY,
} from '../testing/a-donor-year';
import { type Finding } from './finding';
import { judgeDonorYear } from './judge';
import { type JudgementPolicy } from './rule';

const DAY = '2025-03-03';

function foreign(facts: DonorYear, policy?: JudgementPolicy): readonly Finding[] {
  const { findings } = judgeDonorYear(facts, LATER, policy);
  return findings.filter(({ rule }) => rule === 'WFPP-23a-1');
}

/** The answer for a gift of one cent from this donor: 'allowed', or severity and outcome. */
function answerFor(donor: Donor, receivedOn = DAY): string {
  const [found] = foreign(aDonorYear([aContribution(0.01, receivedOn)], { donor }));
  return found === undefined ? 'allowed' : `${found.severity}: ${found.outcome}`;
}

function person(declaration: Partial<EligibilityDeclaration>): Donor {
  return aDonor({ declaration: aDeclaration(declaration) });
}

describe('Wfpp art. 23a, art. 1 onder m: who may give (law file 5)', () => {
  it.each<[string, Partial<EligibilityDeclaration>, string]>([
    ['a Dutch national of age in the Netherlands', {}, 'allowed'],
    ['a Dutch national abroad, voter registration or not', { residence: 'SG' }, 'allowed'],
    ['a Dutch national on Bonaire', { residence: 'BQ' }, 'allowed'],
    ['someone who is Dutch and something else too', { dutchNational: true }, 'allowed'],
    ['a foreign national in the Netherlands', { dutchNational: false }, 'finding: not_dutch'],
    ['a foreign national abroad', { dutchNational: false, residence: 'BE' }, 'finding: not_dutch'],
    [
      'someone who lost the vote by final judgment',
      { disenfranchised: true },
      'finding: disenfranchised',
    ],
  ])('%s', (_, declaration, answer) => {
    expect(answerFor(person(declaration))).toBe(answer);
  });

  it.each(['AW', 'CW', 'SX'])('a Dutch national living in %s only on a ground of B 1', (place) => {
    const answers = (
      ['ten_years_resident', 'dutch_public_service', 'household', 'none', null] as const
    ).map((caribbeanGround) => answerFor(person({ residence: place, caribbeanGround })));
    expect(answers).toEqual([
      'allowed',
      'allowed',
      'allowed',
      'finding: no_caribbean_ground',
      'undecided: caribbean_ground_unknown',
    ]);
  });

  it('a ground is not asked of who lives elsewhere', () => {
    expect(answerFor(person({ residence: 'BE', caribbeanGround: 'none' }))).toBe('allowed');
  });

  it.each([
    ['the day before the eighteenth birthday', '2007-03-04', 'finding: minor'],
    ['on the eighteenth birthday', '2007-03-03', 'allowed'],
    ['the day after', '2007-03-02', 'allowed'],
  ])('age counts on the day of receipt: %s', (_, dateOfBirth, answer) => {
    expect(answerFor(person({ dateOfBirth: plainDate(dateOfBirth) }))).toBe(answer);
  });

  it.each([
    ['2026-02-28', 'finding: minor'],
    ['2026-03-01', 'allowed'],
  ])('born on 29 February 2008, a gift on %s', (receivedOn, answer) => {
    expect(answerFor(person({ dateOfBirth: plainDate('2008-02-29') }), receivedOn)).toBe(answer);
  });

  it('a minor who comes of age in the year: only what was given before', () => {
    const gifts = [aContribution(50, '2025-03-02'), aContribution(60, '2025-03-03')];
    const donor = person({ dateOfBirth: plainDate('2007-03-03') });
    const found = foreign(aDonorYear(gifts, { donor }));
    expect(found.flatMap(({ contributions }) => contributions.map(({ amount }) => amount))).toEqual(
      [euro(50)],
    );
  });

  it.each<[string, boolean, string, string]>([
    ['adult, declared on the day of receipt', true, DAY, 'allowed'],
    ['adult, declared a day later', true, '2025-03-04', 'undecided: age_unknown'],
    ['minor, declared on the day of receipt', false, DAY, 'finding: minor'],
    ['minor, declared a day earlier', false, '2025-03-02', 'undecided: age_unknown'],
  ])('without a date of birth: %s', (_, adult, declaredOn, answer) => {
    const donor = person({ adult, dateOfBirth: null, declaredOn: plainDate(declaredOn) });
    expect(answerFor(donor)).toBe(answer);
  });

  it.each<[string, boolean, string, string]>([
    ['adult on the day of receipt', true, DAY, 'allowed'],
    ['adult on the day after', true, '2025-03-04', 'undecided: age_unknown'],
    ['minor on the day of receipt', false, DAY, 'finding: minor'],
    ['minor on the day before', false, '2025-03-02', 'undecided: age_unknown'],
  ])('declared a month later, of another day: %s', (_, adult, day, answer) => {
    const declaredOn = plainDate('2025-04-03');
    const donor = person({ adult, dateOfBirth: null, declaredOn, adultOn: plainDate(day) });
    expect(answerFor(donor)).toBe(answer);
  });

  it.each<[string, Partial<Donor>, string]>([
    ['a Dutch company in the Handelsregister', { kind: 'legal_person' }, 'allowed'],
    ['a foreign company with a branch in the Handelsregister', {}, 'allowed'],
    ['an undertaking in the Handelsregister, as a VOF', { kind: 'undertaking' }, 'allowed'],
    ['a foundation in the Handelsregister', { kind: 'foundation' }, 'allowed'],
    [
      'a foreign company that is not in it',
      { inTradeRegister: false },
      'finding: not_in_trade_register',
    ],
    [
      'a foreign foundation that is not in it',
      { kind: 'foundation', inTradeRegister: false },
      'finding: not_in_trade_register',
    ],
    [
      'an informal association',
      { kind: 'association', inTradeRegister: false },
      'finding: not_in_trade_register',
    ],
    ['a company nobody looked up', { inTradeRegister: null }, 'undecided: trade_register_unknown'],
  ])('%s', (_, donor, answer) => {
    expect(answerFor(aRegisteredDonor(donor))).toBe(answer);
  });

  it.each<[string, Partial<EligibilityDeclaration> | null, string]>([
    ['who was Dutch and of age', { adult: true, dateOfBirth: null }, 'allowed'],
    ['who was no Dutch national', { dutchNational: false }, 'finding: not_dutch'],
    ['who died a minor', { adult: false, dateOfBirth: null }, 'finding: minor'],
    [
      'who died a minor and would be of age by now',
      { adult: false, dateOfBirth: plainDate('2005-01-01') },
      'finding: minor',
    ],
    [
      'whose age at death is not known',
      { adult: null, dateOfBirth: plainDate('2005-01-01') },
      'undecided: age_unknown',
    ],
    [
      'who never reached the age',
      { adult: null, dateOfBirth: plainDate('2010-01-01') },
      'finding: minor',
    ],
    ['of whom nothing is declared', null, 'undecided: declaration_missing'],
  ])('an estate is judged on the deceased: %s', (_, declaration, answer) => {
    const donor = aDonor({
      kind: 'estate',
      declaration: declaration === null ? null : aDeclaration(declaration),
    });
    expect(answerFor(donor)).toBe(answer);
  });

  it.each(['anonymous', 'group_member'] as const)('%s is not tested', (kind) => {
    expect(answerFor(aDonor({ kind, declaration: null }))).toBe('allowed');
  });

  it('a joint account is two donors, each tested on their own', () => {
    const partner = person({ dutchNational: false });
    expect([answerFor(aDonor()), answerFor(partner)]).toEqual(['allowed', 'finding: not_dutch']);
  });
});

describe('D19: what nobody declared is neither a breach nor a pass', () => {
  it.each<[string, Donor, string, readonly string[]]>([
    [
      'no declaration',
      aDonor({ declaration: null }),
      'undecided: declaration_missing',
      ['declaration'],
    ],
    [
      'nationality',
      person({ dutchNational: null }),
      'undecided: nationality_unknown',
      ['nationality'],
    ],
    ['age', person({ dateOfBirth: null, adult: null }), 'undecided: age_unknown', ['age']],
    ['residence', person({ residence: null }), 'undecided: residence_unknown', ['residence']],
    [
      'right to vote',
      person({ disenfranchised: null }),
      'undecided: disenfranchised_unknown',
      ['disenfranchised'],
    ],
    [
      'nationality and residence',
      person({ dutchNational: null, residence: null }),
      'undecided: nationality_unknown',
      ['nationality', 'residence'],
    ],
  ])('%s', (_, donor, answer, missing) => {
    const [found] = foreign(aDonorYear([aContribution(0.01, DAY)], { donor }));
    expect(answerFor(donor)).toBe(answer);
    expect(found).toMatchObject({ missing, remedy: null, recipient: PARTY });
  });

  it('one fact that rules the donor out decides, whatever else is unknown', () => {
    expect(answerFor(person({ dutchNational: false, residence: null, adult: null }))).toBe(
      'finding: not_dutch',
    );
  });

  it('a parameter nobody knows', () => {
    const policy: JudgementPolicy = {
      overrides: [{ key: 'foreign_gifts', unit: 'text', values: [] }],
    };
    const [found] = foreign(aDonorYear([aContribution(5, DAY)], { donor: person({}) }), policy);
    expect(found).toMatchObject({
      severity: 'undecided',
      outcome: 'parameter_unknown',
      missing: ['parameter:foreign_gifts'],
    });
  });
});

describe('Wfpp art. 23a: what, when and to whom', () => {
  const stranger = (): Donor => person({ dutchNational: false, residence: 'HK' });

  it.each([
    ['2022-12-31', 0],
    ['2023-01-01', 1],
  ])('T8: a gift from Hong Kong on %s', (receivedOn, findings) => {
    const facts = aDonorYear([aContribution(355_000, receivedOn)], { donor: stranger() });
    expect(foreign(facts)).toHaveLength(findings);
  });

  it('T8: a Dutch voter in Hong Kong may give; 255 000 of 355 000 goes back', () => {
    const donor = person({ residence: 'HK' });
    const { findings } = judgeDonorYear(
      aDonorYear([aContribution(355_000, DAY)], { donor }),
      LATER,
    );
    expect(findings.map(({ rule, remedy }) => [rule, remedy?.total])).toEqual([
      ['WFPP-29b-1', euro(255_000)],
    ]);
  });

  it('D6: dues of a minor or a foreign member are a warning, any other type is a finding', () => {
    const donor = stranger();
    const gifts = [
      aContribution(12, DAY, { type: 'membership_dues' }),
      aContribution(12, DAY, { type: 'office_holder_remittance' }),
    ];
    expect(foreign(aDonorYear(gifts, { donor })).map(({ severity }) => severity)).toEqual([
      'warning',
      'finding',
    ]);
  });

  it('D6: dues that are only a warning count towards the cap', () => {
    const dues = aContribution(100_001, DAY, { type: 'membership_dues' });
    const { findings } = judgeDonorYear(aDonorYear([dues], { donor: stranger() }), LATER);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['WFPP-23a-1', 'warning'],
      ['WFPP-29b-1', 'finding'],
    ]);
  });

  it('dues that nobody can judge stay undecided', () => {
    const dues = aContribution(12, DAY, { type: 'membership_dues' });
    const [found] = foreign(aDonorYear([dues], { donor: aDonor({ declaration: null }) }));
    expect(found?.severity).toBe('undecided');
  });

  it('binds candidates, new associations and blank lists too', () => {
    const statuses = ['political_party', 'new_association', 'blank_list'] as const;
    const findings = statuses.map((status) => {
      const group = aGroup({ statuses: [aStatus(status, '2023-01-01')] });
      const gifts = [aContribution(1, DAY, { recipient: CANDIDATE })];
      return foreign(aDonorYear(gifts, { donor: stranger(), group }))[0]?.severity;
    });
    expect(findings).toEqual(['finding', 'finding', 'finding']);
  });

  it('D18: reaches a branch through its party', () => {
    const gift = aContribution(1, DAY, { recipient: BRANCH });
    const [found] = foreign(aDonorYear([gift], { donor: stranger() }));
    expect(found).toMatchObject({
      recipient: PARTY,
      remedy: { steps: [{ recipient: BRANCH, contribution: gift.ref }] },
    });
  });

  it('law file 7: the whole gift goes to the Minister, in kind its value or destroyed', () => {
    const gifts = [aContribution(80, DAY), inKind(70, DAY)];
    const steps = foreign(aDonorYear(gifts, { donor: stranger() })).map(
      ({ remedy }) => remedy?.steps[0],
    );
    expect(steps).toMatchObject([
      { to: 'minister', amount: euro(80) },
      { to: 'minister_or_destroy', amount: euro(70) },
    ]);
  });

  it('passed on in full it still is a contravention: nothing open, and still a finding', () => {
    const gift = aContribution(80, DAY);
    const facts = aDonorYear([gift], {
      donor: stranger(),
      settlements: [aSettlement(gift, 80, '2025-03-04', 'transferred_to_state')],
    });
    expect(foreign(facts)).toMatchObject([
      { severity: 'finding', remedy: { total: euro(80), done: euro(80), open: 0 } },
    ]);
  });

  it('given back to the donor it still has to go to the Minister', () => {
    const gift = aContribution(80, DAY);
    const facts = aDonorYear([gift], {
      donor: stranger(),
      settlements: [aSettlement(gift, 80, '2025-03-04', 'returned_to_donor')],
    });
    expect(foreign(facts)).toMatchObject([{ remedy: { done: 0, open: euro(80) } }]);
  });

  it('carries the ban and the age it saw, with their source', () => {
    const [found] = foreign(aDonorYear([aContribution(1, DAY)], { donor: stranger() }));
    expect(found?.parameters).toEqual([
      {
        key: 'foreign_gifts',
        value: 'banned',
        unit: 'text',
        source: 'Wfpp art. 23a; Stb. 2022, 462',
        inForceFrom: '2023-01-01',
      },
      {
        key: 'voting_age',
        value: 18,
        unit: 'years',
        source: 'Kieswet art. B 1, through Wfpp art. 1 onder m',
        inForceFrom: '2013-05-01',
      },
    ]);
  });
});

import { type Contribution } from '../facts/contribution';
import { type Donor } from '../facts/donor';
import { printReference } from '../kernel/law-reference';
import {
  aContribution,
  aDeclaration,
  aDonor,
  anOverview,
  aRegisteredDonor,
  aSettlement,
  BRANCH,
  CANDIDATE,
  cents,
  inKind,
  YOUTH,
} from '../testing/a-donor-year';
import { requiredEvidence, type EvidenceContext } from './required-evidence';
import { type EvidenceCode, type EvidenceRequirement } from './requirement';

function context(contribution: Contribution, over: Partial<EvidenceContext> = {}): EvidenceContext {
  const recipientKind =
    ({ [BRANCH]: 'branch', [CANDIDATE]: 'candidate', [YOUTH]: 'youth_organisation' } as const)[
      contribution.recipient
    ] ?? 'party';
  const yearTotal = contribution.amount;
  return { recipientKind, status: 'political_party', yearTotal, settlements: [], ...over };
}

function wanted(
  contribution: Contribution,
  donor: Donor = aDonor(),
  over: Partial<EvidenceContext> = {},
): readonly EvidenceRequirement[] {
  return requiredEvidence(contribution, donor, context(contribution, over));
}

function codes(found: readonly EvidenceRequirement[]): readonly EvidenceCode[] {
  return found.map(({ code }) => code);
}

function one(found: readonly EvidenceRequirement[], code: EvidenceCode): EvidenceRequirement {
  const requirement = found.find((each) => each.code === code);
  if (requirement === undefined) throw new Error(`${code} is not wanted`);
  return requirement;
}

const foundation = (over: Partial<Donor> = {}): Donor =>
  aRegisteredDonor({ kind: 'foundation', ...over });

describe('Wfpp art. 21 lid 1: who gave', () => {
  it.each([
    ['EUR 250,00 in 2025 may be skipped', 250, '2025-03-01', false],
    ['EUR 250,01 in 2025 may not', 250.01, '2025-03-01', true],
    ['EUR 1.000,00 on 31 December 2022 may be skipped', 1000, '2022-12-31', false],
    ['EUR 1.000,01 on 31 December 2022 may not', 1000.01, '2022-12-31', true],
    ['EUR 250,01 on 1 January 2023 may not', 250.01, '2023-01-01', true],
  ])('%s', (_title, euros, day, asked) => {
    expect(codes(wanted(aContribution(euros, day))).includes('particulars')).toBe(asked);
  });

  it('is required, is met by the record, and names the article', () => {
    const particulars = one(wanted(aContribution(300, '2025-03-01')), 'particulars');
    expect(particulars).toMatchObject({ level: 'required', form: 'record', onRecord: true });
    expect(printReference(particulars.article)).toBe('Wfpp art. 21 lid 1');
  });

  it.each([
    ['without a name', { name: false, address: true, ubo: true }],
    ['without an address', { name: true, address: false, ubo: true }],
  ])('%s it is not met', (_title, particulars) => {
    const found = wanted(aContribution(300, '2025-03-01'), aDonor({ particulars }));
    expect(one(found, 'particulars').onRecord).toBe(false);
  });

  it.each([
    ['a branch', BRANCH, {}],
    ['a candidate', CANDIDATE, {}],
    ['a blank list', undefined, { status: 'blank_list' as const }],
  ])('%s registers nobody', (_title, recipient, over) => {
    const gift = aContribution(300, '2025-03-01', recipient === undefined ? {} : { recipient });
    expect(codes(wanted(gift, aDonor(), over))).not.toContain('particulars');
  });

  it('an affiliate registers as the party does', () => {
    const gift = aContribution(300, '2025-03-01', { recipient: YOUTH });
    expect(codes(wanted(gift))).toContain('particulars');
  });
});

describe('Wfpp art. 21 lid 1 onder a: the owner behind the donor', () => {
  it.each([
    ['on 31 December 2022 nobody asks', '2022-12-31', 1500, false],
    ['on 1 January 2023 it is asked', '2023-01-01', 1500, true],
    ['up to EUR 250 it may be skipped', '2025-01-01', 250, false],
    ['above EUR 250 it is asked', '2025-01-01', 250.01, true],
  ])('%s', (_title, day, euros, asked) => {
    const found = wanted(aContribution(euros, day), aRegisteredDonor());
    expect(codes(found).includes('ubo')).toBe(asked);
  });

  it('a person has no owner; a company without one on record lacks it', () => {
    const gift = aContribution(300, '2025-03-01');
    expect(codes(wanted(gift))).not.toContain('ubo');
    const lacking = aRegisteredDonor({ particulars: { name: true, address: true, ubo: false } });
    expect(one(wanted(gift, lacking), 'ubo')).toMatchObject({ level: 'required', onRecord: false });
  });
});

describe('Wfpp art. 23a: a Dutch donor, of which no article names a proof', () => {
  it.each([
    ['on 31 December 2022 a foreign gift was allowed', '2022-12-31', false],
    ['from 1 January 2023 it is banned', '2023-01-01', true],
  ])('%s', (_title, day, asked) => {
    expect(codes(wanted(aContribution(0.01, day))).includes('declaration')).toBe(asked);
  });

  it.each([
    ['nothing declared', null, false],
    ['all of it declared', aDeclaration(), true],
    ['nationality not declared', aDeclaration({ dutchNational: null }), false],
    [
      'declared to be no Dutch national: that is known',
      aDeclaration({ dutchNational: false }),
      true,
    ],
  ])('%s', (_title, declaration, onRecord) => {
    const found = wanted(aContribution(50, '2025-03-01'), aDonor({ declaration }));
    expect(one(found, 'declaration')).toMatchObject({ level: 'advisable', onRecord });
  });

  it('who lives in Aruba names a ground, and a proof of it is wise', () => {
    const gift = aContribution(50, '2025-03-01');
    const said = (caribbeanGround: 'household' | 'none' | null): Donor =>
      aDonor({ declaration: aDeclaration({ residence: 'AW', caribbeanGround }) });
    expect(codes(wanted(gift, said('household')))).toContain('caribbean_ground_proof');
    expect(one(wanted(gift, said('household')), 'caribbean_ground_proof').level).toBe('advisable');
    expect(codes(wanted(gift, said('none')))).not.toContain('caribbean_ground_proof');
    expect(one(wanted(gift, said(null)), 'declaration').onRecord).toBe(false);
  });

  it.each(['legal_person', 'undertaking', 'foundation', 'association'] as const)(
    'a %s shows that it stands in the trade register',
    (kind) => {
      const gift = aContribution(50, '2025-03-01');
      const unknown = wanted(gift, aRegisteredDonor({ kind, inTradeRegister: null }));
      expect(one(unknown, 'trade_register_extract')).toMatchObject({
        level: 'advisable',
        form: 'either',
        onRecord: false,
      });
      expect(one(wanted(gift, aRegisteredDonor({ kind })), 'trade_register_extract').onRecord).toBe(
        true,
      );
    },
  );

  it('of a gift that left again in full nobody needs to be known any more; a cent less and it does', () => {
    const gift = aContribution(100, '2025-03-01');
    const donor = aDonor({ declaration: null });
    const all = { settlements: [aSettlement(gift, 100, '2025-03-05')] };
    const most = { settlements: [aSettlement(gift, 99.99, '2025-03-05')] };
    expect(codes(wanted(gift, donor, all))).toEqual(['return_proof']);
    expect(codes(wanted(gift, donor, most))).toEqual(['declaration', 'return_proof']);
  });

  it('of an anonymous gift and of a gift within the group nothing is asked about the donor', () => {
    const gift = aContribution(5000, '2025-03-01');
    expect(wanted(gift, aDonor({ kind: 'anonymous' }))).toEqual([]);
    expect(wanted(gift, aDonor({ kind: 'group_member' }))).toEqual([]);
  });
});

describe('Wfpp art. 21a lid 1: the overview of a foundation or association', () => {
  it.each([
    ['EUR 1.000,00 in the year: no overview', 1000, '2025-03-01', false],
    ['EUR 1.000,01 in the year: an overview', 1000.01, '2025-03-01', true],
    ['EUR 5.000 on 31 December 2022: no such duty yet', 5000, '2022-12-31', false],
    ['EUR 1.000,01 on 1 January 2023: an overview', 1000.01, '2023-01-01', true],
  ])('%s', (_title, total, day, asked) => {
    const found = wanted(aContribution(10, day), foundation(), { yearTotal: cents(total) });
    expect(codes(found).includes('look_through_overview')).toBe(asked);
  });

  it('is met by the overview of that year, not of another', () => {
    const gift = aContribution(2000, '2025-03-01');
    const of = (year: number): boolean =>
      one(
        wanted(gift, foundation({ lookThrough: [anOverview(year, '2025-04-01')] })),
        'look_through_overview',
      ).onRecord;
    expect([of(2025), of(2024)]).toEqual([true, false]);
  });

  it('a company and a branch are not asked; an association is', () => {
    const gift = aContribution(2000, '2025-03-01');
    expect(codes(wanted(gift, aRegisteredDonor()))).not.toContain('look_through_overview');
    const branch = aContribution(2000, '2025-03-01', { recipient: BRANCH });
    expect(codes(wanted(branch, foundation()))).not.toContain('look_through_overview');
    const association = aRegisteredDonor({ kind: 'association' });
    expect(one(wanted(gift, association), 'look_through_overview').level).toBe('required');
  });
});

describe('Wfpp arts. 20 lid 2 and 22: the papers behind a gift', () => {
  it('a gift in kind and a discount show how they were valued; money does not', () => {
    const discount = inKind(300, '2025-03-01', { type: 'discount' });
    expect(codes(wanted(inKind(300, '2025-03-01')))).toContain('valuation');
    expect(codes(wanted(discount))).toContain('valuation');
    expect(codes(wanted(aContribution(300, '2025-03-01')))).not.toContain('valuation');
    const { article } = one(wanted(discount), 'valuation');
    expect(printReference(article)).toBe('Wfpp art. 22');
  });

  it('a legacy shows the will or a letter of the notary since it counts: from 1 January 2023', () => {
    const legacy = (day: string): Contribution => aContribution(300, day, { type: 'legacy' });
    expect(codes(wanted(legacy('2022-12-31')))).not.toContain('will_or_notary_letter');
    expect(codes(wanted(legacy('2023-01-01')))).toContain('will_or_notary_letter');
    const estate = aDonor({ kind: 'estate' });
    expect(codes(wanted(aContribution(300, '2025-01-01'), estate))).toContain(
      'will_or_notary_letter',
    );
  });

  it('a loan that was waived shows the contract and the waiver', () => {
    const waived = aContribution(300, '2025-03-01', { type: 'loan_waived' });
    expect(codes(wanted(waived))).toEqual(expect.arrayContaining(['loan_contract', 'loan_waiver']));
  });

  it.each([
    ['a party must keep it', {}, undefined, 'required'],
    ['an affiliate had better', {}, YOUTH, 'advisable'],
    [
      'a new association had better',
      { status: 'new_association' as const },
      undefined,
      'advisable',
    ],
  ])('%s', (_title, over, recipient, level) => {
    const to = recipient === undefined ? {} : { recipient };
    const gift = inKind(300, '2025-03-01', to);
    expect(one(wanted(gift, aDonor(), over), 'valuation').level).toBe(level);
  });

  it('arts. 20 to 22 pass a branch by', () => {
    expect(codes(wanted(inKind(300, '2025-03-01', { recipient: BRANCH })))).toEqual([
      'declaration',
    ]);
  });
});

describe('Wfpp art. 20 lid 2: what left again', () => {
  it.each([
    ['returned_to_donor', 'return_proof'],
    ['transferred_to_state', 'transfer_proof'],
    ['destroyed', 'destruction_proof'],
  ] as const)('%s shows its %s, on the settlement itself', (kind, code) => {
    const gift = aContribution(300, '2025-03-01');
    const settlement = aSettlement(gift, 50, '2025-03-05', kind);
    const found = wanted(gift, aDonor(), { settlements: [settlement] });
    expect(one(found, code)).toMatchObject({
      level: 'required',
      subjectKind: 'settlement',
      subject: settlement.ref,
      form: 'attachment',
    });
  });
});

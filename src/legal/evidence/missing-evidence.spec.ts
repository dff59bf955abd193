import fc from 'fast-check';
import { type DonorYear } from '../facts/contribution';
import { type DonorKind } from '../facts/donor';
import { addDays, plainDate } from '../kernel/plain-date';
import {
  aContribution,
  aDonor,
  aDonorYear,
  aRegisteredDonor,
  aSettlement,
  BRANCH,
  CANDIDATE,
  inKind,
  LATER,
  PARTY,
  YOUTH,
} from '../testing/a-donor-year';
import { EVIDENCE_CODES, type EvidenceCode } from './requirement';
import { type AttachedProof, evidenceOf, missingFor } from './missing-evidence';

const DONOR_KINDS: readonly DonorKind[] = [
  'natural_person',
  'legal_person',
  'undertaking',
  'foundation',
  'association',
  'estate',
  'anonymous',
  'group_member',
];

const foundation = aRegisteredDonor({ kind: 'foundation' });

function missing(
  facts: DonorYear,
  attached: readonly AttachedProof[] = [],
): readonly (readonly EvidenceCode[])[] {
  return missingFor(facts, attached, LATER).map(({ requirements }) =>
    requirements.map(({ code }) => code),
  );
}

describe('What is still wanted of a donor-year', () => {
  it('nothing, when everything is on record', () => {
    expect(missing(aDonorYear([aContribution(5000, '2025-03-01')]))).toEqual([]);
  });

  it('two gifts of a foundation reach the limit of art. 21a together: both want the overview', () => {
    const gifts = [aContribution(500, '2025-03-01'), aContribution(500.01, '2025-04-01')];
    const facts = aDonorYear(gifts, { donor: foundation });
    expect(missing(facts)).toEqual([['look_through_overview'], ['look_through_overview']]);
    const below = aDonorYear(gifts.slice(0, 1), { donor: foundation });
    expect(missing(below)).toEqual([]);
  });

  it('money and in kind are counted apart, and each recipient by itself', () => {
    const money = aContribution(700, '2025-03-01');
    const kind = inKind(700, '2025-03-02');
    const youth = aContribution(700, '2025-03-03', { recipient: YOUTH });
    const branch = aContribution(700, '2025-03-04', { recipient: BRANCH });
    const facts = aDonorYear([money, kind, youth, branch], { donor: foundation });
    expect(missing(facts)).toEqual([['valuation']]);
  });

  it('what was returned does not count towards the limit', () => {
    const gift = aContribution(1500, '2025-03-01');
    const back = aSettlement(gift, 500, '2025-03-10');
    const facts = aDonorYear([gift], { donor: foundation, settlements: [back] });
    expect(missing(facts)).toEqual([['return_proof']]);
    expect(missingFor(facts, [], plainDate('2025-03-09'))[0]?.requirements[0]?.code).toBe(
      'look_through_overview',
    );
  });

  it('a file meets the proof it was attached as, on the very gift it was attached to', () => {
    const first = inKind(300, '2025-03-01');
    const second = inKind(300, '2025-03-02');
    const attached = [{ code: 'valuation', subject: first.ref } as const];
    const left = missingFor(aDonorYear([first, second]), attached, LATER);
    expect(left.map(({ contribution }) => contribution)).toEqual([second.ref]);
    const other = [{ code: 'loan_contract', subject: first.ref } as const];
    expect(missing(aDonorYear([first]), other)).toEqual([['valuation']]);
  });

  it('a file never replaces what must be on record', () => {
    const donor = aDonor({ declaration: null });
    const facts = aDonorYear([aContribution(50, '2025-03-01')], { donor });
    const attached = [{ code: 'declaration', subject: donor.ref } as const];
    expect(missing(facts, attached)).toEqual([['declaration']]);
  });

  it('an extract of the trade register may do instead of the record', () => {
    const donor = aRegisteredDonor({ inTradeRegister: null });
    const facts = aDonorYear([aContribution(50, '2025-03-01')], { donor });
    expect(missing(facts)).toEqual([['trade_register_extract']]);
    const attached = [{ code: 'trade_register_extract', subject: donor.ref } as const];
    expect(missing(facts, attached)).toEqual([]);
  });

  it('what is met stays in the whole list, with what is left of the gift', () => {
    const gift = inKind(300, '2025-03-01');
    const back = aSettlement(gift, 100, '2025-03-10');
    const attached = [{ code: 'valuation', subject: gift.ref } as const];
    const [found] = evidenceOf(aDonorYear([gift], { settlements: [back] }), attached, LATER);
    expect(found?.amountLeft).toBe(20_000);
    expect(found?.requirements.map(({ code, met }) => [code, met])).toEqual([
      ['particulars', true],
      ['declaration', true],
      ['valuation', true],
      ['return_proof', false],
    ]);
  });
});

describe('Whatever is attached', () => {
  const anyKind = fc.constantFrom(...DONOR_KINDS);
  const anyType = fc.constantFrom(
    'gift' as const,
    'legacy' as const,
    'loan_waived' as const,
    'in_kind' as const,
    'discount' as const,
  );
  const anyGift = fc.record({
    euros: fc.integer({ min: 1, max: 5_000 }),
    day: fc.integer({ min: 0, max: 364 }),
    type: anyType,
    to: fc.constantFrom(PARTY, YOUTH, BRANCH, CANDIDATE),
  });
  const anyProofs = fc.array(
    fc.record({ code: fc.constantFrom(...EVIDENCE_CODES), at: fc.nat({ max: 5 }) }),
    { maxLength: 10 },
  );

  it('a file never makes more missing, and what is missing is always wanted', () => {
    fc.assert(
      fc.property(
        anyKind,
        fc.array(anyGift, { maxLength: 5 }),
        anyProofs,
        (kind, gifts, proofs) => {
          const given = gifts.map(({ euros, day, type, to }) =>
            aContribution(euros, addDays(plainDate('2025-01-01'), day), {
              type,
              form: type === 'in_kind' || type === 'discount' ? 'in_kind' : 'money',
              recipient: to,
            }),
          );
          const donor = aDonor({ kind, declaration: null });
          const facts = aDonorYear(given, { donor, year: 2025 });
          const attached = proofs.map(({ code, at }) => ({
            code,
            subject: given[at]?.ref ?? donor.ref,
          }));
          const count = (with_: readonly AttachedProof[]): number =>
            missingFor(facts, with_, LATER).flatMap(({ requirements }) => requirements).length;
          const all = evidenceOf(facts, attached, LATER).flatMap(
            ({ requirements }) => requirements,
          );
          expect(count(attached)).toBeLessThanOrEqual(count([]));
          expect(count(attached)).toBe(all.filter(({ met }) => !met).length);
        },
      ),
    );
  });
});

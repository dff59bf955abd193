import { plainDate } from '../kernel/plain-date';
import {
  aContribution,
  aDonor,
  aDonorYear,
  aRegisteredDonor,
  aSettlement,
  BRANCH,
  inKind,
  LATER,
  YOUTH,
} from '../testing/a-donor-year';
import { type DonorYear } from '../facts/contribution';
import { type EvidenceCode } from './requirement';
import { type AttachedProof, evidenceOf, missingFor } from './missing-evidence';

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

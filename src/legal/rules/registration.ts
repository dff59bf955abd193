import { type Donor, type DonorKind } from '../facts/donor';
import { type LawReference } from '../kernel/law-reference';
import { finding, parameterUnknown } from './drafting';
import { type Finding } from './finding';
import {
  byReceiver,
  isAffiliate,
  isOneOutsider,
  receiptsOf,
  seenContribution,
  type Receipt,
} from './receipts';
import { SINCE_THE_ACT, type JudgementPolicy, type Rule } from './rule';
import { see, seenOf } from './seen-parameter';

const CODE = 'WFPP-21-1';
const BASIS: LawReference = { law: 'Wfpp', article: '21', paragraph: '1' };
const SKIP = 'registration.skip_up_to';
const UBO = 'ubo_registered';

/**
 * Donors behind whom an ultimate beneficial owner stands. A one-person business is registered as
 * the natural person that it is (law.md section 5); an estate is judged as the deceased.
 */
export const WITH_OWNERS: readonly DonorKind[] = [
  'legal_person',
  'undertaking',
  'foundation',
  'association',
];

/** Art. 21 lid 1 binds parties, their affiliates and new associations (law.md section 2, row 3). */
function mustRegister({ kind, status }: Receipt): boolean {
  return (kind === 'party' || isAffiliate(kind)) && status !== 'blank_list';
}

function missingFor(donor: Donor, uboAsked: boolean): readonly string[] {
  const { name, address, ubo } = donor.particulars;
  return [
    ...(name ? [] : ['name']),
    ...(address ? [] : ['address']),
    ...(ubo || !uboAsked || !WITH_OWNERS.includes(donor.kind) ? [] : ['ubo']),
  ];
}

function judgeReceipts(
  donor: Donor,
  receipts: readonly Receipt[],
  policy: JudgementPolicy,
): readonly Finding[] {
  const lacking = receipts.flatMap((receipt) => {
    const { amount, receivedOn } = receipt.contribution;
    const skip = see(SKIP, receivedOn, policy);
    const ubo = see(UBO, receivedOn, policy);
    if (skip.kind === 'set' && amount <= skip.value) return [];
    const missing = missingFor(donor, ubo.kind === 'set' && ubo.value);
    return missing.length === 0 ? [] : [{ receipt, missing, sights: [skip, ubo] }];
  });
  const [first] = lacking;
  if (first === undefined) return [];
  const { recipient, receivedOn } = first.receipt.contribution;
  const lackingReceipts = lacking.map(({ receipt }) => receipt);
  const blind = first.sights.find((sight) => sight.kind === 'unknown');
  if (blind !== undefined) {
    const seen = { parameter: blind.key, subject: recipient, receipts: lackingReceipts };
    return [parameterUnknown(CODE, BASIS, { ...seen, since: receivedOn })];
  }
  return [
    finding({
      rule: CODE,
      basis: BASIS,
      severity: 'finding',
      outcome: 'particulars_missing',
      key: `${CODE}:${recipient}`,
      recipient,
      contributions: lackingReceipts.map(seenContribution),
      parameters: seenOf(first.sights),
      missing: [...new Set(lacking.flatMap(({ missing }) => missing))],
      since: receivedOn,
    }),
  ];
}

/**
 * Art. 21 lid 1: name and address of the donor, and of the owner behind it. Lid 2: a single
 * contribution up to the limit may be skipped, and so may what the group gives itself. An anonymous
 * donor has no particulars; what may be kept of those is art. 23.
 */
export const registration: Rule = {
  code: CODE,
  basis: BASIS,
  inForce: SINCE_THE_ACT,
  evaluate: (facts, on, policy) => {
    if (!isOneOutsider(facts)) return [];
    const receipts = receiptsOf(facts, on, policy).filter(mustRegister);
    return byReceiver(facts.group, receipts).flatMap(([, received]) =>
      judgeReceipts(facts.donor, received, policy),
    );
  },
};

import { type Contribution, type Settlement } from '../facts/contribution';
import { type Donor } from '../facts/donor';
import { type GroupStatus, type RecipientKind } from '../facts/group';
import { sum, type EuroCents } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { yearOf } from '../kernel/plain-date';
import { eligibilityOf } from '../rules/eligibility';
import { isAffiliate } from '../rules/receipts';
import { WITH_OWNERS } from '../rules/registration';
import { AS_IN_FORCE, type JudgementPolicy } from '../rules/rule';
import { see } from '../rules/seen-parameter';
import { type EvidenceLevel, type EvidenceRequirement } from './requirement';

/** What a gift's proof depends on beside the gift and the donor. */
export interface EvidenceContext {
  readonly recipientKind: RecipientKind;
  /** Null when no status is recorded for the day of receipt. */
  readonly status: GroupStatus | null;
  /** Net of what this donor gave this recipient in the calendar year in the same form. */
  readonly yearTotal: EuroCents;
  /** What left again of this gift. */
  readonly settlements: readonly Settlement[];
}

type Requirements = readonly EvidenceRequirement[];
type Facts = readonly [Contribution, Donor, EvidenceContext, JudgementPolicy];

const REGISTRATION: LawReference = { law: 'Wfpp', article: '21', paragraph: '1' };
const OWNER: LawReference = { ...REGISTRATION, part: 'a' };
const DUTCH_DONOR: LawReference = { law: 'Wfpp', article: '23a', paragraph: '1' };
const LOOK_THROUGH: LawReference = { law: 'Wfpp', article: '21a', paragraph: '1' };
const VALUE: LawReference = { law: 'Wfpp', article: '22' };
const VOUCHERS: LawReference = { law: 'Wfpp', article: '20', paragraph: '2' };

/** Art. 21 lid 1 binds parties, affiliates and new associations; no branch, candidate or blank list. */
function mustRegister({ recipientKind, status }: EvidenceContext): boolean {
  return (recipientKind === 'party' || isAffiliate(recipientKind)) && status !== 'blank_list';
}

/** Art. 20 lid 2: a party keeps the vouchers behind its books. For others a voucher is only wise. */
function voucherLevel({ recipientKind, status }: EvidenceContext): EvidenceLevel {
  return recipientKind === 'party' && status === 'political_party' ? 'required' : 'advisable';
}

function onContribution(
  contribution: Contribution,
  code: EvidenceRequirement['code'],
  article: LawReference,
  level: EvidenceLevel,
): EvidenceRequirement {
  return {
    code,
    article,
    level,
    why: `${code}.${level}`,
    subjectKind: 'contribution',
    subject: contribution.ref,
    form: 'attachment',
    onRecord: false,
  };
}

function ofDonor(
  donor: Donor,
  requirement: Pick<EvidenceRequirement, 'code' | 'article' | 'level' | 'form' | 'onRecord'>,
): EvidenceRequirement {
  const { code, level } = requirement;
  return { ...requirement, why: `${code}.${level}`, subjectKind: 'donor', subject: donor.ref };
}

/** Art. 21: who gave, and who stands behind it; one contribution up to the limit may be skipped. */
function registered([contribution, donor, context, policy]: Facts): Requirements {
  if (!mustRegister(context)) return [];
  const skip = see('registration.skip_up_to', contribution.receivedOn, policy);
  if (skip.kind === 'set' && contribution.amount <= skip.value) return [];
  const owners = see('ubo_registered', contribution.receivedOn, policy);
  const { name, address, ubo } = donor.particulars;
  const record = { level: 'required', form: 'record' } as const;
  const particulars = ofDonor(donor, {
    ...record,
    code: 'particulars',
    article: REGISTRATION,
    onRecord: name && address,
  });
  if (!WITH_OWNERS.includes(donor.kind) || owners.kind !== 'set' || !owners.value)
    return [particulars];
  return [particulars, ofDonor(donor, { ...record, code: 'ubo', article: OWNER, onRecord: ubo })];
}

/**
 * Art. 23a: only a Dutch donor may give. No article names a document that shows it, since nobody
 * can look up who may vote; so all of this is advisable, and without it nothing can be decided.
 */
function eligible([{ receivedOn }, donor, , policy]: Facts): Requirements {
  const ban = see('foreign_gifts', receivedOn, policy);
  const age = see('voting_age', receivedOn, policy);
  if (ban.kind !== 'set' || ban.value === 'allowed' || age.kind !== 'set') return [];
  const advisable = { level: 'advisable', article: DUTCH_DONOR } as const;
  if (WITH_OWNERS.includes(donor.kind)) {
    const onRecord = donor.inTradeRegister !== null;
    const extract = { ...advisable, code: 'trade_register_extract', form: 'either' } as const;
    return [ofDonor(donor, { ...extract, onRecord })];
  }
  if (donor.kind !== 'natural_person' && donor.kind !== 'estate') return [];
  const onRecord = eligibilityOf(donor, receivedOn, age.value).kind !== 'unknown';
  const declaration = { ...advisable, code: 'declaration', form: 'record' } as const;
  const ground = donor.declaration?.caribbeanGround ?? 'none';
  const proof = { ...advisable, code: 'caribbean_ground_proof', form: 'attachment' } as const;
  return [
    ofDonor(donor, { ...declaration, onRecord }),
    ...(ground === 'none' ? [] : [ofDonor(donor, { ...proof, onRecord: false })]),
  ];
}

/** Art. 21a: the overview of its own givers, above the limit in one form. Not for branches. */
function lookedThrough([contribution, donor, context, policy]: Facts): Requirements {
  if (donor.kind !== 'foundation' && donor.kind !== 'association') return [];
  if (context.recipientKind === 'branch') return [];
  const limit = see('lookthrough.recipient_total', contribution.receivedOn, policy);
  if (limit.kind !== 'set' || context.yearTotal <= limit.value) return [];
  const year = yearOf(contribution.receivedOn);
  return [
    ofDonor(donor, {
      code: 'look_through_overview',
      article: LOOK_THROUGH,
      level: 'required',
      form: 'record',
      onRecord: donor.lookThrough.some((overview) => overview.year === year),
    }),
  ];
}

/** The papers behind the gift itself, by its form and type. Arts. 20 to 22 pass a branch by (24). */
function papers([contribution, donor, context, policy]: Facts): Requirements {
  if (context.recipientKind === 'branch') return [];
  const level = voucherLevel(context);
  const { type, form, receivedOn } = contribution;
  const paper = (code: EvidenceRequirement['code'], article: LawReference): EvidenceRequirement =>
    onContribution(contribution, code, article, level);
  const counts = see('inheritance_counts', receivedOn, policy);
  const inherited = type === 'legacy' || donor.kind === 'estate';
  return [
    ...(form === 'in_kind' ? [paper('valuation', VALUE)] : []),
    ...(inherited && counts.kind === 'set' && counts.value
      ? [paper('will_or_notary_letter', VOUCHERS)]
      : []),
    ...(type === 'loan_waived'
      ? [paper('loan_contract', VOUCHERS), paper('loan_waiver', VOUCHERS)]
      : []),
  ];
}

const PROOF_OF = {
  returned_to_donor: 'return_proof',
  transferred_to_state: 'transfer_proof',
  destroyed: 'destruction_proof',
} as const;

/** Whatever the ground, the voucher shows that it left; a branch keeps no books under art. 20. */
function settled([, , context]: Facts): Requirements {
  return context.settlements.map(({ ref, kind }) => {
    const code = PROOF_OF[kind];
    const level = voucherLevel(context);
    return {
      code,
      article: VOUCHERS,
      level,
      why: `${code}.${level}`,
      subjectKind: 'settlement',
      subject: ref,
      form: 'attachment',
      onRecord: false,
    };
  });
}

/** True when nothing of the gift is left: who gave it needs no proof any more. */
function isGone(contribution: Contribution, { settlements }: EvidenceContext): boolean {
  return sum(settlements.map(({ amount }) => amount)) >= contribution.amount;
}

/**
 * Which proof the law wants, or makes wise, for one contribution. Gifts within the group want none
 * (arts. 21 lid 2 onder b, 29b lid 3); of an anonymous one only the papers and what left again.
 */
export function requiredEvidence(
  contribution: Contribution,
  donor: Donor,
  context: EvidenceContext,
  policy: JudgementPolicy = AS_IN_FORCE,
): readonly EvidenceRequirement[] {
  if (donor.kind === 'group_member') return [];
  const facts: Facts = [contribution, donor, context, policy];
  const aboutDonor = donor.kind === 'anonymous' || isGone(contribution, context);
  return [
    ...(aboutDonor ? [] : [...registered(facts), ...eligible(facts), ...lookedThrough(facts)]),
    ...papers(facts),
    ...settled(facts),
  ];
}

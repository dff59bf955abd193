import { type DonorYear } from '../facts/contribution';
import { type Ref } from '../facts/group';
import { minus, sum, type EuroCents } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';
import { netOf, receiptsOf, type Receipt } from '../rules/receipts';
import { AS_IN_FORCE, type JudgementPolicy } from '../rules/rule';
import { requiredEvidence } from './required-evidence';
import { type EvidenceCode, type EvidenceRequirement } from './requirement';

/** A file that was attached as a proof and not taken away again. */
export interface AttachedProof {
  readonly code: EvidenceCode;
  readonly subject: Ref;
}

export interface EvidenceOfContribution {
  readonly contribution: Ref;
  readonly receivedOn: PlainDate;
  /** What is left of it after what was settled. */
  readonly amountLeft: EuroCents;
  readonly requirements: readonly (EvidenceRequirement & { readonly met: boolean })[];
}

function proofKey({ code, subject }: AttachedProof): string {
  return `${code}/${subject}`;
}

/** What the same donor gave the same receiver that year, in the form of this receipt. */
function yearTotal(receipt: Receipt, receipts: readonly Receipt[]): EuroCents {
  const { form } = receipt.contribution;
  return netOf(
    receipts.filter(
      ({ receiver, contribution, kind }) =>
        receiver === receipt.receiver && contribution.form === form && kind !== 'branch',
    ),
  );
}

/** The proofs of every contribution of a donor's year, met or not, in order of receipt. */
export function evidenceOf(
  facts: DonorYear,
  attached: readonly AttachedProof[],
  on: PlainDate,
  policy: JudgementPolicy = AS_IN_FORCE,
): readonly EvidenceOfContribution[] {
  const there = new Set(attached.map(proofKey));
  const receipts = receiptsOf(facts, on, policy);
  return receipts.map((receipt) => {
    const { contribution, kind, status, settlements } = receipt;
    const context = {
      recipientKind: kind,
      status,
      settlements,
      yearTotal: yearTotal(receipt, receipts),
    };
    const wanted = requiredEvidence(contribution, facts.donor, context, policy);
    return {
      contribution: contribution.ref,
      receivedOn: contribution.receivedOn,
      amountLeft: minus(contribution.amount, sum(settlements.map(({ amount }) => amount))),
      requirements: wanted.map((one) => ({
        ...one,
        met: one.onRecord || (one.form !== 'record' && there.has(proofKey(one))),
      })),
    };
  });
}

/** Only what is still wanted. */
export function missingFor(
  facts: DonorYear,
  attached: readonly AttachedProof[],
  on: PlainDate,
  policy: JudgementPolicy = AS_IN_FORCE,
): readonly EvidenceOfContribution[] {
  return evidenceOf(facts, attached, on, policy)
    .map((one) => ({ ...one, requirements: one.requirements.filter(({ met }) => !met) }))
    .filter(({ requirements }) => requirements.length > 0);
}

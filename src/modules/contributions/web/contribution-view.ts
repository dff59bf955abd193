import { type PreCheck } from '../../../legal/rules/pre-check';
import { dutyView, findingView, type RecordedJudgement } from '../../judgements/public';
import { type MissingEvidence } from '../application/missing-evidence';
import {
  type ContributionLife,
  type ListedContribution,
  type StoredContribution,
} from '../application/read-contributions';
import {
  type BookedAnswer,
  type ContributionAnswer,
  type ContributionLifeAnswer,
  type ContributionVersionAnswer,
  type PreCheckAnswer,
} from './contribution.answers';
import { proofView } from './missing-evidence.controller';

function cents(text: string | null): number | null {
  return text === null ? null : Number(text);
}

function versionView(version: StoredContribution): Readonly<ContributionVersionAnswer> {
  return {
    id: version.id,
    donorId: version.donorId,
    recipientId: version.recipientId,
    type: version.type,
    form: version.form,
    amount: Number(version.amountCents),
    marketValue: cents(version.marketValueCents),
    paid: cents(version.paidCents),
    valuation: version.valuation,
    description: version.description,
    receivedOn: version.receivedOn,
    bankReference: version.bankReference,
    replaces: version.replacesId,
    correctionReason: version.correctionReason,
    bookedAt: version.bookedAt,
    bookedBy: version.bookedBy,
  };
}

/** A contribution as the API gives it; amounts in euro cents. */
export function contributionView(row: ListedContribution): Readonly<ContributionAnswer> {
  return {
    ...versionView(row),
    donorName: row.donorName,
    recipientName: row.recipientName,
    returned: Number(row.returnedCents),
    reported: row.reported,
  };
}

export function lifeView(
  life: ContributionLife,
  missing: readonly MissingEvidence[],
): ContributionLifeAnswer {
  return {
    ...contributionView(life.current),
    versions: life.versions.map(versionView),
    settlements: life.settlements.map((settlement) => ({
      id: settlement.id,
      kind: settlement.kind,
      amount: Number(settlement.amountCents),
      settledOn: settlement.settledOn,
      evidence: settlement.evidence,
      recordedAt: settlement.recordedAt,
    })),
    missingEvidence: missing.map(proofView),
  };
}

/** The answer to a booking: what the law now says of this donor's year. */
export function bookedView(
  booked: RecordedJudgement & { readonly contributionId: string },
): Readonly<BookedAnswer> {
  const { judgement } = booked;
  return {
    id: booked.contributionId,
    findings: judgement.findings.map(findingView),
    duties: judgement.duties.map(dutyView),
    totals: judgement.totals,
    room: judgement.room,
  };
}

export function preCheckView(answer: PreCheck): PreCheckAnswer {
  return {
    ...answer,
    reasons: answer.reasons.map(findingView),
    duty: answer.duty === null ? null : dutyView(answer.duty),
  };
}

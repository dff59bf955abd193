import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerCents,
  AnswerCodes,
  AnswerDay,
  AnswerFlag,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';
import { MissingProofAnswer } from '../../evidence/public';
import { DutyAnswer, FindingAnswer, TotalsAnswer } from '../../judgements/public';
import { CONTRIBUTION_TYPES } from './contribution.bodies';

/** One version of a contribution; amounts in euro cents. */
export class ContributionVersionAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerId()
  readonly donorId!: string;

  @AnswerId()
  readonly recipientId!: string;

  @AnswerWord(CONTRIBUTION_TYPES)
  readonly type!: string;

  @AnswerWord(['money', 'in_kind'])
  readonly form!: string;

  @AnswerCents()
  readonly amount!: number;

  @AnswerCents({ nullable: true })
  readonly marketValue!: number | null;

  @AnswerCents({ nullable: true })
  readonly paid!: number | null;

  @AnswerText('Price list of the venue', { nullable: true })
  readonly valuation!: string | null;

  @AnswerText('Hall for the congress', { nullable: true })
  readonly description!: string | null;

  @AnswerDay()
  readonly receivedOn!: string;

  @AnswerText('2025-0417-000123', { nullable: true })
  readonly bankReference!: string | null;

  @AnswerText('3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', { nullable: true })
  readonly replaces!: string | null;

  @AnswerText('The bank reversed part of it', { nullable: true })
  readonly correctionReason!: string | null;

  @AnswerMoment()
  readonly bookedAt!: string;

  @AnswerText('3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11')
  readonly bookedBy!: string;
}

export class ContributionAnswer extends ContributionVersionAnswer {
  @AnswerText('A. Voorbeeld', { nullable: true })
  readonly donorName!: string | null;

  @AnswerText('Voorbeeldpartij')
  readonly recipientName!: string;

  @AnswerCents({ description: 'What left again.' })
  readonly returned!: number;

  @AnswerFlag({ description: 'Listed in a notice that was filed.' })
  readonly reported!: boolean;
}

export class ContributionsAnswer {
  @AnswerList(() => ContributionAnswer)
  readonly items!: readonly ContributionAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

export class SettlementAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(['returned_to_donor', 'transferred_to_state', 'destroyed'])
  readonly kind!: string;

  @AnswerCents()
  readonly amount!: number;

  @AnswerDay()
  readonly settledOn!: string;

  @AnswerText('Bank statement 2025-04, entry 17')
  readonly evidence!: string;

  @AnswerMoment()
  readonly recordedAt!: string;
}

/** A contribution with everything that happened to it. */
export class ContributionLifeAnswer extends ContributionAnswer {
  @AnswerList(() => ContributionVersionAnswer)
  readonly versions!: readonly ContributionVersionAnswer[];

  @AnswerList(() => SettlementAnswer)
  readonly settlements!: readonly SettlementAnswer[];

  @AnswerList(() => MissingProofAnswer, { description: 'Proof that is still wanted.' })
  readonly missingEvidence!: readonly MissingProofAnswer[];
}

/** What the law now says of this donor's year. */
export class BookedAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerList(() => FindingAnswer)
  readonly findings!: readonly FindingAnswer[];

  @AnswerList(() => DutyAnswer)
  readonly duties!: readonly DutyAnswer[];

  @AnswerPart(() => TotalsAnswer)
  readonly totals!: TotalsAnswer;

  @AnswerCents({ nullable: true, description: 'Left under the cap; null when unknown or no cap.' })
  readonly room!: number | null;
}

export class SettledAnswer extends BookedAnswer {
  @AnswerId()
  readonly settlementId!: string;
}

export class AnnulledAnswer {
  @AnswerId()
  readonly annulled!: string;

  @AnswerText('Booked twice by mistake')
  readonly reason!: string;
}

class RoomAnswer {
  @AnswerCents({ nullable: true })
  readonly before!: number | null;

  @AnswerCents({ nullable: true })
  readonly after!: number | null;
}

class TotalsBeforeAndAfterAnswer {
  @AnswerPart(() => TotalsAnswer)
  readonly before!: TotalsAnswer;

  @AnswerPart(() => TotalsAnswer)
  readonly after!: TotalsAnswer;
}

/** The answer to "may I accept this?". */
export class PreCheckAnswer {
  @AnswerWord([
    'may_accept',
    'may_accept_with_duties',
    'may_accept_part',
    'may_not_accept',
    'cannot_decide',
  ])
  readonly verdict!: string;

  @AnswerCents({ nullable: true, description: 'How much may be kept.' })
  readonly acceptable!: number | null;

  @AnswerList(() => FindingAnswer)
  readonly reasons!: readonly FindingAnswer[];

  @ApiProperty({ type: RoomAnswer })
  readonly room!: RoomAnswer;

  @ApiProperty({ type: TotalsBeforeAndAfterAnswer })
  readonly totals!: TotalsBeforeAndAfterAnswer;

  @AnswerCodes('declaration')
  readonly missingEvidence!: readonly string[];

  @AnswerPart(() => DutyAnswer, { nullable: true })
  readonly duty!: DutyAnswer | null;
}

import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerCents,
  AnswerCodes,
  AnswerDay,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';
import { TermAnswer } from '../../reference/public';

export class SeenParameterAnswer {
  @AnswerText('substantial_gift')
  readonly key!: string;

  @ApiProperty({
    oneOf: [{ type: 'integer' }, { type: 'boolean' }, { type: 'string', maxLength: 100 }],
    example: 1000000,
  })
  readonly value!: number | boolean | string;

  @AnswerText('cents')
  readonly unit!: string;

  @AnswerText('Wfpp art. 25a lid 1')
  readonly source!: string;

  @AnswerDay()
  readonly inForceFrom!: string;
}

export class SeenAmountAnswer {
  @AnswerText('total_together')
  readonly label!: string;

  @AnswerCents()
  readonly amount!: number;
}

export class SeenContributionAnswer {
  @AnswerText('3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', {
    description: 'The contribution; "intended" in a pre-check.',
  })
  readonly contribution!: string;

  @AnswerId()
  readonly recipient!: string;

  @AnswerCents()
  readonly amount!: number;

  @AnswerDay()
  readonly receivedOn!: string;
}

export class RemedyStepAnswer {
  @AnswerText('3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', { nullable: true })
  readonly contribution!: string | null;

  @AnswerId()
  readonly recipient!: string;

  @AnswerCents()
  readonly amount!: number;

  @AnswerWord(['money', 'in_kind'])
  readonly form!: string;

  @AnswerWord(['donor', 'minister', 'minister_or_destroy'])
  readonly to!: string;
}

export class RemedyAnswer {
  @AnswerText('Wfpp art. 29b lid 2')
  readonly basis!: string;

  @AnswerList(() => RemedyStepAnswer)
  readonly steps!: readonly RemedyStepAnswer[];

  @AnswerCents()
  readonly total!: number;

  @AnswerCents()
  readonly done!: number;

  @AnswerCents()
  readonly open!: number;

  @AnswerWord(['as_soon_as_possible', 'none'])
  readonly statutoryTerm!: string;
}

/** What a rule found: codes and facts. */
export class FindingAnswer {
  @AnswerText('WFPP-29b-1')
  readonly rule!: string;

  @AnswerText('Wfpp art. 29b lid 1')
  readonly article!: string;

  @AnswerWord(['finding', 'warning', 'signal', 'undecided'])
  readonly severity!: string;

  @AnswerText('over_cap')
  readonly outcome!: string;

  @AnswerText('WFPP-29b-1')
  readonly key!: string;

  @AnswerText('5b0f2c7a-1f43-4a51-8f0e-6f6a2b9d7c22', { nullable: true })
  readonly recipient!: string | null;

  @AnswerList(() => SeenContributionAnswer)
  readonly contributions!: readonly SeenContributionAnswer[];

  @AnswerList(() => SeenAmountAnswer)
  readonly amounts!: readonly SeenAmountAnswer[];

  @AnswerList(() => SeenParameterAnswer)
  readonly parameters!: readonly SeenParameterAnswer[];

  @AnswerCodes('declaration')
  readonly missing!: readonly string[];

  @AnswerDay({ description: 'The first day on which this was so.' })
  readonly since!: string;

  @AnswerPart(() => RemedyAnswer, { nullable: true })
  readonly remedy!: RemedyAnswer | null;
}

export class StoredFindingAnswer extends FindingAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerId({ nullable: true, description: 'Null for a finding about a filing.' })
  readonly donorId!: string | null;

  @AnswerNumber(2025)
  readonly year!: number;

  @AnswerMoment()
  readonly foundAt!: string;
}

export class FindingsAnswer {
  @AnswerList(() => StoredFindingAnswer)
  readonly items!: readonly StoredFindingAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

/** A contribution that must be notified, with both readings of the term. */
export class DutyAnswer {
  @AnswerText('3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11')
  readonly contribution!: string;

  @AnswerId()
  readonly recipient!: string;

  @AnswerDay()
  readonly receivedOn!: string;

  @AnswerCents({ description: 'Net total of the donor at this recipient after this contribution.' })
  readonly totalAfter!: number;

  @AnswerDay({ description: 'After this day the notice is late.' })
  readonly enforcedLastDay!: string;

  @AnswerDay({ description: 'The last day by the letter of the Act.' })
  readonly statutoryLastDay!: string;

  @AnswerPart(() => TermAnswer)
  readonly enforced!: TermAnswer;

  @AnswerPart(() => TermAnswer)
  readonly statutory!: TermAnswer;

  @AnswerList(() => SeenParameterAnswer)
  readonly parameters!: readonly SeenParameterAnswer[];
}

export class GrossAndNetAnswer {
  @AnswerCents()
  readonly gross!: number;

  @AnswerCents({ description: 'Less what was returned or transferred.' })
  readonly net!: number;
}

export class RecipientTotalAnswer extends GrossAndNetAnswer {
  @AnswerId()
  readonly recipient!: string;
}

export class TotalsAnswer {
  @AnswerPart(() => GrossAndNetAnswer)
  readonly group!: GrossAndNetAnswer;

  @AnswerList(() => RecipientTotalAnswer)
  readonly recipients!: readonly RecipientTotalAnswer[];
}

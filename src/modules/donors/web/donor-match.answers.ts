import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerFlag,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';

class EvidenceAnswer {
  @AnswerText('address_same')
  readonly code!: string;

  @ApiProperty({
    type: 'number',
    example: 4.2,
    description: 'In bits; below zero it speaks against.',
  })
  readonly weight!: number;

  @AnswerText('Dorpsstraat 1, 1234 AB', { nullable: true })
  readonly ours!: string | null;

  @AnswerText('Dorpsstr. 1', { nullable: true })
  readonly theirs!: string | null;
}

/** Two donors that may be one. */
export class DonorPairAnswer {
  @AnswerId()
  readonly donorId!: string;

  @AnswerId()
  readonly otherId!: string;

  @ApiProperty({ type: 'number', example: 9.5, description: 'The sum of the evidence.' })
  readonly score!: number;

  @AnswerWord(['certain', 'doubt'])
  readonly certainty!: string;

  @AnswerList(() => EvidenceAnswer)
  readonly evidence!: readonly EvidenceAnswer[];
}

export class DonorPairsAnswer {
  @AnswerList(() => DonorPairAnswer)
  readonly items!: readonly DonorPairAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

export class DonorDecisionAnswer {
  @AnswerId()
  readonly donorId!: string;

  @AnswerId()
  readonly otherId!: string;

  @AnswerWord(['different'])
  readonly verdict!: string;
}

export class DonorMergeAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerId()
  readonly absorbedId!: string;

  @AnswerId()
  readonly intoId!: string;

  @AnswerText('One person, by letter of 1 June')
  readonly reason!: string;

  @AnswerMoment()
  readonly recordedAt!: string;

  @AnswerFlag({ description: 'True until the merge is taken back.' })
  readonly holds!: boolean;
}

export class DonorMergesAnswer {
  @AnswerList(() => DonorMergeAnswer)
  readonly items!: readonly DonorMergeAnswer[];
}

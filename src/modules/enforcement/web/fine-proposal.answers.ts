import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerCents,
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
import { FindingAnswer } from '../../judgements/public';
import { TermAnswer } from '../../reference/public';

export class FineProposalAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('V-2025-7KQ3-9TB2')
  readonly number!: string;

  @AnswerText('Voorbeeldpartij')
  readonly organisation!: string;

  @AnswerText('Voorbeeldpartij')
  readonly addressee!: string;

  @AnswerText('WFPP-25a-2')
  readonly rule!: string;

  @AnswerCents({ description: 'What the schedule proposes; a person decides.' })
  readonly amount!: number;

  @AnswerText('example-2026-1')
  readonly schedule!: string;

  @AnswerMoment()
  readonly proposedAt!: string;

  @AnswerId()
  readonly findingId!: string;
}

export class FineProposalsAnswer {
  @AnswerList(() => FineProposalAnswer)
  readonly items!: readonly FineProposalAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

class FineStepAnswer {
  @AnswerWord([
    'base',
    'days_late',
    'amount_involved',
    'repetition',
    'self_report',
    'repair',
    'ceiling',
  ])
  readonly code!: string;

  @AnswerText('Awb art. 5:46 lid 2')
  readonly article!: string;

  @ApiProperty({
    oneOf: [{ type: 'integer' }, { type: 'boolean' }, { type: 'string', maxLength: 100 }],
    example: 1,
  })
  readonly input!: number | boolean | string;

  @AnswerCents({ description: 'Added; below zero when taken off.' })
  readonly effect!: number;

  @AnswerCents()
  readonly total!: number;
}

class ScheduleAnswer {
  @AnswerText('example-2026-1')
  readonly version!: string;

  @AnswerWord(['example', 'overseer'])
  readonly origin!: string;
}

class MilderLawAnswer {
  @AnswerText('Awb art. 5:46 lid 4')
  readonly article!: string;

  @AnswerWord(['violation', 'decision'])
  readonly chosen!: string;

  @AnswerCents()
  readonly atViolation!: number;

  @AnswerCents()
  readonly atDecision!: number;
}

class FineAnswer {
  @AnswerCents()
  readonly amount!: number;

  @AnswerPart(() => ScheduleAnswer)
  readonly schedule!: ScheduleAnswer;

  @AnswerList(() => FineStepAnswer)
  readonly steps!: readonly FineStepAnswer[];

  @AnswerCents({ description: 'Art. 37 lid 4, or the lower cap of the schedule.' })
  readonly ceiling!: number;

  @AnswerPart(() => MilderLawAnswer)
  readonly milderLaw!: MilderLawAnswer;
}

class LateNoticeAnswer {
  @AnswerPart(() => TermAnswer)
  readonly enforced!: TermAnswer;

  @AnswerPart(() => TermAnswer)
  readonly statutory!: TermAnswer;

  @AnswerDay({ nullable: true })
  readonly filedOn!: string | null;

  @AnswerNumber(1)
  readonly daysLate!: number;
}

/** A proposal with its whole reasoning. */
export class ReasonedFineProposalAnswer extends FineProposalAnswer {
  @AnswerPart(() => FindingAnswer)
  readonly finding!: FindingAnswer;

  @AnswerWord(['party', 'affiliate', 'new_association', 'blank_list_candidate'])
  readonly addresseeKind!: string;

  @AnswerDay()
  readonly violatedOn!: string;

  @AnswerDay({ description: 'The last day of the power to fine (Awb art. 5:45).' })
  readonly powerLapsesOn!: string;

  @AnswerDay()
  readonly calculatedOn!: string;

  @AnswerPart(() => FineAnswer)
  readonly fine!: FineAnswer;

  @AnswerPart(() => LateNoticeAnswer, { nullable: true })
  readonly notice!: LateNoticeAnswer | null;
}

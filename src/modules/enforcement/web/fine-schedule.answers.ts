import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerCents,
  AnswerDay,
  AnswerFlag,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
} from '../../../platform/http/answers';

export class FineScheduleAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('minister-2026-1')
  readonly version!: string;

  @AnswerWord(['example', 'overseer'])
  readonly origin!: string;

  @AnswerDay({ description: 'The first day on which it is used.' })
  readonly from!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The whole schedule; sha256 is of its canonical JSON.',
  })
  readonly schedule!: object;

  @AnswerText('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')
  readonly sha256!: string;

  @AnswerText('O. Toezicht', { nullable: true })
  readonly draftedByName!: string | null;

  @AnswerText('B. Beslist', { nullable: true })
  readonly adoptedByName!: string | null;

  @AnswerMoment({ nullable: true, description: 'Null while it is a draft.' })
  readonly adoptedAt!: string | null;
}

export class FineSchedulesAnswer {
  @AnswerList(() => FineScheduleAnswer)
  readonly items!: readonly FineScheduleAnswer[];
}

class SimulatedTotalAnswer {
  @AnswerNumber(12)
  readonly violations!: number;

  @AnswerCents()
  readonly current!: number;

  @AnswerCents()
  readonly candidate!: number;

  @AnswerCents({ description: 'Below zero when the candidate is milder.' })
  readonly difference!: number;

  @AnswerCents({ description: 'What would be proposed: the milder of the two (Awb art. 5:46).' })
  readonly ifAdopted!: number;
}

class SimulatedRuleAnswer extends SimulatedTotalAnswer {
  @AnswerText('WFPP-25a-2')
  readonly rule!: string;
}

class SimulatedFineAnswer {
  @AnswerText('V-2025-7KQ3-9TB2', { description: 'Number of the proposal or case.' })
  readonly ref!: string;

  @AnswerText('WFPP-25a-2')
  readonly rule!: string;

  @AnswerText('Wfpp art. 25a lid 2')
  readonly article!: string;

  @AnswerDay()
  readonly violatedOn!: string;

  @AnswerCents()
  readonly current!: number;

  @AnswerCents()
  readonly candidate!: number;

  @AnswerCents()
  readonly difference!: number;

  @AnswerCents()
  readonly ifAdopted!: number;
}

class ComparedScheduleAnswer {
  @AnswerText('example-2026-1')
  readonly version!: string;

  @AnswerWord(['example', 'overseer'])
  readonly origin!: string;

  @AnswerDay()
  readonly from!: string;
}

export class SimulationAnswer {
  @AnswerFlag({ description: 'Always true: nothing is decided or proposed by this.' })
  readonly simulation!: boolean;

  @AnswerDay()
  readonly on!: string;

  @AnswerPart(() => ComparedScheduleAnswer)
  readonly current!: ComparedScheduleAnswer;

  @AnswerPart(() => ComparedScheduleAnswer)
  readonly candidate!: ComparedScheduleAnswer;

  @AnswerPart(() => SimulatedTotalAnswer)
  readonly total!: SimulatedTotalAnswer;

  @AnswerList(() => SimulatedRuleAnswer)
  readonly rules!: readonly SimulatedRuleAnswer[];

  @AnswerList(() => SimulatedFineAnswer)
  readonly fines!: readonly SimulatedFineAnswer[];
}

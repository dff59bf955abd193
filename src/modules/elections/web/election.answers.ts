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
} from '../../../platform/http/answers';
import { ELECTION_TERMS } from '../application/election-terms';

export class RecordedElectionAnswer {
  @AnswerId()
  readonly electionId!: string;

  @AnswerNumber(1)
  readonly version!: number;
}

export class ElectionAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerNumber(1, { description: 'The version that holds now.' })
  readonly version!: number;

  @AnswerText('Tweede Kamer 29 oktober 2025')
  readonly name!: string;

  @AnswerDay()
  readonly pollingDay!: string;

  @AnswerDay()
  readonly nominationDay!: string;
}

export class ElectionsAnswer {
  @AnswerList(() => ElectionAnswer)
  readonly items!: readonly ElectionAnswer[];
}

class ElectionTermAnswer {
  @AnswerWord(ELECTION_TERMS)
  readonly term!: string;

  @AnswerDay()
  readonly day!: string;

  @AnswerText('Wfpp art. 28a lid 1', { nullable: true })
  readonly basis!: string | null;

  @AnswerWord(['back', 'on', 'given'], {
    description: 'Counted back (never moved), running on (moved as any term), or the day itself.',
  })
  readonly counted!: string;

  @AnswerNumber(21, { nullable: true })
  readonly count!: number | null;

  @AnswerWord(['days', 'weeks', 'months', 'years'], { nullable: true })
  readonly unit!: string | null;

  @AnswerDay({ nullable: true, description: 'The day before Atw art. 1 moved it; null otherwise.' })
  readonly movedFrom!: string | null;
}

class ThresholdFigureAnswer {
  @AnswerWord(['stored', 'published', 'computed'])
  readonly origin!: string;

  @AnswerCents()
  readonly value!: number;

  @AnswerText('Wfpp art. 29 lid 7')
  readonly source!: string;
}

class ThresholdAnswer {
  @AnswerWord(['party', 'candidate'])
  readonly kind!: string;

  @AnswerPart(() => ThresholdFigureAnswer, { description: 'The figure that decides.' })
  readonly decides!: ThresholdFigureAnswer;

  @AnswerList(() => ThresholdFigureAnswer, { description: 'What would decide without it.' })
  readonly others!: readonly ThresholdFigureAnswer[];
}

class ElectionVersionAnswer {
  @AnswerNumber(1)
  readonly version!: number;

  @AnswerCodes('called')
  readonly changed!: readonly string[];

  @AnswerText('Royal decree of 1 July 2025')
  readonly reason!: string;

  @AnswerMoment()
  readonly recordedAt!: string;

  @AnswerText('Tweede Kamer 29 oktober 2025')
  readonly name!: string;

  @AnswerDay()
  readonly pollingDay!: string;

  @AnswerDay()
  readonly nominationDay!: string;
}

export class ElectionDetailAnswer extends ElectionAnswer {
  @AnswerList(() => ElectionTermAnswer)
  readonly terms!: readonly ElectionTermAnswer[];

  @AnswerList(() => ThresholdAnswer)
  readonly thresholds!: readonly ThresholdAnswer[];

  @AnswerList(() => ElectionVersionAnswer, { description: 'Newest first.' })
  readonly versions!: readonly ElectionVersionAnswer[];
}

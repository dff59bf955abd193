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
  LinksAnswer,
} from '../../../platform/http/answers';
import { SIGNAL_STATES } from '../application/read-signals';
import { DETECTOR_CODES } from '../detectors/registry';

const UNITS = ['cents', 'days', 'percent', 'count'] as const;
const VERDICTS = ['innocent', 'worth_asking', 'case_opened', 'known'] as const;

/** A figure of the explanation. */
export class SignalFigureAnswer {
  @AnswerText('total')
  readonly name!: string;

  @AnswerWord(['cents', 'days', 'count', 'percent', 'year', 'day', 'text', 'month'])
  readonly kind!: string;

  @AnswerText('1900000', { description: 'Amounts in euro cents, days as yyyy-mm-dd.' })
  readonly value!: string;
}

/** A pattern that is worth a look; never an accusation. */
export class SignalAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(DETECTOR_CODES)
  readonly code!: string;

  @AnswerText('Giften net onder een grens: A. Gever')
  readonly title!: string;

  @AnswerText('A. Gever gaf in 5 dagen 2 keer net onder € 10.000,00 aan Polderpartij.')
  readonly said!: string;

  @AnswerWord(SIGNAL_STATES, { description: '`reopened`: judged, and rows came since.' })
  readonly state!: string;

  @AnswerNumber(3, { description: '1 (look when there is time) to 5 (look first).' })
  readonly weight!: number;

  @AnswerId({ nullable: true, description: 'Null when it is about several.' })
  readonly party!: string | null;

  @AnswerText('Polderpartij', { nullable: true })
  readonly partyName!: string | null;

  @AnswerId({ nullable: true, description: 'Null when it is about several.' })
  readonly donor!: string | null;

  @AnswerList(() => SignalFigureAnswer)
  readonly figures!: readonly SignalFigureAnswer[];

  @AnswerNumber(0, { description: 'Rows that no judgement saw; 0 while it was never judged.' })
  readonly newRows!: number;

  @AnswerMoment()
  readonly firstSeen!: string;

  @AnswerMoment()
  readonly lastSeen!: string;

  @AnswerMoment({ nullable: true, description: 'When its facts stopped to hold.' })
  readonly endedAt!: string | null;
}

export class SignalsAnswer {
  @AnswerList(() => SignalAnswer)
  readonly items!: readonly SignalAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

/** One row behind a signal. */
export class SignalRowAnswer {
  @AnswerWord(['gift', 'tie', 'period'])
  readonly kind!: string;

  @AnswerId({ nullable: true })
  readonly party!: string | null;

  @AnswerId({ nullable: true })
  readonly donor!: string | null;

  @AnswerText('contribution:3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', { nullable: true })
  readonly gift!: string | null;

  @AnswerText('ubo', { nullable: true, description: 'What ties, or which month or year.' })
  readonly about!: string | null;

  @AnswerText('Wetenschappelijk Instituut', { nullable: true })
  readonly label!: string | null;

  @AnswerDay({ nullable: true })
  readonly day!: string | null;

  @AnswerCents({ nullable: true })
  readonly amount!: number | null;

  @AnswerFlag({ description: 'True when it no longer belongs to the pattern.' })
  readonly gone!: boolean;

  @AnswerFlag({ description: 'True when a judgement saw it.' })
  readonly judged!: boolean;
}

export class SignalJudgementAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(VERDICTS)
  readonly verdict!: string;

  @AnswerText('Paid in parts, the invoice lies with it')
  readonly reason!: string;

  @AnswerId({ nullable: true })
  readonly caseId!: string | null;

  @AnswerText('O. Verzicht')
  readonly judgedBy!: string;

  @AnswerMoment()
  readonly judgedAt!: string;

  @AnswerNumber(2, { description: 'How many rows it was the first to see.' })
  readonly rows!: number;
}

/** A signal with its rows and what was thought of it. */
export class SignalFileAnswer extends SignalAnswer {
  @AnswerText('Iemand betaalt in delen.')
  readonly innocentExplanations!: string;

  @AnswerNumber(6, { description: 'How often this kind was found in the control years.' })
  readonly falsePositives!: number;

  @AnswerNumber(20, { description: 'In so many control years.' })
  readonly controlYears!: number;

  @AnswerList(() => SignalRowAnswer)
  readonly rows!: readonly SignalRowAnswer[];

  @AnswerList(() => SignalJudgementAnswer)
  readonly judgements!: readonly SignalJudgementAnswer[];
}

export class SignalParameterAnswer {
  @AnswerText('margin')
  readonly key!: string;

  @AnswerWord(UNITS)
  readonly unit!: string;

  @AnswerNumber(10)
  readonly value!: number;

  @AnswerNumber(10, { description: 'As it was delivered.' })
  readonly initial!: number;

  @AnswerNumber(1)
  readonly min!: number;

  @AnswerNumber(50)
  readonly max!: number;
}

/** A kind of signal: what it looks at, how it is set, and how often it is wrong. */
export class SignalKindAnswer {
  @AnswerWord(DETECTOR_CODES)
  readonly code!: string;

  @AnswerText('Giften net onder een grens')
  readonly title!: string;

  @AnswerText('Meer giften van één gever in korte tijd.')
  readonly looksAt!: string;

  @AnswerText('Iemand betaalt in delen.')
  readonly innocentExplanations!: string;

  @AnswerFlag()
  readonly on!: boolean;

  @AnswerNumber(3)
  readonly weight!: number;

  @AnswerList(() => SignalParameterAnswer)
  readonly parameters!: readonly SignalParameterAnswer[];

  @AnswerNumber(6)
  readonly falsePositives!: number;

  @AnswerNumber(20)
  readonly controlYears!: number;
}

export class SignalKindsAnswer {
  @AnswerList(() => SignalKindAnswer)
  readonly items!: readonly SignalKindAnswer[];
}

export class DecisionDayAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('Permit for the solar park')
  readonly title!: string;

  @AnswerDay()
  readonly day!: string;

  @AnswerId({ nullable: true })
  readonly party!: string | null;

  @AnswerNumber(30)
  readonly daysBefore!: number;

  @AnswerNumber(30)
  readonly daysAfter!: number;

  @AnswerText('Staatscourant 2025, 12345')
  readonly source!: string;

  @AnswerMoment({ nullable: true })
  readonly withdrawnAt!: string | null;
}

export class DecisionDaysAnswer {
  @AnswerList(() => DecisionDayAnswer)
  readonly items!: readonly DecisionDayAnswer[];
}

export class OpenedCaseAnswer {
  @ApiProperty({ type: 'string', format: 'uuid', example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11' })
  readonly caseId!: string;
}

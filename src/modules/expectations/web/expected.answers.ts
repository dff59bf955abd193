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
import { FindingAnswer } from '../../judgements/public';
import { STANDINGS } from '../application/read-expected';
import { FILING_KINDS } from './expected.query';

class FilingPeriodAnswer {
  @AnswerDay()
  readonly from!: string;

  @AnswerDay()
  readonly until!: string;
}

export class ExpectedFilingAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('annual_report:2024:3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', {
    description: 'The same duty keeps this key when its days move.',
  })
  readonly key!: string;

  @AnswerId({ description: 'The party with its affiliates and candidates.' })
  readonly organisation!: string;

  @AnswerWord(FILING_KINDS)
  readonly kind!: string;

  @AnswerNumber(8, { description: 'Row in the table of duties: /v1/rules.' })
  readonly duty!: number;

  @AnswerText('Wfpp art. 25 lid 1 onder a')
  readonly article!: string;

  @AnswerId({ description: 'Who files it: the party, an affiliate or a candidate.' })
  readonly recipient!: string;

  @AnswerId({ nullable: true })
  readonly election!: string | null;

  @AnswerNumber(2024)
  readonly year!: number;

  @AnswerPart(() => FilingPeriodAnswer)
  readonly period!: FilingPeriodAnswer;

  @AnswerDay()
  readonly opensOn!: string;

  @AnswerDay({ description: 'Itself included.' })
  readonly lastDay!: string;

  @AnswerDay({ nullable: true })
  readonly publicationBy!: string | null;

  @AnswerWord(['filed', 'nil_filed', 'not_received'])
  readonly receivedState!: string;

  @AnswerWord(STANDINGS, { description: 'not_due: nothing came in and nothing is late.' })
  readonly standing!: string;

  @AnswerDay({ nullable: true, description: 'The day on which the first version came in.' })
  readonly filedOn!: string | null;

  @AnswerId({ nullable: true })
  readonly filingId!: string | null;

  @AnswerNumber(1, { nullable: true })
  readonly filingVersion!: number | null;
}

export class ExpectedFilingsAnswer {
  @AnswerList(() => ExpectedFilingAnswer)
  readonly items!: readonly ExpectedFilingAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

class FilingThresholdAnswer {
  @AnswerCents()
  readonly value!: number;

  @AnswerText('Wfpp art. 25 lid 1 onder b')
  readonly source!: string;
}

class PartYearThresholdAnswer extends FilingThresholdAnswer {
  @AnswerNumber(2025)
  readonly year!: number;
}

class RequiredPartAnswer {
  @AnswerText('affiliate')
  readonly part!: string;

  @AnswerText('3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', {
    nullable: true,
    description: 'The affiliate or candidate it is about.',
  })
  readonly ref!: string | null;

  @AnswerText('Instituut', { nullable: true })
  readonly name!: string | null;

  @AnswerText('Wfpp art. 30 lid 2')
  readonly article!: string;

  @AnswerFlag({ description: 'In art. 37 lid 1; what is not can never lead to a fine.' })
  readonly fineable!: boolean;

  @AnswerWord(['received', 'missing', 'not_received'])
  readonly state!: string;
}

class ReceivedVersionAnswer {
  @AnswerId()
  readonly filingId!: string;

  @AnswerNumber(1)
  readonly version!: number;

  @AnswerDay()
  readonly filedOn!: string;

  @AnswerFlag()
  readonly nil!: boolean;

  @AnswerNumber(0, { description: 'How many parts it did not hold.' })
  readonly missing!: number;
}

class KeptAnswer {
  @AnswerMoment({ description: 'Since when the calculation gives something else.' })
  readonly since!: string;

  @AnswerDay({ nullable: true, description: 'What it gives; null when nothing is owed any more.' })
  readonly lastDayNow!: string | null;
}

class ExpectedFindingAnswer extends FindingAnswer {
  @AnswerId()
  readonly id!: string;
}

export class ExpectedFilingDetailAnswer extends ExpectedFilingAnswer {
  @AnswerDay({
    nullable: true,
    description: 'The last day before Atw art. 1 moved it; null when it was not moved.',
  })
  readonly movedFrom!: string | null;

  @AnswerPart(() => FilingThresholdAnswer, { nullable: true })
  readonly threshold!: FilingThresholdAnswer | null;

  @AnswerList(() => PartYearThresholdAnswer)
  readonly partYearThresholds!: readonly PartYearThresholdAnswer[];

  @AnswerList(() => RequiredPartAnswer)
  readonly parts!: readonly RequiredPartAnswer[];

  @AnswerList(() => ReceivedVersionAnswer, { description: 'Oldest first.' })
  readonly received!: readonly ReceivedVersionAnswer[];

  @AnswerFlag({ description: 'False: its last day lay before the group was in this register.' })
  readonly watched!: boolean;

  @AnswerMoment({ nullable: true, description: 'Since when it is no longer expected.' })
  readonly withdrawnAt!: string | null;

  @AnswerPart(() => KeptAnswer, {
    nullable: true,
    description: 'Its term had ended before the calculation changed, so it stayed as it was.',
  })
  readonly kept!: KeptAnswer | null;

  @AnswerList(() => ExpectedFindingAnswer)
  readonly findings!: readonly ExpectedFindingAnswer[];
}

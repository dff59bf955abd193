import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerCodes,
  AnswerDay,
  AnswerList,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
} from '../../../platform/http/answers';
import { ParameterAnswer } from './reference.answers';

const DEADLINES = [
  'always',
  'no_term',
  'as_soon_as_possible',
  'on_request',
  'runs_on',
  'counted_back',
  'fixed_date',
  'of_a_party',
] as const;
const PUBLICATIONS = [
  'none',
  'register',
  'no_term',
  'day_7_before_polling',
  'two_months_after_polling',
  'by_whoever_owes_it',
] as const;

/** The words of a duty in one language. */
export class RuleWordsAnswer {
  @AnswerText('Melden van een substantiële gift')
  readonly title!: string;

  @AnswerText('De partij')
  readonly who!: string;

  @AnswerText('Meld een gift waarmee een gever op € 10.000 of meer komt.')
  readonly duty!: string;

  @AnswerText('Drie dagen na ontvangst')
  readonly deadline!: string;

  @AnswerText('Er kan een boete volgen.')
  readonly consequence!: string;

  @AnswerText('Het systeem rekent de dag uit en ziet of er is gemeld.')
  readonly computed!: string;
}

/** A duty of the Act. */
export class RuleAnswer {
  @AnswerNumber(9, { description: 'Row of the table of duties, 1 to 23.' })
  readonly row!: number;

  @AnswerText('substantial-gift-notice')
  readonly code!: string;

  @AnswerCodes('Wfpp art. 25a lid 1')
  readonly articles!: readonly string[];

  @AnswerCodes('party', { description: 'Who owes it.' })
  readonly who!: readonly string[];

  @AnswerWord(DEADLINES)
  readonly deadline!: string;

  @AnswerWord(PUBLICATIONS)
  readonly publication!: string;

  @AnswerCodes('Wfpp art. 25a lid 1', { description: 'The places that art. 37 lid 1 names.' })
  readonly fineable!: readonly string[];

  @AnswerCodes('Wfpp art. 25 lid 1 onder e', { description: 'The places it leaves out.' })
  readonly notFineable!: readonly string[];

  @AnswerCodes('WFPP-25a-2', { description: 'The rules that watch it, as findings name them.' })
  readonly rules!: readonly string[];

  @AnswerWord(['whole', 'part', 'not'])
  readonly computed!: string;

  @AnswerPart(() => RuleWordsAnswer)
  readonly nl!: RuleWordsAnswer;

  @AnswerPart(() => RuleWordsAnswer)
  readonly en!: RuleWordsAnswer;
}

export class RulesAnswer {
  @AnswerList(() => RuleAnswer)
  readonly items!: readonly RuleAnswer[];
}

/** A worked example, run by the tests against the rules themselves. */
export class RuleExampleAnswer {
  @AnswerText('notice-10000')
  readonly id!: string;

  @AnswerText('Wfpp art. 25a lid 1')
  readonly article!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Its facts and what the rules make of them; amounts in euro cents.',
    example: { kind: 'notice', row: 9 },
  })
  readonly content!: object;
}

export class RuleFileAnswer extends RuleAnswer {
  @AnswerDay({ description: 'The day on which "now" was read.' })
  readonly on!: string;

  @AnswerList(() => ParameterAnswer, { description: 'Every value through time, oldest first.' })
  readonly parameters!: readonly ParameterAnswer[];

  @AnswerList(() => RuleExampleAnswer)
  readonly examples!: readonly RuleExampleAnswer[];
}

import { ApiProperty } from '@nestjs/swagger';
import { type DayReason } from '../../../legal/calendar/substantial-gift-term';
import {
  type ParameterOperator,
  type ParameterScope,
  type ParameterUnit,
  type ParameterValue,
} from '../../../legal/parameters/index';
import { DayField } from '../../../platform/http/fields';

const DAY = { type: 'string', format: 'date' } as const;
const TEXT = { type: 'string', minLength: 1, maxLength: 500 } as const;

const DAY_REASONS = [
  'counted',
  'day_of_receipt',
  'saturday',
  'sunday',
  'new_years_day',
  'good_friday',
  'easter_monday',
  'kings_day',
  'liberation_day',
  'ascension_day',
  'whit_monday',
  'christmas_day',
  'boxing_day',
  'equated_day',
  'atw_2',
  'atw_1',
] as const satisfies readonly DayReason[];

export class TermQuery {
  @DayField({
    example: '2025-04-17',
    description: 'Money: the day it reached the account. In kind: the day of delivery.',
  })
  readonly receivedOn!: string;
}

export class ParametersQuery {
  @DayField({ example: '2025-04-17', optional: true, description: 'Today when absent.' })
  readonly on?: string;
}

export class TermDayAnswer {
  @ApiProperty({ ...DAY, example: '2025-04-18' })
  readonly date!: string;

  @ApiProperty({ type: 'boolean', example: false })
  readonly counted!: boolean;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: 366,
    nullable: true,
    example: null,
    description: 'Number of a counted day; null for a day that is not counted.',
  })
  readonly ordinal!: number | null;

  @ApiProperty({ enum: DAY_REASONS, example: 'good_friday' })
  readonly reason!: string;
}

export class TermAnswer {
  @ApiProperty({ enum: ['working_days', 'statute'], example: 'working_days' })
  readonly reading!: string;

  @ApiProperty({ ...DAY, example: '2025-04-24' })
  readonly lastDay!: string;

  @ApiProperty({ type: 'array', items: TEXT, maxItems: 10, example: ['Wfpp art. 25a lid 2'] })
  readonly basis!: readonly string[];

  @ApiProperty({
    type: [TermDayAnswer],
    maxItems: 100,
    description: 'From the day of receipt up to and including the last day.',
  })
  readonly days!: readonly TermDayAnswer[];

  @ApiProperty({
    type: 'array',
    items: TEXT,
    maxItems: 10,
    example: [],
    description: 'Codes, such as equated_days_unknown_after_2028.',
  })
  readonly warnings!: readonly string[];
}

export class DueDatesAnswer {
  @ApiProperty({ ...DAY, example: '2025-04-17' })
  readonly receivedOn!: string;

  @ApiProperty({ type: TermAnswer, description: 'What the overseer enforces.' })
  readonly enforced!: TermAnswer;

  @ApiProperty({ ...TEXT, example: 'Letter of the Minister of BZK of 9 November 2023' })
  readonly enforcedReadingSource!: string;

  @ApiProperty({ type: TermAnswer, description: 'The letter of the Act.' })
  readonly statutory!: TermAnswer;
}

export class ParameterAnswer {
  @ApiProperty({ ...TEXT, example: 'substantial_gift' })
  readonly key!: string;

  @ApiProperty({
    // In OpenAPI 3.0 only a type can be nullable, and null must be one of these, not of each.
    oneOf: [
      { type: 'integer', nullable: true },
      { type: 'boolean' },
      { type: 'string', maxLength: 100 },
    ],
    example: 1000000,
    description: 'Amounts in euro cents; null when the law sets nothing of the kind.',
  })
  readonly value!: ParameterValue;

  @ApiProperty({
    enum: ['cents', 'days', 'weeks', 'months', 'years', 'percent', 'persons', 'boolean', 'text'],
    example: 'cents',
  })
  readonly unit!: ParameterUnit;

  @ApiProperty({ enum: ['>=', '>', '<=', '='], example: '>=' })
  readonly operator!: ParameterOperator;

  @ApiProperty({ type: 'string', maxLength: 60, example: 'donor_year_recipient' })
  readonly per!: ParameterScope;

  @ApiProperty({ ...TEXT, example: 'Wfpp art. 25a lid 1' })
  readonly source!: string;

  @ApiProperty({ ...DAY, example: '2023-01-01' })
  readonly from!: string;

  @ApiProperty({ ...DAY, nullable: true, example: null, description: 'Its last day.' })
  readonly until!: string | null;

  @ApiProperty({ enum: ['verified', 'unverified'], example: 'verified' })
  readonly status!: string;
}

export class ParametersAnswer {
  @ApiProperty({ ...DAY, example: '2025-04-17' })
  readonly on!: string;

  @ApiProperty({ type: [ParameterAnswer], maxItems: 200 })
  readonly items!: readonly ParameterAnswer[];
}

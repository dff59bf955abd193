import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { type FineSchedule } from '../../../legal/fines/fine-schedule';
import { FINEABLE_RULES, type FineableRule } from '../../../legal/fines/fineable';
import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { plainDate } from '../../../legal/kernel/plain-date';
import { CentsField, DayField, IntegerField, rule, TextField } from '../../../platform/http/fields';

export class ScheduleStepBody {
  @IntegerField({ example: 8, min: 0, max: 100_000_000_000 })
  readonly from!: number;

  @IntegerField({ example: 25, min: 0, max: 10_000 })
  readonly percent!: number;
}

function StepsField(): PropertyDecorator {
  return (target, property) => {
    ApiProperty({ type: () => [ScheduleStepBody], maxItems: 20 })(target, property);
    IsArray()(target, property);
    ArrayMaxSize(20)(target, property);
    ValidateNested({ each: true })(target, property);
    Type(() => ScheduleStepBody)(target, property);
  };
}

export class RepetitionBody {
  @IntegerField({ example: 5, min: 1, max: 50 })
  readonly withinYears!: number;

  @StepsField()
  readonly steps!: ScheduleStepBody[];
}

function isAmounts(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((amount) => Number.isSafeInteger(amount))
  );
}

const AMOUNT = {
  type: 'integer',
  format: 'int64',
  minimum: 0,
  maximum: 100_000_000_000,
  example: 250_000,
} as const;

/** A new version of the fine schedule. */
export class FineScheduleBody {
  @TextField({ example: 'minister-2026-1', max: 50, pattern: /^[a-z0-9][a-z0-9.-]{1,49}$/ })
  readonly version!: string;

  @DayField({ example: '2026-07-01', description: 'The first day on which it is used.' })
  readonly from!: string;

  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(FINEABLE_RULES.map((code) => [code, { ...AMOUNT }])),
    required: [...FINEABLE_RULES],
    additionalProperties: false,
    example: Object.fromEntries(FINEABLE_RULES.map((code) => [code, AMOUNT.example])),
    description: 'In cents, for every rule that can be fined.',
  })
  @rule('schedule.base', isAmounts, 'Give whole euro cents for each rule.')
  readonly base!: Readonly<Record<string, number>>;

  @StepsField()
  readonly daysLate!: ScheduleStepBody[];

  @StepsField()
  readonly amountInvolved!: ScheduleStepBody[];

  @ApiProperty({ type: () => RepetitionBody })
  @rule('schedule.repetition', (value) => typeof value === 'object', 'Give withinYears and steps.')
  @ValidateNested()
  @Type(() => RepetitionBody)
  readonly repetition!: RepetitionBody;

  @IntegerField({ example: 25, min: 0, max: 1000 })
  readonly selfReportPercent!: number;

  @IntegerField({ example: 25, min: 0, max: 1000 })
  readonly repairPercent!: number;

  @CentsField({ example: 2_500_000, min: 0 })
  readonly cap!: number;
}

/** Names the content that was read. */
export class ScheduleHashBody {
  @TextField({
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
    description: 'Of the content that you read: another content is another schedule.',
  })
  readonly sha256!: string;
}

/** The schedule in a body; whether it is a good one is for checkSchedule to say. */
export function scheduleOf(body: FineScheduleBody): FineSchedule {
  const amounts = Object.entries(body.base).map(([name, cents]) => [name, euroCents(cents)]);
  const steps = (given: readonly ScheduleStepBody[]): FineSchedule['daysLate'] =>
    given.map(({ from, percent }) => ({ from, percent }));
  return {
    version: body.version,
    origin: 'overseer',
    from: plainDate(body.from),
    base: Object.fromEntries(amounts) as Record<FineableRule, EuroCents>,
    daysLate: steps(body.daysLate),
    amountInvolved: steps(body.amountInvolved),
    repetition: {
      withinYears: body.repetition.withinYears,
      steps: steps(body.repetition.steps),
    },
    selfReportPercent: body.selfReportPercent,
    repairPercent: body.repairPercent,
    cap: euroCents(body.cap),
  };
}

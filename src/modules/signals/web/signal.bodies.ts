import { ApiProperty } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import {
  BooleanField,
  ChoiceField,
  DayField,
  IdField,
  IntegerField,
  TextField,
} from '../../../platform/http/fields';
import { KeysetQuery } from '../../../platform/http/keyset';
import { SIGNAL_STATES } from '../application/read-signals';
import { DETECTOR_CODES } from '../detectors/registry';

/** Which signals a list holds. */
export class SignalsQuery extends KeysetQuery {
  @ChoiceField({
    example: 'open',
    choices: ['waiting', ...SIGNAL_STATES],
    optional: true,
    description: '`waiting` (open and reopened) when left out.',
  })
  readonly state?: string;

  @ChoiceField({ example: 'split_in_time', choices: DETECTOR_CODES, optional: true })
  readonly code?: string;

  @IdField({
    example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11',
    optional: true,
    description: 'Signals that hold a row of this party.',
  })
  readonly party?: string;

  @IdField({
    example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11',
    optional: true,
    description: 'Signals that hold a row of this donor.',
  })
  readonly donor?: string;
}

/** What a person thinks of a pattern. */
export class JudgeSignalBody {
  @ChoiceField({ example: 'innocent', choices: ['innocent', 'worth_asking', 'known'] })
  readonly verdict!: 'innocent' | 'worth_asking' | 'known';

  @TextField({ example: 'Paid in parts, the invoice lies with it', max: 1000 })
  readonly reason!: string;
}

/** Opening a case about a pattern, as from a tip. */
export class OpenSignalCaseBody {
  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', description: 'The group.' })
  readonly tenantId!: string;

  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', description: 'Who of the group.' })
  readonly recipientId!: string;

  @TextField({ example: 'WFPP-25a-2', max: 40, description: 'A rule of art. 37 lid 1.' })
  readonly rule!: string;

  @DayField({ example: '2025-03-01' })
  readonly violatedOn!: string;

  @TextField({ example: 'Two gifts just below EUR 10,000 within five days', max: 1000 })
  readonly text!: string;
}

/** A figure of a kind by its name. */
export class SignalFigureBody {
  @TextField({ example: 'margin', max: 40, pattern: /^[a-zA-Z]{1,40}$/ })
  readonly key!: string;

  @IntegerField({ example: 5, min: 0, max: 100_000_000_000, description: 'Amounts in euro cents.' })
  readonly value!: number;
}

const MOST_FIGURES = 20;

function FiguresField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: () => [SignalFigureBody], maxItems: MOST_FIGURES }),
    IsArray(),
    ArrayMaxSize(MOST_FIGURES),
    ValidateNested({ each: true }),
    Type(() => SignalFigureBody),
  );
}

/** From a day on: whether this kind is looked for, with which figures, and why. */
export class SetSignalKindBody {
  @DayField({ example: '2025-11-01', description: 'The first day on which it holds.' })
  readonly startsOn!: string;

  @BooleanField({ example: true, description: 'False: this kind is not looked for.' })
  readonly on!: boolean;

  @FiguresField()
  readonly parameters!: readonly SignalFigureBody[];

  @TextField({ example: 'Too many standing orders were found', max: 500 })
  readonly reason!: string;
}

/** A day on which something was decided. */
export class DecisionDayBody {
  @TextField({ example: 'Permit for the solar park' })
  readonly title!: string;

  @DayField({ example: '2025-06-12' })
  readonly day!: string;

  @IdField({
    example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11',
    optional: true,
    description: 'Only gifts to this party; to all when left out.',
  })
  readonly partyId?: string;

  @IntegerField({ example: 30, min: 0, max: 365 })
  readonly daysBefore!: number;

  @IntegerField({ example: 30, min: 0, max: 365 })
  readonly daysAfter!: number;

  @TextField({ example: 'Staatscourant 2025, 12345', max: 500, description: 'Where it stands.' })
  readonly source!: string;
}

/** Why a day of a decision no longer counts. */
export class WithdrawDecisionDayBody {
  @TextField({ example: 'Entered on the wrong day', max: 500 })
  readonly why!: string;
}

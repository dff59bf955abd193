import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateIf, ValidateNested } from 'class-validator';
import {
  BooleanField,
  CentsField,
  ChoiceField,
  IdField,
  TextField,
} from '../../../platform/http/fields';
import { type SetAsideReason, SET_ASIDE_REASONS } from '../recognition/proposal';
import { RULE_TYPES } from './rules.bodies';

const ID = '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11';
const MOST_PARTS = 2_000;

/** One contribution of an entry, or one gift that a debit returned. */
export class DecisionPartBody {
  @IdField({ example: ID, optional: true, description: 'Of a contribution to book.' })
  readonly donorId?: string;

  @IdField({ example: ID, optional: true, description: 'Left out: whose own account it is.' })
  readonly recipientId?: string;

  @ChoiceField({ choices: RULE_TYPES, example: 'gift', optional: true })
  readonly type?: (typeof RULE_TYPES)[number];

  @IdField({
    example: ID,
    optional: true,
    description: 'Of a contribution that is booked already, to link or to settle.',
  })
  readonly contributionId?: string;

  @CentsField({ example: 100_000, optional: true, description: 'Left out: all of the entry.' })
  readonly amount?: number;

  @TextField({ example: 'Gift maart', max: 500, optional: true })
  readonly description?: string;
}

export class EntryDecisionBody {
  @ChoiceField({
    choices: ['book', 'link', 'return', 'transfer_to_state', 'set_aside'],
    example: 'set_aside',
    description: 'The parts, with `other` and less `costs`, come to the entry to the cent.',
  })
  readonly do!: 'book' | 'link' | 'return' | 'transfer_to_state' | 'set_aside';

  @ApiProperty({ type: () => [DecisionPartBody], required: false, maxItems: MOST_PARTS })
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(MOST_PARTS)
  @ValidateNested({ each: true })
  @Type(() => DecisionPartBody)
  readonly parts?: DecisionPartBody[];

  @CentsField({ example: 1_000, optional: true, description: 'A part that is no contribution.' })
  readonly other?: number;

  @TextField({ example: 'Kaartje congres', optional: true })
  readonly otherNote?: string;

  @CentsField({ example: 25, optional: true, description: 'What a payment provider kept.' })
  readonly costs?: number;

  @ChoiceField({ choices: SET_ASIDE_REASONS, example: 'sale', optional: true })
  readonly setAsideReason?: SetAsideReason;

  @TextField({ example: 'Factuur 2025-014', max: 500, optional: true })
  readonly note?: string;

  @BooleanField({ example: false, optional: true, description: 'Make a rule of it.' })
  readonly remember?: boolean;
}

export class ReopenEntryBody {
  @TextField({ example: 'Verkeerde gever', max: 500 })
  readonly reason!: string;
}

export class ConfirmCertainBody {
  @IdField({ example: ID, optional: true, description: 'Only the entries of this statement.' })
  readonly statementId?: string;
}

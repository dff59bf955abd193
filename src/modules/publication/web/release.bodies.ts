import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { ChoiceField, IdField, IntegerField, TextField } from '../../../platform/http/fields';
import { KeysetQuery } from '../../../platform/http/keyset';

export class ReleasesQuery extends KeysetQuery {
  @ChoiceField({
    example: 'open',
    choices: ['open', 'waiting', 'held'],
    optional: true,
    description: 'Waiting and held ones when absent.',
  })
  readonly state?: 'open' | 'waiting' | 'held';
}

export class SeenItemBody {
  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11' })
  readonly id!: string;

  @IntegerField({ example: 1, min: 1, max: 1_000_000 })
  readonly revision!: number;
}

/** Everything or nothing of it happens. */
export class ReleaseDecisionBody {
  @ChoiceField({
    example: 'release',
    choices: ['release', 'hold', 'let_go'],
    description: 'let_go: what was held waits for its hour again.',
  })
  readonly kind!: 'release' | 'hold' | 'let_go';

  @ApiProperty({ type: () => [SeenItemBody], minItems: 1, maxItems: 200 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SeenItemBody)
  readonly items!: SeenItemBody[];

  @TextField({
    example: 'We ask the party first',
    max: 500,
    optional: true,
    description: 'Wanted with hold and let_go.',
  })
  readonly reason?: string;
}

export class ReleaseSettingBody {
  @IntegerField({
    example: 24,
    min: 0,
    max: 2160,
    optional: true,
    description: 'After so many hours a change goes by itself; absent: never.',
  })
  readonly hours?: number;

  @TextField({ example: 'Agreed with the parties', max: 500 })
  readonly reason!: string;
}

export class RegisterDecisionBody {
  @ChoiceField({
    example: 'stop',
    choices: ['check', 'clear', 'stop', 'lift'],
    description: 'stop takes a gift, or the whole register, down at once; lift ends that.',
  })
  readonly kind!: 'check' | 'clear' | 'stop' | 'lift';

  @TextField({
    example: 'G-7K3XQ0M9T2',
    max: 12,
    pattern: /^G-[0-9A-Z]{10}$/,
    optional: true,
    description: 'Absent with stop and lift: the whole register.',
  })
  readonly gift?: string;

  @TextField({ example: 'We look into a mistake', max: 500, description: 'Everybody reads it.' })
  readonly reason!: string;
}

import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateIf, ValidateNested } from 'class-validator';
import {
  BooleanField,
  CentsField,
  ChoiceField,
  DayField,
  IntegerField,
  TextField,
} from '../../../platform/http/fields';

export const DONOR_KINDS = [
  'natural_person',
  'legal_person',
  'undertaking',
  'foundation',
  'association',
  'estate',
  'anonymous',
  'group_member',
] as const;

const COUNTRY = {
  example: 'NL',
  min: 2,
  max: 2,
  pattern: /^[A-Z]{2}$/,
  description: 'ISO 3166-1 alpha-2',
};

export class UboBody {
  @TextField({ example: 'A. Voorbeeld' })
  readonly name!: string;

  @TextField({ example: 'Dorpsstraat 1', max: 300, optional: true })
  readonly address?: string;

  @TextField({ example: 'Utrecht', max: 100, optional: true })
  readonly residence?: string;

  @TextField({ ...COUNTRY, optional: true })
  readonly country?: string;
}

export class ParticularsFields {
  @TextField({ example: 'Voorbeeld B.V.', optional: true })
  readonly name?: string;

  @TextField({ example: 'Dorpsstraat 1, 1234 AB', max: 300, optional: true })
  readonly address?: string;

  @TextField({ example: 'Utrecht', max: 100, optional: true })
  readonly residence?: string;

  @TextField({ ...COUNTRY, optional: true })
  readonly country?: string;

  @TextField({ example: '12345678', min: 8, max: 8, pattern: /^[0-9]{8}$/, optional: true })
  readonly tradeRegisterNumber?: string;

  @BooleanField({ example: true, optional: true, description: 'In the Dutch Handelsregister.' })
  readonly inTradeRegister?: boolean;

  @ApiProperty({ type: () => [UboBody], required: false, maxItems: 50 })
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => UboBody)
  readonly ubos?: UboBody[];
}

export class DeclarationBody {
  @DayField({ example: '2025-04-01' })
  readonly declaredOn!: string;

  @BooleanField({ example: true, optional: true })
  readonly dutchNational?: boolean;

  @DayField({ example: '1980-05-05', optional: true })
  readonly dateOfBirth?: string;

  @BooleanField({ example: true, optional: true, description: 'Declared to be 18 or older.' })
  readonly adult?: boolean;

  @TextField({ ...COUNTRY, optional: true })
  readonly residence?: string;

  @ChoiceField({
    choices: ['ten_years_resident', 'dutch_public_service', 'household', 'none'],
    example: 'ten_years_resident',
    optional: true,
    description: 'Aruba, Curacao and Sint Maarten only (Kieswet B 1 lid 2).',
  })
  readonly caribbeanGround?: 'ten_years_resident' | 'dutch_public_service' | 'household' | 'none';

  @BooleanField({ example: false, optional: true })
  readonly disenfranchised?: boolean;

  @TextField({ example: 'Signed declaration of 1 April 2025', max: 500 })
  readonly evidence!: string;
}

export class RegisterDonorBody extends ParticularsFields {
  @ChoiceField({ choices: DONOR_KINDS, example: 'natural_person' })
  readonly kind!: (typeof DONOR_KINDS)[number];

  @ApiProperty({ type: () => DeclarationBody, required: false })
  @ValidateIf((_, value) => value !== undefined)
  @ValidateNested()
  @Type(() => DeclarationBody)
  readonly declaration?: DeclarationBody;
}

export class ReviseDonorBody extends ParticularsFields {
  @TextField({ example: 'The donor moved house', max: 500 })
  readonly reason!: string;
}

export class LookThroughGiverBody {
  @TextField({ example: 'B. Voorbeeld' })
  readonly name!: string;

  @TextField({ example: 'Dorpsstraat 2, 1234 AB', max: 300, optional: true })
  readonly address?: string;

  @TextField({ example: 'Utrecht', max: 100, optional: true })
  readonly residence?: string;

  @CentsField({ example: 250_000 })
  readonly amount!: number;
}

export class LookThroughBody {
  @IntegerField({ example: 2025, min: 2023, max: 2199 })
  readonly year!: number;

  @DayField({ example: '2025-05-01' })
  readonly receivedOn!: string;

  @ApiProperty({ type: () => [LookThroughGiverBody], maxItems: 5000 })
  @IsArray()
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => LookThroughGiverBody)
  readonly givers!: LookThroughGiverBody[];
}

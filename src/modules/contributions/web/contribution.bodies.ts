import { Type } from 'class-transformer';
import { ValidateIf, ValidateNested } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import {
  BooleanField,
  CentsField,
  ChoiceField,
  DayField,
  IdField,
  TextField,
} from '../../../platform/http/fields';

export const CONTRIBUTION_TYPES = [
  'gift',
  'membership_dues',
  'office_holder_remittance',
  'legacy',
  'loan_waived',
  'in_kind',
  'discount',
] as const;

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

export const CARIBBEAN_GROUNDS = [
  'ten_years_resident',
  'dutch_public_service',
  'household',
  'none',
] as const;

const DONOR = '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11';
const RECIPIENT = '5b0f2c7a-1f43-4a51-8f0e-6f6a2b9d7c22';

/** What every way of writing a contribution has in common; amounts in whole euro cents. */
export class ContributionFields {
  @IdField({ example: RECIPIENT, description: 'The party, an affiliate or a candidate.' })
  readonly recipientId!: string;

  @ChoiceField({ choices: CONTRIBUTION_TYPES, example: 'gift' })
  readonly type!: (typeof CONTRIBUTION_TYPES)[number];

  @ChoiceField({
    choices: ['money', 'in_kind'],
    example: 'money',
    optional: true,
    description: 'Needed for a legacy only; every other type has one form.',
  })
  readonly form?: 'money' | 'in_kind';

  @CentsField({
    example: 1_000_000,
    optional: true,
    description: 'Money received. In kind: left out, or market value less what was paid.',
  })
  readonly amount?: number;

  @CentsField({ example: 40_000, optional: true, description: 'In kind: market value (art. 22).' })
  readonly marketValue?: number;

  @CentsField({ example: 10_000, min: 0, optional: true, description: 'In kind: what was paid.' })
  readonly paid?: number;

  @TextField({
    example: 'Price list of the same venue, 3 March 2025',
    max: 500,
    optional: true,
    description: 'In kind: how the market value was found.',
  })
  readonly valuation?: string;

  @TextField({ example: 'Rent of a hall for the congress', max: 500, optional: true })
  readonly description?: string;

  @DayField({ example: '2025-04-17', description: 'Day of credit, delivery or acceptance.' })
  readonly receivedOn!: string;

  @TextField({ example: '2025-0417-000123', max: 140, optional: true })
  readonly bankReference?: string;
}

export class BookContributionBody extends ContributionFields {
  @IdField({ example: DONOR })
  readonly donorId!: string;
}

export class CorrectContributionBody extends BookContributionBody {
  @TextField({ example: 'The bank reversed part of the payment', max: 500 })
  readonly reason!: string;
}

export class AnnulContributionBody {
  @TextField({ example: 'Booked twice by mistake', max: 500 })
  readonly reason!: string;
}

export class SettlementBody {
  @CentsField({ example: 500_000, description: 'What left again.' })
  readonly amount!: number;

  @DayField({ example: '2025-04-24' })
  readonly settledOn!: string;

  @TextField({ example: 'Bank statement 2025-04, entry 17', max: 500 })
  readonly evidence!: string;
}

export class StateTransferBody extends SettlementBody {
  @ChoiceField({
    choices: ['transferred_to_state', 'destroyed'],
    example: 'transferred_to_state',
    optional: true,
    description: 'A thing in kind may be destroyed instead; transferred when left out.',
  })
  readonly kind?: 'transferred_to_state' | 'destroyed';
}

/** Someone who is not in the records yet; nothing of this is stored. */
export class DescribedDonor {
  @ChoiceField({ choices: DONOR_KINDS, example: 'natural_person' })
  readonly kind!: (typeof DONOR_KINDS)[number];

  @BooleanField({ example: true, optional: true })
  readonly dutchNational?: boolean;

  @DayField({ example: '1980-05-05', optional: true })
  readonly dateOfBirth?: string;

  @BooleanField({ example: true, optional: true, description: 'Declared to be 18 or older.' })
  readonly adult?: boolean;

  @TextField({ example: 'NL', pattern: /^[A-Z]{2}$/, min: 2, max: 2, optional: true })
  readonly residence?: string;

  @ChoiceField({ choices: CARIBBEAN_GROUNDS, example: 'ten_years_resident', optional: true })
  readonly caribbeanGround?: (typeof CARIBBEAN_GROUNDS)[number];

  @BooleanField({ example: false, optional: true })
  readonly disenfranchised?: boolean;

  @BooleanField({ example: true, optional: true })
  readonly inTradeRegister?: boolean;
}

export class PreCheckBody extends ContributionFields {
  @IdField({ example: DONOR, optional: true, description: 'A donor in your records.' })
  readonly donorId?: string;

  @ApiProperty({ type: () => DescribedDonor, required: false })
  @ValidateIf((_, value) => value !== undefined)
  @ValidateNested()
  @Type(() => DescribedDonor)
  readonly donor?: DescribedDonor;
}

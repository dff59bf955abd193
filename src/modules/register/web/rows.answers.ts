import { ApiProperty } from '@nestjs/swagger';
import { LinksAnswer } from '../../../platform/http/answers';
import { CENTS, DAY, ROW, TEXT } from './list.answers';

export class AffiliateAnswer {
  @ApiProperty({ ...TEXT, example: 'cdabusinessclub', description: 'One for all spellings.' })
  readonly key!: string;

  @ApiProperty({ ...TEXT, example: 'Stichting CDA Business Club' })
  readonly name!: string;
}

export class BeneficialOwnerAnswer {
  @ApiProperty({
    ...TEXT,
    nullable: true,
    example: 'J.G. Riesenrs',
    description: 'Null: shielded.',
  })
  readonly name!: string | null;

  @ApiProperty({
    ...TEXT,
    nullable: true,
    example: 'Zeist',
    description: 'The place, also where the list prints a street (Wfpp art. 25(5)).',
  })
  readonly residence!: string | null;
}

export class PublishedDonorAnswer {
  @ApiProperty({
    ...TEXT,
    nullable: true,
    example: 'Uittergaard B.V',
    description: 'Null: shielded.',
  })
  readonly name!: string | null;

  @ApiProperty({ enum: ['natural_person', 'organisation', 'estate'], example: 'organisation' })
  readonly kind!: string;

  @ApiProperty({ ...TEXT, nullable: true, example: null, description: 'The office after "p/a".' })
  readonly careOf!: string | null;

  @ApiProperty({ ...TEXT, nullable: true, example: 'Weskergaard 137, 6500 PU Utrecht' })
  readonly address!: string | null;

  @ApiProperty({ ...TEXT, nullable: true, example: null })
  readonly residence!: string | null;

  @ApiProperty({ ...TEXT, nullable: true, example: null, description: 'Null: the Netherlands.' })
  readonly country!: string | null;

  @ApiProperty({
    enum: ['wfpp_25_5', 'hrb_51b', 'not_stated'],
    nullable: true,
    example: 'wfpp_25_5',
  })
  readonly shielding!: string | null;

  @ApiProperty({ type: [BeneficialOwnerAnswer], maxItems: 100 })
  readonly beneficialOwners!: readonly BeneficialOwnerAnswer[];
}

export class PublishedGiftAnswer {
  @ApiProperty({ ...ROW, example: 195 })
  readonly row!: number;

  @ApiProperty({
    ...CENTS,
    nullable: true,
    example: 5000000,
    description: 'Null: only a total is printed.',
  })
  readonly amount!: number | null;

  @ApiProperty({ ...DAY, nullable: true, example: '2025-11-17' })
  readonly receivedOn!: string | null;

  @ApiProperty({ type: 'boolean', example: false })
  readonly inKind!: boolean;

  @ApiProperty({ ...TEXT, example: '' })
  readonly remark!: string;
}

export class DonorTotalAnswer {
  @ApiProperty({ ...ROW, example: 195, description: 'Row of the sheet.' })
  readonly row!: number;

  @ApiProperty({ ...TEXT, example: 'CDA' })
  readonly party!: string;

  @ApiProperty({ type: AffiliateAnswer, nullable: true, description: 'Null: the party itself.' })
  readonly affiliate!: AffiliateAnswer | null;

  @ApiProperty({ type: PublishedDonorAnswer })
  readonly donor!: PublishedDonorAnswer;

  @ApiProperty({ ...CENTS, example: 5000000 })
  readonly total!: number;

  @ApiProperty({ type: 'boolean', example: false, description: 'It was typed as text.' })
  readonly totalWasText!: boolean;

  @ApiProperty({ type: [PublishedGiftAnswer], maxItems: 10_000 })
  readonly gifts!: readonly PublishedGiftAnswer[];
}

export class RowsAnswer {
  @ApiProperty({ type: [DonorTotalAnswer], maxItems: 100 })
  readonly items!: readonly DonorTotalAnswer[];

  @ApiProperty({ type: LinksAnswer })
  readonly _links!: LinksAnswer;
}

import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerCodes,
  AnswerDay,
  AnswerFlag,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';
import { CHANGES } from '../../publication/public';

const EUROS = {
  type: 'string',
  pattern: '^-?\\d+\\.\\d{2}$',
  maxLength: 20,
  example: '10000.00',
} as const;

export class PublicPartyAnswer {
  @AnswerText('polderpartij', { description: 'In addresses, for ever.' })
  readonly slug!: string;

  @AnswerText('Polderpartij')
  readonly name!: string;
}

class RecipientAnswer {
  @AnswerText('Polderpartij')
  readonly name!: string;

  @AnswerText('party', { description: 'The party itself, or the kind of affiliate.' })
  readonly kind!: string;
}

class PublicDonorAnswer {
  @AnswerText('D-0000000001', {
    nullable: true,
    description: 'The same over years and parties; null when the donor is shielded.',
  })
  readonly id!: string | null;

  @AnswerText('natural_person')
  readonly kind!: string;

  @AnswerText('J. van der Dijk', { nullable: true })
  readonly name!: string | null;

  @AnswerText('Kade 7', { nullable: true, description: 'Never of a natural person.' })
  readonly address!: string | null;

  @AnswerText('Zwolle', { nullable: true })
  readonly residence!: string | null;

  @AnswerText('NL', { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  readonly country!: string | null;

  @AnswerWord(['wfpp_25_5', 'hrb_51b', 'not_stated'], {
    nullable: true,
    description: 'Why a name is left out.',
  })
  readonly shielding!: string | null;
}

class OwnerAnswer {
  @AnswerText('E. Eigenaar', { nullable: true, description: 'Null: shielded.' })
  readonly name!: string | null;

  @AnswerText('Ede', { nullable: true })
  readonly residence!: string | null;
}

/** A gift as it is public. */
export class PublicGiftAnswer {
  @AnswerText('G-0000000001', { description: 'In addresses, for ever.' })
  readonly id!: string;

  @AnswerNumber(1, { description: 'Every change adds one.' })
  readonly version!: number;

  @AnswerWord(['published', 'corrected', 'under_check', 'annulled'])
  readonly status!: string;

  @AnswerPart(() => PublicPartyAnswer)
  readonly party!: PublicPartyAnswer;

  @AnswerPart(() => RecipientAnswer)
  readonly recipient!: RecipientAnswer;

  @AnswerPart(() => PublicDonorAnswer)
  readonly donor!: PublicDonorAnswer;

  @AnswerList(() => OwnerAnswer)
  readonly beneficialOwners!: readonly OwnerAnswer[];

  @AnswerWord(['gift', 'rest'], {
    description:
      'A rest is what a yearly total of a donor holds beside its single gifts; may be below zero.',
  })
  readonly line!: string;

  @AnswerText('gift', { nullable: true, description: 'Null when the source does not say.' })
  readonly type!: string | null;

  @AnswerWord(['money', 'in_kind'])
  readonly form!: string;

  @AnswerNumber(2025)
  readonly year!: number;

  @AnswerDay({ nullable: true, description: 'Null when not known; a rest has no day.' })
  readonly receivedOn!: string | null;

  @ApiProperty({ ...EUROS, description: 'Euros with a point, before what was returned.' })
  readonly amount!: string;

  @ApiProperty({ ...EUROS, example: '0.00', description: 'Euros that were given back.' })
  readonly returned!: string;

  @ApiProperty({ ...EUROS, description: 'What it adds to totals; 0.00 when annulled.' })
  readonly counted!: string;

  @AnswerCodes('notice', {
    description: 'notice, annual_overview, election_overview, or list: a list of the ministry.',
  })
  readonly filedIn!: readonly string[];

  @AnswerDay({ nullable: true })
  readonly filedOn!: string | null;

  @AnswerNumber(3, { nullable: true, description: 'Calendar days from receipt to filing.' })
  readonly filedAfterDays!: number | null;

  @AnswerText('Legaat', { nullable: true })
  readonly remark!: string | null;

  @AnswerMoment()
  readonly publishedAt!: string;

  @AnswerMoment()
  readonly changedAt!: string;
}

export class PublicGiftsAnswer {
  @ApiProperty({ type: [PublicGiftAnswer], maxItems: 1000 })
  readonly items!: readonly PublicGiftAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

/** A change of the register; with the content of the newest of each gift the whole set is made. */
export class PublicChangeAnswer {
  @AnswerNumber(42, { description: 'Goes up with every change.' })
  readonly changeNumber!: number;

  @AnswerText('G-0000000001')
  readonly id!: string;

  @AnswerNumber(2)
  readonly version!: number;

  @AnswerWord(CHANGES)
  readonly change!: string;

  @AnswerText('The party corrected the amount.', { nullable: true })
  readonly reason!: string | null;

  @AnswerMoment()
  readonly changedAt!: string;

  @AnswerPart(() => PublicGiftAnswer, {
    nullable: true,
    description: 'As it was from then on; null when it left the register.',
  })
  readonly content!: PublicGiftAnswer | null;
}

export class PublicChangesAnswer {
  @ApiProperty({ type: [PublicChangeAnswer], maxItems: 1000 })
  readonly items!: readonly PublicChangeAnswer[];

  @AnswerNumber(42, { description: 'Ask again with after= this number.' })
  readonly newest!: number;

  @AnswerFlag({ description: 'True when there are more after this page.' })
  readonly more!: boolean;
}

class FieldDifferenceAnswer {
  @AnswerText('/donor/residence', { description: 'JSON Pointer of the field.' })
  readonly field!: string;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 2000, example: 'Zwolle' })
  readonly before!: string | null;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 2000, example: 'Ede' })
  readonly after!: string | null;
}

class PublicVersionAnswer extends PublicChangeAnswer {
  @AnswerList(() => FieldDifferenceAnswer, { description: 'Against the version before.' })
  readonly differences!: readonly FieldDifferenceAnswer[];
}

export class PublicVersionsAnswer {
  @ApiProperty({ type: [PublicVersionAnswer], maxItems: 10_000, description: 'The oldest first.' })
  readonly items!: readonly PublicVersionAnswer[];
}

import {
  AnswerCents,
  AnswerCodes,
  AnswerDay,
  AnswerFlag,
  AnswerId,
  AnswerList,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';
import { DIMENSIONS, DONOR_KINDS, RECIPIENT_KINDS, SOURCES } from './insight.query';

class InsightPartyAnswer {
  @AnswerText('polder', { description: 'In addresses, for ever.' })
  readonly slug!: string;

  @AnswerText('Polderpartij')
  readonly name!: string;
}

class InsightDonorAnswer {
  @AnswerText('D-7F3K9Q2M4X', { description: 'The same over parties and years.' })
  readonly id!: string;

  @AnswerText('A. Gever', { nullable: true, description: 'Null when not known or shielded.' })
  readonly name!: string | null;

  @AnswerWord(DONOR_KINDS)
  readonly kind!: string;

  @AnswerText('Utrecht', { nullable: true })
  readonly residence!: string | null;

  @AnswerText('NL', { nullable: true })
  readonly country!: string | null;
}

class InsightRecipientAnswer {
  @AnswerText('Polderpartij')
  readonly name!: string;

  @AnswerWord(RECIPIENT_KINDS)
  readonly kind!: string;
}

export class InsightGiftAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('contribution:3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', {
    description: 'Stays through corrections; a row of a published list has list:<year>:<row>.',
  })
  readonly key!: string;

  @AnswerPart(() => InsightPartyAnswer)
  readonly party!: InsightPartyAnswer;

  @AnswerPart(() => InsightRecipientAnswer)
  readonly recipient!: InsightRecipientAnswer;

  @AnswerPart(() => InsightDonorAnswer)
  readonly donor!: InsightDonorAnswer;

  @AnswerWord(['gift', 'rest'], {
    description: 'A rest is what a total on a list holds beside its single gifts.',
  })
  readonly line!: string;

  @AnswerWord(['filed', 'list'])
  readonly source!: string;

  @AnswerText('gift', { nullable: true, description: 'Null when a list does not say.' })
  readonly type!: string | null;

  @AnswerWord(['money', 'in_kind'])
  readonly form!: string;

  @AnswerNumber(2025)
  readonly year!: number;

  @AnswerDay({ nullable: true })
  readonly receivedOn!: string | null;

  @AnswerCents({ description: 'Gross; below zero only for a rest.' })
  readonly amountCents!: number;

  @AnswerCents()
  readonly returnedCents!: number;

  @AnswerCents({ description: 'What it adds to totals; 0 when annulled.' })
  readonly countedCents!: number;

  @AnswerFlag()
  readonly annulled!: boolean;

  @AnswerCodes('notice')
  readonly filedIn!: readonly string[];

  @AnswerText('M-2025-7QK4P', { nullable: true })
  readonly noticeNumber!: string | null;

  @AnswerDay({ nullable: true })
  readonly firstFiledOn!: string | null;

  @AnswerDay({ nullable: true, description: 'Three working days; null without a duty to notify.' })
  readonly enforcedLastDay!: string | null;

  @AnswerDay({ nullable: true, description: 'Three days by the statute.' })
  readonly statutoryLastDay!: string | null;
}

export class InsightGiftsAnswer {
  @AnswerList(() => InsightGiftAnswer)
  readonly items!: readonly InsightGiftAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

class InsightFigureAnswer {
  @AnswerText('10', {
    description: 'The month, type, country and so on; empty when not known. A party by its slug.',
  })
  readonly value!: string;

  @AnswerNumber(112, {
    description: 'Single gifts; totals on a list without gifts are not counted.',
  })
  readonly gifts!: number;

  @AnswerCents({ description: 'Less what was returned; may be below zero.' })
  readonly countedCents!: number;
}

export class InsightFiguresAnswer {
  @AnswerNumber(2025)
  readonly year!: number;

  @AnswerWord(DIMENSIONS)
  readonly by!: string;

  @AnswerWord(SOURCES)
  readonly source!: string;

  @AnswerCents()
  readonly totalCents!: number;

  @AnswerList(() => InsightFigureAnswer)
  readonly items!: readonly InsightFigureAnswer[];
}

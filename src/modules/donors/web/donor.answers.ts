import {
  AnswerCents,
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
import { DONOR_KINDS } from './donor.bodies';

export class MadeAnswer {
  @AnswerId()
  readonly id!: string;
}

export class UboAnswer {
  @AnswerText('A. Voorbeeld')
  readonly name!: string;

  @AnswerText('Dorpsstraat 1', { nullable: true })
  readonly address!: string | null;

  @AnswerText('Utrecht', { nullable: true })
  readonly residence!: string | null;

  @AnswerText('NL', { nullable: true })
  readonly country!: string | null;
}

export class DeclarationAnswer {
  @AnswerDay()
  readonly declaredOn!: string;

  @AnswerFlag({ nullable: true })
  readonly dutchNational!: boolean | null;

  @AnswerDay({ nullable: true })
  readonly dateOfBirth!: string | null;

  @AnswerFlag({ nullable: true })
  readonly adult!: boolean | null;

  @AnswerDay({ nullable: true, description: 'The day adult speaks of, when not declaredOn.' })
  readonly adultOn?: string | null;

  @AnswerText('NL', { nullable: true })
  readonly residence!: string | null;

  @AnswerText('ten_years_resident', { nullable: true })
  readonly caribbeanGround!: string | null;

  @AnswerFlag({ nullable: true })
  readonly disenfranchised!: boolean | null;

  @AnswerText('Signed declaration of 1 April 2025')
  readonly evidence!: string;
}

class GiverAnswer {
  @AnswerText('B. Voorbeeld')
  readonly name!: string;

  @AnswerText('Utrecht', { nullable: true })
  readonly residence!: string | null;

  @AnswerCents()
  readonly amount!: number;
}

export class LookThroughAnswer {
  @AnswerId()
  readonly ref!: string;

  @AnswerNumber(2025)
  readonly year!: number;

  @AnswerDay()
  readonly receivedOn!: string;

  @AnswerList(() => GiverAnswer)
  readonly givers!: readonly GiverAnswer[];
}

/** A donor with the newest particulars. */
export class DonorAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(DONOR_KINDS)
  readonly kind!: string;

  @AnswerNumber(1, { description: 'Version of the particulars.' })
  readonly version!: number;

  @AnswerText('Voorbeeld B.V.', { nullable: true })
  readonly name!: string | null;

  @AnswerText('Dorpsstraat 1, 1234 AB', { nullable: true })
  readonly address!: string | null;

  @AnswerText('Utrecht', { nullable: true })
  readonly residence!: string | null;

  @AnswerText('NL', { nullable: true })
  readonly country!: string | null;

  @AnswerText('12345678', { nullable: true })
  readonly tradeRegisterNumber!: string | null;

  @AnswerFlag({ nullable: true })
  readonly inTradeRegister!: boolean | null;

  @AnswerList(() => UboAnswer)
  readonly ubos!: readonly UboAnswer[];

  @AnswerPart(() => DeclarationAnswer, { nullable: true })
  readonly declaration!: DeclarationAnswer | null;

  @AnswerList(() => LookThroughAnswer)
  readonly lookThrough!: readonly LookThroughAnswer[];
}

export class DonorsAnswer {
  @AnswerList(() => DonorAnswer)
  readonly items!: readonly DonorAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

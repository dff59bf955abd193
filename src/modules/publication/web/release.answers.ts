import {
  AnswerCents,
  AnswerCodes,
  AnswerDay,
  AnswerFlag,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';

class LineDonorAnswer {
  @AnswerText('D-7K3XQ0M9T2', { nullable: true, description: 'Null when the donor is shielded.' })
  readonly id!: string | null;

  @AnswerText('natural_person')
  readonly kind!: string;

  @AnswerText('J. van der Dijk', { nullable: true })
  readonly name!: string | null;

  @AnswerText('Kade 1', { nullable: true, description: 'Never of a natural person.' })
  readonly address!: string | null;

  @AnswerText('Zwolle', { nullable: true })
  readonly residence!: string | null;

  @AnswerText('NL', { nullable: true })
  readonly country!: string | null;

  @AnswerText('wfpp_25_5', { nullable: true })
  readonly shielding!: string | null;
}

class LineOwnerAnswer {
  @AnswerText('U. Bo', { nullable: true })
  readonly name!: string | null;

  @AnswerText('Tiel', { nullable: true })
  readonly residence!: string | null;
}

class LinePartyAnswer {
  @AnswerText('polderpartij')
  readonly slug!: string;

  @AnswerText('Polderpartij')
  readonly name!: string;
}

class LineRecipientAnswer {
  @AnswerText('Polderpartij')
  readonly name!: string;

  @AnswerText('party')
  readonly kind!: string;
}

/** What everybody would read. */
export class PublicLineAnswer {
  @AnswerPart(() => LinePartyAnswer)
  readonly party!: LinePartyAnswer;

  @AnswerPart(() => LineRecipientAnswer)
  readonly recipient!: LineRecipientAnswer;

  @AnswerPart(() => LineDonorAnswer)
  readonly donor!: LineDonorAnswer;

  @AnswerList(() => LineOwnerAnswer)
  readonly beneficialOwners!: readonly LineOwnerAnswer[];

  @AnswerWord(['gift', 'rest'])
  readonly line!: string;

  @AnswerText('gift', { nullable: true })
  readonly type!: string | null;

  @AnswerWord(['money', 'in_kind'])
  readonly form!: string;

  @AnswerNumber(2025)
  readonly year!: number;

  @AnswerDay({ nullable: true })
  readonly receivedOn!: string | null;

  @AnswerCents()
  readonly amountCents!: number;

  @AnswerCents()
  readonly returnedCents!: number;

  @AnswerFlag()
  readonly annulled!: boolean;

  @AnswerCodes('notice')
  readonly filedIn!: readonly string[];

  @AnswerDay({ nullable: true })
  readonly filedOn!: string | null;

  @AnswerNumber(3, { nullable: true })
  readonly filedAfterDays!: number | null;

  @AnswerText('in natura', { nullable: true })
  readonly remark!: string | null;
}

/** A change that waits to become public. */
export class ReleaseItemAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerNumber(1, {
    description: 'Send it with a decision: another revision is another proposal.',
  })
  readonly revision!: number;

  @AnswerWord(['waiting', 'held', 'released', 'published', 'withdrawn'])
  readonly state!: string;

  @AnswerWord(['new', 'corrected', 'returned', 'annulled'])
  readonly change!: string;

  @AnswerText('A later version of the list', { nullable: true })
  readonly reason!: string | null;

  @AnswerCodes('abroad', { description: 'What is worth a look first.' })
  readonly remarks!: readonly string[];

  @AnswerFlag({ description: 'Nothing in it asks for a look by a person.' })
  readonly safe!: boolean;

  @AnswerText('Polderpartij')
  readonly organisation!: string;

  @AnswerPart(() => PublicLineAnswer)
  readonly proposed!: PublicLineAnswer;

  @AnswerText('G-7K3XQ0M9T2', { nullable: true, description: 'Null when it was never public.' })
  readonly giftId!: string | null;

  @AnswerCodes('amountCents', { description: 'Fields in which it differs from what is public.' })
  readonly differences!: readonly string[];

  @AnswerMoment({ nullable: true, description: 'When it goes by itself; null: only by a person.' })
  readonly dueAt!: string | null;

  @AnswerMoment()
  readonly madeAt!: string;

  @AnswerText('We ask the party first', { nullable: true })
  readonly heldBecause!: string | null;
}

export class ReleaseItemsAnswer {
  @AnswerList(() => ReleaseItemAnswer)
  readonly items!: readonly ReleaseItemAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

export class ReleaseDecisionAnswer {
  @AnswerNumber(1, { description: 'How many changes it was about.' })
  readonly decided!: number;
}

export class ReleaseSettingAnswer {
  @AnswerNumber(24, { nullable: true, description: 'Null: never by itself.' })
  readonly hours!: number | null;

  @AnswerText('Agreed with the parties')
  readonly reason!: string;

  @AnswerMoment()
  readonly setAt!: string;
}

export class ReleaseSettingsAnswer {
  @AnswerList(() => ReleaseSettingAnswer)
  readonly items!: readonly ReleaseSettingAnswer[];
}

export class RegisterDecisionAnswer {
  @AnswerText('G-7K3XQ0M9T2', { nullable: true, description: 'Null: the whole register.' })
  readonly gift!: string | null;

  @AnswerWord(['check', 'clear', 'stop', 'lift'])
  readonly kind!: string;

  @AnswerFlag({ description: 'Whether the register as a whole is open.' })
  readonly registerOpen!: boolean;
}

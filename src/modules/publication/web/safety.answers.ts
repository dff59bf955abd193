import {
  AnswerDay,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';

class SafetyStepAnswer {
  @AnswerNumber(1)
  readonly number!: number;

  @AnswerWord(['sent_to_committee', 'extended', 'advised', 'drafted', 'decided'])
  readonly kind!: string;

  @AnswerText('grant', { nullable: true })
  readonly outcome!: string | null;

  @AnswerText('The danger was made plausible', { nullable: true })
  readonly words!: string | null;

  @AnswerDay({ nullable: true, description: 'The last day of the advice.' })
  readonly dueOn!: string | null;

  @AnswerMoment()
  readonly takenAt!: string;
}

/** A request to keep a person out of the register (Wfpp art. 25 lid 5). */
export class SafetyRequestAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('Polderpartij')
  readonly organisation!: string;

  @AnswerId()
  readonly donorId!: string;

  @AnswerText('J. van der Dijk', { nullable: true })
  readonly donorName!: string | null;

  @AnswerText('U. Bo', { nullable: true, description: 'Null: the donor itself.' })
  readonly uboName!: string | null;

  @AnswerText('Threatened after an article in a newspaper')
  readonly reason!: string;

  @AnswerMoment()
  readonly askedAt!: string;

  @AnswerWord(['asked', 'at_committee', 'advised', 'drafted', 'granted', 'refused'])
  readonly state!: string;

  @AnswerDay({
    nullable: true,
    description: 'The last day of the advice; null before it is asked.',
  })
  readonly dueOn!: string | null;

  @AnswerList(() => SafetyStepAnswer, { description: 'A party sees only what it was told.' })
  readonly steps!: readonly SafetyStepAnswer[];
}

export class SafetyRequestsAnswer {
  @AnswerList(() => SafetyRequestAnswer)
  readonly items!: readonly SafetyRequestAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

import {
  AnswerCents,
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

const TO = ['donor', 'minister', 'minister_or_destroy'] as const;
const KINDS = ['returned_to_donor', 'transferred_to_state', 'destroyed'] as const;
const WAYS = ['return', 'state_transfer', 'destroy'] as const;

/** One part: this much of this contribution goes there. */
export class RemedyPartAnswer {
  @AnswerText('3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', { nullable: true })
  readonly contribution!: string | null;

  @AnswerId()
  readonly recipient!: string;

  @AnswerWord(['money', 'in_kind'])
  readonly form!: string;

  @AnswerWord(TO, { description: 'Where the law sends it.' })
  readonly to!: string;

  @AnswerCents()
  readonly amount!: number;

  @AnswerCents()
  readonly done!: number;

  @AnswerCents()
  readonly open!: number;

  @AnswerWord(WAYS, { description: 'The act that carries it out now.' })
  readonly way!: string;
}

export class RemedySettlementAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerId()
  readonly contribution!: string;

  @AnswerWord(KINDS)
  readonly kind!: string;

  @AnswerCents()
  readonly amount!: number;

  @AnswerDay()
  readonly settledOn!: string;

  @AnswerText('Bank statement 2025-04, entry 17')
  readonly evidence!: string;
}

export class ArrangementAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(['term', 'return_impossible'])
  readonly kind!: string;

  @AnswerWord(['party', 'overseer'])
  readonly setBy!: string;

  @AnswerDay({ nullable: true })
  readonly dueOn!: string | null;

  @AnswerText('The treasurer, to the account of the donor', { nullable: true })
  readonly inCharge!: string | null;

  @AnswerText('Agreed with the donor by telephone')
  readonly note!: string;

  @AnswerFlag({ description: 'False: only the party itself sees it.' })
  readonly shared!: boolean;

  @AnswerMoment()
  readonly arrangedAt!: string;
}

/** What must go back or over, what was agreed, and how far it is. Amounts in euro cents. */
export class RemedyFileAnswer {
  @AnswerId({
    description: 'The finding that asks for it; an older one of the same cause works too.',
  })
  readonly id!: string;

  @AnswerText('Polderpartij')
  readonly organisation!: string;

  @AnswerId()
  readonly donorId!: string;

  @AnswerNumber(2025)
  readonly year!: number;

  @AnswerText('WFPP-29b-1')
  readonly rule!: string;

  @AnswerText('Wfpp art. 29b lid 2')
  readonly article!: string;

  @AnswerWord(['open', 'done', 'not_needed'])
  readonly state!: string;

  @AnswerCents()
  readonly total!: number;

  @AnswerCents()
  readonly done!: number;

  @AnswerCents()
  readonly open!: number;

  @AnswerWord(['as_soon_as_possible', 'none'])
  readonly statutoryTerm!: string;

  @AnswerDay({ nullable: true, description: 'The first internal term to end; it binds nobody.' })
  readonly dueOn!: string | null;

  @AnswerFlag()
  readonly overdue!: boolean;

  @AnswerList(() => RemedyPartAnswer)
  readonly steps!: readonly RemedyPartAnswer[];

  @AnswerList(() => RemedySettlementAnswer)
  readonly settlements!: readonly RemedySettlementAnswer[];

  @AnswerList(() => ArrangementAnswer)
  readonly arrangements!: readonly ArrangementAnswer[];
}

export class RemediesAnswer {
  @AnswerList(() => RemedyFileAnswer)
  readonly items!: readonly RemedyFileAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

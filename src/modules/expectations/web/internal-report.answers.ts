import {
  AnswerCents,
  AnswerDay,
  AnswerFlag,
  AnswerId,
  AnswerList,
  AnswerPart,
  AnswerText,
  LinksAnswer,
} from '../../../platform/http/answers';

export class RecordedReportAnswer {
  @AnswerId()
  readonly id!: string;
}

export class InternalReportAnswer {
  @AnswerId()
  readonly contributionId!: string;

  @AnswerId()
  readonly donorId!: string;

  @AnswerId({ description: 'The affiliate or candidate that received it.' })
  readonly recipientId!: string;

  @AnswerCents()
  readonly amount!: number;

  @AnswerDay()
  readonly receivedOn!: string;

  @AnswerDay({ description: 'A week after receipt (art. 29b lid 1).' })
  readonly lastDay!: string;

  @AnswerDay({ description: 'In the ledger of the group.' })
  readonly bookedOn!: string;

  @AnswerDay({ nullable: true, description: 'The report that was recorded; null without one.' })
  readonly reportedOn!: string | null;

  @AnswerText('E-mail van 10 april 2025', { nullable: true })
  readonly evidence!: string | null;

  @AnswerDay({ description: 'When the party knew: the earlier of the two.' })
  readonly knownOn!: string;

  @AnswerFlag()
  readonly late!: boolean;
}

export class InternalReportsAnswer {
  @AnswerList(() => InternalReportAnswer)
  readonly items!: readonly InternalReportAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

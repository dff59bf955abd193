import {
  AnswerCents,
  AnswerDay,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
} from '../../../platform/http/answers';
import { GIFT_FIELDS } from '../application/gift-differences';
import { GIFT_EVENTS, type GiftEvent } from '../application/gift-events';

class GiftDifferenceAnswer {
  @AnswerWord(GIFT_FIELDS)
  readonly field!: string;

  @AnswerText('1000000', {
    nullable: true,
    description: 'As it was: amounts in euro cents, days as yyyy-mm-dd.',
  })
  readonly before!: string | null;

  @AnswerText('1100000', { nullable: true, description: 'As it became.' })
  readonly after!: string | null;
}

class GiftFilingAnswer {
  @AnswerText('annual_report')
  readonly kind!: string;

  @AnswerNumber(2025)
  readonly year!: number;

  @AnswerNumber(1)
  readonly version!: number;
}

/** One moment in the life of a contribution. */
export class GiftEventAnswer {
  @AnswerWord(GIFT_EVENTS)
  readonly kind!: string;

  @AnswerMoment()
  readonly at!: string;

  @AnswerText('P. Penning', {
    nullable: true,
    description: 'Who did it, of the own party; null for what the rules or the clock did.',
  })
  readonly by!: string | null;

  @AnswerText('The bank reversed part of it', { nullable: true })
  readonly reason!: string | null;

  @AnswerCents({ nullable: true })
  readonly amount!: number | null;

  @AnswerDay({ nullable: true, description: 'The day it is about, such as that of the return.' })
  readonly day!: string | null;

  @AnswerText('M-2025-7KQ3-9TB2', {
    nullable: true,
    description: 'The number, the rule, the ground of disclosure, or the name of the file.',
  })
  readonly about!: string | null;

  @AnswerList(() => GiftDifferenceAnswer)
  readonly differences!: readonly GiftDifferenceAnswer[];

  @AnswerPart(() => GiftFilingAnswer, { nullable: true })
  readonly filing!: GiftFilingAnswer | null;
}

export class GiftEventsAnswer {
  @AnswerList(() => GiftEventAnswer)
  readonly items!: readonly GiftEventAnswer[];
}

export function eventsAnswer(
  events: readonly GiftEvent[],
  names: ReadonlyMap<string, string>,
): GiftEventsAnswer {
  return {
    items: events.map((event) => ({
      kind: event.kind,
      at: event.at,
      by: event.by === null ? null : (names.get(event.by) ?? null),
      reason: event.reason,
      amount: event.amountCents === null ? null : Number(event.amountCents),
      day: event.day,
      about: event.about,
      differences: event.differences,
      filing: event.filing,
    })),
  };
}

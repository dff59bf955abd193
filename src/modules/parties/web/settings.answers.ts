import {
  AnswerCents,
  AnswerDay,
  AnswerFlag,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerText,
} from '../../../platform/http/answers';
import { BooleanField, CentsField, DayField, TextField } from '../../../platform/http/fields';
import { type PlainDate } from '../../../legal/kernel/plain-date';

const SOURCE = 'Giftenreglement, artikel 4, vastgesteld op 12 november 2024';

class OwnCapAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerDay()
  readonly from!: string;

  @AnswerCents({ nullable: true, description: 'Null: from this day there is no own cap.' })
  readonly amount!: number | null;

  @AnswerText(SOURCE)
  readonly source!: string;

  @AnswerMoment()
  readonly recordedAt!: string;

  @AnswerFlag({ description: 'False for what a later entry about the same day replaced.' })
  readonly counts!: boolean;
}

export class SettingsAnswer {
  @AnswerFlag({ description: 'True: a second person of the party confirms each notice.' })
  readonly secondSignature!: boolean;

  @AnswerMoment({ nullable: true })
  readonly secondSignatureSince!: string | null;

  @AnswerList(() => OwnCapAnswer)
  readonly ownCaps!: readonly OwnCapAnswer[];
}

export class EnterOwnCapBody {
  @DayField({ example: '2025-01-01', description: 'First day.' })
  readonly from!: PlainDate;

  @CentsField({
    example: 2_000_000,
    optional: true,
    description: 'What one donor may give in a calendar year; absent: no own cap from that day.',
  })
  readonly amount?: number;

  @TextField({ example: SOURCE, max: 500, description: 'Where it is written.' })
  readonly source!: string;
}

export class SecondSignatureBody {
  @BooleanField({ example: true })
  readonly wanted!: boolean;

  @TextField({ example: 'Besluit van het bestuur van 3 maart 2025', max: 500 })
  readonly reason!: string;
}

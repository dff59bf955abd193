import {
  AnswerCents,
  AnswerDay,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerText,
} from '../../../platform/http/answers';
import { TextField } from '../../../platform/http/fields';

const FINGERPRINT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export class PreparedAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText(FINGERPRINT, {
    description: 'Of what was prepared; the second person sends it back.',
  })
  readonly fingerprint!: string;
}

class PreparationAnswer extends PreparedAnswer {
  @AnswerId()
  readonly donorId!: string;

  @AnswerId()
  readonly recipientId!: string;

  @AnswerNumber(2025)
  readonly year!: number;

  @AnswerCents()
  readonly total!: number;

  @AnswerMoment()
  readonly preparedAt!: string;

  @AnswerDay({ nullable: true, description: 'Last day as enforced: the term runs on.' })
  readonly enforcedLastDay!: string | null;

  @AnswerDay({ nullable: true, description: 'Last day by the statute.' })
  readonly statutoryLastDay!: string | null;
}

export class PreparationsAnswer {
  @AnswerList(() => PreparationAnswer)
  readonly items!: readonly PreparationAnswer[];
}

export class WithdrawnAnswer {
  @AnswerId()
  readonly id!: string;
}

export class ConfirmNoticeBody {
  @TextField({ example: FINGERPRINT, min: 64, max: 64, pattern: /^[0-9a-f]{64}$/ })
  readonly fingerprint!: string;
}

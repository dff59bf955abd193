import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerCents,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';
import { DutyAnswer } from '../../judgements/public';

const TIMELINESS = ['in_time', 'late_by_statute', 'late'] as const;
const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export class OpenDutyAnswer extends DutyAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerId()
  readonly donorId!: string;
}

export class DutiesAnswer {
  @AnswerList(() => OpenDutyAnswer)
  readonly items!: readonly OpenDutyAnswer[];
}

/** What the party holds after filing: number, moment, hash, and whether it was in time. */
export class FiledNoticeAnswer {
  @AnswerId()
  readonly noticeId!: string;

  @AnswerText('M-2025-7KQ3X-9TB2M')
  readonly number!: string;

  @AnswerMoment()
  readonly filedAt!: string;

  @AnswerText(SHA256, { description: 'SHA-256 of the bytes of the receipt, in hexadecimal.' })
  readonly sha256!: string;

  @AnswerWord(TIMELINESS)
  readonly timeliness!: string;

  @AnswerCents()
  readonly total!: number;
}

export class NoticeAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('M-2025-7KQ3X-9TB2M')
  readonly number!: string;

  @AnswerId()
  readonly donorId!: string;

  @AnswerId()
  readonly recipientId!: string;

  @AnswerNumber(2025)
  readonly year!: number;

  @AnswerCents()
  readonly total!: number;

  @AnswerWord(TIMELINESS)
  readonly timeliness!: string;

  @AnswerMoment()
  readonly filedAt!: string;

  @AnswerText(SHA256)
  readonly sha256!: string;
}

export class NoticesAnswer {
  @AnswerList(() => NoticeAnswer)
  readonly items!: readonly NoticeAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

export class NoticeWithContentAnswer extends NoticeAnswer {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What was filed, by the schema named in it.',
    example: { schema: 'partijgiften/substantial-gift-notice/1', total: '10000.00' },
  })
  readonly content!: object;
}

/** For anyone who holds a receipt. */
export class ReceiptAnswer {
  @AnswerText('M-2025-7KQ3X-9TB2M')
  readonly number!: string;

  @AnswerMoment()
  readonly filedAt!: string;

  @AnswerText(SHA256)
  readonly sha256!: string;

  @AnswerWord(TIMELINESS)
  readonly timeliness!: string;
}

import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerCents,
  AnswerDay,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerText,
  AnswerWord,
} from '../../../platform/http/answers';

const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export class CaseEventAnswer {
  @AnswerNumber(1)
  readonly sequence!: number;

  @AnswerText('ask_views')
  readonly type!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly command!: object;

  @AnswerWord([
    'system',
    'overseer',
    'decision_maker',
    'committee_member',
    'committee_secretary',
    'party',
  ])
  readonly role!: string;

  @AnswerText('O. Toezicht', { nullable: true })
  readonly actorName!: string | null;

  @AnswerDay()
  readonly day!: string;

  @AnswerText('Awb art. 5:53 lid 3', { nullable: true })
  readonly article!: string | null;

  @AnswerWord(['internal', 'party'])
  readonly audience!: string;

  @AnswerMoment()
  readonly at!: string;
}

export class CaseEventsAnswer {
  @AnswerList(() => CaseEventAnswer)
  readonly items!: readonly CaseEventAnswer[];
}

export class CaseDraftAnswer {
  @AnswerNumber(1)
  readonly version!: number;

  @AnswerWord(['fine', 'no_fine', 'objection', 'set_off'])
  readonly purpose!: string;

  @AnswerText(SHA256, { description: 'SHA-256 of the canonical JSON of the content.' })
  readonly sha256!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly content!: object;

  @AnswerText('O. Toezicht', { nullable: true })
  readonly draftedByName!: string | null;

  @AnswerMoment()
  readonly draftedAt!: string;

  @AnswerWord(['open', 'withdrawn', 'sent_back', 'approved'])
  readonly outcome!: string;

  @AnswerText('De motivering ontbreekt.', { nullable: true })
  readonly reason!: string | null;
}

export class CaseDraftsAnswer {
  @AnswerList(() => CaseDraftAnswer)
  readonly items!: readonly CaseDraftAnswer[];
}

export class CaseDecisionAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(['fine', 'no_fine', 'objection', 'set_off'])
  readonly purpose!: string;

  @AnswerNumber(1)
  readonly version!: number;

  @AnswerText(SHA256)
  readonly sha256!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly content!: object;

  @AnswerText('B. Beslist', { nullable: true })
  readonly approvedByName!: string | null;

  @AnswerDay()
  readonly decidedOn!: string;

  @AnswerCents()
  readonly amount!: number;

  @AnswerWord(['inadmissible', 'unfounded', 'amount_changed', 'annulled'], { nullable: true })
  readonly outcome!: string | null;
}

export class CaseDecisionsAnswer {
  @AnswerList(() => CaseDecisionAnswer)
  readonly items!: readonly CaseDecisionAnswer[];
}

export class SubmittedDocumentAnswer {
  @AnswerText('bewijs.pdf')
  readonly name!: string;

  @AnswerText(SHA256)
  readonly sha256!: string;
}

export class CaseSubmissionAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(['views', 'objection', 'repair', 'information'])
  readonly kind!: string;

  @AnswerWord(['portal', 'paper'])
  readonly channel!: string;

  @ApiProperty({ type: 'string', maxLength: 40_000, example: 'Wij hebben de gift gemeld.' })
  readonly text!: string;

  @AnswerList(() => SubmittedDocumentAnswer)
  readonly documents!: readonly SubmittedDocumentAnswer[];

  @AnswerDay()
  readonly receivedOn!: string;

  @AnswerDay({ nullable: true })
  readonly postedOn!: string | null;

  @AnswerMoment()
  readonly receivedAt!: string;

  @AnswerWord(['waiting', 'taken_in', 'refused'])
  readonly state!: string;

  @AnswerText('not_in_this_phase', { nullable: true })
  readonly refusal!: string | null;
}

export class CaseSubmissionsAnswer {
  @AnswerList(() => CaseSubmissionAnswer)
  readonly items!: readonly CaseSubmissionAnswer[];
}

export class CaseLetterAnswer {
  @AnswerId({ description: 'The PDF is at /v1/letters/{id}/pdf.' })
  readonly id!: string;

  @AnswerText('B-2025-7KQ3X-9TB2M')
  readonly number!: string;

  @AnswerText('fine_decision')
  readonly kind!: string;

  @AnswerText('Besluit tot het opleggen van een bestuurlijke boete')
  readonly subject!: string;

  @AnswerDay()
  readonly day!: string;

  @AnswerText(SHA256)
  readonly sha256!: string;

  @AnswerId({ nullable: true })
  readonly corrects!: string | null;
}

export class CaseLettersAnswer {
  @AnswerList(() => CaseLetterAnswer)
  readonly items!: readonly CaseLetterAnswer[];
}

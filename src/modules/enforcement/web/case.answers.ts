import { ApiProperty } from '@nestjs/swagger';
import {
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

export const PHASES = [
  'signal',
  'under_review',
  'repair_offered',
  'at_prosecutor',
  'report_drawn',
  'views_asked',
  'at_committee',
  'decided_fine',
  'decided_no_fine',
  'notified',
  'dismissed',
  'prosecuted',
  'lapsed',
] as const;

export const COLLECTIONS = [
  'none',
  'due',
  'in_default',
  'dunned',
  'writ',
  'set_off',
  'paid',
  'annulled',
  'lapsed',
] as const;

const PROTECTIONS = [
  'none',
  'open',
  'objection',
  'objection_decided',
  'appeal',
  'higher_appeal',
  'final',
] as const;

export class CaseTermAnswer {
  @AnswerText('views')
  readonly code!: string;

  @AnswerText('Awb art. 5:53 lid 3')
  readonly article!: string;

  @AnswerDay({ description: 'The day from which it is counted.' })
  readonly from!: string;

  @AnswerDay()
  readonly lastDay!: string;

  @AnswerNumber(0, { description: 'Days by which it was put off.' })
  readonly suspendedDays!: number;

  @AnswerWord(['running', 'met', 'passed'])
  readonly state!: string;

  @AnswerFlag({ description: 'Passing it does not end the power.' })
  readonly orderTerm!: boolean;
}

export class CaseSignalAnswer {
  @AnswerWord(['ends_soon', 'passed', 'submission_refused'])
  readonly kind!: string;

  @AnswerText('decision', { nullable: true })
  readonly term!: string | null;

  @AnswerDay({ nullable: true })
  readonly lastDay!: string | null;

  @AnswerMoment()
  readonly since!: string;
}

class CaseAddresseeAnswer {
  @AnswerId()
  readonly recipientId!: string;

  @AnswerText('Polderpartij')
  readonly name!: string;

  @AnswerWord(['party', 'affiliate', 'new_association', 'blank_list_candidate'], {
    nullable: true,
    description: 'Null when nobody can be fined for it.',
  })
  readonly kind!: string | null;
}

export class CaseSummaryAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('Z-2025-7KQ3-9TB2')
  readonly number!: string;

  @AnswerText('Melding niet gedaan')
  readonly title!: string;

  @AnswerText('Polderpartij')
  readonly organisation!: string;

  @AnswerPart(() => CaseAddresseeAnswer)
  readonly addressee!: CaseAddresseeAnswer;

  @AnswerWord(['proposal', 'finding', 'manual'])
  readonly source!: string;

  @AnswerText('WFPP-25a-2')
  readonly rule!: string;

  @AnswerWord(PHASES)
  readonly phase!: string;

  @AnswerWord(PROTECTIONS)
  readonly protection!: string;

  @AnswerWord(COLLECTIONS)
  readonly collection!: string;

  @AnswerDay()
  readonly openedOn!: string;

  @AnswerMoment()
  readonly openedAt!: string;

  @AnswerDay({ nullable: true })
  readonly endedOn!: string | null;

  @AnswerNumber(3, { description: 'Send it along as expectedVersion with the next step.' })
  readonly version!: number;

  @AnswerPart(() => CaseTermAnswer, { nullable: true })
  readonly nextTerm!: CaseTermAnswer | null;

  @AnswerList(() => CaseSignalAnswer)
  readonly signals!: readonly CaseSignalAnswer[];

  @AnswerFlag({ description: 'A decision waits for a second person.' })
  readonly draftPending!: boolean;
}

export class CasesAnswer {
  @AnswerList(() => CaseSummaryAnswer)
  readonly items!: readonly CaseSummaryAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

export class CaseAnswer extends CaseSummaryAnswer {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Everything a later step depends on; for a party as it was last told.',
  })
  readonly state!: object;

  @AnswerList(() => CaseTermAnswer)
  readonly terms!: readonly CaseTermAnswer[];

  @AnswerCodes('ask_views', { description: 'The steps you can take now.' })
  readonly possible!: readonly string[];

  @AnswerId({ nullable: true })
  readonly findingId!: string | null;

  @AnswerId({ nullable: true })
  readonly proposalId!: string | null;
}

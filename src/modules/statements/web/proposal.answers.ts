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
import { CONTRIBUTION_TYPES } from './proposal-types';
import { PROPOSAL_KINDS, SET_ASIDE_REASONS } from '../recognition/proposal';
import { BankEntryAnswer } from './statement.answers';

export class ProposalAnswer {
  @AnswerWord(PROPOSAL_KINDS)
  readonly kind!: string;

  @AnswerWord(['certain', 'likely', 'doubt'], {
    description: 'certain: a rule or an earlier decision on the same account says so.',
  })
  readonly certainty!: string;

  @AnswerCodes('earlier', { description: 'What it stands on.' })
  readonly reasons!: readonly string[];

  @AnswerCodes('foreign_account', { description: 'What to look at before deciding.' })
  readonly cautions!: readonly string[];

  @AnswerWord(['book', 'link', 'settle', 'set_aside'], {
    nullable: true,
    description: 'What confirming would do; null when a person has to fill in something first.',
  })
  readonly action!: string | null;

  @AnswerId({ nullable: true })
  readonly donorId!: string | null;

  @AnswerWord(CONTRIBUTION_TYPES)
  readonly type!: string;

  @AnswerId({ nullable: true })
  readonly recipientId!: string | null;

  @AnswerWord(SET_ASIDE_REASONS, { nullable: true })
  readonly setAsideReason!: string | null;

  @AnswerId({ nullable: true })
  readonly contributionId!: string | null;

  @AnswerId({ nullable: true })
  readonly ruleId!: string | null;
}

export class ConsequenceAnswer {
  @AnswerWord([
    'may_accept',
    'may_accept_with_duties',
    'may_accept_part',
    'may_not_accept',
    'cannot_decide',
  ])
  readonly verdict!: string;

  @AnswerCents({ nullable: true, description: 'How much may be kept.' })
  readonly acceptable!: number | null;

  @AnswerCodes('WFPP-25a-2', { description: 'Rules that found something.' })
  readonly rules!: readonly string[];

  @AnswerDay({ nullable: true, description: 'Last day of the notice as it is enforced.' })
  readonly noticeBy!: string | null;

  @AnswerDay({ nullable: true, description: 'Last day of the notice by the Act.' })
  readonly noticeByStatute!: string | null;

  @AnswerCents({ nullable: true, description: 'Room under the cap after it.' })
  readonly roomAfter!: number | null;
}

export class EntryDecisionAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(['booked', 'linked', 'settled', 'set_aside'])
  readonly kind!: string;

  @AnswerWord(SET_ASIDE_REASONS, { nullable: true })
  readonly setAsideReason!: string | null;

  @AnswerText('Factuur 2025-014', { nullable: true })
  readonly note!: string | null;

  @AnswerId({ nullable: true })
  readonly ruleId!: string | null;

  @AnswerFlag({ description: 'Nobody was asked: a rule booked dues without registration.' })
  readonly byRule!: boolean;

  @AnswerMoment()
  readonly decidedAt!: string;

  @AnswerMoment({ nullable: true })
  readonly undoneAt!: string | null;

  @AnswerText('Verkeerde gever', { nullable: true })
  readonly undoReason!: string | null;
}

export class ProposedEntryAnswer extends BankEntryAnswer {
  @AnswerText('NL87INGB0999999002', { description: 'The own account.' })
  readonly account!: string;

  @AnswerId()
  readonly statementId!: string;

  @AnswerPart(() => ProposalAnswer, { nullable: true, description: 'Null once it was decided.' })
  readonly proposal!: ProposalAnswer | null;

  @AnswerPart(() => ConsequenceAnswer, { nullable: true })
  readonly consequence!: ConsequenceAnswer | null;

  @AnswerList(() => EntryDecisionAnswer, { description: 'The newest first.' })
  readonly decisions!: readonly EntryDecisionAnswer[];
}

export class ProposedEntriesAnswer {
  @AnswerList(() => ProposedEntryAnswer)
  readonly items!: readonly ProposedEntryAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

class EntryIdAnswer {
  @AnswerId()
  readonly id!: string;
}

export class DecidedAnswer {
  @AnswerNumber(1, { description: 'Entries that were decided now.' })
  readonly decided!: number;

  @AnswerNumber(0, { description: 'Entries that were left: decided before, or not as shown.' })
  readonly left!: number;

  @AnswerList(() => EntryIdAnswer, { description: 'What was booked.' })
  readonly contributions!: readonly EntryIdAnswer[];

  @AnswerId({ nullable: true, description: 'The rule that was made of it.' })
  readonly ruleId!: string | null;
}

export class ReopenedAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(['open'])
  readonly state!: string;
}

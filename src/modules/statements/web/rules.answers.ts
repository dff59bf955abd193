import {
  AnswerCents,
  AnswerCodes,
  AnswerFlag,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerText,
  AnswerWord,
} from '../../../platform/http/answers';
import { type StoredRule } from '../application/rules-verbs';
import { SET_ASIDE_REASONS } from '../recognition/proposal';
import { RULE_TYPES } from './rules.bodies';

export class BankRuleAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerNumber(1, { description: 'Its place in the order in which rules are tried, from 1.' })
  readonly place!: number;

  @AnswerText('Contributie J. de Vries')
  readonly name!: string;

  @AnswerFlag()
  readonly active!: boolean;

  @AnswerText('NL91ABNA0417164300', { nullable: true })
  readonly counterpartyIban!: string | null;

  @AnswerText('j*vries', { nullable: true })
  readonly namePattern!: string | null;

  @AnswerCodes('contributie')
  readonly words!: readonly string[];

  @AnswerCents({ nullable: true })
  readonly minAmount!: number | null;

  @AnswerCents({ nullable: true })
  readonly maxAmount!: number | null;

  @AnswerId({ nullable: true })
  readonly accountId!: string | null;

  @AnswerWord(['book', 'set_aside'])
  readonly outcome!: string;

  @AnswerWord(RULE_TYPES, { nullable: true })
  readonly type!: string | null;

  @AnswerId({ nullable: true })
  readonly donorId!: string | null;

  @AnswerId({ nullable: true })
  readonly recipientId!: string | null;

  @AnswerWord(SET_ASIDE_REASONS, { nullable: true })
  readonly setAsideReason!: string | null;

  @AnswerFlag()
  readonly booksItself!: boolean;

  @AnswerNumber(12, { description: 'Decisions that stand on it.' })
  readonly used!: number;

  @AnswerNumber(3, { description: 'Of those: without anybody being asked.' })
  readonly usedByItself!: number;

  @AnswerMoment()
  readonly changedAt!: string;
}

export class BankRulesAnswer {
  @AnswerList(() => BankRuleAnswer, { description: 'In the order in which they are tried.' })
  readonly items!: readonly BankRuleAnswer[];
}

export class MadeRuleAnswer {
  @AnswerId()
  readonly id!: string;
}

export function ruleView(rule: StoredRule): Readonly<BankRuleAnswer> {
  const { id, place, name, active, counterpartyIban, namePattern, words, minAmount } = rule;
  const { maxAmount, accountId, outcome, type, donorId, recipientId, setAsideReason } = rule;
  const { booksItself, used, usedByItself, changedAt } = rule;
  return {
    id,
    place,
    name,
    active,
    counterpartyIban,
    namePattern,
    words,
    minAmount,
    maxAmount,
    accountId,
    outcome,
    type,
    donorId,
    recipientId,
    setAsideReason,
    booksItself,
    used,
    usedByItself,
    changedAt,
  };
}

import { euroCents } from '../../../legal/kernel/euro-cents';
import { type Typed } from '../../../platform/http/form-faults';
import { problem } from '../../../platform/http/problem';
import { check } from '../../../platform/http/validation';
import { type Language } from '../../../platform/rendering/language';
import { formatAmountInput } from '../../../platform/rendering/format';
import { readAmount } from '../../../platform/rendering/form-input';
import { type RuleInput, type StoredRule } from '../application/rules-verbs';
import { BankRuleBody } from './rules.bodies';

/** Names of the fields of the form; `ruleName` is `name` of the body. */
export const RULE_FIELDS = [
  'ruleName',
  'counterpartyIban',
  'namePattern',
  'words',
  'minAmount',
  'maxAmount',
  'accountId',
  'outcome',
  'type',
  'donorId',
  'recipientId',
  'setAsideReason',
  'booksItself',
] as const;

export function ruleInput(body: BankRuleBody): RuleInput {
  const { minAmount, maxAmount, words } = body;
  return {
    name: body.name,
    counterpartyIban: body.counterpartyIban ?? null,
    namePattern: body.namePattern ?? null,
    words: (words ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .slice(0, 10),
    ...amounts(minAmount, maxAmount),
    accountId: body.accountId ?? null,
    outcome: body.outcome,
    ...outcomeOf(body),
    booksItself: body.booksItself ?? false,
  };
}

function amounts(
  min: number | undefined,
  max: number | undefined,
): Pick<RuleInput, 'minAmount' | 'maxAmount'> {
  return {
    minAmount: min === undefined ? null : euroCents(min),
    maxAmount: max === undefined ? null : euroCents(max),
  };
}

function outcomeOf(
  body: BankRuleBody,
): Pick<RuleInput, 'type' | 'donorId' | 'recipientId' | 'setAsideReason'> {
  return {
    type: body.type ?? null,
    donorId: body.donorId ?? null,
    recipientId: body.recipientId ?? null,
    setAsideReason: body.setAsideReason ?? null,
  };
}

/** @throws Problem 400 with every fault in it. */
export function readRule(typed: Typed, language: Language): RuleInput {
  const plain = Object.entries(typed).filter(
    ([name, value]) => value !== '' && name !== 'ruleName' && name !== 'booksItself',
  );
  const body = Object.fromEntries(
    plain.map(([name, value]) => {
      if (name === 'minAmount' || name === 'maxAmount')
        return [name, readAmount(value, language) ?? value];
      return [name, name === 'counterpartyIban' ? value.replaceAll(' ', '').toUpperCase() : value];
    }),
  );
  const named = typed['ruleName'] ?? '';
  const whole = {
    ...body,
    ...(named === '' ? {} : { name: named }),
    booksItself: typed['booksItself'] === 'yes',
  };
  const { value, errors } = check(BankRuleBody, whole);
  if (value === null) throw problem(400, 'input.invalid', 'The form has faults.', errors);
  return ruleInput(value);
}

/** A rule as its form shows it. */
export function typedRule(rule: StoredRule, language: Language): Typed {
  const amount = (cents: StoredRule['minAmount']): string =>
    cents === null ? '' : formatAmountInput(cents, language);
  return {
    ruleName: rule.name,
    counterpartyIban: rule.counterpartyIban ?? '',
    namePattern: rule.namePattern ?? '',
    words: rule.words.join(', '),
    minAmount: amount(rule.minAmount),
    maxAmount: amount(rule.maxAmount),
    outcome: rule.outcome,
    booksItself: rule.booksItself ? 'yes' : '',
    ...typedIds(rule),
  };
}

function typedIds(rule: StoredRule): Typed {
  return {
    accountId: rule.accountId ?? '',
    type: rule.type ?? '',
    donorId: rule.donorId ?? '',
    recipientId: rule.recipientId ?? '',
    setAsideReason: rule.setAsideReason ?? '',
  };
}

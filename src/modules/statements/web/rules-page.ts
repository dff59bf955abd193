import { type Typed } from '../../../platform/http/form-faults';
import { type Cell, type Choice, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type RuleDesk } from '../application/rules-desk';
import { type StoredDues, type StoredRule } from '../application/rules-verbs';
import { type StoredEntry } from '../application/read-entries';
import { asideChoices, recipientChoices, typeChoices } from './proposal-choices';
import { countOf, entryName } from './proposal-words';

export interface FormView {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly once: string;
}

function amountCondition(rule: StoredRule, words: Words): readonly string[] {
  const { minAmount, maxAmount } = rule;
  const say = (key: string, cents: NonNullable<StoredRule['minAmount']>): string =>
    words.t(`recognition.rules.cond.${key}`, { value: words.euro(cents) });
  if (minAmount !== null && minAmount === maxAmount) return [say('exact', minAmount)];
  return [
    ...(minAmount === null ? [] : [say('min', minAmount)]),
    ...(maxAmount === null ? [] : [say('max', maxAmount)]),
  ];
}

/** What an entry must have, in words. */
export function conditionWords(rule: StoredRule, words: Words): readonly string[] {
  const { counterpartyIban, namePattern, account } = rule;
  const say = (key: string, value: string | null): readonly string[] =>
    value === null ? [] : [words.t(`recognition.rules.cond.${key}`, { value })];
  const quoted = rule.words.map((word) => `"${word}"`).join(', ');
  return [
    ...say('iban', counterpartyIban),
    ...say('name', namePattern),
    ...say('words', quoted === '' ? null : quoted),
    ...amountCondition(rule, words),
    ...say('account', account),
  ];
}

export function outcomeWords(rule: StoredRule, words: Words): string {
  if (rule.type === null)
    return words.t('recognition.action.set_aside', {
      reason: words.t(`recognition.aside.${rule.setAsideReason ?? 'other'}`),
    });
  const anyDonor = words.t('recognition.rules.then.anyDonor');
  return words.t('recognition.rules.then.book', {
    type: words.t(`gifts.type.${rule.type}`),
    donor: rule.donorId === null ? anyDonor : (rule.donorName ?? ''),
    recipient: rule.recipientName ?? words.t('recognition.rules.then.anyRecipient'),
  });
}

function ruleRow(rule: StoredRule, last: number, words: Words): object {
  const { used, usedByItself } = rule;
  const count = { count: countOf(used, words) };
  return {
    id: rule.id,
    place: String(rule.place),
    name: rule.name,
    about: words.t('recognition.rules.about', { place: String(rule.place), name: rule.name }),
    conditions: conditionWords(rule, words),
    outcome: outcomeWords(rule, words),
    used: words.t('recognition.rules.used', count),
    itself:
      usedByItself === 0
        ? ''
        : words.t('recognition.rules.usedItself', { count: countOf(usedByItself, words) }),
    active: rule.active,
    state: rule.active
      ? { kind: 'safe', label: words.t('recognition.rules.on') }
      : { kind: 'neutral', label: words.t('recognition.rules.off') },
    booksItself: rule.booksItself,
    first: rule.place === 1,
    last: rule.place === last,
  };
}

/** The data of pages/statements/rules.njk. */
export function rulesPage(
  found: { readonly rules: readonly StoredRule[]; readonly dues: readonly StoredDues[] },
  view: FormView & { readonly mayChange: boolean; readonly saved: boolean },
  words: Words,
): object {
  const { rules, dues } = found;
  return {
    rules: rules.map((rule) => ruleRow(rule, rules.length, words)),
    dues: dues.map(({ id, name, amount }) => ({ id, name, amount: words.euro(amount) })),
    mayChange: view.mayChange,
    saved: view.saved,
    values: view.typed,
    errors: view.errors,
    once: view.once,
  };
}

function donorChoices(desk: RuleDesk, words: Words): readonly Choice[] {
  return desk.donors.map(({ id, name, kind, residence }) => ({
    value: id,
    label: [name ?? words.t(`donors.kind.${kind}`), residence]
      .filter((one) => one !== null)
      .join(', '),
  }));
}

function useRow(entry: StoredEntry, words: Words): readonly Cell[] {
  return [
    { text: entryName(entry, words), href: `/bank/posten/${entry.id}` },
    words.day(entry.bookedOn),
    words.euro(entry.amount),
  ];
}

/** The data of pages/statements/rules-form.njk; `rule` is null for a new one. */
export function ruleFormPage(
  desk: RuleDesk,
  rule: { readonly stored: StoredRule; readonly uses: readonly StoredEntry[] } | null,
  view: FormView & { readonly mayChange: boolean },
  words: Words,
): object {
  const { withoutRegistration } = desk;
  return {
    title:
      rule === null
        ? words.t('recognition.rules.newTitle')
        : words.t('recognition.rules.editTitle', { name: rule.stored.name }),
    action: rule === null ? '/bank/regels' : `/bank/regels/${rule.stored.id}`,
    isNew: rule === null,
    uses: rule === null ? [] : rule.uses.map((entry) => useRow(entry, words)),
    accounts: desk.accounts.map(({ id, account }) => ({ value: id, label: account })),
    outcomes: ['book', 'set_aside'].map((value) => ({
      value,
      label: words.t(`recognition.rules.form.outcome.${value}`),
    })),
    types: typeChoices(words),
    donors: donorChoices(desk, words),
    recipients: recipientChoices(desk),
    reasons: asideChoices(words),
    itselfHint: words.t('recognition.rules.form.itselfHint', {
      limit: withoutRegistration === null ? '' : words.euro(withoutRegistration),
    }),
    mayChange: view.mayChange,
    values: view.typed,
    errors: view.errors,
    once: view.once,
  };
}

import { type RuleCode } from '../../../legal/rules/finding';
import { type OtherValue, type TriedParameter } from '../../../legal/what-if/other-law';
import { parameter } from '../../../legal/parameters';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Words } from '../../../platform/rendering/words';
import { findingTextKey } from '../../judgements/public';
import { type StoredChange } from '../application/simulations';
import { kindOf } from './simulation-fields';

/** A value of a parameter in words. */
export function valueWords(
  { key, value }: { readonly key: TriedParameter; readonly value: OtherValue['value'] | boolean },
  words: Words,
): string {
  if (value === null) return words.t('simulation.value.unknown');
  const kind = kindOf(key);
  if (kind === 'money') return words.euro(String(value));
  if (kind === 'days') return words.t('simulation.value.days', { days: String(value) });
  return words.t(`simulation.value.${String(value)}`);
}

/** What is in force today, to compare with. */
export function inForceWords(key: TriedParameter, today: PlainDate, words: Words): string {
  const found = parameter(key, today);
  return valueWords({ key, value: found === 'unknown' ? null : found.value }, words);
}

export function ruleWords(rule: string, { t, texts }: Words): string {
  const known = `cases.rule.${rule}`;
  return texts.has(known) ? t(known) : t(`simulation.rule.${rule}`);
}

/** 'finding:over_cap' as people read it. */
export function outcomeWords(
  { kind, rule }: Pick<StoredChange, 'kind' | 'rule'>,
  outcome: string | null,
  { t, texts }: Words,
): string {
  if (outcome === null) return '';
  if (kind === 'duty') return t('simulation.outcome.notice_due');
  if (kind === 'fine') return t(`simulation.outcome.${outcome}`);
  const [, code = ''] = outcome.split(':');
  const key = `${findingTextKey({ rule: rule as RuleCode, outcome: code })}.title`;
  return texts.has(key) ? t(key) : code;
}

function sideWords(
  change: StoredChange,
  outcome: string | null,
  cents: string | null,
  words: Words,
): string {
  const said = outcomeWords(change, outcome, words);
  if (said === '') return words.t('simulation.nothing');
  return cents === null ? said : `${said}: ${words.euro(cents)}`;
}

function dayWords(change: StoredChange, day: PlainDate | null, words: Words): string {
  if (day === null || change.kind !== 'duty') return '';
  return words.t('simulation.lastDay', { day: words.day(day) });
}

/** Before and after, with the last day of a notice. */
export function beforeWords(change: StoredChange, words: Words): readonly [string, string] {
  const said = sideWords(change, change.outcomeBefore, change.centsBefore, words);
  return [said, dayWords(change, change.dayBefore, words)];
}

export function afterWords(change: StoredChange, words: Words): readonly [string, string] {
  if (change.change === 'undecided') return [words.t('simulation.change.undecided'), ''];
  const said = sideWords(change, change.outcomeAfter, change.centsAfter, words);
  const note = change.notAskedThen
    ? words.t('simulation.notAskedThen')
    : dayWords(change, change.dayAfter, words);
  return [said, note];
}

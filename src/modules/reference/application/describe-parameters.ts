import { euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import {
  type ParameterInForce,
  type ParameterOperator,
  parametersOn,
} from '../../../legal/parameters/index';
import { formatCount, formatDay, formatEuro } from '../../../platform/rendering/format';
import { type Language } from '../../../platform/rendering/language';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Texts } from '../../../platform/rendering/texts';

type Words = Pick<Texts, 't'>;

/** The parameters of one subject as rows of a table: what, value, measured over, period, source. */
export interface ParameterGroup {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly rows: readonly (readonly Cell[])[];
}

const GROUPS = ['gifts', 'elections', 'enforcement', 'subsidy'] as const;
type GroupId = (typeof GROUPS)[number];

function groupOf(key: string): GroupId {
  if (key.startsWith('election.') || key === 'disclosure.election') return 'elections';
  if (key.startsWith('fine.')) return 'enforcement';
  return /^(subsidy\.|member\.|youth\.|advance$)/.test(key) ? 'subsidy' : 'gifts';
}

const OPERATORS: Readonly<Record<ParameterOperator, string | null>> = {
  '>=': 'legal.operator.reaches',
  '>': 'legal.operator.exceeds',
  '<=': 'legal.operator.upTo',
  '=': null,
};

function bare(found: ParameterInForce, language: Language, words: Words): string {
  const { value, unit } = found;
  if (value === null) return words.t(language, 'legal.parameters.none');
  if (typeof value === 'boolean') return words.t(language, value ? 'legal.yes' : 'legal.no');
  if (typeof value === 'string') return words.t(language, `legal.value.${value}`);
  if (unit === 'cents') return formatEuro(euroCents(value), language);
  const count = formatCount(value, language);
  if (unit === 'percent') return words.t(language, 'legal.unit.percent', { count });
  return words.t(language, `legal.unit.${unit}.${value === 1 ? 'one' : 'other'}`, { count });
}

function valueOf(found: ParameterInForce, language: Language, words: Words): string {
  const value = bare(found, language, words);
  const operator = typeof found.value === 'number' ? OPERATORS[found.operator] : null;
  return operator === null ? value : words.t(language, operator, { value });
}

function periodOf(found: ParameterInForce, language: Language, words: Words): string {
  const from = formatDay(found.from, language);
  if (found.until === null) return words.t(language, 'legal.parameters.since', { from });
  const until = formatDay(found.until, language);
  return words.t(language, 'legal.parameters.between', { from, until });
}

/** Sources begin with the name of a law or a paper, which has no language, or are English. */
const NAMED = /^(Wfpp|Awb|Atw|Bfpp|UbWwft|Kieswet|Stb\.|Kamerstukken|Beleidsregels)/;

function sourceOf(found: ParameterInForce, language: Language, words: Words): Cell {
  if (found.status === 'unverified') return words.t(language, 'legal.parameters.unverified');
  if (found.value === null) return words.t(language, 'legal.parameters.notInForce');
  const isEnglish = language !== 'en' && !NAMED.test(found.source);
  return isEnglish ? { text: found.source, lang: 'en' } : found.source;
}

/** One parameter in words: what it is, its value, when it holds and where that was read. */
export interface ParameterWords {
  readonly what: string;
  /** With what the law does with it: "€ 10.000,00 of meer". */
  readonly value: string;
  /** The value alone: "€ 10.000,00". */
  readonly bare: string;
  readonly period: string;
  readonly source: Cell;
}

export function describeParameter(
  found: ParameterInForce,
  language: Language,
  words: Words,
): ParameterWords {
  return {
    what: words.t(language, `legal.parameter.${found.key}`),
    value: valueOf(found, language, words),
    bare: bare(found, language, words),
    period: periodOf(found, language, words),
    source: sourceOf(found, language, words),
  };
}

/** Every parameter on a day, in words, by subject; empty when nothing is known of that day. */
export function describeParameters(
  on: PlainDate,
  language: Language,
  words: Words,
): readonly ParameterGroup[] {
  const known = parametersOn(on);
  return GROUPS.map((id) => {
    const title = words.t(language, `legal.group.${id}`);
    return {
      id,
      title,
      caption: words.t(language, 'legal.parameters.caption', {
        group: title,
        day: formatDay(on, language),
      }),
      rows: known
        .filter(({ key }) => groupOf(key) === id)
        .map((found): readonly Cell[] => [
          words.t(language, `legal.parameter.${found.key}`),
          valueOf(found, language, words),
          words.t(language, `legal.per.${found.per}`),
          periodOf(found, language, words),
          sourceOf(found, language, words),
        ]),
    };
  }).filter(({ rows }) => rows.length > 0);
}

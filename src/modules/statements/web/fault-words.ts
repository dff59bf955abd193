import { euroCents } from '../../../legal/kernel/euro-cents';
import { type Refusal } from '../../../platform/intake/public';
import { formatCount } from '../../../platform/rendering/format';
import { type TextValues } from '../../../platform/rendering/texts';
import { type Words } from '../../../platform/rendering/words';
import { type KeptFault } from '../application/read-statements';
import { type StatementPlace } from '../formats/read-statement';

/** Details that are an amount of money or a day; other numbers are counts. */
const CENTS: Readonly<Record<string, readonly string[]>> = {
  balance: ['opening', 'moved', 'closing', 'difference'],
  running_balance: ['expected', 'seen'],
};
const DAYS: Readonly<Record<string, readonly string[]>> = {
  outside_period: ['day', 'from', 'until'],
};

export interface FaultWords {
  /** "Afschrift 1, boeking 3, regel 45". */
  readonly where: string;
  readonly seen: string;
  /** What to do about it; '' when `seen` says it already. */
  readonly mend: string;
}

/** A fault in the words of the reader: where it is, what was seen and what to do. */
export function faultWords({ code, place, details }: KeptFault, words: Words): FaultWords {
  const values = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, valueOf(code, name, value, words)]),
  );
  const where = placeWords(place, words);
  const gate = /^intake\.(.+)$/.exec(code)?.[1];
  if (gate !== undefined) return { where, seen: gateWords(gate, values, words), mend: '' };
  return {
    where,
    seen: words.t(`statements.fault.${code}`, values),
    mend: words.t(`statements.mend.${code}`, values),
  };
}

function valueOf(code: string, name: string, value: string | number, words: Words): string {
  if (CENTS[code]?.includes(name) === true) return words.euro(euroCents(Number(value)));
  if (DAYS[code]?.includes(name) === true) return words.day(String(value));
  return typeof value === 'number' ? formatCount(value, words.language) : value;
}

/** The gate of the platform has its own words, for files of every kind. */
function gateWords(code: string, values: TextValues, words: Words): string {
  const precise = `intake.refused.${code}.${values['seen'] ?? ''}`;
  const key = words.texts.has(precise) ? precise : `intake.refused.${code}`;
  const kind = `intake.seen.${values['seen'] ?? ''}`;
  const seen = words.texts.has(kind) ? { seen: words.t(kind) } : {};
  return words.t(key, { ...values, ...seen, where: words.t('intake.where.file') });
}

function placeWords({ statement, entry, line }: StatementPlace, words: Words): string {
  const at = {
    statement: String(statement ?? ''),
    entry: String(entry ?? ''),
    line: String(line ?? ''),
  };
  if (entry !== null) return words.t('statements.place.entry', at);
  if (line === null) return words.t('statements.place.file');
  return words.t(`statements.place.${statement === null ? 'line' : 'statement'}`, at);
}

/** Why a file of any kind was not opened at all. */
export function refusalWords({ code, details }: Refusal, words: Words): string {
  const values = Object.entries(details).map(([name, value]) => [name, String(value)]);
  return gateWords(code, Object.fromEntries(values) as TextValues, words);
}

import { type EuroCents, euroCents } from '../../legal/kernel/euro-cents';
import { plainDate, type PlainDate } from '../../legal/kernel/plain-date';
import { formatDay, formatEuro, formatLongDay } from './format';
import { type Language } from './language';
import { type Texts, type TextValues } from './texts';

/** What a page builder needs to say facts in the reader's language. */
export interface Words {
  readonly language: Language;
  readonly texts: Pick<Texts, 't' | 'has'>;
  readonly t: (key: string, values?: TextValues) => string;
  /** Cents, also as PostgreSQL gives a bigint: "€ 10.000,00". */
  readonly euro: (cents: EuroCents | string) => string;
  /** "24 april 2025" */
  readonly day: (day: PlainDate | string) => string;
  /** "donderdag 24 april 2025" */
  readonly longDay: (day: PlainDate | string) => string;
}

export function wordsOf(texts: Pick<Texts, 't' | 'has'>, language: Language): Words {
  return {
    language,
    texts,
    t: (key, values) => texts.t(language, key, values),
    euro: (cents) => formatEuro(euroCents(Number(cents)), language),
    day: (day) => formatDay(plainDate(day), language),
    longDay: (day) => formatLongDay(plainDate(day), language),
  };
}

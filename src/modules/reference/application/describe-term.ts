import { type TermDay, type TermExplanation } from '../../../legal/calendar/substantial-gift-term';
import { printReference } from '../../../legal/kernel/law-reference';
import { formatLongDay } from '../../../platform/rendering/format';
import { type Language } from '../../../platform/rendering/language';
import { type CountedDay, type TermView } from '../../../platform/rendering/page-parts';
import { type Texts } from '../../../platform/rendering/texts';

type Words = Pick<Texts, 't'>;

const WARNING = /^equated_days_unknown_(before|after)_(\d{4})$/;

function reasonOf(day: TermDay, statute: boolean, language: Language, words: Words): string {
  if (day.reason === 'counted') {
    return words.t(language, statute ? 'legal.day.counted_statute' : 'legal.day.counted');
  }
  const reason = words.t(language, `legal.day.${day.reason}`);
  return day.counted ? words.t(language, 'legal.day.counts_anyway', { reason }) : reason;
}

function warningOf(code: string, language: Language, words: Words): string {
  const [, side, year] = WARNING.exec(code) ?? [];
  if (side === undefined || year === undefined) throw new Error(`unknown warning "${code}"`);
  return words.t(language, `legal.term.warning.${side}`, { year });
}

function markOf({ counted, reason }: TermDay): CountedDay['mark'] {
  if (counted) return 'counted';
  if (reason === 'day_of_receipt') return 'start';
  return reason === 'atw_1' || reason === 'atw_2' ? 'added' : 'skipped';
}

function describeDay(day: TermDay, statute: boolean, language: Language, words: Words): CountedDay {
  const mark = markOf(day);
  const ordinal = String(day.ordinal ?? '');
  return {
    day: formatLongDay(day.date, language),
    mark,
    label: words.t(language, `common.days.${mark}`, { ordinal }),
    reason: reasonOf(day, statute, language, words),
  };
}

/** A term in words, day by day, for the macro countedDays and for letters. */
export function describeTerm(
  explanation: TermExplanation,
  language: Language,
  words: Words,
): TermView {
  const { reading, basis, lastDay, days, warnings } = explanation;
  const name = words.t(language, `legal.term.${reading}`);
  const articles = basis.map((reference) => printReference(reference)).join(', ');
  return {
    caption: words.t(language, 'legal.term.days', { name }),
    lastDay: formatLongDay(lastDay, language),
    basis: `${name}. ${words.t(language, 'legal.term.basis', { articles })}`,
    days: days.map((day) => describeDay(day, reading === 'statute', language, words)),
    warnings: warnings.map((code) => warningOf(code, language, words)),
  };
}

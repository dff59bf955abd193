import { formatCount } from '../rendering/format';
import { type Language } from '../rendering/language';
import { type Texts, type TextValues } from '../rendering/texts';
import { type Refusal } from './reading';

function keyOf(texts: Texts, { code, details }: Refusal): string {
  // A fault inside a workbook is no fault a person can find by its line.
  if (details['part'] !== undefined) return 'intake.refused.workbook';
  const precise = `intake.refused.${code}.${String(details['seen'] ?? '')}`;
  return texts.has(precise) ? precise : `intake.refused.${code}`;
}

/** Why a file is refused, what was seen in it and how to mend that, in one or a few sentences. */
export function refusalText(texts: Texts, language: Language, refusal: Refusal): string {
  const values = Object.entries(refusal.details).map(([name, value]): [string, string] => {
    const counted = typeof value === 'number' && name !== 'line' && name !== 'row';
    if (counted) return [name, formatCount(value, language)];
    const word = `intake.seen.${String(value)}`;
    return [name, name === 'seen' && texts.has(word) ? texts.t(language, word) : String(value)];
  });
  const sheet = String(refusal.details['sheet'] ?? '');
  const where =
    sheet === ''
      ? texts.t(language, 'intake.where.file')
      : texts.t(language, 'intake.where.sheet', { sheet });
  const all: TextValues = { ...Object.fromEntries(values), where };
  return texts.t(language, keyOf(texts, refusal), all);
}

import { type Words } from '../../../platform/rendering/words';
import { type PlainFact } from './calendar-entries';

/** What has to be done, in words for mail and calendars. */
export function plainTitle({ kind, filing, term }: PlainFact, words: Words): string {
  if (filing !== null) {
    const name = words.t(`filings.kind.${filing.kind}`);
    const title =
      filing.kind === 'gift_regulation'
        ? name
        : words.t('filings.titleOf', { name, about: filing.about });
    return words.t('desk.cal.filing', { title });
  }
  if (term === null) return words.t(`desk.cal.${kind}`);
  const { code, number } = term;
  return words.t('desk.cal.case', { term: words.t(`cases.term.${code}`), number });
}

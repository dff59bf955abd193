import { type LawReference } from '../../../legal/kernel/law-reference';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { articleInWords } from '../../../platform/rendering/article-words';
import { formatLongDay } from '../../../platform/rendering/format';
import { type NewLetter } from './letter';

/** A duty whose term is about to end; names and texts are printed literally. */
export interface ReminderFacts {
  /** Whose duty it is. */
  readonly organisation: string;
  /** What is to be done, such as "het financieel verslag over 2024 indienen". */
  readonly duty: string;
  readonly basis: LawReference;
  readonly lastDay: PlainDate;
  /** The last day by the Act itself, when another one is enforced. */
  readonly statutoryLastDay: PlainDate | null;
  /** Parts that are still missing, in words. */
  readonly missing: readonly string[];
  /** It may be said that there is nothing to file. */
  readonly nilPossible: boolean;
  /** Where to do it, in full. */
  readonly address: string;
}

/** The content of a reminder. Pure: the same facts always give the same letter. */
export function reminderLetter(
  facts: ReminderFacts,
): Pick<NewLetter, 'kind' | 'template' | 'subject' | 'content'> {
  const { lastDay, statutoryLastDay } = facts;
  const earlier = statutoryLastDay === null || statutoryLastDay === lastDay;
  return {
    kind: 'reminder',
    template: 'reminder',
    subject: `Herinnering: uiterlijk op ${formatLongDay(lastDay, 'nl')}`,
    content: {
      organisation: facts.organisation,
      duty: facts.duty,
      article: articleInWords(facts.basis),
      lastDay: formatLongDay(lastDay, 'nl'),
      statutoryLastDay: earlier ? '' : formatLongDay(statutoryLastDay, 'nl'),
      missing: facts.missing,
      nilPossible: facts.nilPossible,
      address: facts.address,
    },
  };
}

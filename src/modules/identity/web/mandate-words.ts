import { type Words } from '../../../platform/rendering/words';
import { type Mandate } from '../application/assign-role';

/** For what part of the party and for which years, in words. */
export function mandateWords(mandate: Mandate, words: Words): string {
  const { recipientName, firstYear, lastYear } = mandate;
  const part = recipientName ?? words.t('people.mandate.whole');
  if (firstYear === null && lastYear === null) return part;
  const years = { first: String(firstYear ?? ''), last: String(lastYear ?? '') };
  if (firstYear === null) return words.t('people.mandate.untilYear', { part, ...years });
  if (lastYear === null) return words.t('people.mandate.fromYear', { part, ...years });
  const key = firstYear === lastYear ? 'people.mandate.oneYear' : 'people.mandate.years';
  return words.t(key, { part, ...years });
}

import { type Finding } from '../../../legal/rules/finding';
import { type Words } from '../../../platform/rendering/words';
import { findingTextKey, findingWords, type FindingWords } from '../../judgements/public';

/** A finding told to the overseer: texts that speak to the party are replaced. */
export function overseerWords(finding: Finding, words: Words): FindingWords {
  const { language, texts } = words;
  const own = findingTextKey(finding).replace('findings.', 'oversight.body.');
  return findingWords(finding, language, {
    t: (reader, key, values) => {
      const isBody = key === `${findingTextKey(finding)}.body`;
      const remedy = key.replace('findings.remedy.', 'oversight.remedy.');
      if (isBody && texts.has(own)) return texts.t(reader, own, values);
      return texts.t(reader, texts.has(remedy) ? remedy : key, values);
    },
  });
}

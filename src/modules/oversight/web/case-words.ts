import { parameter, type ParameterKey, parametersOn } from '../../../legal/parameters/index';
import { type PlainDate, plainDate } from '../../../legal/kernel/plain-date';
import { type Finding, type SeenParameter } from '../../../legal/rules/finding';
import { formatMoment } from '../../../platform/rendering/format';
import { type Cell, type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { findingTextKey, findingWords, type FindingWords } from '../../judgements/public';
import { donorWords } from '../../notices/public';
import { describeParameter, type ParameterWords } from '../../reference/public';
import { type CaseFacts } from '../application/read-case';

/** A finding told to the overseer: texts that speak to the party are replaced. */
export function overseerWords(finding: Finding, words: Words): FindingWords {
  const { language, texts } = words;
  const own = findingTextKey(finding).replace('findings.', 'oversight.body.');
  const told = findingWords(finding, language, {
    t: (reader, key, values) => {
      const isBody = key === `${findingTextKey(finding)}.body`;
      const remedy = key.replace('findings.remedy.', 'oversight.remedy.');
      if (isBody && texts.has(own)) return texts.t(reader, own, values);
      return texts.t(reader, texts.has(remedy) ? remedy : key, values);
    },
  });
  return told;
}

/** The donor as the overseer may see it: name, place and what kind of donor it is. */
export function donorFact({ donor }: CaseFacts, words: Words): Fact {
  const label = words.t('gifts.donor');
  if (donor === null) return { label, value: words.t('oversight.case.donorUnknown') };
  const name = donorWords(donor.name, donor.kind, words);
  const { residence, tradeRegisterNumber } = donor;
  const number =
    tradeRegisterNumber === null
      ? ''
      : `, ${words.t('notices.tradeRegister')} ${tradeRegisterNumber}`;
  return {
    label,
    value: residence === null || residence === '' ? name : `${name}, ${residence}`,
    note: `${words.t(`donors.kind.${donor.kind}`)}${number}`,
  };
}

/** The notice that was filed after all, or that there is none. */
export function noticeFact({ notice }: CaseFacts, words: Words): Fact {
  const label = words.t('notices.filedAt');
  if (notice === null) return { label, value: words.t('oversight.case.notFiled') };
  return {
    label,
    value: formatMoment(notice.filedAt, words.language),
    href: `/toezicht/meldingen/${notice.id}`,
    note: words.t('oversight.case.notice', { number: notice.number }),
  };
}

/** Every disclosed gift of the donor in that year; those that cause the finding are marked. */
export function giftRows(
  finding: Finding,
  { contributions }: CaseFacts,
  words: Words,
): readonly (readonly Cell[])[] {
  const causes = new Set(finding.contributions.map(({ contribution }) => contribution));
  return contributions.map((gift) => [
    words.day(gift.receivedOn),
    gift.recipientName,
    words.t(`gifts.type.${gift.type}`),
    causes.has(gift.rootId)
      ? { badge: { kind: 'warning', label: words.t('oversight.case.cause') } }
      : { badge: { kind: 'neutral', label: words.t('oversight.case.context') } },
    words.euro(gift.amountCents),
  ]);
}

/** A parameter as the rule saw it, with the words of the law on that day. */
function seenWords(seen: SeenParameter, words: Words): ParameterWords {
  const known = parametersOn(seen.inForceFrom).find(({ key }) => key === seen.key);
  if (known === undefined) throw new Error(`the law knows no parameter "${seen.key}"`);
  const { value, source, inForceFrom: from } = seen;
  return describeParameter({ ...known, value, source, from }, words.language, words.texts);
}

/** What, value, since when, source: as they were when it was judged. */
export function parameterRows(finding: Finding, words: Words): readonly (readonly Cell[])[] {
  return finding.parameters.map((seen) => {
    const { what, value, period, source } = seenWords(seen, words);
    return [what, value, period, source];
  });
}

/** The value of a parameter of the law on a day; what is not known is said. */
export function parameterOn(key: ParameterKey, on: PlainDate, words: Words): ParameterWords {
  const found = parameter(key, on);
  if (found === 'unknown') throw new Error(`"${key}" is not known on ${on}`);
  return describeParameter(found, words.language, words.texts);
}

/** The same parameters at the violation and on the day of the calculation, side by side. */
export function comparedRows(
  finding: Finding,
  calculatedOn: string,
  words: Words,
): readonly (readonly Cell[])[] {
  const now = parametersOn(plainDate(calculatedOn));
  return finding.parameters.map((seen) => {
    const then = seenWords(seen, words);
    const current = now.find(({ key }) => key === seen.key);
    const shown =
      current === undefined
        ? words.t('oversight.case.unknown')
        : describeParameter(current, words.language, words.texts).value;
    return [then.what, then.value, shown];
  });
}

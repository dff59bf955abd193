import { parameter, type ParameterKey, parametersOn } from '../../../legal/parameters/index';
import { type PlainDate, plainDate } from '../../../legal/kernel/plain-date';
import { type Finding, type SeenDocument, type SeenParameter } from '../../../legal/rules/finding';
import { formatMoment } from '../../../platform/rendering/format';
import { type Cell, type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { donorWords } from '../../notices/public';
import { describeParameter, dutyOfFinding, type ParameterWords } from '../../reference/public';
import { type CaseFacts } from '../application/read-case';

/** The rule in one or two plain sentences: those of the finding's own, else of the duty it watches. */
export function ruleWords(rule: string, words: Words): string {
  const own = `oversight.rule.${rule}`;
  if (words.texts.has(own)) return words.t(own);
  const duty = dutyOfFinding(rule);
  return duty === null ? '' : words.t(`rules.duty.${duty.code}.duty`);
}

/** The amounts that a finding names, in words. */
export function amountFacts(finding: Finding, year: number, words: Words): readonly Fact[] {
  return finding.amounts.flatMap(({ label, amount }) => {
    const key = `oversight.amount.${label}`;
    if (!words.texts.has(key)) return [];
    return [{ label: words.t(key, { year: String(year) }), value: words.euro(amount) }];
  });
}

/** Of a finding about a filing: its last day, and when it came. */
export function filingFacts({ filing }: Finding, words: Words): readonly Fact[] {
  if (filing === undefined) return [];
  return [
    { label: words.t('oversight.filing.lastDay'), value: words.longDay(filing.lastDay) },
    {
      label: words.t('oversight.filing.filedOn'),
      value:
        filing.filedOn === null
          ? words.t('oversight.filing.notFiled')
          : words.longDay(filing.filedOn),
    },
  ];
}

const OPENED_AT: Readonly<Partial<Record<SeenDocument['kind'], string>>> = {
  filing: '/toezicht/overzichten',
  notice: '/toezicht/meldingen',
};

/** Both sources of a difference, each to be opened. */
export function documentRows(finding: Finding, words: Words): readonly (readonly Cell[])[] {
  return (finding.documents ?? []).map(({ kind, ref, version, amount, on }) => {
    const base = OPENED_AT[kind];
    const text = words.t(`oversight.document.${kind}`);
    return [
      {
        text,
        ...(base === undefined ? {} : { href: `${base}/${ref}` }),
        ...(version === null
          ? {}
          : { note: words.t('oversight.document.version', { version: String(version) }) }),
      },
      on === null ? '' : words.day(on),
      amount === null ? '' : words.euro(amount),
    ];
  });
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

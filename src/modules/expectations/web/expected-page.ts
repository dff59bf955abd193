import { printReference } from '../../../legal/kernel/law-reference';
import { type Cell, type Fact } from '../../../platform/rendering/page-parts';
import { dayInNetherlands } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import { findingWords } from '../../judgements/public';
import { type StoredExpected } from '../application/read-expected';
import { type ExpectedCase } from '../application/read-expected-case';
import { type GroupFilings } from '../application/read-field';
import { movedFrom, partState } from './expected-view';
import { expectedBadge, nameIn, partName } from './expected-words';
import { filingRow } from './field-page';

const BASE = '/toezicht/overzichten';

function dayFacts(expected: StoredExpected, words: Words): readonly Fact[] {
  const { t, longDay } = words;
  const moved = movedFrom(expected);
  const before = expected.election !== null && expected.term === null;
  const regulation = expected.kind === 'gift_regulation';
  const counted = before ? t('expectations.one.neverMoved') : t('expectations.one.fixed');
  const note = moved === null ? counted : t('expectations.one.moved', { day: longDay(moved) });
  return [
    {
      label: t('expectations.one.period'),
      value: t('expectations.one.fromTo', {
        from: longDay(expected.period.from),
        until: longDay(expected.period.until),
      }),
    },
    { label: t('expectations.one.opensOn'), value: longDay(expected.opensOn) },
    regulation
      ? { label: t('expectations.lastDay'), value: t('expectations.one.always') }
      : {
          label: t('expectations.lastDay'),
          value: longDay(expected.lastDay),
          note: expected.term !== null && moved === null ? t('expectations.one.notMoved') : note,
        },
    ...(expected.publicationBy === null
      ? []
      : [{ label: t('expectations.one.publicationBy'), value: longDay(expected.publicationBy) }]),
  ];
}

function thresholdFacts(expected: StoredExpected, words: Words): readonly Fact[] {
  const { threshold, partYearThresholds } = expected;
  const source = (text: string): string => words.t('expectations.one.source', { source: text });
  return [
    ...(threshold === null
      ? []
      : [
          {
            label: words.t('expectations.one.threshold'),
            value: words.t('expectations.one.orMore', { amount: words.euro(threshold.value) }),
            note: source(threshold.source),
          },
        ]),
    ...partYearThresholds.map((part) => ({
      label: words.t('expectations.one.partYear', { year: String(part.year) }),
      value: words.t('expectations.one.orMore', { amount: words.euro(part.value) }),
      note: source(part.source),
    })),
  ];
}

function facts({ expected, group }: ExpectedCase, words: Words): readonly Fact[] {
  const { t } = words;
  return [
    { label: t('expectations.standing'), badge: expectedBadge(expected, words) },
    {
      label: t('expectations.group'),
      value: group.name,
      href: `${BASE}/organisaties/${group.ref}`,
    },
    { label: t('expectations.filer'), value: nameIn(group, expected.recipient) },
    { label: t('expectations.article'), value: printReference(expected.basis) },
    ...dayFacts(expected, words),
    ...thresholdFacts(expected, words),
  ];
}

/** Why it is not judged, or why its days are not those of the calculation; '' otherwise. */
function noteOn(expected: StoredExpected, words: Words): string {
  const { keptAt, keptInstead, withdrawnAt } = expected;
  if (withdrawnAt !== null)
    return words.t('expectations.one.withdrawn', { day: words.day(dayInNetherlands(withdrawnAt)) });
  if (keptAt !== null) {
    const day = words.day(dayInNetherlands(keptAt));
    return keptInstead === null
      ? words.t('expectations.one.keptNothing', { day })
      : words.t('expectations.one.kept', { day, last: words.longDay(keptInstead.lastDay) });
  }
  return expected.watched ? '' : words.t('expectations.one.unwatched');
}

const PART_BADGE = { received: 'safe', missing: 'danger', not_received: 'neutral' } as const;

function partRows({ expected }: ExpectedCase, words: Words): readonly (readonly Cell[])[] {
  return expected.parts.map((part) => {
    const state = partState(expected, part);
    const label = words.t(`expectations.partState.${state}`);
    return [
      partName(part, words),
      printReference(part.basis),
      words.t(part.fineable ? 'expectations.fineable' : 'expectations.notFineable'),
      { badge: { kind: PART_BADGE[state], label } },
    ];
  });
}

function receivedRows({ received }: ExpectedCase, words: Words): readonly (readonly Cell[])[] {
  return received.map(({ version, filedOn, nil, missing }) => [
    String(version),
    words.longDay(filedOn),
    words.t(nil ? 'expectations.received.nil' : 'expectations.received.filed'),
    missing.length === 0
      ? words.t('expectations.received.complete')
      : missing.map((part) => partName(part, words)).join(', '),
  ]);
}

/** The data of pages/expectations/one.njk. */
export function expectedPage(found: ExpectedCase, words: Words): object {
  const { expected, group, findings } = found;
  const kind = words.t(`expectations.kind.${expected.kind}`);
  return {
    title: words.t('expectations.one.title', { kind, group: group.name }),
    back: `${BASE}?over=${expected.election ?? String(expected.year)}`,
    facts: facts(found, words),
    note: noteOn(expected, words),
    parts: partRows(found, words),
    received: receivedRows(found, words),
    findings: findings.map(({ id, content }) =>
      findingWords(content, words.language, words.texts, `/toezicht/bevindingen/${id}`),
    ),
    api: `/v1/expected-filings/${expected.id}`,
  };
}

/** The data of pages/expectations/organisation.njk: everything that was ever expected of one group. */
export function organisationPage(found: GroupFilings, words: Words): object {
  const newestFirst = found.filings.toReversed();
  const statuses = found.group.statuses.map(({ status, from, until }) => ({
    label: words.t(`expectations.status.${status}`),
    value:
      until === null
        ? words.t('expectations.since', { from: words.day(from) })
        : words.t('expectations.one.fromTo', { from: words.day(from), until: words.day(until) }),
  }));
  return {
    name: found.group.name,
    back: BASE,
    statuses,
    filings: newestFirst.map((expected) => filingRow(found, expected, words)),
  };
}

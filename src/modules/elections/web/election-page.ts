import { printReference } from '../../../legal/kernel/law-reference';
import { formatMoment } from '../../../platform/rendering/format';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type ElectionTerm, electionTerms } from '../application/election-terms';
import { type ElectionThresholdView, electionThresholds } from '../application/election-thresholds';
import { type ElectionVersion } from '../application/read-elections';

/** "21 dagen terug, nooit verplaatst" or "1 maand later". */
function countedWords({ counted, count, unit }: ElectionTerm, words: Words): string {
  if (count === null || unit === null) return words.t('elections.counted.given');
  const length = words.t(`elections.unit.${unit}.${count === 1 ? 'one' : 'many'}`, {
    count: String(count),
  });
  if (unit === 'years') return words.t('elections.counted.years', { length });
  return words.t(`elections.counted.${counted}`, { length });
}

function movedCell(term: ElectionTerm, words: Words): Cell {
  if (term.counted === 'back')
    return { text: words.t('elections.moved.never'), note: words.t('elections.moved.neverWhy') };
  if (term.counted === 'given') return '';
  if (term.movedFrom === null) return words.t('elections.moved.no');
  return {
    badge: { kind: 'info', label: words.t('elections.moved.yes') },
    note: words.t('elections.moved.from', { day: words.longDay(term.movedFrom) }),
  };
}

function termRow(term: ElectionTerm, today: string, words: Words): readonly Cell[] {
  return [
    {
      text: words.t(`elections.term.${term.term}`),
      ...(term.day === today ? { badge: { kind: 'info', label: words.t('elections.today') } } : {}),
    },
    words.longDay(term.day),
    term.basis === null ? '' : printReference(term.basis),
    countedWords(term, words),
    movedCell(term, words),
  ];
}

function thresholdView(view: ElectionThresholdView, words: Words): object {
  const { kind, decides, others, part } = view;
  const days = { days: String(part?.days ?? 0), of: String(part?.of ?? 0) };
  const sourceOf = (figure: ElectionThresholdView['decides']): string =>
    figure.origin === 'computed' && part !== null
      ? words.t('elections.threshold.proRata', { ...days, source: figure.source })
      : figure.source;
  return {
    label: words.t(`elections.threshold.${kind}`),
    value: words.euro(decides.value),
    note: words.t(`elections.threshold.decides.${decides.origin}`, { source: sourceOf(decides) }),
    others: others.map((figure) =>
      words.t(`elections.threshold.other.${figure.origin}`, {
        amount: words.euro(figure.value),
        source: sourceOf(figure),
      }),
    ),
  };
}

/** Who recorded a version: the reader's own name, and of another only that it was another. */
function recorderWords(by: string, { accountId, name }: ElectionReader, words: Words): string {
  if (by === accountId) return name;
  return words.t(/^[0-9a-f-]{36}$/.test(by) ? 'elections.by.colleague' : 'elections.by.system');
}

function versionRow(one: ElectionVersion, reader: ElectionReader, words: Words): readonly Cell[] {
  const { election, version, changed, reason, recordedAt } = one;
  const by = reader.recorders?.get(version);
  return [
    String(version),
    changed.map((change) => words.t(`elections.change.${change}`)).join(', '),
    words.longDay(election.pollingDay),
    words.longDay(election.nominationDay),
    reason,
    {
      text: formatMoment(recordedAt, words.language),
      ...(by === undefined ? {} : { note: recorderWords(by, reader, words) }),
    },
  ];
}

export interface ElectionReader {
  readonly today: string;
  /** True for who may change elections. */
  readonly mayRevise: boolean;
  /** Who recorded each version; null for who may not know. */
  readonly recorders: ReadonlyMap<number, string> | null;
  readonly accountId: string;
  readonly name: string;
}

/** The data of pages/elections/one.njk; the newest version comes first. */
export function electionPage(
  versions: readonly ElectionVersion[],
  reader: ElectionReader,
  words: Words,
): object | null {
  const [current] = versions;
  if (current === undefined) return null;
  const { election } = current;
  return {
    name: election.name,
    lead: words.t('elections.one.lead', { day: words.longDay(election.pollingDay) }),
    terms: electionTerms(election).map((term) => termRow(term, reader.today, words)),
    thresholds: electionThresholds(election).map((view) => thresholdView(view, words)),
    versions: versions.map((version) => versionRow(version, reader, words)),
    revise: reader.mayRevise ? `/toezicht/verkiezingen/${election.ref}/wijzigen` : '',
    api: `/v1/elections/${election.ref}`,
  };
}

/** Rows of the list of elections. `base` is where an election opens. */
export function electionRows(
  versions: readonly ElectionVersion[],
  base: string,
  words: Words,
): readonly (readonly Cell[])[] {
  return versions.map(({ election, version }) => [
    { text: election.name, href: `${base}/${election.ref}` },
    words.longDay(election.pollingDay),
    words.longDay(election.nominationDay),
    version === 1
      ? words.t('elections.list.asCalled')
      : words.t('elections.list.changed', { count: String(version - 1) }),
  ]);
}

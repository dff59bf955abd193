import { addComparisonCounts, type PartyLine } from './party-lines';
import { formatCount, formatMoment } from '../../../platform/rendering/format';
import { type Cell, type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import {
  CHANGES,
  OUTCOME_KINDS,
  type SimulationResult,
  type StoredChange,
  type StoredSimulation,
  valuesOf,
} from '../application/simulations';
import { afterWords, beforeWords, inForceWords, ruleWords, valueWords } from './simulation-words';

export interface ChangeFilter {
  readonly soort: string;
  readonly verschil: string;
  readonly partij: string;
}

export function statusWords(
  { status, judged, donorYears }: StoredSimulation,
  words: Words,
): string {
  const count = (value: number): string => formatCount(value, words.language);
  return words.t(`simulation.status.${status}`, {
    judged: count(judged),
    all: count(donorYears ?? 0),
  });
}

/** What was tried, each beside what is in force. */
export function triedRows(
  { definition, judgedOn }: StoredSimulation,
  words: Words,
): readonly Cell[][] {
  return valuesOf(definition).map((other) => [
    words.t(`simulation.parameter.${other.key}`),
    inForceWords(other.key, judgedOn, words),
    valueWords(other, words),
  ]);
}

export function factsOf(simulation: StoredSimulation, words: Words): readonly Fact[] {
  const { definition, judgedOn, askedAt, askedByName } = simulation;
  const { t, day } = words;
  const { schedule, yearFrom, yearUntil } = definition;
  return [
    { label: t('simulation.fact.set'), value: t(`simulation.set.${definition.set}`) },
    { label: t('simulation.fact.from'), value: day(definition.from) },
    {
      label: t('simulation.fact.years'),
      value: t('simulation.years', { from: String(yearFrom), until: String(yearUntil) }),
    },
    {
      label: t('simulation.fact.schedule'),
      value: schedule === null ? t('simulation.schedule.inUse') : schedule.version,
    },
    { label: t('simulation.fact.judgedOn'), value: day(judgedOn) },
    {
      label: t('simulation.fact.asked'),
      value: t('simulation.askedBy', {
        name: askedByName,
        at: formatMoment(askedAt, words.language),
      }),
    },
    { label: t('simulation.fact.status'), value: statusWords(simulation, words) },
  ];
}

function kindRow(line: PartyLine, first: Cell, words: Words): readonly Cell[] {
  const count = (value: number): string => formatCount(value, words.language);
  const side = (items: number, cents: number): Cell => ({
    text: count(items),
    note: words.euro(String(cents)),
  });
  return [
    first,
    side(line.before, line.beforeCents),
    side(line.after, line.afterCents),
    ...CHANGES.map((change) => count(line.changes[change])),
  ];
}

function hrefWith(base: string, filter: ChangeFilter, over: Partial<ChangeFilter>): string {
  const query = new URLSearchParams(
    Object.entries({ ...filter, ...over }).filter(([, value]) => value !== ''),
  );
  const text = query.toString();
  return text === '' ? `${base}#changes` : `${base}?${text}#changes`;
}

/** Totals of the whole field and of each party; each leads to its changes. */
function totalTables(
  { totals }: SimulationResult,
  base: string,
  filter: ChangeFilter,
  words: Words,
): object {
  const parties = [...new Map(totals.map(({ tenantId, party }) => [tenantId, party]))];
  return {
    kinds: OUTCOME_KINDS.map((kind) =>
      kindRow(
        addComparisonCounts(totals.filter((one) => one.kind === kind)),
        {
          text: words.t(`simulation.kind.${kind}`),
          href: hrefWith(base, filter, { soort: kind, partij: '' }),
        },
        words,
      ),
    ),
    parties: parties.flatMap(([tenantId, party]) =>
      OUTCOME_KINDS.flatMap((kind) => {
        const line = totals.filter((one) => one.tenantId === tenantId && one.kind === kind);
        if (line.length === 0) return [];
        const first = {
          text: party,
          note: words.t(`simulation.kind.${kind}`),
          href: hrefWith(base, filter, { soort: kind, partij: tenantId }),
        };
        return [kindRow(addComparisonCounts(line), first, words)];
      }),
    ),
    partyChoices: parties.map(([value, label]) => ({ value, label })),
  };
}

function giftCell({ gifts, slug }: StoredChange, words: Words): Cell {
  const [first] = gifts;
  if (first === undefined || slug === null) return words.t('simulation.noGift');
  const text =
    gifts.length === 1
      ? words.t('simulation.gift')
      : words.t('simulation.gifts', { count: String(gifts.length) });
  const note = first.receivedOn === null ? '' : words.day(first.receivedOn);
  return { text, href: `/toezicht/netwerk/giften/${slug}/${first.id}`, note };
}

/** One difference, with the way to its facts. */
export function changeRow(change: StoredChange, words: Words): readonly Cell[] {
  const { party, slug, donorName, donorRef, year, kind } = change;
  const [before, beforeNote] = beforeWords(change, words);
  const [after, afterNote] = afterWords(change, words);
  return [
    {
      text: ruleWords(change.rule, words),
      note: `${words.t(`simulation.kind.${kind}.one`)}, ${String(year)}`,
    },
    words.t(`simulation.change.${change.change}`),
    slug === null ? party : { text: party, href: `/toezicht/cijfers/${slug}` },
    donorRef === null
      ? words.t('simulation.noDonor')
      : { text: donorName ?? donorRef, href: `/toezicht/netwerk/${donorRef}` },
    giftCell(change, words),
    { text: before, note: beforeNote },
    { text: after, note: afterNote },
  ];
}

export function simulationPage(
  result: SimulationResult,
  changes: { readonly rows: readonly StoredChange[]; readonly next: string },
  filter: ChangeFilter,
  words: Words,
): object {
  const { simulation } = result;
  const base = `/toezicht/wat-als/${simulation.id}`;
  const { t } = words;
  return {
    base,
    name: simulation.name,
    done: simulation.status === 'done',
    statusText: statusWords(simulation, words),
    facts: factsOf(simulation, words),
    tried: triedRows(simulation, words),
    ...totalTables(result, base, filter, words),
    changes: changes.rows.map((one) => changeRow(one, words)),
    next: changes.next,
    filter,
    kindChoices: OUTCOME_KINDS.map((kind) => ({
      value: kind,
      label: t(`simulation.kind.${kind}`),
    })),
    changeChoices: CHANGES.map((one) => ({ value: one, label: t(`simulation.change.${one}`) })),
  };
}

import { euroCents, type EuroCents, sum, ZERO } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type DonorYear } from '../../../legal/facts/contribution';
import { type Finding } from '../../../legal/rules/finding';
import { type YearOutcome } from './judge-year';

export const OUTCOME_KINDS = ['duty', 'finding', 'fine'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** 'undecided': it stood, and under the other law nobody can say whether it would. */
export const CHANGES = ['new', 'gone', 'changed', 'undecided'] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** One duty, finding or fine, reduced to what people compare. */
interface Item {
  readonly kind: OutcomeKind;
  readonly key: string;
  readonly rule: string;
  readonly outcome: string;
  /** Null when it cannot be worked out. */
  readonly cents: EuroCents | null;
  /** A duty: its enforced last day. Others: the first day on which it was so. */
  readonly day: PlainDate;
  readonly contributions: readonly string[];
}

export interface Change {
  readonly kind: OutcomeKind;
  readonly change: ChangeKind;
  readonly rule: string;
  readonly key: string;
  readonly before: {
    readonly outcome: string;
    readonly cents: number | null;
    readonly day: string;
  } | null;
  readonly after: {
    readonly outcome: string;
    readonly cents: number | null;
    readonly day: string;
  } | null;
  readonly notAskedThen: boolean;
  readonly contributions: readonly string[];
}

export interface KindTotal {
  readonly before: number;
  readonly beforeCents: number;
  readonly after: number;
  readonly afterCents: number;
  readonly changes: Readonly<Record<ChangeKind, number>>;
}

export interface Comparison {
  readonly changes: readonly Change[];
  readonly totals: Readonly<Record<OutcomeKind, KindTotal>>;
}

function centsOf({ remedy, contributions }: Finding): EuroCents {
  return remedy?.open ?? sum(contributions.map(({ amount }) => amount));
}

/** Findings that say that something cannot be decided are no outcome: they explain one that is gone. */
function itemsOf(facts: DonorYear, { duties, findings, fines }: YearOutcome): readonly Item[] {
  const amountOf = new Map(facts.contributions.map(({ ref, amount }) => [ref, amount]));
  const seen = new Map(
    findings.map((one) => [one.key, one.contributions.map(({ contribution }) => contribution)]),
  );
  return [
    ...duties.map(({ contribution, due }): Item => ({
      kind: 'duty',
      key: contribution,
      rule: 'WFPP-25a-2',
      outcome: 'notice_due',
      cents: amountOf.get(contribution) ?? ZERO,
      day: due.enforced.lastDay,
      contributions: [contribution],
    })),
    ...findings
      .filter(({ severity }) => severity !== 'undecided')
      .map((one): Item => ({
        kind: 'finding',
        key: one.key,
        rule: one.rule,
        outcome: `${one.severity}:${one.outcome}`,
        cents: centsOf(one),
        day: one.since,
        contributions: seen.get(one.key) ?? [],
      })),
    ...fines.map((fine): Item => ({
      kind: 'fine',
      key: fine.key,
      rule: fine.rule,
      outcome: fine.amount === null ? 'unknown' : 'proposed',
      cents: fine.amount,
      day: fine.violatedOn,
      contributions: seen.get(fine.key) ?? [],
    })),
  ];
}

function sideOf(item: Item | undefined): Change['before'] {
  return item === undefined ? null : { outcome: item.outcome, cents: item.cents, day: item.day };
}

function isSame(one: Item, other: Item): boolean {
  return one.outcome === other.outcome && one.cents === other.cents && one.day === other.day;
}

/** Rules of which a figure is not known under a law. */
function blindRules({ findings }: YearOutcome): ReadonlySet<string> {
  return new Set(
    findings.filter(({ outcome }) => outcome === 'parameter_unknown').map(({ rule }) => rule),
  );
}

function changeOf(
  before: Item | undefined,
  after: Item | undefined,
  blind: ReadonlySet<string>,
): ChangeKind | null {
  if (after === undefined)
    return before === undefined ? null : blind.has(before.rule) ? 'undecided' : 'gone';
  if (after.cents === null && before?.cents !== null) return 'undecided';
  if (before === undefined) return 'new';
  return isSame(before, after) ? null : 'changed';
}

function totalOf(
  kind: OutcomeKind,
  [before, after]: readonly [readonly Item[], readonly Item[]],
  changes: readonly Change[],
): KindTotal {
  const of = (items: readonly Item[]): readonly Item[] => items.filter((one) => one.kind === kind);
  const cents = (items: readonly Item[]): number =>
    sum(of(items).map((one) => one.cents ?? euroCents(0)));
  const count = (change: ChangeKind): number =>
    changes.filter((one) => one.kind === kind && one.change === change).length;
  return {
    before: of(before).length,
    beforeCents: cents(before),
    after: of(after).length,
    afterCents: cents(after),
    changes: {
      new: count('new'),
      gone: count('gone'),
      changed: count('changed'),
      undecided: count('undecided'),
    },
  };
}

/** What is different between two outcomes over the same facts. */
export function compareYears(
  facts: DonorYear,
  before: YearOutcome,
  after: YearOutcome,
): Comparison {
  const items = [itemsOf(facts, before), itemsOf(facts, after)] as const;
  const name = ({ kind, key }: Item): string => `${kind} ${key}`;
  const [was, is] = items.map((side) => new Map(side.map((one) => [name(one), one])));
  const blind = blindRules(after);
  const askedThen = new Set(before.duties.map(({ contribution }) => contribution));
  const names = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
  const changes = names.flatMap((one): Change[] => {
    const [old, now] = [was?.get(one), is?.get(one)];
    const shown = now ?? old;
    const change = changeOf(old, now, blind);
    if (shown === undefined || change === null) return [];
    const { kind, key, rule, contributions } = shown;
    const late = kind !== 'duty' && rule === 'WFPP-25a-2' && change === 'new';
    const notAskedThen = late && !contributions.some((ref) => askedThen.has(ref));
    const sides = { before: sideOf(old), after: sideOf(now) };
    return [{ kind, change, rule, key, ...sides, notAskedThen, contributions }];
  });
  return {
    changes,
    totals: {
      duty: totalOf('duty', items, changes),
      finding: totalOf('finding', items, changes),
      fine: totalOf('fine', items, changes),
    },
  };
}

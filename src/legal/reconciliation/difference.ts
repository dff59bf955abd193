import { type Ref } from '../facts/group';
import { euroCents, type EuroCents } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { type PlainDate } from '../kernel/plain-date';
import { finding } from '../rules/drafting';
import {
  type Finding,
  type RuleCode,
  type SeenAmount,
  type SeenContribution,
  type SeenDocument,
  type SeenParameter,
} from '../rules/finding';

/** A finding with the calendar year of what it is about. */
export interface Difference {
  readonly year: number;
  readonly finding: Finding;
}

/** What two sources that differ are; every file that finds them names it. */
export type DifferenceCode = Extract<RuleCode, 'FILINGS-DIFFER'>;

interface Draft {
  readonly rule: DifferenceCode;
  readonly outcome: string;
  readonly basis: LawReference;
  /** What tells it apart: the two sources and what they differ about; the same on every day. */
  readonly about: readonly string[];
  readonly recipient: Ref;
  readonly since: PlainDate;
  /** Both sources, each with what it states; null is "does not mention it". */
  readonly documents: readonly [SeenDocument, SeenDocument];
  readonly amounts: readonly SeenAmount[];
  readonly contributions?: readonly SeenContribution[];
  readonly parameters?: readonly SeenParameter[];
}

/** Two sources that do not say the same; it asks to be explained or corrected, and is no fine. */
export function difference(year: number, draft: Draft): Difference {
  const { outcome, about, contributions = [], parameters = [], ...rest } = draft;
  return {
    year,
    finding: finding({
      ...rest,
      severity: 'finding',
      outcome,
      key: `differ:${[outcome, ...about].join(':')}`,
      contributions,
      parameters,
    }),
  };
}

/** Both amounts and how far they are apart. */
export function bothAmounts(one: SeenAmount, other: SeenAmount): readonly SeenAmount[] {
  const apart = Math.abs(one.amount - other.amount);
  return [one, other, { label: 'excess', amount: euroCents(apart) }];
}

export function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

export function labelled(label: string, amount: EuroCents): SeenAmount {
  return { label, amount };
}

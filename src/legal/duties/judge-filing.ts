import { type ExpectedFiling, type RequiredPart } from '../facts/filing';
import { type Ref } from '../facts/group';
import { addDays, type PlainDate } from '../kernel/plain-date';
import { finding } from '../rules/drafting';
import { type Finding, type RuleCode } from '../rules/finding';

/** The current version of a filing, as far as the duty to file depends on it. */
export interface ReceivedFiling {
  /** The day on which the first version came in (D11): a correction never makes it late. */
  readonly filedOn: PlainDate;
  readonly ref: Ref;
  readonly version: number;
  readonly missing: readonly RequiredPart[];
}

/** The rule by the row in the table of duties; a split-off breaks art. 33 whatever it does not file. */
const RULE_OF_DUTY: Readonly<Record<number, RuleCode>> = {
  8: 'WFPP-25-1',
  11: 'WFPP-28-1',
  12: 'WFPP-28a-1',
  13: 'WFPP-29-1',
  15: 'WFPP-30-2',
  16: 'WFPP-32-1',
  19: 'WFPP-31-3',
  20: 'WFPP-34',
  23: 'WFPP-33',
};

/** @throws RangeError for a row of the table in which nothing is filed. */
export function ruleOfFiling({ duty }: Pick<ExpectedFiling, 'duty'>): RuleCode {
  const rule = RULE_OF_DUTY[duty];
  if (rule === undefined) throw new RangeError(`nothing is filed under duty ${String(duty)}`);
  return rule;
}

/** What every finding about one filing holds. */
function about(
  expected: ExpectedFiling,
  received: ReceivedFiling | null,
): Pick<
  Finding,
  'rule' | 'recipient' | 'contributions' | 'parameters' | 'since' | 'documents' | 'filing'
> {
  const { key, lastDay, recipient } = expected;
  const awaited = { kind: 'expected_filing', ref: key, version: null, amount: null } as const;
  return {
    rule: ruleOfFiling(expected),
    recipient,
    contributions: [],
    parameters: [],
    since: addDays(lastDay, 1),
    documents: [
      { ...awaited, on: lastDay },
      ...(received === null
        ? []
        : [
            {
              kind: 'filing',
              ref: received.ref,
              version: received.version,
              amount: null,
              on: received.filedOn,
            } as const,
          ]),
    ],
    filing: {
      expected: key,
      lastDay,
      filedOn: received?.filedOn ?? null,
      part: null,
      partOf: null,
    },
  };
}

/** Fineable when some part of it is: nobody is fined for a gift regulation. */
function severityOf({ parts }: ExpectedFiling): Finding['severity'] {
  return parts.some(({ fineable }) => fineable) ? 'finding' : 'warning';
}

function wholeIsLate(expected: ExpectedFiling, received: ReceivedFiling | null): Finding {
  return finding({
    ...about(expected, received),
    basis: expected.basis,
    severity: severityOf(expected),
    outcome: received === null ? 'not_filed' : 'filed_late',
    key: `filing:${expected.key}`,
    missing: received === null ? ['filing'] : [],
  });
}

function partIsMissing(
  expected: ExpectedFiling,
  received: ReceivedFiling,
  { part, ref, basis, fineable }: RequiredPart,
): Finding {
  const shared = about(expected, received);
  return finding({
    ...shared,
    basis,
    severity: fineable ? 'finding' : 'warning',
    outcome: 'part_missing',
    key: `filing:${expected.key}:${part}${ref === null ? '' : `:${ref}`}`,
    missing: [part],
    filing: {
      expected: expected.key,
      lastDay: expected.lastDay,
      filedOn: received.filedOn,
      part,
      partOf: ref,
    },
  });
}

/**
 * What a term to file means: nothing up to and including the last day, and nothing after it when
 * what came in by then is complete. Otherwise one finding for the whole, late or missing, and one
 * for each part that is missing from what came in. A part outside art. 37 lid 1 is a warning.
 * @param on the day of judgement: what comes in after it does not count yet
 */
export function judgeFiling(
  expected: ExpectedFiling,
  received: ReceivedFiling | null,
  on: PlainDate,
): readonly Finding[] {
  if (on <= expected.lastDay) return [];
  const there = received !== null && received.filedOn <= on ? received : null;
  if (there === null) return [wholeIsLate(expected, null)];
  return [
    ...(there.filedOn > expected.lastDay ? [wholeIsLate(expected, there)] : []),
    ...there.missing.map((part) => partIsMissing(expected, there, part)),
  ];
}

import { sum, type EuroCents } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';
import {
  type Example,
  type ExampleValue,
  type NoticeExample,
  type ReceiptsExample,
} from './example';
import { EXAMPLES_OF_FILINGS } from './examples-of-filings';
import { EXAMPLES_OF_NOTICES, EXAMPLES_OF_RECEIPTS } from './examples-of-gifts';
import {
  EXAMPLES_OF_DEBTS,
  EXAMPLES_OF_LISTS,
  EXAMPLES_OF_REPORTS,
  EXAMPLES_OF_RETENTION,
} from './examples-of-lists';

/** Every worked example, in order of the table of duties. */
export const EXAMPLES: readonly Example[] = [
  ...EXAMPLES_OF_RETENTION,
  ...EXAMPLES_OF_RECEIPTS,
  ...EXAMPLES_OF_DEBTS,
  ...EXAMPLES_OF_NOTICES,
  ...EXAMPLES_OF_LISTS,
  ...EXAMPLES_OF_FILINGS,
  ...EXAMPLES_OF_REPORTS,
].toSorted((a, b) => a.row - b.row);

export function examplesOf(row: number): readonly Example[] {
  return EXAMPLES.filter((example) => example.row === row);
}

type Values = Readonly<Record<string, ExampleValue>>;

/** A day that an example does not have gives no place to fill. */
function days(named: Readonly<Record<string, PlainDate | null | undefined>>): Values {
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, day]) =>
      day === null || day === undefined ? [] : [[name, { kind: 'day', day }] as const],
    ),
  );
}

function amounts(named: Readonly<Record<string, EuroCents | null>>): Values {
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, amount]) =>
      amount === null ? [] : [[name, { kind: 'amount', amount }] as const],
    ),
  );
}

function year(number: number): Values {
  return { year: { kind: 'number', number } };
}

function valuesOfGifts(example: ReceiptsExample | NoticeExample): Values {
  const { gifts } = example;
  const amount = sum(gifts.map((gift) => gift.amount));
  const receivedOn = gifts.at(-1)?.receivedOn;
  if (example.kind === 'notice')
    return { ...amounts({ amount }), ...days({ receivedOn, ...example.expected }) };
  const toGo = example.expected?.toGo ?? null;
  return { ...amounts({ amount, toGo }), ...days({ receivedOn }) };
}

/** The values for the places in the words of an example; each comes from its own data. */
export function exampleValues(example: Example): Values {
  switch (example.kind) {
    case 'receipts':
    case 'notice':
      return valuesOfGifts(example);
    case 'filing': {
      const lastDay = example.expected?.lastDay;
      return { ...year(example.year), ...days({ filedOn: example.filedOn, lastDay }) };
    }
    case 'listing': {
      const { threshold } = example.expected;
      return { ...year(example.year), ...amounts({ amount: example.total, threshold }) };
    }
    case 'debt':
      return {
        ...amounts({ amount: example.amount }),
        ...days({ since: example.since, paidOn: example.paidOn }),
      };
    case 'internal_report': {
      const { amount, expected, receivedOn, reportedOn } = example;
      return {
        ...amounts({ amount }),
        ...days({ receivedOn, reportedOn, lastDay: expected.lastDay }),
      };
    }
    case 'retention':
      return days({ receivedOn: example.receivedOn, keptUntil: example.expected.keptUntil });
  }
}

import { type Ref } from '../facts/group';
import { minus, type EuroCents } from '../kernel/euro-cents';
import { yearOf, type PlainDate } from '../kernel/plain-date';
import { type SeenAmount, type SeenContribution, type SeenParameter } from '../rules/finding';
import { bothAmounts, difference, labelled, latest, type Difference } from './difference';
import { type StatedGift } from './sources';
import { asOf, covers, type Statement } from './statements';
import { wantedBy, type Known } from './wanted';

const CODE = 'FILINGS-DIFFER';

/** Two sources, in one order for both, and everything else that was stated. */
interface Pair {
  readonly one: Statement;
  readonly other: Statement;
  readonly all: readonly Statement[];
  readonly known: Known;
}

function seen({ contribution, recipient, amount, receivedOn }: StatedGift): SeenContribution {
  return { contribution, recipient, amount, receivedOn };
}

function since(gift: StatedGift, one: Statement, other: Statement): PlainDate {
  const days = [one, other].flatMap(({ statedOn }) => statedOn(gift) ?? []);
  return days.reduce(latest, gift.receivedOn);
}

/** Whether someone said it right after that: then the ledger's correction has been told. */
function wasToldLater(
  gift: StatedGift,
  { one, other, all }: Pair,
  isRight: (stated: StatedGift | undefined) => boolean,
): boolean {
  const days = [one, other].flatMap(({ statedOn }) => statedOn(gift) ?? []);
  return all.some(({ kind, statedOn, gifts, content }) => {
    const day = statedOn(gift);
    if (kind === 'ledger' || day === null || !days.every((before) => before < day)) return false;
    const speaks = content === null || covers(content, gift);
    return speaks && isRight(gifts.get(gift.contribution));
  });
}

function thresholdOf(parameters: readonly SeenParameter[]): readonly SeenAmount[] {
  const found = parameters.find(({ unit }) => unit === 'cents');
  return typeof found?.value === 'number' ? [labelled('threshold', found.value as EuroCents)] : [];
}

/** An annulled gift that is still listed; or one that the law wants in the other source too. */
function reasonToMiss(gift: StatedGift, pair: Pair): readonly SeenParameter[] | null {
  const { one, other, known } = pair;
  if (other.kind === 'ledger') {
    const told = (): boolean => wasToldLater(gift, pair, (stated) => stated === undefined);
    return known.annulled.has(gift.contribution) && !told() ? [] : null;
  }
  // A notice that never came is found by its own term, from the ledger.
  if (one.kind === 'ledger' && other.kind === 'notice') return null;
  return wantedBy(other, gift.contribution, known);
}

function missingIn(pair: Pair): readonly Difference[] {
  const { one, other } = pair;
  return [...one.gifts.values()].flatMap((gift): readonly Difference[] => {
    if (other.gifts.has(gift.contribution)) return [];
    const parameters = reasonToMiss(gift, pair);
    if (parameters === null) return [];
    return [
      difference(yearOf(gift.receivedOn), {
        rule: CODE,
        outcome: `in_${one.kind}_not_in_${other.kind}`,
        basis: other.kind === 'ledger' ? one.basis : other.basis,
        about: [one.id, other.id, gift.contribution],
        recipient: gift.recipient,
        since: since(gift, one, other),
        documents: [one.document(gift, gift.amount), other.document(gift, null)],
        amounts: [labelled(`total_${one.kind}`, gift.amount), ...thresholdOf(parameters)],
        contributions: [seen(gift)],
        parameters,
      }),
    ];
  });
}

interface Facts {
  readonly field: 'amount' | 'returned';
  readonly here: StatedGift;
  readonly there: StatedGift;
}

function differsIn({ field, here, there }: Facts, { one, other }: Pair): Difference {
  return difference(yearOf(here.receivedOn), {
    rule: CODE,
    outcome: `${field}_differs`,
    basis: other.kind === 'ledger' ? one.basis : other.basis,
    about: [one.id, other.id, here.contribution],
    recipient: here.recipient,
    since: since(here, one, other),
    documents: [one.document(here, here[field]), other.document(there, there[field])],
    amounts: bothAmounts(
      labelled(`total_${one.kind}`, here[field]),
      labelled(`total_${other.kind}`, there[field]),
    ),
    contributions: [seen(here)],
  });
}

/** The later of two statements; null when they were stated on the same day, or one is the ledger. */
function laterOf(gift: StatedGift, { one, other }: Pair): Statement | null {
  const [a, b] = [one.statedOn(gift), other.statedOn(gift)];
  if (a === null || b === null || a === b) return null;
  return a > b ? one : other;
}

/** A correction in the ledger explains it when the later source, or one after it, has it right. */
function amountIsExplained(here: StatedGift, pair: Pair): boolean {
  const current = pair.known.ledger.get(here.contribution);
  if (current === undefined) return false;
  const isRight = (stated: StatedGift | undefined): boolean => stated?.amount === current.amount;
  const later = laterOf(here, pair);
  return (
    (later !== null && isRight(later.gifts.get(here.contribution))) ||
    wasToldLater(here, pair, isRight)
  );
}

/** What the ledger says had left, between the end of what a source covers and its filing. */
function returnsFit(contribution: Ref, statement: Statement, known: Known): boolean {
  const [stated, booked] = [statement.gifts.get(contribution), known.ledger.get(contribution)];
  const filedOn = stated === undefined ? null : statement.statedOn(stated);
  if (stated === undefined || booked === undefined || filedOn === null) return true;
  const end = statement.content?.period.until ?? filedOn;
  const least = asOf(booked, end < filedOn ? end : filedOn).returned;
  return least <= stated.returned && stated.returned <= asOf(booked, filedOn).returned;
}

/** More can have left since the earlier source was filed, never less. */
function returnsDiffer(here: StatedGift, there: StatedGift, pair: Pair): boolean {
  const { one, other, known } = pair;
  const { contribution } = here;
  if (one.kind === 'ledger' || other.kind === 'ledger') {
    const filed = one.kind === 'ledger' ? other : one;
    const told = (): boolean =>
      wasToldLater(
        here,
        pair,
        (stated) => stated?.returned === known.gifts.get(contribution)?.returned,
      );
    return !returnsFit(contribution, filed, known) && !told();
  }
  if (known.ledger.has(contribution)) return false;
  const later = laterOf(here, pair);
  if (later === null) return here.returned !== there.returned;
  const [before, after] = later === other ? [here, there] : [there, here];
  return minus(after.returned, before.returned) < 0;
}

function unequal(pair: Pair): readonly Difference[] {
  const { one, other } = pair;
  return [...one.gifts.values()].flatMap((here): readonly Difference[] => {
    const there = other.gifts.get(here.contribution);
    if (there === undefined || pair.known.annulled.has(here.contribution)) return [];
    const amount = here.amount !== there.amount && !amountIsExplained(here, pair);
    return [
      ...(amount ? [differsIn({ field: 'amount', here, there }, pair)] : []),
      ...(returnsDiffer(here, there, pair)
        ? [differsIn({ field: 'returned', here, there }, pair)]
        : []),
    ];
  });
}

function inOrder(a: Statement, b: Statement): number {
  return a.id < b.id ? -1 : 1;
}

/** Every contribution of which two sources do not say the same where the law wants them to. */
export function giftsDiffer(statements: readonly Statement[], known: Known): readonly Difference[] {
  const all = statements.toSorted(inOrder);
  return all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((other) => {
      const pair = { one, other, all, known };
      return [
        ...missingIn(pair),
        ...missingIn({ ...pair, one: other, other: one }),
        ...unequal(pair),
      ];
    }),
  );
}

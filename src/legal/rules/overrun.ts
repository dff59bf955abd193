import { euroCents, minus, smallest, sum, ZERO, type EuroCents } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';
import { type RemedyStep } from './finding';
import { amountLeft, inOrderOfReceipt, netOf, type Receipt } from './receipts';

/** Part of one receipt. */
export interface Portion {
  readonly receipt: Receipt;
  readonly amount: EuroCents;
}

/**
 * A net total that stands above a limit. What left before the total first stood there is an
 * ordinary return and made the total smaller; what left since then is performance of the remedy.
 * So `total` is what had to go, `done` what has gone, and `open` what still goes.
 */
export interface Overrun {
  readonly since: PlainDate;
  readonly portions: readonly Portion[];
  readonly total: EuroCents;
  readonly done: EuroCents;
  readonly open: EuroCents;
}

/** Each day on which something came in or left, with the net total at the end of it. */
function dailyTotals(
  receipts: readonly Receipt[],
): readonly { readonly day: PlainDate; readonly net: EuroCents }[] {
  const changes = new Map<PlainDate, number>();
  const change = (day: PlainDate, amount: EuroCents): void => {
    changes.set(day, (changes.get(day) ?? 0) + amount);
  };
  for (const { contribution, settlements } of receipts) {
    change(contribution.receivedOn, contribution.amount);
    for (const { settledOn, amount } of settlements) change(settledOn, minus(ZERO, amount));
  }
  const days = [...changes.keys()].toSorted();
  let net = 0;
  return days.map((day) => {
    net += changes.get(day) ?? 0;
    return { day, net: euroCents(net) };
  });
}

/** The day on which the total came to where it now stands; null when it does not stand there. */
export function standingSince(
  receipts: readonly Receipt[],
  stands: (net: EuroCents) => boolean,
): PlainDate | null {
  const totals = dailyTotals(receipts);
  const lastBelow = totals.findLastIndex(({ net }) => !stands(net));
  return totals[lastBelow + 1]?.day ?? null;
}

export function overrunOf(receipts: readonly Receipt[], limit: EuroCents): Overrun | null {
  const since = standingSince(receipts, (net) => net > limit);
  if (since === null) return null;
  const portions = receipts.map((receipt) => ({ receipt, amount: amountLeft(receipt, since) }));
  const total = minus(sum(portions.map(({ amount }) => amount)), limit);
  const open = minus(netOf(receipts), limit);
  return { since, portions, total, done: minus(total, open), open };
}

/** Takes an amount from portions, newest receipt first; the answer is in order of receipt. */
export function takeNewestFirst(
  portions: readonly Portion[],
  amount: EuroCents,
): readonly Portion[] {
  let wanted = amount;
  return portions
    .toSorted((a, b) => inOrderOfReceipt(b.receipt, a.receipt))
    .map(({ receipt, amount: left }) => {
      const taken = smallest(left, wanted);
      wanted = minus(wanted, taken);
      return { receipt, amount: taken };
    })
    .filter(({ amount: taken }) => taken > 0)
    .toReversed();
}

export function stepsFor(
  portions: readonly Portion[],
  step: (receipt: Receipt, amount: EuroCents) => RemedyStep,
): readonly RemedyStep[] {
  return portions.map(({ receipt, amount }) => step(receipt, amount));
}

import { type DebtBalance } from '../facts/debt';
import { type OverviewDebt } from '../facts/filing';
import { reaches, ZERO, type EuroCents } from '../kernel/euro-cents';
import { addDays, plainDate, yearOf, type PlainDate } from '../kernel/plain-date';
import { AS_IN_FORCE } from '../rules/rule';
import { see } from '../rules/seen-parameter';
import { type KnownDebt } from './overview-facts';

interface Days {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

function owedOn(balances: readonly DebtBalance[], day: PlainDate): EuroCents {
  return balances.findLast(({ on }) => on <= day)?.balance ?? ZERO;
}

/** The reference dates inside the period: 1 January of each calendar year (art. 1 onder k). */
function referenceDates({ from, until }: Days): readonly PlainDate[] {
  const years = Array.from(
    { length: yearOf(until) - yearOf(from) + 1 },
    (_, at) => yearOf(from) + at,
  );
  return years.map((year) => plainDate(`${String(year)}-01-01`)).filter((date) => from <= date);
}

/**
 * The days on which a debt does not count because it was wholly paid within 14 days after the
 * reference date (art. 1 onder l): from that date up to the payment. What was owed before or after
 * still counts, so a loan of the whole year does not vanish by a payment in the next January.
 */
function daysOfGrace(balances: readonly DebtBalance[], period: Days): readonly Days[] {
  return referenceDates(period).flatMap((from): readonly Days[] => {
    const grace = see('debt.paid_grace_days', from, AS_IN_FORCE);
    if (grace.kind !== 'set') return [];
    const last = addDays(from, grace.value);
    const paid = balances.findLast(({ on, balance }) => on > from && on <= last && balance <= 0);
    return paid === undefined ? [] : [{ from, until: addDays(paid.on, -1) }];
  });
}

/** What was owed on each day of the period on which it changed, its first day included. */
function moments(balances: readonly DebtBalance[], period: Days): readonly DebtBalance[] {
  const within = balances.filter(({ on }) => on > period.from && on <= period.until);
  return [{ on: period.from, balance: owedOn(balances, period.from) }, ...within];
}

function highestCounted(balances: readonly DebtBalance[], period: Days): DebtBalance {
  const grace = daysOfGrace(balances, period);
  const counted = moments(balances, period).filter(
    ({ on }) => !grace.some(({ from, until }) => from <= on && on <= until),
  );
  return counted.reduce((most, one) => (one.balance > most.balance ? one : most), {
    on: period.from,
    balance: ZERO,
  });
}

function inOrder(a: OverviewDebt, b: OverviewDebt): number {
  if (a.creditor !== b.creditor) return a.creditor < b.creditor ? -1 : 1;
  return a.debt < b.debt ? -1 : 1;
}

/**
 * The debts of one debtor that an overview lists: 25,000 and more at any moment of the period, not
 * only at its end (T26), without those under administrative law (Awb art. 4:85) and those paid
 * within 14 days after the reference date (art. 1 onder l). By creditor.
 * @param on balances after this day are not known yet
 */
export function listedDebts(
  debts: readonly KnownDebt[],
  period: Days,
  on: PlainDate,
): readonly OverviewDebt[] {
  const known = { from: period.from, until: period.until < on ? period.until : on };
  return debts
    .filter(({ underAdministrativeLaw }) => !underAdministrativeLaw)
    .flatMap((debt): readonly OverviewDebt[] => {
      const balances = debt.balances.filter((one) => one.on <= on);
      const highest = highestCounted(balances, known);
      const threshold = see('debt', highest.on, AS_IN_FORCE);
      if (threshold.kind !== 'set' || !reaches(highest.balance, threshold.value)) return [];
      return [
        {
          debt: debt.ref,
          creditor: debt.creditor,
          address: debt.address,
          residence: debt.residence,
          highest: highest.balance,
          atEnd: owedOn(balances, known.until),
        },
      ];
    })
    .toSorted(inOrder);
}

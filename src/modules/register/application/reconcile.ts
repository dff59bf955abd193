import { type EuroCents, minus, sum, ZERO } from '../../../legal/kernel/euro-cents';
import { type CellProblem, type DonorTotal, type PublishedList } from '../facts/published-list';
import {
  type PartyReconciliation,
  type Reconciliation,
  type TextTotal,
} from '../facts/reconciliation';
import { notesOn } from './notes';

function textTotals(
  totals: readonly DonorTotal[],
  problems: readonly CellProblem[],
  totalHeading: string,
): TextTotal[] {
  return totals.flatMap((total) => {
    const problem = problems.find(
      ({ code, row, column }) =>
        code === 'amount_as_text' && row === total.row && column === totalHeading,
    );
    if (problem === undefined) return [];
    const { row, column, cell, value } = problem;
    return [{ row, column, cell, value, amount: total.total }];
  });
}

function reconcileParty(
  list: PublishedList,
  party: string,
  problems: readonly CellProblem[],
): PartyReconciliation {
  const totals = list.donorTotals.filter((total) => total.party === party);
  const printed = list.parties.find((each) => each.party === party)?.printedTotal ?? null;
  const computed = sum(totals.map(({ total }) => total));
  const heading = list.columns.find(({ key }) => key === 'total')?.heading.trim() ?? '';
  const text = textTotals(totals, problems, heading);
  const difference = minus(computed, printed ?? ZERO);
  return {
    party,
    donorTotals: totals.length,
    printed,
    computed,
    difference,
    textTotals: text,
    explained: difference === sum(text.map(({ amount }) => amount)),
  };
}

/** The parties of the summary in its order, then those that only have rows. */
export function partiesOf(list: PublishedList): readonly string[] {
  return [
    ...new Set([
      ...list.parties.map(({ party }) => party),
      ...list.donorTotals.map(({ party }) => party),
    ]),
  ];
}

/**
 * Compares what the list prints with what its rows add up to, to the cent, per party and in all.
 * Where they differ, it names the cells that a spreadsheet left out.
 */
export function reconcile(list: PublishedList, problems: readonly CellProblem[]): Reconciliation {
  const parties = partiesOf(list).map((party) => reconcileParty(list, party, problems));
  const computed = sum(parties.map((party): EuroCents => party.computed));
  const difference = minus(computed, list.printedTotal ?? ZERO);
  return {
    year: list.year,
    donorTotals: list.donorTotals.length,
    printed: list.printedTotal,
    computed,
    difference,
    reconciles: difference === 0 && parties.every((party) => party.difference === 0),
    parties,
    problems,
    notes: notesOn(list),
  };
}

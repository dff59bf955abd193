import { type EuroCents, minus, sum, ZERO } from '../../../legal/kernel/euro-cents';
import { type CellProblem, type DonorTotal, type PublishedList } from '../facts/published-list';
import {
  type PartyReconciliation,
  type Reconciliation,
  type TextTotal,
} from '../facts/reconciliation';
import { notesOn } from './notes';

type ProblemsByRow = ReadonlyMap<number, CellProblem>;

/** The cells of the total column that are text, by row. */
function textTotalCells(list: PublishedList, problems: readonly CellProblem[]): ProblemsByRow {
  const heading = list.columns.find(({ key }) => key === 'total')?.heading.trim() ?? '';
  return new Map(
    problems
      .filter(({ code, column }) => code === 'amount_as_text' && column === heading)
      .map((problem) => [problem.row, problem]),
  );
}

function textTotals(totals: readonly DonorTotal[], cells: ProblemsByRow): TextTotal[] {
  return totals.flatMap((total) => {
    const found = cells.get(total.row);
    if (found === undefined) return [];
    const { row, column, cell, value } = found;
    return [{ row, column, cell, value, amount: total.total }];
  });
}

function reconcileParty(
  party: string,
  printed: EuroCents | null,
  totals: readonly DonorTotal[],
  textCells: ProblemsByRow,
): PartyReconciliation {
  const computed = sum(totals.map(({ total }) => total));
  const text = textTotals(totals, textCells);
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

function totalsByParty(list: PublishedList): ReadonlyMap<string, readonly DonorTotal[]> {
  const found = new Map<string, DonorTotal[]>();
  for (const total of list.donorTotals) {
    const totals = found.get(total.party);
    if (totals === undefined) found.set(total.party, [total]);
    else totals.push(total);
  }
  return found;
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
  const printed = new Map(list.parties.map((each) => [each.party, each.printedTotal]));
  const totals = totalsByParty(list);
  const textCells = textTotalCells(list, problems);
  const parties = partiesOf(list).map((party) =>
    reconcileParty(party, printed.get(party) ?? null, totals.get(party) ?? [], textCells),
  );
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

import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { formatCount, formatEuro } from '../../../platform/rendering/format';
import { type ReconciliationNote, type Reconciliation } from '../facts/reconciliation';

const NOTES: Readonly<Record<ReconciliationNote['code'], string>> = {
  total_without_single_gifts: 'totals without single gifts (many gifts below the threshold)',
  total_below_single_gifts: 'totals below their single gifts (something was returned)',
  identical_gifts_same_day: 'pairs of identical gifts on one day (both count)',
  several_recipients: 'donors with several recipients of one party (one cap)',
  shared_beneficial_owner: 'persons behind several donors (a signal)',
  in_kind: 'donors with a gift in kind',
  estate: 'legacies or estates',
  shielded: 'shielded names',
  joint_donor: 'donors that are two persons',
};

function euros(amount: EuroCents | null): string {
  return amount === null ? 'not given' : formatEuro(amount, 'en');
}

function partyLines(report: Reconciliation): string[] {
  const width = Math.max(5, ...report.parties.map(({ party }) => party.length));
  const line = (party: string, ...rest: readonly string[]): string =>
    [party.padEnd(width), ...rest.map((text) => text.padStart(16))].join(' ');
  return [
    line('Party', 'donors', 'printed', 'rows', 'apart'),
    ...report.parties.map(({ party, donorTotals, printed, computed, difference }) =>
      line(
        party,
        formatCount(donorTotals, 'en'),
        euros(printed),
        euros(computed),
        euros(difference),
      ),
    ),
    line(
      'Total',
      formatCount(report.donorTotals, 'en'),
      euros(report.printed),
      euros(report.computed),
      euros(report.difference),
    ),
  ];
}

function reasonLines(report: Reconciliation): string[] {
  return report.parties
    .filter(({ difference }) => difference !== 0)
    .flatMap(({ party, difference, explained, textTotals }) => [
      `${party} is ${euros(difference)} apart. ` +
        (explained
          ? `${String(textTotals.length)} totals are text, which a spreadsheet does not add up:`
          : 'The cells found to be text do not explain it:'),
      ...textTotals.map(
        ({ row, column, cell, value, amount }) =>
          `  row ${String(row)}, column "${column}" (cell ${cell}): "${value.trim()}" is ${euros(amount)}`,
      ),
    ]);
}

function problemLines(report: Reconciliation): string[] {
  return report.problems.map(
    ({ row, column, cell, value, rule, mend }) =>
      `  row ${String(row)}, column "${column}" (cell ${cell}): "${value.trim()}". ${rule} ${mend}`,
  );
}

function noteLines(report: Reconciliation): string[] {
  const counts = new Map<ReconciliationNote['code'], number>();
  for (const { code } of report.notes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `  ${String(count)} ${NOTES[code]}`);
}

/** The report of an import for the person at the keyboard, line by line. */
export function reconciliationLines(report: Reconciliation): readonly string[] {
  const verdict = report.reconciles
    ? `The list of ${String(report.year)} reconciles to the cent.`
    : `The list of ${String(report.year)} does not reconcile.`;
  const problems = problemLines(report);
  const notes = noteLines(report);
  return [
    ...partyLines(report),
    verdict,
    ...reasonLines(report),
    ...(problems.length > 0 ? ['Cells to be mended in the source:', ...problems] : []),
    ...(notes.length > 0 ? ['Worth knowing, no errors:', ...notes] : []),
  ];
}

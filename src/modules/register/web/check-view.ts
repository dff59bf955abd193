import { euroCents, type EuroCents } from '../../../legal/kernel/euro-cents';
import { formatCount, formatDay, formatEuro } from '../../../platform/rendering/format';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Difference } from '../application/compare-versions';
import { type ListChange } from '../application/read-register';
import { type CellProblem } from '../facts/published-list';
import { type Reconciliation, type ReconciliationNote } from '../facts/reconciliation';
import { euros, type Reader } from './register-view';

function size(amount: EuroCents, { language }: Reader): string {
  return formatEuro(euroCents(Math.abs(amount)), language);
}

function explanations(report: Reconciliation, reader: Reader): readonly string[] {
  return report.parties
    .filter(({ difference }) => difference !== 0)
    .map(({ party, difference, explained, textTotals }) =>
      reader.t(explained ? 'register.check.explained' : 'register.check.unexplained', {
        party,
        difference: size(difference, reader),
        ...(explained ? { count: formatCount(textTotals.length, reader.language) } : {}),
      }),
    );
}

/** The verdict on the printed totals, with the cells that a spreadsheet did not add up. */
export function checkView(report: Reconciliation, reader: Reader): object {
  const { t } = reader;
  const title = report.difference > 0 ? 'register.check.lowTitle' : 'register.check.highTitle';
  const cells = report.parties.flatMap(({ party, textTotals }) =>
    textTotals.map(({ row, column, cell, value, amount }): readonly Cell[] => [
      cell,
      formatCount(row, reader.language),
      column,
      party,
      value.trim(),
      euros(amount, reader),
    ]),
  );
  return report.reconciles
    ? {
        kind: 'ok',
        title: t('register.check.sameTitle'),
        lines: [t('register.check.sameBody')],
        cells,
      }
    : {
        kind: 'warning',
        title: t(title, { difference: size(report.difference, reader) }),
        lines: explanations(report, reader),
        cells,
      };
}

export function problemRow(problem: CellProblem, { t }: Reader): readonly Cell[] {
  return [
    problem.cell,
    problem.column,
    problem.value.trim(),
    t(`register.problem.${problem.code}`),
    t(`register.problem.${problem.code}.mend`),
  ];
}

/** How often each kind of note occurs, in a fixed order. */
export function noteCounts(report: Reconciliation, { t, language }: Reader): readonly Cell[][] {
  const counts = new Map<string, number>();
  for (const { code } of report.notes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => [
    t(`register.note.${code}`),
    formatCount(count, language),
  ]);
}

/** Each note by itself; bare totals are only counted, as they are most of the list. */
export function noteRows(report: Reconciliation, reader: Reader): readonly Cell[][] {
  return report.notes
    .filter(({ code }) => code !== 'total_without_single_gifts')
    .map((note: ReconciliationNote) => [
      note.name ?? reader.t('register.rows.shielded'),
      note.parties.join(', '),
      reader.t(`register.note.${note.code}`),
      note.rows.join(', '),
      euros(note.amount, reader),
    ]);
}

function lagText({ lag }: Difference, { t, language }: Reader): string {
  if (lag === null) return '';
  const said = t('register.versions.lag', {
    receivedOn: formatDay(lag.receivedOn, language),
    days: formatCount(lag.days, language),
    lastDay: formatDay(lag.enforcedLastDay, language),
  });
  return lag.notice === 'in_time' ? said : `${said} ${t('register.versions.lagUnknown')}`;
}

function changeRow(difference: Difference, reader: Reader): readonly Cell[] {
  const { kind, party, affiliate, donor, before, after } = difference;
  const note = lagText(difference, reader);
  return [
    donor ?? reader.t('register.rows.shielded'),
    affiliate === null ? party : `${party}, ${affiliate}`,
    { text: reader.t(`register.change.${kind}`), ...(note === '' ? {} : { note }) },
    before === null ? '' : euros(before, reader),
    after === null ? '' : euros(after, reader),
  ];
}

export function versionView({ version, differences }: ListChange, reader: Reader): object {
  const { t, language } = reader;
  const seenOn = formatDay(version.seenOn, language);
  const name = String(version.version);
  const reason = version.correctionReason;
  return {
    id: `version-${name}`,
    text:
      version.version === 1
        ? t('register.versions.first', { seenOn })
        : t('register.versions.changed', { version: name, seenOn }),
    reason:
      version.version === 1
        ? ''
        : reason === null
          ? t('register.versions.noReason')
          : t('register.versions.reason', { reason }),
    caption: t('register.versions.caption', { version: name }),
    rows: differences.map((difference) => changeRow(difference, reader)),
  };
}

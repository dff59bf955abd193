import { type Words } from '../../../platform/rendering/words';
import { findingTextKey } from '../../judgements/public';
import { sayFault, sayWarning } from '../application/fault-words';
import { type ImportDonor, type ImportRun, type StoredRow } from '../application/read-imports';
import { type ImportKind } from '../layout/column';

type Badge = { readonly kind: string; readonly label: string };
type Cell =
  | string
  | {
      readonly text: string;
      readonly href?: string;
      readonly note?: string;
      readonly badge?: Badge;
    };

const STATES: Readonly<Record<ImportRun['state'], string>> = {
  waiting: 'info',
  refused: 'danger',
  read: 'warning',
  booking: 'info',
  booked: 'safe',
  cancelled: 'neutral',
};

export function stateBadge({ state }: ImportRun, { t }: Words): Badge {
  return { kind: STATES[state], label: t(`imports.state.${state}`) };
}

/** "14 juni 2025, 09.14 uur" is left to the words of the reader. */
export function runRow(
  run: ImportRun,
  moment: (at: string) => string,
  words: Words,
): readonly Cell[] {
  return [
    { text: run.fileName, href: `/inlezen/${run.id}` },
    kindWords(run, words),
    moment(run.requestedAt),
    rowsOf(run),
    { text: '', badge: stateBadge(run, words) },
  ];
}

function rowsOf({ rowsGood, rowsFaulty }: ImportRun): string {
  return String(rowsGood + rowsFaulty);
}

export function kindWords({ kind, year }: ImportRun, { t }: Words): string {
  const name = t(`imports.kind.${kind}`);
  return year === null ? name : `${name} ${String(year)}`;
}

function text(row: StoredRow, key: string): string {
  const value = row.content[key];
  return typeof value === 'string' ? value : '';
}

function euros(row: StoredRow, { euro }: Words): string {
  const value = row.content['amount'];
  return typeof value === 'number' ? euro(String(value)) : '';
}

function dayOf(row: StoredRow, key: string, { day }: Words): string {
  const value = text(row, key);
  return value === '' ? '' : day(value);
}

/** What a row says, in its two most telling parts. */
function saying(kind: ImportKind, row: StoredRow, words: Words): readonly [string, string] {
  const join = (...parts: readonly string[]): string =>
    parts.filter((one) => one !== '').join(', ');
  switch (kind) {
    case 'contributions':
      return [text(row, 'name'), join(dayOf(row, 'receivedOn', words), euros(row, words))];
    case 'donors':
      return [text(row, 'name'), text(row, 'residence')];
    case 'affiliates':
      return [text(row, 'name'), dayOf(row, 'from', words)];
    case 'debts':
      return [text(row, 'creditor'), join(dayOf(row, 'on', words), euros(row, words))];
    case 'look_through':
      return [text(row, 'name'), join(text(row, 'giverName'), euros(row, words))];
  }
}

function donorWords(donor: ImportDonor | undefined, { t }: Words): string {
  if (donor === undefined) return '';
  if (donor.donorId !== null) return t('imports.donor.known');
  const open = donor.certainty === 'doubt' && donor.decided === null;
  return t(open ? 'imports.donor.doubt' : 'imports.donor.new');
}

function outcomeOf(row: StoredRow, donor: ImportDonor | undefined, words: Words): Cell {
  const { t } = words;
  if (row.state === 'faulty')
    return { text: '', badge: { kind: 'danger', label: t('imports.row.faulty') } };
  const done = row.state === 'booked' ? 'imports.row.booked' : 'imports.row.good';
  const { findings = [], noticeBy = null } = row.meaning ?? {};
  const said = [
    donorWords(donor, words),
    ...(noticeBy === null ? [] : [t('imports.row.notice', { day: words.longDay(noticeBy) })]),
    ...new Set(findings.map((finding) => findingTitle(finding, words))),
  ];
  const serious = findings.some(({ severity }) => severity === 'finding');
  const kind = serious ? 'warning' : row.state === 'booked' ? 'safe' : 'neutral';
  return {
    text: '',
    note: said.filter((one) => one !== '').join('. '),
    badge: { kind, label: t(done) },
  };
}

type Found = NonNullable<StoredRow['meaning']>['findings'][number];

function findingTitle({ rule, outcome, severity }: Found, { t, texts }: Words): string {
  const key = `${findingTextKey({ rule, outcome } as Parameters<typeof findingTextKey>[0])}.title`;
  return texts.has(key) ? t(key) : t(`findings.severity.${severity}`);
}

/** Rows of cells: [rij, wat er staat, wat er gebeurt, wat op te lossen]. */
export function previewRow(
  kind: ImportKind,
  row: StoredRow,
  donor: ImportDonor | undefined,
  words: Words,
): readonly Cell[] {
  const [first, second] = saying(kind, row, words);
  const said = [
    ...row.faults.map((fault) => sayFault(fault, words)),
    ...row.warnings.map((warning) => sayWarning(warning, words)),
  ];
  const messages = said.map(({ place, value, rule, mend }) => {
    const last = place.split(', ').at(-1) ?? '';
    const where = last.slice(0, 1).toUpperCase() + last.slice(1);
    const seen = value === '' ? '' : ` "${value}".`;
    return `${where}:${seen} ${rule} ${mend}`.trim();
  });
  const place = row.sheet === '' ? String(row.row) : `${row.sheet} ${String(row.row)}`;
  return [
    place,
    { text: first === '' ? '-' : first, note: second },
    outcomeOf(row, donor, words),
    messages.join(' '),
  ];
}

/** Rows of cells: [plaats, gezien, regel, oplossing] of what is wrong with the table as a whole. */
export function tableFaults(run: ImportRun, words: Words): readonly (readonly Cell[])[] {
  const { faults = [], warnings = [] } = run.outcome ?? {};
  return [
    ...faults.map((fault) => sayFault(fault, words)),
    ...warnings.map((warning) => sayWarning(warning, words)),
  ].map(({ weight, place, value, rule, mend }) => [
    {
      text: place,
      badge: {
        kind: weight === 'fault' ? 'danger' : 'warning',
        label: words.t(`imports.weight.${weight}`),
      },
    },
    value,
    rule,
    mend,
  ]);
}

import { type Transaction } from '../../../platform/database/transaction';
import { type CellMark, markWorkbook } from '../../../platform/spreadsheet/mark-workbook';
import {
  type TemplateColumn,
  type TemplateKind,
  type TemplateSpec,
} from '../../../platform/spreadsheet/template';
import { writeTemplate } from '../../../platform/spreadsheet/write-template';
import { type Words } from '../../../platform/rendering/words';
import { type ReadRow } from '../../../platform/intake/public';
import { type Column, type ImportKind } from '../layout/column';
import { newestLayout, STAMP_PROPERTY, stampOf } from '../layout/layouts';
import { listRows, type StoredRow } from '../persistence/row.store';
import { type ImportRun } from '../persistence/run.store';
import { sayFault, sayWarning } from './fault-words';

// The same template gives the same bytes, so its moment is fixed.
const MADE = '2026-01-01T00:00:00.000Z';
const AUTHOR = 'Partijgiften';

const TEMPLATE_KINDS: Readonly<Record<Column['kind'], TemplateKind>> = {
  text: 'text',
  amount: 'amount',
  day: 'day',
  choice: 'choice',
  yes_no: 'yes_no',
  year: 'text',
  country: 'text',
  trade_register: 'text',
  iban: 'text',
  recipient: 'text',
  donor_number: 'text',
};

function templateColumn(kind: ImportKind, column: Column, words: Words): TemplateColumn {
  const { language, t, texts } = words;
  const own = `imports.help.${kind}.${column.key}`;
  const help = texts.has(own) ? own : `imports.help.${column.key}`;
  const choices =
    column.kind === 'yes_no'
      ? [t('imports.template.yes'), t('imports.template.no')]
      : column.choices.map((choice) => choice[language]);
  return {
    key: column.key,
    title: column.title[language],
    help: texts.has(help) ? t(help) : t(`imports.help.kind.${column.kind}`),
    width: column.width,
    kind: TEMPLATE_KINDS[column.kind],
    choices,
    required: column.required,
    ...(column.kind === 'amount' ? { leastCents: column.zero ? 0 : 1 } : {}),
  };
}

function specOf(kind: ImportKind, words: Words): TemplateSpec {
  const { language, t } = words;
  const layout = newestLayout(kind);
  const version = String(layout.version);
  const kinds = Object.fromEntries(
    (['text', 'amount', 'day', 'choice', 'yes_no'] as const).map((one) => [
      one,
      t(`imports.template.kind.${one}`),
    ]),
  ) as Record<TemplateKind, string>;
  return {
    title: t(`imports.template.title.${kind}`),
    author: AUTHOR,
    moment: MADE,
    properties: { [STAMP_PROPERTY]: stampOf(layout) },
    version: t('imports.template.version', { stamp: stampOf(layout), version }),
    paragraphs: [1, 2, 3].map((number) => t(`imports.template.paragraph${String(number)}`)),
    sheets: [
      {
        name: layout.sheet[language],
        columns: layout.columns.map((column) => templateColumn(kind, column, words)),
        examples: layout.examples,
      },
    ],
    words: {
      instructions: t('imports.template.instructions'),
      examples: t('imports.template.examples'),
      choices: t('imports.template.choices'),
      column: t('imports.template.column'),
      required: t('imports.template.required'),
      help: t('imports.template.help'),
      takes: t('imports.template.takes'),
      yes: t('imports.template.yes'),
      no: t('imports.template.no'),
      kinds,
      refused: t('imports.template.refused'),
    },
  };
}

/** The template of a kind as an XLSX file, in the language of the words. */
export function templateOf(kind: ImportKind, words: Words): Promise<Buffer> {
  return writeTemplate(specOf(kind, words));
}

function marksOf(row: StoredRow, words: Words): readonly CellMark[] {
  return [
    ...row.faults.map((fault) => ({ ...fault, ...sayFault(fault, words) })),
    ...row.warnings.map((warning) => ({ ...warning, ...sayWarning(warning, words) })),
  ];
}

function headingRows({ outcome }: ImportRun): readonly ReadRow[] {
  return (outcome?.headings ?? []).map(({ sheet, row, texts }) => ({
    sheet,
    row,
    hidden: false,
    cells: texts.map((text) => ({ kind: text === '' ? 'empty' : 'text', text })),
  }));
}

const MOST_ROWS = 20_000;

/**
 * The file as it was sent, with every fault and warning marked; with `onlyFaulty` only the rows that
 * are not booked, to be mended and sent again.
 */
export async function markedWorkbook(
  tx: Transaction,
  run: ImportRun,
  onlyFaulty: boolean,
  words: Words,
): Promise<Buffer> {
  const page = { filter: onlyFaulty ? 'faulty' : 'all', after: 0, limit: MOST_ROWS } as const;
  const many = run.rowsGood + run.rowsFaulty + run.rowsBooked > MOST_ROWS;
  const rows = await listRows(tx, run.id, many ? { ...page, filter: 'faulty' } : page);
  const { faults = [], warnings = [] } = run.outcome ?? {};
  const marks = [
    ...faults.map((fault) => ({ ...fault, ...sayFault(fault, words) })),
    ...warnings.map((warning) => ({ ...warning, ...sayWarning(warning, words) })),
    ...rows.flatMap((row) => marksOf(row, words)),
  ];
  const sent = rows.map(({ sheet, row, cells }) => ({ sheet, row, cells, hidden: false }));
  return markWorkbook([...headingRows(run), ...sent], marks, {
    title: words.t('imports.marked.title', { name: run.fileName }),
    author: AUTHOR,
    moment: run.requestedAt,
    properties: propertiesOf(run),
    template: (run.outcome?.version ?? null) === null ? null : specOf(run.kind, words),
    words: markedWords(run.kind, words),
  });
}

function propertiesOf({ outcome }: ImportRun): Readonly<Record<string, string>> {
  const stamp = outcome?.properties[STAMP_PROPERTY];
  return stamp === undefined ? {} : { [STAMP_PROPERTY]: stamp };
}

function markedWords(
  kind: ImportKind,
  { t, language }: Words,
): Parameters<typeof markWorkbook>[2]['words'] {
  return {
    sheet: t('imports.marked.sheet'),
    intro: [t('imports.marked.intro1'), t('imports.marked.intro2')],
    place: t('imports.column.place'),
    weight: t('imports.column.weight'),
    value: t('imports.column.value'),
    rule: t('imports.column.rule'),
    mend: t('imports.column.mend'),
    fault: t('imports.weight.fault'),
    warning: t('imports.weight.warning'),
    wholeFile: t('imports.place.file'),
    more: t('imports.marked.more'),
    csvSheet: newestLayout(kind).sheet[language],
  };
}

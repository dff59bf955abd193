import { type Words } from '../../../platform/rendering/words';
import { type CellFault, type CellWarning } from '../checks/fault';
import { newestLayout } from '../layout/layouts';
import { IMPORT_KINDS, type ImportKind } from '../layout/column';

/** A fault or warning as a person reads it. */
export interface SaidFault {
  readonly weight: 'fault' | 'warning';
  /** "Blad Giften, rij 5, kolom C (Bedrag)" */
  readonly place: string;
  readonly value: string;
  readonly rule: string;
  /** '' for a warning, which says it in one. */
  readonly mend: string;
}

const CENTS = new Set(['market', 'right', 'cents']);
const DAYS = new Set(['day', 'from']);
const KINDS = new Set(['named', 'kind']);

function spoken(name: string, value: string, { euro, day, t }: Words): string {
  if (CENTS.has(name)) return euro(value);
  if (DAYS.has(name)) return day(value);
  const isKind = KINDS.has(name) && IMPORT_KINDS.some((kind) => kind === value);
  return isKind ? t(`imports.kind.${value}`).toLowerCase() : value;
}

/** "Bedrag" for a cell of which the heading is not known is the letter of its column. */
function valuesOf(fault: CellFault | CellWarning, words: Words): Readonly<Record<string, string>> {
  const params = Object.entries(fault.params).map(([name, value]) => [
    name,
    spoken(name, value, words),
  ]);
  return { heading: fault.column, ...(Object.fromEntries(params) as Record<string, string>) };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function placeOf(
  { sheet, row, column, params }: CellFault | CellWarning,
  { t }: Words,
): string {
  const onSheet = sheet === '' ? '' : t('imports.place.sheet', { sheet });
  if (row === 0) return sheet === '' ? t('imports.place.file') : capital(onSheet);
  const atRow = t('imports.place.row', { row: String(row) });
  const { heading } = params;
  const inColumn =
    column === ''
      ? ''
      : heading === undefined
        ? t('imports.place.column', { column })
        : t('imports.place.heading', { column, heading });
  return capital([onSheet, atRow, inColumn].filter((part) => part !== '').join(', '));
}

export function sayFault(fault: CellFault, words: Words): SaidFault {
  const values = valuesOf(fault, words);
  return {
    weight: 'fault',
    place: placeOf(fault, words),
    value: fault.value,
    rule: words.t(`imports.fault.${fault.code}`, values),
    mend: words.t(`imports.fault.${fault.code}.mend`, values),
  };
}

export function sayWarning(warning: CellWarning, words: Words): SaidFault {
  return {
    weight: 'warning',
    place: placeOf(warning, words),
    value: warning.value,
    rule: words.t(`imports.warning.${warning.code}`, valuesOf(warning, words)),
    mend: '',
  };
}

/** Where a row says nothing of its own, such as a key of its layout. */
export function titleOf(kind: ImportKind, key: string, { language }: Words): string {
  return newestLayout(kind).columns.find((column) => column.key === key)?.title[language] ?? key;
}

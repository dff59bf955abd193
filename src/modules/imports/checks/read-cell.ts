import { plainDate } from '../../../legal/kernel/plain-date';
import { type ReadCell } from '../../../platform/intake/public';
import { type Column, type ColumnKind } from '../layout/column';
import { holdsBidi, holdsControl, tidy } from './cell-text';
import { type CheckContext } from './context';
import { type DayBounds, readDayCell } from './read-day';
import { readAmountCell } from './read-amount';
import { means, type Reading, wrong } from './reading';
import { readRecipient } from './read-recipient';
import {
  readChoice,
  readCountry,
  readDonorNumber,
  readIban,
  readTradeRegister,
  readYear,
  readYesNo,
} from './read-words';

const ACT_BEGAN = plainDate('2013-05-01');
const FIRST_DAY = plainDate('1900-01-01');

function boundsOf(column: Column, { today, year, kind }: CheckContext): DayBounds {
  const act = kind === 'contributions' && column.key === 'receivedOn';
  return act
    ? { today, year, first: ACT_BEGAN, tooEarly: 'day.before_act' }
    : { today, year, first: FIRST_DAY, tooEarly: 'day.too_early' };
}

/** What no cell of whatever kind may hold. */
function unfit(cell: ReadCell): Reading | null {
  if (cell.kind === 'formula') return wrong('cell.formula');
  if (cell.kind === 'error') return wrong('cell.error');
  if (holdsControl(cell.text)) return wrong('text.control');
  return holdsBidi(cell.text) ? wrong('text.bidi') : null;
}

function readText(text: string, column: Column): Reading {
  const { length } = Array.from(text);
  if (length > column.longest)
    return wrong('text.too_long', { longest: String(column.longest), length: String(length) });
  return means(text);
}

type Read = (text: string, column: Column, context: CheckContext) => Reading;
type Worded = Exclude<ColumnKind, 'amount' | 'day'>;

const READS: Readonly<Record<Worded, Read>> = {
  text: readText,
  choice: readChoice,
  yes_no: readYesNo,
  year: readYear,
  country: readCountry,
  trade_register: readTradeRegister,
  iban: readIban,
  recipient: (text, _column, { members }) => readRecipient(text, members),
  donor_number: readDonorNumber,
};

/** Text with blanks around it is read as if they were not there, and that is said. */
function readAsWords(
  cell: ReadCell,
  column: Column & { readonly kind: Worded },
  context: CheckContext,
): Reading {
  const text = tidy(cell.text);
  const reading = READS[column.kind](text, column, context);
  const changed = cell.text !== text && cell.text.trim() !== cell.text;
  if (reading.fault !== null || !changed || column.kind !== 'text') return reading;
  return { ...reading, warning: 'text.trimmed' };
}

/** What a filled cell means in its column. */
export function readCell(cell: ReadCell, column: Column, context: CheckContext): Reading {
  const no = unfit(cell);
  if (no !== null) return no;
  const bare = { kind: cell.kind, text: cell.kind === 'text' ? tidy(cell.text) : cell.text };
  const { kind } = column;
  if (kind === 'amount') return readAmountCell(bare, column.zero);
  if (kind === 'day') return readDayCell(bare, column, boundsOf(column, context));
  if (cell.kind === 'day' && kind !== 'text') return wrong('cell.kind');
  return readAsWords(cell, { ...column, kind }, context);
}

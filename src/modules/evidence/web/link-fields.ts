import { formText } from '../../../platform/http/body';
import { type Typed } from '../../../platform/http/form-faults';
import { MOST_GIVERS } from '../application/donor-answer';
import { type OpenLink } from '../application/answer-link';

export type Step = 1 | 2 | 3;

const ROWS_AT_FIRST = 3;
const ROWS_MORE = 5;
const PARTS = ['Name', 'Address', 'Residence', 'Amount'] as const;

const DECLARATION = {
  1: ['by', 'dutchNational', 'age', 'bornOn'],
  2: ['residence', 'country', 'ground', 'disenfranchised'],
  3: ['signedBy', 'truth', 'mandate'],
} as const;

export function numbersTo(rows: number): readonly string[] {
  return Array.from({ length: rows }, (_, index) => String(index + 1));
}

export function giverField(row: string, part: (typeof PARTS)[number]): string {
  return `giver${row}${part}`;
}

/** The rows in which anything was typed. */
export function typedRows(typed: Typed, rows: number): readonly string[] {
  return numbersTo(rows).filter((row) =>
    PARTS.some((part) => (typed[giverField(row, part)] ?? '') !== ''),
  );
}

/** What was sent of the form: the step it was on, what was pressed, and everything typed so far. */
export interface SentForm {
  readonly step: Step;
  readonly pressed: string;
  readonly rows: number;
  readonly once: string;
  readonly typed: Typed;
}

function stepOf(text: string): Step {
  return text === '3' ? 3 : text === '2' ? 2 : 1;
}

/** The fields of a step, in their order on the page. */
export function fieldsOfStep(kind: OpenLink['kind'], step: Step, rows: number): readonly string[] {
  if (kind === 'declaration') return DECLARATION[step];
  if (step === 1) return ['signedBy', 'signedAs'];
  if (step === 3) return ['truth', 'mandate'];
  return [
    'anybody',
    ...numbersTo(rows).flatMap((row) => PARTS.map((part) => giverField(row, part))),
  ];
}

export function readForm(kind: OpenLink['kind'], body: unknown): SentForm {
  const sent = formText(body, 'rows');
  const asked = /^\d{1,3}$/.test(sent) ? Number(sent) : ROWS_AT_FIRST;
  const rows = Math.min(Math.max(asked, 1), MOST_GIVERS);
  const names = ([1, 2, 3] as const).flatMap((step) => fieldsOfStep(kind, step, rows));
  return {
    step: stepOf(formText(body, 'stap')),
    pressed: formText(body, 'do'),
    rows,
    once: formText(body, 'once'),
    typed: Object.fromEntries(names.map((name) => [name, formText(body, name).trim()])),
  };
}

export function emptyForm(once: string): SentForm {
  return { step: 1, pressed: '', rows: ROWS_AT_FIRST, once, typed: {} };
}

export function moreRows(rows: number): number {
  return Math.min(rows + ROWS_MORE, MOST_GIVERS);
}

import { type FormError } from '../rendering/page-parts';
import { type TextValues } from '../rendering/texts';
import { type Words } from '../rendering/words';
import { Problem, type ProblemPart } from './problem';

/** What a person typed, by the name of the field. */
export type Typed = Readonly<Record<string, string>>;

/**
 * The faults that a refusal names.
 *
 * @throws the error itself when it is no refusal of the input.
 */
export function faultsIn(error: unknown): readonly ProblemPart[] {
  if (error instanceof Problem) {
    if (error.status === 400 && error.errors.length > 0) return error.errors;
    if (error.code === 'idempotency.other_request')
      return [{ in: 'body', location: '', code: 'form.sent_before', detail: error.detail }];
  }
  throw error;
}

/** '/receivedOn' is the field receivedOn. */
export function fieldOf(location: string): string {
  return location.replace(/^\//, '');
}

/** From the faults of an API body to messages at the fields of a form. */
export interface FaultWording {
  readonly typed: Typed;
  readonly words: Words;
  readonly fieldOf?: (location: string) => string;
  /** Values for the places in the texts, beside {typed}. */
  readonly values?: TextValues;
}

/** Codes that say how a value is written: of an empty field they only say that it is empty. */
const OF_THE_SHAPE = /^(?:text|date|id|choice|number)\.|^amount$/;

function messageFor(field: string, code: string, wording: FaultWording): string {
  const { words, typed, values } = wording;
  const empty = (typed[field] ?? '').trim() === '';
  const absent = empty && field !== '';
  const keys = [
    ...(absent ? [`forms.missing.${field}`] : []),
    `forms.fault.${code}.${field}`,
    ...(absent && OF_THE_SHAPE.test(code) ? ['forms.missing'] : []),
    `forms.fault.${code}`,
  ];
  const key = keys.find((candidate) => words.texts.has(candidate)) ?? 'forms.fault';
  return words.t(key, { typed: typed[field] ?? '', ...values });
}

/** One message for each field, in the order of `order`; the others come last. */
export function formErrors(
  faults: readonly ProblemPart[],
  order: readonly string[],
  wording: FaultWording,
): readonly FormError[] {
  const place = wording.fieldOf ?? fieldOf;
  const messages = new Map<string, string>();
  for (const { location, code } of faults) {
    const named = place(location);
    const field = order.includes(named) ? named : '';
    if (!messages.has(field)) messages.set(field, messageFor(field, code, wording));
  }
  const rank = (field: string): number =>
    order.includes(field) ? order.indexOf(field) : order.length;
  return [...messages]
    .map(([field, message]) => ({ field, message }))
    .sort((a, b) => rank(a.field) - rank(b.field));
}

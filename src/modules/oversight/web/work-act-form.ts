import { addDays, type PlainDate } from '../../../legal/kernel/plain-date';
import { formList, formText } from '../../../platform/http/body';
import { isId } from '../../../platform/ids/id';
import { formatDayInput } from '../../../platform/rendering/format';
import { readDay } from '../../../platform/rendering/form-input';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Picked, type WorkAct } from '../application/act-on-work';
import { filterFrom, hrefOf } from './work-address';

export const ACTS = ['assign', 'set_aside', 'take_up', 'judge'] as const;
export type ActName = (typeof ACTS)[number];

/** In the list of colleagues: nobody. */
export const NOBODY = 'niemand';
const MOST = 200;
const LONGEST_REASON = 500;

export function actIn(body: unknown): ActName | null {
  const typed = formText(body, 'act');
  return ACTS.find((act) => act === typed) ?? null;
}

/** The rows that were ticked, as they were seen; each once. */
export function pickedIn(body: unknown): readonly Picked[] {
  const found = new Map<string, Picked>();
  for (const text of formList(body, 'items').slice(0, MOST)) {
    const [id = '', version = ''] = text.split(':');
    if (isId(id) && /^[1-9]\d{0,8}$/.test(version)) found.set(id, { id, version: Number(version) });
  }
  return [...found.values()];
}

/** One row, in a field of its own. */
export function onePicked(body: unknown): readonly Picked[] {
  return pickedIn({ items: [formText(body, 'picked')] });
}

/** Where the list stands to which one goes back. */
export function backIn(body: unknown): string {
  const query = Object.fromEntries(new URLSearchParams(formText(body, 'terug')));
  return hrefOf(filterFrom(query));
}

export interface TypedAct {
  readonly act: ActName;
  readonly to: string;
  readonly until: string;
  readonly reason: string;
}

export function typedIn(body: unknown, act: ActName): TypedAct {
  const text = (name: string): string => formText(body, name).trim();
  return { act, to: text('to'), until: text('until'), reason: text('reason') };
}

/** The fields that are wrong, in the order of the form. */
function faultyFields({ act, to, until, reason }: TypedAct, today: PlainDate): readonly string[] {
  const day = readDay(until);
  const faults = {
    to: act === 'assign' && to === '',
    until: act === 'set_aside' && (day === undefined || day <= today),
    reason: reason.length > LONGEST_REASON || (act !== 'assign' && reason === ''),
  };
  return Object.entries(faults).flatMap(([field, wrong]) => (wrong ? [field] : []));
}

function actOf({ act, to, until, reason }: TypedAct, today: PlainDate): WorkAct {
  if (act === 'assign')
    return { act, to: to === NOBODY ? null : to, reason: reason === '' ? null : reason };
  return act === 'set_aside' ? { act, until: readDay(until) ?? today, reason } : { act, reason };
}

/** What was asked, or every fault at once. */
export function readAct(
  typed: TypedAct,
  today: PlainDate,
  words: Words,
): { readonly act: WorkAct | null; readonly errors: readonly FormError[] } {
  const example = formatDayInput(addDays(today, 7));
  const errors = faultyFields(typed, today).map((field) => ({
    field,
    message: words.t(`work.fault.${field}`, { example }),
  }));
  return { act: errors.length > 0 ? null : actOf(typed, today), errors };
}

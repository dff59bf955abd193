import { type FineSchedule } from '../../../legal/fines/fine-schedule';
import { plainDate, yearOf, type PlainDate } from '../../../legal/kernel/plain-date';
import { parameterOf } from '../../../legal/parameters';
import {
  type OtherValue,
  TRIED_PARAMETERS,
  type TriedParameter,
} from '../../../legal/what-if/other-law';
import { formText } from '../../../platform/http/body';
import { type Typed } from '../../../platform/http/form-faults';
import { readAmount, readDay } from '../../../platform/rendering/form-input';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Definition, NAMED_SET_KEYS } from '../application/simulations';

/** The first day of the Wfpp: before it there is nothing to try. */
const FIRST_DAY = plainDate('2013-05-01');
const NO_DAY = plainDate('1900-01-01');
const LONGEST_NAME = 200;
const MOST_DAYS = 60;

/** Words that a parameter can have as its value. */
export const WORD_VALUES: Readonly<Partial<Record<TriedParameter, readonly string[]>>> = {
  notice_reading: ['working_days', 'statute'],
  'cap.counting': ['together', 'apart'],
  foreign_gifts: ['banned', 'allowed'],
};

/** The name of the field of a parameter; a point has a meaning in a form. */
export function fieldOfParameter(key: TriedParameter): string {
  return `p_${key.replace('.', '_')}`;
}

export function kindOf(key: TriedParameter): 'money' | 'days' | 'word' {
  const { unit } = parameterOf(key);
  return unit === 'cents' ? 'money' : unit === 'days' ? 'days' : 'word';
}

const OTHERS = ['naam', 'set', 'vanaf', 'jaarVan', 'jaarTot', 'schema'] as const;

export const SIMULATION_FIELDS: readonly string[] = [
  'naam',
  'set',
  ...TRIED_PARAMETERS.map(fieldOfParameter),
  'schema',
  'vanaf',
  'jaarVan',
  'jaarTot',
];

export function readTyped(body: unknown): Typed {
  const names = [...OTHERS, ...TRIED_PARAMETERS.map(fieldOfParameter)];
  return Object.fromEntries(names.map((name) => [name, formText(body, name).trim()]));
}

type Read<T> = { readonly value: T } | { readonly error: FormError };

function numberIn(key: TriedParameter, text: string, words: Words): number | null {
  if (kindOf(key) === 'days') {
    const days = /^\d{1,2}$/.test(text) ? Number(text) : 0;
    return days >= 1 && days <= MOST_DAYS ? days : null;
  }
  const cents = readAmount(text, words.language);
  return cents === undefined || cents < 0 ? null : cents;
}

const FAULT = { money: 'amount', days: 'days', word: 'word' } as const;

function valueIn(key: TriedParameter, typed: Typed, words: Words): Read<OtherValue | null> {
  const field = fieldOfParameter(key);
  const text = typed[field] ?? '';
  if (text === '') return { value: null };
  const kind = kindOf(key);
  const word = WORD_VALUES[key]?.find((one) => one === text) ?? null;
  const value = kind === 'word' ? word : numberIn(key, text, words);
  if (value !== null) return { value: { key, value } };
  const values = { typed: text, most: String(MOST_DAYS) };
  return { error: { field, message: words.t(`simulation.fault.${FAULT[kind]}`, values) } };
}

function yearIn(text: string): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= yearOf(FIRST_DAY) && year <= 2100 ? year : null;
}

function yearFaults(typed: Typed, words: Words): readonly FormError[] {
  const [from, until] = [yearIn(typed['jaarVan'] ?? ''), yearIn(typed['jaarTot'] ?? '')];
  const message = words.t('simulation.fault.year');
  const wrong = [
    ...(from === null ? [{ field: 'jaarVan', message }] : []),
    ...(until === null ? [{ field: 'jaarTot', message }] : []),
  ];
  if (from === null || until === null || from <= until) return wrong;
  return [{ field: 'jaarTot', message: words.t('simulation.fault.years') }];
}

export interface ReadForm {
  readonly name: string;
  readonly definition: Definition;
}

function nameFaults(name: string, { t }: Words): readonly FormError[] {
  if (name === '') return [{ field: 'naam', message: t('simulation.fault.name') }];
  if (name.length <= LONGEST_NAME) return [];
  return [{ field: 'naam', message: t('simulation.fault.nameLong') }];
}

function otherFaults(
  typed: Typed,
  { schedule, from }: Pick<Definition, 'schedule' | 'from'>,
  { t }: Words,
): readonly FormError[] {
  const meant = (typed['schema'] ?? '') === (schedule?.version ?? '');
  return [
    ...(meant ? [] : [{ field: 'schema', message: t('simulation.fault.word') }]),
    ...(from < FIRST_DAY ? [{ field: 'vanaf', message: t('simulation.fault.from') }] : []),
  ];
}

function givenIn(read: Read<OtherValue | null>): readonly OtherValue[] {
  return 'value' in read && read.value !== null ? [read.value] : [];
}

/** The definition that was asked for, or everything that is wrong, at its fields. */
export function definitionIn(
  typed: Typed,
  schedules: readonly FineSchedule[],
  words: Words,
): ReadForm | readonly FormError[] {
  const name = typed['naam'] ?? '';
  const values = TRIED_PARAMETERS.map((key) => valueIn(key, typed, words));
  const from = readDay(typed['vanaf'] ?? '') ?? NO_DAY;
  const schedule = schedules.find(({ version }) => version === typed['schema']) ?? null;
  const errors: readonly FormError[] = [
    ...nameFaults(name, words),
    ...values.flatMap((read) => ('error' in read ? [read.error] : [])),
    ...otherFaults(typed, { schedule, from }, words),
    ...yearFaults(typed, words),
  ];
  if (errors.length > 0) return errors;
  const set = NAMED_SET_KEYS.find((one) => one === typed['set']) ?? 'own';
  const own = values.flatMap(givenIn);
  const [yearFrom, yearUntil] = [Number(typed['jaarVan']), Number(typed['jaarTot'])];
  return { name, definition: { set, own, from, yearFrom, yearUntil, schedule } };
}

/** What an empty form begins with. */
export function typedAtFirst(today: PlainDate): Typed {
  return { set: 'own', vanaf: '01-01-2023', jaarVan: '2023', jaarTot: String(yearOf(today)) };
}

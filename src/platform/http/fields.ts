import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy, ValidateIf } from 'class-validator';
import { isPlainDate } from '../../legal/kernel/plain-date';
import { isId } from '../ids/id';

/** What every field of a request has: an example for the OpenAPI document, and may it be absent. */
export interface FieldOptions {
  readonly example: string | number | boolean;
  readonly description?: string;
  readonly optional?: boolean;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

/** One rule on a property: its stable code, the test, and what to do instead. */
export function rule(
  code: string,
  holds: (value: unknown) => boolean,
  mend: string,
): PropertyDecorator {
  return ValidateBy(
    {
      name: code,
      validator: {
        validate: holds,
        defaultMessage: (given) =>
          `${given?.property ?? 'The value'} is ${shown(given?.value)}. ${mend}`,
      },
    },
    { context: { code } },
  );
}

function field(
  options: FieldOptions,
  schema: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const optional = options.optional === true;
  const property = ApiProperty({
    ...schema,
    example: options.example,
    required: !optional,
    ...(options.description === undefined ? {} : { description: options.description }),
  } as ApiPropertyOptions);
  // An absent field is skipped; null is a value, and a wrong one.
  const presence = optional ? [ValidateIf((_, value) => value !== undefined)] : [];
  return applyDecorators(property, ...presence, ...rules);
}

// Line feed is the one control character a text may hold.
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/;
const BIDI_OR_TAG = /[\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;
const segmenter = new Intl.Segmenter('nl');

function readsAsShown(value: unknown): boolean {
  return typeof value !== 'string' || !(CONTROL.test(value) || BIDI_OR_TAG.test(value));
}

function lengthWithin(value: unknown, min: number, max: number): boolean {
  if (typeof value !== 'string' || Buffer.byteLength(value) > max * 4) return false;
  const length = [...segmenter.segment(value)].length;
  return length >= min && length <= max;
}

/** A text of `min` (1) to `max` (200) characters, kept in Unicode's composed form and trimmed. */
export function TextField(
  options: FieldOptions & {
    readonly min?: number;
    readonly max?: number;
    readonly pattern?: RegExp;
  },
): PropertyDecorator {
  const { min = 1, max = 200, pattern } = options;
  const bounds = `Give a text of ${String(min)} to ${String(max)} characters.`;
  const shape = pattern === undefined ? {} : { pattern: pattern.source };
  const tests = [
    rule('text.length', (value) => lengthWithin(value, min, max), bounds),
    rule('text.control_char', readsAsShown, 'Leave out characters that cannot be seen.'),
  ];
  if (pattern !== undefined) {
    const mend = `Write it as ${String(options.example)}.`;
    tests.push(rule('text.format', (v) => typeof v === 'string' && pattern.test(v), mend));
  }
  const tidy = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().normalize('NFC') : value,
  );
  const schema = { type: 'string', minLength: min, maxLength: max, ...shape } as const;
  return applyDecorators(tidy, field(options, schema, ...tests));
}

/** A calendar day, yyyy-mm-dd; never an instant. Its value is a PlainDate. */
export function DayField(options: FieldOptions): PropertyDecorator {
  const holds = (value: unknown): boolean => typeof value === 'string' && isPlainDate(value);
  const mend = 'Give a day that exists, written yyyy-mm-dd.';
  return field(options, { type: 'string', format: 'date' }, rule('date.format', holds, mend));
}

function isIdValue(value: unknown): boolean {
  return typeof value === 'string' && isId(value);
}

/** The identifier of something, as the API gave it. */
export function IdField(options: FieldOptions): PropertyDecorator {
  const mend = 'Give the identifier (UUID, lower case) that the API gave.';
  return field(options, { type: 'string', format: 'uuid' }, rule('id.format', isIdValue, mend));
}

/** One of a fixed list of words. */
export function ChoiceField(
  options: FieldOptions & { readonly choices: readonly string[] },
): PropertyDecorator {
  const { choices } = options;
  const holds = (value: unknown): boolean => typeof value === 'string' && choices.includes(value);
  const mend = `Choose one of: ${choices.join(', ')}.`;
  const schema = { type: 'string', enum: [...choices] } as const;
  return field(options, schema, rule('choice.unknown', holds, mend));
}

export function BooleanField(options: FieldOptions): PropertyDecorator {
  const holds = (value: unknown): boolean => typeof value === 'boolean';
  return field(options, { type: 'boolean' }, rule('boolean', holds, 'Give true or false.'));
}

interface Bounds {
  readonly min: number;
  readonly max: number;
}

function within(value: unknown, { min, max }: Bounds): boolean {
  return Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max;
}

/** A whole number in a body. */
export function IntegerField(options: FieldOptions & Bounds): PropertyDecorator {
  const { min, max } = options;
  const mend = `Give a whole number from ${String(min)} to ${String(max)}.`;
  const schema = { type: 'integer', minimum: min, maximum: max } as const;
  return field(
    options,
    schema,
    rule('number.range', (value) => within(value, options), mend),
  );
}

/** An amount in whole euro cents: 1000000 is EUR 10,000.00. At least 1 cent unless `min` is given. */
export function CentsField(options: FieldOptions & Partial<Bounds>): PropertyDecorator {
  const { min = 1, max = 100_000_000_000 } = options;
  const mend = `Give whole euro cents, as a number from ${String(min)} to ${String(max)}.`;
  const schema = { type: 'integer', format: 'int64', minimum: min, maximum: max } as const;
  return field(
    options,
    schema,
    rule('amount', (value) => within(value, { min, max }), mend),
  );
}

/** A whole number in the query of an address. */
export function QueryInteger(options: FieldOptions & Bounds): PropertyDecorator {
  const read = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^(0|[1-9]\d{0,9})$/.test(value) ? Number(value) : value,
  );
  return applyDecorators(read, IntegerField(options));
}

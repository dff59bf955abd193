import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { notFound, problem, type ProblemPart } from './problem';
import { isId } from '../ids/id';

const RULES = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true } as const;

/** Codes of class-validator's own decorators; those of fields.ts bring their own. */
const CODES: Readonly<Record<string, string>> = {
  whitelistValidation: 'field.unknown',
  isDefined: 'field.required',
  isNotEmpty: 'field.required',
  isUuid: 'id.format',
  isDateString: 'date.format',
  isISO8601: 'date.format',
  isEmail: 'email.format',
  isIn: 'choice.unknown',
  isInt: 'number.integer',
  min: 'number.range',
  max: 'number.range',
  minLength: 'text.length',
  maxLength: 'text.length',
  isLength: 'text.length',
  matches: 'text.format',
};

function codeOf(error: ValidationError, constraint: string): string {
  const context = error.contexts?.[constraint] as { code?: string } | undefined;
  return context?.code ?? CODES[constraint] ?? `value.${constraint}`;
}

function pointer(parent: string, property: string): string {
  return `${parent}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function partsOf(
  errors: readonly ValidationError[],
  place: 'body' | 'query' | 'path',
  parent = '',
): readonly ProblemPart[] {
  return errors.flatMap((error) => {
    const path = pointer(parent, error.property);
    const own = Object.entries(error.constraints ?? {}).map(([constraint, detail]) => ({
      in: place,
      location: place === 'body' ? path : path.slice(1),
      code: codeOf(error, constraint),
      detail,
    }));
    return [...own, ...partsOf(error.children ?? [], place, path)];
  });
}

export type Checked<T> =
  | { readonly value: T; readonly errors: readonly [] }
  | { readonly value: null; readonly errors: readonly ProblemPart[] };

/**
 * Turns plain input into an instance of `type` and checks it: unknown fields are faults, and all
 * faults are found in one go. For forms; API controllers get it through the global pipe.
 */
export function check<T extends object>(
  type: ClassConstructor<T>,
  input: unknown,
  place: 'body' | 'query' | 'path' = 'body',
): Checked<T> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const detail = 'The body must be one object, {...}.';
    return { value: null, errors: [{ in: place, location: '', code: 'body.object', detail }] };
  }
  const value = plainToInstance(type, input);
  const errors = validateSync(value, RULES);
  return errors.length === 0
    ? { value, errors: [] }
    : { value: null, errors: partsOf(errors, place) };
}

const PLACES = { body: 'body', query: 'query', param: 'path' } as const;
const PLAIN: readonly unknown[] = [String, Number, Boolean, Array, Object, undefined];

/** Checks every @Body(), @Query() and @Param() that is typed with a class. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'custom' || PLAIN.includes(metatype)) return value;
    const place = PLACES[type];
    const checked = check(metatype as ClassConstructor<object>, value ?? {}, place);
    if (checked.value !== null) return checked.value;
    const count = checked.errors.length;
    const detail = count === 1 ? checked.errors[0]?.detail : `${String(count)} things are wrong.`;
    throw problem(400, 'input.invalid', detail ?? '', checked.errors);
  }
}

/** `@Param('id', IdPipe) id: string`: what is no identifier gets the answer of one unknown. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw notFound();
    return value;
  }
}

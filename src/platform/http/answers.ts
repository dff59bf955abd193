import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

/*
 * What a field of an answer looks like, for the OpenAPI document. The counterpart of fields.ts:
 * a body is checked against its fields, an answer is described by these.
 */

interface AnswerOptions {
  readonly description?: string;
  readonly nullable?: boolean;
}

function described(schema: ApiPropertyOptions, options: AnswerOptions): PropertyDecorator {
  const { description, nullable } = options;
  return ApiProperty({
    ...schema,
    ...(description === undefined ? {} : { description }),
    ...(nullable === true ? { nullable } : {}),
  });
}

const ID = '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11';

export function AnswerId(options: AnswerOptions = {}): PropertyDecorator {
  return described({ type: 'string', format: 'uuid', example: ID }, options);
}

/** A calendar day, yyyy-mm-dd. */
export function AnswerDay(options: AnswerOptions = {}): PropertyDecorator {
  return described({ type: 'string', format: 'date', example: '2025-04-17' }, options);
}

/** An instant in UTC, to the microsecond. */
export function AnswerMoment(options: AnswerOptions = {}): PropertyDecorator {
  const example = '2025-04-25T08:00:00.000000Z';
  return described({ type: 'string', format: 'date-time', example }, options);
}

/** Whole euro cents; below zero only where the description says so. */
export function AnswerCents(options: AnswerOptions = {}): PropertyDecorator {
  return described({ type: 'integer', format: 'int64', example: 1_000_000 }, options);
}

export function AnswerNumber(example: number, options: AnswerOptions = {}): PropertyDecorator {
  return described({ type: 'integer', example }, options);
}

export function AnswerText(example: string, options: AnswerOptions = {}): PropertyDecorator {
  return described({ type: 'string', maxLength: 2000, example }, options);
}

export function AnswerFlag(options: AnswerOptions = {}): PropertyDecorator {
  return described({ type: 'boolean', example: true }, options);
}

/** One of a fixed list of words. */
export function AnswerWord(
  choices: readonly string[],
  options: AnswerOptions = {},
): PropertyDecorator {
  return described({ type: 'string', enum: [...choices], example: choices[0] }, options);
}

/** A list of codes. */
export function AnswerCodes(example: string, options: AnswerOptions = {}): PropertyDecorator {
  const items = { type: 'string', maxLength: 200 } as const;
  return described({ type: 'array', items, maxItems: 1000, example: [example] }, options);
}

type Shape = new () => object;

export function AnswerPart(type: () => Shape, options: AnswerOptions = {}): PropertyDecorator {
  // Swagger takes a function for a lazy type only when its name is 'type'.
  return described({ type: () => type() }, options);
}

export function AnswerList(type: () => Shape, options: AnswerOptions = {}): PropertyDecorator {
  return described({ type: () => [type()], maxItems: 10_000 }, options);
}

class LinkAnswer {
  @AnswerText('/v1/contributions?cursor=WyIyMDI1LTA0LTE3Il0')
  readonly href!: string;
}

/** The links of a page of a list; `next` is absent on the last. */
export class LinksAnswer {
  @AnswerPart(() => LinkAnswer)
  readonly self!: LinkAnswer;

  @ApiProperty({ type: LinkAnswer, required: false })
  readonly next?: LinkAnswer;
}

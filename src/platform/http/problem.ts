/** One fault in the input. `location` is a JSON Pointer (body) or the name of a parameter. */
export interface ProblemPart {
  readonly in: 'body' | 'query' | 'path' | 'header';
  readonly detail: string;
  readonly location: string;
  /** Stable, such as 'date.format': programs may rely on it, on `detail` they may not. */
  readonly code: string;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not valid',
  401: 'Sign in first',
  403: 'You may not do this',
  404: 'Not found',
  405: 'This method is not possible here',
  406: 'This form of answer is not available',
  409: 'The request conflicts with what is there',
  412: 'It was changed in the meantime',
  413: 'The request is too large',
  415: 'This form of input is not accepted',
  422: 'The request cannot be carried out',
  428: 'Say which version you change',
  429: 'Too many tries',
  500: 'Something went wrong here',
  503: 'Temporarily not available',
};

/** Why a step of a procedure was refused, for a program that wants to go on from there. */
export interface RefusedStep {
  /** Stable code. */
  readonly reason: string;
  /** The day, state or amount that stands in the way. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** The steps that can be taken instead. */
  readonly possible: readonly string[];
}

/**
 * A refusal on purpose, with words for the one who asked. Thrown anywhere below a controller; the
 * edge answers with application/problem+json (RFC 9457) or, for a page, with an error page.
 */
export class Problem extends Error {
  readonly title: string;

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly ProblemPart[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${String(status)} ${code}: ${detail}`);
    this.name = 'Problem';
    this.title = TITLES[status] ?? 'The request was refused';
  }

  get type(): string {
    return `urn:partijgiften:problem:${this.code}`;
  }
}

/** The refusal of a step, as 409. */
export class StepProblem extends Problem {
  constructor(
    code: string,
    detail: string,
    readonly refusal: RefusedStep,
  ) {
    super(409, code, detail);
    this.name = 'StepProblem';
  }
}

/** `throw problem(409, 'contribution.returned', 'This gift was returned on ...')`. */
export function problem(
  status: number,
  code: string,
  detail: string,
  errors: readonly ProblemPart[] = [],
): Problem {
  return new Problem(status, code, detail, errors);
}

/**
 * What is not there and what another party has get this same answer, so that nobody learns from it
 * which of the two it was.
 */
export function notFound(): Problem {
  return problem(404, 'not_found', 'There is nothing at this address that you may see.');
}

export function unavailable(): Problem {
  const detail = 'The service is busy or being restarted. Try again in a few seconds.';
  return new Problem(503, 'unavailable', detail, [], { 'Retry-After': '5' });
}

/** One fault in one place of the input, as a whole answer. */
export function badInput(part: ProblemPart): Problem {
  return problem(400, 'input.invalid', part.detail, [part]);
}

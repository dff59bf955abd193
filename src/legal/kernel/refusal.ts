/** What was asked has been done, with its result. */
export interface Accepted<T> {
  readonly kind: 'accepted';
  readonly value: T;
}

/**
 * An expected "no", returned and never thrown: a thrown error is a fault in the program. `reason`
 * is a code; `facts` hold the values a page needs to word it.
 */
export interface Refused<Reason extends string> {
  readonly kind: 'refused';
  readonly reason: Reason;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

export function accepted<T>(value: T): Accepted<T> {
  return { kind: 'accepted', value };
}

export function refused<Reason extends string>(
  reason: Reason,
  facts: Refused<Reason>['facts'] = {},
): Refused<Reason> {
  return { kind: 'refused', reason, facts };
}

export function isRefused<T, Reason extends string>(
  answer: Accepted<T> | Refused<Reason>,
): answer is Refused<Reason> {
  return answer.kind === 'refused';
}

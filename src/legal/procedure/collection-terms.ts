import { paymentTermAfter } from '../calendar/enforcement-terms';
import { type PlainDate } from '../kernel/plain-date';
import { type CaseState } from './case';

/** Awb art. 4:87 lid 1; null before a fine was made known. */
export function paymentLastDay({ collection, notifiedOn }: CaseState): PlainDate | null {
  if (collection === 'none' || notifiedOn === null) return null;
  return paymentTermAfter(notifiedOn).lastDay;
}

/**
 * Awb arts. 4:104 and 4:106: the day from which the five years of collection count, which is the
 * newest of the end of the payment term, dunning, writ and set-off. Null before a fine was made known.
 */
export function collectionCountsFrom(state: CaseState): PlainDate | null {
  const payment = paymentLastDay(state);
  if (payment === null) return null;
  const setOff = state.payments.filter(({ kind }) => kind === 'set_off').map(({ on }) => on);
  const days = [payment, state.dunnedOn, state.writOn, ...setOff].filter((day) => day !== null);
  return days.reduce((newest, day) => (day > newest ? day : newest), payment);
}

import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type PublicationStatus } from './public-gift';

export type PublicSort = 'newest' | 'amount' | 'changed';

/** What somebody looks for in the register; what is absent or null narrows nothing. */
export interface PublicSearch {
  /** Words in the names of donor, beneficial owners and recipient, and in places; all of them. */
  readonly text?: string | null;
  /** The slug of a party. */
  readonly party?: string | null;
  /** The public number of a donor. */
  readonly donor?: string | null;
  readonly year?: number | null;
  readonly form?: 'money' | 'in_kind' | null;
  readonly type?: string | null;
  /** Types to leave out, such as remittances and dues. */
  readonly without?: readonly string[] | null;
  readonly recipientKind?: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null;
  /** Only of donors whose country is known and is another than the Netherlands. */
  readonly abroad?: boolean | null;
  /** First and last day of receipt. */
  readonly from?: PlainDate | null;
  readonly until?: PlainDate | null;
  /** Of what counts, in whole cents. */
  readonly minCents?: number | null;
  readonly maxCents?: number | null;
  readonly status?: PublicationStatus | null;
  /** 'newest' (by day of receipt) when absent. */
  readonly sort?: PublicSort;
  /** `next` of the page before; null at the start. */
  readonly after?: string | null;
  /** 50 when absent. */
  readonly limit?: number;
}

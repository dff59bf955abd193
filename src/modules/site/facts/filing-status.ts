import { type PlainDate } from '../../../legal/kernel/plain-date';

/** What is known of a filing: received, the statement that there was nothing, or nothing received. */
export interface FilingStatus {
  readonly key: string;
  readonly partySlug: string;
  readonly partyName: string;
  readonly recipientName: string;
  readonly kind: string;
  readonly year: number;
  readonly election: string | null;
  readonly lastDay: PlainDate;
  readonly status: 'reported' | 'nil' | 'not_received';
  readonly filedOn: PlainDate | null;
}

export const FILING_LISTS = ['missing', 'late', 'nil'] as const;
export type FilingList = (typeof FILING_LISTS)[number];

/** Where a list goes on: the day it is ordered by, and the key of the last row. */
export interface FilingPlace {
  readonly day: string;
  readonly key: string;
}

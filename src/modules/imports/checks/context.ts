import { type Membership } from '../../../legal/facts/group';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type ImportKind } from '../layout/column';

/** What the cells are tested against; the same context and rows always give the same answer. */
export interface CheckContext {
  readonly kind: ImportKind;
  readonly today: PlainDate;
  /** The calendar year the file is said to be about; null when it is about no single year. */
  readonly year: number | null;
  /** The party with its affiliates and candidates, each with the dates they belonged to it. */
  readonly members: readonly Membership[];
  /** Recipient when the file names none: the party itself; null when the group has no party. */
  readonly party: string | null;
}

import { type ContributionType } from '../../../legal/facts/contribution';
import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { type LineTimeliness } from '../persistence/notice.store';

/** What a page shows of the bytes that were filed; noticeContent() wrote them. */
export interface FrozenNotice {
  readonly filedBy: string;
  readonly party: string;
  readonly recipient: { readonly name: string; readonly kind: string };
  readonly year: number;
  readonly donor: {
    readonly kind: string;
    readonly name: string | null;
    readonly residence: string | null;
    readonly tradeRegisterNumber: string | null;
  };
  readonly contributions: readonly {
    readonly receivedOn: string;
    /** Exact decimals with a point, in euros. */
    readonly amount: string;
    readonly returned: string;
    readonly type: ContributionType;
    readonly timeliness: LineTimeliness;
  }[];
}

export function readFrozen(content: string): FrozenNotice {
  return JSON.parse(content) as FrozenNotice;
}

/** "10000.00" is 1000000 cents. */
export function centsOf(decimal: string): EuroCents {
  return euroCents(Number(decimal.replace('.', '')));
}

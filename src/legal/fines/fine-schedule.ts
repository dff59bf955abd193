import { type EuroCents } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';
import { type FineableRule } from './fineable';

/** From this value on (itself included) the percentage holds, until the next step. */
export interface ScheduleStep {
  readonly from: number;
  readonly percent: number;
}

/**
 * How high a fine is proposed. The law has no tariff (D9), so this is data that the overseer owns:
 * a new version never changes an old one.
 */
export interface FineSchedule {
  readonly version: string;
  /** 'example': ships with the product and binds nobody. 'overseer': set by the overseer. */
  readonly origin: 'example' | 'overseer';
  readonly from: PlainDate;
  /** In cents, per violated rule. */
  readonly base: Readonly<Record<FineableRule, EuroCents>>;
  /** Added, as a part of the base, by whole days after the enforced last day. */
  readonly daysLate: readonly ScheduleStep[];
  /** Added, as a part of the base, by the cents involved. */
  readonly amountInvolved: readonly ScheduleStep[];
  /** Added, as a part of the total so far, by earlier violations of the same rule. */
  readonly repetition: { readonly withinYears: number; readonly steps: readonly ScheduleStep[] };
  /** Taken off the total so far. */
  readonly selfReportPercent: number;
  readonly repairPercent: number;
  /** Never above art. 37 lid 4; the lower of the two is the ceiling. */
  readonly cap: EuroCents;
}

import { type DetectorCode } from './detector';

/**
 * How often each kind is found in invented years in which nobody means anything by it: its false
 * positives. Measured by test/signals/control-years.spec.ts, which fails when these figures are not
 * what it finds.
 */
export const CONTROL_SET: {
  readonly measuredOn: string;
  readonly version: number;
  readonly firstSeed: number;
  readonly years: number;
  readonly donors: number;
  readonly gifts: number;
  readonly found: Readonly<Record<DetectorCode, number>>;
} = {
  measuredOn: '2026-11-22',
  version: 1,
  firstSeed: 1,
  years: 20,
  donors: 19732,
  gifts: 123533,
  found: {
    split_in_time: 6,
    split_over_new_year: 1,
    split_over_recipients: 1,
    split_over_relatives: 0,
    split_over_owner: 0,
    group_total: 105,
    one_owner_several_donors: 6,
    owner_and_company: 44,
    funded_before_giving: 37,
    used_once: 8,
    look_through_missing: 14,
    round_trip: 23,
    same_account: 0,
    several_parties: 172,
    around_decision: 398,
    late_often: 4,
    filed_in_one_go: 0,
    sudden_change: 11,
  },
};

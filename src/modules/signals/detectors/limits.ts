import { type EuroCents, exceeds, reaches } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { inForceOn } from '../../../legal/kernel/timeline';
import { capMoney } from '../../../legal/parameters/cap';
import { disclosureAnnual } from '../../../legal/parameters/disclosure';
import { registrationSkipUpTo } from '../../../legal/parameters/registration';
import { substantialGift } from '../../../legal/parameters/substantial-gift';

export type LimitName = 'registration' | 'overview' | 'notice' | 'cap';

/** An amount of the law from which, or above which, a duty begins. */
export interface Limit {
  readonly name: LimitName;
  readonly amount: EuroCents;
  /** 'reaches': the amount itself counts ("of meer"). 'exceeds': it does not ("meer dan"). */
  readonly passes: 'reaches' | 'exceeds';
}

const SOURCES = [
  ['registration', registrationSkipUpTo, 'exceeds'],
  ['overview', disclosureAnnual, 'reaches'],
  ['notice', substantialGift, 'reaches'],
  ['cap', capMoney, 'exceeds'],
] as const;

/** The limits in force on a day, lowest first: EUR 250, 1,000, 10,000 and 100,000 since 2023. */
export function limitsOn(on: PlainDate): readonly Limit[] {
  return SOURCES.flatMap(([name, { values }, passes]) => {
    const inForce = inForceOn<EuroCents | null>(values, on);
    const amount = inForce === 'unknown' ? null : inForce.value;
    return amount === null ? [] : [{ name, amount, passes }];
  });
}

export function limitOn(on: PlainDate, name: LimitName): Limit | undefined {
  return limitsOn(on).find((limit) => limit.name === name);
}

export function isPast(limit: Limit, amount: EuroCents): boolean {
  return limit.passes === 'reaches' ? reaches(amount, limit.amount) : exceeds(amount, limit.amount);
}

/** Not past the limit, and at most so many percent of it below. */
export function isJustBelow(limit: Limit, amount: EuroCents, marginPercent: number): boolean {
  return !isPast(limit, amount) && amount * 100 >= limit.amount * (100 - marginPercent);
}

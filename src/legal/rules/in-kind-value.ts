import { minus, ZERO, type EuroCents } from '../kernel/euro-cents';

/**
 * Art. 22: what a thing or service is worth on the market less what the party paid for it. Zero
 * when it paid that much or more: then nothing was given.
 */
export function inKindValue(marketValue: EuroCents, paid: EuroCents): EuroCents {
  return paid < marketValue ? minus(marketValue, paid) : ZERO;
}

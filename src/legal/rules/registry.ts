import { anonymousContribution } from './anonymous-contribution';
import { capOfBlankList } from './cap-of-blank-list';
import { capOfParty } from './cap-of-party';
import { foreignContribution } from './foreign-contribution';
import { groupTotal } from './group-total';
import { lookThrough } from './look-through';
import { ownCap } from './own-cap';
import { registration } from './registration';
import { type Rule } from './rule';
import { smallContributions } from './small-contributions';
import { substantialGift } from './substantial-gift';

/** In the order in which a gift is tested (law.md section 7): who, may they, may we keep it, duties. */
export const RULES: readonly Rule[] = [
  anonymousContribution,
  foreignContribution,
  lookThrough,
  capOfParty,
  capOfBlankList,
  registration,
  substantialGift,
  smallContributions,
  groupTotal,
  ownCap,
];

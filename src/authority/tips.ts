import { type Authority } from '../platform/http/authority';

/** Tips of a suspicion, and who handles them. */
export const TIPS: Authority = {};

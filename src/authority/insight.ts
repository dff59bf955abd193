import { type Authority } from '../platform/http/authority';

/** Figures of the field, for the overseer. */
export const INSIGHT: Authority = {};

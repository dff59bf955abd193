import { type Authority } from '../platform/http/authority';

/** Release of gifts, safety requests and the emergency stop. */
export const PUBLICATION: Authority = {};

import { type Authority } from '../platform/http/authority';

/** What waits for the overseer. */
export const QUEUE: Authority = {};

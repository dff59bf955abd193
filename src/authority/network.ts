import { type Authority } from '../platform/http/authority';

/** Who is tied to whom, and searching. */
export const NETWORK: Authority = {};

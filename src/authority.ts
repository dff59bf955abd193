import { type Authority } from './platform/http/authority';

/**
 * Who may use which route: the one table. A route without a line here, and a line without a route,
 * stop the application when it starts.
 */
export const AUTHORITY: Authority = {};

import { type Authority } from '../platform/http/authority';

/** Other parameters over past facts. */
export const SIMULATION: Authority = {};

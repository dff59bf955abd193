import { type Authority } from '../platform/http/authority';

/** Signals: patterns worth a look, never accusations. */
export const SIGNALS: Authority = {};

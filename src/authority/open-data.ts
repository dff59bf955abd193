import { type Authority } from '../platform/http/authority';

/** The register as data, for everybody. */
export const OPEN_DATA: Authority = {};

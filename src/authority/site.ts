import { type Authority } from '../platform/http/authority';

/** The register as pages, for everybody. */
export const SITE: Authority = {};

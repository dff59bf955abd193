import { type Authority, PUBLIC } from '../platform/http/authority';

/** The register as pages, for everybody. */
export const SITE: Authority = {
  'GET /register': PUBLIC,
};

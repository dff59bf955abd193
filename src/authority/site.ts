import { type Authority, PUBLIC } from '../platform/http/authority';

/** The register as pages, for everybody. */
export const SITE: Authority = {
  'GET /register': PUBLIC,
  'GET /register/partijen': PUBLIC,
  'GET /register/partijen/:slug': PUBLIC,
  'GET /register/gevers/:publicId': PUBLIC,
  'GET /register/giften/:publicId': PUBLIC,
  'GET /register/jaren': PUBLIC,
  'GET /register/jaren/:year': PUBLIC,
  'GET /register/wijzigingen': PUBLIC,
  'GET /register/ontbreekt': PUBLIC,
};

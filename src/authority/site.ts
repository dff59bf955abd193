import { PARTY_ROLES } from '../platform/http/actor';
import { type Authority, may, PUBLIC } from '../platform/http/authority';
import { OVERSEERS } from './role-groups';

/** The register as pages, for everybody. */
export const SITE: Authority = {
  'GET /id/:kind/:name': PUBLIC,
  'GET /register': PUBLIC,
  'GET /register/giften.csv': PUBLIC,
  'GET /register/partijen': PUBLIC,
  'GET /register/partijen/:slug': PUBLIC,
  'GET /register/gevers/:publicId': PUBLIC,
  'GET /register/giften/:publicId': PUBLIC,
  'GET /register/jaren': PUBLIC,
  'GET /register/jaren/:year': PUBLIC,
  'GET /register/wijzigingen': PUBLIC,
  'GET /register/ontbreekt': PUBLIC,
  'GET /register/uitleg': PUBLIC,
  'GET /register/insluiten': PUBLIC,
  'GET /register/ingesloten': PUBLIC,
  // Everybody may follow by feed; by mail who has an account. The link to stop is a key.
  'GET /register/volgen': PUBLIC,
  'POST /register/volgen': may([...PARTY_ROLES, ...OVERSEERS]),
  'POST /register/volgen/:id/stoppen': may([...PARTY_ROLES, ...OVERSEERS]),
  'GET /register/volgen/stoppen/:account/:proof': PUBLIC,
  'POST /register/volgen/stoppen/:account/:proof': PUBLIC,
};

import { PARTY_ROLES } from '../platform/http/actor';
import { type Authority, may } from '../platform/http/authority';
import { OVERSEERS } from './role-groups';

/** Who is tied to whom, and searching. */
export const NETWORK: Authority = {
  // The staff finds what was disclosed and filed, a party what is its own.
  'GET /toezicht/zoeken': may(OVERSEERS),
  'GET /zoeken': may(PARTY_ROLES),
  'GET /v1/search': may([...PARTY_ROLES, ...OVERSEERS], 'search:read'),
};

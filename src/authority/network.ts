import { PARTY_ROLES } from '../platform/http/actor';
import { type Authority, may } from '../platform/http/authority';
import { OVERSEERS } from './role-groups';

/** Who is tied to whom, and searching. */
export const NETWORK: Authority = {
  // The network, for the staff: what donors share is never published.
  'GET /toezicht/netwerk': may(OVERSEERS),
  'GET /toezicht/netwerk/:ref': may(OVERSEERS),
  'GET /toezicht/netwerk/:ref/uitvoer/:name': may(OVERSEERS),
  'GET /toezicht/netwerk/giften/:party/:id': may(OVERSEERS),
  'GET /toezicht/netwerk/uitvoer/:name': may(OVERSEERS),
  'GET /toezicht/netwerk/verband': may(OVERSEERS),
  'GET /v1/network/files/:name': may(OVERSEERS, 'oversight:read'),
  'GET /v1/network/nodes/:ref': may(OVERSEERS, 'oversight:read'),
  'GET /v1/network/nodes/:ref/givers': may(OVERSEERS, 'oversight:read'),
  'GET /v1/network/paths': may(OVERSEERS, 'oversight:read'),

  // The staff finds what was disclosed and filed, a party what is its own.
  'GET /toezicht/zoeken': may(OVERSEERS),
  'GET /zoeken': may(PARTY_ROLES),
  'GET /v1/search': may([...PARTY_ROLES, ...OVERSEERS], 'search:read'),
};

import { PARTY_ROLES } from '../platform/http/actor';
import { type Authority, may, PUBLIC } from '../platform/http/authority';

/** For who makes software, and webhooks. */
export const INTEGRATIONS: Authority = {
  // For who makes software.
  'GET /ontwikkelaars': PUBLIC,
  'POST /ontwikkelaars/oefenpartij': may(PARTY_ROLES),
  'GET /v1/openapi.json': PUBLIC,
  'POST /v1/conformance-checks': may(PARTY_ROLES, 'conformance:check'),

  // Webhooks: the software of a party is told of receipts and findings.
  'GET /koppelingen': may(PARTY_ROLES),
  'POST /koppelingen': may(['treasurer', 'party_administrator']),
  'GET /koppelingen/:id': may(PARTY_ROLES),
  'POST /koppelingen/:id/proberen': may(['treasurer', 'party_administrator']),
  'POST /koppelingen/:id/stoppen': may(['treasurer', 'party_administrator']),
  'POST /koppelingen/:id/berichten/:deliveryId/opnieuw': may(['treasurer', 'party_administrator']),
  'GET /v1/webhooks': may(PARTY_ROLES, 'webhooks:read'),
  'POST /v1/webhooks': may(['treasurer', 'party_administrator'], 'webhooks:write'),
  'POST /v1/webhooks/:id/endings': may(['treasurer', 'party_administrator'], 'webhooks:write'),
  'POST /v1/webhooks/:id/tests': may(['treasurer', 'party_administrator'], 'webhooks:write'),
  'GET /v1/webhooks/:id/deliveries': may(PARTY_ROLES, 'webhooks:read'),
};

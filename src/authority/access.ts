import { PARTY_ROLES, ROLES } from '../platform/http/actor';
import { type Authority, may, PUBLIC } from '../platform/http/authority';
import { OVERSEERS } from './role-groups';

/** Signing in, one's own account, the people of a party and what it agreed for itself. */
export const ACCESS: Authority = {
  // Signing in and out, and one's own account.
  'GET /aanmelden': PUBLIC,
  'POST /aanmelden': PUBLIC,
  'GET /aanmelden/code': PUBLIC,
  'POST /aanmelden/code': PUBLIC,
  'POST /afmelden': may(ROLES),
  'GET /account': may(ROLES),
  'POST /account/rol': may(ROLES),
  'POST /account/tokens': may(ROLES),
  'POST /account/sessie/verlengen': may(ROLES),
  'GET /account/wachtzin': may(ROLES),
  'POST /account/wachtzin': may(ROLES),
  'GET /account/app': may(ROLES),
  'POST /account/app': may(ROLES),
  'GET /account/app/bevestigen': may(ROLES),
  'POST /account/app/bevestigen': may(ROLES),
  'GET /account/herstelcodes': may(ROLES),
  'POST /account/herstelcodes': may(ROLES),
  'POST /account/sessies/beeindigen': may(ROLES),
  // The link of an invitation: who holds it is the one it was sent to.
  'GET /uitnodiging/:token': PUBLIC,
  'POST /uitnodiging/:token': PUBLIC,
  'GET /uitnodiging/:token/app': PUBLIC,
  'POST /uitnodiging/:token/app': PUBLIC,
  'POST /uitnodiging/:token/aannemen': PUBLIC,
  'POST /account/tokens/:id/intrekken': may(ROLES),

  // What was typed in a form and not sent yet: each person's own.
  'POST /concepten': may([...PARTY_ROLES, ...OVERSEERS]),
  'POST /concepten/weggooien': may([...PARTY_ROLES, ...OVERSEERS]),

  // The people of a party: all of them see who may do what, an administrator decides it.
  'GET /mensen': may(PARTY_ROLES),
  'GET /mensen/uitnodigen': may(['party_administrator']),
  'POST /mensen/uitnodigingen': may(['party_administrator']),
  'POST /mensen/uitnodigingen/:id/opnieuw': may(['party_administrator']),
  'POST /mensen/uitnodigingen/:id/intrekken': may(['party_administrator']),
  'GET /mensen/rollen/:id': may(['party_administrator']),
  'POST /mensen/rollen/:id/beeindigen': may(['party_administrator']),

  // What a party agreed for itself: own caps (art. 34), a second signature under notices.
  'GET /instellingen': may(PARTY_ROLES),
  'POST /instellingen/plafond': may(['party_administrator']),
  'POST /instellingen/tweede-handtekening': may(['party_administrator']),
  'GET /v1/settings': may(PARTY_ROLES, 'settings:read'),
  'POST /v1/own-caps': may(['party_administrator'], 'settings:write'),
  'POST /v1/second-signature-decisions': may(['party_administrator'], 'settings:write'),
};

import { type Authority, may, PUBLIC } from '../platform/http/authority';
import { OVERSEERS } from './role-groups';

/** What the law says, published lists and elections: most of it is for everybody. */
export const LAW: Authority = {
  // What the law says, help, and the choice of language.
  'GET /': PUBLIC,
  'GET /termijnen': PUBLIC,
  'GET /parameters': PUBLIC,
  'GET /handleiding': PUBLIC,
  'GET /regels': PUBLIC,
  'GET /regels/:code': PUBLIC,
  'GET /v1/rules': PUBLIC,
  'GET /v1/rules/:code': PUBLIC,
  'GET /toegankelijkheid': PUBLIC,
  'GET /taal/:language': PUBLIC,
  // Only there in a demonstration.
  'GET /demo/klok': PUBLIC,
  'POST /demo/klok': PUBLIC,
  'GET /v1/terms/substantial-gift': PUBLIC,
  'GET /v1/legal-parameters': PUBLIC,

  // The lists the ministry publishes: everybody reads them, the overseer imports them.
  'GET /register/lijsten': PUBLIC,
  'GET /register/:year': PUBLIC,
  'GET /register/:year/giften.xlsx': PUBLIC,
  'GET /register/:year/giften.csv': PUBLIC,
  'GET /toezicht/lijsten': may(['overseer']),
  'POST /toezicht/lijsten': may(['overseer']),
  'POST /v1/published-lists': may(['overseer'], 'published-lists:write'),
  'GET /v1/published-lists': PUBLIC,
  'GET /v1/published-lists/:year': PUBLIC,
  'GET /v1/published-lists/:year/rows': PUBLIC,
  'GET /v1/published-lists/:year/reconciliation': PUBLIC,
  'GET /v1/published-lists/:year/export': PUBLIC,

  // Elections: everybody reads the days and figures, the overseer keeps them (arts. 28, 28a, 29).
  'GET /verkiezingen': PUBLIC,
  'GET /verkiezingen/:id': PUBLIC,
  'GET /v1/elections': PUBLIC,
  'GET /v1/elections/:id': PUBLIC,
  'POST /v1/elections': may(['overseer'], 'elections:write'),
  'POST /v1/elections/:id/revisions': may(['overseer'], 'elections:write'),
  'GET /toezicht/verkiezingen': may(OVERSEERS),
  'GET /toezicht/verkiezingen/nieuw': may(['overseer']),
  'POST /toezicht/verkiezingen': may(['overseer']),
  'GET /toezicht/verkiezingen/:id': may(OVERSEERS),
  'GET /toezicht/verkiezingen/:id/wijzigen': may(['overseer']),
  'POST /toezicht/verkiezingen/:id/wijzigen': may(['overseer']),
};

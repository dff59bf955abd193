import { type Authority, PUBLIC } from './platform/http/authority';

/**
 * Who may use which route: the one table. A route without a line here, and a line without a route,
 * stop the application when it starts.
 */
export const AUTHORITY: Authority = {
  // What the law says, help, and the choice of language.
  'GET /': PUBLIC,
  'GET /termijnen': PUBLIC,
  'GET /parameters': PUBLIC,
  'GET /handleiding': PUBLIC,
  'GET /toegankelijkheid': PUBLIC,
  'GET /taal/:language': PUBLIC,
  'GET /v1/terms/substantial-gift': PUBLIC,
  'GET /v1/legal-parameters': PUBLIC,
};

import { type Role } from '../platform/http/actor';
import { type Authority, may, PUBLIC } from '../platform/http/authority';

/** Nobody else reads a tip: no committee, no party, no administrator. The database says the same. */
const HANDLERS: readonly Role[] = ['overseer', 'decision_maker'];

/** Tips of a suspicion, and who handles them. */
export const TIPS: Authority = {
  'GET /tip': PUBLIC,
  'POST /tip': PUBLIC,
  'GET /tip/terug': PUBLIC,
  'POST /tip/terug': PUBLIC,
  'POST /tip/terug/bericht': PUBLIC,
  'POST /tip/terug/bestand': PUBLIC,
  'GET /toezicht/tips': may(HANDLERS),
  'GET /toezicht/tips/:id': may(HANDLERS),
  'GET /toezicht/tips/:id/bestand/:fileId': may(HANDLERS),
  'POST /toezicht/tips/:id/:stap': may(HANDLERS),
};

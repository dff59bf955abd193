import { type Role } from '../platform/http/actor';
import { type Authority, may } from '../platform/http/authority';
import { OVERSEERS } from './role-groups';

/** Who may ask for a simulation; the others of the staff read them. */
const ASKERS: readonly Role[] = ['overseer', 'decision_maker'];

/** Other parameters over past facts. */
export const SIMULATION: Authority = {
  'GET /toezicht/wat-als': may(OVERSEERS),
  'GET /toezicht/wat-als/nieuw': may(ASKERS),
  'POST /toezicht/wat-als': may(ASKERS),
  'GET /toezicht/wat-als/:id': may(OVERSEERS),
  'GET /toezicht/wat-als/:id/uitvoer/:form': may(OVERSEERS),
  'POST /toezicht/wat-als/:id/weggooien': may(ASKERS),
};

import { type Authority, may, PUBLIC } from '../platform/http/authority';
import { OVERSEERS } from './role-groups';

/** What waits for the overseer, and what people do with it. */
export const QUEUE: Authority = {
  'GET /toezicht': may(OVERSEERS),
  'GET /toezicht/sinds-gisteren': may(OVERSEERS),
  'GET /toezicht/werk/:id': may(OVERSEERS),
  // Marking rows as looked at is the overseer's alone; the page refuses the others.
  'POST /toezicht/werk/kies': may(OVERSEERS),
  'POST /toezicht/werk/uitvoeren': may(OVERSEERS),
  'POST /toezicht/werk/:id/neem': may(OVERSEERS),
  'GET /toezicht/weergaven': may(OVERSEERS),
  'POST /toezicht/weergaven': may(OVERSEERS),
  'POST /toezicht/weergaven/geen-begin': may(OVERSEERS),
  'POST /toezicht/weergaven/:id/begin': may(OVERSEERS),
  'POST /toezicht/weergaven/:id/weg': may(OVERSEERS),
  'GET /toezicht/ochtendmail': may(OVERSEERS),
  'POST /toezicht/ochtendmail': may(OVERSEERS),
  // The link at the foot of the mail works without signing in; its proof says whose it is.
  'GET /toezicht/ochtendmail/stoppen/:id/:proof': PUBLIC,
  'POST /toezicht/ochtendmail/stoppen/:id/:proof': PUBLIC,
  'GET /v1/work-items': may(OVERSEERS, 'work-items:read'),
  'GET /v1/work-items/:id': may(OVERSEERS, 'work-items:read'),
  'POST /v1/work-items/:id/assignments': may(OVERSEERS, 'work-items:write'),
  'POST /v1/work-items/:id/snoozes': may(OVERSEERS, 'work-items:write'),
};

import { type Authority, may } from '../platform/http/authority';
import { OVERSEERS } from './role-groups';

/** Figures of the field, for the overseer. */
export const INSIGHT: Authority = {
  'GET /toezicht/cijfers': may(OVERSEERS),
  'GET /toezicht/cijfers/partijen': may(OVERSEERS),
  'GET /toezicht/cijfers/export.csv': may(OVERSEERS),
  'GET /toezicht/cijfers/rijen': may(OVERSEERS),
  'GET /toezicht/cijfers/rijen.csv': may(OVERSEERS),
  'GET /toezicht/cijfers/:slug': may(OVERSEERS),
  'GET /v1/insight/gifts': may(OVERSEERS, 'insight:read'),
  'GET /v1/insight/figures': may(OVERSEERS, 'insight:read'),
};

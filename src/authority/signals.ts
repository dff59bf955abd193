import { type Authority, may } from '../platform/http/authority';
import { OVERSEERS } from './role-groups';

/** Signals: patterns worth a look, never accusations. */
export const SIGNALS: Authority = {
  'GET /v1/signals': may(OVERSEERS, 'signals:read'),
  'GET /v1/signals/:id': may(OVERSEERS, 'signals:read'),
  'POST /v1/signals/:id/judgements': may(['overseer'], 'signals:write'),
  'POST /v1/signals/:id/cases': may(['overseer'], 'cases:write'),
  'GET /v1/signal-kinds': may(OVERSEERS, 'signals:read'),
  'POST /v1/signal-kinds/:code/settings': may(['overseer'], 'signals:write'),
  'GET /v1/decision-days': may(OVERSEERS, 'signals:read'),
  'POST /v1/decision-days': may(['overseer'], 'signals:write'),
  'POST /v1/decision-days/:id/withdrawals': may(['overseer'], 'signals:write'),

  'GET /toezicht/signalen': may(OVERSEERS),
  'POST /toezicht/signalen/zoeken': may(['overseer']),
  'GET /toezicht/signalen/soorten': may(OVERSEERS),
  'GET /toezicht/signalen/soorten/:code': may(OVERSEERS),
  'POST /toezicht/signalen/soorten/:code': may(['overseer']),
  'GET /toezicht/signalen/besluiten': may(OVERSEERS),
  'POST /toezicht/signalen/besluiten': may(['overseer']),
  'POST /toezicht/signalen/besluiten/:id/intrekken': may(['overseer']),
  'GET /toezicht/signalen/:id': may(OVERSEERS),
  'POST /toezicht/signalen/:id/oordeel': may(['overseer']),
  'POST /toezicht/signalen/:id/zaak': may(['overseer']),
};

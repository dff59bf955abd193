import { type Authority, may } from '../platform/http/authority';
import { OVERSEERS, SIGNERS, TREASURER } from './role-groups';

const ASKERS = [...TREASURER, 'party_administrator'] as const;

/** Release of gifts, safety requests and the emergency stop. */
export const PUBLICATION: Authority = {
  // What waits to become public; the overseer releases, holds, checks and stops.
  'GET /v1/releases': may(OVERSEERS, 'oversight:read'),
  'GET /v1/releases/:id': may(OVERSEERS, 'oversight:read'),
  'POST /v1/release-decisions': may(['overseer'], 'releases:write'),
  'GET /v1/release-settings': may(OVERSEERS, 'oversight:read'),
  'POST /v1/release-settings': may(['overseer'], 'releases:write'),
  'POST /v1/register-decisions': may(['overseer'], 'releases:write'),

  // Art. 25 lid 5: a party asks, the committee advises, two people of the ministry decide.
  'GET /v1/safety-requests': may([...TREASURER, ...SIGNERS, ...OVERSEERS], 'safety:read'),
  'GET /v1/safety-requests/:id': may([...TREASURER, ...SIGNERS, ...OVERSEERS], 'safety:read'),
  'POST /v1/safety-requests': may(ASKERS, 'safety:write'),
  'POST /v1/safety-requests/:id/steps': may(OVERSEERS, 'safety:write'),

  // The same as pages.
  'GET /toezicht/vrijgave': may(OVERSEERS),
  'POST /toezicht/vrijgave': may(['overseer']),
  'GET /toezicht/vrijgave/termijn': may(OVERSEERS),
  'POST /toezicht/vrijgave/termijn': may(['overseer']),
  'GET /toezicht/vrijgave/noodstop': may(OVERSEERS),
  'POST /toezicht/vrijgave/noodstop': may(['overseer']),
  'POST /toezicht/vrijgave/noodstop/register': may(['overseer']),
  'GET /toezicht/vrijgave/:id': may(OVERSEERS),
  'POST /toezicht/vrijgave/:id': may(['overseer']),
  'GET /toezicht/veiligheid': may(OVERSEERS),
  'GET /toezicht/veiligheid/:id': may(OVERSEERS),
  'POST /toezicht/veiligheid/:id': may(OVERSEERS),
  'GET /afscherming': may([...TREASURER, ...SIGNERS]),
  'GET /afscherming/nieuw': may(ASKERS),
  'POST /afscherming': may(ASKERS),
  'GET /afscherming/:id': may([...TREASURER, ...SIGNERS]),
};

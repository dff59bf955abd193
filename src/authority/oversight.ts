import { PARTY_ROLES } from '../platform/http/actor';
import { type Authority, may } from '../platform/http/authority';
import { OVERSEERS, TREASURER } from './role-groups';

/** Findings, remedies, letters and cases. */
export const OVERSIGHT: Authority = {
  // What the law says of the facts: to a party of its own ledger, to the overseer of what is known.
  'GET /v1/findings': may([...PARTY_ROLES, ...OVERSEERS], 'findings:read'),
  'GET /v1/findings/:id': may([...PARTY_ROLES, ...OVERSEERS], 'findings:read'),
  'GET /toezicht/voorstellen/:id': may(OVERSEERS),
  'GET /toezicht/bevindingen/:id': may(OVERSEERS),
  'GET /toezicht/meldingen': may(OVERSEERS),
  'GET /toezicht/meldingen/:id': may(OVERSEERS),
  'GET /toezicht/meldingen/:id/bewijs.json': may(OVERSEERS),
  'GET /v1/fine-proposals': may(OVERSEERS, 'oversight:read'),
  'GET /v1/fine-proposals/:id': may(OVERSEERS, 'oversight:read'),

  // Remedies (arts. 21a, 23, 23a, 29b, 32a): what must go back or over, and how far it is.
  'GET /herstel': may(PARTY_ROLES),
  'GET /herstel/:id': may(PARTY_ROLES),
  'POST /herstel/:id/afspraak': may(TREASURER),
  'POST /herstel/:id/onmogelijk': may(TREASURER),
  'GET /toezicht/herstel': may(OVERSEERS),
  'GET /toezicht/herstel/:id': may(OVERSEERS),
  'POST /toezicht/herstel/:id/afspraak': may(['overseer']),
  'GET /v1/remedies': may([...PARTY_ROLES, ...OVERSEERS], 'remedies:read'),
  'GET /v1/remedies/:id': may([...PARTY_ROLES, ...OVERSEERS], 'remedies:read'),
  'POST /v1/remedies/:id/arrangements': may(['treasurer', 'overseer'], 'remedies:write'),
  'POST /v1/remedies/:id/return-impossible': may(TREASURER, 'remedies:write'),

  // Letters as they were sent: a party reads those addressed to it, the overseer all.
  'GET /brieven/:id': may([...PARTY_ROLES, ...OVERSEERS]),
  'GET /brieven/:id.pdf': may([...PARTY_ROLES, ...OVERSEERS]),
  'GET /v1/letters/:id': may([...PARTY_ROLES, ...OVERSEERS], 'letters:read'),
  'GET /v1/letters/:id/pdf': may([...PARTY_ROLES, ...OVERSEERS], 'letters:read'),

  // Cases (Awb title 5.4): the overseer and the committee act; a party sees what it was told.
  'GET /v1/cases': may([...PARTY_ROLES, ...OVERSEERS], 'cases:read'),
  'POST /v1/cases': may(['overseer'], 'cases:write'),
  'GET /v1/cases/:id': may([...PARTY_ROLES, ...OVERSEERS], 'cases:read'),
  'POST /v1/cases/:id/steps': may(OVERSEERS, 'cases:write'),
  'POST /v1/cases/:id/submissions': may(
    ['treasurer', 'party_administrator', 'overseer'],
    'cases:write',
  ),
  'POST /v1/cases/:id/corrections': may(['overseer'], 'cases:write'),
  'GET /v1/cases/:id/submissions': may([...PARTY_ROLES, ...OVERSEERS], 'cases:read'),
  'GET /v1/cases/:id/events': may([...PARTY_ROLES, ...OVERSEERS], 'cases:read'),
  'GET /v1/cases/:id/decisions': may([...PARTY_ROLES, ...OVERSEERS], 'cases:read'),
  'GET /v1/cases/:id/letters': may([...PARTY_ROLES, ...OVERSEERS], 'cases:read'),
  'GET /v1/cases/:id/drafts': may(OVERSEERS, 'cases:read'),
  'GET /v1/fine-schedules': may(OVERSEERS, 'oversight:read'),
  'GET /v1/fine-schedules/:id': may(OVERSEERS, 'oversight:read'),
  'POST /v1/fine-schedules': may(['overseer'], 'fine-schedules:write'),
  'POST /v1/fine-schedules/:id/approvals': may(['decision_maker'], 'fine-schedules:write'),
  'POST /v1/fine-schedules/:id/withdrawals': may(['overseer'], 'fine-schedules:write'),
  'GET /v1/fine-schedules/:id/simulations': may(OVERSEERS, 'oversight:read'),

  // The pages of cases: staff take steps, each role its own (the procedure refuses the rest); a party
  // sees its cases as it was told, and answers.
  'GET /toezicht/zaken': may(OVERSEERS),
  'GET /toezicht/zaken/nieuw': may(['overseer']),
  'POST /toezicht/zaken': may(['overseer']),
  'GET /toezicht/zaken/:id': may(OVERSEERS),
  'GET /toezicht/zaken/:id/ontwerpen/:version': may(OVERSEERS),
  'POST /toezicht/zaken/:id/stap': may(OVERSEERS),
  'GET /toezicht/boeteschemas': may(OVERSEERS),
  'GET /toezicht/boeteschemas/nieuw': may(['overseer']),
  'POST /toezicht/boeteschemas': may(['overseer']),
  'GET /toezicht/boeteschemas/:id': may(OVERSEERS),
  'GET /toezicht/boeteschemas/:id/simulatie': may(OVERSEERS),
  'POST /toezicht/boeteschemas/:id/vaststellen': may(['decision_maker']),
  'POST /toezicht/boeteschemas/:id/intrekken': may(['overseer']),
  'GET /zaken': may(PARTY_ROLES),
  'GET /zaken/:id': may(PARTY_ROLES),
  'POST /zaken/:id/inzenden': may(['treasurer', 'party_administrator']),
};

import { PARTY_ROLES, ROLES, type Role } from './platform/http/actor';
import { type Authority, may, PUBLIC } from './platform/http/authority';

const TREASURER: readonly Role[] = ['treasurer'];
const OVERSEERS: readonly Role[] = [
  'overseer',
  'decision_maker',
  'committee_member',
  'committee_secretary',
];

/**
 * Who may use which route: the one table. A route without a line here, and a line without a route,
 * stop the application when it starts.
 */
export const AUTHORITY: Authority = {
  // Signing in and out, and one's own account.
  'GET /aanmelden': PUBLIC,
  'POST /aanmelden': PUBLIC,
  'GET /aanmelden/code': PUBLIC,
  'POST /aanmelden/code': PUBLIC,
  'POST /afmelden': may(ROLES),
  'GET /account': may(ROLES),
  'POST /account/rol': may(ROLES),
  'POST /account/tokens': may(ROLES),
  'POST /account/tokens/:id/intrekken': may(ROLES),

  'GET /v1/openapi.json': PUBLIC,

  // What the law says, help, and the choice of language.
  'GET /': PUBLIC,
  'GET /termijnen': PUBLIC,
  'GET /parameters': PUBLIC,
  'GET /handleiding': PUBLIC,
  'GET /toegankelijkheid': PUBLIC,
  'GET /taal/:language': PUBLIC,
  // Only there in a demonstration.
  'GET /demo/klok': PUBLIC,
  'POST /demo/klok': PUBLIC,
  'GET /v1/terms/substantial-gift': PUBLIC,
  'GET /v1/legal-parameters': PUBLIC,

  // The records of a party (arts. 20-23): all of its people read, its treasurer writes.
  'GET /start': may(PARTY_ROLES),
  'GET /giften': may(PARTY_ROLES),
  'GET /giften/:id': may(PARTY_ROLES),
  'GET /giften/nieuw': may(TREASURER),
  'POST /giften': may(TREASURER),
  'POST /giften/controle': may(TREASURER),
  'GET /giften/:id/verbeteren': may(TREASURER),
  'POST /giften/:id/verbeteren': may(TREASURER),
  'GET /giften/:id/annuleren': may(TREASURER),
  'POST /giften/:id/annuleren': may(TREASURER),
  'GET /giften/:id/teruggeven': may(TREASURER),
  'POST /giften/:id/teruggeven': may(TREASURER),
  'GET /giften/:id/afdragen': may(TREASURER),
  'POST /giften/:id/afdragen': may(TREASURER),
  'GET /gevers': may(PARTY_ROLES),
  'GET /gevers/:id': may(PARTY_ROLES),
  'GET /gevers/nieuw': may(TREASURER),
  'POST /gevers': may(TREASURER),
  'GET /gevers/:id/wijzigen': may(TREASURER),
  'POST /gevers/:id/wijzigen': may(TREASURER),
  'GET /gevers/:id/verklaring': may(TREASURER),
  'POST /gevers/:id/verklaring': may(TREASURER),
  'GET /gevers/:id/doorkijk': may(TREASURER),
  'POST /gevers/:id/doorkijk': may(TREASURER),
  'GET /v1/recipients': may(PARTY_ROLES, 'contributions:read'),
  'GET /v1/donors': may(PARTY_ROLES, 'contributions:read'),
  'GET /v1/donors/:id': may(PARTY_ROLES, 'contributions:read'),
  'POST /v1/donors': may(TREASURER, 'contributions:write'),
  'POST /v1/donors/:id/particulars': may(TREASURER, 'contributions:write'),
  'POST /v1/donors/:id/declarations': may(TREASURER, 'contributions:write'),
  'POST /v1/donors/:id/look-through-overviews': may(TREASURER, 'contributions:write'),
  'POST /v1/pre-checks': may(PARTY_ROLES, 'contributions:read'),
  'GET /v1/contributions': may(PARTY_ROLES, 'contributions:read'),
  'GET /v1/contributions/:id': may(PARTY_ROLES, 'contributions:read'),
  'POST /v1/contributions': may(TREASURER, 'contributions:write'),
  'POST /v1/contributions/:id/corrections': may(TREASURER, 'contributions:write'),
  'POST /v1/contributions/:id/annulments': may(TREASURER, 'contributions:write'),
  'POST /v1/contributions/:id/returns': may(TREASURER, 'contributions:write'),
  'POST /v1/contributions/:id/state-transfers': may(TREASURER, 'contributions:write'),

  // Debts (art. 21 lid 3): the party's own until they stand in a filing.
  'GET /schulden': may(PARTY_ROLES),
  'GET /schulden/nieuw': may(TREASURER),
  'POST /schulden': may(TREASURER),
  'GET /schulden/:id': may(PARTY_ROLES),
  'POST /schulden/:id/saldo': may(TREASURER),
  'GET /schulden/:id/wijzigen': may(TREASURER),
  'POST /schulden/:id/wijzigen': may(TREASURER),
  'GET /v1/debts': may(PARTY_ROLES, 'contributions:read'),
  'GET /v1/debts/:id': may(PARTY_ROLES, 'contributions:read'),
  'POST /v1/debts': may(TREASURER, 'contributions:write'),
  'POST /v1/debts/:id/balances': may(TREASURER, 'contributions:write'),
  'POST /v1/debts/:id/particulars': may(TREASURER, 'contributions:write'),

  // Notices (art. 25a). The overseer reads what was filed; anyone may check a receipt.
  'GET /meldingen': may(PARTY_ROLES),
  'GET /meldingen/nieuw': may(PARTY_ROLES),
  'POST /meldingen': may(TREASURER),
  'GET /meldingen/:id': may(PARTY_ROLES),
  'GET /meldingen/:id/bewijs.json': may(PARTY_ROLES),
  'GET /ontvangstbewijs': PUBLIC,
  'GET /v1/duties': may(PARTY_ROLES, 'notices:read'),
  'POST /v1/notices': may(TREASURER, 'notices:write'),
  'GET /v1/notices': may([...PARTY_ROLES, ...OVERSEERS], 'notices:read'),
  'GET /v1/notices/:id': may([...PARTY_ROLES, ...OVERSEERS], 'notices:read'),
  'GET /v1/notices/:id/receipt': may([...PARTY_ROLES, ...OVERSEERS], 'notices:read'),
  'GET /v1/receipts/:number': PUBLIC,

  // What the law says of the facts: to a party of its own ledger, to the overseer of what is known.
  'GET /v1/findings': may([...PARTY_ROLES, ...OVERSEERS], 'findings:read'),
  'GET /v1/findings/:id': may([...PARTY_ROLES, ...OVERSEERS], 'findings:read'),
  'GET /toezicht': may(OVERSEERS),
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

  // The lists the ministry publishes: everybody reads them, the overseer imports them.
  'GET /register': PUBLIC,
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
};

import { type Words } from '../../../platform/rendering/words';

const TREASURER = ['treasurer'];
const PARTY = ['treasurer', 'party_administrator', 'accountant'];
const SIGNERS = ['party_administrator', 'accountant'];

interface Way {
  readonly key: string;
  readonly href: string;
  readonly roles: readonly string[];
}

/** Everything a person of the party can do, one press away; the bar above holds the lists. */
const WAYS: Readonly<Record<string, readonly Way[]>> = {
  money: [
    { key: 'book', href: '/giften/nieuw', roles: TREASURER },
    { key: 'statement', href: '/bank', roles: PARTY },
    { key: 'import', href: '/inlezen', roles: PARTY },
    { key: 'gifts', href: '/giften', roles: PARTY },
    { key: 'debt', href: '/schulden/nieuw', roles: TREASURER },
    { key: 'debts', href: '/schulden', roles: PARTY },
  ],
  donors: [
    { key: 'donor', href: '/gevers/nieuw', roles: TREASURER },
    { key: 'donors', href: '/gevers', roles: PARTY },
    { key: 'duplicates', href: '/gevers/dubbel', roles: PARTY },
    { key: 'evidence', href: '/bewijs', roles: PARTY },
    { key: 'remedies', href: '/herstel', roles: PARTY },
  ],
  overseer: [
    { key: 'notices', href: '/meldingen', roles: PARTY },
    { key: 'filings', href: '/overzichten', roles: PARTY },
    { key: 'sign', href: '/overzichten', roles: SIGNERS },
    { key: 'internal', href: '/interne-meldingen', roles: PARTY },
    { key: 'cases', href: '/zaken', roles: PARTY },
  ],
  party: [
    { key: 'agenda', href: '/agenda', roles: PARTY },
    { key: 'people', href: '/mensen', roles: PARTY },
    { key: 'account', href: '/account', roles: PARTY },
    { key: 'rules', href: '/regels', roles: PARTY },
    { key: 'terms', href: '/termijnen', roles: PARTY },
  ],
};

/** In groups, as links: what this role may do. */
export function waysOf(role: string, words: Words): readonly object[] {
  return Object.entries(WAYS).map(([group, ways]) => ({
    title: words.t(`desk.ways.${group}`),
    links: ways
      .filter(({ roles }) => roles.includes(role))
      .map(({ key, href }) => ({ text: words.t(`desk.way.${key}`), href })),
  }));
}

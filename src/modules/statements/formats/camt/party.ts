import { type XmlElement } from '../../../../platform/intake/public';
import { type ReadEntry } from '../read-statement';
import { readBic, readIban, readText } from '../values';
import { at, childrenOf, textAt } from './elements';

type Counterparty = ReadEntry['counterparty'];

const SIDES = {
  Dbtr: { account: 'DbtrAcct', agent: 'DbtrAgt' },
  Cdtr: { account: 'CdtrAcct', agent: 'CdtrAgt' },
} as const;

/**
 * Who is on the other side: the debtor of money that came in, the creditor of money that went out,
 * unless that side is the party's own account. A reversal and a returned payment keep the sides of
 * the payment they undo.
 */
export function counterpartyOf(
  details: XmlElement | null,
  cameIn: boolean,
  ownIban: string,
): Counterparty {
  const [expected, other] = cameIn ? (['Dbtr', 'Cdtr'] as const) : (['Cdtr', 'Dbtr'] as const);
  const first = sideOf(details, expected);
  const second = sideOf(details, other);
  const firstIsOurs = first.iban === ownIban;
  const firstIsEmpty = first.name === null && first.iban === null;
  if (!firstIsOurs && !firstIsEmpty) return first;
  if (second.iban !== null && second.iban !== ownIban) return second;
  if (firstIsOurs && second.name !== null && second.iban === null) return second;
  return { name: null, iban: null, bic: null, address: null };
}

function sideOf(details: XmlElement | null, side: 'Dbtr' | 'Cdtr'): Counterparty {
  const parties = at(details, 'RltdPties');
  const party = at(parties, side, 'Pty') ?? at(parties, side);
  const account = at(parties, SIDES[side].account, 'Id');
  const agent = at(details, 'RltdAgts', SIDES[side].agent, 'FinInstnId');
  return {
    name: readText(textAt(party, 'Nm')),
    iban: readIban(textAt(account, 'IBAN')) ?? readIban(textAt(account, 'Othr', 'Id')),
    bic: readBic(textAt(agent, 'BIC')) ?? readBic(textAt(agent, 'BICFI')),
    address: addressOf(at(party, 'PstlAdr')),
  };
}

function addressOf(address: XmlElement | null): string | null {
  const lines = childrenOf(address, 'AdrLine').map(({ text }) => text);
  const street = `${textAt(address, 'StrtNm')} ${textAt(address, 'BldgNb')}`;
  const town = `${textAt(address, 'PstCd')} ${textAt(address, 'TwnNm')}`;
  const parts = [...lines, street, town, textAt(address, 'Ctry')];
  return readText(parts.flatMap((part) => readText(part) ?? []).join(', '));
}

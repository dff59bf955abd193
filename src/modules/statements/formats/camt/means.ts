import { type XmlElement } from '../../../../platform/intake/public';
import { meansByWords } from '../means';
import { type EntryMeans } from '../read-statement';
import { at, textAt } from './elements';

/** ISO 20022 bank transaction codes: first the sub-family, which says more, then the family. */
const SUB_FAMILIES: Readonly<Record<string, EntryMeans>> = {
  CDPT: 'cash',
  CWDL: 'cash',
  CHRG: 'costs',
  COMM: 'costs',
  FEES: 'costs',
  INTR: 'interest',
  POSD: 'card',
  POSC: 'card',
};
const FAMILIES: Readonly<Record<string, EntryMeans>> = {
  RCDT: 'transfer',
  ICDT: 'transfer',
  IRCT: 'transfer',
  RRCT: 'transfer',
  RDDT: 'direct_debit',
  IDDT: 'direct_debit',
  CCRD: 'card',
  MCRD: 'card',
  CNTR: 'cash',
};

/** How the money moved, by the code of the payment or else of the entry. */
export function camtMeans(
  codes: readonly (XmlElement | null)[],
  description: string,
  hasCounterparty: boolean,
): EntryMeans {
  for (const code of codes) {
    const family = at(code, 'Domn', 'Fmly');
    const means = SUB_FAMILIES[textAt(family, 'SubFmlyCd')] ?? FAMILIES[textAt(family, 'Cd')];
    if (means !== undefined) return means;
    if (/ideal/i.test(textAt(code, 'Prtry', 'Cd'))) return 'ideal';
  }
  return meansByWords(description, hasCounterparty);
}

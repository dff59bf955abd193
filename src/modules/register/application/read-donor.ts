import {
  type DonorKind,
  type PublishedDonor,
  type RowAsWritten,
  type ShieldingGround,
} from '../facts/published-list';
import { readBeneficialOwners } from './read-beneficial-owners';
import { tidy } from './read-cells';

const POSTCODE = /\b\d{4} ?[A-Z]{2}\b/;
const IN_BRACKETS = /^(.*?)\s*\(([^)]+)\)$/;
const CARE_OF = /\s+-?\s*p\/a\s+/i;
const SHIELDED = /^\*+$/;
const CITY_STATES: ReadonlySet<string> = new Set(['Monaco', 'Singapore', 'Luxemburg']);

interface Residence {
  readonly residence: string | null;
  readonly country: string | null;
}

/** "Schoten (België)" is Schoten in België; a city state is its own country. */
function readResidence(text: string): Residence {
  if (text === '' || SHIELDED.test(text)) return { residence: null, country: null };
  const [, town, country] = IN_BRACKETS.exec(text) ?? [];
  if (town !== undefined && country !== undefined) return { residence: town, country };
  return { residence: text, country: CITY_STATES.has(text) ? text : null };
}

function kindOf(row: RowAsWritten, careOf: string | null): DonorKind {
  if (/legaat|erfenis|erfstelling|nalatenschap/i.test(row.remark)) return 'estate';
  if (careOf !== null) return /notaris/i.test(careOf) ? 'estate' : 'natural_person';
  const isOrganisation = POSTCODE.test(tidy(row.address)) || row.ubo.trim() !== '';
  return isOrganisation ? 'organisation' : 'natural_person';
}

function shieldingOf(row: RowAsWritten): ShieldingGround | null {
  const isShielded = [row.donor, row.address, ...row.ubo.split('\n')].some((text) =>
    SHIELDED.test(text.trim()),
  );
  if (!isShielded) return null;
  if (/51b/.test(row.remark)) return 'hrb_51b';
  return /artikel 25/i.test(row.remark) ? 'wfpp_25_5' : 'not_stated';
}

/** Understands who gave from the words of a row. The words themselves are kept with the row. */
export function readDonor(row: RowAsWritten): PublishedDonor {
  const [name = '', office] = tidy(row.donor).split(CARE_OF);
  const place = tidy(row.address);
  const careOf = office ?? null;
  const hasStreet = POSTCODE.test(place);
  const { residence, country } = hasStreet
    ? { residence: null, country: null }
    : readResidence(place);
  return {
    name: SHIELDED.test(name) ? null : name.replace(/,$/, ''),
    kind: kindOf(row, careOf),
    careOf,
    address: hasStreet ? place : null,
    residence,
    country,
    beneficialOwners: readBeneficialOwners(row.ubo),
    shielding: shieldingOf(row),
  };
}

/** True for "Gift in natura", with or without footnote marks. */
export function saysInKind(remark: string): boolean {
  return /in natura/i.test(remark);
}

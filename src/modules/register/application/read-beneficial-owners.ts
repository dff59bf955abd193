import { type BeneficialOwner } from '../facts/published-list';
import { tidy } from './read-cells';

const POSTCODE = /\b\d{4} ?[A-Z]{2}\b/;
const STARTS_ADDRESS = /\d/;

interface Reading {
  readonly owners: readonly BeneficialOwner[];
  /** Lines of a name that goes on. */
  readonly name: readonly string[];
  /** The name is complete (a comma ended it) and its residence comes next. */
  readonly awaitsResidence: boolean;
}

const NOTHING_READ: Reading = { owners: [], name: [], awaitsResidence: false };

function owner(name: string, residence: string): BeneficialOwner {
  return { name: tidy(name), residence: tidy(residence) === '' ? null : tidy(residence) };
}

function readLine(so: Reading, line: string): Reading {
  if (/^\*+$/.test(line)) {
    return { ...finished(so), owners: [...finished(so).owners, { name: null, residence: null }] };
  }
  const name = so.name.join(' ');
  if (so.awaitsResidence) return { ...NOTHING_READ, owners: [...so.owners, owner(name, line)] };
  const comma = line.indexOf(',');
  if (comma < 0) return { ...so, name: [...so.name, line] };
  const whole = `${name} ${line.slice(0, comma)}`;
  const residence = line.slice(comma + 1);
  return residence.trim() === ''
    ? { ...so, name: [whole], awaitsResidence: true }
    : { ...NOTHING_READ, owners: [...so.owners, owner(whole, residence)] };
}

/** What is left when the cell ends: a name alone, or a name with its residence on the next line. */
function finished(so: Reading): Reading {
  const [name, ...rest] = so.name;
  if (name === undefined) return { ...NOTHING_READ, owners: so.owners };
  return { ...NOTHING_READ, owners: [...so.owners, owner(name, rest.join(' '))] };
}

/** "Name, Street 1, 1234 AB Town" on one line: the name ends at the first comma. */
function onOneLine(line: string): BeneficialOwner {
  const [name = '', ...rest] = line.split(',');
  return owner(name, rest.join(','));
}

/**
 * An owner may be printed with an address: "X B.V. (Y) / Street 1, ...", or name and street on one
 * line. A street never becomes part of a name.
 */
function withAddress(lines: readonly string[]): readonly BeneficialOwner[] {
  const at = lines.findIndex((line) => STARTS_ADDRESS.test(line));
  if (at > 0) return [owner(lines.slice(0, at).join(' '), lines.slice(at).join(' '))];
  if (lines.every((line) => POSTCODE.test(line))) return lines.map(onOneLine);
  return [onOneLine(lines.join(' '))];
}

/**
 * The ultimate beneficial owners of one cell. The lists write them as "Name, Town" line by line,
 * as a name and a town on lines of their own, as a name alone, or as "*" when shielded.
 */
export function readBeneficialOwners(cell: string): readonly BeneficialOwner[] {
  const lines = cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.some((line) => POSTCODE.test(line))) return withAddress(lines);
  return finished(lines.reduce(readLine, NOTHING_READ)).owners;
}

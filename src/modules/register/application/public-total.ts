import { cellName } from '../../../platform/spreadsheet/cell';
import {
  type BeneficialOwner,
  type ColumnKey,
  type DonorKind,
  type DonorTotal,
  type PublishedDonor,
  type PublishedGift,
  type PublishedList,
  type RowAsWritten,
} from '../facts/published-list';
import { type Reconciliation } from '../facts/reconciliation';
import { placeOnly } from '../facts/place-only';
import { readBeneficialOwners } from './read-beneficial-owners';
import { tidy } from './read-cells';

/** A cell of which only the place is shown. */
export interface CutCell {
  /** Row of the sheet, from 1. */
  readonly row: number;
  readonly column: Extract<ColumnKey, 'address' | 'ubo'>;
}

/** A donor total as everybody may read it, and what was left out of it. */
export interface PublicTotal extends DonorTotal {
  readonly cut: readonly CutCell[];
}

const PERSONS: ReadonlySet<DonorKind> = new Set(['natural_person', 'estate']);

function publicOwner({ name, residence }: BeneficialOwner): BeneficialOwner {
  return { name, residence: placeOnly(residence) };
}

function publicDonor(donor: PublishedDonor): PublishedDonor {
  const beneficialOwners = donor.beneficialOwners.map(publicOwner);
  if (!PERSONS.has(donor.kind)) return { ...donor, beneficialOwners };
  const residence = placeOnly(donor.residence ?? donor.address);
  return { ...donor, address: null, residence, beneficialOwners };
}

function publicAddress(cell: string, kind: DonorKind): string {
  if (!PERSONS.has(kind) || !/\d/.test(cell)) return cell;
  return placeOnly(tidy(cell)) ?? '';
}

function publicUbo(cell: string): string {
  const owners = readBeneficialOwners(cell);
  if (owners.every(({ residence }) => placeOnly(residence) === residence)) return cell;
  return owners
    .map(publicOwner)
    .map(({ name, residence }) => [name ?? '*', residence].filter((part) => part !== null))
    .map((parts) => parts.join(', '))
    .join('\n');
}

/** The words of a row without the street of a person or of a beneficial owner. */
function publicWords(words: RowAsWritten, kind: DonorKind): RowAsWritten {
  return {
    ...words,
    address: publicAddress(words.address, kind),
    ubo: publicUbo(words.ubo),
  };
}

function cutIn(before: PublishedGift, after: PublishedGift): readonly CutCell[] {
  return (['address', 'ubo'] as const)
    .filter((column) => before.asWritten[column] !== after.asWritten[column])
    .map((column) => ({ row: before.row, column }));
}

/**
 * Of a natural person and of a beneficial owner only name and residence are public (Wfpp art. 25
 * lid 5), also where a list prints a street: such a cell keeps the place, every other its own words.
 */
export function publicTotal(total: DonorTotal): PublicTotal {
  const gifts = total.gifts.map((gift) => ({
    ...gift,
    asWritten: publicWords(gift.asWritten, total.donor.kind),
  }));
  const cut = total.gifts.flatMap((gift, at) => cutIn(gift, gifts[at] ?? gift));
  return { ...total, donor: publicDonor(total.donor), gifts, cut };
}

/** A list as everybody may read it. */
export interface PublicList extends PublishedList {
  readonly donorTotals: readonly PublicTotal[];
}

export function publicList(list: PublishedList): PublicList {
  return { ...list, donorTotals: list.donorTotals.map(publicTotal) };
}

/** The cut cells as a spreadsheet names them, such as "F255", with what is left in each. */
export function cutCells(list: PublicList): ReadonlyMap<string, string> {
  const cells = list.donorTotals.flatMap(({ cut, gifts }) =>
    cut.map(({ row, column }): readonly [string, string] => {
      const index = list.columns.find(({ key }) => key === column)?.index ?? 0;
      const words = gifts.find((gift) => gift.row === row)?.asWritten;
      return [cellName(row, index), words?.[column] ?? ''];
    }),
  );
  return new Map(cells);
}

/** A report quotes cells that need mending; of a cut cell it quotes what is left. */
export function publicReport(report: Reconciliation, list: PublicList): Reconciliation {
  const cut = cutCells(list);
  const problems = report.problems.map((problem) => ({
    ...problem,
    value: cut.get(problem.cell) ?? problem.value,
  }));
  return { ...report, problems };
}

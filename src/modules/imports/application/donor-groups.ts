import { type DonorDescription } from '../../donors/public';
import { type CellValue } from '../checks/reading';
import { type ImportKind } from '../layout/column';

type Values = Readonly<Record<string, CellValue>>;

export interface DescribedDonor {
  /** From 1, in the order of the file. */
  readonly number: number;
  readonly description: DonorDescription;
  /** Our own number of the donor, when the file gives it. */
  readonly given: string | null;
  rows: number;
}

function text(values: Values, key: string): string | null {
  const value = values[key];
  return typeof value === 'string' ? value : null;
}

export function descriptionOf(values: Values): DonorDescription {
  return {
    kind: text(values, 'donorKind') as DonorDescription['kind'],
    name: text(values, 'name'),
    address: text(values, 'address'),
    residence: text(values, 'residence'),
    country: text(values, 'country'),
    tradeRegisterNumber: text(values, 'tradeRegisterNumber'),
    iban: text(values, 'iban'),
  };
}

function plain(part: string | null): string {
  return (part ?? '')
    .toLowerCase()
    .replace(/[\s.,-]+/gu, ' ')
    .trim();
}

/** The same words are the same donor; whether other words are, is for matching to say. */
function keyOf({
  kind,
  name,
  address,
  residence,
  tradeRegisterNumber,
  iban,
}: DonorDescription): string {
  if (tradeRegisterNumber !== null) return `kvk ${tradeRegisterNumber}`;
  if (name === null && iban !== null) return `iban ${iban}`;
  return [kind, name, address, residence].map(plain).join('\u001f');
}

/** The donors a file names, each once however many rows it has. */
export class DonorGroups {
  private readonly donors = new Map<string, DescribedDonor>();

  constructor(private readonly kind: ImportKind) {}

  get all(): readonly DescribedDonor[] {
    return [...this.donors.values()];
  }

  /** The number of the donor of this row; null for a kind of rows without donors. */
  numberOf(values: Values): number | null {
    if (this.kind === 'affiliates' || this.kind === 'debts') return null;
    const given = text(values, 'donorNumber');
    const description = descriptionOf(values);
    const anonymous = description.kind === 'anonymous';
    // Two unknown givers are two: nobody knows whether they are one.
    const key = anonymous ? `anonymous ${String(this.donors.size)}` : keyOf(description);
    const name = given === null ? key : `given ${given}`;
    const known = this.donors.get(name) ?? this.add(name, description, given);
    known.rows += 1;
    return known.number;
  }

  private add(name: string, description: DonorDescription, given: string | null): DescribedDonor {
    const donor = { number: this.donors.size + 1, description, given, rows: 0 };
    this.donors.set(name, donor);
    return donor;
  }
}

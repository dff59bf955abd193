/** Whole cents of an exact decimal with two places, as the register writes it: "-12.50" is -1250. */
export function centsOf(decimal: string): number {
  if (!/^-?\d+\.\d{2}$/.test(decimal)) throw new RangeError(`"${decimal}" is no amount`);
  return Number(decimal.replace('.', ''));
}

import { type YearMoney } from '../../contributions/public';

/** Dues and remittances are contributions too; every total can leave them out (D5). */
export const LEFT_OUT_TYPES: readonly string[] = ['membership_dues', 'office_holder_remittance'];

export interface Sum {
  /** The code of a type, the id of a recipient, or a month of two digits. */
  readonly key: string;
  readonly name: string;
  readonly count: number;
  /** Net cents. */
  readonly cents: number;
}

type Part = (row: YearMoney) => { readonly key: string; readonly name: string };

export const BY_TYPE: Part = ({ type }) => ({ key: type, name: type });
export const BY_RECIPIENT: Part = ({ recipientId, recipientName }) => ({
  key: recipientId,
  name: recipientName,
});
export const BY_MONTH: Part = ({ month }) => ({
  key: String(month).padStart(2, '0'),
  name: String(month),
});

export function withoutDues(money: readonly YearMoney[]): readonly YearMoney[] {
  return money.filter(({ type }) => !LEFT_OUT_TYPES.includes(type));
}

export function totalOf(money: readonly YearMoney[]): number {
  return money.reduce((sum, { netCents }) => sum + Number(netCents), 0);
}

/** Added up by a part, the largest first. */
export function sumsBy(money: readonly YearMoney[], part: Part): readonly Sum[] {
  const sums = new Map<string, Sum>();
  for (const row of money) {
    const { key, name } = part(row);
    const so = sums.get(key) ?? { key, name, count: 0, cents: 0 };
    sums.set(key, {
      ...so,
      count: so.count + row.count,
      cents: so.cents + Number(row.netCents),
    });
  }
  return [...sums.values()].toSorted((a, b) => b.cents - a.cents || (a.key < b.key ? -1 : 1));
}

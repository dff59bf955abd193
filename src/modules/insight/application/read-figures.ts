import { type Transaction } from '../../../platform/database/transaction';
import { type Choice } from '../facts/choice';
import { figuresBy, type Sum } from '../persistence/figures.query';
import { partiesOf } from '../persistence/party.store';

export interface FiguresBy {
  readonly totalCents: number;
  readonly items: readonly (Sum & { readonly value: string })[];
}

/** Gifts of a year summed by one property, the largest first. */
export async function readFiguresBy(
  tx: Transaction,
  choice: Choice,
  by: string,
): Promise<FiguresBy> {
  const rows = await figuresBy(tx, choice, by);
  const totalCents = rows.reduce((sum, { cents }) => sum + cents, 0);
  if (by !== 'party') return { totalCents, items: rows };
  const slugs = new Map((await partiesOf(tx)).map(({ id, slug }) => [id, slug]));
  return { totalCents, items: rows.map((row) => ({ ...row, value: slugs.get(row.value) ?? '' })) };
}

import { type Transaction } from '../../../platform/database/transaction';

/** A tip that waits for an overseer, without a word of what it says. */
export interface OpenTip {
  readonly id: string;
  readonly kind: 'tips';
  /** Key of a text, with its places. */
  readonly title: { readonly key: string; readonly values: Readonly<Record<string, string>> };
  readonly number: string;
  readonly status: 'new' | 'looking';
  /** Who a tip is about is nobody's business in a list. */
  readonly organisationName: null;
  readonly tenantId: null;
  readonly dueOn: null;
  readonly weight: 1 | 2 | 3 | 4 | 5;
  /** When it came, or when something was added: ISO 8601. */
  readonly since: string;
  readonly href: string;
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly status: 'new' | 'looking';
  readonly since: string;
}

/** Tips that wait, oldest first. Empty for who does not handle tips; the database sees to it. */
export async function openTips(tx: Transaction): Promise<readonly OpenTip[]> {
  const rows = await tx.query<Row>(
    `select id, number, status, platform.iso(since) as since from insight.open_tips()
      order by since, id limit 1000`,
  );
  return rows.map(({ id, number, status, since }) => ({
    id,
    kind: 'tips',
    title: { key: `tips.work.${status}`, values: { number } },
    number,
    status,
    organisationName: null,
    tenantId: null,
    dueOn: null,
    weight: status === 'new' ? 3 : 2,
    since,
    href: `/toezicht/tips/${id}`,
  }));
}

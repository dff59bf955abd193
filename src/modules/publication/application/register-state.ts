import { type Transaction } from '../../../platform/database/transaction';

export interface RegisterState {
  /** False while an overseer stopped the whole register: public pages then answer 503. */
  readonly open: boolean;
  /** Why, in the overseer's words for everybody; null while it is open. */
  readonly reason: string | null;
  readonly changedAt: string;
}

/** Any role that may read the register. */
export async function registerState(tx: Transaction): Promise<RegisterState> {
  const [row] = await tx.query<RegisterState>(
    `select open, reason, platform.iso(changed_at) as "changedAt" from register.state`,
  );
  if (row === undefined) throw new Error('the register has no state');
  return row;
}

import { type Contribution, type Settlement } from '../../../legal/facts/contribution';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { plainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';

/** A contribution as it stands after corrections, with whom it came from. */
export interface ReceivedContribution {
  /** The row of this version, which is what a disclosure opens. */
  readonly id: string;
  /** The donor it counts for now. */
  readonly donorId: string;
  /** Named by its first booking, as the rules know it. */
  readonly fact: Contribution;
}

type Row = Omit<Contribution, 'amount' | 'receivedOn'> & {
  readonly id: string;
  readonly donorId: string;
  readonly amount: string;
  readonly receivedOn: string;
};

/** Everything the group received in a period, in order of receipt. Annulled rows are left out. */
export async function receivedIn(
  tx: Transaction,
  tenantId: string,
  period: { readonly from: string; readonly until: string },
): Promise<readonly ReceivedContribution[]> {
  const rows = await tx.query<Row>(
    `select c.id, i.canonical_id as "donorId", c.root_id as ref, c.recipient_id as recipient, c.type,
            c.form, c.amount_cents as amount, c.received_on::text as "receivedOn",
            c.sequence::int as sequence
       from core.current_contribution c
       join core.donor_identity i on i.tenant_id = c.tenant_id and i.donor_id = c.donor_id
      where c.tenant_id = $1 and c.received_on between $2 and $3
      order by c.received_on, c.sequence`,
    [tenantId, period.from, period.until],
  );
  return rows.map(({ id, donorId, amount, receivedOn, ...rest }) => ({
    id,
    donorId,
    fact: { ...rest, amount: euroCents(Number(amount)), receivedOn: plainDate(receivedOn) },
  }));
}

/** All that left again of these contributions, named by their first booking. */
export async function settledOfRoots(
  tx: Transaction,
  tenantId: string,
  rootIds: readonly string[],
): Promise<readonly Settlement[]> {
  const rows = await tx.query<
    Omit<Settlement, 'amount' | 'settledOn'> & { amount: string; settledOn: string }
  >(
    `select s.id as ref, c.root_id as contribution, s.kind, s.amount_cents as amount,
            s.settled_on::text as "settledOn"
       from core.settlement s
       join core.contribution c on c.tenant_id = s.tenant_id and c.id = s.contribution_id
      where s.tenant_id = $1 and c.root_id = any($2::uuid[])
      order by s.settled_on, s.id`,
    [tenantId, rootIds],
  );
  return rows.map((row) => ({
    ...row,
    amount: euroCents(Number(row.amount)),
    settledOn: plainDate(row.settledOn),
  }));
}

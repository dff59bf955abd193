import { type ReconciliationSources } from '../../../legal/reconciliation/sources';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { plainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';

type LedgerGift = ReconciliationSources['ledger'][number];

interface Row {
  readonly contribution: string;
  readonly donor: string;
  readonly donorKind: LedgerGift['donorKind'];
  readonly type: LedgerGift['type'];
  readonly recipient: string;
  readonly receivedOn: string;
  readonly amount: string;
  readonly settlements: readonly { readonly amount: number; readonly settledOn: string }[];
}

const SETTLED = `coalesce((select json_agg(json_build_object('amount', s.amount_cents,
    'settledOn', s.settled_on) order by s.settled_on, s.id)
  from core.settlement s join core.contribution v
    on v.tenant_id = s.tenant_id and v.id = s.contribution_id
  where s.tenant_id = c.tenant_id and v.root_id = c.root_id), '[]') as settlements`;

const COLUMNS = `c.root_id as contribution, c.donor_id as donor, c.type,
  (select d.kind from core.donor d where d.tenant_id = c.tenant_id and d.id = c.donor_id)
    as "donorKind", c.recipient_id as recipient,
  c.received_on::text as "receivedOn", c.amount_cents as amount, ${SETTLED}`;

/** The newest version that was disclosed: a correction that was not filed is not known (D7). */
const DISCLOSED = `select distinct on (c.root_id) c.* from core.contribution c
  join core.disclosure d on d.tenant_id = c.tenant_id and d.contribution_id = c.id
  where c.tenant_id = $1 order by c.root_id, c.sequence desc`;

const ANNULLED = `exists (select 1 from core.contribution_annulment a
  join core.contribution v on v.tenant_id = a.tenant_id and v.id = a.contribution_id
  where a.tenant_id = c.tenant_id and v.root_id = c.root_id)`;

/** The ledger of a group as each of its two readers knows it: the party all, the overseer what was disclosed. */
export async function ledgerGifts(
  tx: Transaction,
  tenantId: string,
  onlyDisclosed: boolean,
): Promise<readonly LedgerGift[]> {
  const rows = await tx.query<Row>(
    onlyDisclosed
      ? `select ${COLUMNS} from (${DISCLOSED}) c where not ${ANNULLED}`
      : `select ${COLUMNS} from core.current_contribution c where c.tenant_id = $1`,
    [tenantId],
  );
  return rows.map(({ amount, receivedOn, settlements, ...row }) => ({
    ...row,
    amount: euroCents(Number(amount)),
    receivedOn: plainDate(receivedOn),
    settlements: settlements.map((settled) => ({
      amount: euroCents(settled.amount),
      settledOn: plainDate(settled.settledOn),
    })),
  }));
}

/** Contributions, by their first booking, that were taken back; of the disclosed ones for the overseer. */
export async function annulledGifts(
  tx: Transaction,
  tenantId: string,
  onlyDisclosed: boolean,
): Promise<readonly string[]> {
  const rows = await tx.query<{ root: string }>(
    `select distinct c.root_id as root from core.contribution_annulment a
       join core.contribution c on c.tenant_id = a.tenant_id and c.id = a.contribution_id
      where a.tenant_id = $1 and (not $2 or exists (select 1 from core.disclosure d
        join core.contribution v on v.tenant_id = d.tenant_id and v.id = d.contribution_id
        where d.tenant_id = c.tenant_id and v.root_id = c.root_id))`,
    [tenantId, onlyDisclosed],
  );
  return rows.map(({ root }) => root);
}

/** The years in which differences between sources stand open. */
export async function yearsWithDifferences(
  tx: Transaction,
  tenantId: string,
  source: 'ledger' | 'disclosed',
): Promise<readonly number[]> {
  const rows = await tx.query<{ year: number }>(
    `select distinct year from core.finding where tenant_id = $1 and source = $2
        and ended_at is null and donor_id is null and starts_with(key, 'differ:')`,
    [tenantId, source],
  );
  return rows.map(({ year }) => year);
}

/** Reconciliations of one group queue, so that none stores an older outcome over a newer one. */
export async function lockSources(tx: Transaction, tenantId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 5))`, [`${tenantId}/sources`]);
}

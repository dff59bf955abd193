import { type CaseState } from '../../../legal/procedure/case';
import { type Transaction } from '../../../platform/database/transaction';
import { type StoredCase } from './case.store';

export async function wasTold(tx: Transaction, head: StoredCase): Promise<boolean> {
  const rows = await tx.query(`select id from core.case_as_told where tenant_id = $1 and id = $2`, [
    head.tenantId,
    head.id,
  ]);
  return rows.length > 0;
}

/** From now on the party sees the case like this. */
export async function tellParty(
  tx: Transaction,
  head: StoredCase,
  state: CaseState,
  version: number,
): Promise<void> {
  await tx.query(
    `insert into core.case_as_told (tenant_id, id, number, title, addressee_recipient_id,
       addressee_kind, source, rule, opened_on, opened_at, ended_on, state, version)
     select tenant_id, id, number, title, addressee_recipient_id, addressee_kind, source, rule,
       opened_on, opened_at, $3::date, $4::jsonb, $5
       from core.enforcement_case where tenant_id = $1 and id = $2
     on conflict (tenant_id, id) do update
       set ended_on = excluded.ended_on, state = excluded.state, version = excluded.version,
         told_at = platform.now()`,
    [head.tenantId, head.id, state.ended?.on ?? null, JSON.stringify(state), version],
  );
}

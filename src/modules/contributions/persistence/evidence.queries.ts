import {
  type Contribution,
  type ContributionForm,
  type ContributionType,
  type Settlement,
  type SettlementKind,
} from '../../../legal/facts/contribution';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { plainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';

/** A contribution as it stands now, with what left again of its whole chain of corrections. */
export interface GivenContribution {
  /** The newest version. */
  readonly id: string;
  readonly donorId: string;
  /** Under the identity of its first booking. */
  readonly contribution: Contribution;
  readonly settlements: readonly Settlement[];
}

interface GivenRow {
  readonly id: string;
  readonly rootId: string;
  readonly donorId: string;
  readonly recipientId: string;
  readonly type: ContributionType;
  readonly form: ContributionForm;
  readonly amountCents: string;
  readonly receivedOn: string;
  readonly sequence: string;
  readonly settlements: readonly {
    readonly ref: string;
    readonly kind: SettlementKind;
    readonly amount: number;
    readonly settledOn: string;
  }[];
}

function given(row: GivenRow): GivenContribution {
  const contribution = {
    ref: row.rootId,
    recipient: row.recipientId,
    type: row.type,
    form: row.form,
    amount: euroCents(Number(row.amountCents)),
    receivedOn: plainDate(row.receivedOn),
    sequence: Number(row.sequence),
  };
  const settlements = row.settlements.map((settled) => ({
    ...settled,
    contribution: row.rootId,
    amount: euroCents(settled.amount),
    settledOn: plainDate(settled.settledOn),
  }));
  return { id: row.id, donorId: row.donorId, contribution, settlements };
}

/** Everything received in a year, in order of receipt; of these donors only, unless null. */
export async function givenInYear(
  tx: Transaction,
  tenantId: string,
  year: number,
  donorIds: readonly string[] | null,
): Promise<readonly GivenContribution[]> {
  const rows = await tx.query<GivenRow>(
    `with settled as (
       select v.root_id, json_agg(json_build_object('ref', s.id, 'kind', s.kind,
              'amount', s.amount_cents, 'settledOn', s.settled_on) order by s.settled_on, s.id) as all
         from core.settlement s
         join core.contribution v on v.tenant_id = s.tenant_id and v.id = s.contribution_id
        where s.tenant_id = $1 group by v.root_id)
     select c.id, c.root_id as "rootId", c.donor_id as "donorId", c.recipient_id as "recipientId",
            c.type, c.form, c.amount_cents as "amountCents", c.received_on::text as "receivedOn",
            c.sequence, coalesce(settled.all, '[]') as settlements
       from core.current_contribution c left join settled on settled.root_id = c.root_id
      where c.tenant_id = $1 and c.year = $2 and ($3::uuid[] is null or c.donor_id = any($3))
      order by c.received_on, c.sequence`,
    [tenantId, year, donorIds],
  );
  return rows.map(given);
}

/** The donors and years of these contributions; any id of a chain will do. */
export function donorYearsOf(
  tx: Transaction,
  tenantId: string,
  contributionIds: readonly string[],
): Promise<{ readonly rootId: string; readonly donorId: string; readonly year: number }[]> {
  return tx.query(
    `select distinct c.root_id as "rootId", c.donor_id as "donorId", c.year
       from core.current_contribution c
      where c.tenant_id = $1 and c.root_id in (select v.root_id from core.contribution v
        where v.tenant_id = $1 and v.id = any($2::uuid[]))`,
    [tenantId, contributionIds],
  );
}

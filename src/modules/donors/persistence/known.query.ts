import { type DonorKind } from '../../../legal/facts/donor';
import { type Transaction } from '../../../platform/database/transaction';

/** One way in which a donor is known: an account or particulars of any donor that is one with it. */
export interface KnownDescription {
  readonly donorId: string;
  readonly canonicalId: string;
  readonly kind: DonorKind;
  readonly name: string | null;
  readonly address: string | null;
  readonly residence: string | null;
  readonly country: string | null;
  readonly tradeRegisterNumber: string | null;
  readonly dateOfBirth: string | null;
  readonly ibans: readonly string[];
}

/** Donors of a party as they are known now, in order of registration; all of them, or only these. */
export function knownDescriptions(
  tx: Transaction,
  tenantId: string,
  only: readonly string[] | null = null,
): Promise<KnownDescription[]> {
  return tx.query<KnownDescription>(
    // Each part is looked up by its index: after a large import the planner knows no numbers yet.
    `select d.id as "donorId", coalesce((select l.canonical_id from core.donor_link l
          where l.tenant_id = d.tenant_id and l.donor_id = d.id order by l.sequence desc limit 1),
          d.id) as "canonicalId", d.kind, n.name, n.address, n.residence, n.country,
       n.trade_register_number as "tradeRegisterNumber",
       (select b.date_of_birth::text from core.donor_declaration b
         where b.tenant_id = d.tenant_id and b.donor_id = d.id and b.date_of_birth is not null
         order by b.recorded_at desc, b.id limit 1) as "dateOfBirth",
       array(select a.iban from core.donor_account a
         where a.tenant_id = d.tenant_id and a.donor_id = d.id
         order by a.recorded_at desc, a.id) as ibans
       from core.donor d
       join lateral (select * from core.donor_particulars v
         where v.tenant_id = d.tenant_id and v.donor_id = d.id order by v.version desc limit 1) n
         on true
      where d.tenant_id = $1 and ($2::uuid[] is null or d.id = any($2))
      order by d.registered_at, d.id`,
    [tenantId, only],
  );
}

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

/** All donors of a party as they are known now, in order of registration. */
export function knownDescriptions(tx: Transaction, tenantId: string): Promise<KnownDescription[]> {
  return tx.query<KnownDescription>(
    `with named as (select distinct on (donor_id) donor_id, name, address, residence, country,
         trade_register_number from core.donor_particulars where tenant_id = $1
        order by donor_id, version desc),
      born as (select distinct on (donor_id) donor_id, date_of_birth from core.donor_declaration
        where tenant_id = $1 and date_of_birth is not null order by donor_id, recorded_at desc, id),
      paid as (select donor_id, array_agg(iban order by recorded_at desc, id) as ibans
        from core.donor_account where tenant_id = $1 group by donor_id)
     select i.donor_id as "donorId", i.canonical_id as "canonicalId", d.kind, n.name, n.address,
       n.residence, n.country, n.trade_register_number as "tradeRegisterNumber",
       b.date_of_birth::text as "dateOfBirth", coalesce(a.ibans, '{}') as ibans
       from core.donor d
       join core.donor_identity i on i.tenant_id = d.tenant_id and i.donor_id = d.id
       join named n on n.donor_id = d.id
       left join born b on b.donor_id = d.id
       left join paid a on a.donor_id = d.id
      where d.tenant_id = $1
      order by d.registered_at, d.id`,
    [tenantId],
  );
}

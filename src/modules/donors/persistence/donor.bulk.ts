import { type DonorKind, type EligibilityDeclaration } from '../../../legal/facts/donor';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { type ParticularsInput } from './donor.writer';

export interface BulkDonor {
  readonly kind: DonorKind;
  readonly particulars: ParticularsInput;
  readonly declaration: (EligibilityDeclaration & { readonly evidence: string }) | null;
}

/** Rows go in as one document a thousand at a time: one statement for each table, none for each row. */
const BATCH = 2_000;

/** Enters donors with their first particulars; gives their ids in the same order. */
export async function insertDonors(
  tx: Transaction,
  tenantId: string,
  donors: readonly BulkDonor[],
): Promise<readonly string[]> {
  const rows = donors.map((donor) => ({ ...donor, id: newId() }));
  for (let start = 0; start < rows.length; start += BATCH)
    await insertBatch(tx, tenantId, rows.slice(start, start + BATCH));
  return rows.map(({ id }) => id);
}

async function insertBatch(
  tx: Transaction,
  tenantId: string,
  rows: readonly (BulkDonor & { readonly id: string })[],
): Promise<void> {
  const put = (sql: string, values: readonly object[]): Promise<unknown> =>
    values.length === 0 ? Promise.resolve() : tx.query(sql, [tenantId, JSON.stringify(values)]);
  await put(
    `insert into core.donor (tenant_id, id, kind)
     select $1, id, kind from jsonb_to_recordset($2::jsonb) as r (id uuid, kind text)`,
    rows.map(({ id, kind }) => ({ id, kind })),
  );
  await put(
    `insert into core.donor_particulars (tenant_id, donor_id, version, name, address, residence,
       country, trade_register_number, in_trade_register, reason)
     select $1, id, 1, name, address, residence, country, "tradeRegisterNumber",
       "inTradeRegister", 'first entry'
       from jsonb_to_recordset($2::jsonb) as r (id uuid, name text, address text, residence text,
         country text, "tradeRegisterNumber" text, "inTradeRegister" boolean)`,
    rows.map(({ id, particulars }) => ({ ...particulars, ubos: undefined, id })),
  );
  await put(
    `insert into core.donor_ubo (tenant_id, donor_id, version, name, address, residence, country)
     select $1, "donorId", 1, name, address, residence, country
       from jsonb_to_recordset($2::jsonb) as r ("donorId" uuid, name text, address text,
         residence text, country text)`,
    rows.flatMap(({ id, particulars }) => particulars.ubos.map((ubo) => ({ ...ubo, donorId: id }))),
  );
  await put(
    `insert into core.donor_declaration (tenant_id, donor_id, declared_on, dutch_national,
       date_of_birth, adult, residence, caribbean_ground, disenfranchised, evidence)
     select $1, id, "declaredOn", "dutchNational", "dateOfBirth", adult, residence,
       "caribbeanGround", disenfranchised, evidence
       from jsonb_to_recordset($2::jsonb) as r (id uuid, "declaredOn" date,
         "dutchNational" boolean, "dateOfBirth" date, adult boolean, residence text,
         "caribbeanGround" text, disenfranchised boolean, evidence text)`,
    rows.flatMap(({ id, declaration }) => (declaration === null ? [] : [{ ...declaration, id }])),
  );
}

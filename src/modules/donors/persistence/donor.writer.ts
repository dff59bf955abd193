import { type EligibilityDeclaration, type DonorKind } from '../../../legal/facts/donor';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { type Ubo } from './donor.store';

export interface ParticularsInput {
  readonly name: string | null;
  readonly address: string | null;
  readonly residence: string | null;
  readonly country: string | null;
  readonly tradeRegisterNumber: string | null;
  readonly inTradeRegister: boolean | null;
  readonly ubos: readonly Ubo[];
}

export async function insertDonor(
  tx: Transaction,
  tenantId: string,
  kind: DonorKind,
): Promise<string> {
  const id = newId();
  await tx.query(`insert into core.donor (tenant_id, id, kind) values ($1, $2, $3)`, [
    tenantId,
    id,
    kind,
  ]);
  return id;
}

/** Adds the next version; what was there stays readable. */
export async function insertParticulars(
  tx: Transaction,
  donor: { readonly tenantId: string; readonly id: string; readonly version: number },
  particulars: ParticularsInput,
  reason: string,
): Promise<void> {
  await tx.query(
    `insert into core.donor_particulars (tenant_id, donor_id, version, name, address, residence,
       country, trade_register_number, in_trade_register, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      donor.tenantId,
      donor.id,
      donor.version,
      particulars.name,
      particulars.address,
      particulars.residence,
      particulars.country,
      particulars.tradeRegisterNumber,
      particulars.inTradeRegister,
      reason,
    ],
  );
  for (const ubo of particulars.ubos)
    await tx.query(
      `insert into core.donor_ubo (tenant_id, donor_id, version, name, address, residence, country)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [donor.tenantId, donor.id, donor.version, ubo.name, ubo.address, ubo.residence, ubo.country],
    );
}

export async function insertDeclaration(
  tx: Transaction,
  donor: { readonly tenantId: string; readonly id: string },
  declaration: EligibilityDeclaration & { readonly evidence: string },
): Promise<void> {
  await tx.query(
    `insert into core.donor_declaration (tenant_id, donor_id, declared_on, dutch_national,
       date_of_birth, adult, residence, caribbean_ground, disenfranchised, evidence, adult_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      donor.tenantId,
      donor.id,
      declaration.declaredOn,
      declaration.dutchNational,
      declaration.dateOfBirth,
      declaration.adult,
      declaration.residence,
      declaration.caribbeanGround,
      declaration.disenfranchised,
      declaration.evidence,
      declaration.adultOn ?? null,
    ],
  );
}

export interface LookThroughInput {
  readonly year: number;
  readonly receivedOn: string;
  readonly givers: readonly {
    readonly name: string;
    readonly address: string | null;
    readonly residence: string | null;
    readonly amountCents: number;
  }[];
}

export async function insertLookThrough(
  tx: Transaction,
  donor: { readonly tenantId: string; readonly id: string },
  overview: LookThroughInput,
): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into core.look_through_overview (tenant_id, id, donor_id, year, received_on)
     values ($1, $2, $3, $4, $5)`,
    [donor.tenantId, id, donor.id, overview.year, overview.receivedOn],
  );
  for (const giver of overview.givers)
    await tx.query(
      `insert into core.look_through_giver
         (tenant_id, overview_id, name, address, residence, amount_cents)
       values ($1, $2, $3, $4, $5, $6)`,
      [donor.tenantId, id, giver.name, giver.address, giver.residence, giver.amountCents],
    );
  return id;
}

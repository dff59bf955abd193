import { euroCents } from '../../../legal/kernel/euro-cents';
import {
  type Donor,
  type DonorKind,
  type EligibilityDeclaration,
  type LookThroughOverview,
} from '../../../legal/facts/donor';
import { type Transaction } from '../../../platform/database/transaction';

export interface Ubo {
  readonly name: string;
  readonly address: string | null;
  readonly residence: string | null;
  readonly country: string | null;
}

/** An overview of art. 21a with where its givers live, which an annual overview repeats. */
export interface KnownLookThrough extends LookThroughOverview {
  readonly givers: readonly (LookThroughOverview['givers'][number] & {
    readonly residence: string | null;
  })[];
}

/** A donor as the party keeps it (art. 21 lid 1): the newest particulars and what came with them. */
export interface DonorRecord {
  readonly id: string;
  readonly kind: DonorKind;
  readonly version: number;
  readonly name: string | null;
  readonly address: string | null;
  readonly residence: string | null;
  readonly country: string | null;
  readonly tradeRegisterNumber: string | null;
  readonly inTradeRegister: boolean | null;
  readonly ubos: readonly Ubo[];
  readonly declaration: (EligibilityDeclaration & { readonly evidence: string }) | null;
  readonly lookThrough: readonly KnownLookThrough[];
}

const UBOS = `coalesce((select json_agg(json_build_object('name', u.name, 'address', u.address,
    'residence', u.residence, 'country', u.country) order by u.name)
  from core.donor_ubo u
  where u.tenant_id = p.tenant_id and u.donor_id = p.donor_id and u.version = p.version), '[]')`;

/** What was declared and sent counts for all donors that are one; `members` says who they are. */
const DECLARATION = (
  members: string,
): string => `(select json_build_object('declaredOn', x.declared_on,
    'dutchNational', x.dutch_national, 'dateOfBirth', x.date_of_birth, 'adult', x.adult,
    'adultOn', x.adult_on,
    'residence', x.residence, 'caribbeanGround', x.caribbean_ground,
    'disenfranchised', x.disenfranchised, 'evidence', x.evidence)
  from core.donor_declaration x where x.tenant_id = d.tenant_id and x.donor_id ${members}
  order by x.recorded_at desc, x.id limit 1)`;

const LOOK_THROUGH = (
  members: string,
): string => `coalesce((select json_agg(json_build_object('ref', o.id, 'year', o.year,
    'receivedOn', o.received_on, 'givers', coalesce((select json_agg(json_build_object(
        'name', g.name, 'amount', g.amount_cents, 'residence', g.residence) order by g.name)
      from core.look_through_giver g
      where g.tenant_id = o.tenant_id and g.overview_id = o.id), '[]'::json)) order by o.recorded_at)
  from core.look_through_overview o
  where o.tenant_id = d.tenant_id and o.donor_id ${members}), '[]')`;

const ALL_MEMBERS = `in (select d.id union all
  select m.donor_id from core.donor_members(d.tenant_id, d.id) m)`;

const columns = (
  members: string,
): string => `d.id, d.kind, p.version, p.name, p.address, p.residence, p.country,
  p.trade_register_number as "tradeRegisterNumber", p.in_trade_register as "inTradeRegister",
  ${UBOS} as ubos, ${DECLARATION(members)} as declaration,
  ${LOOK_THROUGH(members)} as "lookThrough"`;

const DONOR_COLUMNS = columns(ALL_MEMBERS);

const NEWEST = `from core.donor d
  join lateral (select * from core.donor_particulars v
                 where v.tenant_id = d.tenant_id and v.donor_id = d.id
                 order by v.version desc limit 1) p on true`;

export async function findDonor(
  tx: Transaction,
  tenantId: string,
  donorId: string,
): Promise<DonorRecord | null> {
  const [row] = await tx.query<DonorRecord>(
    `select ${DONOR_COLUMNS} ${NEWEST} where d.tenant_id = $1 and d.id = $2`,
    [tenantId, donorId],
  );
  return row ?? null;
}

/**
 * The first of these donors, with what was declared and sent by any of them: one donor as the rules
 * read it. Null when there is none, or the first is not to be seen.
 */
export async function findUnited(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
): Promise<DonorRecord | null> {
  const [row] = await tx.query<DonorRecord>(
    `select ${columns('= any($3::uuid[])')} ${NEWEST} where d.tenant_id = $1 and d.id = $2`,
    [tenantId, donorIds[0] ?? null, donorIds],
  );
  return row ?? null;
}

/** Donors by id, in no order; one that is not there or not to be seen is left out. */
export function donorsByIds(
  tx: Transaction,
  tenantId: string,
  ids: readonly string[],
): Promise<DonorRecord[]> {
  return tx.query<DonorRecord>(
    `select ${DONOR_COLUMNS} ${NEWEST} where d.tenant_id = $1 and d.id = any($2::uuid[])`,
    [tenantId, ids],
  );
}

/** What the rules may read of a donor: which particulars are on record, not what they say. */
export function toFact(record: DonorRecord): Donor {
  const personal = record.kind === 'natural_person' || record.kind === 'estate';
  return {
    ref: record.id,
    kind: record.kind,
    particulars: {
      name: record.name !== null,
      address: record.address !== null && record.residence !== null,
      ubo: record.ubos.some((ubo) => ubo.address !== null && ubo.residence !== null),
    },
    declaration: personal ? record.declaration : null,
    inTradeRegister: record.inTradeRegister,
    lookThrough: record.lookThrough.map((overview) => ({
      ...overview,
      givers: overview.givers.map(({ name, amount }) => ({ name, amount: euroCents(amount) })),
    })),
  };
}

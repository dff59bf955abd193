import { type Transaction } from '../../../platform/database/transaction';

/** What narrows the list of gifts; a year always does. */
export interface GiftFilter {
  readonly year: number;
  readonly partyId?: string;
  readonly source?: 'filed' | 'list';
  /** Without dues and remittances. */
  readonly without?: boolean;
  readonly month?: number;
  /** '' for rows of which a list does not say the type. */
  readonly type?: string;
  readonly form?: string;
  readonly sizeClass?: number;
  readonly country?: string;
  readonly place?: string;
  readonly donorId?: string;
  readonly donorKind?: string;
  readonly recipientKind?: string;
  readonly late?: 'statute' | 'enforced' | 'unfiled';
}

export interface GiftRow {
  readonly id: string;
  readonly key: string;
  readonly partyId: string;
  readonly partySlug: string;
  readonly party: string;
  readonly recipient: string;
  readonly recipientKind: string;
  readonly donorPublicId: string;
  readonly donor: string | null;
  readonly donorKind: string;
  readonly residence: string | null;
  readonly country: string | null;
  readonly line: 'gift' | 'rest';
  readonly source: 'filed' | 'list';
  readonly type: string | null;
  readonly form: 'money' | 'in_kind';
  readonly year: number;
  readonly receivedOn: string | null;
  readonly amountCents: number;
  readonly returnedCents: number;
  readonly annulled: boolean;
  readonly countedCents: number;
  readonly filedIn: readonly string[];
  readonly noticeNumber: string | null;
  readonly firstFiledOn: string | null;
  readonly enforcedLastDay: string | null;
  readonly statutoryLastDay: string | null;
  /** Of a filed gift: what the overseer opens. */
  readonly contributionRootId: string | null;
  readonly tenantId: string | null;
  /** Position for the next page. */
  readonly day: string;
}

const LATE: Readonly<Record<NonNullable<GiftFilter['late']>, string>> = {
  statute: `g.enforced_last_day is not null and not g.annulled
    and g.first_filed_on > g.statutory_last_day`,
  enforced: `g.enforced_last_day is not null and not g.annulled
    and g.first_filed_on > g.enforced_last_day`,
  unfiled: `g.enforced_last_day < platform.today() and g.first_filed_on is null and not g.annulled`,
};

/** Conditions as far as they are asked for, so that each kind of list has a plan of its own. */
function conditions(filter: GiftFilter, parameters: unknown[]): readonly string[] {
  const equal = (column: string, value: unknown): string[] => {
    if (value === undefined) return [];
    parameters.push(value);
    return [`${column} = $${String(parameters.length)}`];
  };
  return [
    ...equal('g.year', filter.year),
    ...equal('g.party_id', filter.partyId),
    ...equal('g.source', filter.source),
    ...equal('g.month', filter.month === 0 ? undefined : filter.month),
    ...(filter.month === 0 ? ['g.month is null'] : []),
    ...(filter.type === '' ? ['g.type is null'] : equal('g.type', filter.type)),
    ...equal('g.form', filter.form),
    ...equal('g.size_class', filter.sizeClass),
    ...(filter.country === '' ? ['g.country is null'] : equal('g.country', filter.country)),
    ...(filter.place === '' ? ['g.place is null'] : equal('g.place', filter.place)),
    ...equal('g.donor_id', filter.donorId),
    ...equal('g.donor_kind', filter.donorKind),
    ...equal('g.recipient_kind', filter.recipientKind),
    ...(filter.late === undefined ? [] : [LATE[filter.late]]),
    ...(filter.without === true
      ? [
          `g.type is distinct from 'membership_dues' and g.type is distinct from 'office_holder_remittance'`,
        ]
      : []),
  ];
}

const COLUMNS = `g.id, g.key, g.party_id as "partyId", p.slug as "partySlug", p.short_name as party,
  g.recipient_name as recipient, g.recipient_kind as "recipientKind",
  d.public_id as "donorPublicId", d.name as donor, d.kind as "donorKind", d.residence, d.country,
  g.line, g.source, g.type, g.form, g.year, g.received_on::text as "receivedOn",
  g.amount_cents as "amountCents", g.returned_cents as "returnedCents", g.annulled,
  g.counted_cents as "countedCents", g.filed_in as "filedIn", g.notice_number as "noticeNumber",
  g.first_filed_on::text as "firstFiledOn", g.enforced_last_day::text as "enforcedLastDay",
  g.statutory_last_day::text as "statutoryLastDay", g.tenant_id as "tenantId",
  g.contribution_root_id as "contributionRootId",
  coalesce(g.received_on, date '0001-01-01')::text as day`;

type Raw = Omit<GiftRow, 'amountCents' | 'returnedCents' | 'countedCents'> &
  Record<'amountCents' | 'returnedCents' | 'countedCents', string>;

/** Newest receipt first, what has no day last; at most `limit`, after the keyset position. */
export async function giftRows(
  tx: Transaction,
  filter: GiftFilter,
  page: {
    readonly after: { readonly day: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<readonly GiftRow[]> {
  const parameters: unknown[] = [];
  const where = [...conditions(filter, parameters)];
  if (page.after !== null) {
    parameters.push(page.after.day, page.after.id);
    const [day, id] = [parameters.length - 1, parameters.length].map(String);
    where.push(
      `(coalesce(g.received_on, date '0001-01-01'), g.id) < ($${day ?? ''}::date, $${id ?? ''}::uuid)`,
    );
  }
  parameters.push(page.limit);
  const rows = await tx.query<Raw>(
    `select ${COLUMNS} from (select * from insight.gift g where ${where.join(' and ')}
        order by coalesce(g.received_on, date '0001-01-01') desc, g.id desc
        limit $${String(parameters.length)}) g
       join insight.party p on p.id = g.party_id join insight.donor d on d.id = g.donor_id
      order by coalesce(g.received_on, date '0001-01-01') desc, g.id desc`,
    parameters,
  );
  return rows.map((row) => ({
    ...row,
    amountCents: Number(row.amountCents),
    returnedCents: Number(row.returnedCents),
    countedCents: Number(row.countedCents),
  }));
}

export async function donorByPublicId(
  tx: Transaction,
  publicId: string,
): Promise<{ readonly id: string; readonly name: string | null; readonly kind: string } | null> {
  const [row] = await tx.query<{ id: string; name: string | null; kind: string }>(
    'select id, name, kind from insight.donor where public_id = $1',
    [publicId],
  );
  return row ?? null;
}

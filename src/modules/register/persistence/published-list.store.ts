import { euroCents, type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import {
  type Affiliate,
  type BeneficialOwner,
  type Column,
  type DonorKind,
  type DonorTotal,
  type PrintedParty,
  type PublishedGift,
  type PublishedList,
  type RowAsWritten,
  type ShieldingGround,
} from '../facts/published-list';
import { type Reconciliation } from '../facts/reconciliation';

/** What is known of a version beside its rows. */
export interface ListVersion {
  readonly id: string;
  readonly year: number;
  readonly version: number;
  readonly sha256: string;
  readonly title: string;
  readonly seenOn: PlainDate;
  readonly importedAt: string;
  readonly correctionReason: string | null;
  readonly report: Reconciliation;
}

const VERSION = `id, year, version, encode(sha256, 'hex') as sha256, title, seen_on::text as "seenOn",
  imported_at as "importedAt", correction_reason as "correctionReason", report`;

type VersionRow = Omit<ListVersion, 'importedAt'> & { readonly importedAt: Date };

function versionOf(row: VersionRow): ListVersion {
  return { ...row, importedAt: row.importedAt.toISOString() };
}

/** All versions of a year, the newest first. */
export async function listVersions(tx: Transaction, year: number): Promise<ListVersion[]> {
  const rows = await tx.query<VersionRow>(
    `select ${VERSION} from register.published_list where year = $1 order by version desc`,
    [year],
  );
  return rows.map(versionOf);
}

/** The newest version of each year, the latest year first. */
export async function currentVersions(tx: Transaction): Promise<ListVersion[]> {
  const rows = await tx.query<VersionRow>(
    `select distinct on (year) ${VERSION} from register.published_list
      order by year desc, version desc`,
  );
  return rows.map(versionOf);
}

/** Keeps every other import of this year waiting until this transaction ends. */
export async function lockYear(tx: Transaction, year: number): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('register.published_list'), $1)`, [year]);
}

// A bigint comes from PostgreSQL as text, and inside JSON as a number.
function cents(value: string | number | null): EuroCents | null {
  return value === null ? null : euroCents(Number(value));
}

interface HeadRow {
  readonly year: number;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly summaryHeadings: readonly string[];
  readonly notes: readonly string[];
  readonly printedTotal: string | null;
}

type PartyRow = Omit<PrintedParty, 'printedTotal'> & { readonly printedTotal: string | null };

async function readParties(tx: Transaction, listId: string): Promise<PrintedParty[]> {
  const rows = await tx.query<PartyRow>(
    `select row_number as row, party, party_as_written as "partyAsWritten", answer,
            answer_as_written as "answerAsWritten", printed_total_cents as "printedTotal"
       from register.published_party where list_id = $1 order by position`,
    [listId],
  );
  return rows.map((row) => ({ ...row, printedTotal: cents(row.printedTotal) }));
}

interface GiftRow {
  readonly row: number;
  readonly amount: number | null;
  readonly receivedOn: PlainDate | null;
  readonly inKind: boolean;
  readonly asWritten: RowAsWritten;
}

interface DonorRow {
  readonly row: number;
  readonly party: string;
  readonly affiliate: Affiliate | null;
  readonly name: string | null;
  readonly kind: DonorKind;
  readonly careOf: string | null;
  readonly address: string | null;
  readonly residence: string | null;
  readonly country: string | null;
  readonly shielding: ShieldingGround | null;
  readonly total: string;
  readonly totalWasText: boolean;
  readonly beneficialOwners: readonly BeneficialOwner[];
  readonly gifts: readonly GiftRow[];
}

const DONORS = `
  select d.row_number as row, d.party, d.donor as name, d.donor_kind as kind, d.care_of as "careOf",
         d.address, d.residence, d.country, d.shielding, d.total_cents as total,
         d.total_was_text as "totalWasText",
         case when d.affiliate is not null
           then jsonb_build_object('key', d.affiliate_key, 'name', d.affiliate) end as affiliate,
         (select coalesce(jsonb_agg(jsonb_build_object('name', u.name, 'residence', u.residence)
                                    order by u.position), '[]')
            from register.published_ubo u
           where u.list_id = d.list_id and u.donor_row = d.row_number) as "beneficialOwners",
         (select jsonb_agg(jsonb_build_object('row', g.row_number, 'amount', g.amount_cents,
                   'receivedOn', g.received_on, 'inKind', g.in_kind, 'asWritten', g.as_written)
                 order by g.row_number)
            from register.published_gift g
           where g.list_id = d.list_id and g.donor_row = d.row_number) as gifts
    from register.donor_total d
   where d.list_id = $1`;

function donorTotalOf(row: DonorRow): DonorTotal {
  const { party, affiliate, total, totalWasText, gifts, ...donor } = row;
  const { row: number, ...person } = donor;
  return {
    row: number,
    party,
    affiliate,
    donor: person,
    total: euroCents(Number(total)),
    totalWasText,
    gifts: gifts.map((gift): PublishedGift => ({ ...gift, amount: cents(gift.amount) })),
  };
}

/** The list of one version, as it was read from its file. */
export async function readList(tx: Transaction, listId: string): Promise<PublishedList> {
  const [head] = await tx.query<HeadRow>(
    `select year, title, columns, summary_headings as "summaryHeadings", notes,
            printed_total_cents as "printedTotal"
       from register.published_list where id = $1`,
    [listId],
  );
  if (head === undefined) throw new Error(`no published list ${listId}`);
  const donors = await tx.query<DonorRow>(`${DONORS} order by d.row_number`, [listId]);
  return {
    ...head,
    printedTotal: cents(head.printedTotal),
    parties: await readParties(tx, listId),
    donorTotals: donors.map(donorTotalOf),
  };
}

export interface DonorPage {
  readonly listId: string;
  readonly afterRow: number;
  readonly limit: number;
  /** Only this party; null is all. */
  readonly party: string | null;
}

/** Donor totals in the order of the list, after a row. */
export async function donorTotalsAfter(tx: Transaction, page: DonorPage): Promise<DonorTotal[]> {
  const rows = await tx.query<DonorRow>(
    `${DONORS} and d.row_number > $2 and ($3::text is null or d.party = $3)
      order by d.row_number limit $4`,
    [page.listId, page.afterRow, page.party, page.limit],
  );
  return rows.map(donorTotalOf);
}

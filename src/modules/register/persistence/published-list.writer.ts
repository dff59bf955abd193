import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type PublishedList, type SourceRow } from '../facts/published-list';
import { type Reconciliation } from '../facts/reconciliation';

export interface NewListVersion {
  readonly list: PublishedList;
  readonly rows: readonly SourceRow[];
  readonly report: Reconciliation;
  readonly version: number;
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
  readonly seenOn: PlainDate;
  readonly correctionReason: string | null;
}

async function insertHead(tx: Transaction, what: NewListVersion): Promise<string> {
  const { list, report } = what;
  const [row] = await tx.query<{ id: string }>(
    `insert into register.published_list (year, version, sha256, title, columns, summary_headings,
       notes, printed_total_cents, computed_total_cents, report, seen_on, correction_reason)
     values ($1, $2, decode($3, 'hex'), $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [
      list.year,
      what.version,
      what.sha256,
      list.title,
      JSON.stringify(list.columns),
      list.summaryHeadings,
      list.notes,
      list.printedTotal,
      report.computed,
      JSON.stringify(report),
      what.seenOn,
      what.correctionReason,
    ],
  );
  if (row === undefined) throw new Error('a published list was inserted and gave no id');
  return row.id;
}

/** One statement per table: each gets all its rows as one JSON document. */
async function insertAll(
  tx: Transaction,
  listId: string,
  table: string,
  columns: string,
  rows: readonly object[],
): Promise<void> {
  await tx.query(
    `insert into register.${table} (list_id, ${columns})
     select $1, ${columns} from jsonb_populate_recordset(null::register.${table}, $2::jsonb)`,
    [listId, JSON.stringify(rows)],
  );
}

const DONOR_COLUMNS = `row_number, party, affiliate_key, affiliate, donor, donor_kind, care_of,
  address, residence, country, shielding, total_cents, total_was_text`;

async function insertDonors(tx: Transaction, listId: string, list: PublishedList): Promise<void> {
  const donors = list.donorTotals.map(({ row, party, affiliate, donor, total, totalWasText }) => ({
    row_number: row,
    party,
    affiliate_key: affiliate?.key ?? null,
    affiliate: affiliate?.name ?? null,
    donor: donor.name,
    donor_kind: donor.kind,
    care_of: donor.careOf,
    address: donor.address,
    residence: donor.residence,
    country: donor.country,
    shielding: donor.shielding,
    total_cents: total,
    total_was_text: totalWasText,
  }));
  await insertAll(tx, listId, 'donor_total', DONOR_COLUMNS, donors);
  const owners = list.donorTotals.flatMap(({ row, donor }) =>
    donor.beneficialOwners.map(({ name, residence }, at) => ({
      donor_row: row,
      position: at + 1,
      name,
      residence,
    })),
  );
  await insertAll(tx, listId, 'published_ubo', 'donor_row, position, name, residence', owners);
}

async function insertGifts(tx: Transaction, listId: string, list: PublishedList): Promise<void> {
  const gifts = list.donorTotals.flatMap((total) =>
    total.gifts.map((gift) => ({
      row_number: gift.row,
      donor_row: total.row,
      amount_cents: gift.amount,
      received_on: gift.receivedOn,
      in_kind: gift.inKind,
      as_written: gift.asWritten,
    })),
  );
  const columns = 'row_number, donor_row, amount_cents, received_on, in_kind, as_written';
  await insertAll(tx, listId, 'published_gift', columns, gifts);
}

async function insertParties(tx: Transaction, listId: string, list: PublishedList): Promise<void> {
  const parties = list.parties.map((printed, at) => ({
    position: at + 1,
    row_number: printed.row,
    party: printed.party,
    party_as_written: printed.partyAsWritten,
    answer: printed.answer,
    answer_as_written: printed.answerAsWritten,
    printed_total_cents: printed.printedTotal,
  }));
  const columns = `position, row_number, party, party_as_written, answer, answer_as_written,
    printed_total_cents`;
  await insertAll(tx, listId, 'published_party', columns, parties);
}

/** Stores a version of a list with every row as it came in. Gives its id. */
export async function insertListVersion(tx: Transaction, what: NewListVersion): Promise<string> {
  const { list, rows } = what;
  const listId = await insertHead(tx, what);
  await insertParties(tx, listId, list);
  await insertDonors(tx, listId, list);
  await insertGifts(tx, listId, list);
  const source = rows.map(({ row, kind, cells }) => ({ row_number: row, kind, cells }));
  await insertAll(tx, listId, 'source_row', 'row_number, kind, cells', source);
  return listId;
}

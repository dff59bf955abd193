import { type Transaction } from '../../../platform/database/transaction';
import { type FilingList, type FilingPlace, type FilingStatus } from '../facts/filing-status';

const COLUMNS = `key, party_slug as "partySlug", party_name as "partyName",
  recipient_name as "recipientName", kind, year, election, last_day::text as "lastDay", status,
  filed_on::text as "filedOn"`;

const LISTS: Readonly<Record<FilingList, { readonly day: string; readonly where: string }>> = {
  missing: { day: 'last_day', where: `status = 'not_received'` },
  late: { day: 'filed_on', where: 'filed_on > last_day' },
  nil: { day: 'filed_on', where: `status = 'nil'` },
};

/** The day a list is ordered by, of one row of it. */
export function placeOf(list: FilingList, filing: FilingStatus): FilingPlace {
  const day = list === 'missing' ? filing.lastDay : (filing.filedOn ?? filing.lastDay);
  return { day, key: filing.key };
}

/** Newest day first. */
export function filingsIn(
  tx: Transaction,
  list: FilingList,
  after: FilingPlace | null,
  limit: number,
): Promise<FilingStatus[]> {
  const { day, where } = LISTS[list];
  const place = after === null ? '' : `and (${day}, key) < ($2::date, $3)`;
  return tx.query<FilingStatus>(
    `select ${COLUMNS} from register.filing_status where ${where} ${place}
      order by ${day} desc, key desc limit $1`,
    after === null ? [limit] : [limit, after.day, after.key],
  );
}

/** Of one party and its affiliates; what is due last comes first. */
export function filingsOfParty(
  tx: Transaction,
  slug: string,
  limit: number,
): Promise<FilingStatus[]> {
  return tx.query<FilingStatus>(
    `select ${COLUMNS} from register.filing_status where party_slug = $1
      order by last_day desc, key desc limit $2`,
    [slug, limit],
  );
}

/** A gift of which the ministry knows something else than before. */
export interface ChangedGift {
  readonly partyId: string;
  readonly key: string;
}

const KEY = ['party_id', 'key'] as const;
const FACTS = [
  'line',
  'source',
  'tenant_id',
  'contribution_root_id',
  'contribution_id',
  'donor_id',
  'recipient_id',
  'recipient_name',
  'recipient_kind',
  'type',
  'form',
  'year',
  'received_on',
  'amount_cents',
  'returned_cents',
  'annulled',
  'grounds',
  'filed_in',
  'notice_number',
  'first_filed_on',
  'enforced_last_day',
  'statutory_last_day',
  'remark',
  'donor_kind',
  'country',
  'place',
] as const;
const COLUMNS = [...KEY, ...FACTS].join(', ');
const of = (row: string): string => FACTS.map((column) => `${row}.${column}`).join(', ');

/**
 * Writes what a CTE `desired` holds, with the columns of insight.gift by name, and gives the keys
 * of rows that are new or changed.
 */
export const UPSERT_DESIRED = `
  insert into insight.gift as g (${COLUMNS})
  select ${COLUMNS} from desired
  on conflict (party_id, key) do update
     set ${FACTS.map((column) => `${column} = excluded.${column}`).join(', ')},
         changed_at = platform.now()
   where (${of('g')}) is distinct from (${of('excluded')})
  returning g.party_id as "partyId", g.key`;

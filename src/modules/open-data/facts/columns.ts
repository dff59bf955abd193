import { type PublicGift } from '../../publication/public';
import { type ChangeRecord } from './change';
import { COLUMN_WORDS } from './column-words';

/** What a value of a column is, in every format. */
export type ValueKind = 'text' | 'whole' | 'amount' | 'day' | 'moment';

type Value<Row> = (row: Row) => string | number | null;

export interface Column<Row> {
  readonly name: string;
  readonly kind: ValueKind;
  /** False when a row may leave it empty. */
  readonly required: boolean;
  readonly nl: string;
  readonly en: string;
  readonly value: Value<Row>;
}

/** Goes up when a column is removed, renamed or gets another meaning; it stands in every name. */
export const SCHEMA_VERSION = 1;

function column<Row>(
  name: string,
  kind: ValueKind,
  required: boolean,
  value: Value<Row>,
): Column<Row> {
  const [nl = name, en = name] = COLUMN_WORDS[name] ?? [];
  return { name, kind, required, nl, en, value };
}

function owners({ beneficialOwners }: PublicGift): string | null {
  const texts = beneficialOwners.map(({ name, residence }) =>
    [name ?? '*', residence].filter((part) => part !== null).join(', '),
  );
  return texts.length === 0 ? null : texts.join('; ');
}

/** A gift as one row. New columns are added at the end; nothing ever moves. */
export const GIFT_COLUMNS: readonly Column<PublicGift>[] = [
  column('id', 'text', true, ({ id }) => id),
  column('version', 'whole', true, ({ version }) => version),
  column('status', 'text', true, ({ status }) => status),
  column('party_id', 'text', true, ({ party }) => party.slug),
  column('party_name', 'text', true, ({ party }) => party.name),
  column('recipient_name', 'text', true, ({ recipient }) => recipient.name),
  column('recipient_kind', 'text', true, ({ recipient }) => recipient.kind),
  column('donor_id', 'text', false, ({ donor }) => donor.id),
  column('donor_kind', 'text', true, ({ donor }) => donor.kind),
  column('donor_name', 'text', false, ({ donor }) => donor.name),
  column('donor_address', 'text', false, ({ donor }) => donor.address),
  column('donor_residence', 'text', false, ({ donor }) => donor.residence),
  column('donor_country', 'text', false, ({ donor }) => donor.country),
  column('shielding', 'text', false, ({ donor }) => donor.shielding),
  column('beneficial_owners', 'text', false, owners),
  column('line', 'text', true, ({ line }) => line),
  column('type', 'text', false, ({ type }) => type),
  column('form', 'text', true, ({ form }) => form),
  column('year', 'whole', true, ({ year }) => year),
  column('received_on', 'day', false, ({ receivedOn }) => receivedOn),
  column('amount', 'amount', true, ({ amount }) => amount),
  column('returned', 'amount', true, ({ returned }) => returned),
  column('counted', 'amount', true, ({ counted }) => counted),
  column('filed_in', 'text', true, ({ filedIn }) => filedIn.join(';')),
  column('filed_on', 'day', false, ({ filedOn }) => filedOn),
  column('filed_after_days', 'whole', false, ({ filedAfterDays }) => filedAfterDays),
  column('remark', 'text', false, ({ remark }) => remark),
  column('published_at', 'moment', true, ({ publishedAt }) => publishedAt),
  column('changed_at', 'moment', true, ({ changedAt }) => changedAt),
];

const OF_CHANGE: readonly Column<ChangeRecord>[] = [
  column('change_number', 'whole', true, ({ changeNumber }) => changeNumber),
  column('change', 'text', true, ({ change }) => change),
  column('change_reason', 'text', false, ({ reason }) => reason),
  column('change_moment', 'moment', true, ({ changedAt }) => changedAt),
];

/** Identifier and version are known of a tombstone too; all else of the gift is then empty. */
function ofGift({ value, ...rest }: Column<PublicGift>): Column<ChangeRecord> {
  if (rest.name === 'id') return { ...rest, value: ({ id }) => id };
  if (rest.name === 'version') return { ...rest, value: ({ version }) => version };
  return {
    ...rest,
    required: false,
    value: ({ content }) => (content === null ? null : value(content)),
  };
}

export const CHANGE_COLUMNS: readonly Column<ChangeRecord>[] = [
  ...OF_CHANGE,
  ...GIFT_COLUMNS.map(ofGift),
];

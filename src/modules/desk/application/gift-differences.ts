/** The fields of a gift that a correction can change. Amounts in euro cents, days as yyyy-mm-dd. */
export const GIFT_FIELDS = [
  'donor',
  'recipient',
  'type',
  'form',
  'amount',
  'marketValue',
  'paid',
  'receivedOn',
  'valuation',
  'description',
  'bankReference',
] as const;
export type GiftField = (typeof GIFT_FIELDS)[number];

export type GiftVersion = Readonly<Record<GiftField, string | null>>;

export interface GiftDifference {
  readonly field: GiftField;
  readonly before: string | null;
  readonly after: string | null;
}

/** What is different, field by field, in the order of the form. */
export function giftDifferences(
  before: GiftVersion,
  after: GiftVersion,
): readonly GiftDifference[] {
  return GIFT_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
}

/**
 * For what part of a party somebody holds a role. Empty: for the whole group and every year.
 * The database refuses what a treasurer, an accountant or the board writes outside it.
 */
export interface Mandate {
  /** One recipient of the group: the party itself or one affiliate. Null: all of them. */
  readonly recipientId: string | null;
  /** Its name, as it was when the mandate was given. */
  readonly recipientName: string | null;
  /** Of an accountant: the first and last year whose filings may be signed. Null: no bound. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

export const WHOLE_PARTY: Mandate = {
  recipientId: null,
  recipientName: null,
  firstYear: null,
  lastYear: null,
};

import { type Transaction } from '../../../platform/database/transaction';

export type DecisionKind = 'release' | 'hold' | 'let_go' | 'check' | 'clear' | 'stop' | 'lift';

export interface NewDecision {
  readonly kind: DecisionKind;
  readonly itemId: string | null;
  readonly revision: number | null;
  readonly publicationId: string | null;
  readonly reason: string | null;
  readonly decidedByName: string | null;
}

export interface StoredDecision {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly publicationId: string | null;
  readonly reason: string | null;
}

/** Writes decisions; what they mean for items and rows happens with them. Gives their ids. */
export async function insertDecisions(
  tx: Transaction,
  decisions: readonly NewDecision[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `insert into insight.publication_decision
       (kind, item_id, revision, publication_id, reason, decided_by_name)
     select n.kind, n."itemId", n.revision, n."publicationId", n.reason, n."decidedByName"
       from json_to_recordset($1::json) as n (kind text, "itemId" uuid, revision int,
         "publicationId" uuid, reason text, "decidedByName" text)
     returning id`,
    [JSON.stringify(decisions)],
  );
  return rows.map(({ id }) => id);
}

export async function findDecision(tx: Transaction, id: string): Promise<StoredDecision | null> {
  const [row] = await tx.query<StoredDecision>(
    `select id, kind, publication_id as "publicationId", reason
       from insight.publication_decision where id = $1`,
    [id],
  );
  return row ?? null;
}

/** The status a gift has beside any check: corrected once it ever was. */
export async function wasCorrected(tx: Transaction, publicationId: string): Promise<boolean> {
  const rows = await tx.query(
    `select from register.publication_version where publication_id = $1 and change = 'corrected'
      limit 1`,
    [publicationId],
  );
  return rows.length > 0;
}

import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem, type Problem } from '../../../platform/http/problem';
import { announce } from '../../../platform/jobs/public';
import {
  type DecisionKind,
  insertDecisions,
  type NewDecision,
} from '../persistence/decision.store';
import { findItem, rowIdOf } from '../persistence/release-list.query';
import { publishSoon } from './propose-releases';
import { APPLY_DECISION } from './publication-jobs';

/** An item as it was read: another revision is another proposal. */
export interface SeenItem {
  readonly id: string;
  readonly revision: number;
}

export interface ItemDecision {
  readonly items: readonly SeenItem[];
  readonly kind: Extract<DecisionKind, 'release' | 'hold' | 'let_go'>;
  /** Wanted with hold and let_go. */
  readonly reason: string | null;
  readonly actorName: string | null;
}

const NOTHING = { itemId: null, revision: null, publicationId: null, reason: null } as const;

const AS_IT_STANDS: Readonly<Record<string, Problem>> = {
  release_item_as_it_was_read: problem(
    409,
    'release.changed',
    'One of these changes was settled, or changed since you read it. Read the list again.',
  ),
  register_state_changes: problem(409, 'register.stands_so', 'It stands so already.'),
};

function constraintOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'constraint' in error
    ? String(error.constraint)
    : '';
}

async function decide(
  tx: Transaction,
  decisions: readonly NewDecision[],
): Promise<readonly string[]> {
  if (tx.scope.actorRole !== 'overseer')
    throw problem(403, 'release.role', 'Only the overseer decides about what is public.');
  try {
    return await insertDecisions(tx, decisions);
  } catch (error) {
    throw AS_IT_STANDS[constraintOf(error)] ?? error;
  }
}

/** An overseer releases changes, holds them, or lets what was held wait for its hour again. */
@Injectable()
export class DecideReleases {
  /** All or none. @throws Problem 404 for an unknown item, 409 for one that changed. */
  async run(tx: Transaction, { items, kind, reason, actorName }: ItemDecision): Promise<void> {
    for (const { id } of items) if ((await findItem(tx, id)) === null) throw notFound();
    await decide(
      tx,
      items.map(({ id, revision }) => ({
        ...{ ...NOTHING, kind, revision, reason, itemId: id },
        decidedByName: actorName,
      })),
    );
    if (kind !== 'hold') await publishSoon(tx, kind);
  }
}

export interface GiftDecision {
  readonly kind: Extract<DecisionKind, 'check' | 'clear' | 'stop' | 'lift'>;
  /** Public number of the gift; null with stop and lift is the whole register. */
  readonly giftId: string | null;
  /** For everybody to read. */
  readonly reason: string;
  readonly actorName: string | null;
}

/** An overseer marks a gift as under check, takes it or the register down, or ends that. */
@Injectable()
export class DecideGift {
  /** @throws Problem 404 for an unknown gift, 409 when it stands so already. */
  async run(tx: Transaction, { kind, giftId, reason, actorName }: GiftDecision): Promise<void> {
    const publicationId = giftId === null ? null : await rowIdOf(tx, giftId);
    if (giftId !== null && publicationId === null) throw notFound();
    const [decisionId] = await decide(tx, [
      { ...NOTHING, kind, reason, publicationId, decidedByName: actorName },
    ]);
    if (decisionId === undefined) throw new Error('a decision was not written');
    if (publicationId !== null)
      await announce(tx, APPLY_DECISION, { decisionId }, { tenantId: null });
  }
}

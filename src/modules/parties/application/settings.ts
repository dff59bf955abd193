import { Injectable } from '@nestjs/common';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { inForceOn } from '../../../legal/kernel/timeline';
import { capMoney } from '../../../legal/parameters/cap';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { badInput, problem } from '../../../platform/http/problem';
import {
  findOwnCaps,
  findSecondSignatures,
  insertOwnCap,
  insertSecondSignature,
  type NewOwnCap,
  type SecondSignatureDecision,
  type StoredOwnCap,
} from '../persistence/settings.store';

export type { NewOwnCap, SecondSignatureDecision, StoredOwnCap };

/** What a party agreed for itself. */
export interface OrganisationSettings {
  /** True: a notice goes out only after a second person of the party confirmed it. */
  readonly secondSignature: boolean;
  /** Since when it is so; null when it was never decided. ISO 8601 in UTC. */
  readonly secondSignatureSince: string | null;
}

export async function organisationSettings(
  tx: Transaction,
  tenantId: string,
): Promise<OrganisationSettings> {
  const [newest] = await findSecondSignatures(tx, tenantId);
  return {
    secondSignature: newest?.wanted ?? false,
    secondSignatureSince: newest?.decidedAt ?? null,
  };
}

/** Everything written about the party's own caps (art. 34), the newest day first. */
export function ownCaps(tx: Transaction, tenantId: string): Promise<readonly StoredOwnCap[]> {
  return findOwnCaps(tx, tenantId);
}

/** Every decision about the second signature, newest first. */
export function secondSignatureDecisions(
  tx: Transaction,
  tenantId: string,
): Promise<readonly SecondSignatureDecision[]> {
  return findSecondSignatures(tx, tenantId);
}

export type OwnCapListener = (
  tx: Transaction,
  changed: { readonly tenantId: string; readonly from: PlainDate },
) => Promise<void>;

/** Who must judge again when a party's own cap changes asks to be told, in the same transaction. */
@Injectable()
export class OwnCapChanges {
  private readonly listeners: OwnCapListener[] = [];

  subscribe(listener: OwnCapListener): void {
    this.listeners.push(listener);
  }

  async announce(tx: Transaction, changed: Parameters<OwnCapListener>[1]): Promise<void> {
    for (const listener of this.listeners) await listener(tx, changed);
  }
}

/** The cap of the Act on a day, in cents; null before there was one. */
export function legalCapOn(day: PlainDate): number | null {
  const cap = inForceOn(capMoney.values, day);
  return cap === 'unknown' ? null : cap.value;
}

/**
 * The board writes down a lower cap of the party's gift regulation, or that there is none any more.
 * Written again for the same day, the later entry counts; the earlier one stays readable.
 */
@Injectable()
export class EnterOwnCap {
  constructor(private readonly changes: OwnCapChanges) {}

  /** @throws Problem 400 when the day or the amount cannot be. */
  async run(tx: Transaction, cap: NewOwnCap): Promise<void> {
    const tenantId = tenantOf(tx);
    const { from, amount } = cap;
    if (from < '2013-05-01')
      throw badInput({
        ...{ in: 'body', location: '/from', code: 'date.before_act' },
        detail: 'The Act is in force since 2013-05-01.',
      });
    const limit = legalCapOn(from);
    if (amount !== null && limit !== null && amount >= limit)
      throw badInput({
        ...{ in: 'body', location: '/amount', code: 'own_cap.not_lower' },
        detail: `A cap of the party itself is lower than that of the Act, ${String(limit)} cents.`,
      });
    await insertOwnCap(tx, tenantId, cap);
    await this.changes.announce(tx, { tenantId, from });
  }
}

/**
 * The board decides whether a notice needs a second person. What waits for one when it is turned
 * off goes nowhere by itself: the treasurer files it then.
 */
@Injectable()
export class DecideSecondSignature {
  /** @throws Problem 409 when it is so already. */
  async run(tx: Transaction, decision: { wanted: boolean; reason: string }): Promise<void> {
    const tenantId = tenantOf(tx);
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('second signature ' || $1, 0))`, [
      tenantId,
    ]);
    const { secondSignature } = await organisationSettings(tx, tenantId);
    if (secondSignature === decision.wanted)
      throw problem(409, 'second_signature.same', 'It is so already.');
    await insertSecondSignature(tx, tenantId, decision);
  }
}

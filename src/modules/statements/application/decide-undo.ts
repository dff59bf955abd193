import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { problem } from '../../../platform/http/problem';
import { AnnulContribution, readContribution } from '../../contributions/public';
import { decisionsOn, type StoredDecision, undoDecision } from '../persistence/decision.store';

/**
 * Takes a decision back: what was booked is annulled with the reason, what was linked stays booked,
 * and the entry is open again.
 * @throws Problem 409 when the entry is open, or when it stands for money that went back.
 */
@Injectable()
export class UndoDecision {
  constructor(private readonly annulling: AnnulContribution) {}

  async run(tx: Transaction, entryId: string, reason: string): Promise<void> {
    const tenantId = tenantOf(tx);
    const [decision] = (await decisionsOn(tx, tenantId, [entryId])).filter(
      ({ undoneAt }) => undoneAt === null,
    );
    if (decision === undefined) throw notDecided();
    if (decision.kind === 'settled')
      throw problem(
        409,
        'decision.settled',
        'This entry is the proof that a gift went back. A return cannot be undone; correct the gift instead.',
      );
    if (!(await undoDecision(tx, tenantId, decision.id, reason))) throw notDecided();
    if (decision.kind === 'booked') await this.annul(tx, decision, reason);
  }

  private async annul(tx: Transaction, { lines }: StoredDecision, reason: string): Promise<void> {
    for (const { contributionId } of lines) {
      if (contributionId === null) continue;
      const life = await readContribution(tx, tenantOf(tx), contributionId);
      if (life !== null) await this.annulling.run(tx, life.current.id, reason);
    }
  }
}

function notDecided(): Error {
  return problem(
    409,
    'entry.open',
    'Nothing was decided on this entry, or it was undone in the meantime.',
  );
}

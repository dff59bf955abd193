import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem } from '../../../platform/http/problem';
import { DecideEntries } from '../application/decide-entries';
import { UndoDecision } from '../application/decide-undo';
import { readStatementEntries, type StoredEntry } from '../application/read-entries';
import { RememberDecision } from '../application/rules-remember';
import { actOf } from './proposal-input';
import { type DecidedAnswer } from './proposal.answers';
import { type EntryDecisionBody } from './proposal.bodies';

/** One decision that comes through the API. */
@Injectable()
export class DecideOne {
  constructor(
    private readonly deciding: DecideEntries,
    private readonly undoing: UndoDecision,
    private readonly remembering: RememberDecision,
  ) {}

  /** @throws Problem 404, 409 when somebody decided before, 400 with all faults. */
  async decide(tx: Transaction, id: string, body: EntryDecisionBody): Promise<DecidedAnswer> {
    const entry = await this.entry(tx, id);
    const act = actOf(body, entry);
    const ruleId = body.remember === true ? await this.remembering.run(tx, id, act) : null;
    const note = body.note ?? null;
    const decided = await this.deciding.run(tx, [
      { entryId: id, act, note, ruleId, byRule: false },
    ]);
    if (decided.entryIds.length === 0)
      throw problem(
        409,
        'entry.decided',
        'Somebody decided on this entry before. Read it again; take that decision back first if it was wrong.',
      );
    return {
      decided: 1,
      left: 0,
      contributions: decided.contributionIds.map((contributionId) => ({ id: contributionId })),
      ruleId,
    };
  }

  async reopen(tx: Transaction, id: string, reason: string): Promise<void> {
    await this.entry(tx, id);
    await this.undoing.run(tx, id, reason);
  }

  private async entry(tx: Transaction, id: string): Promise<StoredEntry> {
    const [entry] = await readStatementEntries(tx, tenantOf(tx), { entryIds: [id] });
    if (entry === undefined) throw notFound();
    return entry;
  }
}

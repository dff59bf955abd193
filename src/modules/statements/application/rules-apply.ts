import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { allRules, entryRuleOf } from '../persistence/rule.store';
import { mayBookItself } from '../recognition/match-rule';
import { type Decided, DecideEntries } from './decide-entries';
import { canConfirm, decisionOf, proposeOpen } from './decide-proposals';

/**
 * Books what the treasurer told a rule to book by itself: dues that need no registration (art. 21
 * lid 2), of which donor and recipient are certain. Everything else waits for a person.
 */
@Injectable()
export class BookByRules {
  constructor(private readonly deciding: DecideEntries) {}

  /** @param statementId only the entries of this statement; null for all that are open */
  async run(tx: Transaction, statementId: string | null): Promise<Decided> {
    const rules = await allRules(tx, tenantOf(tx));
    const own = new Map(
      rules
        .filter(({ active, booksItself }) => active && booksItself)
        .map((rule) => [rule.id, entryRuleOf(rule)]),
    );
    if (own.size === 0) return this.deciding.run(tx, []);
    const chosen = (await proposeOpen(tx, statementId)).filter((one) => {
      const rule = one.proposal.ruleId === null ? undefined : own.get(one.proposal.ruleId);
      const sure = one.proposal.certainty === 'certain' && one.proposal.action?.do === 'book';
      return (
        rule !== undefined && sure && canConfirm(one, tx.today) && mayBookItself(rule, one.entry)
      );
    });
    return this.deciding.run(
      tx,
      chosen.flatMap((one) => decisionOf(one, true)),
    );
  }
}

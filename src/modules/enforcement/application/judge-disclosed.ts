import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { donorYearFacts, type DonorYearKey, holdDonorYear } from '../../contributions/public';
import { RecordJudgement } from '../../judgements/public';
import { endOrphans } from '../persistence/proposal.store';
import { ProposeFine } from './propose-fine';

/**
 * Judges what was disclosed of one donor's year, and only that (D7): the overseer is told nothing
 * that was not filed or overdue. A fresh finding that can be fined becomes a proposal (D8).
 */
@Injectable()
export class JudgeDisclosed {
  constructor(
    private readonly judgement: RecordJudgement,
    private readonly propose: ProposeFine,
  ) {}

  async run(tx: Transaction, key: DonorYearKey): Promise<void> {
    await holdDonorYear(tx, key.tenantId, key.donorId, key.year);
    const facts = await donorYearFacts(tx, key, true);
    if (facts === null || facts.contributions.length === 0) return;
    const { fresh } = await this.judgement.run(tx, 'disclosed', facts);
    await endOrphans(tx, key.tenantId, key.donorId);
    for (const { id, finding } of fresh)
      await this.propose.run(tx, { ...key, findingId: id, finding, notice: null });
  }
}

import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { type Finding } from '../../../legal/rules/finding';
import { donorYearFacts, type DonorYearKey, holdDonorYear } from '../../contributions/public';
import {
  moveFindings,
  type MovedDonorYear,
  readDutiesOfContributions,
  RecordJudgement,
} from '../../judgements/public';
import { endOrphans } from '../persistence/proposal.store';
import { metOn } from './met-on';
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

  /** @param by why a finding moves that stands under another donor than its gifts count for now. */
  async run(
    tx: Transaction,
    key: DonorYearKey,
    by: 'merged' | 'split' = 'merged',
  ): Promise<MovedDonorYear | null> {
    const held = await holdDonorYear(tx, key.tenantId, key.donorId, key.year);
    const facts = await donorYearFacts(tx, held, true);
    if (facts === null || facts.contributions.length === 0) return null;
    const { tenantId, year } = key;
    const donorId = facts.donor.ref;
    const absorbed = held.cluster.filter((id) => id !== donorId);
    const rootIds = facts.contributions.map(({ ref }) => ref);
    const moved = { tenantId, year, donorId, rootIds, absorbed, by };
    const late = await moveFindings(tx, 'disclosed', moved);
    const { fresh } = await this.judgement.run(tx, 'disclosed', facts);
    for (const id of held.cluster) await endOrphans(tx, tenantId, id);
    for (const { id, finding } of fresh)
      await this.propose.run(tx, { tenantId, donorId, year, findingId: id, finding, notice: null });
    for (const { id, finding } of late) await this.proposeLate(tx, moved, id, finding);
    return moved;
  }

  /** Ends proposals of which the finding ended after the judgement. */
  async endOrphansOf(
    tx: Transaction,
    tenantId: string,
    donorIds: readonly string[],
  ): Promise<void> {
    for (const id of donorIds) await endOrphans(tx, tenantId, id);
  }

  /** The late notice is the same one, under the donor its gift counts for now. */
  private async proposeLate(
    tx: Transaction,
    { tenantId, donorId, year }: MovedDonorYear,
    findingId: string,
    finding: Finding,
  ): Promise<void> {
    const roots = finding.contributions.map(({ contribution }) => contribution);
    const [duty] = await readDutiesOfContributions(tx, tenantId, roots);
    if (duty === undefined) return;
    const filedOn = await metOn(tx, duty);
    const notice = { duty, filedOn };
    await this.propose.run(tx, { tenantId, donorId, year, findingId, finding, notice });
  }
}

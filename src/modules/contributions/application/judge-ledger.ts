import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DonorYear } from '../../../legal/facts/contribution';
import { type Transaction } from '../../../platform/database/transaction';
import { announce } from '../../../platform/jobs/job';
import {
  DonorChanges,
  donorCluster,
  type IdentityChange,
  IdentityChanges,
} from '../../donors/public';
import {
  endLapsedLateNotices,
  moveFindings,
  RecordJudgement,
  type RecordedJudgement,
} from '../../judgements/public';
import { yearsOfDonors } from '../persistence/contribution.store';
import { DONOR_IDENTITY_CHANGED } from './donor-identity-changed';
import { donorYearFacts, type DonorYearKey } from './donor-year-facts';
import { holdDonorYear } from './hold-donor-year';

/** Judges the party's own ledger again after a change, in the transaction of that change. */
@Injectable()
export class JudgeLedger implements OnModuleInit {
  constructor(
    private readonly judgement: RecordJudgement,
    private readonly donors: DonorChanges,
    private readonly identities: IdentityChanges,
  ) {}

  onModuleInit(): void {
    this.donors.subscribe(async (tx, tenantId, donorId) => {
      const cluster = await donorCluster(tx, tenantId, donorId);
      for (const year of await yearsOfDonors(tx, tenantId, cluster))
        await this.run(tx, await holdDonorYear(tx, tenantId, donorId, year));
    });
    this.identities.subscribe((tx, change) => this.afterIdentityChange(tx, change));
  }

  /** @throws when the donor is not there; the caller has looked. */
  async run(tx: Transaction, key: DonorYearKey): Promise<RecordedJudgement> {
    return this.judgement.run(tx, 'ledger', await this.facts(tx, key));
  }

  /** The identities are held alone, so nobody books while the years move. */
  private async afterIdentityChange(tx: Transaction, change: IdentityChange): Promise<void> {
    const { tenantId, kind, to, from } = change;
    const cluster = await donorCluster(tx, tenantId, to);
    const others = kind === 'split' ? await donorCluster(tx, tenantId, from) : [from];
    const years = await yearsOfDonors(tx, tenantId, [...cluster, ...others]);
    for (const year of years) {
      await this.move(tx, await holdDonorYear(tx, tenantId, to, year), kind);
      if (kind === 'split')
        await this.move(tx, await holdDonorYear(tx, tenantId, from, year), kind);
      await announce(tx, DONOR_IDENTITY_CHANGED, { tenantId, to, from, year, kind }, { tenantId });
    }
  }

  private async move(
    tx: Transaction,
    held: Awaited<ReturnType<typeof holdDonorYear>>,
    by: IdentityChange['kind'],
  ): Promise<void> {
    const { tenantId, donorId, year, cluster } = held;
    const facts = await this.facts(tx, held);
    const rootIds = facts.contributions.map(({ ref }) => ref);
    const moved = { tenantId, donorId, year, by, rootIds, absorbed: cluster.slice(1) };
    await moveFindings(tx, 'ledger', moved);
    await this.judgement.run(tx, 'ledger', facts, by);
    await endLapsedLateNotices(tx, 'ledger', moved);
  }

  private async facts(tx: Transaction, key: DonorYearKey): Promise<DonorYear> {
    const facts = await donorYearFacts(tx, key, false);
    if (facts === null) throw new Error(`no donor ${key.donorId} to judge`);
    return facts;
  }
}

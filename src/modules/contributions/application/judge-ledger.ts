import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { DonorChanges } from '../../donors/public';
import { RecordJudgement, type RecordedJudgement } from '../../judgements/public';
import { yearsOfDonor } from '../persistence/contribution.store';
import { lockDonorYear } from '../persistence/locks';
import { donorYearFacts, type DonorYearKey } from './donor-year-facts';

/** Judges the party's own ledger again after a change, in the transaction of that change. */
@Injectable()
export class JudgeLedger implements OnModuleInit {
  constructor(
    private readonly judgement: RecordJudgement,
    private readonly donors: DonorChanges,
  ) {}

  onModuleInit(): void {
    this.donors.subscribe(async (tx, tenantId, donorId) => {
      for (const year of await yearsOfDonor(tx, tenantId, donorId)) {
        await lockDonorYear(tx, tenantId, donorId, year);
        await this.run(tx, { tenantId, donorId, year });
      }
    });
  }

  /** @throws when the donor is not there; the caller has looked. */
  async run(tx: Transaction, key: DonorYearKey): Promise<RecordedJudgement> {
    const facts = await donorYearFacts(tx, key, false);
    if (facts === null) throw new Error(`no donor ${key.donorId} to judge`);
    return this.judgement.run(tx, 'ledger', facts);
  }
}

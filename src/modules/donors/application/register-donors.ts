import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { insertAccounts } from '../persistence/account.store';
import { insertDonors } from '../persistence/donor.bulk';
import { type AccountSource } from './accounts';
import { type RegisterDonorCommand } from './donor-verbs';

export interface RegisterDonorsCommand extends RegisterDonorCommand {
  /** The account the donor pays from, without spaces, when it is known. */
  readonly iban?: string | null;
}

/** Enters many donors at once (art. 21 lid 1): the same rows as one by one, in a few statements. */
@Injectable()
export class RegisterDonors {
  /** @returns the ids, in the order of the commands. */
  async run(
    tx: Transaction,
    commands: readonly RegisterDonorsCommand[],
    source: AccountSource = 'import',
  ): Promise<readonly string[]> {
    const tenantId = tenantOf(tx);
    const ids = await insertDonors(tx, tenantId, commands);
    const accounts = commands.flatMap(({ iban }, index) => {
      const donorId = ids[index];
      return iban === undefined || iban === null || donorId === undefined
        ? []
        : [{ donorId, iban }];
    });
    await insertAccounts(tx, tenantId, accounts, source);
    return ids;
  }
}

import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { badInput, notFound, problem } from '../../../platform/http/problem';
import { readGroup } from '../../parties/public';
import {
  assignAccount,
  type BankAccount,
  findAccount,
  hasBookings,
} from '../persistence/account.store';

/** Says whose account it is: of the party, an affiliate or a candidate of its own group. */
@Injectable()
export class AssignAccount {
  /**
   * @throws Problem 404 for an account that is not there, 400 for a recipient outside the group, 409
   *   when contributions were booked from this account: they stand at the recipient they were for.
   */
  async run(tx: Transaction, id: string, recipientId: string): Promise<BankAccount> {
    const tenantId = tenantOf(tx);
    const account = await findAccount(tx, tenantId, id);
    if (account === null) throw notFound();
    if (account.recipientId === recipientId) return account;
    const { members } = await readGroup(tx, tenantId);
    if (!members.some(({ recipient }) => recipient === recipientId)) {
      const detail = 'The recipient is none of this group. GET /v1/recipients names them.';
      throw badInput({ in: 'body', location: '/recipientId', code: 'recipient.unknown', detail });
    }
    if (await hasBookings(tx, id)) {
      const detail = 'Contributions were booked from this account; it stays with its recipient.';
      throw problem(409, 'account.in_use', detail);
    }
    await assignAccount(tx, id, recipientId);
    return (await findAccount(tx, tenantId, id)) ?? account;
  }
}

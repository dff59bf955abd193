import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { problem } from '../../../platform/http/problem';
import {
  findGroup,
  insertRecipient,
  insertStatus,
  type NewRecipient,
  type NewStatus,
} from '../persistence/organisation.store';
import { announceChange } from './organisation-changed';

/**
 * The group becomes something else in law from a day on: an association that wins its first seat is
 * a party (art. 1 onder b), a party that loses every seat is one no longer.
 * @throws Problem 409 when a later status is already on record.
 */
@Injectable()
export class ChangeStatus {
  constructor(private readonly database: Database) {}

  run(scope: Scope, command: NewStatus & { readonly tenantId: string }): Promise<void> {
    return this.database.inTransaction(scope, async (tx) => {
      const group = await findGroup(tx, command.tenantId);
      const later = group?.statuses.find(({ from }) => from >= command.from);
      if (later !== undefined)
        throw problem(
          409,
          'status.later_known',
          `From ${later.from} another status is on record. Choose a later day.`,
        );
      await insertStatus(tx, command.tenantId, command);
      await announceChange(tx, command.tenantId);
    });
  }
}

/** An affiliate, candidate or branch joins the group from a day on. Gives its id. */
@Injectable()
export class AddRecipient {
  constructor(private readonly database: Database) {}

  run(scope: Scope, recipient: NewRecipient): Promise<string> {
    return this.database.inTransaction(scope, (tx) => this.within(tx, recipient));
  }

  /** The same as part of more that must happen together. */
  async within(tx: Transaction, recipient: NewRecipient): Promise<string> {
    const id = await insertRecipient(tx, recipient);
    await announceChange(tx, recipient.tenantId);
    return id;
  }
}

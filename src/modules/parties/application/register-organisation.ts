import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope } from '../../../platform/database/transaction';
import { announceChange } from './organisation-changed';
import {
  insertOrganisation,
  insertRecipient,
  type NewOrganisation,
  type NewRecipient,
} from '../persistence/organisation.store';

export type RegisterOrganisationCommand = NewOrganisation & {
  readonly recipients: readonly Omit<NewRecipient, 'tenantId'>[];
};

export interface RegisteredOrganisation {
  readonly tenantId: string;
  /** In the order of the command. */
  readonly recipientIds: readonly string[];
}

/** The overseer enters a party with its dated status, affiliates and candidates (arts. 1-5, 31). */
@Injectable()
export class RegisterOrganisation {
  constructor(private readonly database: Database) {}

  run(scope: Scope, command: RegisterOrganisationCommand): Promise<RegisteredOrganisation> {
    return this.database.inTransaction(scope, async (tx) => {
      const tenantId = await insertOrganisation(tx, command);
      const recipientIds: string[] = [];
      for (const recipient of command.recipients)
        recipientIds.push(await insertRecipient(tx, { ...recipient, tenantId }));
      await announceChange(tx, tenantId);
      return { tenantId, recipientIds };
    });
  }
}

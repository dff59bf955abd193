import { type DonorKind, type EligibilityDeclaration } from '../../../legal/facts/donor';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { Injectable } from '@nestjs/common';
import {
  insertDeclaration,
  insertDonor,
  insertLookThrough,
  insertParticulars,
  type LookThroughInput,
  type ParticularsInput,
} from '../persistence/donor.writer';
import { DonorChanges } from './donor-changes';
import { readDonor } from './read-donor';

export type DeclarationInput = EligibilityDeclaration & { readonly evidence: string };

export interface RegisterDonorCommand {
  readonly kind: DonorKind;
  readonly particulars: ParticularsInput;
  readonly declaration: DeclarationInput | null;
}

/** Enters a donor (art. 21 lid 1). What is not known yet stays empty and is asked for later. */
@Injectable()
export class RegisterDonor {
  async run(tx: Transaction, command: RegisterDonorCommand): Promise<string> {
    const tenantId = tenantOf(tx);
    const id = await insertDonor(tx, tenantId, command.kind);
    await insertParticulars(tx, { tenantId, id, version: 1 }, command.particulars, 'first entry');
    if (command.declaration !== null)
      await insertDeclaration(tx, { tenantId, id }, command.declaration);
    return id;
  }
}

/** New particulars beside the old ones, with the reason. Gives false when the donor is not there. */
@Injectable()
export class ReviseDonor {
  constructor(private readonly changes: DonorChanges) {}

  async run(
    tx: Transaction,
    donorId: string,
    particulars: ParticularsInput,
    reason: string,
  ): Promise<boolean> {
    const tenantId = tenantOf(tx);
    const donor = await readDonor(tx, tenantId, donorId);
    if (donor === null) return false;
    const next = { tenantId, id: donor.id, version: donor.version + 1 };
    await insertParticulars(tx, next, particulars, reason);
    await this.changes.announce(tx, tenantId, donor.id);
    return true;
  }
}

/** What the donor declares about the right to vote (art. 1 onder m). */
@Injectable()
export class RecordDeclaration {
  constructor(private readonly changes: DonorChanges) {}

  async run(tx: Transaction, donorId: string, declaration: DeclarationInput): Promise<boolean> {
    const tenantId = tenantOf(tx);
    const donor = await readDonor(tx, tenantId, donorId);
    if (donor === null) return false;
    await insertDeclaration(tx, { tenantId, id: donor.id }, declaration);
    await this.changes.announce(tx, tenantId, donor.id);
    return true;
  }
}

/** The overview of its own givers that a foundation or association sent (art. 21a). */
@Injectable()
export class RecordLookThrough {
  constructor(private readonly changes: DonorChanges) {}

  async run(tx: Transaction, donorId: string, overview: LookThroughInput): Promise<boolean> {
    const tenantId = tenantOf(tx);
    const donor = await readDonor(tx, tenantId, donorId);
    if (donor === null) return false;
    await insertLookThrough(tx, { tenantId, id: donor.id }, overview);
    await this.changes.announce(tx, tenantId, donor.id);
    return true;
  }
}

export type { LookThroughInput, ParticularsInput };

import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { tenantOf } from '../../../platform/database/tenant-of';
import { notFound, badInput } from '../../../platform/http/problem';
import { announce } from '../../../platform/jobs/public';
import { readDonor } from '../../donors/public';
import { findRequest, insertRequest, type SafetyRequest } from '../persistence/safety.store';
import { searchKey } from '../facts/search-key';
import { SHIELD } from './publication-jobs';

export interface AskShieldingCommand {
  readonly donorId: string;
  /** Null: the donor itself, who is then a person. */
  readonly uboName: string | null;
  readonly reason: string;
  readonly actorName: string | null;
}

const PERSONS: readonly string[] = ['natural_person', 'estate'];

/**
 * A party asks to keep a person out of the register for the sake of safety (art. 25 lid 5). What is
 * public of that donor is out of sight when this transaction commits, and shows again without the
 * name as soon as that has left it.
 */
@Injectable()
export class AskShielding {
  /** @throws Problem 404 for an unknown donor, 400 for somebody who cannot be shielded. */
  async run(tx: Transaction, command: AskShieldingCommand): Promise<SafetyRequest> {
    const tenantId = tenantOf(tx);
    const donor = await readDonor(tx, tenantId, command.donorId);
    if (donor === null) throw notFound();
    if (command.uboName === null && !PERSONS.includes(donor.kind)) {
      const detail = 'Only a person can be shielded: name the beneficial owner.';
      throw badInput({ in: 'body', location: '/uboName', code: 'safety.person', detail });
    }
    const owner = owners(donor).find((name) => searchKey(name) === searchKey(command.uboName));
    if (command.uboName !== null && owner === undefined) {
      const detail = 'This donor has no beneficial owner of that name.';
      throw badInput({ in: 'body', location: '/uboName', code: 'safety.owner', detail });
    }
    const requestId = await insertRequest(tx, tenantId, {
      donorId: donor.id,
      donorName: donor.name,
      uboName: command.uboName === null ? null : (owner ?? null),
      reason: command.reason,
      askedByName: command.actorName,
    });
    await announce(tx, SHIELD, { tenantId, requestId });
    const asked = await findRequest(tx, requestId);
    if (asked === null) throw new Error('a request that was written is not there');
    return asked;
  }
}

function owners(donor: NonNullable<Awaited<ReturnType<typeof readDonor>>>): readonly string[] {
  return donor.ubos.map(({ name }) => name);
}

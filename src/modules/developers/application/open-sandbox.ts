import { Injectable } from '@nestjs/common';
import { addDays, type PlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Scope } from '../../../platform/database/transaction';
import { AssignRole } from '../../identity/public';
import { RegisterDonors } from '../../donors/public';
import { RegisterOrganisation } from '../../parties/public';
import { inventedDonors } from './invented-donors';

/** What every organisation to practise with is called; the person sees it beside the role. */
export const SANDBOX_NAME = 'Oefenpartij';

export interface OpenedSandbox {
  readonly tenantId: string;
  /** The person is treasurer there from now on. */
  readonly assignmentId: string;
}

const SOURCE = 'invented, to practise with';
const SINCE = '2023-01-01' as PlainDate;

const MEMBERS = [
  ['party', SANDBOX_NAME],
  ['scientific_institute', 'Oefenbureau (wetenschappelijk instituut)'],
  ['youth_organisation', 'Jonge Oefenaars (jongerenorganisatie)'],
  ['candidate', 'K. Andidaat'],
] as const;

/**
 * Makes an organisation with invented donors for one person, who becomes its treasurer. The ministry
 * does not see it, and nothing that is done in it counts.
 */
@Injectable()
export class OpenSandbox {
  constructor(
    private readonly database: Database,
    private readonly registering: RegisterOrganisation,
    private readonly assigning: AssignRole,
    private readonly donors: RegisterDonors,
  ) {}

  async run(scope: Scope): Promise<OpenedSandbox> {
    const member = { from: SINCE, until: null, source: SOURCE };
    const staff = { ...scope, role: 'staff', tenantId: null } as const;
    const { tenantId } = await this.registering.run(staff, {
      name: SANDBOX_NAME,
      shortName: 'Oefen',
      contactEmail: null,
      statuses: [{ status: 'political_party', from: SINCE, until: null, source: SOURCE }],
      ownCap: null,
      sandbox: true,
      recipients: MEMBERS.map(([kind, name]) => ({ kind, name, ...member })),
    });
    const own = { ...scope, role: 'app', tenantId } as const;
    await this.database.inTransaction(own, (tx) =>
      this.donors.run(tx, inventedDonors(addDays(tx.today, -1))),
    );
    const assignmentId = await this.assigning.run(
      { accountId: scope.actorId, role: 'treasurer', tenantId, organisation: SANDBOX_NAME },
      { ...scope, role: 'identity', tenantId: null },
    );
    return { tenantId, assignmentId };
  }
}

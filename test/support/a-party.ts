import { randomUUID } from 'node:crypto';
import { type INestApplicationContext } from '@nestjs/common';
import { plainDate } from '../../src/legal/kernel/plain-date';
import { RegisterOrganisation } from '../../src/modules/parties/public';
import { type Scope } from '../../src/platform/database/transaction';

export const OVERSEER_SCOPE: Scope = {
  role: 'staff',
  tenantId: null,
  actorId: 'overseer-of-the-test',
  actorRole: 'overseer',
  requestId: 'test',
};

export function treasurerScope(tenantId: string): Scope {
  return {
    role: 'app',
    tenantId,
    actorId: 'treasurer-of-the-test',
    actorRole: 'treasurer',
    requestId: 'test',
  };
}

export interface AParty {
  readonly tenantId: string;
  readonly party: string;
  readonly affiliate: string;
  readonly candidate: string;
}

/** An invented party with an institute and a candidate, since 2020. */
export async function aParty(
  app: INestApplicationContext,
  name = `Partij van de Proef ${randomUUID().slice(0, 8)}`,
  status: 'political_party' | 'new_association' | 'blank_list' = 'political_party',
): Promise<AParty> {
  const from = plainDate('2020-01-01');
  const member = { from, until: null, source: 'test' };
  const { tenantId, recipientIds } = await app.get(RegisterOrganisation).run(OVERSEER_SCOPE, {
    name,
    shortName: name.slice(0, 40),
    contactEmail: 'penningmeester@voorbeeld.example',
    statuses: [{ status, from, until: null, source: 'test' }],
    ownCap: null,
    recipients: [
      { kind: 'party', name, ...member },
      { kind: 'scientific_institute', name: 'Instituut van de Proef', ...member },
      { kind: 'candidate', name: 'C. Kandidaat', ...member },
    ],
  });
  const [party = '', affiliate = '', candidate = ''] = recipientIds;
  return { tenantId, party, affiliate, candidate };
}

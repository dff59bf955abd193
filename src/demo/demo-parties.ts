import { type INestApplicationContext } from '@nestjs/common';
import { plainDate } from '../legal/kernel/plain-date';
import { RegisterOrganisation } from '../modules/parties/public';
import { type Scope } from '../platform/database/transaction';

export interface DemoParty {
  readonly tenantId: string;
  readonly name: string;
  readonly party: string;
  readonly institute: string;
  readonly youth: string;
  readonly candidate: string;
}

export interface DemoParties {
  readonly polder: DemoParty;
  readonly dorp: DemoParty;
}

const OVERSEER: Scope = {
  role: 'staff',
  tenantId: null,
  actorId: 'demonstration',
  actorRole: 'overseer',
  requestId: 'demonstration',
};

interface Names {
  readonly name: string;
  readonly shortName: string;
  readonly contactEmail: string;
  readonly institute: string;
  readonly youth: string;
  readonly candidate: string;
}

async function register(app: INestApplicationContext, names: Names): Promise<DemoParty> {
  const from = plainDate('2021-03-31');
  const member = { from, until: null, source: 'invented for the demonstration' };
  const { tenantId, recipientIds } = await app.get(RegisterOrganisation).run(OVERSEER, {
    name: names.name,
    shortName: names.shortName,
    contactEmail: names.contactEmail,
    statuses: [
      { status: 'political_party', from, until: null, source: 'invented election result of 2021' },
    ],
    ownCap: null,
    recipients: [
      { kind: 'party', name: names.name, ...member },
      { kind: 'scientific_institute', name: names.institute, ...member },
      { kind: 'youth_organisation', name: names.youth, ...member },
      { kind: 'candidate', name: names.candidate, ...member },
    ],
  });
  const [party = '', institute = '', youth = '', candidate = ''] = recipientIds;
  return { tenantId, name: names.name, party, institute, youth, candidate };
}

export async function registerDemoParties(app: INestApplicationContext): Promise<DemoParties> {
  return {
    polder: await register(app, {
      name: 'Polderpartij',
      shortName: 'Polder',
      contactEmail: 'penningmeester@polderpartij.example',
      institute: 'Instituut Hoog Water',
      youth: 'Jonge Polder',
      candidate: 'S. Terpstra-Terp (kandidaat)',
    }),
    dorp: await register(app, {
      name: 'Dorp & Stad Samen',
      shortName: 'DSS',
      contactEmail: 'penningmeester@dorpenstad.example',
      institute: 'Stichting Kerktoren',
      youth: 'Jong Dorp & Stad',
      candidate: 'P. Pleinema (kandidaat)',
    }),
  };
}

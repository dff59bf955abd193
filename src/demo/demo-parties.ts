import { type INestApplicationContext } from '@nestjs/common';
import { type GroupStatus, type RecipientKind } from '../legal/facts/group';
import { plainDate } from '../legal/kernel/plain-date';
import { RegisterOrganisation } from '../modules/parties/public';
import { type Scope } from '../platform/database/transaction';

/** Recipients that a group does not have are left out. */
export interface DemoParty {
  readonly tenantId: string;
  readonly name: string;
  /** The party, association or list itself. */
  readonly party: string;
  readonly institute: string;
  readonly youth: string;
  readonly candidate: string;
}

/** One of each kind that the law knows, all invented. */
export interface DemoParties {
  readonly polder: DemoParty;
  readonly dorp: DemoParty;
  /** An association that never had a seat (art. 31). */
  readonly kust: DemoParty;
  /** A list without a name of a party (art. 32). */
  readonly lijst: DemoParty;
  /** A group that split off (art. 33). */
  readonly wad: DemoParty;
}

const OVERSEER: Scope = {
  role: 'staff',
  tenantId: null,
  actorId: 'demonstration',
  actorRole: 'overseer',
  requestId: 'demonstration',
};

const INVENTED = 'invented for the demonstration';

interface Names {
  readonly name: string;
  readonly shortName: string;
  readonly contactEmail: string;
  readonly postalAddress: readonly string[];
  readonly status: GroupStatus;
  readonly since: string;
  readonly affiliates: readonly (readonly [kind: RecipientKind, name: string])[];
}

async function register(app: INestApplicationContext, names: Names): Promise<DemoParty> {
  const from = plainDate(names.since);
  const member = { from, until: null, source: INVENTED };
  const members = [['party', names.name] as const, ...names.affiliates];
  const { tenantId, recipientIds } = await app.get(RegisterOrganisation).run(OVERSEER, {
    name: names.name,
    shortName: names.shortName,
    contactEmail: names.contactEmail,
    postalAddress: names.postalAddress,
    statuses: [{ status: names.status, from, until: null, source: INVENTED }],
    ownCap: null,
    recipients: members.map(([kind, name]) => ({ kind, name, ...member })),
  });
  const of = (wanted: RecipientKind): string =>
    recipientIds[members.findIndex(([kind]) => kind === wanted)] ?? '';
  return {
    tenantId,
    name: names.name,
    party: of('party'),
    institute: of('scientific_institute'),
    youth: of('youth_organisation'),
    candidate: of('candidate'),
  };
}

const GROUPS: Readonly<Record<keyof DemoParties, Names>> = {
  polder: {
    name: 'Polderpartij',
    shortName: 'Polder',
    contactEmail: 'penningmeester@polderpartij.example',
    postalAddress: ['Dijkhuis 1', '1234 AA Zeewolde'],
    status: 'political_party',
    since: '2021-03-31',
    affiliates: [
      ['scientific_institute', 'Instituut Hoog Water'],
      ['youth_organisation', 'Jonge Polder'],
      ['candidate', 'S. Terpstra-Terp (kandidaat)'],
    ],
  },
  dorp: {
    name: 'Dorp & Stad Samen',
    shortName: 'DSS',
    contactEmail: 'penningmeester@dorpenstad.example',
    postalAddress: ['Brink 10', '7411 ZZ Deventer'],
    status: 'political_party',
    since: '2021-03-31',
    affiliates: [
      ['scientific_institute', 'Stichting Kerktoren'],
      ['youth_organisation', 'Jong Dorp & Stad'],
      ['candidate', 'P. Pleinema (kandidaat)'],
    ],
  },
  kust: {
    name: 'Nieuwe Kust',
    shortName: 'Kust',
    contactEmail: 'penningmeester@nieuwekust.example',
    postalAddress: ['Strandweg 5', '4321 ZZ Domburg'],
    status: 'new_association',
    since: '2025-07-01',
    affiliates: [['candidate', 'D. Duin (kandidaat)']],
  },
  lijst: {
    name: 'Lijst B. Bakboord',
    shortName: 'Bakboord',
    contactEmail: 'bakboord@lijst.example',
    postalAddress: ['Kade 12', '8861 ZZ Harlingen'],
    status: 'blank_list',
    since: '2025-09-15',
    affiliates: [['candidate', 'B. Bakboord (eerste kandidaat)']],
  },
  wad: {
    name: 'Groep Waddenzee',
    shortName: 'Wad',
    contactEmail: 'penningmeester@groepwaddenzee.example',
    postalAddress: ['Zeedijk 3', '9251 ZZ Burgum'],
    status: 'split_off',
    since: '2024-05-14',
    affiliates: [],
  },
};

export async function registerDemoParties(app: INestApplicationContext): Promise<DemoParties> {
  return {
    polder: await register(app, GROUPS.polder),
    dorp: await register(app, GROUPS.dorp),
    kust: await register(app, GROUPS.kust),
    lijst: await register(app, GROUPS.lijst),
    wad: await register(app, GROUPS.wad),
  };
}

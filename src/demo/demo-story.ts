import { type INestApplicationContext } from '@nestjs/common';
import { type ContributionType } from '../legal/facts/contribution';
import { type DonorKind } from '../legal/facts/donor';
import { euro } from '../legal/kernel/euro-cents';
import { plainDate } from '../legal/kernel/plain-date';
import { BookContribution } from '../modules/contributions/public';
import {
  type DeclarationInput,
  RegisterDonor,
  type RegisterDonorCommand,
} from '../modules/donors/public';
import { FileNotice } from '../modules/notices/public';
import { Database } from '../platform/database/database';
import { type Scope, type Transaction } from '../platform/database/transaction';
import { setDemoClock } from './demo-clock';
import { type DemoParties, type DemoParty } from './demo-parties';

type Particulars = RegisterDonorCommand['particulars'];

/** The treasurer of one invented party at work: every step through the application's own verbs. */
class Desk {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly group: DemoParty,
  ) {}

  /** `day` is when it is entered; the clock stands at ten in the morning. */
  async on(day: string): Promise<this> {
    await setDemoClock(this.app.get(Database), `${day}T10:00:00+01:00`);
    return this;
  }

  person(name: string, residence: string, declared = true): Promise<string> {
    return this.donor('natural_person', name, residence, {
      declaration: declared
        ? {
            declaredOn: plainDate('2025-01-05'),
            dutchNational: true,
            dateOfBirth: null,
            adult: true,
            residence: 'NL',
            caribbeanGround: null,
            disenfranchised: false,
            evidence: 'Ondertekende verklaring van 5 januari 2025',
          }
        : null,
    });
  }

  organisation(kind: DonorKind, name: string, residence: string, ubo: string): Promise<string> {
    return this.donor(kind, name, residence, {
      tradeRegisterNumber: '00112233',
      ubos: [{ name: ubo, address: 'Kade 7, 1000 ZZ', residence, country: 'NL' }],
    });
  }

  anonymous(): Promise<string> {
    const nothing = { name: null, address: null, residence: null, country: null };
    return this.donor('anonymous', '', '', nothing);
  }

  async gift(
    donorId: string,
    receivedOn: string,
    euros: number,
    more: { readonly type?: ContributionType; readonly recipient?: string } = {},
  ): Promise<void> {
    await this.inTransaction((tx) =>
      this.app.get(BookContribution).run(tx, {
        donorId,
        recipientId: more.recipient ?? this.group.party,
        type: more.type ?? 'gift',
        form: 'money',
        amount: euro(euros),
        marketValue: null,
        paid: null,
        valuation: null,
        description: null,
        receivedOn: plainDate(receivedOn),
        bankReference: null,
      }),
    );
  }

  async room(donorId: string, receivedOn: string, worth: number, paid: number): Promise<void> {
    await this.inTransaction((tx) =>
      this.app.get(BookContribution).run(tx, {
        donorId,
        recipientId: this.group.youth,
        type: 'discount',
        form: 'in_kind',
        amount: euro(worth - paid),
        marketValue: euro(worth),
        paid: euro(paid),
        valuation: 'Prijslijst van de zaal, 2025',
        description: 'Zaal voor de ledendag',
        receivedOn: plainDate(receivedOn),
        bankReference: null,
      }),
    );
  }

  async notify(donorId: string, recipientId = this.group.party): Promise<void> {
    await this.inTransaction((tx) =>
      this.app.get(FileNotice).run(tx, { donorId, recipientId, year: 2025 }),
    );
  }

  private donor(
    kind: DonorKind,
    name: string,
    residence: string,
    more: Partial<Particulars> & { readonly declaration?: DeclarationInput | null },
  ): Promise<string> {
    const { declaration = null, ...known } = more;
    const particulars: Particulars = {
      name,
      address: 'Dijkweg 12, 1234 AB',
      residence,
      country: 'NL',
      tradeRegisterNumber: null,
      inTradeRegister: known.tradeRegisterNumber === undefined ? null : true,
      ubos: [],
      ...known,
    };
    return this.inTransaction((tx) =>
      this.app.get(RegisterDonor).run(tx, { kind, particulars, declaration }),
    );
  }

  private inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const scope: Scope = {
      role: 'app',
      tenantId: this.group.tenantId,
      actorId: 'demonstration',
      actorRole: 'treasurer',
      requestId: 'demonstration',
    };
    return this.app.get(Database).inTransaction(scope, work);
  }
}

/**
 * The first months of 2025 at two invented parties: a company that is notified in time, monthly
 * remittances of an office-holder, an anonymous gift above the limit, a foundation that has yet to
 * name its givers, a room below its price, a donor without a declaration.
 */
export async function tellDemoStory(
  app: INestApplicationContext,
  { polder, dorp }: DemoParties,
): Promise<void> {
  const desk = new Desk(app, polder);
  await desk.on('2025-01-08');
  const regular = await desk.person('J. van der Dijk', 'Delfzijl');
  const alderman = await desk.person('W. Waterman', 'Zierikzee');
  await desk.gift(regular, '2025-01-06', 600);
  await desk.gift(alderman, '2025-01-06', 850, { type: 'office_holder_remittance' });
  await desk.on('2025-02-11');
  const stranger = await desk.anonymous();
  await desk.gift(stranger, '2025-02-10', 400);
  await desk.gift(alderman, '2025-02-10', 850, { type: 'office_holder_remittance' });
  await desk.on('2025-03-05');
  const company = await desk.organisation(
    'legal_person',
    'Sluis & Zonen B.V.',
    'Terneuzen',
    'A. Sluis',
  );
  await desk.gift(company, '2025-03-03', 25_000);
  await desk.notify(company);
  await desk.on('2025-03-20');
  const hall = await desk.organisation('undertaking', 'Zaal De Terp', 'Hogebeintum', 'F. Terp');
  await desk.room(hall, '2025-03-15', 900, 250);
  const foundation = await desk.organisation(
    'foundation',
    'Stichting Kaplaarzen',
    'Urk',
    'L. Laars',
  );
  await desk.gift(foundation, '2025-03-19', 1_500, { recipient: polder.institute });
  await desk.on('2025-04-10');
  const newcomer = await desk.person('K. Nieuwland', 'Lelystad', false);
  await desk.gift(newcomer, '2025-04-09', 1_200);
  await desk.gift(alderman, '2025-04-09', 850, { type: 'office_holder_remittance' });

  const other = new Desk(app, dorp);
  await other.on('2025-04-14');
  const sister = await other.person('M. Markt', 'Deventer');
  await other.gift(sister, '2025-04-11', 12_500);
  await (await other.on('2025-04-15')).notify(sister);
}

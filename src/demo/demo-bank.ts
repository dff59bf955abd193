import { type INestApplicationContext } from '@nestjs/common';
import { tenantOf } from '../platform/database/tenant-of';
import { Database } from '../platform/database/database';
import { type Scope, type Transaction } from '../platform/database/transaction';
import { StartImport } from '../modules/imports/public';
import {
  AssignAccount,
  DecideEntries,
  type EntryAct,
  readStatementEntries,
  type StoredEntry,
  TakeInStatement,
} from '../modules/statements/public';
import { type DemoParty } from './demo-parties';
import { type DemoEntry, demoStatement } from './demo-statement';
import { type Scene } from './scene';

const OWN = 'NL44DEMO0123456701';
const SAVINGS = 'NL17DEMO0123456702';

/** October at the Polderpartij: what a treasurer finds on a statement in the weeks of an election. */
const OCTOBER: readonly DemoEntry[] = [
  {
    day: '2025-10-02',
    cents: 85_000,
    who: ['W. Waterman', 'NL65DEMO0123456711'],
    text: 'Afdracht oktober',
  },
  {
    day: '2025-10-03',
    cents: 2_500,
    who: ['M. Molenaar', 'NL38DEMO0123456712'],
    text: 'Contributie 2025 lid 4711',
  },
  {
    day: '2025-10-06',
    cents: 60_000,
    who: ['J. van der Dijk', 'NL11DEMO0123456713'],
    text: 'Gift',
  },
  {
    day: '2025-10-07',
    cents: 250_000,
    who: ['B. Bakker-Brood', 'NL81DEMO0123456714'],
    text: 'Donatie voor de campagne',
  },
  {
    day: '2025-10-10',
    cents: 123_456,
    who: ['Stichting Mollie Payments', 'NL54DEMO0123456715'],
    text: 'Uitbetaling iDEAL donaties week 41',
    batchOf: 12,
  },
  {
    day: '2025-10-13',
    cents: 15_000,
    text: 'Storting kas ledendag',
    means: ['CNTR', 'CDPT'],
  },
  {
    day: '2025-10-14',
    cents: 50_000,
    who: ['E. Vlaams', 'BE68539007547034'],
    text: 'Gift uit Gent',
  },
  {
    day: '2025-10-16',
    cents: -1_210,
    text: 'Kosten zakelijke rekening september',
    means: ['MDOP', 'CHRG'],
  },
  {
    day: '2025-10-17',
    cents: 300_000,
    who: ['Polderpartij spaarrekening', SAVINGS],
    text: 'Van spaarrekening voor campagne',
  },
  {
    day: '2025-10-21',
    cents: 1_200_000,
    who: ['Molen en Meer B.V.', 'NL27DEMO0123456716'],
    text: 'Bijdrage verkiezingscampagne',
  },
];

const GIFTS = [
  'Ontvangen op;Soort bijdrage;Bedrag;Soort gever;Naam;Adres;Woonplaats;Land;Omschrijving',
  '12-09-2025;gift;300,00;Persoon;Jan v.d. Dijk;;Delfzijl;Nederland;Etentje',
  '12-09-2025;gift;275,00;Persoon;T. Terpstra;Terpweg 3;Hogebeintum;Nederland;Etentje',
  '12-09-2025;gift;1.000;Persoon;S. Slootweg;Slootkade 8;Gouda;Nederland;Etentje',
  '31-09-2025;gift;260,00;Persoon;P. Polderman;Ringvaart 2;Lisse;Nederland;Etentje',
].join('\r\n');

/** The statement and the list of a dinner, through the same verbs as the pages. */
export class DemoBank {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly group: DemoParty,
    private readonly treasurer: Scope,
  ) {}

  /** Each step on a morning of its own: a file is read between them. */
  scenes(): readonly Scene[] {
    return [
      { day: '2025-09-16', play: () => this.dinner() },
      { day: '2025-10-22', play: () => this.statement() },
      { day: '2025-10-22', play: () => this.decide() },
    ];
  }

  private async dinner(): Promise<void> {
    await this.run((tx) =>
      this.app.get(StartImport).run(tx, {
        kind: 'contributions',
        year: 2025,
        name: 'ledendiner-september.csv',
        bytes: new TextEncoder().encode(GIFTS),
        again: false,
      }),
    );
  }

  private async statement(): Promise<void> {
    const period = { from: '2025-10-01', until: '2025-10-21', openingCents: 845_012 };
    const bytes = demoStatement(OWN, period, OCTOBER);
    await this.run((tx) =>
      this.app.get(TakeInStatement).run(tx, { name: 'afschrift-oktober-2025.xml', bytes }),
    );
  }

  /** The office-holder's remittance is booked and the costs are set aside; the rest waits. */
  private async decide(): Promise<void> {
    await this.run(async (tx) => {
      const entries = await readStatementEntries(tx, tenantOf(tx));
      const [first] = entries;
      if (first === undefined) throw new Error('the statement of the demonstration was not read');
      await this.app.get(AssignAccount).run(tx, first.accountId, this.group.party);
      const costs = entries.filter(({ means }) => means === 'costs');
      const act: EntryAct = { do: 'set_aside', reason: 'bank_costs' };
      await this.app.get(DecideEntries).run(
        tx,
        costs.map((entry: StoredEntry) => ({
          entryId: entry.id,
          act,
          note: null,
          ruleId: null,
          byRule: false,
        })),
      );
    });
  }

  private run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.app.get(Database).inTransaction(this.treasurer, work);
  }
}

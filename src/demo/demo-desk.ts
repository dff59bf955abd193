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
import { sha256Hex } from '../platform/json/canonical';
import { Database } from '../platform/database/database';
import { type Scope, type Transaction } from '../platform/database/transaction';
import { type DemoParty } from './demo-parties';

type Particulars = RegisterDonorCommand['particulars'];

const STREETS = ['Dijkweg', 'Havenstraat', 'Molenlaan', 'Kerkpad', 'Ringvaart', 'Terpweg'] as const;

/** A number that is always the same for the same name and does not begin with a zero. */
function demoNumber(name: string, digits: number): string {
  const [first = '1', ...rest] = BigInt(`0x${sha256Hex(name).slice(0, 24)}`).toString();
  return [first === '0' ? '1' : first, ...rest].join('').slice(0, digits);
}

function demoAddress(name: string): string {
  return `${STREETS[Number(demoNumber(name, 1)) % STREETS.length] ?? ''} ${demoNumber(name, 2)}`;
}

/** The treasurer of one invented party at work: every step through the application's own verbs. */
export class Desk {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly group: DemoParty,
    private readonly treasurer: Scope,
  ) {}

  /** @param livesWith lives at the address of the person of this name; a house of its own otherwise. */
  person(name: string, residence: string, declared = true, livesWith = name): Promise<string> {
    return this.donor('natural_person', name, residence, {
      address: demoAddress(livesWith),
      declaration: declared
        ? {
            declaredOn: plainDate('2024-01-05'),
            dutchNational: true,
            dateOfBirth: null,
            adult: true,
            residence: 'NL',
            caribbeanGround: null,
            disenfranchised: false,
            evidence: 'Ondertekende verklaring van 5 januari 2024',
          }
        : null,
    });
  }

  organisation(kind: DonorKind, name: string, residence: string, ubo: string): Promise<string> {
    return this.donor(kind, name, residence, {
      tradeRegisterNumber: demoNumber(name, 8),
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

  async notify(donorId: string, year = 2025, recipientId = this.group.party): Promise<void> {
    await this.inTransaction((tx) =>
      this.app.get(FileNotice).run(tx, { donorId, recipientId, year }),
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
      address: demoAddress(name),
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
    return this.app.get(Database).inTransaction(this.treasurer, work);
  }
}

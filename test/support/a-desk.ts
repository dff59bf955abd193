import { type INestApplicationContext } from '@nestjs/common';
import { euroCents } from '../../src/legal/kernel/euro-cents';
import { plainDate } from '../../src/legal/kernel/plain-date';
import {
  BookContribution,
  type BookedContribution,
  type ContributionInput,
  SettleContribution,
  type SettlementInput,
} from '../../src/modules/contributions/public';
import { RegisterDonor, type RegisterDonorCommand } from '../../src/modules/donors/public';
import { FileNotice, type FiledNotice } from '../../src/modules/notices/public';
import { Database } from '../../src/platform/database/database';
import { type Transaction } from '../../src/platform/database/transaction';
import { type AParty, treasurerScope } from './a-party';

/** The treasurer of a party in a test: each call states only what matters. */
export class ADesk {
  constructor(
    private readonly app: INestApplicationContext,
    readonly group: AParty,
  ) {}

  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.app.get(Database).inTransaction(treasurerScope(this.group.tenantId), work);
  }

  /** A Dutch adult with everything on record. */
  donor(changes: Partial<RegisterDonorCommand> = {}): Promise<string> {
    return this.run((tx) =>
      this.app.get(RegisterDonor).run(tx, {
        kind: 'natural_person',
        particulars: {
          name: 'A. Gever',
          address: 'Dorpsstraat 1',
          residence: 'Utrecht',
          country: 'NL',
          tradeRegisterNumber: null,
          inTradeRegister: null,
          ubos: [],
        },
        declaration: {
          declaredOn: plainDate('2023-01-01'),
          dutchNational: true,
          dateOfBirth: null,
          adult: true,
          residence: 'NL',
          caribbeanGround: null,
          disenfranchised: false,
          evidence: 'test',
        },
        ...changes,
      }),
    );
  }

  input(
    donorId: string,
    cents: number,
    receivedOn: string,
    changes: Partial<ContributionInput> = {},
  ): ContributionInput {
    return {
      donorId,
      recipientId: this.group.party,
      type: 'gift',
      form: 'money',
      amount: euroCents(cents),
      marketValue: null,
      paid: null,
      valuation: null,
      description: null,
      receivedOn: plainDate(receivedOn),
      bankReference: null,
      ...changes,
    };
  }

  gift(
    donorId: string,
    cents: number,
    receivedOn: string,
    changes: Partial<ContributionInput> = {},
  ): Promise<BookedContribution> {
    const input = this.input(donorId, cents, receivedOn, changes);
    return this.run((tx) => this.app.get(BookContribution).run(tx, input));
  }

  settle(
    contributionId: string,
    kind: SettlementInput['kind'],
    cents: number,
    settledOn: string,
  ): Promise<unknown> {
    const settlement = {
      kind,
      amount: euroCents(cents),
      settledOn: plainDate(settledOn),
      evidence: 'bank statement',
    };
    return this.run((tx) => this.app.get(SettleContribution).run(tx, contributionId, settlement));
  }

  notify(donorId: string, year = 2025, recipientId = this.group.party): Promise<FiledNotice> {
    return this.run((tx) => this.app.get(FileNotice).run(tx, { donorId, recipientId, year }));
  }
}

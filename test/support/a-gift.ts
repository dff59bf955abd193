import { type INestApplicationContext } from '@nestjs/common';
import { euro } from '../../src/legal/kernel/euro-cents';
import { plainDate } from '../../src/legal/kernel/plain-date';
import { BookContribution } from '../../src/modules/contributions/public';
import { RegisterDonor } from '../../src/modules/donors/public';
import { Database } from '../../src/platform/database/database';
import { treasurerScope } from './a-party';

/**
 * A person with a declaration and all particulars, at one party; null leaves the nationality open.
 * Gives the id.
 */
export function aDonor(
  app: INestApplicationContext,
  tenantId: string,
  name = 'A. Gever',
  dutchNational: boolean | null = true,
): Promise<string> {
  return app.get(Database).inTransaction(treasurerScope(tenantId), (tx) =>
    app.get(RegisterDonor).run(tx, {
      kind: 'natural_person',
      particulars: {
        name,
        address: 'Dorpsstraat 1, 1234 AB',
        residence: 'Utrecht',
        country: 'NL',
        tradeRegisterNumber: null,
        inTradeRegister: null,
        ubos: [],
      },
      declaration: {
        declaredOn: plainDate('2025-01-02'),
        dutchNational,
        dateOfBirth: null,
        adult: true,
        residence: 'NL',
        caribbeanGround: null,
        disenfranchised: false,
        evidence: 'Verklaring van 2 januari 2025',
      },
    }),
  );
}

export interface Gift {
  readonly tenantId: string;
  readonly donorId: string;
  readonly recipientId: string;
  readonly receivedOn: string;
  readonly euros: number;
}

/** Books a gift in money as the treasurer would. */
export async function aGift(app: INestApplicationContext, gift: Gift): Promise<void> {
  await app.get(Database).inTransaction(treasurerScope(gift.tenantId), (tx) =>
    app.get(BookContribution).run(tx, {
      donorId: gift.donorId,
      recipientId: gift.recipientId,
      type: 'gift',
      form: 'money',
      amount: euro(gift.euros),
      marketValue: null,
      paid: null,
      valuation: null,
      description: null,
      receivedOn: plainDate(gift.receivedOn),
      bankReference: null,
    }),
  );
}

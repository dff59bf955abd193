import { type INestApplicationContext } from '@nestjs/common';
import { euro } from '../../src/legal/kernel/euro-cents';
import { plainDate } from '../../src/legal/kernel/plain-date';
import { RegisterDebt } from '../../src/modules/debts/public';
import { listExpected, type StoredExpected } from '../../src/modules/expectations/public';
import { refreshExpectations } from '../../src/modules/expectations/public';
import {
  type AttachCommand,
  AttachDocument,
  CorrectFiling,
  DraftFiling,
  type FiledFiling,
  FileFiling,
  FileNil,
  readFiling,
  type RedrawnFiling,
  SignFiling,
  type Stated,
  StateNone,
  type StoredFiling,
} from '../../src/modules/filings/public';
import { Database } from '../../src/platform/database/database';
import { type Scope, type Transaction } from '../../src/platform/database/transaction';
import { workerScope } from '../../src/platform/jobs/public';
import { ADesk } from './a-desk';
import { treasurerScope } from './a-party';

export const NONE: Stated = { noGifts: true, noGiftsInKind: true, noDebts: true };

/** The smallest thing that is a PDF by its first bytes; `mark` makes it another file. */
export function aPdf(mark: string): Buffer {
  return Buffer.from(`%PDF-1.7\n% ${mark}\n%%EOF\n`, 'latin1');
}

export function boardScope(tenantId: string): Scope {
  return {
    ...treasurerScope(tenantId),
    actorId: 'board-of-the-test',
    actorRole: 'party_administrator',
  };
}

export function accountantScope(tenantId: string): Scope {
  return {
    ...treasurerScope(tenantId),
    actorId: 'accountant-of-the-test',
    actorRole: 'accountant',
  };
}

/** The people of a party around its overviews: each call states only what matters. */
export class AFilingDesk {
  readonly desk: ADesk;

  constructor(
    private readonly app: INestApplicationContext,
    readonly group: ADesk['group'],
  ) {
    this.desk = new ADesk(app, group);
  }

  as<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.app.get(Database).inTransaction(scope, work);
  }

  /** What the law expects of the group today, worked out anew. */
  async expect(): Promise<readonly StoredExpected[]> {
    const { tenantId } = this.group;
    return this.as(workerScope('test', tenantId), async (tx) => {
      await refreshExpectations(tx, tenantId);
      return listExpected(tx, { tenantId });
    });
  }

  draft(expectedKey: string): Promise<RedrawnFiling> {
    return this.desk.run((tx) => this.app.get(DraftFiling).run(tx, expectedKey));
  }

  state(filingId: string, stated: Partial<Stated>): Promise<RedrawnFiling> {
    const all = { noGifts: false, noGiftsInKind: false, noDebts: false, ...stated };
    return this.desk.run((tx) => this.app.get(StateNone).run(tx, filingId, all));
  }

  attach(
    filingId: string,
    part: AttachCommand['part'],
    changes: Partial<AttachCommand> = {},
  ): Promise<RedrawnFiling & { readonly documentId: string; readonly documentSha256: string }> {
    return this.desk.run((tx) =>
      this.app.get(AttachDocument).run(tx, {
        filingId,
        part,
        recipientId: null,
        name: `${part}.pdf`,
        bytes: aPdf(part),
        covers: [],
        ...changes,
      }),
    );
  }

  async sign(filingId: string, role: 'board' | 'accountant', sha256?: string): Promise<unknown> {
    const { tenantId } = this.group;
    const scope = role === 'board' ? boardScope(tenantId) : accountantScope(tenantId);
    const seen = sha256 ?? (await this.read(filingId)).sha256;
    const command = { filingId, sha256: seen, signerName: `The ${role}` };
    return this.as(scope, (tx) => this.app.get(SignFiling).run(tx, command));
  }

  async file(filingId: string, incomplete = false): Promise<FiledFiling> {
    const { sha256 } = await this.read(filingId);
    return this.desk.run((tx) =>
      this.app.get(FileFiling).run(tx, { filingId, sha256, incomplete }),
    );
  }

  nil(expectedKey: string): Promise<FiledFiling> {
    return this.desk.run((tx) => this.app.get(FileNil).run(tx, expectedKey));
  }

  correct(filingId: string, reason: string): Promise<RedrawnFiling> {
    return this.desk.run((tx) => this.app.get(CorrectFiling).run(tx, filingId, reason));
  }

  async read(filingId: string): Promise<StoredFiling> {
    const filing = await this.desk.run((tx) => readFiling(tx, filingId));
    if (filing === null) throw new Error(`no filing ${filingId}`);
    return filing;
  }

  debt(euros: number, on: string, recipientId = this.group.party): Promise<string> {
    return this.desk.run((tx) =>
      this.app.get(RegisterDebt).run(tx, {
        recipientId,
        particulars: {
          creditor: 'Voorbeeldbank N.V.',
          address: 'Dorpsstraat 1',
          residence: 'Utrecht',
          institution: 'bank',
          underAdministrativeLaw: false,
        },
        drawn: { amount: euro(euros), on: plainDate(on), evidence: 'agreement' },
      }),
    );
  }

  /** Draws up, signs and files the overview of the affiliate over a year, with its statement. */
  async fileAffiliate(year: number): Promise<FiledFiling> {
    const key = `affiliate_overview:${String(year)}:${this.group.affiliate}`;
    return this.finish((await this.draft(key)).filingId);
  }

  /** Everything a draft of an affiliate still needs, and filing it. */
  async finish(filingId: string): Promise<FiledFiling> {
    const { content } = await this.read(filingId);
    const { gifts, debts } = JSON.parse(content) as { gifts: unknown[]; debts: unknown[] };
    const none = { noGifts: gifts.length === 0, noGiftsInKind: true, noDebts: debts.length === 0 };
    await this.state(filingId, none);
    const figures = await this.attach(filingId, 'report', { bytes: aPdf('of the affiliate') });
    await this.attach(filingId, 'auditor_statement', { covers: [figures.documentSha256] });
    await this.sign(filingId, 'board');
    await this.sign(filingId, 'accountant');
    return this.file(filingId);
  }
}

import { type INestApplicationContext } from '@nestjs/common';
import { type OverviewContent } from '../legal/facts/filing';
import { euro } from '../legal/kernel/euro-cents';
import { plainDate } from '../legal/kernel/plain-date';
import { RegisterDebt } from '../modules/debts/public';
import {
  type AttachCommand,
  AttachDocument,
  CorrectFiling,
  DraftFiling,
  FileFiling,
  FileNil,
  readFiling,
  SignFiling,
  StateNone,
  type StoredFiling,
} from '../modules/filings/public';
import { Database } from '../platform/database/database';
import { type Scope, type Transaction } from '../platform/database/transaction';
import { writeLetter } from '../platform/letters/public';
import { type DemoParty } from './demo-parties';

interface People {
  readonly treasurer: Scope;
  readonly board: Scope;
  readonly accountant: Scope;
}

interface Wanted {
  /** With a report and the statement of the accountant. */
  readonly audited?: boolean;
  /** On purpose, although parts are missing. */
  readonly incomplete?: boolean;
  /** Whose statement goes along. */
  readonly candidate?: string;
}

/** The office of one invented group: its debts, and its overviews from draft to receipt. */
export class Office {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly group: DemoParty,
    private readonly people: People,
  ) {}

  debt(recipientId: string, creditor: string, euros: number, on: string): Promise<string> {
    return this.as(this.people.treasurer, (tx) =>
      this.app.get(RegisterDebt).run(tx, {
        recipientId,
        particulars: {
          creditor,
          address: 'Beursplein 3, 1000 XX',
          residence: 'Amsterdam',
          institution: 'bank',
          underAdministrativeLaw: false,
        },
        drawn: { amount: euro(euros), on: plainDate(on), evidence: 'Kredietovereenkomst' },
      }),
    );
  }

  nil(key: string): Promise<unknown> {
    return this.as(this.people.treasurer, (tx) => this.app.get(FileNil).run(tx, key));
  }

  /** Draws up, states, attaches, signs and files what is expected under this key. */
  async file(key: string, wanted: Wanted = {}): Promise<string> {
    const { filingId } = await this.as(this.people.treasurer, (tx) =>
      this.app.get(DraftFiling).run(tx, key),
    );
    await this.finish(filingId, wanted);
    return filingId;
  }

  /** Files a new version that says what the ledger says now. */
  async correct(filingId: string, reason: string): Promise<void> {
    const corrected = await this.as(this.people.treasurer, (tx) =>
      this.app.get(CorrectFiling).run(tx, filingId, reason),
    );
    await this.sign(corrected.filingId, this.people.board);
    await this.sign(corrected.filingId, this.people.accountant);
    await this.send(corrected.filingId, false);
  }

  private as<T>(who: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.app.get(Database).inTransaction(who, work);
  }

  private async read(filingId: string): Promise<StoredFiling> {
    const found = await this.as(this.people.treasurer, (tx) => readFiling(tx, filingId));
    if (found === null) throw new Error('the demonstration has lost a filing');
    return found;
  }

  private async finish(
    filingId: string,
    { audited = false, incomplete = false, candidate }: Wanted,
  ): Promise<void> {
    const { gifts, debts } = JSON.parse((await this.read(filingId)).content) as OverviewContent;
    await this.as(this.people.treasurer, (tx) =>
      this.app.get(StateNone).run(tx, filingId, {
        noGifts: gifts.length === 0,
        noGiftsInKind: gifts.every(({ inKind }) => inKind === 0),
        noDebts: debts.length === 0,
      }),
    );
    if (audited) {
      const report = await this.attach(filingId, 'report', 'Financieel verslag', []);
      await this.attach(filingId, 'auditor_statement', 'Verklaring van de accountant', [report]);
    }
    if (candidate !== undefined)
      await this.attach(filingId, 'candidate', 'Opgave van de kandidaat', [], candidate);
    await this.sign(filingId, this.people.board);
    if (audited) await this.sign(filingId, this.people.accountant);
    await this.send(filingId, incomplete);
  }

  private async attach(
    filingId: string,
    part: AttachCommand['part'],
    title: string,
    covers: readonly string[],
    recipientId: string | null = null,
  ): Promise<string> {
    const bytes = await this.document(title);
    const name = `${title.toLowerCase().replaceAll(' ', '-')}.pdf`;
    const attached = await this.as(this.people.treasurer, (tx) =>
      this.app.get(AttachDocument).run(tx, { filingId, part, recipientId, name, bytes, covers }),
    );
    return attached.documentSha256;
  }

  private async sign(filingId: string, who: Scope): Promise<void> {
    const { sha256 } = await this.read(filingId);
    const signerName = who === this.people.board ? 'Het bestuur' : 'De accountant';
    await this.as(who, (tx) => this.app.get(SignFiling).run(tx, { filingId, sha256, signerName }));
  }

  private async send(filingId: string, incomplete: boolean): Promise<void> {
    const { sha256 } = await this.read(filingId);
    await this.as(this.people.treasurer, (tx) =>
      this.app.get(FileFiling).run(tx, { filingId, sha256, incomplete }),
    );
  }

  private document(title: string): Promise<Buffer> {
    const { name } = this.group;
    return writeLetter(
      {
        title,
        organisation: name,
        unit: 'Bestuur',
        returnAddress: name,
        addressee: ['Ministerie van BZK'],
        aside: [],
        fields: [],
        subject: { label: 'Betreft', value: title },
        running: `${name}: ${title}`,
        pageOf: 'Pagina {page} van {pages}',
        day: plainDate('2025-06-20'),
      },
      [{ kind: 'paragraph', runs: [{ text: 'Verzonnen voor de demonstratie.', strong: false }] }],
    );
  }
}

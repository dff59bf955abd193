import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStatementEntries, TakeInStatement } from '../../../src/modules/statements/public';
import { readAccounts } from '../../../src/modules/statements/application/read-statements';
import { findIntake, type Intake } from '../../../src/modules/statements/persistence/intake.store';
import { Worker } from '../../../src/platform/worker/public';
import { type AParty, aParty, treasurerScope } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

const FILES = join(__dirname, '..', '..', 'conformance', 'statements', 'bank-files');

describe('A bank statement that is taken in', () => {
  let site: TestApp;
  let party: AParty;

  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    party = await aParty(site.app);
  });

  async function takeIn(bytes: Uint8Array, name = 'afschrift'): Promise<Intake> {
    const scope = treasurerScope(party.tenantId);
    const { intakeId } = await site.test.database.inTransaction(scope, (tx) =>
      site.app.get(TakeInStatement).run(tx, { name, bytes }),
    );
    await site.app.get(Worker).drainOnce();
    const intake = await site.test.database.inTransaction(scope, (tx) =>
      findIntake(tx, party.tenantId, intakeId),
    );
    if (intake === null) throw new Error('no intake');
    return intake;
  }

  function file(name: string): Buffer {
    return readFileSync(join(FILES, name));
  }

  function entries(): ReturnType<typeof readStatementEntries> {
    return site.test.database.inTransaction(treasurerScope(party.tenantId), (tx) =>
      readStatementEntries(tx, party.tenantId),
    );
  }

  it('is read in a job, and every line is kept as the bank wrote it', async () => {
    const intake = await takeIn(file('camt053-v2-synthetic-wfpp.xml'), 'maart.xml');
    expect(intake).toMatchObject({
      state: 'read',
      fileName: 'maart.xml',
      entriesFound: 7,
      entriesAdded: 7,
      statementsFound: 1,
      statementsKnown: 0,
      faults: null,
    });
    const kept = await entries();
    expect(kept.map(({ amount, direction }) => [direction, amount])).toEqual([
      ['credit', 100_000],
      ['credit', 1_000_000],
      ['credit', 25_000],
      ['credit', 150_000],
      ['debit', 150_000],
      ['credit', 8_745],
      ['debit', 1_210],
    ]);
    expect(kept[0]).toMatchObject({
      account: 'NL87INGB0999999002',
      recipientId: null,
      state: 'open',
      contributionIds: [],
      bookedOn: '2026-03-02',
      reference: 'REF000001',
      counterparty: { name: 'J. Voorbeeld', iban: 'NL43RABO0009999011', bic: null, address: null },
      description: 'Gift maart',
      paymentReference: 'E2E-0001',
    });
  });

  it('is recognised when the same file comes again', async () => {
    const first = await takeIn(file('camt053-v2-synthetic-wfpp.xml'));
    const again = await takeIn(file('camt053-v2-synthetic-wfpp.xml'), 'anders.xml');
    expect(again.id).toBe(first.id);
    expect(await entries()).toHaveLength(7);
  });

  it('adds only what is new when another version or format covers the same days', async () => {
    await takeIn(file('camt053-v2-synthetic-wfpp.xml'));
    const newer = await takeIn(file('camt053-v8-synthetic-wfpp.xml'));
    expect(newer).toMatchObject({ state: 'read', entriesFound: 7, entriesAdded: 0 });
    const download = await takeIn(file('csv-ing-synthetic.csv'));
    expect(download).toMatchObject({ state: 'read', entriesFound: 7, entriesAdded: 0 });
    expect(await entries()).toHaveLength(7);
  });

  it('that is wrong leaves nothing but the reason', async () => {
    const refused = await takeIn(file('camt053-v2-invalid-genkgo.xml'));
    expect(refused).toMatchObject({ state: 'refused', entriesFound: 0, statementsFound: 0 });
    expect(refused.faults).toEqual([
      { code: 'no_statement', place: { statement: null, entry: null, line: null }, details: {} },
    ]);
    expect(await entries()).toHaveLength(0);
  });

  it('of an account nobody was named for asks whose it is', async () => {
    await takeIn(file('camt053-v2-synthetic-wfpp.xml'));
    const accounts = await site.test.database.inTransaction(treasurerScope(party.tenantId), (tx) =>
      readAccounts(tx, party.tenantId),
    );
    expect(accounts).toMatchObject([
      {
        account: 'NL87INGB0999999002',
        recipientId: null,
        statements: 1,
        entries: 7,
        covered: [{ from: '2026-03-01', until: '2026-03-05' }],
        missing: [],
      },
    ]);
  });
});

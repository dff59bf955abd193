import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { euro } from '../../../src/legal/kernel/euro-cents';
import {
  AssignAccount,
  KeepRules,
  readStatementEntries,
  TakeInStatement,
  unbookedCredits,
} from '../../../src/modules/statements/public';

import { Worker } from '../../../src/platform/worker/public';
import { ADesk } from '../../support/a-desk';
import { aParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { aStatement } from './a-bank';

const FILES = join(__dirname, '..', '..', 'conformance', 'statements', 'bank-files');

describe('From the file of the bank to what waits', () => {
  let site: TestApp;
  let desk: ADesk;
  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2026-03-09T12:00:00+01:00');
  });
  beforeEach(async () => {
    desk = new ADesk(site.app, await aParty(site.app));
  });
  afterAll(() => site.close());

  it('dues on a statement are booked by the rule that may, once the file is read', async () => {
    const donorId = await desk.donor();
    const account = 'NL87INGB0999999002';
    const line = { cents: euro(30), description: 'Contributie', day: '2026-02-02' };
    const [known] = await aStatement(site.app, desk, [line], { account });
    const rule = {
      name: 'Gift maart als contributie',
      counterpartyIban: null,
      namePattern: null,
      words: ['storting'],
      minAmount: null,
      maxAmount: null,
      accountId: null,
      outcome: 'book',
      type: 'membership_dues',
      donorId,
      recipientId: null,
      setAsideReason: null,
      booksItself: true,
    } as const;
    await desk.run((tx) => site.app.get(KeepRules).make(tx, rule));
    const bytes = readFileSync(join(FILES, 'camt053-v8-synthetic-wfpp.xml'));
    await desk.run((tx) => site.app.get(TakeInStatement).run(tx, { name: 'maart.xml', bytes }));
    for (let turn = 0; turn < 3; turn += 1) await site.app.get(Worker).drainOnce();
    const entries = await desk.run((tx) => readStatementEntries(tx, desk.group.tenantId));
    const booked = entries.filter(({ state }) => state === 'booked');
    // EUR 250,00 of cash: the rule fits it, and it need not be registered.
    expect(booked.map(({ amount }) => amount)).toEqual([25_000]);
    expect(known?.state).toBe('open');
  });

  it('the seven lines of the example: which wait, and until when', async () => {
    const bytes = readFileSync(join(FILES, 'camt053-v8-synthetic-wfpp.xml'));
    await desk.run((tx) => site.app.get(TakeInStatement).run(tx, { name: 'maart.xml', bytes }));
    await site.app.get(Worker).drainOnce();
    const { tenantId } = desk.group;
    const [first] = await desk.run((tx) => readStatementEntries(tx, tenantId));
    await desk.run((tx) =>
      site.app.get(AssignAccount).run(tx, first?.accountId ?? '', desk.group.party),
    );
    const waiting = await desk.run((tx) => unbookedCredits(tx, tenantId, 2026));
    expect(
      waiting.map(({ counterpartyName, amount, threshold, enforcedLastDay, statutoryLastDay }) => [
        counterpartyName,
        amount,
        threshold,
        enforcedLastDay,
        statutoryLastDay,
      ]),
    ).toEqual([
      ['J. Voorbeeld', 100_000, 'disclosure', null, null],
      ['Voorbeeld Beheer B.V.', 1_000_000, 'notice', '2026-03-05', '2026-03-05'],
      ['Muster Verein e.V.', 150_000, 'disclosure', null, null],
    ]);
    expect(await desk.run((tx) => unbookedCredits(tx, tenantId, 2025))).toEqual([]);
  });
});

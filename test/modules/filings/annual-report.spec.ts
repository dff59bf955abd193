import { createHash } from 'node:crypto';
import { type OverviewContent } from '../../../src/legal/facts/filing';
import { AnnulContribution } from '../../../src/modules/contributions/public';
import { listExpected } from '../../../src/modules/expectations/public';
import { readCorrection } from '../../../src/modules/filings/public';
import { Worker } from '../../../src/platform/worker/public';
import { AFilingDesk, aPdf } from '../../support/a-filing';
import { aParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

describe('Wfpp art. 25: the annual report from ledger to receipt', () => {
  let site: TestApp;
  let desk: AFilingDesk;
  let key: string;

  beforeAll(async () => {
    site = await startTestApp();
  });
  beforeEach(async () => {
    await site.setClock('2024-12-01T12:00:00Z');
    desk = new AFilingDesk(site.app, await aParty(site.app));
    key = `annual_report:2024:${desk.group.party}`;
    await desk.expect();
  });
  afterAll(() => site.close());

  const contentOf = async (id: string): Promise<OverviewContent> =>
    JSON.parse((await desk.read(id)).content) as OverviewContent;

  /** Everything the annual report asks for but signatures. */
  async function completed(): Promise<string> {
    const { filingId } = await desk.draft(key);
    const report = await desk.attach(filingId, 'report');
    await desk.attach(filingId, 'auditor_statement', { covers: [report.documentSha256] });
    const { gifts, debts } = await contentOf(filingId);
    await desk.state(filingId, {
      noGifts: gifts.length === 0,
      noGiftsInKind: true,
      noDebts: debts.length === 0,
    });
    return filingId;
  }

  it('is drawn up from the ledger, names each missing part, is signed twice, filed and frozen', async () => {
    const donor = await desk.desk.donor();
    await desk.desk.gift(donor, 99_999, '2024-03-01');
    await desk.desk.gift(donor, 1, '2024-04-01');
    await desk.debt(40_000, '2024-02-01');
    await site.setClock('2025-03-03T12:00:00Z');

    const { filingId } = await desk.draft(key);
    await expect(desk.file(filingId)).rejects.toMatchObject({
      status: 409,
      code: 'filing.incomplete',
      errors: [
        { location: '/parts/report', code: 'part.absent' },
        { location: '/parts/in_kind', code: 'part.none_not_stated' },
        { location: '/parts/auditor_statement', code: 'part.absent' },
        { location: `/parts/affiliate/${desk.group.affiliate}`, code: 'part.absent' },
        { location: '/parts/board_signature', code: 'part.absent' },
        { location: '/parts/accountant_signature', code: 'part.absent' },
      ],
    });

    await desk.fileAffiliate(2024);
    await completed();
    await desk.draft(key);
    await desk.sign(filingId, 'board');
    await desk.sign(filingId, 'accountant');
    const filed = await desk.file(filingId);
    expect(filed).toMatchObject({ version: 1, timeliness: 'in_time', nil: false, missing: [] });
    expect(filed.number).toMatch(/^V-2025-/);

    const { content, sha256 } = await desk.read(filingId);
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    expect(filed.sha256).toBe(sha256);
    expect(JSON.parse(content)).toMatchObject({
      gifts: [{ donor, total: 100_000, lines: [{ amount: 99_999 }, { amount: 1 }] }],
      debts: [{ creditor: 'Voorbeeldbank N.V.', highest: 4_000_000 }],
      totals: { gifts: 100_000, debtsAtEnd: 4_000_000 },
    });
    await desk.desk.gift(donor, 500_000, '2024-12-31');
    expect((await desk.read(filingId)).sha256).toBe(sha256);
    const [expected] = await desk.desk.run((tx) =>
      listExpected(tx, { kind: 'annual_report', year: 2024 }),
    );
    expect(expected).toMatchObject({ receivedState: 'filed', standing: 'complete' });
  });

  it('any change after a signature voids it, and the void signature stays visible', async () => {
    await site.setClock('2025-03-03T12:00:00Z');
    const filingId = await completed();
    await desk.sign(filingId, 'board');
    const signed = (await desk.read(filingId)).sha256;
    await desk.desk.gift(await desk.desk.donor(), 200_000, '2024-06-01');
    await expect(desk.sign(filingId, 'accountant')).rejects.toMatchObject({
      code: 'filing.outdated',
    });
    await expect(desk.file(filingId)).rejects.toMatchObject({ code: 'filing.outdated' });
    const redrawn = await desk.draft(key);
    expect(redrawn).toMatchObject({ filingId, changed: true });
    const { signatures, sha256 } = await desk.read(filingId);
    expect(signatures.map((one) => [one.role, one.sha256])).toEqual([['board', signed]]);
    expect(sha256).not.toBe(signed);
    await expect(desk.file(filingId)).rejects.toMatchObject({
      errors: expect.arrayContaining([
        expect.objectContaining({ location: '/parts/board_signature', code: 'part.other_hash' }),
      ]) as unknown,
    });
    await expect(desk.sign(filingId, 'accountant', signed)).rejects.toMatchObject({
      code: 'filing.changed',
    });
    expect(await desk.draft(key)).toMatchObject({ changed: false, sha256 });
  });

  it('T28: a statement of the accountant names documents of this filing, and a new report is not covered', async () => {
    const { filingId } = await desk.draft(key);
    const report = await desk.attach(filingId, 'report');
    await expect(
      desk.attach(filingId, 'auditor_statement', { covers: ['f'.repeat(64)] }),
    ).rejects.toMatchObject({ status: 400, errors: [{ code: 'document.covers' }] });
    await desk.attach(filingId, 'auditor_statement', { covers: [report.documentSha256] });
    await desk.attach(filingId, 'report', { name: 'second.pdf', bytes: aPdf('second') });
    await site.setClock('2025-03-03T12:00:00Z');
    await expect(desk.file(filingId)).rejects.toMatchObject({
      errors: expect.arrayContaining([
        {
          in: 'body',
          location: '/parts/auditor_statement',
          code: 'part.document_not_covered',
          detail: 'auditor_statement: second.pdf',
        },
      ]) as unknown,
    });
  });

  it.each([
    ['a text that calls itself a PDF', Buffer.from('report'), 'document.type'],
    ['an empty file', Buffer.alloc(0), 'document.empty'],
    ['more than 10 MB', Buffer.concat([aPdf('x'), Buffer.alloc(10_485_760)]), 'document.too_large'],
    ['an archive of something else', Buffer.from('PK\u0003\u0004 photos'), 'document.type'],
  ])('refuses as a document: %s', async (_what, bytes, code) => {
    const { filingId } = await desk.draft(key);
    await expect(desk.attach(filingId, 'report', { bytes })).rejects.toMatchObject({
      status: 400,
      errors: [{ code }],
    });
  });

  it('cannot be filed before the year has ended', async () => {
    const { filingId } = await desk.draft(key);
    await expect(desk.file(filingId)).rejects.toMatchObject({
      code: 'filing.too_early',
      detail: expect.stringContaining('2025-01-01') as unknown,
    });
  });

  it('T5: on the last day what is there is filed on purpose; each missing part becomes a finding', async () => {
    await site.setClock('2025-06-29T12:00:00Z');
    await desk.fileAffiliate(2024);
    const { filingId } = await desk.draft(key);
    await desk.attach(filingId, 'report');
    await desk.state(filingId, { noGifts: true, noGiftsInKind: true, noDebts: true });
    await expect(desk.file(filingId, true)).rejects.toMatchObject({ code: 'filing.incomplete' });
    await site.setClock('2025-06-30T21:59:00Z');
    const filed = await desk.file(filingId, true);
    expect(filed.timeliness).toBe('in_time');
    expect(filed.missing.map(({ part }) => part)).toEqual([
      'auditor_statement',
      'board_signature',
      'accountant_signature',
    ]);
    await site.setClock('2025-07-01T10:00:00Z');
    await site.app.get(Worker).drainOnce();
    const found = await site.test.ownerQuery<{ key: string; severity: string }>(
      `select key, severity from core.finding where tenant_id = $1 and source = 'disclosed'
          and ended_at is null and starts_with(key, $2) order by key`,
      [desk.group.tenantId, `filing:${key}`],
    );
    expect(found).toEqual([
      { key: `filing:${key}:accountant_signature`, severity: 'warning' },
      { key: `filing:${key}:auditor_statement`, severity: 'finding' },
      { key: `filing:${key}:board_signature`, severity: 'warning' },
    ]);
  });

  it('one minute into the day after the last day it is late', async () => {
    await site.setClock('2025-06-30T22:01:00Z');
    await desk.fileAffiliate(2024);
    const filingId = await completed();
    await desk.sign(filingId, 'board');
    await desk.sign(filingId, 'accountant');
    expect((await desk.file(filingId)).timeliness).toBe('late');
  });

  it('a correction is a new version with a reason; the old stays readable and each field that differs is shown', async () => {
    const donor = await desk.desk.donor();
    const { contributionId } = await desk.desk.gift(donor, 300_000, '2024-03-01');
    await desk.desk.gift(donor, 100_000, '2024-05-01');
    await site.setClock('2025-03-03T12:00:00Z');
    await desk.fileAffiliate(2024);
    const filingId = await completed();
    await desk.sign(filingId, 'board');
    await desk.sign(filingId, 'accountant');
    const first = await desk.file(filingId);
    await expect(desk.draft(key)).rejects.toMatchObject({ code: 'filing.filed_before' });

    await desk.desk.run((tx) =>
      site.app.get(AnnulContribution).run(tx, contributionId, 'booked twice'),
    );
    await site.setClock('2025-08-01T12:00:00Z');
    const second = await desk.correct(filingId, 'a gift was booked twice');
    expect(second).toMatchObject({ version: 2 });
    await expect(desk.correct(filingId, 'again')).rejects.toMatchObject({
      code: 'filing.not_newest',
    });
    const correction = await desk.desk.run((tx) => readCorrection(tx, second.filingId));
    const totals = correction?.differences.filter(({ field }) => field === 'total');
    expect(totals).toMatchObject([{ unit: 'cents', before: '400000', after: '100000' }]);
    await desk.sign(second.filingId, 'board');
    await desk.sign(second.filingId, 'accountant');
    const filed = await desk.file(second.filingId);
    expect(filed).toMatchObject({ version: 2, timeliness: 'in_time' });
    expect(filed.number).not.toBe(first.number);
    const old = await desk.read(filingId);
    expect(old).toMatchObject({ state: 'filed', number: first.number, sha256: first.sha256 });
  });
});

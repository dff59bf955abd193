import { listExpected } from '../../../src/modules/expectations/public';
import { readFiling, SignFiling } from '../../../src/modules/filings/public';
import { Database } from '../../../src/platform/database/database';
import { Worker } from '../../../src/platform/worker/public';
import { AFilingDesk, aPdf, boardScope, NONE } from '../../support/a-filing';
import { aParty, OVERSEER_SCOPE } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

interface Found {
  readonly source: string;
  readonly outcome: string;
  readonly amounts: readonly (number | null)[];
}

describe('Filings: nil, who may see what, races, and sources that differ', () => {
  let site: TestApp;
  let desk: AFilingDesk;
  let report: string;
  let overview: string;

  beforeAll(async () => {
    site = await startTestApp();
  });
  beforeEach(async () => {
    await site.setClock('2024-12-01T12:00:00Z');
    desk = new AFilingDesk(site.app, await aParty(site.app));
    report = `annual_report:2024:${desk.group.party}`;
    overview = `affiliate_overview:2024:${desk.group.affiliate}`;
    await desk.expect();
  });
  afterAll(() => site.close());

  const atAffiliate = (): { readonly recipientId: string } => ({
    recipientId: desk.group.affiliate,
  });
  const asOverseer = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> =>
    site.app.get(Database).inTransaction(OVERSEER_SCOPE, (tx) => tx.query<T>(sql, parameters));

  describe('a nil statement', () => {
    it('is refused while the ledger has something to list, and says what', async () => {
      const donor = await desk.desk.donor();
      await desk.desk.gift(donor, 100_000, '2024-03-01', atAffiliate());
      const debt = await desk.debt(25_000, '2024-02-01', desk.group.affiliate);
      await site.setClock('2025-03-03T12:00:00Z');
      await expect(desk.nil(overview)).rejects.toMatchObject({
        status: 409,
        code: 'filing.not_nil',
        errors: [
          { location: `/gifts/${donor}`, detail: 'A. Gever gave EUR 1000.00 in 2024.' },
          { location: `/debts/${debt}`, code: 'nil.debt' },
        ],
      });
      await expect(desk.nil(report)).rejects.toMatchObject({ code: 'filing.incomplete' });
    });

    it('is filed at once when only gifts below the threshold came in, and is a fact of its own', async () => {
      await desk.desk.gift(await desk.desk.donor(), 99_999, '2024-03-01', atAffiliate());
      await site.setClock('2025-03-03T12:00:00Z');
      const { filingId } = await desk.draft(overview);
      const figures = await desk.attach(filingId, 'report', { bytes: aPdf('figures') });
      await desk.attach(filingId, 'auditor_statement', { covers: [figures.documentSha256] });
      expect(await desk.nil(overview)).toMatchObject({ nil: true, missing: [], version: 1 });
      const [expected] = await desk.desk.run((tx) =>
        listExpected(tx, { kind: 'affiliate_overview', year: 2024 }),
      );
      expect(expected).toMatchObject({ receivedState: 'nil_filed', standing: 'nil' });
      await expect(desk.nil(overview)).rejects.toMatchObject({ code: 'filing.filed_before' });
    });
  });

  describe("D7: a draft is the party's own, a filing is the overseer's too", () => {
    const TABLES = ['filing', 'filing_signature', 'filed_document', 'filing_document'];

    it('another party sees nothing; the overseer sees nothing before filing and all of it after', async () => {
      const donor = await desk.desk.donor();
      await desk.desk.gift(donor, 100_000, '2024-03-01', atAffiliate());
      const small = await desk.desk.donor();
      await desk.desk.gift(small, 50_000, '2024-03-01', atAffiliate());
      await site.setClock('2025-03-03T12:00:00Z');
      const { filingId } = await desk.draft(overview);
      await desk.sign(filingId, 'board');
      const own = `where tenant_id = '${desk.group.tenantId}'`;
      for (const table of TABLES)
        expect(await asOverseer(`select id from core.${table} ${own}`)).toEqual([]);

      const other = new AFilingDesk(site.app, await aParty(site.app));
      expect(await other.desk.run((tx) => readFiling(tx, filingId))).toBeNull();
      await expect(
        other.as(boardScope(other.group.tenantId), (tx) =>
          site.app.get(SignFiling).run(tx, { filingId, sha256: 'a'.repeat(64), signerName: 'X' }),
        ),
      ).rejects.toMatchObject({ status: 404 });

      await desk.finish(filingId);
      const counts: number[] = [];
      for (const table of TABLES)
        counts.push((await asOverseer(`select id from core.${table} ${own}`)).length);
      expect(counts).toEqual([1, 3, 2, 2]);
      const donors = await asOverseer<{ id: string }>(`select id from core.donor ${own}`);
      expect(donors.map(({ id }) => id)).toEqual([donor]);
    });

    it('what was filed stays as it is, whoever tries to change it', async () => {
      await site.setClock('2025-03-03T12:00:00Z');
      const { filingId } = await desk.fileAffiliate(2024);
      await expect(
        desk.desk.run((tx) =>
          tx.query(`update core.filing set nil = not nil where id = $1`, [filingId]),
        ),
      ).rejects.toMatchObject({ code: '23514', constraint: 'filing_stays' });
      await expect(
        desk.desk.run((tx) => tx.query(`delete from core.filing where id = $1`, [filingId])),
      ).rejects.toMatchObject({ code: '42501' });
      await expect(
        desk.desk.run((tx) =>
          tx.query(
            `insert into core.filing_signature (tenant_id, filing_id, role, content_sha256, signer_name)
             select tenant_id, id, 'board', content_sha256, 'late' from core.filing where id = $1`,
            [filingId],
          ),
        ),
      ).rejects.toMatchObject({ constraint: 'signature_under_draft' });
    });

    it('bytes that do not have their hash cannot be stored', async () => {
      const { filingId } = await desk.draft(report);
      await expect(
        desk.desk.run((tx) =>
          tx.query(`update core.filing set content = '{}' where id = $1`, [filingId]),
        ),
      ).rejects.toMatchObject({ code: '23514' });
    });
  });

  describe('races are decided in the database', () => {
    it('two that sign for the board at once: one signature', async () => {
      const { filingId } = await desk.draft(report);
      const both = await Promise.allSettled([
        desk.sign(filingId, 'board'),
        desk.sign(filingId, 'board'),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await desk.read(filingId)).signatures).toHaveLength(1);
    });

    it('board and accountant sign at once, and are two persons', async () => {
      const { filingId } = await desk.draft(report);
      await Promise.all([desk.sign(filingId, 'board'), desk.sign(filingId, 'accountant')]);
      expect((await desk.read(filingId)).signatures).toHaveLength(2);

      const second = await desk.draft(overview);
      await desk.sign(second.filingId, 'board');
      const { sha256 } = await desk.read(second.filingId);
      const asBoth = { ...boardScope(desk.group.tenantId), actorRole: 'accountant' };
      const command = { filingId: second.filingId, sha256, signerName: 'The board' };
      await expect(
        desk.as(asBoth, (tx) => site.app.get(SignFiling).run(tx, command)),
      ).rejects.toMatchObject({ code: 'signature.two_persons' });
      await expect(
        desk.as(asBoth, (tx) =>
          tx.query(
            `insert into core.filing_signature (tenant_id, filing_id, role, content_sha256, signer_name)
             select tenant_id, id, 'accountant', content_sha256, 'same' from core.filing where id = $1`,
            [second.filingId],
          ),
        ),
      ).rejects.toMatchObject({ constraint: 'signature_two_persons' });
    });

    it('signing while the overview is drawn up anew: never a signature under bytes nobody sees', async () => {
      for (const round of [{ noGifts: true }, { noDebts: true }, NONE]) {
        const { filingId } = await desk.draft(report);
        const { sha256 } = await desk.read(filingId);
        const results = await Promise.allSettled([
          desk.sign(filingId, 'board', sha256),
          desk.state(filingId, round),
        ]);
        const { signatures, sha256: now } = await desk.read(filingId);
        expect(now).not.toBe(sha256);
        expect(results[1].status).toBe('fulfilled');
        const fresh = signatures.filter((one) => one.sha256 === sha256);
        expect(fresh).toHaveLength(results[0].status === 'fulfilled' ? 1 : 0);
        expect(signatures.every((one) => one.sha256 !== now)).toBe(true);
      }
    });

    it('the same draft filed twice at once: one filing, one number, one receipt', async () => {
      await site.setClock('2025-06-30T12:00:00Z');
      const { filingId } = await desk.draft(overview);
      await desk.state(filingId, NONE);
      const both = await Promise.allSettled([desk.file(filingId, true), desk.file(filingId, true)]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'filing.filed_before' },
      });
      const receipts = await site.test.ownerQuery(
        'select 1 from core.filing_receipt where tenant_id = $1',
        [desk.group.tenantId],
      );
      expect(receipts).toHaveLength(1);
    });

    it('two that draw up the first draft at once: one draft', async () => {
      const [one, other] = await Promise.all([desk.draft(report), desk.draft(report)]);
      expect(one.filingId).toBe(other.filingId);
    });
  });

  describe('reconciliation between filings', () => {
    const differences = async (): Promise<Found[]> => {
      await site.app.get(Worker).drainOnce();
      return site.test.ownerQuery<Found>(
        `select source, outcome, jsonb_path_query_array(content, '$.documents[*].amount') as amounts
           from core.finding
          where tenant_id = $1 and ended_at is null and starts_with(key, 'differ:')
          order by source, key`,
        [desk.group.tenantId],
      );
    };

    it('a gift that was notified and is not in the overview is found with both sources, until it is corrected', async () => {
      const donor = await desk.desk.donor();
      await desk.desk.gift(donor, 1_000_000, '2024-11-29', atAffiliate());
      await desk.desk.notify(donor, 2024, desk.group.affiliate);
      await site.setClock('2025-03-03T12:00:00Z');
      const filed = await desk.fileAffiliate(2024);
      expect(await differences()).toEqual([]);

      await desk.desk.gift(donor, 200_000, '2024-12-15', atAffiliate());
      await desk.desk.notify(donor, 2024, desk.group.affiliate);
      await site.setClock('2025-03-03T12:02:00Z');
      const found = await differences();
      expect(found.map(({ source }) => source)).toEqual(
        expect.arrayContaining(['disclosed', 'ledger']),
      );
      const gift = found.find(
        ({ source, amounts }) => source === 'disclosed' && amounts.includes(null),
      );
      expect(gift?.amounts.toSorted()).toEqual([200_000, null]);

      const corrected = await desk.correct(filed.filingId, 'a gift was forgotten');
      await desk.sign(corrected.filingId, 'board');
      await desk.sign(corrected.filingId, 'accountant');
      await desk.file(corrected.filingId);
      expect(await differences()).toEqual([]);
    });

    it('what only the ledger knows is a difference to the party and not to the overseer', async () => {
      const donor = await desk.desk.donor();
      await site.setClock('2025-03-03T12:00:00Z');
      await desk.fileAffiliate(2024);
      await desk.desk.gift(donor, 500_000, '2024-12-15', atAffiliate());
      await site.app.get(Worker).drainOnce();
      const other = await desk.desk.donor();
      await desk.desk.gift(other, 1_000_000, '2025-02-28');
      await desk.desk.notify(other, 2025);
      await site.setClock('2025-03-03T12:02:00Z');
      const found = await differences();
      expect(found.map(({ source }) => source)).toContain('ledger');
      expect(found.map(({ source }) => source)).not.toContain('disclosed');
    });
  });
});

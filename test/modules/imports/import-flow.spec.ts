import { plainDate } from '../../../src/legal/kernel/plain-date';
import {
  BookImport,
  ConfirmImport,
  DecideImportDonor,
  type ImportKind,
  readRun,
  ReadImport,
  StartImport,
} from '../../../src/modules/imports/public';
import { Database } from '../../../src/platform/database/database';
import { aDonor, aGift } from '../../support/a-gift';
import { aParty, type AParty, treasurerScope } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

const HEAD = 'Soort gever;Naam gever;Adres;Plaats;Datum ontvangst;Bedrag';
const person = (name: string, day = '17-04-2025', amount = '100,00'): string =>
  `Persoon;${name};Dorpsstraat 1;Utrecht;${day};${amount}`;

describe('An import from file to ledger', () => {
  let site: TestApp;
  let group: AParty;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-02T12:00:00+02:00');
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    group = await aParty(site.app);
  });

  async function read(lines: readonly string[], kind: ImportKind = 'contributions') {
    const scope = treasurerScope(group.tenantId);
    const started = await site.app.get(Database).inTransaction(scope, (tx) =>
      site.app.get(StartImport).run(tx, {
        kind,
        year: kind === 'contributions' ? 2025 : null,
        name: 'lijst.csv',
        bytes: Buffer.from(lines.join('\r\n')),
        again: true,
      }),
    );
    const id = started.importId ?? '';
    await site.app.get(ReadImport).run(scope, id);
    return id;
  }

  const inName = <T>(work: Parameters<Database['inTransaction']>[1]): Promise<T> =>
    site.app.get(Database).inTransaction(treasurerScope(group.tenantId), work) as Promise<T>;

  async function book(id: string, mode: 'all' | 'good' = 'all'): Promise<void> {
    await inName((tx) => site.app.get(ConfirmImport).run(tx, id, mode));
    await site.app.get(BookImport).run(treasurerScope(group.tenantId), id);
  }

  const ledger = (): Promise<{ name: string; amount: string }[]> =>
    site.test.ownerQuery(
      `select p.name, c.amount_cents as amount from core.contribution c
         join core.donor_particulars p on p.tenant_id = c.tenant_id and p.donor_id = c.donor_id
        where c.tenant_id = $1 order by c.sequence`,
      [group.tenantId],
    );

  it('enters new donors once, books every gift and says what each will mean', async () => {
    const id = await read([
      HEAD,
      person('A. Een'),
      person('A. Een', '18-04-2025', '12.000,00'),
      person('B. Twee'),
    ]);
    const run = await inName<Awaited<ReturnType<typeof readRun>>>((tx) => readRun(tx, id));
    expect(run).toMatchObject({ state: 'read', rowsGood: 3, rowsFaulty: 0 });
    const rows = await site.test.ownerQuery<{ row: number; meaning: { noticeBy: string } | null }>(
      `select row, meaning from core.import_row where run_id = $1 order by number`,
      [id],
    );
    expect(rows.map(({ row, meaning }) => [row, meaning?.noticeBy ?? null])).toEqual([
      [2, null],
      [3, '2025-04-24'],
      [4, null],
    ]);
    await book(id);
    expect(await ledger()).toEqual([
      { name: 'A. Een', amount: '10000' },
      { name: 'A. Een', amount: '1200000' },
      { name: 'B. Twee', amount: '10000' },
    ]);
    const duties = await site.test.ownerQuery(
      `select 1 from core.notice_duty where tenant_id = $1`,
      [group.tenantId],
    );
    expect(duties).toHaveLength(1);
  });

  it('books nothing twice, however often it is asked to', async () => {
    const id = await read([HEAD, person('A. Een')]);
    await book(id);
    await site.app.get(BookImport).run(treasurerScope(group.tenantId), id);
    await site.app.get(ReadImport).run(treasurerScope(group.tenantId), id);
    expect(await ledger()).toHaveLength(1);
  });

  it('with a fault in one row: all or nothing is refused, the good rows can go', async () => {
    const id = await read([HEAD, person('A. Een'), person('B. Twee', '31-02-2025')]);
    await expect(book(id, 'all')).rejects.toMatchObject({ code: 'import.row_faults' });
    expect(await ledger()).toEqual([]);
    await book(id, 'good');
    expect(await ledger()).toEqual([{ name: 'A. Een', amount: '10000' }]);
    const states = await site.test.ownerQuery(
      `select row, state from core.import_row where run_id = $1 order by number`,
      [id],
    );
    expect(states).toEqual([
      { row: 2, state: 'booked' },
      { row: 3, state: 'faulty' },
    ]);
  });

  it('warns of a row that was booked before, and of two rows that are the same', async () => {
    const donorId = await aDonor(site.app, group.tenantId);
    const gift = { tenantId: group.tenantId, recipientId: group.party, receivedOn: '2025-04-17' };
    await aGift(site.app, { ...gift, donorId, euros: 100 });
    const head = 'Gevernummer;Datum ontvangst;Bedrag;Soort bijdrage';
    const line = `${donorId};17-04-2025;100;Gift`;
    const id = await read([head, line, line]);
    const rows = await site.test.ownerQuery<{ codes: string[] }>(
      `select array(select jsonb_array_elements(warnings) ->> 'code') as codes
         from core.import_row where run_id = $1 order by number`,
      [id],
    );
    expect(rows.map(({ codes }) => codes)).toEqual([
      ['row.booked_before'],
      ['row.duplicate', 'row.booked_before'],
    ]);
  });

  it('a file that cannot be read leaves its reason and no row', async () => {
    const scope = treasurerScope(group.tenantId);
    const { importId } = await inName<{ importId: string }>((tx) =>
      site.app.get(StartImport).run(tx, {
        kind: 'contributions',
        year: 2025,
        name: 'lijst.xlsx',
        bytes: Buffer.from('geen werkboek'),
        again: false,
      }),
    );
    await site.app.get(ReadImport).run(scope, importId);
    const run = await inName<Awaited<ReturnType<typeof readRun>>>((tx) => readRun(tx, importId));
    expect(run?.state).toBe('refused');
    expect(run?.refusal?.code).toBe('other_kind');
  });

  it('debts, donors, affiliates and overviews become what they are', async () => {
    const donors = await read(
      [
        'Soort gever;Naam gever;KvK-nummer;UBO 1 naam;UBO 1 adres;UBO 1 plaats',
        'Stichting;Stichting Proef;12345678;A. Baas;Markt 1;Utrecht',
      ],
      'donors',
    );
    await book(donors);
    const [donor] = await site.test.ownerQuery<{ id: string }>(
      `select donor_id as id from core.donor_particulars where tenant_id = $1`,
      [group.tenantId],
    );
    const overviews = await read(
      [
        'Gevernummer;Jaar;Overzicht ontvangen op;Naam van haar gever;Bedrag',
        `${donor?.id ?? ''};2024;02-02-2025;B. Voorbeeld;2500`,
        `${donor?.id ?? ''};2024;02-02-2025;C. Voorbeeld;1500`,
      ],
      'look_through',
    );
    await book(overviews);
    const debts = await read(
      ['Schuldeiser;Bedrag;Datum;Bewijs', 'Bank N.V.;40000;03-03-2025;Leenovereenkomst'],
      'debts',
    );
    await book(debts);
    const affiliates = await read(
      ['Soort neveninstelling;Naam;Vanaf', 'Jongerenorganisatie;Jongeren van de Proef;01-01-2025'],
      'affiliates',
    );
    await book(affiliates);
    const counted = await site.test.ownerQuery(
      `select (select count(*)::int from core.donor_ubo where tenant_id = $1) as ubos,
              (select count(*)::int from core.look_through_overview where tenant_id = $1) as overviews,
              (select count(*)::int from core.look_through_giver where tenant_id = $1) as givers,
              (select count(*)::int from core.debt where tenant_id = $1) as debts,
              (select count(*)::int from core.reported_affiliate where tenant_id = $1) as affiliates`,
      [group.tenantId],
    );
    expect(counted).toEqual([{ ubos: 1, overviews: 1, givers: 2, debts: 1, affiliates: 1 }]);
    expect(plainDate('2025-01-01')).toBe('2025-01-01');
  });

  it('who a doubtful donor is, a person says once; the next file is matched by itself', async () => {
    const donorId = await aDonor(site.app, group.tenantId, 'J.P. van der Berg');
    const lines = (day: string): string[] => [
      'Soort gever;Naam gever;Plaats;Datum ontvangst;Bedrag',
      `Persoon;J.P. van der Berg;Utrecht;${day};100`,
    ];
    const first = await read(lines('17-04-2025'));
    const doubtful = await site.test.ownerQuery(
      `select certainty, donor_id from core.import_donor where run_id = $1`,
      [first],
    );
    expect(doubtful).toEqual([{ certainty: 'doubt', donor_id: null }]);
    await expect(book(first)).rejects.toMatchObject({ code: 'import.undecided' });
    await inName((tx) => site.app.get(DecideImportDonor).run(tx, first, 1, donorId));
    await book(first);
    const second = await read(lines('18-04-2025'));
    await book(second);
    const booked = await site.test.ownerQuery(
      `select donor_id from core.contribution where tenant_id = $1`,
      [group.tenantId],
    );
    expect(booked).toEqual([{ donor_id: donorId }, { donor_id: donorId }]);
  });
});

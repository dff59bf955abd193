import { type Scope } from '../../../src/platform/database/transaction';
import { Problem } from '../../../src/platform/http/problem';
import {
  ImportPublishedList,
  type ImportOutcome,
} from '../../../src/modules/register/application/import-published-list';
import { ReadRegister } from '../../../src/modules/register/application/read-register';
import {
  listVersions,
  readList,
} from '../../../src/modules/register/persistence/published-list.store';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import { openTestDatabase, type TestDatabase } from '../../support/database';
import {
  publishedBytes,
  publishedList,
  publicText,
  publishedText,
  smallList,
  YEARS,
} from './published-lists';

const OVERSEER: Scope = {
  role: 'staff',
  tenantId: null,
  actorId: 'overseer-1',
  actorRole: 'overseer',
  requestId: 'request-1',
};
const ANYBODY: Scope = {
  ...OVERSEER,
  role: 'public',
  actorId: 'anonymous',
  actorRole: 'anonymous',
};

let test: TestDatabase;
let importer: ImportPublishedList;
let register: ReadRegister;

beforeAll(async () => {
  test = await openTestDatabase();
  importer = new ImportPublishedList(test.database);
  register = new ReadRegister(test.database);
});
afterAll(() => test.close());

interface Options {
  readonly seenOn?: string;
  readonly reason?: string;
  readonly scope?: Scope;
}

function importText(year: number, text: string, options: Options = {}): Promise<ImportOutcome> {
  return importer.run(options.scope ?? OVERSEER, {
    year,
    bytes: Buffer.from(text, 'utf8'),
    seenOn: options.seenOn === undefined ? null : plainDate(options.seenOn),
    reason: options.reason ?? null,
  });
}

async function refusal(work: Promise<unknown>): Promise<Problem> {
  const outcome = await work.catch((error: unknown) => error);
  if (!(outcome instanceof Problem)) throw new Error(`not refused: ${String(outcome)}`);
  return outcome;
}

async function count(table: string): Promise<number> {
  const [row] = await test.ownerQuery<{ n: number }>(`select count(*)::int as n from ${table}`);
  return row?.n ?? -1;
}

describe('importing the published lists of 2023, 2024 and 2025', () => {
  it.each(YEARS)('%i: what is stored is what was read', async (year) => {
    const outcome = await importText(year, publishedText(year), { seenOn: '2025-11-20' });
    expect(outcome).toMatchObject({ outcome: 'imported', year, version: 1, differences: [] });
    const stored = await test.database.inTransaction(ANYBODY, async (tx) => {
      const [version] = await listVersions(tx, year);
      return readList(tx, version?.id ?? '');
    });
    expect(stored).toEqual(publishedList(year));
  });

  it.each([2023, 2024] as const)(
    '%i: the export is the file that came in, but for the street of a person or an owner',
    async (year) => {
      expect(await register.csv(ANYBODY, year)).toBe(publicText(year));
    },
  );

  it('2025: the export has the right total', async () => {
    expect(await register.csv(ANYBODY, 2025)).toContain('\nTotaal,,"5385433,25",');
  });

  it('the same bytes again are recognised and add nothing', async () => {
    const [lists, rows] = [
      await count('register.published_list'),
      await count('register.source_row'),
    ];
    const again = await importText(2025, publishedText(2025));
    expect(again).toMatchObject({ outcome: 'recognised', version: 1 });
    expect(again.report.difference).toBe(12_500_000);
    expect(await count('register.published_list')).toBe(lists);
    expect(await count('register.source_row')).toBe(rows);
  });

  it('every row of the files is there, cell by cell', async () => {
    expect(await count('register.source_row')).toBe(314 + 256 + 310);
    const [row] = await test.ownerQuery<{ cells: string[] }>(
      `select cells from register.source_row join register.published_list l on l.id = list_id
        where l.year = 2025 and row_number = 194`,
    );
    expect(row?.cells).toEqual([
      'CDA',
      'Stichting CDA Business Club',
      '€ 95.000,00\u00a0',
      'D.L. Tourinkamp',
      'Woerden',
      '',
      '€ 95.000,00\u00a0',
      '10/17/2025',
      '',
    ]);
  });

  it('leaves a line in the audit log for each row, in the name of the overseer', async () => {
    const [lines] = await test.ownerQuery<{ n: number }>(
      `select count(*)::int as n from audit.event
        where entity = 'register.donor_total' and actor = 'overseer-1'`,
    );
    expect(lines?.n).toBe(274 + 223 + 272);
  });
});

describe('T32: a correction that lowers or removes a published row is a new version with a reason', () => {
  const first = smallList(
    'VVD||40000|A. de Vries|Utrecht||25000|01/27/2027|',
    'VVD|||A. de Vries|Utrecht||15000|02/01/2027|',
    'VVD||12000|B. Jansen|Breda||12000|02/02/2027|',
  ).replaceAll('2025', '2027');
  const second = smallList(
    'VVD||20000|A. de Vries|Utrecht||25000|01/27/2027|',
    'VVD||30000|C. Bos|Ede||30000|01/27/2027|',
  ).replaceAll('2025', '2027');

  beforeAll(async () => {
    await test.setClock('2027-12-31T12:00:00Z');
    await importText(2027, first, { seenOn: '2027-03-01' });
  });
  afterAll(() => test.setClock(null));

  it('is refused without a reason, and nothing changes', async () => {
    const refused = await refusal(importText(2027, second, { seenOn: '2027-11-06' }));
    expect(refused).toMatchObject({ status: 422, code: 'list.reason_needed' });
    expect((await register.year(ANYBODY, 2027)).version).toBe(1);
  });

  it('shows each difference, with the day it was first seen and the reason', async () => {
    const outcome = await importText(2027, second, {
      seenOn: '2027-11-06',
      reason: 'Refund to A. de Vries; B. Jansen gave to another party.',
    });
    expect(outcome).toMatchObject({ outcome: 'imported', version: 2 });
    const [latest] = await register.changes(ANYBODY, 2027);
    expect(latest?.version.correctionReason).toBe(
      'Refund to A. de Vries; B. Jansen gave to another party.',
    );
    expect(latest?.differences).toEqual(outcome.differences);
    const shown = latest?.differences.map(({ kind, donor, before, after }) => [
      kind,
      donor,
      before,
      after,
    ]);
    expect(shown).toEqual([
      ['total_lowered', 'A. de Vries', 40_000_00, 20_000_00],
      ['gift_removed', 'A. de Vries', 15_000_00, null],
      ['donor_removed', 'B. Jansen', 12_000_00, null],
      ['gift_removed', 'B. Jansen', 12_000_00, null],
      ['donor_added', 'C. Bos', null, 30_000_00],
      ['gift_added', 'C. Bos', null, 30_000_00],
    ]);
  });

  it('T31: the added gift was first seen 283 days after its receipt; why is unknown', async () => {
    const [latest] = await register.changes(ANYBODY, 2027);
    expect(latest?.differences.at(-1)?.lag).toMatchObject({
      receivedOn: '2027-01-27',
      days: 283,
      after: 'both',
      notice: 'unknown',
    });
  });

  it('the old version stays, and is still recognised', async () => {
    expect(await importText(2027, first)).toMatchObject({ outcome: 'recognised', version: 1 });
    expect((await register.changes(ANYBODY, 2027)).map(({ version }) => version.version)).toEqual([
      2, 1,
    ]);
  });

  it('T14: of two identical gifts, one that goes is one difference', async () => {
    const twice = smallList(
      'D66||20000|P. Bos|Den Dolder||10000|01/27/2028|',
      'D66|||P. Bos|Den Dolder||10000|01/27/2028|',
    ).replaceAll('2025', '2028');
    const once = smallList('D66||20000|P. Bos|Den Dolder||10000|01/27/2028|').replaceAll(
      '2025',
      '2028',
    );
    await importText(2028, twice);
    const outcome = await importText(2028, once, { reason: 'One of the two was a mistake.' });
    expect(outcome.differences.map(({ kind, before }) => [kind, before])).toEqual([
      ['gift_removed', 10_000_00],
    ]);
  });

  it('two versions sent at once become one after the other', async () => {
    const lists = ['20000', '21000', '22000', '23000'].map((amount) =>
      smallList(`CDA||${amount}|A. Bos|Ede||${amount}|01/02/2029|`).replaceAll('2025', '2029'),
    );
    const outcomes = await Promise.all(
      [...lists, ...lists].map((text) => importText(2029, text, { reason: 'Later figures.' })),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'imported')).toHaveLength(4);
    expect(new Set(outcomes.map(({ version }) => version))).toEqual(new Set([1, 2, 3, 4]));
  });
});

describe('what is refused', () => {
  it('a list with unreadable cells: all of them are named, nothing is stored', async () => {
    const text = smallList(
      'VVD||veel|A. de Vries|Utrecht||15000|08/26/2025|',
      'VVD||15000|B. Jansen|Utrecht||15000|31/12/2025|',
    );
    const refused = await refusal(importText(2025, text));
    expect(refused.status).toBe(400);
    expect(refused.errors.map(({ location, code }) => [location, code])).toEqual([
      ['C10', 'list.amount_unreadable'],
      ['H11', 'list.day_unreadable'],
    ]);
    expect(refused.errors[0]?.detail).toBe(
      'Row 10, cell C10 (Totaal 2025): "veel". An amount is whole euros, or euros with a decimal ' +
        'comma and at most two decimals. Type the amount like 10000 or 24592,5.',
    );
  });

  it('a file that is not UTF-8, and one that is too large', async () => {
    const bytes = Buffer.from('Overzicht\xff', 'latin1');
    const command = { year: 2025, bytes, seenOn: null, reason: null };
    expect((await refusal(importer.run(OVERSEER, command))).code).toBe('list.encoding');
    expect((await refusal(importText(2025, 'x'.repeat(1_000_001)))).status).toBe(413);
  });

  it('a day on which nobody can have seen it yet', async () => {
    const text = smallList('VVD||15000|A. Dam|Utrecht||15000|08/26/2025|');
    const refused = await refusal(importText(2025, text, { seenOn: '2199-01-01', reason: 'x' }));
    expect(refused.errors[0]).toMatchObject({ location: 'seenOn', code: 'date.future' });
  });

  it.each(['decision_maker', 'committee_member', 'treasurer'])(
    'an import by the role %s, by the database itself',
    async (actorRole) => {
      const scope = { ...OVERSEER, actorRole };
      const text = smallList('SP||15000|A. Dam|Utrecht||15000|08/26/2025|').replaceAll(
        '2025',
        '2031',
      );
      await expect(importText(2031, text, { scope })).rejects.toThrow(/row-level security/);
    },
  );

  it('a change or removal of what was published, by anyone who can sign in to the database', async () => {
    for (const role of ['staff', 'public', 'worker', 'app'] as const) {
      for (const sql of [
        'update register.donor_total set total_cents = 1',
        'delete from register.published_list',
      ]) {
        const work = test.database.inTransaction({ ...OVERSEER, role }, (tx) => tx.query(sql));
        await expect(work).rejects.toThrow(/permission denied/);
      }
    }
  });

  it('to the public: who imported a list, and the cells as they came in', async () => {
    for (const sql of [
      'select imported_by from register.published_list',
      'select cells from register.source_row',
    ]) {
      const work = test.database.inTransaction(ANYBODY, (tx) => tx.query(sql));
      await expect(work).rejects.toThrow(/permission denied/);
    }
  });

  it('a list total that is not the sum of its donors, by constraint', async () => {
    const work = test.database.inTransaction(OVERSEER, (tx) =>
      tx.query(
        `insert into register.published_list (year, version, sha256, title, columns,
           summary_headings, notes, computed_total_cents, report, seen_on)
         values (2040, 1, sha256('x'), 'x', '[]', '{}', '{}', 5, '{}', '2025-01-01')`,
      ),
    );
    await expect(work).rejects.toThrow(/not the sum of its donors/);
  });
});

it('the bytes of the demo lists are those the ministry published (with invented names)', () => {
  expect(YEARS.map((year) => publishedBytes(year).length)).toEqual([18_517, 13_658, 20_232]);
});

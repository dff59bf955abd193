import { Workbook } from 'exceljs';
import { PROBLEM_CODES } from '../../src/modules/register/application/cell-problems';
import { Texts } from '../../src/platform/rendering/texts';
import { templatesDirectory } from '../../src/platform/rendering/project-files';
import {
  CUT_CELLS,
  publicText,
  publishedBytes,
  publishedText,
  smallList,
  YEARS,
} from '../modules/register/published-lists';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** "Rielaaker 61" of the words of a cell. */
function streetIn(cell: string): string {
  return /[A-Z]\w+ \d+(?=,)/.exec(cell)?.[0] ?? cell;
}

describe('the published lists over HTTP', () => {
  let site: TestApp;
  let token: string;

  beforeAll(async () => {
    site = await startTestApp();
    token = await site.tokenFor('overseer');
  });
  afterAll(() => site.close());

  const send = (query: string, body: Buffer | string, bearer = token) =>
    site
      .http()
      .post(`/v1/published-lists?${query}`)
      .set('Authorization', `Bearer ${bearer}`)
      .set('Content-Type', 'text/csv')
      .send(body.toString('utf8'));
  const get = (path: string) => site.http().get(path);

  describe('the API', () => {
    it.each(YEARS)('the overseer imports %i: 201, and the same file again: 200', async (year) => {
      const first = await send(`year=${String(year)}`, publishedBytes(year)).expect(201);
      expect(first.body).toMatchObject({ outcome: 'imported', version: 1, differences: [] });
      expect(first.headers['location']).toBe(`/v1/published-lists/${String(year)}`);
      const second = await send(`year=${String(year)}`, publishedBytes(year)).expect(200);
      expect(second.body).toMatchObject({ outcome: 'recognised', version: 1 });
    });

    it('anybody reads that 2025 is 125 000,00 apart for CDA, and the three cells', async () => {
      const { body } = await get('/v1/published-lists/2025/reconciliation').expect(200);
      expect(body).toMatchObject({ difference: 12_500_000, reconciles: false });
      const { parties } = body as { parties: { party: string; textTotals: { cell: string }[] }[] };
      const cda = parties.find(({ party }) => party === 'CDA');
      expect(cda?.textTotals.map(({ cell }) => cell)).toEqual(['C191', 'C193', 'C194']);
    });

    it('lists the years, the newest first, with their totals', async () => {
      const { body } = await get('/v1/published-lists').expect(200);
      expect(body).toMatchObject({
        items: [
          { year: 2025, computed: 538_543_325, printed: 526_043_325 },
          { year: 2024, computed: 341_609_757, reconciles: true },
          { year: 2023, computed: 548_968_839, reconciles: true },
        ],
      });
    });

    it('says nowhere who imported a list', async () => {
      for (const path of ['', '/2025', '/2025/reconciliation']) {
        const { text } = await get(`/v1/published-lists${path}`).expect(200);
        expect(text).not.toMatch(/importedBy|imported_by/);
      }
    });

    it('gives all 272 donors of 2025 page by page, each once', async () => {
      const rows: number[] = [];
      let path: string | undefined = '/v1/published-lists/2025/rows?pageSize=100';
      while (path !== undefined) {
        const { body } = await get(path).expect(200);
        const page = body as { items: { row: number }[]; _links: { next?: { href: string } } };
        rows.push(...page.items.map(({ row }) => row));
        path = page._links.next?.href;
      }
      expect(rows).toHaveLength(272);
      expect(new Set(rows).size).toBe(272);
      expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    });

    it('T21: a shielded beneficial owner has no name there', async () => {
      const { body } = await get('/v1/published-lists/2025/rows?party=CU').expect(200);
      const { items } = body as { items: { donor: { name: string; beneficialOwners: unknown } }[] };
      expect(items.find(({ donor }) => donor.name === 'Smegerpolder B.V.')?.donor).toMatchObject({
        shielding: 'hrb_51b',
        beneficialOwners: [{ name: null, residence: null }],
      });
    });

    it.each(YEARS)('%i: no answer has the street of a person or of an owner', async (year) => {
      const list = `/v1/published-lists/${String(year)}`;
      const texts: string[] = [];
      let path: string | undefined = `${list}/rows?pageSize=100`;
      while (path !== undefined) {
        const { body, text } = await get(path).expect(200);
        const page = body as { _links: { next?: { href: string } } };
        texts.push(text);
        path = page._links.next?.href;
      }
      for (const other of [list, `${list}/reconciliation`, `${list}/export`])
        texts.push((await get(other).expect(200)).text);
      for (const [, listed, shown] of CUT_CELLS[year]) {
        const town = / (\S+)$/.exec(` ${shown}`)?.[1] ?? '';
        expect(texts.join('\n')).toContain(town);
        expect(texts.join('\n')).not.toContain(streetIn(listed));
      }
    });

    it('exports what was imported, as CSV or as XLSX, whichever is asked for', async () => {
      const csv = await get('/v1/published-lists/2024/export')
        .set('Accept', 'text/csv')
        .expect(200);
      expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(csv.text).toBe(publicText(2024));
      const book = await get('/v1/published-lists/2025/export')
        .set('Accept', XLSX)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect('Content-Type', XLSX)
        .expect(200);
      const workbook = new Workbook();
      await workbook.xlsx.load(book.body as ArrayBuffer);
      expect(workbook.getWorksheet('Overzicht 2025')?.getCell('C22').value).toBe(5_385_433.25);
      expect(workbook.getWorksheet('Overzicht 2025')?.getCell('E256').value).toBe('Beekbergen');
      await get('/v1/published-lists/2025/export').set('Accept', 'image/png').expect(406);
    });

    it('names every cell that cannot be read, in one answer', async () => {
      const text = smallList(
        'VVD||veel|A. de Vries|Utrecht||15000|08/26/2025|',
        'VVD||15000|B. Jansen|Utrecht||15000|31/12/2025|',
      );
      const { body } = await send('year=2025', text).expect(400);
      expect(body).toMatchObject({
        type: 'urn:partijgiften:problem:list.unreadable',
        errors: [
          { in: 'body', location: 'C10', code: 'list.amount_unreadable' },
          { in: 'body', location: 'H11', code: 'list.day_unreadable' },
        ],
      });
    });

    it('T32: a version that takes something away needs a reason, and shows it', async () => {
      const rows = publishedText(2023).replace(',100000,R.M. Bradijhof,', ',90000,R.M. Bradijhof,');
      const { body } = await send('year=2023&seenOn=2023-12-01', rows).expect(422);
      expect(body).toMatchObject({ errors: [{ location: 'reason', code: 'list.reason_needed' }] });
      await send('year=2023&reason=Refund%20of%2010%20000', rows).expect(201);
      const history = await get('/v1/published-lists/2023').expect(200);
      expect(history.body).toMatchObject({
        version: 2,
        correctionReason: 'Refund of 10 000',
        versions: [
          {
            version: 2,
            differences: [{ kind: 'total_lowered', before: 10_000_000, after: 9_000_000 }],
          },
          { version: 1, differences: [] },
        ],
      });
    });

    it.each([
      ['no body', 'year=2025', '', 400, 'body.empty'],
      ['no year', '', 'x', 400, 'input.invalid'],
      ['a day that does not exist', 'year=2025&seenOn=2025-02-30', 'x', 400, 'input.invalid'],
      ['something else than a list', 'year=2025', 'hello', 400, 'list.unreadable'],
      ['a file that is too large', 'year=2025', 'x'.repeat(1_000_001), 413, 'body.too_large'],
    ])('refuses %s', async (_what, query, body, status, code) => {
      const answer = await send(query, body).expect(status);
      expect((answer.body as { type: string }).type).toBe(`urn:partijgiften:problem:${code}`);
    });

    it('takes CSV where a list is imported, and nowhere else', async () => {
      const bearer = `Bearer ${token}`;
      await site
        .http()
        .post('/v1/published-lists?year=2025')
        .set('Authorization', bearer)
        .send({ a: 1 })
        .expect(415);
      const treasurer = await site.tokenFor('treasurer');
      await site
        .http()
        .post('/v1/pre-checks')
        .set('Authorization', `Bearer ${treasurer}`)
        .set('Content-Type', 'text/csv')
        .send('a,b')
        .expect(415);
    });

    it.each(['treasurer', 'decision_maker', 'committee_member', 'administrator'] as const)(
      'an import by the role %s is refused',
      async (role) => {
        const bearer = await site.tokenFor(role);
        await send('year=2025', publishedBytes(2025), bearer).expect(403);
      },
    );

    it.each(['2019', '2031', '20250', 'abcd', "2025'"])('there is no list of %s', async (year) => {
      await get(`/v1/published-lists/${year}`).expect(404);
      await get(`/v1/published-lists/${year}/rows`).expect(404);
      await get(`/v1/published-lists/${year}/export`).set('Accept', 'text/csv').expect(404);
    });
  });

  describe('the public pages', () => {
    it('show the years and whether each adds up', async () => {
      const { text } = await get('/register/lijsten').expect(200);
      expect(text).toContain('href="/register/2025"');
      expect(text).toContain('€\u00a05.385.433,25');
      expect(text).toContain('Klopt niet');
    });

    it('explain the 125 000,00 of CDA in 2025 with the three cells', async () => {
      const { text } = await get('/register/2025').expect(200);
      expect(text).toContain('Het totaal in de lijst is €\u00a0125.000,00 te laag');
      expect(text).toContain('Bij CDA zijn 3 totalen als tekst getypt.');
      for (const cell of ['C191', 'C193', 'C194']) expect(text).toContain(cell);
    });

    it('say of 2024 that it is correct to the cent, also in English', async () => {
      const { text } = await get('/register/2024').expect(200);
      expect(text).toContain('De totalen kloppen tot op de cent');
      const agent = site.http();
      await agent.get('/taal/en?terug=/register/2024').expect(303);
      const english = await agent.get('/register/2024').expect(200);
      expect(english.text).toContain('The totals are correct to the cent');
    });

    it('show the gifts of one party and go on page by page', async () => {
      const { text } = await get('/register/2025?partij=CDA').expect(200);
      expect(text).toContain('D.L. Tourinkamp');
      expect(text).not.toContain('J. Klersenga');
      const all = await get('/register/2025').expect(200);
      const next = /rel="next" href="([^"]+)"/.exec(all.text)?.[1]?.replace('&amp;', '&');
      const second = await get((next ?? '').replace(/#.*$/, '')).expect(200);
      expect(second.text).toContain('Naar het begin van de lijst');
    });

    it('show what a new version changed, with its reason', async () => {
      const { text } = await get('/register/2023').expect(200);
      expect(text).toContain('Reden: Refund of 10 000');
      expect(text).toContain('Totaal verlaagd');
    });

    it('name the cells that held a street, at the row too', async () => {
      const { text } = await get('/register/2024?partij=Volt').expect(200);
      expect(text).toContain('In 2 cellen van de lijst (E230, F249) stond een adres');
      expect(text).toContain('Gelmerhuizen B.V. (E. Oltvendam) (Weswousma)');
      expect(text.match(/Hier stond een adres/g)).toHaveLength(1);
      expect(text).not.toContain('Rielaaker 61');
      const other = await get('/register/2023').expect(200);
      expect(other.text).toContain('In één cel van de lijst (E94) stond een adres');
    });

    it('give the files', async () => {
      const csv = await get('/register/2024/giften.csv').expect(200);
      expect(csv.text).toBe(publicText(2024));
      expect(csv.headers['content-disposition']).toBe('attachment; filename=giften-2024.csv');
      await get('/register/2024/giften.xlsx').expect('Content-Type', XLSX).expect(200);
      await get('/register/2031/giften.xlsx').expect(404);
    });

    it('read the same to everybody who is signed in, whatever the role', async () => {
      for (const role of ['treasurer', 'administrator'] as const) {
        const { agent } = await site.signIn(role);
        await agent.get('/register/2025').expect(200);
      }
    });
  });

  describe('the page where the overseer imports', () => {
    let overseer: SignedIn;
    beforeAll(async () => {
      overseer = await site.signIn('overseer');
    });

    const upload = (fields: Readonly<Record<string, string>>, file: string) => {
      const request = overseer.agent
        .post('/toezicht/lijsten')
        .set('Origin', site.url)
        .set('Sec-Fetch-Site', 'same-origin')
        .field('_csrf', overseer.csrfToken);
      for (const [name, value] of Object.entries(fields)) void request.field(name, value);
      return request.attach('lijst', Buffer.from(file, 'utf8'), 'lijst.csv');
    };

    it('recognises a file that was imported before', async () => {
      const answer = await upload({ jaar: '2025' }, publishedText(2025)).expect(303);
      const { text } = await overseer.agent.get(answer.headers['location'] ?? '').expect(200);
      expect(text).toContain('De lijst van 2025 was al ingelezen als versie 1');
    });

    it('imports a new version and leads to its check', async () => {
      const rows = publishedText(2024).replace(',100000,E. Oltnesmeer,', ',100001,E. Oltnesmeer,');
      const answer = await upload({ jaar: '2024' }, rows).expect(303);
      const { text } = await overseer.agent.get(answer.headers['location'] ?? '').expect(200);
      expect(text).toContain('De lijst van 2024 is ingelezen als versie 2');
      expect(text).toContain('href="/register/2024"');
    });

    it('shows every fault at once, in Dutch, and keeps what was typed', async () => {
      const faulty = smallList('VVD||veel|A. de Vries|Utrecht||15000|31/12/2025|');
      const { text } = await upload({ jaar: '2025', reden: 'Een reden' }, faulty).expect(400);
      expect(text).toContain('Rij 10, cel C10 (Totaal 2025): &quot;veel&quot;.');
      expect(text).toContain('cel H10 (Datum)');
      expect(text).toContain('Een reden');
      const wrong = await upload({ jaar: 'vijf', gezien: '31-02-2025' }, '').expect(400);
      expect(wrong.text).toContain('Kies het bestand met de lijst.');
      expect(wrong.text).toContain('is geen jaar');
      expect(wrong.text).toContain('is geen datum');
    });

    it('asks for the reason of what is taken away', async () => {
      const rows = publishedText(2025).replace(',35000,Niebroedijk', ',34000,Niebroedijk');
      const { text } = await upload({ jaar: '2025' }, rows).expect(400);
      expect(text).toContain('Deze versie verlaagt of verwijdert iets dat openbaar was.');
    });

    it('is not there for others, and takes no form from elsewhere', async () => {
      await site.http().get('/toezicht/lijsten').expect(303);
      const { agent } = await site.signIn('decision_maker');
      await agent.get('/toezicht/lijsten').expect(403);
      await overseer.agent
        .post('/toezicht/lijsten')
        .set('Origin', 'https://elsewhere.example')
        .field('jaar', '2025')
        .attach('lijst', publishedBytes(2025), 'lijst.csv')
        .expect(403);
    });
  });

  it('has a text in both languages for every problem a list can have', () => {
    const texts = Texts.read(templatesDirectory());
    for (const code of PROBLEM_CODES) {
      expect(texts.has(`register.problem.${code}`)).toBe(true);
      expect(texts.has(`register.problem.${code}.mend`)).toBe(true);
    }
  });
});

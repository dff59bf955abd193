import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { Parser } from 'n3';
import { SaxesParser } from 'saxes';
import { BuildFiles, RegisterHead } from '../../src/modules/open-data/public';
import { sha256Hex } from '../../src/platform/json/canonical';
import { smallList } from '../modules/register/published-lists';
import { htmlFaults } from '../support/html-check';
import { startTestApp, type TestApp } from '../support/app';
import { aPublicGift, PublicRegister } from '../support/public-gifts';

const OTHER = { id: 'D-0000000002', kind: 'legal_person', name: 'Wadhouder B.V.' } as const;

describe('the public register as data, without a key', () => {
  let site: TestApp;
  let register: PublicRegister;

  beforeAll(async () => {
    site = await startTestApp();
    register = new PublicRegister(site.test);
    await register.write(aPublicGift({ id: 'G-000000000A' }), 'published', '2025-03-11');
    const company = { ...aPublicGift({ id: 'G-X' }).donor, ...OTHER, address: 'Kade 7' };
    await register.write(
      aPublicGift({
        id: 'G-000000000B',
        party: { slug: 'andere-partij', name: 'Andere Partij' },
        donor: company,
        amount: '25000.50',
        counted: '25000.50',
        year: 2024,
      }),
      'published',
      '2025-03-12',
    );
    const corrected = aPublicGift({
      id: 'G-000000000A',
      version: 2,
      status: 'corrected',
      amount: '12000.00',
      counted: '12000.00',
      changedAt: '2025-03-13T09:00:00.000000Z',
    });
    await register.write(corrected, 'corrected', '2025-03-13');
    site.app.get(RegisterHead).forget();
  });
  afterAll(() => site.close());

  const get = (path: string) => site.http().get(path);
  /** One field of every item of an answer. */
  const each = (body: unknown, field: string): readonly unknown[] =>
    (body as { items: Record<string, unknown>[] }).items.map((item) => item[field]);

  it('lists gifts, filters them and goes on where a page ended', async () => {
    const first = await get('/v1/public/gifts?pageSize=1').expect(200);
    expect(first.body.items).toMatchObject([{ id: 'G-000000000A', status: 'corrected' }]);
    const second = await get(first.body._links.next.href).expect(200);
    expect(second.body.items).toMatchObject([{ id: 'G-000000000B', amount: '25000.50' }]);
    expect(second.body._links.next).toBeUndefined();
    const ids = async (query: string): Promise<readonly unknown[]> => {
      const { body } = await get(`/v1/public/gifts?${query}`).expect(200);
      return each(body, 'id');
    };
    expect(await ids('party=andere-partij')).toEqual(['G-000000000B']);
    expect(await ids('donor=D-0000000001')).toEqual(['G-000000000A']);
    expect(await ids('year=2024')).toEqual(['G-000000000B']);
    expect(await ids('minimum=25000.50')).toEqual(['G-000000000B']);
    expect(await ids('maximum=25000')).toEqual(['G-000000000A']);
    expect(await ids('status=corrected&country=NL')).toEqual(['G-000000000A']);
    expect(await ids('from=2025-03-07&until=2025-03-07')).toEqual(['G-000000000A']);
    expect(await ids('text=wadhouder')).toEqual(['G-000000000B']);
    expect(await ids('text=waterman')).toEqual([]);
    expect(await ids('sort=amount')).toEqual(['G-000000000B', 'G-000000000A']);
    expect(await ids('changedSince=2025-03-12T00:00:00Z')).toEqual(['G-000000000A']);
  });

  it('names every wrong filter at once', async () => {
    const { body } = await get('/v1/public/gifts?minimum=10.000,00&year=tien&form=goud').expect(
      400,
    );
    expect(each({ items: body.errors }, 'location').toSorted()).toEqual([
      'form',
      'minimum',
      'year',
    ]);
    const order = await get(
      '/v1/public/gifts?changedSince=2025-03-12T00:00:00Z&sort=amount',
    ).expect(400);
    expect(order.body.errors).toMatchObject([{ code: 'sort.changed_only' }]);
  });

  it('tells one gift, its versions and what changed field by field', async () => {
    const { body } = await get('/v1/public/gifts/G-000000000A/versions').expect(200);
    expect(each(body, 'change')).toEqual(['published', 'corrected']);
    expect(body.items[1].differences).toEqual([
      { field: '/amount', before: '10000.00', after: '12000.00' },
      { field: '/counted', before: '10000.00', after: '12000.00' },
      { field: '/status', before: 'published', after: 'corrected' },
    ]);
  });

  it('a number nobody has and no number at all get the same 404', async () => {
    const unknown = await get('/v1/public/gifts/G-ZZZZZZZZZZ').expect(404);
    const nonsense = await get('/v1/public/gifts/onzin').expect(404);
    expect({ ...nonsense.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    expect(unknown.headers['cache-control']).toBe('no-store');
    expect(unknown.headers['etag']).toMatch(/^W/);
  });

  it('tells parties and donors with exact sums', async () => {
    const parties = await get('/v1/public/parties').expect(200);
    expect(each(parties.body, 'slug')).toEqual(['andere-partij', 'polderpartij']);
    const party = await get('/v1/public/parties/polderpartij').expect(200);
    expect(party.body.years).toMatchObject([{ year: 2025, gifts: 1, counted: '12000.00' }]);
    const donors = await get('/v1/public/donors?pageSize=1').expect(200);
    expect(donors.body.items).toMatchObject([{ id: 'D-0000000001', counted: '12000.00' }]);
    const next = await get(donors.body._links.next.href).expect(200);
    expect(next.body.items).toMatchObject([{ id: 'D-0000000002', name: 'Wadhouder B.V.' }]);
    const ofParty = await get('/v1/public/donors?party=andere-partij&year=2024').expect(200);
    expect(ofParty.body.items).toMatchObject([{ id: 'D-0000000002', counted: '25000.50' }]);
    const named = await get('/v1/public/donors?text=dijk').expect(200);
    expect(named.body.items).toMatchObject([{ id: 'D-0000000001' }]);
    const donor = await get('/v1/public/donors/D-0000000002').expect(200);
    expect(donor.body.years).toMatchObject([{ party: 'andere-partij', year: 2024 }]);
    const sums = await get('/v1/public/statistics').expect(200);
    expect(sums.body.years).toEqual([
      { key: '2024', gifts: 1, counted: '25000.50' },
      { key: '2025', gifts: 1, counted: '12000.00' },
    ]);
  });

  it('a poller asks for changes after the last number it has', async () => {
    const all = await get('/v1/public/changes').expect(200);
    expect(all.body.items).toHaveLength(3);
    expect(all.body.more).toBe(false);
    const none = await get(`/v1/public/changes?after=${String(all.body.newest)}`).expect(200);
    expect(none.body).toMatchObject({ items: [], newest: all.body.newest, more: false });
    const some = await get('/v1/public/changes?limit=2').expect(200);
    expect(some.body).toMatchObject({ more: true });
  });

  it('who has an answer gets 304 until something changes, and may keep it for half a minute', async () => {
    const first = await get('/v1/public/gifts?year=2025').expect(200);
    const tag = first.headers['etag'] ?? '';
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(first.headers['cache-control']).toBe('public, max-age=30, must-revalidate');
    expect(first.headers['access-control-allow-origin']).toBe('*');
    const again = await get('/v1/public/gifts?year=2025').set('If-None-Match', tag).expect(304);
    expect(again.text).toBe('');
    await get('/v1/public/gifts?year=2024').set('If-None-Match', tag).expect(200);
    await register.write(aPublicGift({ id: 'G-000000000C' }), 'published', '2025-03-14');
    site.app.get(RegisterHead).forget();
    await get('/v1/public/gifts?year=2025').set('If-None-Match', tag).expect(200);
  });

  it('files come with their checksum, parts of them and 304', async () => {
    const csv = await get('/open-data/bestanden/giften-v1.csv').expect(200);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    const sum = await get('/open-data/bestanden/giften-v1.csv.sha256').expect(200);
    expect(sum.text).toBe(`${sha256Hex(csv.text)}  giften-v1.csv\n`);
    expect(csv.headers['etag']).toBe(`"${sha256Hex(csv.text)}"`);
    await get('/open-data/bestanden/giften-v1.csv')
      .set('If-None-Match', csv.headers['etag'] ?? '')
      .expect(304);
    const part = await get('/open-data/bestanden/giften-v1.csv')
      .set('Range', 'bytes=0-9')
      .expect(206);
    expect(part.text).toBe(csv.text.slice(0, 10));
    await get('/open-data/bestanden/giften-1900-v1.csv').expect(404);
    await get('/open-data/bestanden/..%2F..%2Fpackage.json').expect(404);
    const files = await get('/v1/public/files').expect(200);
    const names = each(files.body, 'name');
    expect(names).toContain('giften-2024-v1.ods');
    expect(names).toContain('wijzigingen-2025-03-13-v1.jsonl');
  });

  it('every line of the files is what the schema says', async () => {
    const ajv = new Ajv2020({ allErrors: true });
    addFormats(ajv);
    for (const [schema, file] of [
      ['gift-v1.schema.json', 'giften-v1.jsonl'],
      ['wijziging-v1.schema.json', 'wijzigingen-2025-03-13-v1.jsonl'],
    ] as const) {
      const { text } = await get(`/open-data/schema/${schema}`).expect(200);
      const validate = ajv.compile(JSON.parse(text) as object);
      const lines = (await get(`/open-data/bestanden/${file}`).buffer(true).expect(200))
        .body as Buffer;
      for (const line of lines.toString().split('\n').slice(0, -1)) {
        validate(JSON.parse(line));
        expect(validate.errors ?? []).toEqual([]);
      }
    }
    expect(ajv.getSchema('nothing')).toBeUndefined();
  });

  it('the columns of a CSV file are those of its Table Schema and its metadata', async () => {
    const csv = await get('/open-data/bestanden/giften-v1.csv').expect(200);
    const header = csv.text.split('\r\n')[0]?.split(',');
    const table = await get('/open-data/schema/giften-v1.tableschema.json').expect(200);
    const fields = (JSON.parse(table.text) as { fields: { name: string }[] }).fields;
    expect(fields.map(({ name }) => name)).toEqual(header);
    const described = await get('/open-data/bestanden/giften-v1.csv-metadata.json').expect(200);
    expect(described.headers['content-type']).toBe('application/csvm+json; charset=utf-8');
    const { url, tableSchema } = JSON.parse(described.text) as {
      url: string;
      tableSchema: { columns: { name: string }[] };
    };
    expect(url).toBe('giften-v1.csv');
    expect(tableSchema.columns.map(({ name }) => name)).toEqual(header);
  });

  it.each([
    ['/feeds/giften.atom', 3],
    ['/feeds/partijen/andere-partij.atom', 1],
    ['/feeds/gevers/D-0000000001.atom', 2],
  ])('%s is Atom: ids that stay, moments of change', async (path, count) => {
    const { text, headers } = await get(path).buffer(true).expect(200);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const feed = readAtom(text);
    expect(feed.entries).toHaveLength(count);
    for (const entry of feed.entries) {
      expect(entry['id']).toMatch(/^http:\/\/127\.0\.0\.1\/register\/giften\/G-[0-9A-Z]{10}$/);
      expect(entry['updated']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      expect(entry['title']).not.toBe('');
    }
    expect(feed.head['updated']).toBe(
      feed.entries
        .map((entry) => entry['updated'] ?? '')
        .toSorted()
        .at(-1),
    );
    await get(path)
      .set('If-None-Match', headers['etag'] ?? '')
      .expect(304);
  });

  it('a correction is the same entry with a later moment', async () => {
    const { text } = await get('/feeds/giften.atom').buffer(true).expect(200);
    const entry = readAtom(text).entries.find(({ id }) => id?.endsWith('G-000000000A') === true);
    expect(entry?.['title']).toContain('Verbeterd: gift van');
    expect(entry?.['updated']).toBe('2025-03-13T09:00:00.000000Z');
    const english = await get('/feeds/giften.atom?taal=en').buffer(true).expect(200);
    expect(english.text).toContain('Corrected: gift of');
  });

  it('a gift that is withheld is gone everywhere, also from files made before', async () => {
    await register.withhold('G-000000000C', '2025-03-15');
    site.app.get(RegisterHead).forget();
    await get('/v1/public/gifts/G-000000000C').expect(404);
    for (const file of ['giften-v1.csv', 'giften-2025-v1.csv', 'wijzigingen-2025-03-14-v1.csv']) {
      const { text } = await get(`/open-data/bestanden/${file}`).expect(200);
      expect(text).not.toContain('G-000000000C,1,published');
    }
    const feed = readAtom((await get('/feeds/giften.atom').buffer(true)).text);
    expect(feed.gone).toEqual(['http://127.0.0.1/register/giften/G-000000000C']);
    expect(feed.entries).toHaveLength(2);
  });

  it('bytes that were lost are made again', async () => {
    const { body } = await get('/v1/public/files').expect(200);
    const { folder } = site.app.get(BuildFiles);
    for (const sha256 of each(body, 'sha256'))
      rmSync(join(folder, String(sha256)), { force: true });
    await get('/open-data/bestanden/giften-2025-v1.xlsx').expect(200);
    const { text } = await get('/open-data/bestanden/giften-v1.csv').expect(200);
    expect(text.split('\r\n')).toHaveLength(4);
  });

  it('the page says what there is, with sizes, checksums and how to replay, in both languages', async () => {
    const { text } = await get('/open-data').expect(200);
    expect(text).toContain('Het register als open data');
    expect(text).toContain('href="/open-data/bestanden/giften-2025-v1.xlsx"');
    expect(text).toContain('href="/open-data/bestanden/giften-v1.csv.sha256"');
    expect(text).toContain('Opnieuw uitgegeven');
    expect(await htmlFaults(text)).toEqual([]);
    const reader = site.http();
    await reader.get('/taal/en');
    const english = await reader.get('/open-data').expect(200);
    expect(english.text).toContain('The register as open data');
    await get('/open-data?voor=2025-03-13').expect(200);
    await get('/open-data?voor=onzin').expect(200);
  });

  it('each year of the ministry stands beside the one from the register', async () => {
    await get('/open-data/vergelijking/2025').expect(404);
    const token = await site.tokenFor('overseer');
    await site
      .http()
      .post('/v1/published-lists?year=2025')
      .set('Authorization', `Bearer ${token}`)
      .set('Content-Type', 'text/csv')
      .send(
        smallList(
          'VVD||20000|Wadhouder B.V.|Kade 7, 1234 AB Harlingen|W. Wad, Ede|20000|05/06/2025|',
        ),
      )
      .expect(201);
    const { text } = await get('/open-data/vergelijking/2025').expect(200);
    expect(text).toContain('Deze rij staat alleen in de lijst van de minister.');
    expect(await htmlFaults(text)).toEqual([]);
    await get('/open-data/vergelijking/twee').expect(404);
  });

  it('the catalogue is the same in Turtle and in JSON-LD', async () => {
    const ttl = await get('/open-data/catalogus.ttl').buffer(true).expect(200);
    const quads = new Parser().parse(ttl.text);
    const json = await get('/open-data/catalogus.jsonld').buffer(true).expect(200);
    const nodes = JSON.parse(json.text) as Record<string, unknown[]>[];
    const said = nodes.flatMap((node) =>
      Object.values(node).filter((values) => Array.isArray(values)),
    );
    expect(said.reduce((sum, values) => sum + values.length, 0)).toBe(
      new Set(quads.map((quad) => JSON.stringify(quad))).size,
    );
  });

  it('while the register is stopped everything answers 503 with the reason', async () => {
    await site.test.ownerQuery(
      "update register.state set open = false, reason = 'A name got out.'",
    );
    site.app.get(RegisterHead).forget();
    for (const path of [
      '/v1/public/state',
      '/v1/public/gifts',
      '/v1/public/files',
      '/open-data/bestanden/giften-v1.csv',
      '/feeds/giften.atom',
    ]) {
      const { status, headers } = await get(path).set('Accept', '*/*');
      expect([path, status, headers['retry-after']]).toEqual([path, 503, '60']);
    }
    const { body } = await get('/v1/public/state').expect(503);
    expect(body).toMatchObject({ type: 'urn:partijgiften:problem:register.stopped' });
    expect(body.detail).toContain('A name got out.');
    await site.app.get(BuildFiles).run(true);
    await site.test.ownerQuery('update register.state set open = true, reason = null');
    site.app.get(RegisterHead).forget();
    const { text } = await get('/open-data/bestanden/giften-v1.csv').expect(200);
    expect(text.split('\r\n')).toHaveLength(4);
  });
});

type Fields = Record<string, string | undefined>;

/** An Atom feed as another program reads it. */
function readAtom(xml: string): { head: Fields; entries: Fields[]; gone: string[] } {
  const [head, entries, gone]: [Fields, Fields[], string[]] = [{}, [], []];
  const parser = new SaxesParser({ xmlns: true });
  let [text, into]: [string, Fields] = ['', head];
  parser.on('opentag', ({ local, uri, attributes }) => {
    text = '';
    if (local === 'feed') expect(uri).toBe('http://www.w3.org/2005/Atom');
    if (local === 'entry') {
      into = {};
      entries.push(into);
    }
    if (local === 'deleted-entry') gone.push(attributes['ref']?.value ?? '');
  });
  parser.on('text', (piece) => (text += piece));
  parser.on('closetag', ({ local }) => {
    if (local === 'entry') into = head;
    else into[local] ??= text;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  for (const name of ['id', 'title', 'updated']) expect(head[name]).toBeTruthy();
  return { head, entries, gone };
}

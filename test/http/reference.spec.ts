import { startTestApp, type TestApp } from '../support/app';

describe('what the law says, for everybody', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());

  const get = (path: string) => site.http().get(path);

  describe('GET /v1/terms/substantial-gift', () => {
    it('received on Thursday 17 April 2025: 24 April enforced, 23 April by the statute', async () => {
      const { body } = await get('/v1/terms/substantial-gift?receivedOn=2025-04-17').expect(200);
      const { enforced, statutory } = body as Record<'enforced' | 'statutory', { days: object[] }>;
      expect(enforced).toMatchObject({ reading: 'working_days', lastDay: '2025-04-24' });
      expect(statutory).toMatchObject({ reading: 'statute', lastDay: '2025-04-23' });
      expect(enforced.days).toEqual([
        { date: '2025-04-17', counted: false, ordinal: null, reason: 'day_of_receipt' },
        { date: '2025-04-18', counted: false, ordinal: null, reason: 'good_friday' },
        { date: '2025-04-19', counted: false, ordinal: null, reason: 'saturday' },
        { date: '2025-04-20', counted: false, ordinal: null, reason: 'sunday' },
        { date: '2025-04-21', counted: false, ordinal: null, reason: 'easter_monday' },
        { date: '2025-04-22', counted: true, ordinal: 1, reason: 'counted' },
        { date: '2025-04-23', counted: true, ordinal: 2, reason: 'counted' },
        { date: '2025-04-24', counted: true, ordinal: 3, reason: 'counted' },
      ]);
    });

    it.each([
      ['', 'date.format'],
      ['?receivedOn=2025-02-29', 'date.format'],
      ['?receivedOn=17-04-2025', 'date.format'],
      ['?receivedOn=2022-12-31', 'term.not_in_force'],
    ])('refuses "%s" and names the fault', async (query, code) => {
      const answer = await get(`/v1/terms/substantial-gift${query}`).expect(400);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      const errors = [{ in: 'query', location: 'receivedOn', code }];
      expect(answer.body).toMatchObject({ status: 400, errors });
    });
  });

  describe('GET /v1/legal-parameters', () => {
    it('gives the thresholds as they were on a day, in cents, with their source', async () => {
      const items = async (on: string): Promise<readonly { key: string }[]> => {
        const { body } = await get(`/v1/legal-parameters?on=${on}`).expect(200);
        return (body as { items: readonly { key: string }[] }).items;
      };
      const disclosure = (list: readonly { key: string }[]): object | undefined =>
        list.find(({ key }) => key === 'disclosure.annual');
      expect(disclosure(await items('2022-12-31'))).toMatchObject({
        value: 450_000,
        operator: '>=',
        until: '2022-12-31',
      });
      expect(disclosure(await items('2023-01-01'))).toMatchObject({
        value: 100_000,
        from: '2023-01-01',
        until: null,
        source: 'Wfpp art. 25 lid 1 onder b',
        status: 'verified',
      });
    });

    it('takes the day of the clock when none is given', async () => {
      await site.setClock('2024-05-06T10:00:00Z');
      const { body } = await get('/v1/legal-parameters').expect(200);
      await site.setClock(null);
      expect(body).toMatchObject({ on: '2024-05-06' });
    });
  });

  describe('the pages', () => {
    it.each(['/', '/termijnen', '/parameters', '/handleiding', '/toegankelijkheid'])(
      '%s is there in Dutch and in English',
      async (path) => {
        const dutch = await get(path)
          .expect(200)
          .expect('Content-Type', /text\/html/);
        expect(dutch.text).toContain('<html lang="nl">');
        const english = await get(path).set('Cookie', 'taal=en').expect(200);
        expect(english.text).toContain('<html lang="en">');
      },
    );

    it('the calculator explains both last days, day by day', async () => {
      const { text } = await get('/termijnen?ontvangen=17-04-2025').expect(200);
      for (const words of ['donderdag 24 april 2025', 'woensdag 23 april 2025', 'Goede Vrijdag']) {
        expect(text).toContain(words);
      }
    });

    it.each(['31-04-2025', '', '31-12-2022', '<b>'])(
      'the calculator says what is wrong with "%s"',
      async (typed) => {
        const query = `ontvangen=${encodeURIComponent(typed)}`;
        const { text } = await get(`/termijnen?${query}`).expect(200);
        expect(text).toContain('<title>Fout:');
        expect(text).not.toContain('<b>');
      },
    );

    it('every parameter that is known on any day has its words', async () => {
      for (const day of ['01-05-2013', '01-01-2023', '01-01-2026']) {
        const { text } = await get(`/parameters?dag=${day}`).expect(200);
        expect(text).toContain('Hoogste boete');
      }
      const { text } = await get('/parameters?dag=01-01-2000').expect(200);
      expect(text).toContain('Over deze dag weten wij niets');
    });

    it('the choice of language is remembered, and goes back only within the site', async () => {
      const visitor = site.http();
      await visitor.get('/taal/en?terug=/termijnen').expect(303).expect('Location', '/termijnen');
      const { text } = await visitor.get('/termijnen').expect(200);
      expect(text).toContain('<html lang="en">');
      await visitor.get('/taal/nl?terug=//evil.example').expect(303).expect('Location', '/');
      await visitor.get('/taal/fr').expect(404);
    });

    it('style sheets may be kept for ever under the address of their content', async () => {
      const { text } = await get('/').expect(200);
      const address = /\/assets\/[0-9a-f]{12}\/css\/page\.css/.exec(text)?.[0] ?? '';
      const first = await get(address)
        .expect(200)
        .expect('Content-Type', /text\/css/);
      expect(first.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      const etag = String(first.headers['etag']);
      await get(address).set('If-None-Match', etag).expect(304);
      await get('/assets/css/page.css').expect(200).expect('Cache-Control', 'public, no-cache');
      await get('/assets/../package.json').expect(404);
      await get('/assets/%2e%2e/package.json').expect(404);
    });

    it.each([
      ['treasurer', '/start'],
      ['overseer', '/toezicht'],
      ['administrator', '/account'],
    ] as const)('the first page of the %s is %s', async (role, path) => {
      const { agent } = await site.signIn(role);
      await agent.get('/').expect(303).expect('Location', path);
    });
  });
});

import { type Agent } from 'supertest';
import { WORK_KINDS, kindInAddress } from '../../src/modules/oversight/facts/work-kinds';
import { Worker } from '../../src/platform/worker/public';
import { aParty } from '../support/a-party';
import { csrfIn, type SignedIn, startTestApp, type TestApp } from '../support/app';
import { someWork } from '../support/some-work';

const MORNING = '2025-10-22T08:00:00+02:00';
const ROW = /data-work-row data-id="([0-9a-f-]{36})"/g;

function idsIn(html: string): readonly string[] {
  return [...html.matchAll(ROW)].map(([, id = '']) => id);
}

function read(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
}

function picksIn(html: string): readonly string[] {
  return [...html.matchAll(/name="items\[\]" value="([^"]+)"/g)].map(([, value = '']) => value);
}

function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return value.replaceAll('&amp;', '&');
}

describe('The queue of the overseer', () => {
  let site: TestApp;
  let overseer: SignedIn;
  let colleague: SignedIn;
  let agent: Agent;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock(MORNING);
    overseer = await site.signIn('overseer');
    colleague = await site.signIn('decision_maker');
    ({ agent } = overseer);
    const tenantIds = [
      (await aParty(site.app, 'Partij Éénoog')).tenantId,
      (await aParty(site.app, 'Tweede Partij')).tenantId,
    ];
    // The first look derives everything; what is invented after it stays.
    await agent.get('/toezicht').expect(200);
    await someWork(site.test, { rows: 320, tenantIds });
  });
  afterAll(() => site.close());

  const page = async (path: string, as = agent): Promise<string> =>
    (await as.get(path).expect(200)).text;

  /** Every row under a filter, page after page. */
  async function all(path: string): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const html = await page(next);
      ids.push(...idsIn(html));
      next = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    return ids;
  }

  function post(path: string, fields: object, as = overseer): ReturnType<Agent['post']> {
    const pairs = Object.entries({ _csrf: as.csrfToken, ...fields }).flatMap(
      ([name, value]: [string, string | readonly string[]]) =>
        typeof value === 'string'
          ? [[name, value]]
          : value.map((one) => [`${name}[]`, one] as string[]),
    ) as [string, string][];
    return as.agent.post(path).type('form').send(new URLSearchParams(pairs).toString());
  }

  describe('every number is its list', () => {
    const filters = [
      '',
      'bij=mij',
      'bij=niemand',
      'ernst=signaal',
      'ernst=bevinding',
      'beurt=commissie',
      'termijn=te-laat',
      'termijn=vandaag',
      'termijn=week',
      'termijn=later',
      'termijn=geen',
      'zoek=cafe',
      'zoek=EENOOG',
      'opzij=ja',
    ];

    it.each(filters)(
      'the counts of kinds and terms under "%s" open that many rows',
      async (one) => {
        const html = await page(`/toezicht?${one === '' ? 'alles=ja' : one}`);
        const counts = [...html.matchAll(/href="([^"]+)" aria-label="([^"]+): ([\d.]+)"/g)];
        expect(counts.length).toBeGreaterThan(5);
        for (const [, href = '', label = '', count = ''] of counts) {
          const rows = await all(href.replaceAll('&amp;', '&'));
          // A term that is chosen already leads out of it again.
          if (!html.includes(`aria-label="${label}: ${count}" aria-current="true"`))
            expect([label, rows.length]).toEqual([label, Number(count.replace('.', ''))]);
          expect(new Set(rows).size).toBe(rows.length);
        }
      },
    );

    it.each(WORK_KINDS)(
      'the rows of the kind %s are all of that kind and no others',
      async (kind) => {
        const stored = await site.test.ownerQuery<{ id: string }>(
          `select id from insight.work_item where kind = $1 and ended_at is null`,
          [kind],
        );
        const rows = await all(`/toezicht?soort=${kindInAddress(kind)}`);
        expect([...rows].sort()).toEqual(stored.map(({ id }) => id).sort());
        expect(rows.length).toBeGreaterThan(0);
      },
    );

    it('the filter of a party gives its rows only', async () => {
      const [party] = await site.test.ownerQuery<{ id: string }>(
        `select tenant_id as id from core.organisation where name = 'Tweede Partij'`,
      );
      const [count] = await site.test.ownerQuery<{ n: number }>(
        `select count(*)::int as n from insight.work_item where tenant_id = $1 and ended_at is null`,
        [party?.id],
      );
      expect(await all(`/toezicht?partij=${party?.id ?? ''}`)).toHaveLength(count?.n ?? -1);
    });
  });

  it('stands in the order of term, weight and age, over all pages, each row once', async () => {
    const stored = await site.test.ownerQuery<{ id: string }>(
      `select id from insight.work_item where ended_at is null
        order by due_on nulls last, weight desc, since, id`,
    );
    expect(await all('/toezicht?alles=ja')).toEqual(stored.map(({ id }) => id));
    const html = read(await page('/toezicht?alles=ja'));
    expect(html).toContain('Waarom staat dit bovenaan?');
    expect(html).toContain('Eerst telt de termijn');
  });

  it('a kind that waits for nobody in this role is not seen: tips are for who handles them', async () => {
    const { agent: committee } = await site.signIn('committee_member');
    const html = await page('/toezicht?soort=tips', committee);
    expect(idsIn(html)).toEqual([]);
    expect(html).not.toMatch(/Tips: [1-9]/);
    expect(idsIn(await page('/toezicht?soort=tips')).length).toBeGreaterThan(0);
  });

  it('one takes a row, a colleague takes it over, and the history says who had it', async () => {
    const [first = ''] = picksIn(await page('/toezicht?soort=zaken'));
    const [id = ''] = first.split(':');
    const take = { once: 'take-1', picked: first };
    await post(`/toezicht/werk/${id}/neem`, take).expect(303);
    expect(await all('/toezicht?bij=mij')).toEqual([id]);

    // The row as the colleague saw it before is no longer the row.
    const stale = await post(`/toezicht/werk/${id}/neem`, { ...take, once: 'take-2' }, colleague);
    expect(stale.status).toBe(409);
    expect(read(stale.text)).toContain('is veranderd sinds u de lijst opende');

    const item = await page(`/toezicht/werk/${id}`, colleague.agent);
    const again = { once: hidden(item, 'once'), picked: hidden(item, 'picked') };
    await post(`/toezicht/werk/${id}/neem`, again, colleague).expect(303);
    const history = read(await page(`/toezicht/werk/${id}`));
    expect(history.match(/Gegeven aan/g)).toHaveLength(2);
    const [audit] = await site.test.ownerQuery<{ n: number }>(
      `select count(*)::int as n from audit.event
        where action = 'insert' and entity = 'insight.work_assignment'`,
    );
    expect(audit?.n).toBe(2);
  });

  it('what changed since the page was drawn is refused by name, and nothing is done', async () => {
    const picks = picksIn(await page('/toezicht?soort=herstel&termijn=geen')).slice(0, 2);
    const confirm = await post('/toezicht/werk/kies', { act: 'set_aside', items: picks }).expect(
      200,
    );
    expect(picksIn(confirm.text)).toEqual(picks);
    expect(read(confirm.text)).toContain('Dit gebeurt met precies 2 regels');
    const [changed = ''] = picks;
    await site.test.ownerQuery(
      `update insight.work_item set version = version + 1, title_nl = 'Net veranderd' where id = $1`,
      [changed.split(':')[0]],
    );
    const fields = { act: 'set_aside', items: picks, until: '23-10-2025', reason: 'Wacht op post' };
    const done = await post('/toezicht/werk/uitvoeren', { ...fields, once: 'aside-1' });
    expect(done.status).toBe(409);
    expect(read(done.text)).toContain('Net veranderd');
    expect(read(done.text)).toContain('is veranderd sinds u de lijst opende');
    const [aside] = await site.test.ownerQuery<{ n: number }>(
      'select count(*)::int as n from insight.work_aside',
    );
    expect(aside?.n).toBe(0);
    // Those that are left are shown as they are now, ready to be confirmed.
    expect(picksIn(done.text)).toEqual(picks.slice(1));
  });

  it('set aside until a day: gone from the list, back on that day; never past its last day', async () => {
    const html = await page('/toezicht?soort=zienswijzen&termijn=week');
    const picks = picksIn(html).slice(0, 2);
    const fields = { act: 'set_aside', items: picks, reason: 'Wacht op de partij' };
    const late = { ...fields, until: '20-11-2025', once: 'aside-2' };
    const refused = await post('/toezicht/werk/uitvoeren', late);
    expect(refused.status).toBe(409);
    expect(read(refused.text)).toContain('kan niet opzij tot na');
    const wrong = await post('/toezicht/werk/uitvoeren', {
      ...fields,
      until: '22-10-2025',
      once: 'x',
    });
    expect(wrong.status).toBe(400);
    expect(read(wrong.text)).toContain('Vul een dag in die nog komt');

    const good = { ...fields, until: '23-10-2025', once: 'aside-3' };
    const done = await post('/toezicht/werk/uitvoeren', good).expect(303);
    const back = await page(String(done.headers['location']));
    expect(read(back)).toContain('Opzij gezet: 2 regels.');
    const ids = picks.map((pick) => pick.split(':')[0] ?? '');
    for (const id of ids) expect(await all('/toezicht?alles=ja')).not.toContain(id);
    expect([...(await all('/toezicht?opzij=ja'))].sort()).toEqual([...ids].sort());
    expect(read(await page('/toezicht?opzij=ja'))).toContain('Wacht op de partij');
  });

  it('signals are marked as looked at with one reason; a fine proposal never is', async () => {
    const [proposal = ''] = picksIn(await page('/toezicht?soort=voorstellen'));
    const signals = picksIn(await page('/toezicht?soort=signalen')).slice(0, 4);
    const fields = { act: 'judge', reason: 'Eerder bekeken' };
    const mixed = { ...fields, items: [...signals, proposal], once: 'judge-1' };
    const refused = await post('/toezicht/werk/uitvoeren', mixed);
    expect(refused.status).toBe(409);
    expect(read(refused.text)).toContain('dit eindigt door zijn eigen stappen');
    const before = await all('/toezicht?soort=signalen');
    await post('/toezicht/werk/uitvoeren', { ...fields, items: signals, once: 'judge-2' }).expect(
      303,
    );
    expect((await all('/toezicht?soort=signalen')).length).toBe(before.length - 4);
    expect(await all('/toezicht?soort=voorstellen')).toContain(proposal.split(':')[0]);

    const [one = ''] = picksIn(await page('/toezicht?soort=signalen'));
    const byOther = { ...fields, items: [one], once: 'judge-3' };
    const notTheirs = await post('/toezicht/werk/uitvoeren', byOther, colleague);
    expect(notTheirs.status).toBe(409);
    expect(read(notTheirs.text)).toContain('Alleen een toezichthouder');
  });

  it('a view is kept, shared, and becomes the first page', async () => {
    const views = await page('/toezicht/weergaven?soort=zaken&termijn=te-laat');
    const form = { query: hidden(views, 'query'), once: hidden(views, 'once'), shared: 'yes' };
    await post('/toezicht/weergaven', { ...form, name: '' }).expect(400);
    await post('/toezicht/weergaven', { ...form, name: 'Mijn zaken' }).expect(303);
    const mine = await page('/toezicht/weergaven');
    const [, start = ''] = /action="([^"]+\/begin)"/.exec(mine) ?? [];
    await post(start, {}).expect(303);
    const first = await agent.get('/toezicht').expect(303);
    expect(first.headers['location']).toBe('/toezicht?soort=zaken&termijn=te-laat');
    // A colleague sees the shared view, cannot change it, and begins with the whole list.
    expect(read(await page('/toezicht/weergaven', colleague.agent))).toContain('Mijn zaken');
    await post(start, {}, colleague).expect(404);
    await colleague.agent.get('/toezicht').expect(200);
    await post('/toezicht/weergaven/geen-begin', {}).expect(303);
    await agent.get('/toezicht').expect(200);
  });

  describe('what the machine gave up', () => {
    const fail = (n: number): Promise<unknown> =>
      site.test.ownerQuery(
        `insert into platform.job (id, kind, payload, dedupe_key, state, attempts)
         values (gen_random_uuid(), 'test.never', '{}', $1, 'failed', 12)`,
        [`never-${String(n)}`],
      );
    const machine = async (): Promise<readonly string[]> =>
      picksIn(await page('/toezicht?soort=techniek&zoek=achtergrondwerk'));

    it('asks for a person, is marked as looked at, and comes back when it gets worse', async () => {
      await fail(1);
      await site.setClock('2025-10-22T08:06:00+02:00');
      const [found = '', ...others] = await machine();
      expect(others).toEqual([]);
      const fields = { act: 'judge', items: [found], reason: 'Bekend', once: 'machine-1' };
      await post('/toezicht/werk/uitvoeren', fields).expect(303);
      await site.setClock('2025-10-22T08:12:00+02:00');
      expect(await machine()).toEqual([]);
      await fail(2);
      await site.setClock('2025-10-22T08:18:00+02:00');
      const [again = ''] = await machine();
      expect(again.split(':')[0]).toBe(found.split(':')[0]);
      expect(read(await page(`/toezicht/werk/${again.split(':')[0] ?? ''}`))).toContain('Bekend');
    });
  });

  describe('the morning mail', () => {
    const mails = (): Promise<{ recipient: string; body: string; stop_url: string }[]> =>
      site.test.ownerQuery(
        `select recipient, body, stop_url from platform.outbox_message
          where subject like 'Toezicht:%' order by created_at`,
      );

    it('tells counts only, only when something changed, and stops with one press', async () => {
      await post('/toezicht/ochtendmail', { wanted: 'yes' }).expect(303);
      await aParty(site.app, 'Partij Die Erbij Kwam');
      await site.setClock('2025-10-23T07:00:01+02:00');
      await site.app.get(Worker).drainOnce();
      const [mail, ...more] = await mails();
      expect(more).toEqual([]);
      expect(mail?.recipient).toBe(overseer.person.email);
      expect(mail?.body).toContain('Erbij gekomen: ');
      expect(mail?.body).not.toContain('Partij Die Erbij Kwam');
      expect(mail?.body).not.toContain('€');

      // The day after nothing came and nothing went.
      await site.setClock('2025-10-24T07:00:01+02:00');
      await site.app.get(Worker).drainOnce();
      const between = await mails();
      await site.setClock('2025-10-25T07:00:01+02:00');
      await site.app.get(Worker).drainOnce();
      expect(await mails()).toHaveLength(between.length);

      const stop = new URL(mail?.stop_url ?? '').pathname;
      const visitor = site.http();
      expect((await visitor.get(stop).expect(200)).text).toContain('Stop de mail');
      await visitor.post(`${stop.slice(0, -2)}xx`).expect(404);
      await visitor.post(stop).expect(200);
      const [wish] = await site.test.ownerQuery<{ wanted: boolean }>(
        'select wanted from insight.work_digest',
      );
      expect(wish?.wanted).toBe(false);
    });
  });

  it('since yesterday: what came, what went, what runs out, who has what', async () => {
    const fresh = await site.signIn('overseer');
    const html = read(await page('/toezicht/sinds-gisteren', fresh.agent));
    for (const told of ['Erbij gekomen', 'Besloten', 'Klaar of vervallen', 'Loopt deze week af'])
      expect(html).toContain(told);
    expect(html).toContain('U hebt geen werk op uw naam');
    expect(csrfIn(await page('/toezicht/sinds-gisteren', fresh.agent))).not.toBe('');
  });
});

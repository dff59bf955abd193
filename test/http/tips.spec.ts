import { type Response } from 'supertest';
import { Visitors } from '../../src/modules/tips/application/visitors';
import { openTips } from '../../src/modules/tips/public';
import { Database } from '../../src/platform/database/database';
import { type DatabaseRole } from '../../src/platform/database/transaction';
import { ROLES } from '../../src/platform/http/actor';
import { Worker } from '../../src/platform/worker/public';
import { aParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { htmlFaults } from '../support/html-check';
import { read } from '../support/read-page';

const NOON = '2026-03-02T12:00:00+01:00';
const SECRET = 'De penningmeester kreeg een envelop van Brievenbus-Bermuda';
const STORY = {
  soort: 'hidden_gift',
  verhaal: `${SECRET} in het café.`,
  partij: 'Partij van de Envelop',
  wie: 'Een meneer Geheimwater',
  wanneer: 'vorige zomer',
  hoe: 'Ik stond ernaast',
  contact: 'klokkenluider@voorbeeld.example',
};
/** Words that may stand nowhere but in the tables of tips. */
const TOLD = ['Brievenbus-Bermuda', 'Partij van de Envelop', 'Geheimwater', 'klokkenluider@'];

function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
}

function codeIn(html: string): string {
  return /id="tip-code">([^<]+)</.exec(html)?.[1] ?? '';
}

describe('Tips', () => {
  let site: TestApp;
  let overseer: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock(NOON);
    overseer = await site.signIn('overseer');
  });
  beforeEach(() => {
    site.app.get(Visitors).forget();
  });
  afterAll(() => site.close());

  const post = (path: string, fields: object): Promise<Response> =>
    site
      .http()
      .post(path)
      .type('form')
      .send(fields)
      .then((answer) => answer);

  async function formKey(path = '/tip'): Promise<string> {
    return hidden((await site.http().get(path).expect(200)).text, 'once');
  }

  async function tell(fields: object = STORY): Promise<string> {
    const answer = await post('/tip', { ...fields, once: await formKey() });
    expect(answer.status).toBe(200);
    return codeIn(answer.text);
  }

  async function tipOf(code: string): Promise<string> {
    const rows = await site.test.ownerQuery<{ id: string }>(
      'select id from insight.tip where code_sha256 = sha256(convert_to($1, $2))',
      [`tip code ${code}`, 'UTF8'],
    );
    return rows[0]?.id ?? '';
  }

  async function step(id: string, name: string, fields: object): Promise<Response> {
    const page = (await overseer.agent.get(`/toezicht/tips/${id}`).expect(200)).text;
    const once = crypto.randomUUID();
    return overseer.agent
      .post(`/toezicht/tips/${id}/${name}`)
      .type('form')
      .send({ _csrf: overseer.csrfToken, once, versie: hidden(page, 'versie'), ...fields })
      .then((answer) => answer);
  }

  describe('telling', () => {
    it('needs one sentence, no name and no sign-in; the code has 96 bits and is shown once', async () => {
      const code = await tell({ verhaal: 'Ik vertrouw het niet.' });
      expect(code).toMatch(/^([2-9BCDFGHJKLMNPQRSTVWXZ]{5}-){3}[2-9BCDFGHJKLMNPQRSTVWXZ]{5}$/);
      const [row] = await site.test.ownerQuery<Record<string, unknown>>(
        'select * from insight.tip where id = $1',
        [await tipOf(code)],
      );
      expect(row).toMatchObject({ kind: 'other', contact: null, status: 'new', language: 'nl' });
      expect(JSON.stringify(row)).not.toContain(code);
      expect(JSON.stringify(row)).not.toMatch(/127\.0\.0\.1|::1|Mozilla|node-superagent/i);
    });

    it('sent twice, also at the same moment, is one tip with one code', async () => {
      const once = await formKey();
      const sent = { ...STORY, verhaal: 'Twee keer gedrukt.', once };
      const answers = await Promise.all([post('/tip', sent), post('/tip', sent)]);
      const later = await post('/tip', sent);
      const codes = [...answers, later].map(({ text }) => codeIn(text));
      expect(new Set(codes).size).toBe(1);
      const rows = await site.test.ownerQuery(
        `select id from insight.tip where story = 'Twee keer gedrukt.'`,
      );
      expect(rows).toHaveLength(1);
    });

    it('says what is wrong at its field and loses nothing of what was typed', async () => {
      const answer = await post('/tip', { ...STORY, verhaal: ' ', once: await formKey() });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('href="#verhaal"');
      for (const typed of ['Geheimwater', 'vorige zomer', 'klokkenluider@voorbeeld.example'])
        expect(answer.text).toContain(typed);
      const stale = await post('/tip', { ...STORY, once: 'x' });
      expect(stale.status).toBe(400);
      expect(stale.text).toContain('Brievenbus-Bermuda');
      expect(hidden(stale.text, 'once')).toHaveLength(36);
      const long = await post('/tip', { verhaal: 'a'.repeat(10_001), once: await formKey() });
      expect(read(long.text)).toContain('Dit zijn 10001 tekens. Maak er hoogstens 10000 van.');
    });

    it('works in Dutch and in English, with faultless pages, and honest about what is kept', async () => {
      for (const [language, words] of [
        ['nl', 'geen internetadres (IP)'],
        ['en', 'no internet address (IP)'],
      ] as const) {
        const agent = site.http();
        const page = await agent.get('/tip').set('Cookie', `taal=${language}`).expect(200);
        expect(read(page.text)).toContain(words);
        expect(await htmlFaults(page.text)).toEqual([]);
        const once = hidden(page.text, 'once');
        const sent = await agent
          .post('/tip')
          .set('Cookie', `taal=${language}`)
          .type('form')
          .send({ verhaal: `In ${language}`, once });
        expect(await htmlFaults(sent.text)).toEqual([]);
        const talk = await agent
          .post('/tip/terug')
          .set('Cookie', `taal=${language}`)
          .type('form')
          .send({ code: codeIn(sent.text) });
        expect(talk.status).toBe(200);
        expect(await htmlFaults(talk.text)).toEqual([]);
        const [row] = await site.test.ownerQuery<{ language: string }>(
          'select language from insight.tip where id = $1',
          [await tipOf(codeIn(sent.text))],
        );
        expect(row?.language).toBe(language);
      }
    });

    it('holds up who pours in tips, and keeps no address to do so', async () => {
      const answers: number[] = [];
      for (let count = 0; count < 21; count += 1)
        answers.push(
          (await post('/tip', { verhaal: String(count), once: await formKey() })).status,
        );
      expect(answers.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 200));
      expect(answers[20]).toBe(429);
      const tables = await site.test.ownerQuery(
        `select 1 from platform.link_visit union all
         select 1 from information_schema.columns where table_schema = 'insight'
           and table_name like 'tip%' and column_name ~ '(^|_)(ip|agent|address)(_|$)'`,
      );
      expect(tables).toEqual([]);
    });
  });

  describe('coming back', () => {
    it('reads the answer and adds a message and a file; what was told at first is not shown', async () => {
      const code = await tell();
      const id = await tipOf(code);
      expect((await step(id, 'antwoord', { antwoord: 'Weet u nog welke dag?' })).status).toBe(303);
      expect((await step(id, 'notitie', { notitie: 'Lijkt op zaak 12.' })).status).toBe(303);
      const talk = await post('/tip/terug', { code: code.toLowerCase().replaceAll('-', ' ') });
      expect(read(talk.text)).toContain('Weet u nog welke dag?');
      expect(talk.text).not.toContain('Lijkt op zaak');
      expect(talk.text).not.toContain('Brievenbus-Bermuda');
      const once = hidden(talk.text, 'once');
      const message = { code, once, bericht: 'Het was een dinsdag.' };
      await Promise.all([post('/tip/terug/bericht', message), post('/tip/terug/bericht', message)]);
      const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
      const filed = await site
        .http()
        .post('/tip/terug/bestand')
        .field('code', code)
        .attach('bestand', png, 'bon.png');
      expect(filed.status).toBe(200);
      expect(read(filed.text)).toContain('bon.png');
      const page = read((await overseer.agent.get(`/toezicht/tips/${id}`).expect(200)).text);
      expect(page.match(/Het was een dinsdag\./g)).toHaveLength(1);
      expect(page).toContain('Gelezen op');
      expect(page).toContain('Nieuw');
      const refused = await site
        .http()
        .post('/tip/terug/bestand')
        .field('code', code)
        .attach('bestand', Buffer.from('MZ'), 'virus.exe');
      expect(refused.status).toBe(400);
      expect(read(refused.text)).toContain('Dit soort bestand kan niet.');
    });

    it('tells a wrong code from no code to nobody, and stops who keeps trying', async () => {
      const answers: Response[] = [];
      for (let count = 0; count < 11; count += 1)
        answers.push(
          await post('/tip/terug', {
            code: count % 2 === 0 ? 'BCDFG-HJKLM-NPQRS-TVWXZ' : 'geen code',
          }),
        );
      expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(400), 429]);
      expect(answers[0]?.text).toBe(answers[1]?.text);
      const locked = await post('/tip/terug', { code: 'BCDFG-HJKLM-NPQRS-TVWXZ' });
      expect(locked.status).toBe(429);
      expect(locked.headers['retry-after']).toBe('900');
      for (const path of ['/tip/terug/bericht', '/tip/terug/bestand'])
        expect(
          (await post(path, { code: 'x', once: crypto.randomUUID(), bericht: 'a' })).status,
        ).not.toBe(200);
    });

    it('puts the code in no address', async () => {
      const code = await tell({ verhaal: 'Adres' });
      const talk = await post('/tip/terug', { code });
      expect(talk.headers['location']).toBeUndefined();
      expect(talk.headers['cache-control']).toBe('no-store');
      expect(talk.text).not.toMatch(new RegExp(`(href|action)="[^"]*${code}`));
    });
  });

  describe('handling', () => {
    it('goes from new to looked at, answered and closed, each with its line', async () => {
      const id = await tipOf(await tell());
      const party = await aParty(site.app);
      const [{ name } = { name: '' }] = await site.test.ownerQuery<{ name: string }>(
        'select name from core.organisation where tenant_id = $1',
        [party.tenantId],
      );
      const me = overseer.person.accountId;
      expect((await step(id, 'toewijzen', { aan: me })).status).toBe(303);
      expect((await step(id, 'koppelen', { soort: 'organisation', wat: name })).status).toBe(303);
      const nowhere = await step(id, 'koppelen', { soort: 'case', wat: 'Z-0000' });
      expect(nowhere.status).toBe(400);
      expect(read(nowhere.text)).toContain('Dit staat nergens in het systeem.');
      const unsaid = await step(id, 'status', { status: 'closed' });
      expect(unsaid.status).toBe(400);
      expect(unsaid.text).toContain('href="#reden"');
      expect((await step(id, 'status', { status: 'closed', reden: 'Klopt niet.' })).status).toBe(
        303,
      );
      const stale = await step(id, 'status', { status: 'new', versie: '1' });
      expect(read(stale.text)).toContain('Iemand veranderde deze tip terwijl u bezig was.');
      const page = (await overseer.agent.get(`/toezicht/tips/${id}`).expect(200)).text;
      expect(read(page)).toContain(`Organisatie: ${name}`);
      expect(read(page)).toContain('Wordt gewist op 2 maart 2027');
      expect(await htmlFaults(page)).toEqual([]);
      const list = (await overseer.agent.get('/toezicht/tips?status=closed').expect(200)).text;
      for (const word of TOLD) expect(list).not.toContain(word);
      expect(await htmlFaults(list)).toEqual([]);
    });

    it('waits in the queue of work without a word of what it says', async () => {
      const id = await tipOf(await tell());
      const scope = {
        role: 'staff',
        tenantId: null,
        actorId: 'system',
        actorRole: 'system',
        requestId: 'test',
      } as const;
      const waiting = await site.app.get(Database).inTransaction(scope, openTips);
      expect(waiting.map((tip) => tip.id)).toContain(id);
      for (const word of TOLD) expect(JSON.stringify(waiting)).not.toContain(word);
      const committee = { ...scope, actorRole: 'committee_member', actorId: 'somebody' };
      expect(await site.app.get(Database).inTransaction(committee, openTips)).toEqual([]);
    });

    it('erases what was told when its day has come, and keeps that there was a tip', async () => {
      const code = await tell();
      const id = await tipOf(code);
      await step(id, 'antwoord', { antwoord: 'Dank u.' });
      await step(id, 'status', { status: 'closed', reden: 'Klaar.' });
      await site.app.get(Worker).drainOnce();
      expect(
        await site.test.ownerQuery('select story from insight.tip where id = $1', [id]),
      ).toEqual([{ story: STORY.verhaal }]);
      await site.setClock('2027-03-02T12:00:00+01:00');
      await site.app.get(Worker).drainOnce();
      const [row] = await site.test.ownerQuery<Record<string, unknown>>(
        'select * from insight.tip where id = $1',
        [id],
      );
      expect(row).toMatchObject({ story: null, contact: null, about_whom: null, status: 'closed' });
      for (const table of ['tip_message', 'tip_file', 'tip_link'])
        expect(
          await site.test.ownerQuery(`select 1 from insight.${table} where tip_id = $1`, [id]),
        ).toEqual([]);
      expect(read((await post('/tip/terug', { code })).text)).toContain('is gewist');
      await site.setClock(NOON);
    });
  });

  describe('is protected from everyone who does not handle it', () => {
    const TABLES = ['tip', 'tip_message', 'tip_file', 'tip_step', 'tip_link'];

    it.each(ROLES)('every page, for the role %s', async (role) => {
      const id = await tipOf(await tell());
      const somebody = await site.signIn(role);
      const may = role === 'overseer' || role === 'decision_maker';
      for (const path of ['/toezicht/tips', `/toezicht/tips/${id}`]) {
        const answer = await somebody.agent.get(path);
        expect(answer.status).toBe(may ? 200 : 403);
        if (!may) for (const word of TOLD) expect(answer.text).not.toContain(word);
      }
      const answer = await somebody.agent
        .post(`/toezicht/tips/${id}/notitie`)
        .type('form')
        .send({ _csrf: somebody.csrfToken, once: crypto.randomUUID(), notitie: 'x' });
      expect(answer.status).toBe(may ? 303 : 403);
    });

    it('every table, for every role of the database and of the staff', async () => {
      await tell();
      const roles: readonly (readonly [DatabaseRole, string])[] = [
        ['app', 'treasurer'],
        ['app', 'party_administrator'],
        ['staff', 'committee_member'],
        ['staff', 'committee_secretary'],
        ['staff', 'system'],
        ['staff', ''],
        ['identity', 'administrator'],
        ['public', 'anonymous'],
        ['public', 'overseer'],
        ['worker', 'overseer'],
      ];
      const look = (role: DatabaseRole, actorRole: string, table: string): Promise<unknown> =>
        site.app
          .get(Database)
          .inTransaction(
            {
              role,
              tenantId: crypto.randomUUID(),
              actorId: 'probe',
              actorRole,
              requestId: 'probe',
            },
            (tx) => tx.query(`select * from insight.${table}`),
          )
          .then(
            (rows) => rows.length,
            (error: unknown) => (error as { code?: string }).code,
          );
      for (const [role, actorRole] of roles)
        for (const table of TABLES)
          expect([role, actorRole, table, await look(role, actorRole, table)]).toEqual([
            role,
            actorRole,
            table,
            // The staff may ask, and see no row; of the tip itself the hash of its code is closed.
            role === 'staff' && table !== 'tip' ? 0 : '42501',
          ]);
      const columns = await site.app.get(Database).inTransaction(
        {
          role: 'worker',
          tenantId: null,
          actorId: 'system',
          actorRole: 'system',
          requestId: 'x',
        },
        (tx) => tx.query('select id, status, erase_on, erased_at from insight.tip'),
      );
      expect(columns.length).toBeGreaterThan(0);
    });

    it('nothing of it stands in jobs, mail, webhooks, the queue of work or the log', async () => {
      const code = await tell();
      const id = await tipOf(code);
      await step(id, 'antwoord', { antwoord: `Antwoord over ${SECRET}` });
      await step(id, 'status', { status: 'closed', reden: `Reden: ${SECRET}` });
      await overseer.agent.get('/toezicht').expect(200);
      await site.app.get(Worker).drainOnce();
      const places = await site.test.ownerQuery<{ name: string }>(
        `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
          where table_schema in ('platform', 'audit', 'core', 'register', 'identity', 'insight')
            and table_type = 'BASE TABLE'
            and (table_schema, table_name) not in (select 'insight', unnest($1::text[]))`,
        [TABLES],
      );
      expect(places.length).toBeGreaterThan(60);
      for (const { name } of places) {
        const rows = await site.test.ownerQuery(
          `select 1 from ${name} t where to_jsonb(t)::text ~ $1 limit 1`,
          [[...TOLD, code, 'envelop van'].join('|')],
        );
        expect([name, rows]).toEqual([name, []]);
      }
    });

    it('nothing of it is printed while it is told, read and handled', async () => {
      const printed: string[] = [];
      const spies = [process.stdout, process.stderr].map((stream) =>
        jest.spyOn(stream, 'write').mockImplementation((text) => {
          printed.push(String(text));
          return true;
        }),
      );
      const code = await tell();
      await post('/tip/terug', { code });
      await post('/tip', { ...STORY, verhaal: '', once: await formKey() });
      await step(await tipOf(code), 'notitie', { notitie: SECRET });
      for (const spy of spies) spy.mockRestore();
      for (const word of [...TOLD, code]) expect(printed.join('')).not.toContain(word);
    });
  });
});

import { type Response } from 'supertest';
import { gatherNotice } from '../../src/modules/notices/application/gather-notice';
import { FileNotice } from '../../src/modules/notices/public';
import { Database } from '../../src/platform/database/database';
import { type Scope } from '../../src/platform/database/transaction';
import { aDonor, aGift } from '../support/a-gift';
import { aParty, type AParty, treasurerScope } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';
const DECLARED = { truth: 'yes', mandate: 'yes' } as const;

function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`the page has no field ${name}`);
  return value;
}

function read(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

interface Prepared {
  readonly id: string;
  readonly fingerprint: string;
}

describe('A second signature under a notice (art. 25a), where a party wants one', () => {
  let site: TestApp;
  let group: AParty;
  let treasurer: SignedIn;
  let board: SignedIn;
  let key = 0;

  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    await site.setClock('2025-04-17T12:00:00+02:00');
    group = await aParty(site.app);
    treasurer = await site.signIn('treasurer', group.tenantId);
    board = await site.signIn('party_administrator', group.tenantId);
    await wanted(true);
  });

  async function wanted(on: boolean): Promise<void> {
    const { text } = await board.agent.get('/instellingen').expect(200);
    await board.agent
      .post('/instellingen/tweede-handtekening')
      .type('form')
      .send({
        ...{ _csrf: board.csrfToken, once: hidden(text, 'once') },
        ...{ wanted: on ? 'yes' : 'no', reason: 'Besluit van het bestuur' },
      })
      .expect(303);
  }

  async function received(euros = 10_000, name = 'G. Ulle'): Promise<string> {
    const { tenantId, party: recipientId } = group;
    const donorId = await aDonor(site.app, tenantId, name);
    await aGift(site.app, { tenantId, donorId, recipientId, receivedOn: '2025-04-17', euros });
    return donorId;
  }

  const lastLook = (donorId: string): string =>
    `/meldingen/nieuw?gever=${donorId}&ontvanger=${group.party}&jaar=2025`;

  /** Through the pages, as the treasurer; gives the path of what was prepared. */
  async function prepare(donorId: string, who: SignedIn = treasurer): Promise<string> {
    const { text } = await who.agent.get(lastLook(donorId)).expect(200);
    const { headers } = await who.agent
      .post('/meldingen')
      .type('form')
      .send({
        ...{ _csrf: who.csrfToken, once: hidden(text, 'once'), ...DECLARED },
        ...{ gever: donorId, ontvanger: group.party, jaar: '2025' },
      })
      .expect(303);
    return (headers['location'] ?? '').split('?')[0] ?? '';
  }

  /** Reads the page that is confirmed; what is given back sends its form. */
  async function opened(
    path: string,
    who: SignedIn,
  ): Promise<(fields?: object) => Promise<Response>> {
    const { text } = await who.agent.get(path).expect(200);
    const form = {
      ...{ _csrf: who.csrfToken, once: hidden(text, 'once'), ...DECLARED },
      fingerprint: /name="fingerprint" value="([^"]*)"/.exec(text)?.[1] ?? 'a'.repeat(64),
    };
    return async (fields = {}) =>
      who.agent
        .post(path)
        .type('form')
        .send({ ...form, ...fields });
  }

  async function confirm(path: string, who: SignedIn, fields: object = {}): Promise<Response> {
    const send = await opened(path, who);
    return send(fields);
  }

  const scopeOf = ({ person }: SignedIn): Scope => ({
    ...treasurerScope(group.tenantId),
    actorId: person.accountId,
  });

  const noticesOf = (donorId: string) =>
    site.test.ownerQuery<{ content: string; filed_by: string; timeliness: string }>(
      'select content, filed_by, timeliness from core.notice where donor_id = $1',
      [donorId],
    );

  const call = (token: string, path: string, body: object, id = `key-${String((key += 1))}`) =>
    site
      .http()
      .post(`/v1/${path}`)
      .set('Authorization', `Bearer ${token}`)
      .set('Idempotency-Key', id)
      .send(body);

  it('is prepared by the treasurer and goes out when another person confirms it', async () => {
    const donorId = await received();
    const page = read((await treasurer.agent.get(lastLook(donorId))).text);
    expect(page).toContain('Uw partij wil een tweede handtekening');
    expect(page).toContain('Klaarzetten voor tweede handtekening');
    const path = await prepare(donorId);
    expect(path).toMatch(/^\/meldingen\/klaargezet\/[0-9a-f-]{36}$/);
    expect(await noticesOf(donorId)).toEqual([]);
    const answer = await confirm(path, board);
    expect(answer.headers['location']).toMatch(/^\/meldingen\/[0-9a-f-]{36}\?gemeld=ja$/);
    const [notice] = await noticesOf(donorId);
    expect(notice?.filed_by).toBe(board.person.accountId);
    expect(JSON.parse(notice?.content ?? '{}')).toMatchObject({
      filedBy: board.person.accountId,
      preparedBy: treasurer.person.accountId,
    });
    expect(read((await treasurer.agent.get(path)).text)).toContain(
      'Deze melding is bevestigd en verstuurd',
    );
  });

  it('both steps show the clock of the law, and the list says that the term runs on', async () => {
    const donorId = await received();
    const path = await prepare(donorId);
    for (const [who, page] of [
      [treasurer, lastLook(donorId)],
      [board, path],
    ] as const) {
      const text = read((await who.agent.get(page).expect(200)).text);
      expect(text).toContain('donderdag 24 april 2025');
      expect(text).toContain('De termijn van de wet loopt door');
    }
    const list = read((await board.agent.get('/meldingen')).text);
    expect(list).toContain('Een melding wacht op een tweede handtekening');
    expect(list).toContain('Bevestig de melding van de gift van G. Ulle');
    expect(list).toContain('Wacht op tweede handtekening. Nog 7 dagen');
  });

  it('confirmed too late it is late: preparing in time is not notifying in time', async () => {
    const donorId = await received();
    const path = await prepare(donorId);
    await site.setClock('2025-04-25T09:00:00+02:00');
    const late = await site.signIn('party_administrator', group.tenantId);
    await confirm(path, late);
    expect((await noticesOf(donorId))[0]?.timeliness).toBe('late');
  });

  it('who prepared it cannot confirm it, on the page, through the API or past both', async () => {
    const donorId = await received();
    const path = await prepare(donorId);
    expect((await treasurer.agent.get(path)).text).not.toContain('name="fingerprint"');
    const [row] = await site.test.ownerQuery<Prepared>(
      'select id, fingerprint from core.notice_preparation where donor_id = $1',
      [donorId],
    );
    const { fingerprint = '' } = row ?? {};
    const refused = await confirm(path, treasurer, { fingerprint });
    expect(refused.status).toBe(400);
    expect(read(refused.text)).toContain('Iemand anders van uw partij moet haar bevestigen.');
    const token = await site.people.token(treasurer.person, ['notices:write']);
    await call(token, `notice-preparations/${row?.id ?? ''}/confirmations`, { fingerprint }).expect(
      403,
    );
    expect(await noticesOf(donorId)).toEqual([]);
    const past = site.app.get(Database).inTransaction(scopeOf(treasurer), (tx) =>
      tx.query(
        `update core.notice_preparation
            set confirmed_at = platform.now(), notice_id = gen_random_uuid() where id = $1`,
        [row?.id],
      ),
    );
    await expect(past).rejects.toThrow('preparation_two_persons');
  });

  it('an accountant and a person of another party confirm nothing', async () => {
    const donorId = await received();
    const path = await prepare(donorId);
    const accountant = await site.signIn('accountant', group.tenantId);
    const send = { _csrf: accountant.csrfToken, ...DECLARED };
    await accountant.agent.post(path).type('form').send(send).expect(403);
    const other = await aParty(site.app);
    const stranger = await site.signIn('party_administrator', other.tenantId);
    await stranger.agent.get(path).expect(404);
    const token = await site.tokenFor('party_administrator', other.tenantId);
    const id = path.split('/').at(-1) ?? '';
    const body = { fingerprint: 'a'.repeat(64) };
    const [theirs, unknown] = [
      await call(token, `notice-preparations/${id}/confirmations`, body),
      await call(token, `notice-preparations/${UNKNOWN}/confirmations`, body),
    ];
    expect(theirs.status).toBe(404);
    expect(theirs.text.replace(/[0-9a-f-]{36}/g, '')).toBe(
      unknown.text.replace(/[0-9a-f-]{36}/g, ''),
    );
  });

  it('two people who confirm at the same moment: one notice', async () => {
    const donorId = await received();
    const path = await prepare(donorId);
    const second = await site.signIn('party_administrator', group.tenantId);
    const forms = [await opened(path, board), await opened(path, second)];
    const answers = await Promise.all(forms.map((send) => send()));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
    expect(await noticesOf(donorId)).toHaveLength(1);
  });

  it('confirming and withdrawing at the same moment: one of both', async () => {
    const donorId = await received();
    const path = await prepare(donorId);
    const { text } = await treasurer.agent.get(path);
    const form = { _csrf: treasurer.csrfToken, once: hidden(text, 'once') };
    const send = await opened(path, board);
    const answers = await Promise.all([
      send(),
      treasurer.agent.post(`${path}/intrekken`).type('form').send(form),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
    const [row] = await site.test.ownerQuery<{ ended: boolean }>(
      `select (confirmed_at is null) <> (closed_at is null) as ended
         from core.notice_preparation where donor_id = $1`,
      [donorId],
    );
    expect(row?.ended).toBe(true);
  });

  it('only what the first person saw goes out: another gift means preparing again', async () => {
    const donorId = await received();
    const path = await prepare(donorId);
    const seen = (await board.agent.get(path)).text;
    const { tenantId, party: recipientId } = group;
    const more = { tenantId, donorId, recipientId, receivedOn: '2025-04-17', euros: 500 };
    await aGift(site.app, more);
    const refused = await confirm(path, board, { fingerprint: hidden(seen, 'fingerprint') });
    expect(refused.status).toBe(400);
    expect(read(refused.text)).toContain('Na het klaarzetten is er iets veranderd');
    const again = await prepare(donorId);
    expect(again).not.toBe(path);
    expect(read((await board.agent.get(path)).text)).toContain('ingetrokken of vervangen');
    expect((await confirm(again, board)).status).toBe(303);
  });

  it('without the declarations nothing goes out, and both faults come at once', async () => {
    const path = await prepare(await received());
    const answer = await confirm(path, board, { truth: '', mandate: '' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('href="#truth"');
    expect(answer.text).toContain('href="#mandate"');
  });

  it('turned off while something waits: it says so, and the treasurer files it', async () => {
    const donorId = await received();
    const path = await prepare(donorId);
    await wanted(false);
    expect(read((await treasurer.agent.get(path)).text)).toContain(
      'Uw partij vraagt geen tweede handtekening meer. Deze melding is nog niet verstuurd.',
    );
    expect(await prepare(donorId)).toMatch(/^\/meldingen\/[0-9a-f-]{36}$/);
    expect(await noticesOf(donorId)).toHaveLength(1);
    expect(read((await treasurer.agent.get(path)).text)).toContain('ingetrokken of vervangen');
  });

  it('a letter without any name tells the party that something waits', async () => {
    await prepare(await received(10_000, 'V. Ertrouwelijk'));
    const letters = await site.test.ownerQuery<{ body: string }>(
      `select body from platform.outbox_message where tenant_id = $1`,
      [group.tenantId],
    );
    const [letter] = letters.filter(({ body }) => body.includes('/meldingen/klaargezet/'));
    expect(letter?.body).not.toContain('Ertrouwelijk');
  });

  it('the API is the same: filing is refused, preparing and confirming go by two people', async () => {
    const donorId = await received();
    const mine = await site.tokenFor('treasurer', group.tenantId);
    const theirs = await site.tokenFor('party_administrator', group.tenantId);
    const body = { donorId, recipientId: group.party, year: 2025 };
    const refused = await call(mine, 'notices', body).expect(409);
    expect((refused.body as { type: string }).type).toContain('notice.second_signature');
    const made = await call(mine, 'notice-preparations', body).expect(201);
    const { id, fingerprint } = made.body as Prepared;
    await call(mine, 'notice-preparations', body).expect(409);
    const list = await site
      .http()
      .get('/v1/notice-preparations')
      .set('Authorization', `Bearer ${theirs}`)
      .expect(200);
    expect((list.body as { items: readonly object[] }).items).toMatchObject([
      { id, fingerprint, donorId, total: 1_000_000, enforcedLastDay: '2025-04-24' },
    ]);
    const path = `notice-preparations/${id}/confirmations`;
    await call(theirs, path, { fingerprint: 'b'.repeat(64) }).expect(409);
    const filed = await call(theirs, path, { fingerprint }).expect(201);
    expect((filed.body as { timeliness: string }).timeliness).toBe('in_time');
    await call(theirs, path, { fingerprint }).expect(409);
  });

  it('no notice gets into the database beside it while it is on', async () => {
    const donorId = await received();
    const beside = site.app.get(Database).inTransaction(scopeOf(treasurer), async (tx) => {
      const wantedNotice = { donorId, recipientId: group.party, year: 2025 };
      return site.app.get(FileNotice).file(tx, await gatherNotice(tx, wantedNotice), null);
    });
    await expect(beside).rejects.toThrow('a second person has to confirm a notice');
    expect(await noticesOf(donorId)).toEqual([]);
  });
});

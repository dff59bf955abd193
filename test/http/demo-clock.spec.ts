import { loadDemo } from '../../src/demo/load-demo';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';

describe('The clock of the demonstration', () => {
  let site: TestApp;
  let treasurer: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
    await loadDemo(site.app);
    const [party] = await site.test.ownerQuery<{ id: string }>(
      `select tenant_id as id from core.organisation where name = 'Polderpartij'`,
    );
    treasurer = await site.signIn('treasurer', party?.id ?? '');
  }, 120_000);
  afterAll(() => site.close());

  const move = (choice: string, day = '') =>
    treasurer.agent
      .post('/demo/klok')
      .type('form')
      .send({ _csrf: treasurer.csrfToken, choice, day });
  const banner = async (): Promise<string> => {
    const { text } = await treasurer.agent.get('/start').expect(200);
    return /<aside class="pg-demo".*?<\/aside>/s.exec(text)?.[0] ?? '';
  };

  it('is seen by everyone, and every page leads to it', async () => {
    const { text } = await site.http().get('/demo/klok').expect(200);
    expect(text).toContain('donderdag 23 oktober 2025');
    expect(await banner()).toContain('href="/demo/klok"');
  });

  it('moves forth and back, a day or ten years, and who is signed in stays so', async () => {
    for (const [choice, day, shown] of [
      ['2025-10-29', '', 'woensdag 29 oktober 2025'],
      ['other', '1-2-2035', 'donderdag 1 februari 2035'],
      ['2025-12-02', '', 'dinsdag 2 december 2025'],
    ] as const) {
      await move(choice, day).expect(303);
      expect(await banner()).toContain(shown);
    }
    await move('today').expect(303);
    await treasurer.agent.get('/start').expect(200);
  });

  it('after moving back one can sign in anew: no code looks used', async () => {
    await move('2025-10-29').expect(303);
    await site.signIn('treasurer', treasurer.person.assignmentId).catch(() => undefined);
    await move('2025-10-23').expect(303);
    const [row] = await site.test.ownerQuery<{ n: number }>(
      'select count(*)::int as n from identity.account where totp_last_step is not null',
    );
    expect(row?.n).toBe(0);
    const late = await site.test.ownerQuery(
      'select 1 from identity.sign_in_attempt where at > platform.now()',
    );
    expect(late).toEqual([]);
  });

  it('what fell due by the new day is there at once', async () => {
    const open = `select 1 from core.finding f
      join core.organisation o on o.tenant_id = f.tenant_id and o.name = 'Polderpartij'
      where f.rule = 'WFPP-25a-2' and f.ended_at is null`;
    await move('2025-10-23').expect(303);
    const { agent, csrfToken } = treasurer;
    const form = await agent.get('/giften/nieuw').expect(200);
    const once = /name="once" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const option = (label: string): string =>
      new RegExp(`<option value="([^"]+)"[^>]*>${label}`).exec(form.text)?.[1] ?? '';
    await agent
      .post('/giften')
      .type('form')
      .send({
        _csrf: csrfToken,
        once,
        donorId: option('J. van der Dijk'),
        recipientId: option('Polderpartij'),
        type: 'gift',
        amount: '10.000,00',
        receivedOn: '23-10-2025',
      })
      .expect(303);
    expect(await site.test.ownerQuery(open)).toHaveLength(0);
    await move('2025-10-29').expect(303);
    expect((await site.test.ownerQuery(open)).length).toBeGreaterThan(0);
    expect((await agent.get('/start').expect(200)).text).toContain('1 dag te laat');
  });

  it.each([
    ['', '', 'Kies een dag.'],
    ['other', '', 'Vul de dag in'],
    ['other', '31-2-2025', 'geen bestaande datum'],
    ['other', '1-1-2020', 'valt buiten de demonstratie'],
  ])('choice "%s" with day "%s" is refused with a reason', async (choice, day, reason) => {
    const { text } = await move(choice, day).expect(400);
    expect(text).toContain(reason);
  });

  it('a form from another site moves nothing', async () => {
    const visitor = site.http().post('/demo/klok').type('form').set('Sec-Fetch-Site', 'cross-site');
    await visitor.send({ choice: '2025-10-23' }).expect(403);
  });
});

describe('An installation that is no demonstration', () => {
  let site: TestApp;
  beforeAll(async () => {
    site = await startTestApp({ demo: false });
  });
  afterAll(() => site.close());

  it('has no page for the clock, and its database moves no clock and no session', async () => {
    await site.http().get('/demo/klok').expect(404);
    await site.http().post('/demo/klok').type('form').send({ choice: 'today' }).expect(404);
    await site.test.ownerQuery('update platform.clock set ahead = default, may_be_set = false');
    await expect(
      site.test.ownerQuery(`select platform.move_clock('2025-10-23T10:00:00Z')`),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

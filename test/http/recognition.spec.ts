import { randomUUID } from 'node:crypto';
import { type Response } from 'supertest';
import { euroCents } from '../../src/legal/kernel/euro-cents';
import { type StoredEntry } from '../../src/modules/statements/public';
import { ADesk } from '../support/a-desk';
import { aParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { aStatement, type Line } from '../modules/recognition/a-bank';

function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`the page has no field ${name}`);
  return value;
}

/** The text a person reads: without tags, blanks in a row as one. */
function read(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
}

describe('From statement to gifts: the pages', () => {
  let site: TestApp;
  let desk: ADesk;
  let treasurer: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-03-07T12:00:00+01:00');
  });
  beforeEach(async () => {
    desk = new ADesk(site.app, await aParty(site.app));
    treasurer = await site.signIn('treasurer', desk.group.tenantId);
  });
  afterAll(() => site.close());

  const get = async (path: string): Promise<string> =>
    (await treasurer.agent.get(path).expect(200)).text;

  const send = (path: string, form: Record<string, unknown>): Promise<Response> =>
    treasurer.agent
      .post(path)
      .type('form')
      .send({ _csrf: treasurer.csrfToken, ...form });

  async function lines(...of: readonly Line[]): Promise<readonly StoredEntry[]> {
    return aStatement(site.app, desk, of);
  }

  async function oneLine(line: Line): Promise<StoredEntry> {
    const [entry] = await lines(line);
    if (entry === undefined) throw new Error('no entry');
    return entry;
  }

  /** Opens the page of an entry and sends one of its forms. */
  async function decide(entry: StoredEntry, move: string, form: object): Promise<Response> {
    const page = await get(`/bank/posten/${entry.id}`);
    return send(`/bank/posten/${entry.id}/${move}`, { once: hidden(page, 'once'), ...form });
  }

  const gift = (): object => ({ donorId: 'new', type: 'gift', recipientId: desk.group.party });

  it('a credit of EUR 10.000 that waits: what it is, why, and both last days of the notice', async () => {
    await oneLine({
      cents: euroCents(1_000_000),
      day: '2025-03-06',
      name: 'Voorbeeld Beheer B.V.',
    });
    const text = read(await get('/bank/posten'));
    expect(text).toContain('1 bijschrijving wacht, en de wet telt door');
    expect(text).toContain(
      'Melden uiterlijk dinsdag 11 maart 2025; volgens de wet uiterlijk maandag 10 maart 2025.',
    );
    expect(text).toContain('In de omschrijving staat "gift".');
    expect(text).toContain('Wie dit gaf, staat nog niet in uw administratie.');
  });

  it('EUR 999,99 does not warn, EUR 1.000,00 does', async () => {
    await oneLine({ cents: euroCents(99_999) });
    expect(await get('/bank/posten')).not.toContain('de wet telt door');
    await oneLine({ cents: euroCents(100_000), iban: 'NL71ABNA0009999012', name: 'B. Ander' });
    expect(read(await get('/bank/posten'))).toContain(
      'B. Ander, € 1.000,00 op 3 maart 2025: het totaal is € 1.000,00.',
    );
  });

  it('booked for a new donor in one form; pressed twice it is booked once', async () => {
    const entry = await oneLine({ cents: euroCents(50_000) });
    const page = await get(`/bank/posten/${entry.id}`);
    const form = { once: hidden(page, 'once'), ...gift() };
    const answers = await Promise.all([
      send(`/bank/posten/${entry.id}/boeken`, form),
      send(`/bank/posten/${entry.id}/boeken`, form),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const after = read(await get(answers[0].headers['location'] ?? ''));
    expect(after).toContain('De gift is geboekt');
    expect(after).toContain('Dit is besloten: Geboekt');
    const rows = await site.test.ownerQuery(
      'select donor_id from core.contribution where tenant_id = $1',
      [desk.group.tenantId],
    );
    expect(rows).toHaveLength(1);
    const accounts = await site.test.ownerQuery(
      'select iban from core.donor_account where tenant_id = $1',
      [desk.group.tenantId],
    );
    expect(accounts).toEqual([{ iban: entry.counterparty.iban }]);
  });

  it('two people at once: the second sees what the first decided', async () => {
    const entry = await oneLine({ cents: euroCents(50_000) });
    const colleague = await site.signIn('treasurer', desk.group.tenantId);
    const page = (await colleague.agent.get(`/bank/posten/${entry.id}`).expect(200)).text;
    expect((await decide(entry, 'boeken', gift())).status).toBe(303);
    const late = await colleague.agent
      .post(`/bank/posten/${entry.id}/apart`)
      .type('form')
      .send({
        _csrf: colleague.csrfToken,
        once: hidden(page, 'once'),
        setAsideReason: 'sale',
      })
      .expect(400);
    expect(read(late.text)).toContain('Iemand heeft over deze regel al besloten.');
    expect(read(late.text)).toContain('Dit is besloten: Geboekt');
  });

  it('what is wrong is said at the field, and nothing that was chosen is lost', async () => {
    const entry = await oneLine({ cents: euroCents(50_000) });
    const answer = await decide(entry, 'boeken', { donorId: '', type: 'legacy', recipientId: '' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('href="#recipientId"');
    expect(answer.text).toMatch(/<option value="legacy" selected>/);
    const aside = await decide(entry, 'apart', { setAsideReason: 'other' });
    expect(read(aside.text)).toContain('Schrijf op waarom dit geen gift is.');
  });

  it('do this from now on: the next is certain and many are booked in one press', async () => {
    const [first] = await lines({ cents: euroCents(3_000), description: 'Contributie' });
    if (first === undefined) throw new Error('no entry');
    const done = await decide(first, 'boeken', {
      ...gift(),
      type: 'membership_dues',
      remember: 'yes',
    });
    expect(read(await get(done.headers['location'] ?? ''))).toContain('Er is een regel gemaakt');
    await lines(
      { cents: euroCents(3_000), description: 'Contributie', day: '2025-03-04' },
      { cents: euroCents(3_000), description: 'Contributie', day: '2025-03-05' },
      { cents: euroCents(90_000), description: 'Gift', day: '2025-03-05' },
    );
    const page = await get('/bank/posten');
    expect(read(page)).toContain('Boek alles wat zeker is (2)');
    const answer = await send('/bank/posten/zeker', { once: hidden(page, 'once'), toon: 'open' });
    expect(read(await get(answer.headers['location'] ?? ''))).toContain('2 regels zijn verwerkt');
    expect(read(await get('/bank/posten?toon=booked'))).toContain('Geboekt (3)');
  });

  it('only what was ticked is done, as it was shown', async () => {
    const [fee, invoice] = await lines(
      { cents: euroCents(500), description: 'Factuur 12', name: 'Drukkerij' },
      { cents: euroCents(700), description: 'Factuur 13', name: 'Drukkerij' },
    );
    const page = await get('/bank/posten');
    const tick = new RegExp(`value="(${fee?.id ?? ''}\\.[0-9a-f]{16})"`).exec(page)?.[1] ?? '';
    const answer = await send('/bank/posten/bevestigen', {
      once: hidden(page, 'once'),
      toon: 'open',
      'regel[]': [tick, `${invoice?.id ?? ''}.0000000000000000`],
    });
    const after = read(await get(answer.headers['location'] ?? ''));
    expect(after).toContain('1 regel is verwerkt');
    expect(after).toContain('1 regels zijn overgeslagen');
    const none = await send('/bank/posten/bevestigen', { once: hidden(page, 'once') });
    expect(read(await get(none.headers['location'] ?? ''))).toContain('Kruis eerst aan');
  });

  it('cash of EUR 250 may be kept, of EUR 250,01 a cent goes to the minister (art. 23)', async () => {
    const cash = { name: null, iban: null, more: { means: 'cash' as const } };
    const keep = await oneLine({ cents: euroCents(25_000), ...cash });
    expect(read(await get(`/bank/posten/${keep.id}`))).not.toContain('artikel 23 lid 1');
    const over = await oneLine({ cents: euroCents(25_001), ...cash });
    const text = read(await get(`/bank/posten/${over.id}`));
    expect(text).toContain('U ziet niet wie gaf.');
    expect(text).toContain('€ 0,01');
  });

  it('money from an account abroad is shown with what art. 23a asks, and is never ticked', async () => {
    const abroad = { iban: 'DE89370400440532013000', name: 'Muster Verein e.V.' };
    await oneLine({ cents: euroCents(150_000), description: 'Spende', ...abroad });
    const page = await get('/bank/posten');
    expect(read(page)).toContain('De rekening is niet Nederlands (DE).');
    expect(page).not.toMatch(/name="regel\[\]"/);
  });

  it('a pay-out is divided over the list of the provider, in two steps and to the cent', async () => {
    const payout = { name: 'Stichting Mollie Payments', description: 'Uitbetaling 2 donaties' };
    const entry = await oneLine({ cents: euroCents(7_450), ...payout });
    const path = `/bank/posten/${entry.id}/verdelen`;
    expect(read(await get(path))).toContain('Stap 1 van 2: plak de lijst van gevers');
    const unread = await send(path, { lines: 'J. de Vries; 25,00\nzomaar' });
    expect(read(unread.text)).toContain('Regel 2 is niet te lezen: "zomaar".');
    expect(unread.text).toContain('zomaar</textarea>');
    const list = { lines: 'J. de Vries; 25,00; NL91 ABNA 0417 1643 00\nA. Smit;50,00' };
    const off = await send(path, list);
    expect(read(off.text)).toContain('het moet op de cent kloppen');
    const second = await send(path, { ...list, costs: '0,50' });
    expect(read(second.text)).toContain('Regel 2: A. Smit, € 50,00');
    const booked = await send(`${path}/boeken`, {
      ...list,
      costs: '0,50',
      once: hidden(second.text, 'once'),
      'gever-0': 'new',
      'gever-1': 'new',
      type: 'gift',
      recipientId: desk.group.party,
    });
    const text = read(await get(booked.headers['location'] ?? ''));
    expect(text).toMatch(/J\. de Vries .*Gift .*€ 25,00/);
    expect(text).toContain('Kosten van de betaaldienst');
  });

  it('undone with a reason: the gift is annulled and the line is open', async () => {
    const entry = await oneLine({ cents: euroCents(50_000) });
    await decide(entry, 'boeken', gift());
    const empty = await decide(entry, 'terugdraaien', { undoReason: '' });
    expect(read(empty.text)).toContain('Schrijf op waarom, bijvoorbeeld: verkeerde gever.');
    const undone = await decide(entry, 'terugdraaien', { undoReason: 'Verkeerde gever' });
    const after = read(await get(undone.headers['location'] ?? ''));
    expect(after).toContain('De regel is weer open');
    expect(after).toContain('Verkeerde gever');
  });

  it('the accountant reads and cannot decide; a foreign line is a page that does not exist', async () => {
    const entry = await oneLine({ cents: euroCents(50_000) });
    const accountant = await site.signIn('accountant', desk.group.tenantId);
    const page = (await accountant.agent.get(`/bank/posten/${entry.id}`).expect(200)).text;
    expect(page).not.toContain('/boeken"');
    await accountant.agent
      .post(`/bank/posten/${entry.id}/boeken`)
      .type('form')
      .send({ _csrf: accountant.csrfToken })
      .expect(403);
    const stranger = await site.signIn('treasurer', (await aParty(site.app)).tenantId);
    await stranger.agent.get(`/bank/posten/${entry.id}`).expect(404);
  });

  it('rules: made, put in order, switched off, changed; all faults at once at their fields', async () => {
    const form = async (): Promise<object> => {
      const page = await get('/bank/regels/nieuw');
      return { once: hidden(page, 'once'), outcome: 'book' };
    };
    const wrong = await send('/bank/regels', {
      ...(await form()),
      counterpartyIban: 'NL12',
      minAmount: 'tien',
    });
    expect(wrong.status).toBe(400);
    expect(read(wrong.text)).toContain('Geef de regel een naam');
    expect(read(wrong.text)).toContain('"NL12" is geen IBAN.');
    expect(read(wrong.text)).toContain('"tien" is geen bedrag boven nul.');
    for (const [ruleName, words] of [
      ['Contributie', 'contributie'],
      ['Facturen', 'factuur'],
    ] as const)
      expect(
        (
          await send('/bank/regels', {
            ...(await form()),
            ruleName,
            words,
            ...(words === 'factuur'
              ? { outcome: 'set_aside', setAsideReason: 'sale' }
              : { type: 'membership_dues', booksItself: 'yes' }),
          })
        ).status,
      ).toBe(303);
    const listed = await get('/bank/regels');
    expect(read(listed)).toMatch(/1\. Contributie .*2\. Facturen/);
    const [, second = ''] = [...listed.matchAll(/href="\/bank\/regels\/([0-9a-f-]{36})"/g)].map(
      ([, id]) => id ?? '',
    );
    await send(`/bank/regels/${second}/plaats`, { once: hidden(listed, 'once'), naar: 'eerder' });
    const moved = await get('/bank/regels');
    expect(read(moved)).toMatch(/1\. Facturen .*2\. Contributie/);
    await oneLine({ cents: euroCents(4_200), description: 'Factuur 9', name: 'Drukkerij' });
    expect(read(await get('/bank/posten'))).toContain('Uw regel "Facturen" zegt het.');
    await send(`/bank/regels/${second}/schakelen`, { once: hidden(moved, 'once'), stand: 'uit' });
    expect(read(await get('/bank/posten'))).not.toContain('Uw regel "Facturen" zegt het.');
    const page = await get(`/bank/regels/${second}`);
    const revised = { once: hidden(page, 'once'), ruleName: 'Rekeningen', words: 'factuur, 9' };
    await send(`/bank/regels/${second}`, {
      ...revised,
      outcome: 'set_aside',
      setAsideReason: 'sale',
    });
    expect(read(await get('/bank/regels'))).toContain('in de omschrijving staat "factuur", "9"');
  });

  it('an amount of dues makes a credit of exactly that amount dues', async () => {
    const page = await get('/bank/regels');
    const empty = await send('/bank/contributie', { once: hidden(page, 'once'), amount: '' });
    expect(read(empty.text)).toContain('Geef het een naam, bijvoorbeeld: jaarcontributie.');
    await send('/bank/contributie', {
      once: hidden(page, 'once'),
      duesName: 'jaarcontributie',
      amount: '27,50',
    });
    await oneLine({ cents: euroCents(2_750), description: 'maart' });
    expect(read(await get('/bank/posten'))).toContain('Het bedrag is dat van de jaarcontributie.');
    await oneLine({ cents: euroCents(2_751), description: 'april' });
    expect(read(await get('/bank/posten'))).toContain('Niets wijst op iets anders dan een gift.');
  });
});

describe('From statement to gifts: the API', () => {
  let site: TestApp;
  let desk: ADesk;
  let token: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-03-07T12:00:00+01:00');
  });
  beforeEach(async () => {
    desk = new ADesk(site.app, await aParty(site.app));
    token = await site.tokenFor('treasurer', desk.group.tenantId);
  });
  afterAll(() => site.close());

  const get = (path: string, bearer = token): Promise<Response> =>
    site.http().get(path).set('Authorization', `Bearer ${bearer}`);

  const post = (path: string, body: object, bearer = token): Promise<Response> =>
    site
      .http()
      .post(path)
      .set('Authorization', `Bearer ${bearer}`)
      .set('Idempotency-Key', randomUUID())
      .send(body);

  async function oneLine(line: Line): Promise<StoredEntry> {
    const [entry] = await aStatement(site.app, desk, [line]);
    if (entry === undefined) throw new Error('no entry');
    return entry;
  }

  it('a line tells what is proposed, on what, and what the law would say', async () => {
    const entry = await oneLine({ cents: euroCents(1_000_000), day: '2025-03-06' });
    const { body } = await get(`/v1/bank-entries/${entry.id}`);
    expect(body).toMatchObject({
      id: entry.id,
      state: 'open',
      amount: 1_000_000,
      proposal: {
        kind: 'contribution',
        certainty: 'doubt',
        reasons: ['word', 'donor_unknown'],
        action: null,
        recipientId: desk.group.party,
      },
      consequence: { noticeBy: '2025-03-11', noticeByStatute: '2025-03-10' },
      decisions: [],
    });
  });

  it('eight at once: one decides, seven are told that somebody was first', async () => {
    const entry = await oneLine({ cents: euroCents(10_000) });
    const donorId = await desk.donor();
    const decision = { do: 'book', parts: [{ donorId, type: 'gift' }] };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post(`/v1/bank-entries/${entry.id}/decisions`, decision)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201, 409, 409, 409, 409, 409, 409, 409,
    ]);
    const booked = await get(`/v1/contributions?donorId=${donorId}`);
    expect((booked.body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('all that is missing in a decision is said at once', async () => {
    const entry = await oneLine({ cents: euroCents(10_000) });
    const answer = await post(`/v1/bank-entries/${entry.id}/decisions`, {
      do: 'book',
      parts: [{ amount: 1 }, {}],
    });
    expect(answer.status).toBe(400);
    const { errors } = answer.body as { errors: { location: string }[] };
    expect(errors.map(({ location }) => location)).toEqual([
      '/parts/0/donorId',
      '/parts/0/type',
      '/parts/1/donorId',
      '/parts/1/type',
    ]);
  });

  it('remembered, confirmed in one go, taken back', async () => {
    const donorId = await desk.donor();
    const iban = 'NL20INGB0001234567';
    const first = await oneLine({ cents: euroCents(1_500), iban, description: 'Contributie' });
    const made = await post(`/v1/bank-entries/${first.id}/decisions`, {
      do: 'book',
      parts: [{ donorId, type: 'membership_dues' }],
      remember: true,
    });
    const { ruleId } = made.body as { ruleId: string };
    const second = await oneLine({ cents: euroCents(1_500), iban, description: 'Contributie' });
    const certain = await get('/v1/bank-entries?show=certain');
    expect((certain.body as { items: object[] }).items).toMatchObject([
      { id: second.id, proposal: { certainty: 'certain', ruleId } },
    ]);
    expect((await post('/v1/bank-decisions', {})).body).toMatchObject({ decided: 1, left: 0 });
    expect((await post('/v1/bank-decisions', {})).body).toMatchObject({ decided: 0, left: 0 });
    const rules = await get('/v1/bank-rules');
    expect((rules.body as { items: object[] }).items).toMatchObject([{ id: ruleId, used: 2 }]);
    const path = `/v1/bank-entries/${second.id}/reopenings`;
    expect((await post(path, { reason: 'Verkeerde gever' })).status).toBe(201);
    expect((await post(path, { reason: 'Verkeerde gever' })).status).toBe(409);
    await post(`/v1/bank-rules/${ruleId}/switches`, { active: false });
    const open = await get(`/v1/bank-entries/${second.id}`);
    expect(open.body).toMatchObject({
      state: 'open',
      proposal: { ruleId: null, certainty: 'certain', reasons: ['earlier'] },
      decisions: [{ kind: 'booked', undoReason: 'Verkeerde gever' }],
    });
  });

  it('pages of a list follow each other without a gap', async () => {
    const other = new ADesk(site.app, await aParty(site.app));
    await aStatement(
      site.app,
      other,
      Array.from({ length: 7 }, (_, at) => ({ cents: euroCents(100 + at) })),
    );
    const bearer = await site.tokenFor('treasurer', other.group.tenantId);
    const seen: string[] = [];
    let next: string | undefined = '/v1/bank-entries?show=doubt&pageSize=3';
    while (next !== undefined) {
      const { body } = await get(next, bearer);
      const page = body as { items: { id: string }[]; _links: { next?: { href: string } } };
      seen.push(...page.items.map(({ id }) => id));
      next = page._links.next?.href;
    }
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  it('a line or rule of another party answers as one that is not there', async () => {
    const entry = await oneLine({ cents: euroCents(10_000) });
    const stranger = await site.tokenFor('treasurer', (await aParty(site.app)).tenantId);
    const unknown = '5a1f0c7e-0000-4000-8000-00000000dead';
    for (const [path, body] of [
      ['decisions', { do: 'set_aside', setAsideReason: 'sale' }],
      ['reopenings', { reason: 'anders' }],
    ] as const) {
      const theirs = await post(`/v1/bank-entries/${entry.id}/${path}`, body, stranger);
      const none = await post(`/v1/bank-entries/${unknown}/${path}`, body, stranger);
      expect(theirs.status).toBe(404);
      const plain = ({ text }: Response): string => text.replaceAll(entry.id, unknown);
      expect(plain(theirs).replace(/"instance":"[^"]*"/, '')).toBe(
        plain(none).replace(/"instance":"[^"]*"/, ''),
      );
    }
  });
});

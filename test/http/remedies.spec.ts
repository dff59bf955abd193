import { RecordLookThrough, RegisterDonor } from '../../src/modules/donors/public';
import { readRemedy } from '../../src/modules/remedies/public';
import { Database } from '../../src/platform/database/database';
import { Worker } from '../../src/platform/worker/public';
import { ADesk } from '../support/a-desk';
import { aParty, OVERSEER_SCOPE } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { hidden, read, summary } from '../support/read-page';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';
const REMEDY = /href="\/herstel\/([0-9a-f-]{36})"/;

interface Part {
  readonly contribution: string;
  readonly amount: number;
  readonly done: number;
  readonly open: number;
  readonly to: string;
  readonly way: string;
}
interface File {
  readonly id: string;
  readonly rule: string;
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly open: number;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly steps: readonly Part[];
  readonly settlements: readonly { kind: string; amount: number; evidence: string }[];
  readonly arrangements: readonly { kind: string; setBy: string; note: string }[];
}

describe('Remedies followed to the end (arts. 21a, 23, 23a, 29b, 32a)', () => {
  let site: TestApp;
  let desk: ADesk;
  let treasurer: SignedIn;
  let token: string;

  beforeAll(async () => {
    site = await startTestApp();
  });
  beforeEach(async () => {
    await site.setClock('2025-04-17T12:00:00+02:00');
    desk = new ADesk(site.app, await aParty(site.app));
    treasurer = await site.signIn('treasurer', desk.group.tenantId);
    token = await site.tokenFor('treasurer', desk.group.tenantId);
  });
  afterAll(() => site.close());

  /** Moves the clock; sessions do not last that long, so everybody signs in again. */
  async function go(moment: string): Promise<void> {
    await site.setClock(moment);
    treasurer = await site.signIn('treasurer', desk.group.tenantId);
  }
  const work = (): Promise<unknown> => site.app.get(Worker).drainOnce();
  const page = async (path: string): Promise<string> =>
    (await treasurer.agent.get(path).expect(200)).text;

  async function remedies(bearer = token): Promise<readonly File[]> {
    const answer = await site.http().get('/v1/remedies').auth(bearer, { type: 'bearer' });
    expect(answer.status).toBe(200);
    return (answer.body as { items: File[] }).items;
  }

  async function only(bearer = token): Promise<File> {
    const [first, ...rest] = await remedies(bearer);
    if (first === undefined || rest.length > 0) throw new Error('not one remedy');
    return first;
  }

  async function readFile(id: string, bearer = token): Promise<File> {
    const answer = await site.http().get(`/v1/remedies/${id}`).auth(bearer, { type: 'bearer' });
    expect(answer.status).toBe(200);
    return answer.body as File;
  }

  /** Sends the form that this page links to, with the amount it filled in. */
  async function carryOut(html: string, pattern: RegExp, fields: object = {}): Promise<string> {
    const href = pattern.exec(html)?.[1]?.replaceAll('&amp;', '&');
    if (href === undefined) throw new Error(`no link like ${String(pattern)}`);
    const form = await page(href);
    const amount = /name="amount"[^>]*value="([^"]*)"/.exec(form)?.[1];
    const herstel = hidden(form, 'herstel');
    const action = /<form class="pg-form" action="([^"]+)"/.exec(form)?.[1] ?? '';
    const sent = await treasurer.agent
      .post(action)
      .type('form')
      .send({
        _csrf: treasurer.csrfToken,
        once: hidden(form, 'once'),
        herstel,
        amount,
        settledOn: '18-04-2025',
        evidence: 'bankafschrift 2025-04',
        ...fields,
      })
      .expect(303);
    return sent.headers['location'] ?? '';
  }

  /** C4 of the law file: party 70 000, affiliate 30 000, candidate 25 000 from one donor. */
  async function overTheCap(): Promise<string> {
    const donor = await desk.donor();
    const { affiliate: a, candidate: c } = desk.group;
    await desk.gift(donor, 7_000_000, '2025-04-14');
    await desk.gift(donor, 3_000_000, '2025-04-15', { recipientId: a });
    await desk.gift(donor, 2_500_000, '2025-04-16', { recipientId: c });
    return donor;
  }

  it('art. 29b lid 2, C4: EUR 25 000 over the cap goes back as 14 000, 6 000 and 5 000, step by step', async () => {
    await overTheCap();
    const before = await only();
    expect(before).toMatchObject({ rule: 'WFPP-29b-1', total: 2_500_000, done: 0, state: 'open' });
    expect(before.steps.map(({ amount }) => amount).toSorted((x, y) => y - x)).toEqual([
      1_400_000, 600_000, 500_000,
    ]);
    expect(new Set(before.steps.map(({ to, way }) => `${to} ${way}`))).toEqual(
      new Set(['donor return']),
    );

    await go('2025-04-18T12:00:00+02:00');
    let path = `/herstel/${before.id}`;
    const seen: [number, number][] = [];
    for (const cents of ['1400000', '600000', '500000']) {
      const next = await carryOut(
        await page(path),
        new RegExp(`href="(/giften/[^"]*teruggeven[^"]*centen=${cents}[^"]*)"`),
      );
      expect(next).toMatch(/^\/herstel\/[0-9a-f-]{36}\?gedaan=gedaan$/);
      path = next;
      const { done, open } = await readFile(before.id);
      seen.push([done, open]);
    }
    expect(seen).toEqual([
      [1_400_000, 1_100_000],
      [2_000_000, 500_000],
      [2_500_000, 0],
    ]);
    expect(await readFile(before.id)).toMatchObject({ state: 'done' });
    expect(await remedies()).toEqual([]);
    const html = await page(path);
    expect(read(html)).toContain('Alles wat terug of over moest, is gedaan.');
    expect(read(html)).toContain('bankafschrift 2025-04');
    expect(html).not.toContain('centen=');
    expect(read(await page('/herstel'))).toContain('Er hoeft nu niets terug of over.');
  });

  it('art. 29b lid 2: when it cannot go back, the reason is kept and the way changes to the Minister', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 12_000_000, '2025-04-16');
    const { id } = await only();
    const html = await page(`/herstel/${id}`);
    const send = (whyNot: string): ReturnType<typeof treasurer.agent.post> =>
      treasurer.agent
        .post(`/herstel/${id}/onmogelijk`)
        .type('form')
        .send({ _csrf: treasurer.csrfToken, once: hidden(html, 'once'), whyNot });
    const refused = await send('').expect(400);
    expect(summary(refused.text)).toEqual([
      'Schrijf op waarom de gever het niet terug kan krijgen.',
    ]);
    await send('De gever is niet te vinden').expect(303);
    expect((await only()).steps).toMatchObject([{ to: 'donor', way: 'state_transfer' }]);
    const after = await page(`/herstel/${id}`);
    expect(read(after)).toContain('De gever is niet te vinden');
    expect(after).not.toContain('/teruggeven?');
    await go('2025-04-18T12:00:00+02:00');
    await carryOut(after, /href="(\/giften\/[^"]*afdragen[^"]*centen=2000000[^"]*)"/);
    expect(await readFile(id)).toMatchObject({
      state: 'done',
      settlements: [{ kind: 'transferred_to_state', amount: 2_000_000 }],
    });
  });

  it('art. 23a: a foreign gift goes to the Minister whole, not back to the donor', async () => {
    const donor = await desk.donor({
      declaration: {
        declaredOn: desk.input('', 1, '2025-01-01').receivedOn,
        dutchNational: false,
        dateOfBirth: null,
        adult: true,
        residence: 'DE',
        caribbeanGround: null,
        disenfranchised: false,
        evidence: 'test',
      },
    });
    await desk.gift(donor, 40_000, '2025-04-16');
    const { id, steps } = await only();
    expect(steps).toMatchObject([{ to: 'minister', amount: 40_000, way: 'state_transfer' }]);
    const html = await page(`/herstel/${id}`);
    expect(html).not.toContain('/teruggeven?');
    expect(html).not.toContain(`/herstel/${id}/onmogelijk`);
    const impossible = await site
      .http()
      .post(`/v1/remedies/${id}/return-impossible`)
      .auth(token, { type: 'bearer' })
      .set('Idempotency-Key', `impossible-${id}`)
      .send({ reason: 'The donor is gone' });
    expect([impossible.status, (impossible.body as { type: string }).type]).toEqual([
      409,
      'urn:partijgiften:problem:remedy.not_to_donor',
    ]);
    await go('2025-04-18T12:00:00+02:00');
    await carryOut(html, /href="(\/giften\/[^"]*afdragen[^"]*centen=40000[^"]*)"/);
    // The finding stays, because the law says "receives no"; the remedy is done.
    expect(await readFile(id)).toMatchObject({ state: 'done', done: 40_000, open: 0 });
    expect(await remedies()).toEqual([]);
  });

  it('T7, art. 23: of EUR 53 000 from nobody known, EUR 52 750 goes to the Minister', async () => {
    const donor = await desk.run((tx) =>
      site.app.get(RegisterDonor).run(tx, {
        kind: 'anonymous',
        particulars: {
          name: null,
          address: null,
          residence: null,
          country: null,
          tradeRegisterNumber: null,
          inTradeRegister: null,
          ubos: [],
        },
        declaration: null,
      }),
    );
    await desk.gift(donor, 5_300_000, '2025-04-16');
    expect(await only()).toMatchObject({
      rule: 'WFPP-23-1',
      total: 5_275_000,
      steps: [{ to: 'minister', amount: 5_275_000 }],
    });
    const { id, steps } = await only();
    await desk.settle(steps[0]?.contribution ?? '', 'returned_to_donor', 100_000, '2025-04-17');
    expect(await readFile(id)).toMatchObject({ done: 0, open: 5_275_000 });
    await desk.settle(
      steps[0]?.contribution ?? '',
      'transferred_to_state',
      5_200_000,
      '2025-04-17',
    );
    expect(await readFile(id)).toMatchObject({ done: 5_200_000, open: 75_000, state: 'open' });
  });

  it('a thing in kind may be destroyed; of a discount, a service, the value is paid', async () => {
    const foreign = {
      declaredOn: desk.input('', 1, '2025-01-01').receivedOn,
      dutchNational: false,
      dateOfBirth: null,
      adult: true,
      residence: 'DE',
      caribbeanGround: null,
      disenfranchised: false,
      evidence: 'test',
    } as const;
    const donor = await desk.donor({ declaration: foreign });
    const inKind = { form: 'in_kind', valuation: 'catalogue', description: 'Chairs' } as const;
    const value = { marketValue: desk.input('', 50_000, '2025-04-16').amount };
    const paid = { paid: desk.input('', 0, '2025-04-16').amount };
    await desk.gift(donor, 50_000, '2025-04-16', { type: 'in_kind', ...inKind, ...value, ...paid });
    const { id, steps } = await only();
    expect(steps).toMatchObject([{ to: 'minister_or_destroy', way: 'state_transfer' }]);
    const html = await page(`/herstel/${id}`);
    expect(read(html)).toContain(
      'Een ding mag u ook vernietigen. Was het een dienst? Betaal dan de waarde.',
    );
    await go('2025-04-18T12:00:00+02:00');
    await carryOut(html, /href="(\/giften\/[^"]*wijze=destroyed[^"]*)"/, { kind: 'destroyed' });
    expect(await readFile(id)).toMatchObject({
      state: 'done',
      settlements: [{ kind: 'destroyed', amount: 50_000 }],
    });

    const other = await desk.donor({ declaration: foreign });
    await desk.gift(other, 30_000, '2025-04-17', {
      type: 'discount',
      ...inKind,
      ...{
        marketValue: desk.input('', 30_000, '2025-04-16').amount,
      },
      ...paid,
    });
    const service = await page(`/herstel/${(await only()).id}`);
    expect(read(service)).toContain(
      'Een korting of dienst kan niet worden overgedragen of vernietigd.',
    );
    expect(service).not.toContain('wijze=destroyed');
  });

  it('art. 32a: the cap of a blank list is followed in the same way', async () => {
    desk = new ADesk(site.app, await aParty(site.app, undefined, 'blank_list'));
    token = await site.tokenFor('treasurer', desk.group.tenantId);
    const { candidate: recipientId } = desk.group;
    await desk.gift(await desk.donor(), 10_100_000, '2025-04-16', { recipientId });
    expect(await only()).toMatchObject({ rule: 'WFPP-32a-1', open: 100_000 });
  });

  it('art. 21a lid 2: without an overview all above EUR 1 000 goes over; the overview ends it', async () => {
    const donor = await desk.donor({ kind: 'foundation', declaration: null });
    await desk.gift(donor, 150_000, '2025-04-16');
    const remedy = (await remedies()).find(({ rule }) => rule === 'WFPP-21a-2');
    expect(remedy).toMatchObject({ open: 50_000, steps: [{ to: 'minister' }] });
    await desk.run((tx) =>
      site.app.get(RecordLookThrough).run(tx, donor, {
        year: 2025,
        receivedOn: desk.input('', 1, '2025-04-17').receivedOn,
        givers: [],
      }),
    );
    expect(await readFile(remedy?.id ?? '')).toMatchObject({ state: 'not_needed' });
    expect((await remedies()).map(({ rule }) => rule)).not.toContain('WFPP-21a-2');
  });

  describe('the internal term', () => {
    async function arrange(id: string, fields: object): Promise<string> {
      const html = await page(`/herstel/${id}`);
      const answer = await treasurer.agent
        .post(`/herstel/${id}/afspraak`)
        .type('form')
        .send({ _csrf: treasurer.csrfToken, once: hidden(html, 'once'), ...fields });
      return answer.status === 303 ? '' : summary(answer.text).join(' | ');
    }
    const mails = async (): Promise<string[]> => {
      const rows = await site.test.ownerQuery<{ subject: string }>(
        `select subject from platform.outbox_message where tenant_id = $1 order by id`,
        [desk.group.tenantId],
      );
      return rows.map(({ subject }) => subject).filter((s) => !s.startsWith('Meld een gift'));
    };

    it('names all faults at once, reminds three days before, and says when it has passed', async () => {
      await overTheCap();
      const { id } = await only();
      expect(await arrange(id, { termDay: '01-04-2025' })).toBe(
        'Schrijf op waarom u deze dag kiest.',
      );
      expect(await arrange(id, { termDay: '01-04-2025', termNote: 'Zo snel het kan' })).toBe(
        '01-04-2025 is voorbij. Vul vandaag of een latere dag in.',
      );
      expect(await arrange(id, { termDay: '18-04-2027', termNote: 'Ooit' })).toContain(
        'meer dan twee jaar weg',
      );
      expect(await arrange(id, { termDay: '30-04-2025', termNote: 'Rekening opgevraagd' })).toBe(
        '',
      );
      expect(await arrange(id, { termDay: '02-05-2025', termNote: 'Bank vroeg uitstel' })).toBe('');
      await work();
      expect(await only()).toMatchObject({
        dueOn: '2025-05-02',
        overdue: false,
        arrangements: [{ note: 'Bank vroeg uitstel' }, { note: 'Rekening opgevraagd' }],
      });
      await go('2025-04-29T09:00:00+02:00');
      await work();
      expect(await mails()).toEqual(['Nog te herstellen, uiterlijk 2 mei 2025']);
      await go('2025-05-03T00:30:00+02:00');
      await work();
      expect(await mails()).toContain('De afgesproken dag voor herstel was 2 mei 2025');
      expect(await only()).toMatchObject({ overdue: true });
      expect(read(await page('/herstel'))).toContain('1 dag te laat');
    });

    it('a remedy that was done in time gets no mail', async () => {
      const donor = await desk.donor();
      const { contributionId } = await desk.gift(donor, 12_000_000, '2025-04-16');
      const { id } = await only();
      expect(await arrange(id, { termDay: '30-04-2025', termNote: 'Zo snel het kan' })).toBe('');
      await desk.settle(contributionId, 'returned_to_donor', 2_000_000, '2025-04-17');
      await work();
      await go('2025-05-03T09:00:00+02:00');
      await work();
      expect(await mails()).toEqual([]);
    });
  });

  describe('who sees what (D7)', () => {
    it('another party sees nothing, and an unknown id and a foreign one answer alike', async () => {
      await overTheCap();
      const { id } = await only();
      const other = new ADesk(site.app, await aParty(site.app));
      const strangers = await site.tokenFor('treasurer', other.group.tenantId);
      expect(await remedies(strangers)).toEqual([]);
      const ask = async (asked: string): Promise<object> => {
        const http = site.http().get(`/v1/remedies/${asked}`).auth(strangers, { type: 'bearer' });
        const { status, body } = await http;
        return { status, body: { ...(body as object), instance: '' } };
      };
      expect(await ask(id)).toEqual(await ask(UNKNOWN));
      const stranger = await site.signIn('treasurer', other.group.tenantId);
      await stranger.agent.get(`/herstel/${id}`).expect(404);
    });

    it('the overseer sees a remedy once its gifts were filed, sets a term, and sees it done', async () => {
      const staff = await site.tokenFor('overseer');
      let overseer = await site.signIn('overseer');
      const mine = async (): Promise<readonly File[]> =>
        (await remedies(staff)).filter(({ steps }) =>
          steps.some(({ contribution }) => contribution === root),
        );
      const donor = await desk.donor();
      const { contributionId: root } = await desk.gift(donor, 12_000_000, '2025-04-16');
      await work();
      expect(await mine()).toEqual([]);
      const own = await only();
      // The party's own, unshared term is not the overseer's to see.
      const post = (bearer: string, id: string, body: object): Promise<{ status: number }> =>
        site
          .http()
          .post(`/v1/remedies/${id}/arrangements`)
          .auth(bearer, { type: 'bearer' })
          .set('Idempotency-Key', `${id}-${JSON.stringify(body).length}`)
          .send(body)
          .then(({ status }) => ({ status }));
      expect(await post(token, own.id, { dueOn: '2025-04-25', note: 'Own plan' })).toEqual({
        status: 201,
      });
      // The party's ledger finding is not the overseer's: the same as unknown.
      await overseer.agent.get(`/toezicht/herstel/${own.id}`).expect(404);

      await desk.notify(donor);
      await work();
      const [known] = await mine();
      expect(known).toMatchObject({ open: 2_000_000, arrangements: [] });
      const id = known?.id ?? '';
      const html = (await overseer.agent.get(`/toezicht/herstel/${id}`).expect(200)).text;
      await overseer.agent
        .post(`/toezicht/herstel/${id}/afspraak`)
        .type('form')
        .send({
          _csrf: overseer.csrfToken,
          once: hidden(html, 'once'),
          termDay: '22-04-2025',
          termNote: 'Graag binnen een week',
        })
        .expect(303);
      expect(await only()).toMatchObject({ dueOn: '2025-04-22' });
      expect(read(await page(`/herstel/${own.id}`))).toContain('Graag binnen een week');
      const shown = { dueOn: '2025-04-28', note: 'We need a day more', shared: true };
      expect(await post(token, own.id, shown)).toEqual({ status: 201 });
      expect((await mine())[0]?.arrangements.map(({ note }) => note)).toEqual([
        'We need a day more',
        'Graag binnen een week',
      ]);

      await go('2025-04-23T12:00:00+02:00');
      overseer = await site.signIn('overseer');
      const queue = read((await overseer.agent.get('/toezicht').expect(200)).text);
      expect(queue).toMatch(/Herstel dat nog open staat \d+/);
      expect(queue).toMatch(
        /Nog € 20\.000,00 te gaan; de afgesproken dag 22 april 2025 is voorbij/,
      );
      await desk.settle(root, 'returned_to_donor', 2_000_000, '2025-04-23');
      await work();
      expect(await mine()).toEqual([]);
      const done = (await overseer.agent.get(`/toezicht/herstel/${id}`).expect(200)).text;
      expect(read(done)).toContain('Alles wat terug of over moest, is gedaan.');
    });

    it('no route lets the overseer write for the party, or the party for the overseer', async () => {
      const donor = await desk.donor();
      await desk.gift(donor, 12_000_000, '2025-04-16');
      const { id } = await only();
      const asStaff = site.app.get(Database).inTransaction(OVERSEER_SCOPE, (tx) =>
        tx.query(
          `insert into core.remedy_arrangement (tenant_id, donor_id, year, finding_key, finding_id,
             kind, set_by, due_on, note, shared)
           values ($1, $2, 2025, 'WFPP-29b-1:together', $3, 'term', 'overseer', '2025-05-01', 'x', true)`,
          [desk.group.tenantId, donor, id],
        ),
      );
      await expect(asStaff).rejects.toThrow(/row-level security/);
      const asParty = desk.run((tx) =>
        tx.query(
          `insert into core.remedy_arrangement (tenant_id, donor_id, year, finding_key, finding_id,
             kind, set_by, due_on, note, shared)
           values ($1, $2, 2025, 'WFPP-29b-1:together', $3, 'term', 'overseer', '2025-05-01', 'x', true)`,
          [desk.group.tenantId, donor, id],
        ),
      );
      await expect(asParty).rejects.toThrow(/row-level security/);
      expect(await desk.run((tx) => readRemedy(tx, 'disclosed', id))).toBeNull();
    });
  });

  it('the list leads to each remedy, and the first page of the party leads to the list', async () => {
    await overTheCap();
    expect(await page('/start')).toContain('href="/herstel"');
    const html = await page('/herstel');
    const [, id = ''] = REMEDY.exec(html) ?? [];
    expect(read(await page(`/herstel/${id}`))).toContain(
      'Elke ontvanger geeft terug naar wat hij kreeg',
    );
    const english = await treasurer.agent.get('/taal/en?terug=%2Fherstel').expect(303);
    expect(english.headers['location']).toBe('/herstel');
    expect(read(await page('/herstel'))).toContain('Back to the donor');
  });
});

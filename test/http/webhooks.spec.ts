import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { BookContributions } from '../../src/modules/contributions/public';
import { Worker } from '../../src/platform/worker/worker';
import { addressFault } from '../../src/modules/webhooks/application/address';
import { PATIENCE } from '../../src/modules/webhooks/application/deliver';
import { ADesk } from '../support/a-desk';
import { aDonor, aGift } from '../support/a-gift';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { hidden, read, summary } from '../support/read-page';

interface Taken {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody's software on loopback, which answers as it is told. */
class Receiver {
  readonly taken: Taken[] = [];
  status = 204;
  private constructor(private readonly server: Server) {}

  static async open(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        receiver.taken.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
        response.writeHead(receiver.status, { Location: 'http://127.0.0.1:1/' }).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/hier`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}

interface Message {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

describe('Webhooks', () => {
  let site: TestApp;
  let group: AParty;
  let other: AParty;
  let treasurer: SignedIn;
  let receiver: Receiver;
  let token: string;
  let keys = 0;

  beforeAll(async () => {
    site = await startTestApp({ demo: true });
    receiver = await Receiver.open();
  });
  afterAll(async () => {
    await receiver.close();
    await site.close();
  });
  beforeEach(async () => {
    await site.setClock('2025-04-18T12:00:00+02:00');
    group = await aParty(site.app);
    other = await aParty(site.app);
    treasurer = await site.signIn('treasurer', group.tenantId);
    token = await site.tokenFor('treasurer', group.tenantId);
    receiver.taken.length = 0;
    receiver.status = 204;
  });

  const post = (path: string, body: object, bearer = token) =>
    site
      .http()
      .post(path)
      .set('Authorization', `Bearer ${bearer}`)
      .set('Idempotency-Key', `key-${String((keys += 1))}`)
      .send(body);
  const get = (path: string, bearer = token) =>
    site.http().get(path).set('Authorization', `Bearer ${bearer}`);
  const work = () => site.app.get(Worker).drainOnce();
  const messages = () => receiver.taken.map(({ body }) => JSON.parse(body) as Message);

  async function listen(events: readonly string[]): Promise<{ id: string; secret: string }> {
    const { body } = await post('/v1/webhooks', { address: receiver.address, events }).expect(201);
    return body as { id: string; secret: string };
  }

  async function aNotice(): Promise<void> {
    const donorId = await aDonor(site.app, group.tenantId);
    const { tenantId, party: recipientId } = group;
    await aGift(site.app, {
      tenantId,
      donorId,
      recipientId,
      receivedOn: '2025-04-17',
      euros: 12_000,
    });
    await post('/v1/notices', { donorId, recipientId, year: 2025 }).expect(201);
  }

  it('tells of a receipt, signed so that the receiver can check it, and names no donor', async () => {
    const { secret } = await listen(['notice.filed']);
    await aNotice();
    await work();
    expect(messages()).toMatchObject([
      { type: 'notice.filed', data: { year: 2025, timeliness: 'in_time' } },
    ]);
    const [{ headers, body }] = receiver.taken as [Taken];
    const text = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(text).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signature}`);
    expect(headers['webhook-id']).toBe(messages()[0]?.id);
    expect(body).not.toMatch(/Gever|straat|Utrecht/);
  });

  it('tells only what was asked for, and only the party it is about', async () => {
    await listen(['filing.filed']);
    const theirs = await site.tokenFor('treasurer', other.tenantId);
    await post('/v1/webhooks', { address: receiver.address, events: ['notice.filed'] }, theirs);
    await aNotice();
    await work();
    expect(receiver.taken).toEqual([]);
  });

  it('tries again after longer and longer, gives up in the open, and can be sent again', async () => {
    const { id } = await listen(['notice.filed']);
    receiver.status = 500;
    await aNotice();
    await work();
    expect(receiver.taken).toHaveLength(1);
    let moment = Date.parse('2025-04-18T12:00:10+02:00');
    for (const seconds of PATIENCE) {
      moment += seconds * 1000 + 5_000;
      await site.setClock(new Date(moment).toISOString());
      await work();
    }
    expect(receiver.taken).toHaveLength(PATIENCE.length + 1);
    expect(new Set(receiver.taken.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    token = await site.tokenFor('treasurer', group.tenantId);
    const { body } = await get(`/v1/webhooks/${id}/deliveries`).expect(200);
    const { items } = body as { items: readonly { givenUpAt: string | null; lastFault: string }[] };
    expect(items).toMatchObject([{ lastStatus: 500, lastFault: 'answered 500', nextAt: null }]);
    expect(items[0]?.givenUpAt).not.toBeNull();

    receiver.status = 204;
    treasurer = await site.signIn('treasurer', group.tenantId);
    const page = (await treasurer.agent.get(`/koppelingen/${id}`).expect(200)).text;
    const again = /action="([^"]+opnieuw)"/.exec(page)?.[1] ?? '';
    const form = { _csrf: treasurer.csrfToken, once: hidden(page, 'once') };
    await treasurer.agent.post(again).type('form').send(form).expect(303);
    await work();
    const shown = (await treasurer.agent.get(`/koppelingen/${id}`)).text;
    expect(read(shown)).toContain('Aangekomen op');
  });

  it('tells of what is found, one by one and in many bookings at once', async () => {
    await listen(['finding.opened']);
    const desk = new ADesk(site.app, group);
    const anonymous = { name: null, address: null, residence: null, country: null };
    const particulars = {
      ...anonymous,
      tradeRegisterNumber: null,
      inTradeRegister: null,
      ubos: [],
    };
    const nobody = { kind: 'anonymous', particulars, declaration: null } as const;
    await desk.gift(await desk.donor(nobody), 60_000, '2025-04-17');
    const inputs = [await desk.donor(nobody), await desk.donor(nobody)].map((donorId) =>
      desk.input(donorId, 60_000, '2025-04-17'),
    );
    await desk.run((tx) => site.app.get(BookContributions).run(tx, inputs));
    await work();
    expect(messages().map(({ type, data }) => `${type} ${String(data['rule'])}`)).toEqual(
      Array.from({ length: 3 }, () => 'finding.opened WFPP-23-1'),
    );
  });

  it('follows no redirect', async () => {
    const { id } = await listen(['notice.filed']);
    receiver.status = 302;
    await aNotice();
    await work();
    const { body } = await get(`/v1/webhooks/${id}/deliveries`);
    expect(body).toMatchObject({ items: [{ lastFault: 'answered 302', deliveredAt: null }] });
  });

  it('sends nothing more once it is stopped, also what was still waiting', async () => {
    const { id } = await listen(['notice.filed']);
    await aNotice();
    await post(`/v1/webhooks/${id}/endings`, {}).expect(201);
    await aNotice();
    await work();
    expect(receiver.taken).toEqual([]);
    await post(`/v1/webhooks/${id}/endings`, {}).expect(404);
    await post(`/v1/webhooks/${id}/tests`, {}).expect(404);
  });

  it('a webhook of another party is not there', async () => {
    const { id } = await listen(['notice.filed']);
    const theirs = await site.tokenFor('treasurer', other.tenantId);
    const unknown = '5a1f0c7e-0000-4000-8000-00000000dead';
    for (const one of [id, unknown]) {
      await get(`/v1/webhooks/${one}/deliveries`, theirs).expect(404);
      await post(`/v1/webhooks/${one}/tests`, {}, theirs).expect(404);
    }
    expect((await get('/v1/webhooks', theirs)).body).toEqual({ items: [] });
  });

  describe('on the page', () => {
    const make = async (fields: Readonly<Record<string, string>>) => {
      const page = (await treasurer.agent.get('/koppelingen').expect(200)).text;
      const form = { _csrf: treasurer.csrfToken, once: hidden(page, 'once'), ...fields };
      return treasurer.agent.post('/koppelingen').type('form').send(form);
    };

    it('names every fault at once and keeps what was typed', async () => {
      const answer = await make({ address: 'http://boek.example/x' });
      expect(answer.status).toBe(400);
      expect(summary(answer.text)).toEqual([
        'Het adres moet beginnen met https://, zodat niemand kan meelezen.',
        'Kies waarover u bericht wilt krijgen.',
      ]);
      expect(answer.text).toContain('value="http://boek.example/x"');
    });

    it('makes one, shows its key, and sends a test message', async () => {
      const made = await make({ address: receiver.address, event_notice_filed: 'yes' });
      expect(made.status).toBe(303);
      const next = String(made.headers['location']);
      const page = (await treasurer.agent.get(next).expect(200)).text;
      expect(read(page)).toMatch(/whsec_[\w+/]{43}=/);
      const id = next.replace('/koppelingen?gemaakt=', '');
      const form = { _csrf: treasurer.csrfToken, once: hidden(page, 'once') };
      await treasurer.agent.post(`/koppelingen/${id}/proberen`).type('form').send(form).expect(303);
      await work();
      expect(messages()).toMatchObject([{ type: 'webhook.test' }]);
    });
  });
});

describe('The address of a webhook', () => {
  it.each([
    ['https://boek.example/x', null],
    ['https://93.184.216.34/x', null],
    ['http://boek.example/x', 'https'],
    ['ftp://boek.example/x', 'address'],
    ['boek.example', 'address'],
    ['https://wie:wat@boek.example/x', 'credentials'],
    ['https://localhost/x', 'private'],
    ['https://127.0.0.1/x', 'private'],
    ['https://127.1/x', 'private'],
    ['https://2130706433/x', 'private'],
    ['https://10.0.0.1/x', 'private'],
    ['https://169.254.169.254/latest', 'private'],
    ['https://[::1]/x', 'private'],
    ['https://[::ffff:10.0.0.1]/x', 'private'],
    ['https://[fd00::1]/x', 'private'],
  ])('%s: %s', (address, fault) => {
    expect(addressFault(address, false)).toBe(fault);
  });

  it('in a demonstration may be the machine itself, and no other inside', () => {
    expect(addressFault('http://127.0.0.1:8080/x', true)).toBeNull();
    expect(addressFault('https://10.0.0.1/x', true)).toBe('private');
  });
});

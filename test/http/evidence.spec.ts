import { createHash } from 'node:crypto';
import { type Response } from 'supertest';
import { ADesk } from '../support/a-desk';
import { hidden, read } from '../support/a-donor-link';
import { aPdf } from '../support/a-filing';
import { aParty, type AParty, OVERSEER_SCOPE } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { htmlFaults } from '../support/html-check';
import { euro } from '../../src/legal/kernel/euro-cents';
import { Database } from '../../src/platform/database/database';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const MAIL = Buffer.from(
  'From: a@voorbeeld.example\r\nSubject: kwijtschelding\r\n\r\nBeste partij,\r\n',
);
const MEGABYTE = 1024 * 1024;

describe('Evidence of gifts', () => {
  let site: TestApp;
  let group: AParty;
  let desk: ADesk;
  let treasurer: SignedIn;
  let donorId: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-05-01T12:00:00+02:00');
    group = await aParty(site.app);
    desk = new ADesk(site.app, group);
    treasurer = await site.signIn('treasurer', group.tenantId);
    donorId = await desk.donor();
  });
  afterAll(() => site.close());

  async function inKind(day = '2025-03-03'): Promise<string> {
    const { contributionId } = await desk.gift(donorId, 30_000, day, {
      type: 'in_kind',
      form: 'in_kind',
      marketValue: euro(400),
      paid: euro(100),
      valuation: 'Prijslijst',
    });
    return contributionId;
  }

  function attach(
    place: string,
    bytes: Buffer,
    filename: string,
    als = 'valuation',
    who: SignedIn = treasurer,
  ): Promise<Response> {
    return who.agent
      .post(`/bewijs/${place}`)
      .set('Origin', site.url)
      .field({ _csrf: who.csrfToken, als, toelichting: '' })
      .attach('bestand', bytes, { filename })
      .then((answer) => answer);
  }

  async function attached(
    place: string,
    bytes: Buffer,
    filename: string,
    als = 'valuation',
  ): Promise<string> {
    const answer = await attach(place, bytes, filename, als);
    expect([filename, answer.status]).toEqual([filename, 303]);
    const { text } = await treasurer.agent.get(answer.headers['location'] ?? '').expect(200);
    return /href="\/bewijsstukken\/([0-9a-f-]{36})"/.exec(text)?.[1] ?? '';
  }

  async function press(id: string, act: string, fields: object): Promise<Response> {
    const { text } = await treasurer.agent.get(`/bewijsstukken/${id}`).expect(200);
    return treasurer.agent
      .post(`/bewijsstukken/${id}/${act}`)
      .type('form')
      .send({ _csrf: treasurer.csrfToken, once: hidden(text, 'once'), ...fields });
  }

  describe('attaching', () => {
    it('a gift in kind wants proof of its value; with a file attached it does not any more', async () => {
      const gift = await inKind();
      const before = read((await treasurer.agent.get(`/giften/${gift}`).expect(200)).text);
      expect(before).toContain('Bewijs van de waarde Moet er zijn');
      expect(before).toContain('(Wfpp art. 22)');
      await attached(`gift/${gift}`, aPdf('the value'), 'taxatie.pdf');
      const after = read((await treasurer.agent.get(`/giften/${gift}`).expect(200)).text);
      expect(after).toContain('Bewijs van de waarde Aanwezig');
      expect(after).toContain('taxatie.pdf');
    });

    it('a file is a download and never a page, byte for byte what was sent, with its SHA-256', async () => {
      const bytes = aPdf('byte for byte');
      const id = await attached(`gift/${await inKind()}`, bytes, 'factuur.pdf');
      const { text } = await treasurer.agent.get(`/bewijsstukken/${id}`).expect(200);
      const file = await treasurer.agent
        .get(`/bewijsstukken/${id}/bestand`)
        .buffer(true)
        .expect(200);
      expect(file.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename=factuur.pdf',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
      expect(Buffer.compare(file.body as Buffer, bytes)).toBe(0);
      expect(text).toContain(createHash('sha256').update(bytes).digest('hex'));
    });

    it('PNG, JPEG and mail are taken as well', async () => {
      const gift = await inKind();
      const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100', 'hex'), PNG]);
      await attached(`gift/${gift}`, PNG, 'zaal.png');
      await attached(`gift/${gift}`, jpeg, 'zaal.JPG');
      await attached(`gift/${gift}`, MAIL, 'afspraak.eml', 'other');
    });

    it.each([
      ['nothing', Buffer.alloc(0), 'leeg.pdf', 'Kies een bestand dat niet leeg is.'],
      [
        'a page called PDF',
        Buffer.from('<html><script>alert(1)</script>'),
        'a.pdf',
        'past niet bij de naam',
      ],
      [
        'a drawing with script',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        'a.svg',
        'eindigt op .pdf',
      ],
      ['an image that is called a page', PNG, 'a.html', 'eindigt op .pdf'],
      ['an image that is called PDF', PNG, 'a.pdf', 'past niet bij de naam'],
      ['a program', Buffer.from('MZ\u0090\u0000'), 'a.exe', 'eindigt op .pdf'],
      [
        'a table',
        Buffer.from('naam;bedrag\r\nA;1\r\n'),
        'a.csv',
        'Dit soort bestand bewaart u hier niet.',
      ],
      ['no mail', Buffer.from('zomaar tekst zonder kop'), 'a.eml', 'past niet bij de naam'],
    ])('%s is refused, and says why', async (_what, bytes, name, message) => {
      const gift = await inKind();
      const answer = await attach(`gift/${gift}`, bytes, name);
      expect(answer.status).toBe(400);
      expect(read(answer.text)).toContain(message);
      expect(answer.text).toContain('href="#bestand"');
      const kept = await site.test.ownerQuery(
        'select 1 from core.evidence_attachment where contribution_root_id = $1',
        [gift],
      );
      expect(kept).toEqual([]);
    });

    it('10 MB is taken, and a byte more is refused', async () => {
      const gift = await inKind();
      const full = Buffer.concat([aPdf('large'), Buffer.alloc(10 * MEGABYTE)]).subarray(
        0,
        10 * MEGABYTE,
      );
      await attached(`gift/${gift}`, full, 'groot.pdf');
      const over = await attach(
        `gift/${gift}`,
        Buffer.concat([full, Buffer.from('x')]),
        'groter.pdf',
      );
      expect(over.status).toBe(400);
      expect(read(over.text)).toContain('Het bestand is groter dan 10 MB.');
    });

    it.each([
      ['"><script>alert(1)<\\script>.png', 'script_.png'],
      ['../../etc/passwd.png', 'passwd.png'],
      ['a\u202Egnp.exe.png', 'agnp.exe.png'],
      ['$(rm -rf);`x`.png', '_(rm -rf)__x_.png'],
    ])('a name like %s is made harmless', async (name, kept) => {
      const gift = await inKind();
      const id = await attached(`gift/${gift}`, Buffer.concat([PNG, Buffer.from(name)]), name);
      const { text } = await treasurer.agent.get(`/bewijsstukken/${id}`).expect(200);
      expect(text).not.toContain('<script>alert');
      expect(read(text)).toContain(kept);
      const file = await treasurer.agent.get(`/bewijsstukken/${id}/bestand`).expect(200);
      expect(file.headers['content-disposition']).toMatch(/^attachment; filename=/);
    });

    it('what it proves must fit the place, and must be said', async () => {
      const gift = await inKind();
      for (const als of ['', 'trade_register_extract', 'nonsense']) {
        const answer = await attach(`gift/${gift}`, aPdf(als), 'a.pdf', als);
        expect([als, answer.status]).toEqual([als, 400]);
        expect(read(answer.text)).toContain('Kies wat het bestand bewijst.');
      }
    });

    it('the same bytes twice at one place are refused; elsewhere they are kept once', async () => {
      const [one, other] = [await inKind(), await inKind()];
      const bytes = aPdf('the same');
      await attached(`gift/${one}`, bytes, 'een.pdf');
      const again = await attach(`gift/${one}`, bytes, 'ander-woord.pdf');
      expect(again.status).toBe(400);
      expect(read(again.text)).toContain('Precies dit bestand staat hier al.');
      const elsewhere = await attach(`gift/${other}`, bytes, 'twee.pdf');
      expect(elsewhere.headers['location']).toContain('gedaan=ook-elders');
      const files = await site.test.ownerQuery<{ files: number; names: string[] }>(
        `select count(distinct file_id)::int as files, array_agg(name order by name) as names
           from core.evidence_attachment where name in ('een.pdf', 'twee.pdf')`,
      );
      expect(files).toEqual([{ files: 1, names: ['een.pdf', 'twee.pdf'] }]);
    });

    it('pressed twice at once, the file stands there once', async () => {
      const gift = await inKind();
      const bytes = aPdf('pressed twice');
      const answers = await Promise.all(
        [1, 2].map(() => attach(`gift/${gift}`, bytes, 'dubbel.pdf')),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
    });
  });

  it('every page of it is sound HTML, with and without faults in the form', async () => {
    const gift = await inKind();
    const wrong = await attach(`gift/${gift}`, Buffer.alloc(0), 'leeg.pdf', '');
    const id = await attached(`gift/${gift}`, aPdf('sound'), 'goed.pdf');
    const taken = await press(id, 'weghalen', { reason: '' });
    const pages = new Map([
      ['wrong', wrong.text],
      ['no reason', taken.text],
    ]);
    const paths = [
      '/bewijs',
      `/bewijs/gift/${gift}`,
      `/bewijs/gever/${donorId}`,
      `/giften/${gift}`,
    ];
    for (const path of [...paths, `/bewijsstukken/${id}`, `/gevers/${donorId}`, '/giften'])
      pages.set(path, (await treasurer.agent.get(path).expect(200)).text);
    const overseer = await site.signIn('overseer');
    pages.set('opened', (await overseer.agent.get('/toezicht/bewijs').expect(200)).text);
    for (const [name, html] of pages) expect([name, await htmlFaults(html)]).toEqual([name, []]);
  });

  describe('taking away', () => {
    it('needs a reason, keeps the bytes, and the proof is missing again', async () => {
      const gift = await inKind();
      const id = await attached(`gift/${gift}`, aPdf('wrong'), 'fout.pdf');
      const without = await press(id, 'weghalen', { reason: '  ' });
      expect(without.status).toBe(400);
      expect(read(without.text)).toContain('Schrijf op waarom u het bestand weghaalt');
      const taken = await press(id, 'weghalen', { reason: 'Verkeerde zaal' });
      expect(taken.status).toBe(303);
      const list = read((await treasurer.agent.get(`/bewijs/gift/${gift}`).expect(200)).text);
      expect(list).toContain('fout.pdf Verkeerde zaal');
      expect(list).toContain('Weggehaald');
      await treasurer.agent.get(`/bewijsstukken/${id}/bestand`).expect(200);
      const page = read((await treasurer.agent.get(`/giften/${gift}`).expect(200)).text);
      expect(page).toContain('Bewijs van de waarde Moet er zijn');
      // The same file may be attached anew.
      await attached(`gift/${gift}`, aPdf('wrong'), 'fout.pdf');
    });
  });

  describe('who sees it (D7)', () => {
    const staff = (id: string): Promise<readonly unknown[]> =>
      site.app.get(Database).inTransaction(OVERSEER_SCOPE, (tx) =>
        tx.query(
          `select a.id, f.id as file, (select r.reason from core.evidence_removal r
              where r.attachment_id = a.id) as reason
             from core.evidence_attachment a join core.stored_file f on f.id = a.file_id
            where a.id = $1`,
          [id],
        ),
      );
    const files = (): Promise<readonly { files: number }[]> =>
      site.app
        .get(Database)
        .inTransaction(OVERSEER_SCOPE, (tx) =>
          tx.query<{ files: number }>('select count(*)::int as files from core.stored_file'),
        );

    it('another party sees nothing of it: byte for byte as if it were not there', async () => {
      const gift = await inKind();
      const id = await attached(`gift/${gift}`, aPdf('ours'), 'ons.pdf');
      const stranger = await site.signIn('treasurer', (await aParty(site.app)).tenantId);
      const comparable = ({ status, text }: Response, asked: string): string =>
        `${String(status)} ${text}`
          .replaceAll(asked, '<id>')
          .replace(/data-seconds="\d+"/, '')
          .replace(/[0-9a-f-]{36}/g, '<uuid>');
      for (const path of ['/bewijsstukken/<id>', '/bewijsstukken/<id>/bestand']) {
        const theirs = await stranger.agent.get(path.replace('<id>', id));
        const nothing = await stranger.agent.get(path.replace('<id>', UNKNOWN));
        expect(theirs.status).toBe(404);
        expect(comparable(theirs, id)).toBe(comparable(nothing, UNKNOWN));
      }
      await stranger.agent.get(`/bewijs/gift/${gift}`).expect(404);
      expect((await attach(`gift/${gift}`, PNG, 'a.png', 'valuation', stranger)).status).toBe(404);
    });

    it('the accountant reads and does not attach', async () => {
      const gift = await inKind();
      const id = await attached(`gift/${gift}`, aPdf('to read'), 'lees.pdf');
      const accountant = await site.signIn('accountant', group.tenantId);
      await accountant.agent.get(`/bewijsstukken/${id}/bestand`).expect(200);
      const page = await accountant.agent.get(`/bewijs/gift/${gift}`).expect(200);
      expect(page.text).not.toContain('type="file"');
      const sent = await attach(`gift/${gift}`, PNG, 'a.png', 'valuation', accountant);
      expect(sent.status).toBe(403);
    });

    it('the overseer sees it neither on a page nor in the database, until it is shared', async () => {
      const id = await attached(`gift/${await inKind()}`, aPdf('private'), 'eigen.pdf');
      const overseer = await site.signIn('overseer');
      await overseer.agent.get(`/bewijsstukken/${id}`).expect(403);
      await overseer.agent.get(`/toezicht/bewijs/${id}/bestand`).expect(404);
      expect(await staff(id)).toEqual([]);
      expect(await files()).toEqual([{ files: 0 }]);
      expect((await press(id, 'delen', { grond: 'shared' })).status).toBe(303);
      const list = read((await overseer.agent.get('/toezicht/bewijs').expect(200)).text);
      expect(list).toContain('eigen.pdf');
      const file = await overseer.agent.get(`/toezicht/bewijs/${id}/bestand`).expect(200);
      expect(file.headers['content-disposition']).toContain('attachment');
      expect(await staff(id)).toHaveLength(1);
      expect(await files()).toEqual([{ files: 1 }]);
    });

    it('put with what was filed, it opens only once something of the gift was filed', async () => {
      const donor = await desk.donor();
      const { contributionId } = await desk.gift(donor, 1_200_000, '2025-04-28', {
        type: 'in_kind',
        form: 'in_kind',
        marketValue: euro(12_000),
        paid: euro(0),
        valuation: 'Taxatie',
      });
      const id = await attached(`gift/${contributionId}`, aPdf('with the notice'), 'bij.pdf');
      const early = await press(id, 'delen', { grond: 'filed' });
      expect(early.status).toBe(400);
      expect(read(early.text)).toContain(
        'Er is nog geen opgave gedaan waar dit bestand bij hoort.',
      );
      await desk.notify(donor);
      expect(await staff(id)).toEqual([]);
      expect((await press(id, 'delen', { grond: 'filed' })).status).toBe(303);
      expect(await staff(id)).toHaveLength(1);
      await press(id, 'weghalen', { reason: 'Toch niet' });
      expect(await staff(id)).toMatchObject([{ reason: 'Toch niet' }]);
    });
  });

  describe('what is missing', () => {
    it('stands on /bewijs with one thing to do for each, and /giften can be narrowed to it', async () => {
      const other = await aParty(site.app);
      const theirs = new ADesk(site.app, other);
      const signed = await site.signIn('treasurer', other.tenantId);
      const empty = read((await signed.agent.get('/bewijs').expect(200)).text);
      expect(empty).toContain('Er ontbreekt niets.');
      const known = await theirs.donor();
      const unknown = await theirs.donor({ declaration: null });
      await theirs.gift(known, 30_000, '2025-03-01');
      const lacking = await theirs.gift(unknown, 40_000, '2025-03-02');
      const waived = await theirs.gift(known, 50_000, '2025-03-03', { type: 'loan_waived' });
      const { text } = await signed.agent.get('/bewijs').expect(200);
      expect(read(text)).toContain('Alles (3)');
      expect(read(text)).toContain('Moet er zijn (2)');
      expect(read(text)).toContain('Aangeraden (1)');
      expect(text).toContain(`href="/verzoeken/nieuw?gift=${lacking.contributionId}"`);
      expect(text).toContain(`href="/bewijs/gift/${waived.contributionId}?als=loan_contract"`);
      const required = read((await signed.agent.get('/bewijs?soort=required').expect(200)).text);
      expect(required).not.toContain('Verklaring van de gever');
      const gifts = await signed.agent.get('/giften?bewijs=ontbreekt').expect(200);
      const shown = [...gifts.text.matchAll(/href="\/giften\/([0-9a-f-]{36})"/g)].map(
        ([, id]) => id,
      );
      expect(shown).toEqual([waived.contributionId, lacking.contributionId]);
    });

    it('what left again wants its proof on the settlement, a company its extract on the donor', async () => {
      const other = await aParty(site.app);
      const theirs = new ADesk(site.app, other);
      const signed = await site.signIn('treasurer', other.tenantId);
      const { contributionId } = await theirs.gift(await theirs.donor(), 30_000, '2025-03-01');
      await theirs.settle(contributionId, 'returned_to_donor', 10_000, '2025-03-10');
      const company = await theirs.donor({
        kind: 'legal_person',
        declaration: null,
        particulars: {
          name: 'Voorbeeld B.V.',
          address: 'Kade 1',
          residence: 'Antwerpen',
          country: 'BE',
          tradeRegisterNumber: null,
          inTradeRegister: null,
          ubos: [{ name: 'E. Eigenaar', address: 'Kade 2', residence: 'Gent', country: 'BE' }],
        },
      });
      await theirs.gift(company, 20_000, '2025-03-02');
      const actions = async (): Promise<readonly string[]> => {
        const { text } = await signed.agent.get('/bewijs').expect(200);
        return [...text.matchAll(/href="(\/bewijs\/g?[a-z]+\/[^"]+)"/g)].map(([, at = '']) => at);
      };
      const [extract = '', returned = ''] = await actions();
      expect(extract).toBe(`/bewijs/gever/${company}?als=trade_register_extract`);
      expect(returned).toMatch(/^\/bewijs\/afwikkeling\/[0-9a-f-]{36}\?als=return_proof$/);
      const form = (await signed.agent.get(returned).expect(200)).text;
      expect(form).toContain('<option value="return_proof" selected>');
      for (const [at, als] of [
        [extract, 'trade_register_extract'],
        [returned, 'return_proof'],
      ] as const) {
        const place = at.replace('/bewijs/', '').replace(/\?.*/, '');
        expect((await attach(place, aPdf(als), 'stuk.pdf', als, signed)).status).toBe(303);
      }
      expect(await actions()).toEqual([]);
      const gift = read((await signed.agent.get(`/giften/${contributionId}`).expect(200)).text);
      expect(gift).toContain('Bewijs van teruggeven Aanwezig');
      expect(gift).toContain('stuk.pdf');
    });

    it('more than a page is paged, each line once', async () => {
      const other = await aParty(site.app);
      const theirs = new ADesk(site.app, other);
      const signed = await site.signIn('treasurer', other.tenantId);
      const known = await theirs.donor();
      for (let day = 1; day <= 26; day += 1)
        await theirs.gift(known, 30_000, `2025-03-${String(day).padStart(2, '0')}`, {
          type: 'loan_waived',
        });
      const seen: string[] = [];
      for (let path = '/bewijs'; path !== '';) {
        const { text } = await signed.agent.get(path).expect(200);
        seen.push(
          ...[...text.matchAll(/href="(\/bewijs\/gift\/[^"]+)"/g)].map(([, href = '']) => href),
        );
        path = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
      }
      expect(seen).toHaveLength(52);
      expect(new Set(seen).size).toBe(52);
    });
  });

  describe('the API', () => {
    it('lists what is missing, takes a file, and then it is not missing', async () => {
      const token = await site.tokenFor('treasurer', group.tenantId);
      const gift = await inKind('2024-06-01');
      const ask = (path: string): Promise<Response> =>
        site
          .http()
          .get(path)
          .set('Authorization', `Bearer ${token}`)
          .expect(200)
          .then((a) => a);
      const missing = async (): Promise<readonly unknown[]> =>
        ((await ask(`/v1/contributions/${gift}`)).body as { missingEvidence: unknown[] })
          .missingEvidence;
      expect(await missing()).toEqual([
        {
          code: 'valuation',
          article: 'Wfpp art. 22',
          level: 'required',
          subjectKind: 'contribution',
          subjectId: gift,
          requestOpen: false,
        },
      ]);
      const list = (await ask('/v1/missing-evidence?year=2024')).body as { items: unknown[] };
      expect(list.items).toMatchObject([{ contributionId: gift, code: 'valuation' }]);
      const query = `subjectKind=contribution&subjectId=${gift}&code=valuation&name=taxatie.png`;
      const send = (bytes: Buffer, type: string): Promise<Response> =>
        site
          .http()
          .post(`/v1/evidence?${query}`)
          .set('Authorization', `Bearer ${token}`)
          .set('Content-Type', type)
          .send(bytes)
          .then((answer) => answer);
      expect((await send(Buffer.concat([PNG, Buffer.alloc(1)]), 'image/png')).status).toBe(201);
      expect((await send(Buffer.from('geen plaatje'), 'image/png')).body).toMatchObject({
        status: 400,
        errors: [{ location: '/file', code: 'file.other_kind' }],
      });
      expect(await missing()).toEqual([]);
      const files = (await ask(`/v1/evidence?subjectKind=contribution&subjectId=${gift}`)).body as {
        items: { id: string; mediaType: string }[];
      };
      expect(files.items).toMatchObject([{ mediaType: 'image/png', filed: false, shared: false }]);
      const content = await ask(`/v1/evidence/${files.items[0]?.id ?? ''}/content`);
      expect(content.headers['content-disposition']).toBe('attachment; filename=taxatie.png');
    });
  });
});

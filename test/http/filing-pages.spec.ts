import { aDonor, aGift } from '../support/a-gift';
import { AFilingDesk, aPdf } from '../support/a-filing';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { hidden, read, summary } from '../support/read-page';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';

describe('The pages for overviews (arts. 25, 28 to 32)', () => {
  let site: TestApp;
  let group: AParty;
  let desk: AFilingDesk;
  let path: string;
  let treasurer: SignedIn;
  let board: SignedIn;
  let accountant: SignedIn;
  let overseer: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2024-12-01T12:00:00Z');
    group = await aParty(site.app, 'Partij van de Proef');
    desk = new AFilingDesk(site.app, group);
    const expected = await desk.expect();
    const key = `affiliate_overview:2024:${group.affiliate}`;
    path = `/overzichten/${expected.find((one) => one.key === key)?.id ?? ''}`;
    const donorId = await aDonor(site.app, group.tenantId, 'A. Gever');
    const gift = { tenantId: group.tenantId, donorId, recipientId: group.affiliate };
    await aGift(site.app, { ...gift, receivedOn: '2024-03-01', euros: 2_500 });
    await site.setClock('2025-03-03T12:00:00Z');
    treasurer = await site.signIn('treasurer', group.tenantId);
    board = await site.signIn('party_administrator', group.tenantId);
    accountant = await site.signIn('accountant', group.tenantId);
    overseer = await site.signIn('overseer');
  });
  afterAll(() => site.close());

  const press = async (who: SignedIn, act: string, fields: object = {}): Promise<string> => {
    const { text } = await who.agent.get(path).expect(200);
    const form = { _csrf: who.csrfToken, once: hidden(text, 'once'), ...fields };
    const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? '';
    const answer = await who.agent
      .post(`${path}/${act}`)
      .type('form')
      .send({ sha256, ...form });
    if (answer.status === 400) return answer.text;
    expect(answer.status).toBe(303);
    return (await who.agent.get(answer.headers['location'] ?? '').expect(200)).text;
  };
  const attach = async (fields: Record<string, string>, name: string): Promise<string> => {
    const request = treasurer.agent
      .post(`${path}/stukken`)
      .set('Origin', site.url)
      .field(fields)
      .attach('bestand', aPdf(name), { filename: name, contentType: 'application/pdf' });
    const answer = await request;
    if (answer.status === 400) return answer.text;
    expect(answer.status).toBe(303);
    return (await treasurer.agent.get(answer.headers['location'] ?? '').expect(200)).text;
  };

  it('shows what has to be filed with its last day, the most urgent first', async () => {
    const { text } = await treasurer.agent.get('/overzichten').expect(200);
    expect(read(text)).toContain('Jaaroverzicht van een neveninstelling, 2024');
    expect(read(text)).toContain('Uiterlijk maandag 30 juni 2025.');
    expect(read(text)).toContain('Nog 119 dagen');
  });

  it('goes from nothing to a receipt, and names what is missing on the way', async () => {
    expect(read(await press(treasurer, 'nihil'))).toContain(
      'Er staat iets in de administratie dat in dit overzicht hoort.',
    );
    const drawn = read(await press(treasurer, 'opstellen'));
    expect(drawn).toContain('A. Gever, 2024: € 2.500,00');
    expect(drawn).toContain('Verklaring van de accountant: is er nog niet.');
    expect(drawn).toContain(
      'Giften in natura: de lijst is leeg. Verklaar dat er niets is, of boek wat er is.',
    );
    await press(treasurer, 'verklaringen', { noGiftsInKind: 'yes', noDebts: 'yes' });
    const report = await attach({ part: 'report' }, 'cijfers.pdf');
    const covers = /name="(covers_[0-9a-f]{64})"/.exec(report)?.[1] ?? '';
    const statement = read(
      await attach({ part: 'auditor_statement', [covers]: 'yes' }, 'verklaring.pdf'),
    );
    expect(statement).toContain('Gaat over: cijfers.pdf');
    expect(summary(await attach({ part: 'report' }, 'cijfers.pdf'))).toEqual([
      'Dit bestand is hiervoor al toegevoegd.',
    ]);
    expect(read(await press(board, 'ondertekenen'))).toContain('Ondertekend.');
    expect(read(await press(accountant, 'ondertekenen'))).toContain('Geldig');
    const filed = await press(treasurer, 'indienen');
    expect(read(filed)).toContain('Ingediend. Bewaar het ontvangstbewijs.');
    expect(read(filed)).toMatch(/Nummer V-2025-/);
    expect(read(filed)).toContain('Op tijd');
  });

  it('the receipt can be checked by anyone, and the bytes have its SHA-256', async () => {
    const { text } = await treasurer.agent.get(path).expect(200);
    const verify = /href="(\/ontvangstbewijs\?[^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    const checked = await site
      .http()
      .get(verify ?? '')
      .expect(200);
    expect(read(checked.text)).toContain('Dit ontvangstbewijs is echt');
    await treasurer.agent
      .get(`${path}/opgave.csv`)
      .expect('Content-Type', /text\/csv/)
      .expect(200);
  });

  it('a correction shows what it changes, and a void signature stays visible', async () => {
    expect(summary(await press(treasurer, 'verbeteren', { reason: ' ' }))).toEqual([
      'Schrijf op waarom u dit verbetert.',
    ]);
    const donorId = await aDonor(site.app, group.tenantId, 'B. Vergeten');
    const gift = { tenantId: group.tenantId, donorId, recipientId: group.affiliate };
    await press(treasurer, 'verbeteren', { reason: 'een gift was vergeten' });
    await press(board, 'ondertekenen');
    await aGift(site.app, { ...gift, receivedOn: '2024-05-01', euros: 1_000 });
    const outdated = read((await treasurer.agent.get(path).expect(200)).text);
    expect(outdated).toContain('Uw administratie is veranderd');
    const redrawn = read(await press(treasurer, 'opstellen'));
    expect(redrawn).toContain('Een handtekening is vervallen');
    expect(redrawn).toContain('Bestuur Vervallen');
    const differences = await treasurer.agent.get(`${path}/verschillen`).expect(200);
    expect(read(differences.text)).toContain('Reden van deze versie: een gift was vergeten');
    expect(read(differences.text)).toContain('B. Vergeten 2024');
  });

  it('the overseer reads what was filed, not the draft after it; another party finds nothing', async () => {
    const [filed, draft] = await desk.desk.run((tx) =>
      tx.query<{ id: string }>(
        'select id from core.filing where state = $1 union all select id from core.filing where state = $2',
        ['filed', 'draft'],
      ),
    );
    const { text } = await overseer.agent
      .get(`/toezicht/overzichten/opgaven/${filed?.id ?? ''}`)
      .expect(200);
    expect(read(text)).toContain('Partij van de Proef');
    expect(read(text)).toContain('A. Gever, 2024: € 2.500,00');
    expect(read(text)).not.toContain('B. Vergeten');
    await overseer.agent.get(`/toezicht/overzichten/opgaven/${draft?.id ?? ''}`).expect(404);
    const other = await site.signIn('treasurer', (await aParty(site.app)).tenantId);
    await other.agent.get(path).expect(404);
    await other.agent.get(`/overzichten/${UNKNOWN}`).expect(404);
  });
});

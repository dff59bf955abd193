import { createHash, randomUUID } from 'node:crypto';
import { type Response } from 'supertest';
import { Worker } from '../../src/platform/worker/public';
import { ADesk } from '../support/a-desk';
import { aParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { hidden, read, summary } from '../support/read-page';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';
const CASE = /\/toezicht\/zaken\/([0-9a-f-]{36})/;
const PROPOSAL = /\/toezicht\/voorstellen\/[0-9a-f-]{36}/;

type Fields = Readonly<Record<string, string>>;

describe('The pages of a case', () => {
  let site: TestApp;
  let desk: ADesk;
  let overseer: SignedIn;
  let decider: SignedIn;
  let member: SignedIn;
  let treasurer: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-04-25T09:14:00+02:00');
    overseer = await site.signIn('overseer');
    decider = await site.signIn('decision_maker');
    member = await site.signIn('committee_member');
  });
  beforeEach(async () => {
    await site.setClock('2025-04-25T09:14:00+02:00');
    desk = new ADesk(site.app, await aParty(site.app));
    treasurer = await site.signIn('treasurer', desk.group.tenantId);
  });
  afterAll(() => site.close());

  const work = (): Promise<unknown> => site.app.get(Worker).drainOnce();
  const page = async (who: SignedIn, path: string): Promise<string> =>
    (await who.agent.get(path).expect(200)).text;

  function post(who: SignedIn, path: string, fields: Fields): Promise<Response> {
    return Promise.resolve(
      who.agent
        .post(path)
        .type('form')
        .send({ _csrf: who.csrfToken, ...fields }),
    );
  }

  /** Opens a case from the proposal about a notice that came a day too late; gives its id. */
  async function openFromProposal(): Promise<string> {
    const donor = await desk.donor();
    await desk.gift(donor, 1_000_000, '2025-04-17');
    await desk.notify(donor);
    await work();
    const queue = await page(overseer, '/toezicht?soort=voorstellen');
    const name = `href="${PROPOSAL.source}`;
    const row = queue.split('<tr').filter((one) => new RegExp(name).test(one));
    for (const one of row) {
      const path = PROPOSAL.exec(one)?.[0] ?? '';
      const html = await page(overseer, path);
      if (!html.includes('name="from" value="proposal"')) continue;
      const answer = await post(overseer, '/toezicht/zaken', {
        once: hidden(html, 'once'),
        from: 'proposal',
        id: hidden(html, 'id'),
      });
      expect(answer.status).toBe(303);
      const [, id = ''] = CASE.exec(answer.headers['location'] ?? '') ?? [];
      return id;
    }
    throw new Error('no proposal without a case');
  }

  /** Sends the form of one step from the page of the case. */
  async function send(
    who: SignedIn,
    id: string,
    step: string,
    fields: Fields = {},
  ): Promise<Response> {
    const html = await page(who, `/toezicht/zaken/${id}`);
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
    return post(who, `/toezicht/zaken/${id}/stap`, {
      once: randomUUID(),
      step,
      version,
      ...fields,
    });
  }

  async function take(who: SignedIn, id: string, step: string, fields: Fields = {}): Promise<void> {
    const answer = await send(who, id, step, fields);
    expect([step, answer.status, summary(answer.text)]).toEqual([step, 303, []]);
  }

  /** The party answers as its page asks, with a file. */
  async function submit(id: string, kind: string, text: string): Promise<Response> {
    const html = await page(treasurer, `/zaken/${id}`);
    return treasurer.agent
      .post(`/zaken/${id}/inzenden`)
      .set('Origin', site.url)
      .field('_csrf', treasurer.csrfToken)
      .field('once', hidden(html, 'once'))
      .field('kind', kind)
      .field('text', text)
      .attach('documents', Buffer.from('afschrift'), 'bankafschrift é.pdf');
  }

  async function untilAdvice(): Promise<string> {
    const id = await openFromProposal();
    await take(overseer, id, 'start_review');
    await take(overseer, id, 'draw_report', { text: 'De melding kwam op 25 april 2025.' });
    await take(overseer, id, 'ask_views', { lastDay: '12-05-2025' });
    expect((await submit(id, 'views', 'Wij waren een dag te laat.')).status).toBe(303);
    await work();
    await take(overseer, id, 'send_to_committee');
    await take(member, id, 'receive_advice', { advice: 'fine', text: 'Een lage boete past.' });
    return id;
  }

  async function untilNotified(): Promise<string> {
    const id = await untilAdvice();
    await take(overseer, id, 'draft_fine', { amount: '1.500,00', reasons: 'Een dag te laat.' });
    const draft = await page(decider, `/toezicht/zaken/${id}/ontwerpen/1`);
    const answer = await post(decider, `/toezicht/zaken/${id}/stap`, {
      once: hidden(draft, 'once'),
      step: 'approve_decision',
      version: hidden(draft, 'version'),
      draft: '1',
      sha256: hidden(draft, 'sha256'),
    });
    expect([answer.status, summary(answer.text)]).toEqual([303, []]);
    await take(overseer, id, 'notify');
    return id;
  }

  it('a case is opened from a proposal, once; the proposal then leads to it', async () => {
    const id = await openFromProposal();
    const html = await page(overseer, `/toezicht/zaken/${id}`);
    const seen = read(html);
    for (const told of ['Melding te laat gedaan', 'Signaal', 'Wfpp art. 25a lid 2', 'Zaak geopend'])
      expect(seen).toContain(told);
    const proposal = /\/toezicht\/voorstellen\/[0-9a-f-]{36}/.exec(html)?.[0] ?? '';
    const after = await page(overseer, proposal);
    expect(after).toContain(`href="/toezicht/zaken/${id}"`);
    expect(after).not.toContain('name="from" value="proposal"');
    const again = await post(overseer, '/toezicht/zaken', {
      once: 'a-second-time',
      from: 'proposal',
      id: proposal.split('/').at(-1) ?? '',
    });
    expect(again.headers['location']).toBe(`/toezicht/zaken/${id}?gedaan=bestond`);
  });

  it('nothing of a case is known to the party before it is told', async () => {
    const id = await openFromProposal();
    await take(overseer, id, 'start_review');
    await treasurer.agent.get(`/zaken/${id}`).expect(404);
    expect(read(await page(treasurer, '/zaken'))).toContain('Er loopt geen zaak over uw partij.');
  });

  it('only the steps that are possible have a form, each role its own', async () => {
    const id = await openFromProposal();
    const steps = (html: string): readonly string[] =>
      [...html.matchAll(/name="step" value="([a-z_]+)"/g)].map(([, step = '']) => step);
    expect(steps(await page(overseer, `/toezicht/zaken/${id}`))).toContain('start_review');
    expect(steps(await page(overseer, `/toezicht/zaken/${id}`))).not.toContain('notify');
    expect(steps(await page(decider, `/toezicht/zaken/${id}`))).toEqual([]);
    expect(steps(await page(member, `/toezicht/zaken/${id}`))).toEqual([]);
    expect(read(await page(member, `/toezicht/zaken/${id}`))).toContain('U kunt nu niets doen');
  });

  it('a refusal names the reason and the mend, with what was typed still there', async () => {
    const id = await openFromProposal();
    await take(overseer, id, 'start_review');
    await take(overseer, id, 'draw_report', { text: 'De melding kwam te laat.' });
    const past = await send(overseer, id, 'ask_views', { lastDay: '25-04-2025' });
    expect(past.status).toBe(400);
    expect(summary(past.text)).toEqual(['25 april 2025 is niet na vandaag. Kies een latere dag.']);
    expect(past.text).toContain('value="25-04-2025"');
    const nothing = await send(overseer, id, 'ask_views', { lastDay: '' });
    expect(summary(nothing.text)).toEqual(['Vul dit in.']);
    expect(nothing.text).toContain('href="#ask_views-lastDay"');
    const strange = await send(overseer, id, 'ask_views', { lastDay: '31-02-2025' });
    expect(summary(strange.text)[0]).toContain('"31-02-2025" is geen bestaande datum.');
    const tooSoon = await send(overseer, id, 'draft_fine', { amount: '100,00', reasons: 'x' });
    expect(summary(tooSoon.text)[0]).toContain('De zienswijze is nog niet gevraagd');
    const notMine = await send(decider, id, 'ask_views', { lastDay: '12-05-2025', version: '3' });
    expect(summary(notMine.text)[0]).toContain('Deze stap hoort niet bij uw rol.');
  });

  it('two overseers at once: the second is told that the case has moved on', async () => {
    const id = await openFromProposal();
    const html = await page(overseer, `/toezicht/zaken/${id}`);
    const fields = { step: 'start_review', version: hidden(html, 'version') };
    await post(overseer, `/toezicht/zaken/${id}/stap`, { ...fields, once: 'first' });
    const late = await post(overseer, `/toezicht/zaken/${id}/stap`, { ...fields, once: 'second' });
    expect(late.status).toBe(400);
    expect(summary(late.text)[0]).toContain('Iemand anders nam intussen een stap in deze zaak.');
  });

  it('the party reads what is asked and until when, and gives its views with a document', async () => {
    const id = await openFromProposal();
    await take(overseer, id, 'start_review');
    await take(overseer, id, 'draw_report', { text: 'De melding kwam te laat.' });
    await take(overseer, id, 'ask_views', { lastDay: '12-05-2025' });
    // 13 weeks after 25 April 2025; an order term, said in words.
    const terms = read(await page(overseer, `/toezicht/zaken/${id}`));
    expect(terms).toContain('Besluit na het rapport vrijdag 25 juli 2025');
    expect(terms).toContain('Termijn van orde: als deze dag voorbij is, mag het nog.');
    const asked = read(await page(treasurer, `/zaken/${id}`));
    for (const told of ['Geef uw zienswijze', 'Uiterlijk maandag 12 mei 2025', 'Nog 17 dagen'])
      expect(asked).toContain(told);
    const empty = await submit(id, 'views', '');
    expect(empty.status).toBe(400);
    expect(summary(empty.text)).toEqual(['Schrijf uw zienswijze op.']);
    expect((await submit(id, 'views', 'Wij waren ziek.')).status).toBe(303);
    await work();
    const sent = await page(treasurer, `/zaken/${id}`);
    expect(read(sent)).toContain('Wij waren ziek.');
    expect(read(sent)).toContain('bankafschrift é.pdf');
    expect(sent).toContain(createHash('sha256').update('afschrift').digest('hex'));
    expect(read(sent)).toContain('Er wordt nu niets van u gevraagd.');
    expect(read(await page(overseer, `/toezicht/zaken/${id}`))).toContain('Wij waren ziek.');
    const twice = await post(treasurer, `/zaken/${id}/inzenden`, {
      once: 'again',
      kind: 'views',
      text: 'Nog iets',
    });
    expect(summary(twice.text)[0]).toContain('De zaak wacht hier nu niet op.');
  });

  it('four eyes: the draft with its exact content and hash; the second person approves exactly that', async () => {
    const id = await untilAdvice();
    await take(overseer, id, 'draft_fine', { amount: '1.500,00', reasons: 'Een dag te laat.' });
    const waiting = read(await page(decider, '/toezicht/zaken'));
    expect(waiting.indexOf('Wacht op u')).toBeGreaterThan(-1);
    const own = await page(overseer, `/toezicht/zaken/${id}/ontwerpen/1`);
    expect(own).not.toContain('value="approve_decision"');
    const draft = await page(decider, `/toezicht/zaken/${id}/ontwerpen/1`);
    const seen = read(draft);
    for (const told of [
      'Boetebesluit',
      '€ 1.500,00',
      'Wijkt af van de berekening',
      'Een dag te laat.',
      'Een lage boete past.',
      'Wij waren een dag te laat.',
      'De melding kwam op 25 april 2025.',
    ])
      expect(seen).toContain(told);
    const approve = (sha256: string): Promise<Response> =>
      post(decider, `/toezicht/zaken/${id}/stap`, {
        once: sha256.slice(0, 20),
        step: 'approve_decision',
        version: hidden(draft, 'version'),
        draft: '1',
        sha256,
      });
    const other = await approve('0'.repeat(64));
    expect(summary(other.text)[0]).toContain('Het ontwerp is intussen veranderd.');
    const answer = await approve(hidden(draft, 'sha256'));
    expect(answer.status).toBe(303);
    const decided = read(await page(overseer, `/toezicht/zaken/${id}`));
    expect(decided).toContain('Opgesteld door Persoon 1, genomen door Persoon 2');
    expect(decided).toContain('Boete besloten, nog niet verstuurd');
  });

  it('a draft that is sent back says why, and a new version follows', async () => {
    const id = await untilAdvice();
    await take(overseer, id, 'draft_fine', { amount: '1.500,00', reasons: 'Te laat.' });
    const draft = await page(decider, `/toezicht/zaken/${id}/ontwerpen/1`);
    const sendBack = (reason: string): Promise<Response> =>
      post(decider, `/toezicht/zaken/${id}/stap`, {
        once: randomUUID(),
        step: 'send_back_draft',
        version: hidden(draft, 'version'),
        draft: '1',
        reason,
      });
    const silent = await sendBack('');
    expect(summary(silent.text)).toEqual(['Vul dit in.']);
    expect(read(silent.text)).toContain('Precies deze inhoud');
    expect((await sendBack('Motiveer')).status).toBe(303);
    expect(read(await page(overseer, `/toezicht/zaken/${id}`))).toContain('Motiveer');
    await take(overseer, id, 'draft_fine', { amount: '1.500,00', reasons: 'Beter.' });
    expect(read(await page(decider, `/toezicht/zaken/${id}/ontwerpen/2`))).toContain('Beter.');
  });

  it('after notification: terms and letters for both sides, an objection, and what must be paid', async () => {
    const id = await untilNotified();
    const told = read(await page(treasurer, `/zaken/${id}`));
    for (const one of ['Besluit verstuurd', 'Te betalen', 'Maak bezwaar', '€ 1.500,00', 'Betalen'])
      expect(told).toContain(one);
    for (const hiddenFromParty of ['Persoon 1 (', 'Persoon 2', 'Een lage boete past.', 'Ontwerp'])
      expect(told).not.toContain(hiddenFromParty);
    const html = await page(treasurer, `/zaken/${id}`);
    const letter = /\/brieven\/[0-9a-f-]{36}\.pdf/.exec(html)?.[0] ?? '';
    const pdf = await treasurer.agent.get(letter).expect(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect((await submit(id, 'objection', 'Wij zijn het er niet mee eens.')).status).toBe(303);
    await work();
    expect(read(await page(overseer, `/toezicht/zaken/${id}`))).toContain('In bezwaar');
    await take(overseer, id, 'record_payment', { amount: '1.500,00', evidence: 'afschrift 5' });
    expect(read(await page(treasurer, `/zaken/${id}`))).toContain('Betaald');
  });

  it('the timeline tells what happened and what ends, with article, day and who', async () => {
    const id = await untilNotified();
    const seen = read(await page(overseer, `/toezicht/zaken/${id}`));
    const timeline = seen.slice(seen.lastIndexOf('Tijdlijn'));
    const order = [
      'Zaak geopend',
      'Rapport opgemaakt',
      'Zienswijze gevraagd',
      'Zienswijze ontvangen',
      'Voorgenomen besluit naar de commissie',
      'Advies van de commissie ontvangen',
      'Besluit opgesteld',
      'Besluit genomen',
      'Besluit verstuurd',
      'Vandaag',
      'Laatste dag: Bezwaar maken',
    ];
    const places = order.map((one) => timeline.indexOf(one));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(timeline).toContain('Persoon 1 (toezichthouder)');
    expect(timeline).toContain('Awb art. 5:48');
    // Six weeks from the day after 25 April 2025 end on Friday 6 June.
    expect(timeline).toContain('6 juni 2025 Laatste dag: Betalen');
  });

  it('by hand, from a tip: all faults at once, then a case', async () => {
    const html = await page(overseer, '/toezicht/zaken/nieuw');
    const empty = await post(overseer, '/toezicht/zaken', {
      once: hidden(html, 'once'),
      from: 'tip',
    });
    expect(empty.status).toBe(400);
    expect(summary(empty.text)).toHaveLength(5);
    const filled = {
      once: 'tip',
      from: 'tip',
      recipient: `${desk.group.tenantId}/${desk.group.party}`,
      rule: 'WFPP-25-1',
      violatedOn: '01-07-2024',
      title: 'Jaarverslag ontbreekt',
      text: 'Een krant schrijft dat het verslag er niet is.',
    };
    const future = await post(overseer, '/toezicht/zaken', {
      ...filled,
      once: 'future',
      violatedOn: '01-07-2030',
    });
    expect(summary(future.text)[0]).toContain('nog niet geweest');
    const answer = await post(overseer, '/toezicht/zaken', filled);
    const [, id = ''] = CASE.exec(answer.headers['location'] ?? '') ?? [];
    expect(read(await page(overseer, `/toezicht/zaken/${id}`))).toContain('Een krant schrijft');
  });

  it('the list: what waits first, figures open the rows they count, filters by phase and party', async () => {
    const id = await openFromProposal();
    const all = await page(overseer, '/toezicht/zaken');
    expect(all.indexOf(id)).toBeGreaterThan(all.indexOf('id="waiting"'));
    expect(all.indexOf(id)).toBeLessThan(all.indexOf('id="others"'));
    expect(all).toContain('href="/toezicht/zaken?fase=signal"');
    expect(await page(overseer, '/toezicht/zaken?fase=signal')).toContain(id);
    expect(await page(overseer, '/toezicht/zaken?fase=notified')).not.toContain(id);
    const { tenantId } = desk.group;
    expect(await page(overseer, `/toezicht/zaken?partij=${tenantId}`)).toContain(id);
    expect(await page(overseer, `/toezicht/zaken?partij=${UNKNOWN}`)).not.toContain(id);
  });

  it('everything works in English too', async () => {
    const id = await untilNotified();
    for (const who of [overseer, treasurer]) await who.agent.get('/taal/en?terug=%2Fzaken');
    expect(read(await page(overseer, `/toezicht/zaken/${id}`))).toContain('What can be done now');
    expect(read(await page(overseer, '/toezicht/zaken'))).toContain('Waits for you');
    expect(read(await page(treasurer, `/zaken/${id}`))).toContain('What is asked of you');
    for (const who of [overseer, treasurer]) await who.agent.get('/taal/nl?terug=%2Fzaken');
  });

  it('a case of another party, an unknown one and a draft that is not there answer 404', async () => {
    const id = await untilNotified();
    const other = new ADesk(site.app, await aParty(site.app));
    const stranger = await site.signIn('treasurer', other.group.tenantId);
    await stranger.agent.get(`/zaken/${id}`).expect(404);
    await stranger.agent.get(`/zaken/${UNKNOWN}`).expect(404);
    await overseer.agent.get(`/toezicht/zaken/${UNKNOWN}`).expect(404);
    await overseer.agent.get(`/toezicht/zaken/${id}/ontwerpen/9`).expect(404);
    await treasurer.agent.get(`/toezicht/zaken/${id}`).expect(403);
  });
});

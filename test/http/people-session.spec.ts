import supertest from 'supertest';
import { aParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';

const CLOCK = '2025-04-17T10:00:00.000Z';

function after(minutes: number): string {
  return new Date(Date.parse(CLOCK) + minutes * 60_000).toISOString();
}

/** Minutes from the start of the test until a moment, to the nearest. */
function minutesUntil(moment: string): number {
  return Math.round((Date.parse(moment) - Date.parse(CLOCK)) / 60_000);
}

interface Ends {
  readonly sessionEndsAt: string;
  readonly sessionEndsAtLatest: string;
}

describe('How long a session lasts', () => {
  let site: TestApp;
  let treasurer: SignedIn;
  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    await site.setClock(CLOCK);
    const { tenantId } = await aParty(site.app);
    treasurer = await site.signIn('treasurer', tenantId);
  });

  const prolong = (fields: Readonly<Record<string, string>> = {}, accept = 'text/html') =>
    treasurer.agent
      .post('/account/sessie/verlengen')
      .set('Accept', accept)
      .type('form')
      .send({ _csrf: treasurer.csrfToken, ...fields });

  it('putting it off gives thirty minutes from now, and the twelve hours stay', async () => {
    const first = (await prolong({}, 'application/json').expect(200)).body as Ends;
    expect(minutesUntil(first.sessionEndsAt)).toBe(30);
    expect(minutesUntil(first.sessionEndsAtLatest)).toBe(12 * 60);
    await site.setClock(after(20));
    const second = (await prolong({}, 'application/json').expect(200)).body as Ends;
    expect(minutesUntil(second.sessionEndsAt)).toBe(50);
    expect(second.sessionEndsAtLatest).toBe(first.sessionEndsAtLatest);
    await site.setClock(after(49));
    await treasurer.agent.get('/account').expect(200);
  });

  it('close to the twelve hours it cannot be put off past them', async () => {
    for (let minutes = 25; minutes <= 700; minutes += 25) {
      await site.setClock(after(minutes));
      await prolong().expect(303);
    }
    const ends = (await prolong({}, 'application/json').expect(200)).body as Ends;
    expect(ends.sessionEndsAt).toBe(ends.sessionEndsAtLatest);
  });

  it('a form goes back to the page it came from, and never to another site', async () => {
    const placeOf = async (verder: string): Promise<string | undefined> =>
      (await prolong({ verder }).expect(303)).headers['location'];
    expect(await placeOf('/giften/nieuw')).toBe('/giften/nieuw');
    expect(await placeOf('//elders.example')).toBe('/account');
  });

  it('a session that is over, and a form without its token, put nothing off', async () => {
    await treasurer.agent.post('/account/sessie/verlengen').type('form').send({}).expect(403);
    await site.setClock(after(31));
    const answer = await prolong();
    expect(answer.headers['location']).toMatch(/^\/aanmelden/);
    await supertest(site.url).post('/account/sessie/verlengen').expect(303);
  });
});

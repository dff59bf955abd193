import { publicationLag } from '../../src/modules/register/application/publication-lag';
import { plainDate } from '../../src/legal/kernel/plain-date';
import { ADesk } from '../support/a-desk';
import { aParty } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';
import { publishedText, smallList } from '../modules/register/published-lists';

describe('law.md section 12, with a database: what the public sees', () => {
  let site: TestApp;
  let overseer: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-05-06T10:00:00Z');
    overseer = await site.tokenFor('overseer');
  });
  afterAll(() => site.close());

  const importList = (query: string, text: string) =>
    site
      .http()
      .post(`/v1/published-lists?${query}`)
      .set('Authorization', `Bearer ${overseer}`)
      .set('Content-Type', 'text/csv')
      .send(text);

  it('T21: a withheld owner is "*" in the public export; the overseer reads the whole notice', async () => {
    const desk = new ADesk(site.app, await aParty(site.app));
    const donor = await desk.donor({
      kind: 'legal_person',
      particulars: {
        name: 'Wadhouder B.V.',
        address: 'Kade 7',
        residence: 'Harlingen',
        country: 'NL',
        tradeRegisterNumber: '12345678',
        inTradeRegister: true,
        ubos: [{ name: 'E. Eigenaar', address: 'Laan 3', residence: 'Ede', country: 'NL' }],
      },
      declaration: null,
    });
    await desk.gift(donor, 2_000_000, '2025-05-06');
    const { noticeId } = await desk.notify(donor);

    const list = smallList('VVD||20000|Wadhouder B.V.|Kade 7, Harlingen|*|20000|05/06/2025|');
    await importList('year=2025', list).expect(201);
    const { text } = await site
      .http()
      .get('/v1/published-lists/2025/export')
      .set('Accept', 'text/csv')
      .expect(200);
    expect(text).toContain('Wadhouder B.V.,"Kade 7, Harlingen",*,');
    expect(text).not.toContain('Eigenaar');

    const notice = (authorization: string) =>
      site.http().get(`/v1/notices/${noticeId}`).set('Authorization', authorization);
    const seen = await notice(`Bearer ${overseer}`).expect(200);
    expect(JSON.stringify(seen.body)).toContain('E. Eigenaar');
    const other = await site.tokenFor('treasurer');
    const refused = await notice(`Bearer ${other}`).expect(404);
    expect(JSON.stringify(refused.body)).not.toContain('Eigenaar');
    await site.http().get(`/v1/notices/${noticeId}`).expect(401);
  });

  it('T31: a row first seen 283 days after its receipt is late by both readings; which of the two was late is unknown', () => {
    const lag = publicationLag(plainDate('2025-01-27'), plainDate('2025-11-06'));
    expect(lag).toMatchObject({ days: 283, after: 'both', notice: 'unknown' });
    const onLastDay = publicationLag(plainDate('2025-01-27'), plainDate('2025-01-30'));
    expect(onLastDay).toMatchObject({ days: 3, after: 'neither', notice: 'in_time' });
  });

  it('T32: a version that lowers or removes a row needs a reason; the old version stays readable', async () => {
    await importList('year=2023&seenOn=2024-03-01', publishedText(2023)).expect(201);
    const lowered = publishedText(2023).replace(
      ',100000,R.M. Bradijhof,',
      ',90000,R.M. Bradijhof,',
    );
    const refused = await importList('year=2023', lowered).expect(422);
    expect(refused.body).toMatchObject({ errors: [{ code: 'list.reason_needed' }] });
    await importList('year=2023&reason=Refund', lowered).expect(201);
    const { body } = await site.http().get('/v1/published-lists/2023').expect(200);
    expect(body).toMatchObject({
      version: 2,
      correctionReason: 'Refund',
      versions: [
        {
          version: 2,
          differences: [{ kind: 'total_lowered', before: 10_000_000, after: 9_000_000 }],
        },
        { version: 1, differences: [] },
      ],
    });
  });
});

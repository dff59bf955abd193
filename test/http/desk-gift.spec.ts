import { euro } from '../../src/legal/kernel/euro-cents';
import {
  AnnulContribution,
  BookContribution,
  CorrectContribution,
  SettleContribution,
} from '../../src/modules/contributions/public';
import { plainDate } from '../../src/legal/kernel/plain-date';
import { Database } from '../../src/platform/database/database';
import { type Transaction } from '../../src/platform/database/transaction';
import { ADesk } from '../support/a-desk';
import { aDonor } from '../support/a-gift';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';

interface ApiEvent {
  readonly kind: string;
  readonly at: string;
  readonly by: string | null;
  readonly reason: string | null;
  readonly amount: number | null;
  readonly about: string | null;
  readonly differences: readonly { field: string; before: string | null; after: string | null }[];
}

/** The first person of the test. */
const NAME = 'Persoon 1';

const read = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');

describe('The life of a gift', () => {
  let site: TestApp;
  let group: AParty;
  let desk: ADesk;
  let treasurer: SignedIn;
  let token: string;

  beforeAll(async () => {
    site = await startTestApp();
    group = await aParty(site.app);
    desk = new ADesk(site.app, group);
    treasurer = await site.signIn('treasurer', group.tenantId);
    token = await site.tokenFor('treasurer', group.tenantId);
  });
  afterAll(() => site.close());
  beforeEach(() => site.setClock('2025-04-17T12:00:00+02:00'));

  async function events(id: string): Promise<readonly ApiEvent[]> {
    const answer = await site
      .http()
      .get(`/v1/contributions/${id}/events`)
      .set('Authorization', `Bearer ${token}`)
      .expect(200);
    return (answer.body as { items: ApiEvent[] }).items;
  }

  const kinds = async (id: string): Promise<readonly string[]> =>
    (await events(id)).map(({ kind }) => kind);

  /** As the person who is signed in. */
  function asPerson<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return site.app.get(Database).inTransaction(
      {
        role: 'app',
        tenantId: group.tenantId,
        actorId: treasurer.person.accountId,
        actorRole: 'treasurer',
        requestId: 'test',
      },
      work,
    );
  }

  it('a booking is one event: received when, booked when, by whom', async () => {
    const donorId = await aDonor(site.app, group.tenantId, 'E. Eenvoud');
    const input = desk.input(donorId, 12_345, '2025-04-16');
    const { contributionId } = await asPerson((tx) =>
      site.app.get(BookContribution).run(tx, input),
    );
    expect(await events(contributionId)).toEqual([
      expect.objectContaining({
        kind: 'booked',
        by: NAME,
        amount: 12_345,
        day: '2025-04-16',
        reason: null,
        differences: [],
      }),
    ]);
    const page = read((await treasurer.agent.get(`/giften/${contributionId}`).expect(200)).text);
    expect(page).toContain(`Geboekt ${NAME} € 123,45 · Ontvangen op 16 april 2025`);
  });

  it('a correction says field by field what it was and what it became, and why', async () => {
    const donorId = await aDonor(site.app, group.tenantId, 'V. Voor');
    const other = await aDonor(site.app, group.tenantId, 'N. Na');
    const { contributionId } = await desk.gift(donorId, 50_000, '2025-04-15');
    await site.setClock('2025-04-18T09:00:00+02:00');
    const corrected = await asPerson((tx) =>
      site.app
        .get(CorrectContribution)
        .run(
          tx,
          contributionId,
          desk.input(other, 60_000, '2025-04-16', { bankReference: 'AFS-17' }),
          'Verkeerde regel gekozen',
        ),
    );
    const [correction] = await events(corrected.contributionId);
    expect(correction).toMatchObject({
      kind: 'corrected',
      reason: 'Verkeerde regel gekozen',
      by: NAME,
      differences: [
        { field: 'donor', before: 'V. Voor', after: 'N. Na' },
        { field: 'amount', before: '50000', after: '60000' },
        { field: 'receivedOn', before: '2025-04-15', after: '2025-04-16' },
        { field: 'bankReference', before: null, after: 'AFS-17' },
      ],
    });
    const page = read((await treasurer.agent.get(`/giften/${contributionId}`).expect(200)).text);
    expect(page).toContain('Gever was V. Voor → werd N. Na');
    expect(page).toContain('Bedrag was € 500,00 → werd € 600,00');
    expect(page).toContain('Kenmerk op het bankafschrift was niets → werd AFS-17');
    expect(page).toContain('Reden: Verkeerde regel gekozen');
  });

  it('art. 25a: the duty, the notice with its number, and that the overseer sees it now', async () => {
    const donorId = await aDonor(site.app, group.tenantId, 'G. Groot');
    const { contributionId } = await desk.gift(donorId, 1_000_000, '2025-04-17');
    await site.setClock('2025-04-18T09:00:00+02:00');
    const { number } = await desk.notify(donorId);
    const all = await events(contributionId);
    expect(all.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['booked', 'notice_due', 'notified', 'disclosed']),
    );
    expect(all.find(({ kind }) => kind === 'notified')?.about).toBe(number);
    expect(all.find(({ kind }) => kind === 'disclosed')?.about).toBe('filed');
    const { text } = await treasurer.agent.get(`/giften/${contributionId}`).expect(200);
    expect(read(text)).toContain(`Gemeld: ${number}`);
    expect(text).toMatch(/<a class="utrecht-link" href="\/meldingen\/[\w-]{36}">Gemeld/);
    expect(read(text)).toContain('Moet gemeld worden, uiterlijk donderdag 24 april 2025');
  });

  it('art. 29b: a finding comes once, however often its amounts change, and goes with the return', async () => {
    const donorId = await aDonor(site.app, group.tenantId, 'T. Teveel');
    const { contributionId } = await desk.gift(donorId, 11_000_000, '2025-04-16');
    await site.setClock('2025-04-17T13:00:00+02:00');
    await desk.gift(donorId, 100_000, '2025-04-17');
    const over = (list: readonly ApiEvent[]): readonly string[] =>
      list.filter(({ about }) => about === 'WFPP-29b-1').map(({ kind }) => kind);
    expect(over(await events(contributionId))).toEqual(['found']);
    await site.setClock('2025-04-18T09:00:00+02:00');
    await asPerson((tx) =>
      site.app.get(SettleContribution).run(tx, contributionId, {
        kind: 'returned_to_donor',
        amount: euro(11_000),
        settledOn: plainDate('2025-04-18'),
        evidence: 'Afschrift 2025-04',
      }),
    );
    const all = await events(contributionId);
    const back = all.find(({ kind }) => kind === 'returned_to_donor');
    expect(back).toMatchObject({ amount: 1_100_000, reason: 'Afschrift 2025-04' });
    expect(back?.by).toBe(NAME);
    expect(over(all).filter((kind) => kind === 'found')).toHaveLength(1);
  });

  it('newest first, and an annulled gift keeps its life', async () => {
    const donorId = await aDonor(site.app, group.tenantId, 'A. Annul');
    const { contributionId } = await desk.gift(donorId, 1_500_000, '2025-04-17');
    await site.setClock('2025-04-18T10:00:00+02:00');
    await desk.run((tx) =>
      site.app.get(AnnulContribution).run(tx, contributionId, 'De bank boekte terug'),
    );
    const all = await events(contributionId);
    const moments = all.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted().toReversed());
    expect(await kinds(contributionId)).toEqual(
      expect.arrayContaining(['annulled', 'notice_lapsed', 'notice_due', 'booked']),
    );
    expect(all.find(({ kind }) => kind === 'annulled')?.reason).toBe('De bank boekte terug');
  });

  it('a person of elsewhere has no name here', async () => {
    const donorId = await aDonor(site.app, group.tenantId, 'O. Onbekend');
    const { contributionId } = await desk.gift(donorId, 1_000, '2025-04-17');
    const [booked] = await events(contributionId);
    expect(booked?.by).toBeNull();
    const page = read((await treasurer.agent.get(`/giften/${contributionId}`).expect(200)).text);
    expect(page).toContain('Geboekt Iemand anders van de partij');
  });

  it('another party learns nothing: the same answer as for a gift that is not there', async () => {
    const donorId = await aDonor(site.app, group.tenantId, 'P. Privé');
    const { contributionId } = await desk.gift(donorId, 1_000, '2025-04-17');
    const other = await aParty(site.app);
    const theirs = await site.tokenFor('treasurer', other.tenantId);
    const ask = (id: string) =>
      site.http().get(`/v1/contributions/${id}/events`).set('Authorization', `Bearer ${theirs}`);
    const foreign = await ask(contributionId).expect(404);
    const unknown = await ask('5a1f0c7e-0000-4000-8000-00000000dead').expect(404);
    const bare = ({ body }: { body: object }) => ({ ...body, instance: '' });
    expect(bare(foreign)).toEqual(bare(unknown));
  });
});

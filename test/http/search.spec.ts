import { type Agent } from 'supertest';
import { FileNotice } from '../../src/modules/notices/public';
import { Database } from '../../src/platform/database/database';
import { aDonor, aGift } from '../support/a-gift';
import { ANetwork, publicIdOf } from '../support/a-network';
import { aParty, type AParty, treasurerScope } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';

interface Answer {
  readonly understood: readonly { text: string; kind: string; from: unknown; until: unknown }[];
  readonly groups: readonly {
    readonly group: string;
    readonly more: boolean;
    readonly items: readonly { name: string | null; number: string | null; href: string }[];
  }[];
  readonly _links: { readonly next?: { readonly href: string } };
}

describe('Searching over HTTP', () => {
  let site: TestApp;
  let own: AParty;
  let other: AParty;
  let number: string;
  let bearer: string;
  let staff: string;
  let treasurer: Agent;
  let overseer: Agent;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-10-23T12:00:00+02:00');
    own = await aParty(site.app, 'Eigen Partij');
    other = await aParty(site.app, 'Andere Partij');
    await booked(own, 'W. van der Zandweg', 10_000);
    await booked(own, 'Zoë Zandweg', 1_500);
    const theirs = await booked(other, 'Kanarie Zandweg', 12_000);
    number = await notify(other, theirs);
    const net = new ANetwork(site.test.ownerQuery);
    await net.party('oude-partij', 'Oude Partij');
    for (let n = 1; n <= 12; n += 1) {
      await net.donor({ name: `Gever Zandweg ${String(n)}`, residence: 'Assen' });
      await net.gift({
        donor: `Gever Zandweg ${String(n)}`,
        party: 'oude-partij',
        euros: 100 * n,
        day: '2024-05-06',
      });
    }
    bearer = await site.tokenFor('treasurer', own.tenantId);
    staff = await site.tokenFor('overseer');
    ({ agent: treasurer } = await site.signIn('treasurer', own.tenantId));
    ({ agent: overseer } = await site.signIn('overseer'));
  });
  afterAll(() => site.close());

  async function booked(group: AParty, name: string, euros: number): Promise<string> {
    const donorId = await aDonor(site.app, group.tenantId, name);
    const { tenantId, party: recipientId } = group;
    await aGift(site.app, { tenantId, donorId, recipientId, receivedOn: '2025-10-20', euros });
    return donorId;
  }

  async function notify(group: AParty, donorId: string): Promise<string> {
    const filed = await site.app
      .get(Database)
      .inTransaction(treasurerScope(group.tenantId), (tx) =>
        site.app.get(FileNotice).run(tx, { donorId, recipientId: group.party, year: 2025 }),
      );
    if (!('number' in filed)) throw new Error('the notice was refused');
    return filed.number;
  }

  async function ask(token: string, query: string, more = ''): Promise<Answer> {
    const answer = await site
      .http()
      .get(`/v1/search?query=${encodeURIComponent(query)}${more}`)
      .set('Authorization', `Bearer ${token}`)
      .expect(200);
    return answer.body as Answer;
  }

  const names = (answer: Answer, group: string): readonly (string | null)[] =>
    answer.groups.find((one) => one.group === group)?.items.map(({ name }) => name) ?? [];

  it('a party finds its own donors and gifts, and nothing of another', async () => {
    const answer = await ask(bearer, 'zandweg');
    expect(names(answer, 'donors')).toEqual(['W. van der Zandweg', 'Zoë Zandweg']);
    expect(names(answer, 'gifts')).toHaveLength(2);
    for (const line of ['kanarie', '12.000', number, 'Andere Partij', '>11.000'])
      expect((await ask(bearer, line)).groups).toEqual([]);
  });

  it('what another party has answers byte for byte as what nobody has', async () => {
    const bytes = async (line: string): Promise<string> =>
      (
        await site
          .http()
          .get(`/v1/search?query=${encodeURIComponent(line)}`)
          .set('Authorization', `Bearer ${bearer}`)
      ).text
        .replaceAll(encodeURIComponent(line), '')
        .replaceAll(line, '');
    const nobody = number.replace(/.$/u, (last) => (last === '2' ? '3' : '2'));
    expect(await bytes(number)).toBe(await bytes(nobody));
    expect(await bytes('kanarie')).toBe(await bytes('kwartel'));
  });

  it('a combination, and how it was read', async () => {
    const answer = await ask(bearer, 'zandweg oktober 2025 >5000');
    expect(names(answer, 'gifts')).toEqual(['W. van der Zandweg']);
    expect(answer.understood).toEqual([
      { text: 'zandweg', kind: 'word', from: null, until: null },
      { text: 'oktober 2025', kind: 'days', from: '2025-10-01', until: '2025-10-31' },
      { text: '>5000', kind: 'amount', from: '500001', until: null },
    ]);
  });

  it('the staff finds a notice by its number, however it is typed', async () => {
    for (const line of [number, number.toLowerCase().replaceAll('-', ' ')]) {
      const { groups } = await ask(staff, line);
      expect(groups.map(({ group }) => group)).toEqual(['notices']);
      expect(groups[0]?.items[0]).toMatchObject({ number, name: 'Kanarie Zandweg' });
      await overseer.get(groups[0]?.items[0]?.href ?? '').expect(200);
    }
  });

  it('page after page of one group, each once', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/v1/search?query=zandweg+assen&group=gifts&pageSize=5';
    while (path !== undefined) {
      const page: { body: Answer } = await site
        .http()
        .get(path)
        .set('Authorization', `Bearer ${staff}`)
        .expect(200);
      seen.push(...(page.body.groups[0]?.items ?? []).map(({ href }) => href));
      path = page.body._links.next?.href;
    }
    expect(new Set(seen).size).toBe(12);
    expect(seen).toHaveLength(12);
  });

  it.each([
    ['/v1/search', 'query'],
    ['/v1/search?query=', 'query'],
    ['/v1/search?query=a&group=everything', 'group'],
    ['/v1/search?query=a&cursor=WyJ4Il0', 'group'],
    ['/v1/search?query=a&group=gifts&cursor=WyJ4Il0', 'cursor'],
  ])('%s is refused, naming %s', async (path, location) => {
    const answer = await site.http().get(path).set('Authorization', `Bearer ${staff}`).expect(400);
    expect((answer.body as { errors: { location: string }[] }).errors[0]?.location).toBe(location);
  });

  it('who is not of the staff or a party searches nothing', async () => {
    await site.http().get('/v1/search?query=a').expect(401);
    await treasurer.get('/toezicht/zoeken?q=zandweg').expect(403);
    await overseer.get('/zoeken?q=zandweg').expect(403);
    await site.http().get('/zoeken?q=zandweg').expect(303);
  });

  it('the page says how the words were read, groups what was found and why', async () => {
    const { text } = await treasurer.get('/zoeken?q=zandweg+%3E5000').expect(200);
    expect(text).toContain('€\u00a05.000,01 of meer');
    expect(text).toContain('naam of plaats');
    expect(text).toContain('W. van der Zandweg');
    expect(text).toContain('naam, bedrag');
    expect(text).not.toContain('Kanarie');
  });

  it('the choices beside the box narrow it, and one group goes on', async () => {
    const first = await overseer.get('/toezicht/zoeken?q=zandweg&jaar=2024&vanaf=600').expect(200);
    expect(first.text).toContain('Gever Zandweg 12');
    expect(first.text).not.toMatch(/€\s500,00/u);
    const donor = publicIdOf('Gever Zandweg 3');
    const one = await overseer.get('/toezicht/zoeken?q=zandweg&soort=donors').expect(200);
    expect(one.text).toContain(`/toezicht/netwerk/${donor}`);
    expect(one.text).not.toContain('id="found-gifts"');
  });

  it('without anything found it says what to try; without anything asked it gives examples', async () => {
    const { text } = await treasurer.get('/zoeken?q=kwartelkoning').expect(200);
    expect(text).toContain('Niets gevonden');
    const empty = await treasurer.get('/zoeken').expect(200);
    expect(empty.text).toContain('jansen 2025');
  });
});

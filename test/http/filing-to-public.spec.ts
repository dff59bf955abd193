import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { aDonor, aGift } from '../support/a-gift';
import { aParty, type AParty } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';

/** What a reader waits at most, in seconds. */
const AT_MOST = 60;

interface Release {
  readonly id: string;
  readonly revision: number;
  readonly proposed: { readonly donor: { readonly name: string | null } };
}

/** With the background work of the program itself; only the machine's clock counts. */
describe('From a filing to everybody, once it is released', () => {
  let site: TestApp;
  let group: AParty;

  beforeAll(async () => {
    site = await startTestApp({ worker: true });
    group = await aParty(site.app);
  });
  afterAll(() => site.close());

  async function until<T>(look: () => Promise<T | null | undefined>, what: string): Promise<T> {
    const begun = performance.now();
    for (;;) {
      const found = await look();
      if (found !== null && found !== undefined) return found;
      if (performance.now() - begun > AT_MOST * 1_000) throw new Error(`${what} did not come`);
      await pause(250);
    }
  }

  const text = async (path: string): Promise<string> => {
    const { status, text: body } = await site.http().get(path).buffer(true);
    return status === 200 ? body : '';
  };

  async function fileANotice(name: string): Promise<void> {
    const { today } = await site.test
      .ownerQuery<{ today: string }>('select platform.today()::text as today')
      .then(([row]) => row ?? { today: '' });
    const donorId = await aDonor(site.app, group.tenantId, name);
    const gift = { tenantId: group.tenantId, donorId, recipientId: group.party };
    await aGift(site.app, { ...gift, receivedOn: today, euros: 12_345 });
    const token = await site.tokenFor('treasurer', group.tenantId);
    await site
      .http()
      .post('/v1/notices')
      .set('Authorization', `Bearer ${token}`)
      .set('Idempotency-Key', randomUUID())
      .send({ donorId, recipientId: group.party, year: Number(today.slice(0, 4)) })
      .expect(201);
  }

  async function release(name: string): Promise<void> {
    const token = await site.tokenFor('overseer');
    const waiting = await until(async () => {
      const { body } = await site
        .http()
        .get('/v1/releases')
        .set('Authorization', `Bearer ${token}`)
        .expect(200);
      return (body.items as Release[]).find(({ proposed }) => proposed.donor.name === name);
    }, 'the change that waits for release');
    expect(await text(`/v1/public/gifts?text=${encodeURIComponent(name)}`)).not.toContain(name);
    await site
      .http()
      .post('/v1/release-decisions')
      .set('Authorization', `Bearer ${token}`)
      .set('Idempotency-Key', randomUUID())
      .send({ items: [{ id: waiting.id, revision: waiting.revision }], kind: 'release' })
      .expect(201);
  }

  it(`stands in the API, the feed, the page, the file of the day and the overview within ${String(AT_MOST)} seconds`, async () => {
    await fileANotice('Q. Wachterdam');
    await release('Q. Wachterdam');
    const holds = (path: string) =>
      until(async () => ((await text(path)).includes('Wachterdam') ? path : null), path);
    const [row] = await site.test.ownerQuery<{ day: string; year: string }>(
      `select platform.today()::text as day, extract(year from platform.today())::text as year`,
    );
    const files = ['wijzigingen', 'overzicht'];
    const named = async (part: string, ending: string): Promise<string> =>
      until(async () => {
        const listed = JSON.parse((await text('/v1/public/files')) || '{"items":[]}') as {
          items: { name: string; href?: string }[];
        };
        const found = listed.items.find(
          ({ name }) =>
            name.includes(part) && name.includes(row?.year ?? '') && name.endsWith(ending),
        );
        return found === undefined ? null : `/open-data/bestanden/${found.name}`;
      }, `the file of ${part}`);
    await Promise.all([
      holds('/v1/public/gifts?text=wachterdam'),
      holds('/feeds/giften.atom'),
      holds('/register?zoek=wachterdam'),
      ...files.map(async (part) =>
        holds(await named(part, part === 'wijzigingen' ? '.jsonl' : '.csv')),
      ),
    ]);
  });
});

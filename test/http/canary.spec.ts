import { gunzipSync } from 'node:zlib';
import { type Response } from 'supertest';
import { AUTHORITY } from '../../src/authority';
import { AnnulContribution, CorrectContribution } from '../../src/modules/contributions/public';
import { type RegisterDonorCommand, rememberAccount } from '../../src/modules/donors/public';
import { AskShielding } from '../../src/modules/publication/public';
import { ImportPublishedList } from '../../src/modules/register/public';
import { readZip } from '../../src/platform/spreadsheet/zip';
import { ARegister, PUBLIC_SCOPE } from '../modules/publication/a-register';
import { publishedBytes } from '../modules/register/published-lists';
import { ADesk } from '../support/a-desk';
import { anElection } from '../support/an-election';
import { aParty, OVERSEER_SCOPE } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';

/** What may never be in a public byte, each unmistakable. */
const FORBIDDEN = [
  'Kanariestraat',
  '9999 ZQ',
  '9999ZQ',
  '1911-11-11',
  '11-11-1911',
  '11 november 1911',
  'NL21RABO0765432109',
  'NL21 RABO',
  'kanarie@geheim.example',
  'geheim.example',
  '9090909',
  'kanarietekst',
  'Kanarie-eigenaarsstraat',
  'Kanarieverzwegen',
  'Kanariebedreigd',
  'Kanariedorp-bedreigd',
  'Kanarieoverzicht',
] as const;

/** What must be there, or nothing was looked at. */
const EXPECTED = ['K. Naamgever', 'Kanariedorp', 'Bedrijfslaan 5', 'U. Kanarie-Eigenaar'] as const;

/** Routes behind a secret that only its holder has; what they show is for the holder. */
const FOR_A_HOLDER = /:(?:token|proof|receipt|number|account)\b/;

type Particulars = RegisterDonorCommand['particulars'];

const PERSON: Particulars = {
  name: 'K. Naamgever',
  address: 'Kanariestraat 99, 9999 ZQ',
  residence: 'Kanariedorp',
  country: 'NL',
  tradeRegisterNumber: '90909090',
  inTradeRegister: true,
  ubos: [],
};

const COMPANY: Partial<RegisterDonorCommand> = {
  kind: 'legal_person',
  declaration: null,
  particulars: {
    name: 'Openbaar B.V.',
    address: 'Bedrijfslaan 5',
    residence: 'Tiel',
    country: 'NL',
    tradeRegisterNumber: '87654321',
    inTradeRegister: true,
    ubos: [
      {
        name: 'U. Kanarie-Eigenaar',
        address: 'Kanarie-eigenaarsstraat 1',
        residence: 'Ede',
        country: 'NL',
      },
      { name: 'Kanariebedreigd Owner', address: 'Kade 3', residence: 'Ede', country: 'NL' },
    ],
  },
};

function folded(text: string): string {
  return text.toLowerCase().replaceAll('\u00a0', ' ');
}

async function texts(bytes: Buffer): Promise<readonly string[]> {
  if (bytes.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))) return texts(gunzipSync(bytes));
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return [bytes.toString('utf8')];
  const parts = await readZip(bytes);
  return (await Promise.all([...parts.values()].map(texts))).flat();
}

/** Everything that is in there and may not be. */
function leaksIn(text: string): readonly string[] {
  const found = folded(text);
  return FORBIDDEN.filter((canary) => found.includes(folded(canary)));
}

const ROUTES = Object.entries(AUTHORITY)
  .filter(([route, rule]) => rule.kind === 'public' && route.startsWith('GET '))
  .map(([route]) => route.slice('GET '.length))
  .filter((route) => !FOR_A_HOLDER.test(route));

function patternOf(route: string): RegExp {
  const escaped = route.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/:\w+/g, '[^/?]+')}(?:\\?.*)?$`);
}

/** Routes that answer only when something is asked. */
const ASKED_WITH = ['/v1/terms/substantial-gift?receivedOn=2025-05-28'] as const;

const PATTERNS = ROUTES.map((route) => ({ route, pattern: patternOf(route) }));

/** The most specific route for a path; literal parts count for more than parameters. */
function routeOf(path: string): string | undefined {
  return PATTERNS.filter(({ pattern }) => pattern.test(path))
    .map(({ route }) => route)
    .sort((a, b) => a.split(':').length - b.split(':').length)[0];
}

const MOST_FOR_A_ROUTE = 12;

/** Goes from every public route to every public address it names. */
class Crawl {
  readonly leaks: string[] = [];
  readonly answered = new Set<string>();
  readonly read: string[] = [];
  private readonly seen = new Set<string>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly site: TestApp) {}

  async from(paths: readonly string[]): Promise<void> {
    const queue = [...paths];
    for (let path = queue.shift(); path !== undefined; path = queue.shift())
      if (this.isNew(path)) queue.push(...(await this.visit(path)));
  }

  private isNew(path: string): boolean {
    const route = routeOf(path);
    if (route === undefined || this.seen.has(path)) return false;
    this.seen.add(path);
    const count = (this.counts.get(route) ?? 0) + 1;
    this.counts.set(route, count);
    return count <= MOST_FOR_A_ROUTE;
  }

  private async visit(path: string): Promise<readonly string[]> {
    const response = await this.site
      .http()
      .get(path)
      .buffer(true)
      .parse((answer, done) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => done(null, Buffer.concat(chunks)));
      });
    const all = [await texts(bytesOf(response)), JSON.stringify(response.headers)].flat();
    if (response.status < 400) this.answered.add(routeOf(path) ?? '');
    for (const text of all) this.leaks.push(...leaksIn(text).map((canary) => `${path}: ${canary}`));
    this.read.push(...all);
    return all.flatMap(linksIn);
  }
}

function bytesOf(response: Response): Buffer {
  return Buffer.isBuffer(response.body) ? response.body : Buffer.from(response.text, 'utf8');
}

function linksIn(text: string): readonly string[] {
  const found = text.matchAll(
    /(?:https?:\/\/127\.0\.0\.1(?::\d+)?)?(\/[A-Za-z][\w\-./%?=&;:+,]*)/g,
  );
  return [...found].map(([, path = '']) => path.replaceAll('&amp;', '&').replace(/[.,;]+$/, ''));
}

describe('Nothing of a person but name and place is in any public byte (art. 25 lid 5)', () => {
  let site: TestApp;
  let register: ARegister;
  let desk: ADesk;

  const settled = async (): Promise<void> => {
    await register.settle();
    await register.release(desk.group.tenantId);
  };

  const person = async (changes: Partial<Particulars> = {}): Promise<string> => {
    const donor = await desk.donor({
      particulars: { ...PERSON, ...changes },
      declaration: {
        declaredOn: '2025-01-02' as never,
        dutchNational: true,
        dateOfBirth: '1911-11-11' as never,
        adult: true,
        residence: 'NL',
        caribbeanGround: null,
        disenfranchised: false,
        evidence: 'kanarietekst over het bewijs',
      },
    });
    await desk.run((tx) => rememberAccount(tx, donor, 'NL21RABO0765432109', 'statement'));
    return donor;
  };

  beforeAll(async () => {
    site = await startTestApp();
    register = new ARegister(site);
    await site.setClock('2025-06-02T10:00:00Z');
    desk = new ADesk(site.app, await aParty(site.app, 'Kanariepartij'));
    await register.as(OVERSEER_SCOPE, (tx) =>
      tx.query(`update core.organisation set contact_email = 'kanarie@geheim.example'`),
    );
    await anElection(site.app);
    await site.app.get(ImportPublishedList).run(OVERSEER_SCOPE, {
      ...{ year: 2024, bytes: publishedBytes(2024), seenOn: null, reason: null },
    });
    const text = { description: 'kanarietekst bij de gift', bankReference: 'NL21RABO0765432109' };
    const donor = await person();
    const first = await desk.gift(donor, 1_500_000, '2025-05-27', text);
    const second = await desk.gift(donor, 1_100_000, '2025-05-28', text);
    await desk.gift(donor, 200_000, '2025-05-28', text);
    await desk.notify(donor);
    const company = await desk.donor(COMPANY);
    await desk.gift(company, 2_000_000, '2025-05-28', text);
    await desk.gift(company, 1_200_000, '2025-05-29', {
      ...text,
      ...{ type: 'in_kind', form: 'in_kind', marketValue: 1_200_000 as never, paid: 0 as never },
      valuation: 'kanarietekst bij de waarde',
    });
    await desk.notify(company);
    const estate = await desk.donor({
      kind: 'estate',
      particulars: {
        ...PERSON,
        name: 'Erven K. Naamgever',
        tradeRegisterNumber: null,
        inTradeRegister: null,
      },
      declaration: null,
    });
    await desk.gift(estate, 1_300_000, '2025-05-28', { ...text, type: 'legacy' });
    await desk.notify(estate).catch(() => null);
    const hidden = await person({
      name: 'Kanarieverzwegen Gever',
      residence: 'Kanarieverzwegen',
      tradeRegisterNumber: '90909091',
    });
    await desk.gift(hidden, 1_400_000, '2025-05-28', text);
    const threatened = await person({
      name: 'Kanariebedreigd Gever',
      residence: 'Kanariedorp-bedreigd',
      tradeRegisterNumber: '90909092',
    });
    await desk.gift(threatened, 1_600_000, '2025-05-28', text);
    await desk.notify(threatened);
    await settled();
    const ask = (donorId: string, uboName: string | null) =>
      desk.run((tx) =>
        site.app.get(AskShielding).run(tx, {
          ...{ donorId, uboName, actorName: null, reason: 'kanarietekst: bedreigd' },
        }),
      );
    await ask(threatened, null);
    await ask(company, 'Kanariebedreigd Owner');
    const input = desk.input(donor, 1_450_000, '2025-05-27', text);
    await desk.run((tx) =>
      site.app
        .get(CorrectContribution)
        .run(tx, first.contributionId, input, 'kanarietekst bij de verbetering'),
    );
    await desk.run((tx) =>
      site.app.get(AnnulContribution).run(tx, second.contributionId, 'kanarietekst: dubbel'),
    );
    await desk.notify(donor).catch(() => null);
    await settled();
    await site.setClock('2025-06-20T10:00:00Z');
    await settled();
  });
  afterAll(() => site.close());

  it('in no row that the public role of the database can read', async () => {
    const columns = await site.test.ownerQuery<{ name: string; columns: string }>(
      `select format('%I.%I', table_schema, table_name) as name,
              string_agg(quote_ident(column_name), ', ' order by column_name) as columns
         from information_schema.column_privileges
        where grantee = 'partijgiften_public' and privilege_type = 'SELECT' group by 1 order by 1`,
    );
    expect(columns.map(({ name }) => name)).toContain('register.publication_version');
    const leaks: string[] = [];
    let everything = '';
    for (const { name, columns: readable } of columns) {
      const rows = await register.as(PUBLIC_SCOPE, (tx) =>
        tx.query<{ row: string }>(
          `select to_jsonb(t)::text as row from (select ${readable} from ${name}) t`,
        ),
      );
      const text = rows.map(({ row }) => row).join('\n');
      everything += text;
      leaks.push(...leaksIn(text).map((canary) => `${name}: ${canary}`));
    }
    expect(leaks).toEqual([]);
    expect(EXPECTED.filter((wanted) => !everything.includes(wanted))).toEqual([]);
  });

  it('in no page, answer, feed or download of any public route, and every one was read', async () => {
    const ids = await site.test.ownerQuery<{ gift: string; donor: string | null; slug: string }>(
      `select public_id as gift, donor_public_id as donor, party_slug as slug
         from register.publication where party_name = 'Kanariepartij'`,
    );
    const values: Readonly<Record<string, readonly string[]>> = {
      publicId: ids.flatMap(({ gift, donor }) => (donor === null ? [gift] : [gift, donor])),
      slug: ids.map(({ slug }) => slug),
      year: ['2024', '2025'],
      language: ['nl', 'en'],
    };
    const starts = ROUTES.flatMap((route) => {
      const parameter = /:(\w+)/.exec(route)?.[1];
      if (parameter === undefined) return [route];
      return (values[parameter] ?? []).map((value) => route.replace(`:${parameter}`, value));
    });
    const named = ids.flatMap(({ gift, donor, slug }) => [
      ...[`/id/giften/${gift}`, `/id/partijen/${slug}`],
      ...(donor === null ? [] : [`/id/gevers/${donor}`]),
    ]);
    const crawl = new Crawl(site);
    await crawl.from([...starts, ...named, ...ASKED_WITH]);
    expect(crawl.leaks).toEqual([]);
    expect(ROUTES.filter((route) => !crawl.answered.has(route))).toEqual([]);
    const all = crawl.read.join('\n');
    expect(EXPECTED.filter((wanted) => !all.includes(wanted))).toEqual([]);
  });
});

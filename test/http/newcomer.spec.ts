import { inRegister } from '../support/a-publication';
import { startTestApp, type TestApp } from '../support/app';
import { read } from '../support/read-page';
import { publishedBytes } from '../modules/register/published-lists';

/** Somebody who has never been here: follows links by their words and fills in forms, nothing else. */
class Newcomer {
  path = '/';
  html = '';
  /** The way so far: what was pressed. */
  readonly way: string[] = [];

  constructor(private readonly site: TestApp) {}

  async open(path: string): Promise<this> {
    const answer = await this.site.http().get(path).redirects(3).expect(200);
    this.path = path;
    this.html = answer.text;
    return this;
  }

  /** Presses the first link whose words hold these; its heading narrows where is looked. */
  async press(words: string, under = ''): Promise<this> {
    const part = under === '' ? this.html : this.html.slice(this.html.indexOf(under));
    const link = [...part.matchAll(/<a [^>]*href="([^"]+)"[^>]*>(.*?)<\/a>/gs)].find(([, , text]) =>
      read(text ?? '').includes(words),
    );
    if (link === undefined) throw new Error(`no link "${words}" on ${this.path}`);
    this.way.push(words);
    return this.open((link[1] ?? '').replaceAll('&amp;', '&').replace(/#.*$/, ''));
  }

  /** Fills in the form that goes to this address, with what stands in it already, and sends it. */
  async ask(action: string, fields: Readonly<Record<string, string>>): Promise<this> {
    const start = this.html.indexOf(`action="${action}"`);
    const form = this.html.slice(start, this.html.indexOf('</form>', start));
    const names = [...form.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name ?? '');
    const unknown = Object.keys(fields).filter((name) => !names.includes(name));
    if (start < 0 || unknown.length > 0)
      throw new Error(`no form ${action} with ${unknown.join(', ')} on ${this.path}`);
    this.way.push(Object.values(fields).join(' '));
    return this.open(`${action}?${new URLSearchParams(fields).toString()}`);
  }

  get text(): string {
    return read(this.html);
  }

  /** The text after a heading. */
  after(heading: string): string {
    const at = this.text.indexOf(heading);
    if (at < 0) throw new Error(`"${heading}" does not stand on ${this.path}`);
    return this.text.slice(at + heading.length);
  }
}

const COMPANY = {
  id: 'D-0000000002',
  kind: 'undertaking',
  name: 'Deich GmbH',
  address: 'Ringstraße 5',
  residence: 'Aachen',
  country: 'DE',
};

async function fill({ test }: TestApp): Promise<void> {
  const owner = [{ name: 'K. Deich', residence: 'Aachen' }];
  const person = (id: string, name: string) => ({
    id: `D-000000000${id}`,
    name,
    residence: 'Gouda',
  });
  await inRegister(test, {
    number: 'CCCCCCCCC1',
    party: 'Polderpartij',
    amount: '100000.00',
    donor: person('1', 'G. Rootste'),
  });
  await inRegister(test, {
    number: 'CCCCCCCCC2',
    party: 'Polderpartij',
    amount: '25000.00',
    form: 'in_kind',
    type: 'in_kind',
    donor: COMPANY,
    beneficialOwners: owner,
  });
  await inRegister(test, {
    number: 'CCCCCCCCC3',
    party: 'Polderpartij',
    amount: '2550.00',
    type: 'office_holder_remittance',
    donor: person('3', 'K. Amerlid'),
  });
  await inRegister(test, {
    number: 'CCCCCCCCC4',
    party: 'Duinpartij',
    amount: '15000.00',
    donor: { ...person('4', 'Duinfonds'), kind: 'foundation' },
    beneficialOwners: owner,
  });
  await inRegister(test, {
    number: 'CCCCCCCCC5',
    party: 'Duinpartij',
    amount: '11000.00',
    receivedOn: '2024-02-02' as never,
    donor: person('5', 'V. Roeger'),
  });
  await inRegister(test, {
    number: 'CCCCCCCCC5',
    party: 'Duinpartij',
    amount: '10500.00',
    receivedOn: '2024-02-02' as never,
    donor: person('5', 'V. Roeger'),
    version: 2,
    status: 'corrected',
    change: 'corrected',
    changedAt: '2025-10-22T09:00:00.000000Z',
  });
  await test.ownerQuery(
    `insert into register.filing_status (key, party_slug, party_name, recipient_name, kind, year,
       last_day, status, filed_on) values
       ('annual:2023:1', 'polderpartij', 'Polderpartij', 'Polderpartij', 'annual_report', 2023, '2024-06-30', 'reported', '2024-07-01'),
       ('annual:2024:1', 'polderpartij', 'Polderpartij', 'Polderpartij', 'annual_report', 2024, '2025-06-30', 'nil', '2025-06-01'),
       ('annual:2024:2', 'duinpartij', 'Duinpartij', 'Duinpartij', 'annual_report', 2024, '2025-06-30', 'reported', '2025-07-10'),
       ('aff:2024:3', 'duinpartij', 'Duinpartij', 'Jong Duin', 'affiliate_overview', 2024, '2025-06-30', 'not_received', null)`,
  );
}

describe('ten questions of a newcomer, answered by clicking only', () => {
  let site: TestApp;
  const arrive = () => new Newcomer(site).open('/');

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-10-23T10:00:00Z');
    await fill(site);
    const token = await site.tokenFor('overseer');
    await site
      .http()
      .post('/v1/published-lists?year=2024')
      .set('Authorization', `Bearer ${token}`)
      .set('Content-Type', 'text/csv')
      .send(publishedBytes(2024).toString('utf8'))
      .expect(201);
  });
  afterAll(() => site.close());

  it('who gave most to the Polderpartij in 2025? Alle partijen > Polderpartij', async () => {
    const page = await arrive();
    await page.press('Alle partijen');
    await page.press('Polderpartij', '<table');
    expect(page.after('Wie gaf het meest in 2025?')).toMatch(/Samen G\. Rootste Gouda/);
  });

  it('which party filed late last? Wat ontbreekt', async () => {
    const page = await arrive();
    await page.press('Wat ontbreekt');
    expect(page.after('Te laat ontvangen, de laatste eerst')).toMatch(
      /^ *Te laat.*?Stand Duinpartij.*?10 juli 2025, 10 dagen te laat/,
    );
  });

  it('which gifts come from abroad? Nieuwste giften > Giften uit het buitenland', async () => {
    const page = await arrive();
    await page.press('Nieuwste giften');
    await page.press('Giften uit het buitenland');
    expect(page.text).toContain('1 gift van € 25.000,00');
    expect(page.text).toContain('Deich GmbH Ringstraße 5, Aachen, Duitsland');
  });

  it('what changed yesterday? Wat gisteren veranderde > the gift', async () => {
    const page = await arrive();
    await page.press('Wat gisteren veranderde');
    expect(page.text).toContain('Gisteren, woensdag 22 oktober 2025');
    await page.press('V. Roeger');
    expect(page.after('Wat er met deze gift gebeurde')).toContain(
      'Bedrag Eerst € 11.000,00 Nu € 10.500,00',
    );
  });

  it('is the donor of the Polderpartij also behind the Duinpartij? the donor > its owner', async () => {
    const page = await arrive();
    await page.ask('/register', { zoek: 'Deich GmbH' });
    await page.press('Deich GmbH', '<table');
    await page.press('K. Deich', 'Wie zit erachter?');
    expect(page.text).toContain('2 giften, samen € 40.000,00');
    expect(page.text).toMatch(/Duinfonds.*Duinpartij/);
  });

  it('which gifts were in kind? Nieuwste giften > Giften in natura', async () => {
    const page = await arrive();
    await page.press('Nieuwste giften');
    await page.press('Giften in natura');
    expect(page.text).toContain('1 gift van € 25.000,00');
  });

  it('who gave exactly EUR 100,000? Nieuwste giften > Precies € 100.000', async () => {
    const page = await arrive();
    await page.press('Nieuwste giften');
    await page.press('Precies € 100.000');
    expect(page.text).toContain('1 gift van € 100.000,00');
    expect(page.text).toContain('G. Rootste');
  });

  it('what did the Polderpartij get from its office holders? the party > that figure', async () => {
    const page = await arrive();
    await page.press('Alle partijen');
    await page.press('Polderpartij', '<table');
    await page.press('€ 2.550,00');
    expect(page.text).toContain('1 gift van € 2.550,00');
    expect(page.text).toContain('K. Amerlid');
  });

  it('which filings are missing? Wat ontbreekt', async () => {
    const page = await arrive();
    await page.press('Wat ontbreekt');
    expect(page.text).toMatch(/Niet ontvangen .*Duinpartij Jong Duin .*Niet ontvangen/);
    expect(page.after('Gemeld: geen giften')).toContain('Polderpartij');
  });

  it('how large is the total of 2024, and does it add up? Cijfers per jaar > 2024 > narekening', async () => {
    const page = await arrive();
    await page.press('Cijfers per jaar');
    await page.press('2024', '<table');
    expect(page.text).toContain('Samen € 10.500,00');
    expect(page.text).toContain('De lijst van de minister over 2024 telt precies op.');
    await page.press('Bekijk de narekening van 2024');
    expect(page.text).toContain('De totalen kloppen tot op de cent');
    expect(page.text).toContain('€ 3.416.097,57');
  });
});

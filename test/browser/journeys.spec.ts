import { demoStatement } from '../../src/demo/demo-statement';
import { loadDemo } from '../../src/demo/load-demo';
import { Worker } from '../../src/platform/worker/public';
import { aPdf } from '../support/a-filing';
import { startTestApp, type TestApp } from '../support/app';
import { openBrowser, type TestBrowser } from '../support/browser';
import { Traveller, type Way, WAYS } from '../support/traveller';

/**
 * What people come for, from the first page to the last, in the demonstration on Thursday 23
 * October 2025. Each journey is made by keyboard alone, at 320 pixels and without JavaScript.
 */
describe.each(WAYS)('A journey %s', (way: Way) => {
  let site: TestApp;
  let browser: TestBrowser;

  beforeAll(async () => {
    site = await startTestApp();
    await loadDemo(site.app);
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Signs in on the pages, once for each person: a code counts once. */
  const cookies = new Map<string, Awaited<ReturnType<Traveller['cookies']>>>();
  async function signedIn(journey: string, email: string): Promise<Traveller> {
    const person = await Traveller.start(browser, site.url, way, journey);
    const held = cookies.get(email);
    if (held !== undefined) {
      await person.comesBack(held);
      await person.open('/start');
      return person;
    }
    await person.open('/aanmelden');
    await person.fill('E-mailadres', email);
    await person.fill('Wachtwoord', 'Dijk en duin 2025');
    await person.press('Verder met de code');
    const code = /\b\d{3} ?\d{3}\b/.exec(await person.main())?.[0] ?? '';
    await person.fill('Code', code.replace(' ', ''));
    await person.press('Aanmelden');
    cookies.set(email, await person.cookies());
    return person;
  }

  async function addDonor(person: Traveller, name: string): Promise<void> {
    await person.follow('Gevers');
    await person.follow(/Gever toevoegen/);
    await person.tick('Persoon', 'Wie geeft?');
    await person.fill(/^Naam/, name);
    await person.fill(/^Adres/, 'Dijkweg 1');
    await person.fill(/^Woonplaats/, 'Zierikzee');
    await person.unfold('Verklaring van een persoon');
    await person.tick('Ja', 'Is de gever Nederlander?');
    await person.tick('Ja', 'Is de gever 18 jaar of ouder?');
    await person.choose(/^In welk land woont de gever/, 'Nederland');
    await person.tick('Nee', /kiesrecht/);
    await person.fill(/^Dag van de verklaring/, '23-10-2025');
    await person.fill(/^Waar ligt de verklaring/, 'map G-2025-014');
    await person.press('Gever opslaan');
    await person.see(name);
  }

  async function bookGift(person: Traveller, donor: string, amount: string): Promise<void> {
    await addDonor(person, donor);
    await person.follow('Giften');
    await person.follow(/Gift boeken|Nieuwe gift/);
    await person.choose(/^Gever/, donor);
    await person.fill(/^Bedrag/, amount);
    await person.fill(/^Op welke dag/, '23-10-2025');
    await person.press('Gift boeken');
    await person.see('De gift is geboekt');
  }

  it('the first sign-in: password, code, and the page that says what is due', async () => {
    const person = await signedIn('sign-in', 'treasurer@demo.example');
    await person.see('Afmelden');
    expect(new URL(person.page.url()).pathname).toBe('/start');
    await person.close();
  });

  it('the first gift: the donor, the gift, and at once what it means', async () => {
    const person = await signedIn('first-gift', 'treasurer@demo.example');
    await bookGift(person, 'F. Eerste', '10.000,00');
    const text = await person.main();
    expect(text).toContain('dinsdag 28 oktober 2025');
    expect(text).toContain('maandag 27 oktober 2025');
    await person.close();
  });

  it('a correction: the amount was wrong, the reason is asked, and both versions stay', async () => {
    const person = await signedIn('correction', 'treasurer@demo.example');
    await bookGift(person, 'C. Rectie', '900,00');
    await person.follow('Gift verbeteren');
    await person.fill(/^Bedrag/, '950,00');
    await person.press('Verbetering opslaan');
    await person.see('Herstel de fouten om door te gaan');
    await person.fill(/^Waarom verbetert u/, 'Het afschrift zegt 950');
    await person.press('Verbetering opslaan');
    await person.see('Het afschrift zegt 950');
    const text = await person.main();
    expect(text).toContain('900,00');
    expect(text).toContain('950,00');
    await person.close();
  });

  it('a notice: what is reported, both declarations, and the receipt', async () => {
    const person = await signedIn('notice', 'treasurer@demo.example');
    await bookGift(person, 'M. Melding', '12.345,67');
    await person.follow('Melding voorbereiden');
    await person.press('Melding versturen');
    await person.see('Herstel de fouten om door te gaan');
    await person.tick(/^Ik verklaar dat deze gegevens kloppen/);
    await person.tick(/^Ik mag deze melding doen/);
    await person.press('Melding versturen');
    await person.see(/[Oo]ntvangstbewijs/);
    expect(await person.main()).toContain('12.345,67');
    await person.close();
  });

  it('a statement: the file of the bank, whose account it is, what a line is, and the gift', async () => {
    const person = await signedIn('statement', 'treasurer@demo.example');
    const entries = [
      {
        day: '2025-10-22',
        cents: 1_150_000,
        who: ['J. van der Dijk', 'NL11DEMO0123456713'] as const,
        text: 'Gift voor de campagne',
      },
    ];
    const period = { from: '2025-10-22', until: '2025-10-22', openingCents: 100 };
    const statement = demoStatement('NL97DEMO0123456717', period, entries);
    await person.follow('Bank');
    await person.press('Afschriften inlezen');
    await person.see('Herstel de fouten om door te gaan');
    await person.attach('Bestanden van uw bank', {
      name: 'afschrift-22-oktober.xml',
      mimeType: 'application/xml',
      buffer: Buffer.from(statement),
    });
    await person.press('Afschriften inlezen');
    await site.app.get(Worker).drainOnce();
    await person.follow('Bank');
    await person.follow(/^22 oktober 2025/);
    await person.follow('Zeg van wie deze rekening is');
    await person.tick('Polderpartij', /^Deze rekening is van/);
    await person.press('Opslaan');
    await person.follow('Terug naar de bank');
    await person.follow(/^22 oktober 2025/);
    await person.follow('Verwerk 1 open regel');
    await person.follow(/Bekijk en beslis/);
    await person.choose(/^Gever/, 'J. van der Dijk');
    await person.press('Boek deze gift');
    await person.see(/geboekt/);
    await person.follow('Giften');
    const text = await person.main();
    expect(text).toContain('11.500,00');
    await person.close();
  });

  const ANNUAL = /Financieel verslag over 2024|Jaarverslag 2024|verslag.*2024/i;

  it('an annual overview is corrected: drawn up again, a paper added, what is missing named', async () => {
    const person = await signedIn('overview', 'treasurer@demo.example');
    await person.follow('Overzichten');
    await person.follow(ANNUAL);
    await person.press('Verbetering beginnen');
    await person.see('Herstel de fouten om door te gaan');
    await person.fill(/^Waarom|^Reden/, 'Een nieuw verslag van de accountant');
    await person.press('Verbetering beginnen');
    await person.see(/[Oo]pzet/);
    await person.choose(/^Soort/, 'Financieel verslag');
    await person.attach(/^Bestand/, {
      name: 'activiteitenverslag-2024.pdf',
      mimeType: 'application/pdf',
      buffer: aPdf(`verslag ${way}`),
    });
    await person.press('Stuk toevoegen');
    await person.see('activiteitenverslag-2024.pdf');
    await person.see(/Handtekeningen/);
    await person.close();
  });

  it('the accountant signs exactly the bytes that stand there', async () => {
    const person = await signedIn('signature', 'accountant@demo.example');
    await person.follow('Overzichten');
    await person.follow(ANNUAL);
    await person.press('Ondertekenen');
    await person.see('Ondertekend.');
    const text = await person.main();
    expect(text).toContain('Rekha Cijfer');
    expect(text).toContain('Geldig');
    await person.close();
  });
});

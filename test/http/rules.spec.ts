import { AUTHORITY } from '../../src/authority';
import { EXAMPLES } from '../../src/legal/duties/examples';
import { OBLIGATIONS } from '../../src/legal/duties/obligations';
import { startTestApp, type TestApp } from '../support/app';
import { read } from '../support/read-page';

interface RuleInApi {
  readonly row: number;
  readonly code: string;
  readonly rules: readonly string[];
  readonly parameters?: readonly { key: string; value: unknown; from: string; source: string }[];
  readonly examples?: readonly { id: string }[];
}

describe('The rules as people read them', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-04-17T12:00:00+02:00');
  });
  afterAll(() => site.close());

  const page = async (path: string): Promise<string> =>
    (await site.http().get(path).expect(200)).text;

  it('every row 1 to 23 of the table of duties is in the API and has a page, for anyone', async () => {
    const { body } = await site.http().get('/v1/rules').expect(200);
    const { items } = body as { items: readonly RuleInApi[] };
    expect(items.map(({ row }) => row)).toEqual(
      Array.from({ length: 23 }, (_, index) => index + 1),
    );
    const index = await page('/regels');
    for (const { code } of items) {
      expect(index).toContain(`href="/regels/${code}"`);
      const one = await site.http().get(`/v1/rules/${code}`).expect(200);
      expect((one.body as RuleInApi).code).toBe(code);
      await page(`/regels/${code}`);
    }
  });

  it('the same pages in English', async () => {
    const reader = site.http();
    await reader.get('/taal/en?terug=%2Fregels').expect(303);
    for (const { code } of OBLIGATIONS) {
      const { text } = await reader.get(`/regels/${code}`).expect(200);
      expect(read(text)).toContain('When it is not done');
    }
  });

  it('art. 25a: the duty, its article, the threshold since 2023 with its source, and by which part it is fined', async () => {
    const seen = read(await page('/regels/substantial-gift-notice'));
    for (const told of [
      'Wfpp art. 25a lid 1',
      'Boete mogelijk',
      'Genoemd in art. 37 lid 1: Wfpp art. 25a lid 1, Wfpp art. 25a lid 2.',
      '€ 10.000,00 of meer',
      '1 januari 2023',
      'Algemene termijnenwet',
      'In de lopende lijst van substantiële giften',
    ])
      expect(seen).toContain(told);
  });

  it('parameters stand with every value through time: the cap did not exist before 2023', async () => {
    const { body } = await site.http().get('/v1/rules/cap').expect(200);
    const { parameters = [] } = body as RuleInApi;
    const cap = parameters.filter(({ key }) => key === 'cap.money');
    expect(cap.map(({ from, value }) => [from, value])).toEqual([
      ['2013-05-01', null],
      ['2023-01-01', 10_000_000],
    ]);
    expect(cap.every(({ source }) => source !== '')).toBe(true);
  });

  it('the worked examples are those that the specs run, each on the page of its duty', async () => {
    const shown: string[] = [];
    for (const { code, row } of OBLIGATIONS) {
      const { body } = await site.http().get(`/v1/rules/${code}`).expect(200);
      const ids = ((body as RuleInApi).examples ?? []).map(({ id }) => id);
      expect(ids).toEqual(EXAMPLES.filter((one) => one.row === row).map(({ id }) => id));
      shown.push(...ids);
      const text = await page(`/regels/${code}`);
      expect(text.split('pg-reason"').length - 1).toBe(ids.length);
    }
    expect(shown.toSorted()).toEqual(EXAMPLES.map(({ id }) => id).toSorted());
  });

  it('the code of a finding leads to its duty; a code that is not there answers 404', async () => {
    const answer = await site.http().get('/regels/WFPP-25a-2').expect(303);
    expect(answer.headers['location']).toBe('/regels/substantial-gift-notice');
    for (const { rules, code } of OBLIGATIONS)
      for (const rule of rules) {
        const { headers } = await site.http().get(`/regels/${rule}`).expect(303);
        const owner = OBLIGATIONS.find((one) => one.rules.includes(rule))?.code ?? code;
        expect(headers['location']).toBe(`/regels/${owner}`);
      }
    await site.http().get('/regels/WFPP-99').expect(404);
    await site.http().get('/v1/rules/WFPP-99').expect(404);
  });

  it('a duty that can never be fined says so, with the places that art. 37 leaves out', async () => {
    const seen = read(await page('/regels/keep-records'));
    expect(seen).toContain('Geen boete mogelijk');
    expect(seen).toContain('Niet genoemd: Wfpp art. 20 lid 2.');
    expect(seen).not.toContain('Genoemd in art. 37');
  });

  it('every link of a rule page leads to a page of this system', () => {
    const paths = new Set(OBLIGATIONS.flatMap(({ pages }) => pages));
    for (const path of paths) expect(Object.keys(AUTHORITY)).toContain(`GET ${path}`);
  });
});

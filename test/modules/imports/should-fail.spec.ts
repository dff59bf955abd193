import { checked, day, GOOD, HEADINGS, number, said, withCell } from './a-table';
import { EXPECTED } from './should-fail.expected';
import { SHOULD_FAIL } from './should-fail';

describe('Tables that must not be booked as they are', () => {
  it('are at least seventy, each with its expected words', () => {
    expect(Object.keys(SHOULD_FAIL).length).toBeGreaterThanOrEqual(70);
    expect(Object.keys(EXPECTED)).toEqual(Object.keys(SHOULD_FAIL));
  });

  it.each(Object.keys(SHOULD_FAIL))('%s', (name) => {
    const table = SHOULD_FAIL[name];
    if (table === undefined) throw new Error(`no table ${name}`);
    expect(said(table)).toEqual(EXPECTED[name]);
  });
});

describe('What can be read with certainty is read', () => {
  it.each([
    ['€ 1.000,50', 100_050],
    ['1.000,50', 100_050],
    ['1000,50', 100_050],
    ['1000.50', 100_050],
    ['1,000.50', 100_050],
    ['1.000.000', 100_000_000],
    ['1000', 100_000],
    ['10,5', 1_050],
    ['EUR 25', 2_500],
    ['1.250,-', 125_000],
    [' 100 ', 10_000],
  ])('the amount "%s"', (text, cents) => {
    const { rows } = checked(withCell('Bedrag', text));
    expect(rows[0]?.faults).toEqual([]);
    expect(rows[0]?.values['amount']).toBe(cents);
  });

  it.each([
    ['1234.5599999999999', 123_456],
    ['0.30000000000000004', 30],
    ['10000', 1_000_000],
  ])('the number %s, without the noise of the spreadsheet', (text, cents) => {
    expect(checked(withCell('Bedrag', number(text))).rows[0]?.values['amount']).toBe(cents);
  });

  it.each([
    ['17-04-2025', '2025-04-17'],
    ['7-4-2025', '2025-04-07'],
    ['17/04/2025', '2025-04-17'],
    ['04/04/2025', '2025-04-04'],
    ['17.04.2025', '2025-04-17'],
    ['2025-04-17', '2025-04-17'],
    ['20250417', '2025-04-17'],
    ['17 april 2025', '2025-04-17'],
    ['3 mrt 2025', '2025-03-03'],
  ])('the day "%s"', (text, expected) => {
    expect(checked(withCell('Datum ontvangst', text)).rows[0]?.values['receivedOn']).toBe(expected);
  });

  it.each([
    ['Land', 'Nederland', 'country', 'NL'],
    ['Land', 'belgië', 'country', 'BE'],
    ['Land', 'DE', 'country', 'DE'],
    ['KvK', '12 34 56 78', 'tradeRegisterNumber', '12345678'],
    ['IBAN', 'nl91 abna 0417 1643 00', 'iban', 'NL91ABNA0417164300'],
    ['Ontvanger', 'instituut dijk en duin', 'recipient', '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11'],
    ['Soort bijdrage', 'donatie', 'type', 'gift'],
    ['Soort gever', 'BV', 'donorKind', 'legal_person'],
  ])('%s "%s"', (heading, text, key, value) => {
    const { rows } = checked(withCell(heading, text));
    expect([rows[0]?.faults, rows[0]?.values[key]]).toEqual([[], value]);
  });

  it('columns in any order, under headings of the old template or in English, below a title', () => {
    const table = {
      rows: [
        ['Giften van de Polderpartij'],
        [],
        ['Amount', 'Ontvangen op', 'Woonplaats', 'Name of donor', 'Kind of donor', 'Type'],
        [number('12.5'), day('2025-04-17'), 'Utrecht', 'A. Gever', 'Person', 'Gift'],
      ],
      summary: { properties: { 'partijgiften-template': 'contributions/1' } },
    };
    const { rows, outcome } = checked(table);
    expect([said(table), outcome.version]).toEqual([[], 1]);
    expect(rows[0]?.values).toMatchObject({
      amount: 1250,
      receivedOn: '2025-04-17',
      name: 'A. Gever',
    });
  });
});

describe('What a person should look at is said, and nothing is changed', () => {
  it.each([
    [
      'blanks around a name',
      withCell('Naam gever', ' A. Gever '),
      'Blad Giften, rij 2, kolom B (Naam gever) " A. Gever ": Spaties aan het begin of eind zijn weggelaten.',
    ],
    [
      'an amount that is text',
      withCell('Bedrag', '€ 95.000,00'),
      'Blad Giften, rij 2, kolom F (Bedrag) "€ 95.000,00": Dit bedrag staat als tekst. Wij lezen € 95.000,00. Een rekenblad telt tekst niet mee in een totaal.',
    ],
    [
      'a day with a time',
      withCell('Datum ontvangst', day('2025-04-17T22:30')),
      'Blad Giften, rij 2, kolom E (Datum ontvangst) "2025-04-17T22:30": Bij deze datum staat een tijd. Wij lezen alleen de dag: 17 april 2025.',
    ],
    [
      'a text that looks like a formula',
      withCell('Omschrijving', '=cmd|calc'),
      'Blad Giften, rij 2, kolom G (Omschrijving) "=cmd|calc": Deze tekst lijkt op een formule. Wij bewaren hem als gewone tekst.',
    ],
    [
      'two rows that are the same',
      { rows: [HEADINGS, GOOD, GOOD] },
      'Blad Giften, rij 3: Deze rij is gelijk aan rij 2. Wij boeken beide. Is het een dubbele? Haal er dan een weg.',
    ],
    [
      'a column of one’s own',
      withCell('Lidnummer', '77'),
      'Blad Giften, rij 1, kolom G "Lidnummer": Deze kolom lezen wij niet.',
    ],
    [
      'no type',
      withCell('Soort bijdrage', ''),
      'Blad Giften, rij 2, kolom D (Soort bijdrage): Er staat niet wat voor bijdrage dit is. Wij boeken een gift.',
    ],
  ])('%s', (_name, table, sentence) => {
    expect([said(table), said(table, 'warnings')]).toEqual([[], [sentence]]);
  });

  it('text that looks like a formula keeps every character', () => {
    expect(checked(withCell('Omschrijving', '=cmd|calc')).rows[0]?.values['description']).toBe(
      '=cmd|calc',
    );
  });
});

it('one fault in 100,000 rows is found, and only that one', () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => [
    ...GOOD.slice(0, 5),
    number(String(at + 1)),
  ]);
  rows[77_776] = [...GOOD.slice(0, 5), number('-5')];
  expect(said({ rows: [HEADINGS, ...rows] })).toEqual([
    'Blad Giften, rij 77778, kolom F (Bedrag) "-5": Een gift is nooit minder dan nul. Haal het minteken weg. Is er geld teruggegeven? Boek dat dan bij de gift zelf, als teruggave.',
  ]);
});

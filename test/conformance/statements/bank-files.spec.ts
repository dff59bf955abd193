import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBankFile } from '../../../src/modules/statements/formats/read-bank-file';
import {
  type ReadBankStatement,
  type ReadEntry,
} from '../../../src/modules/statements/formats/read-statement';

function bytesOf(name: string): Buffer {
  return readFileSync(join(__dirname, 'bank-files', name));
}

function statementsIn(bytes: Uint8Array): readonly ReadBankStatement[] {
  const { statements, faults } = readBankFile(bytes);
  expect(faults).toEqual([]);
  return statements;
}

/** Without the entries, for one look at the head of a statement. */
function head({ entries, ...rest }: ReadBankStatement): object {
  return { ...rest, entries: entries.length };
}

/** What stands in the seven entries of our own pair, in every format. */
function facts(entry: ReadEntry): readonly unknown[] {
  const { bookedOn, direction, amount, means, counterparty, description } = entry;
  return [bookedOn, direction, amount, means, counterparty.name, counterparty.iban, description];
}

const SEVEN = [
  ['2026-03-02', 'credit', 100_000, 'transfer', 'J. Voorbeeld', 'NL43RABO0009999011', 'Gift maart'],
  [
    '2026-03-02',
    'credit',
    1_000_000,
    'transfer',
    'Voorbeeld Beheer B.V.',
    'NL71ABNA0009999012',
    'Donatie verkiezingscampagne',
  ],
  ['2026-03-03', 'credit', 25_000, 'cash', null, null, 'Storting contant filiaal 0000'],
  [
    '2026-03-03',
    'credit',
    150_000,
    'transfer',
    'Muster Verein e.V.',
    'DE89370400440532013000',
    'Spende / donation',
  ],
  [
    '2026-03-05',
    'debit',
    150_000,
    'transfer',
    'Muster Verein e.V.',
    'DE89370400440532013000',
    'Terugstorting gift 3 maart',
  ],
  [
    '2026-03-05',
    'credit',
    8_745,
    'transfer',
    'Stichting Betaaldienst Voorbeeld',
    'NL81INGB0999999013',
    'Verzamelbetaling 12 iDEAL-donaties',
  ],
  ['2026-03-05', 'debit', 1_210, 'costs', null, null, 'Kosten betalingsverkeer maart'],
];

describe('Our own seven entries', () => {
  it.each([
    ['camt053-v2-synthetic-wfpp.xml', 'camt.053.001.02', 'NL87INGB0999999002', 'WFPP-STMT-02-1'],
    ['camt053-v8-synthetic-wfpp.xml', 'camt.053.001.08', 'NL87INGB0999999002', 'WFPP-STMT-08-1'],
    ['csv-ing-synthetic.csv', 'csv-ing', 'NL87INGB0999999002', null],
    ['csv-rabobank-synthetic.csv', 'csv-rabobank', 'NL92RABO0009999002', null],
    ['csv-abnamro-synthetic.tab', 'csv-abnamro', 'NL23ABNA0009999003', null],
  ])('are the same in %s', (name, format, account, statementId) => {
    const [statement, ...others] = statementsIn(bytesOf(name));
    expect(others).toEqual([]);
    expect(statement).toMatchObject({
      format,
      account,
      statementId,
      currency: 'EUR',
      until: '2026-03-05',
      opening: 50_000,
      closing: 1_182_535,
    });
    expect(statement?.entries.map(facts)).toEqual(SEVEN);
    expect(statement?.entries.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(new Set(statement?.entries.map(({ reference }) => reference)).size).toBe(7);
  });

  it('have the same references in both versions of CAMT', () => {
    const references = (name: string): readonly string[] =>
      statementsIn(bytesOf(name)).flatMap(({ entries }) => entries.map((one) => one.reference));
    expect(references('camt053-v2-synthetic-wfpp.xml')).toEqual(
      references('camt053-v8-synthetic-wfpp.xml'),
    );
    expect(references('camt053-v2-synthetic-wfpp.xml')[0]).toBe('REF000001');
  });
});

const NOTHING = { name: null, iban: null, bic: null, address: null };
const PLAIN = { reversal: false, batchOf: null, returnReason: null, position: 0 };

describe('CAMT.053 of others', () => {
  const entry = {
    ...PLAIN,
    bookedOn: '2014-12-31',
    valueOn: '2015-01-02',
    direction: 'credit',
    amount: 885,
    means: 'transfer',
    counterparty: {
      ...NOTHING,
      name: 'NAME NAME',
      iban: 'NL56AGDH9619008421',
      address: 'ADDR ADDR 10, 2000 ANTWERPEN, NL',
    },
    description: '',
    paymentReference: '4654654654654654',
  };
  const single = {
    account: 'NL26VAYB8060476890',
    statementId: '253EURNL26VAYB8060476890',
    currency: 'EUR',
    from: '2014-12-30',
    until: '2014-12-31',
    opening: 1_815,
    closing: null,
    entries: 1,
  };

  it('version 02: one entry', () => {
    const [statement] = statementsIn(bytesOf('camt053-v2-single-genkgo.xml'));
    expect(statement && head(statement)).toEqual({ ...single, format: 'camt.053.001.02' });
    expect(statement?.entries).toEqual([{ ...entry, reference: expect.stringMatching(/^hash:/) }]);
  });

  it('version 08: an account without IBAN element, a moment as booking day, the bank reference', () => {
    const [statement] = statementsIn(bytesOf('camt053-v8-genkgo.xml'));
    expect(statement && head(statement)).toEqual({ ...single, format: 'camt.053.001.08' });
    expect(statement?.entries).toEqual([{ ...entry, reference: 'AAAASESS-FP-CN_98765/01' }]);
  });

  it('two statements in one file, whose balances go on from one to the other', () => {
    const statements = statementsIn(bytesOf('camt053-v2-multi-statement-genkgo.xml'));
    expect(statements.map(head)).toMatchObject([
      { statementId: '253EURNL26VAYB8060476890', opening: 1_815, closing: 2_700, entries: 1 },
      { statementId: '254EURNL26VAYB8060476890', opening: 2_700, closing: 2_000, entries: 1 },
    ]);
    expect(statements.flatMap(({ entries }) => entries.map(facts))).toEqual([
      [
        '2014-12-31',
        'credit',
        885,
        'transfer',
        'Company Name 1',
        'NL56AGDH9619008421',
        'Transaction Description 1',
      ],
      [
        '2014-12-31',
        'debit',
        700,
        'transfer',
        'Company Name 2',
        'NL56AGDH9619008421',
        'Transaction Description 2',
      ],
    ]);
  });

  it('a file without a statement is refused', () => {
    expect(readBankFile(bytesOf('camt053-v2-invalid-genkgo.xml'))).toEqual({
      statements: [],
      faults: [
        { code: 'no_statement', place: { statement: null, entry: null, line: null }, details: {} },
      ],
    });
  });
});

describe('MT940 of others', () => {
  it('Rabobank: two statements with one number, keys broken over lines, CRLF', () => {
    const statements = statementsIn(bytesOf('mt940-rabobank-iban-jejik.sta'));
    expect(statements.map(head)).toMatchObject([
      { from: '2013-01-01', until: '2013-01-08', opening: 100_000, closing: 96_500, entries: 2 },
      { from: '2013-01-08', until: '2013-01-15', opening: 96_500, closing: 93_000, entries: 2 },
    ]);
    expect(statements.map(({ account }) => account)).toEqual(Array(2).fill('NL71RABO0123456789'));
    const [first] = statements;
    expect(first?.entries.map(facts)).toEqual([
      ['2013-01-01', 'debit', 2_500, 'transfer', 'CONTRA ACCOUNT HOLDER', 'NL70ABNA0987654321', ''],
      ['2013-01-02', 'debit', 1_000, 'transfer', 'JOHN DOE', null, 'Reference 201301234'],
    ]);
    expect(first?.entries[0]?.paymentReference).toBe('01-01-2013 12:00 0030000987654321');
  });

  it('Rabobank: EUR behind the account, /REMI/ broken between two lines, slashes in a reference', () => {
    const [statement] = statementsIn(bytesOf('mt940-rabobank-linebreak-zilverline.sta'));
    expect(statement && head(statement)).toMatchObject({
      account: 'NL84RABO01212121212',
      opening: 1_000_050,
      closing: 1_100_050,
    });
    expect(statement?.entries).toMatchObject([
      {
        direction: 'credit',
        amount: 100_000,
        counterparty: {
          name: 'AAAAAA RRRRRRRRRRRBBBBB DFDFDFDFDFDFDF CCC',
          iban: 'NL55RABO044444444',
          address: 'Postbus 1111 2222 BB STADJES NL',
        },
        description: 'BETALINGSKENM.: 342157/DEC- 16, ONZE REF.: 12345678, TOELICHTINB: Gruitjes',
        paymentReference: 'REF17/22/4444 555555/DEC- 16',
      },
    ]);
  });

  it('ING: SWIFT blocks, EUR behind the account, and a last field 86 that is no entry', () => {
    const [statement] = statementsIn(bytesOf('mt940-ing-zilverline.sta'));
    expect(statement && head(statement)).toMatchObject({
      account: 'NL62INGB0001212121',
      statementId: 'P151001000000001/00000',
      opening: 1_000_000,
      closing: 990_000,
      entries: 1,
    });
    expect(statement?.entries[0]).toMatchObject({
      bookedOn: '2015-01-28',
      direction: 'debit',
      amount: 10_000,
      counterparty: {
        ...NOTHING,
        name: 'BELASTINGDIENST',
        iban: 'NL86INGB0002445588',
        bic: 'INGBNL2A',
      },
      description: '',
      paymentReference: '1234123412341234',
    });
  });

  it('Knab: a zero before the balance, wrapped lines', () => {
    const [statement] = statementsIn(bytesOf('mt940-knab-zilverline.sta'));
    expect(statement && head(statement)).toMatchObject({
      account: 'NL92KNAB0123123123',
      opening: 100_000,
      closing: 101_000,
    });
    expect(statement?.entries.map(facts)).toEqual([
      [
        '2016-04-22',
        'credit',
        1_000,
        'transfer',
        'ABABABABA AAAA SSSSSS',
        'NL61RABO0242424242',
        '201604-005',
      ],
    ]);
  });

  it('Triodos: two accounts by number, parts from >20 to >31', () => {
    const statements = statementsIn(bytesOf('mt940-triodos-php-mt940.sta'));
    expect(statements.map(head)).toMatchObject([
      { account: 'NL44TRIO0666666666', opening: 100_000, closing: 85_000, entries: 4 },
      { account: 'NL38TRIO0999999999', opening: 95_012, closing: 100_914, entries: 4 },
    ]);
    expect(statements[0]?.entries[2]).toMatchObject({
      direction: 'credit',
      amount: 15_000,
      counterparty: { name: null, iban: 'AA99BBBB0555555555', bic: 'BBBBAA2U' },
      description:
        'TENAAMSTELLING TEGENREKENING EN ADRES TEGENREKENING EN PLAATS TEGENREKENING EN EEN LANGE OMSCHRIJVING VAN DE TRANSACTIE',
    });
    expect(statements[0]?.entries[1]).toMatchObject({
      direction: 'debit',
      amount: 25_000,
      counterparty: NOTHING,
      description: 'TENAAMSTELLING TEGENREKENING 1111222233334444',
    });
  });

  it.each([
    [
      'mt940-abnamro-structured-zilverline.sta',
      'transfer',
      'CAFE MON AMI',
      'NL57INGB0001212121',
      '897789005',
      // NOTPROVIDED says that there is no reference.
      null,
    ],
    [
      'mt940-abnamro-ideal-zilverline.sta',
      'ideal',
      'ABC POPPIEKLAMNAET',
      'NL30ABNA0122365478',
      'K00023345Mq235234 0045623157461347 FACTUUR 10530 000848KLAOCFTUIOMFND',
      '11-09-2015 12:00 0045623157461347',
    ],
  ])('ABN AMRO: %s', (name, means, who, iban, ...[description, paymentReference]) => {
    const published = bytesOf(name);
    expect(readBankFile(published).faults).toEqual([
      {
        code: 'balance',
        place: { statement: 1, entry: null, line: 4 },
        details: { opening: 1_000_000, moved: 1_050, closing: 1_001_000, difference: -50 },
      },
    ]);
    const mended = published.toString('latin1').replace('EUR10010,00', 'EUR10010,50');
    const [statement] = statementsIn(Buffer.from(mended, 'latin1'));
    expect(statement && head(statement)).toMatchObject({
      account: 'NL75ABNA0555555555',
      from: '2015-01-16',
      until: '2015-01-20',
      opening: 1_000_000,
      closing: 1_001_050,
    });
    expect(statement?.entries.map(facts)).toEqual([
      ['2015-01-20', 'credit', 1_050, means, who, iban, description],
    ]);
    expect(statement?.entries[0]?.paymentReference).toBe(paymentReference);
  });
});

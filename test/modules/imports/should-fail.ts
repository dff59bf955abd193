import {
  day,
  error,
  formula,
  GOOD,
  HEADINGS,
  number,
  type Table,
  type Typed,
  withCell,
} from './a-table';

const longer = (at: number, cell: Typed): Typed[] => GOOD.map((one, n) => (n === at ? cell : one));
const inKind = (extra: readonly Typed[]): Table => ({
  rows: [
    [
      ...HEADINGS.slice(0, 5),
      'Marktwaarde',
      'Betaald',
      'Waardebepaling',
      'Bedrag',
      'Geld of natura',
    ],
    ['Persoon', 'A. Gever', 'Utrecht', 'In natura', day('2025-04-17'), ...extra],
  ],
});
const stamped = (stamp: string): Table => ({
  rows: [HEADINGS, GOOD],
  summary: { properties: { 'partijgiften-template': stamp } },
});

/** Tables that a treasurer could send, each with something wrong in it. */
export const SHOULD_FAIL: Readonly<Record<string, Table>> = {
  'amount: thousands or decimals, with a full stop': withCell('Bedrag', '1.000'),
  'amount: thousands or decimals, with a comma': withCell('Bedrag', '1,000'),
  'amount: words': withCell('Bedrag', 'duizend euro'),
  'amount: negative number': withCell('Bedrag', number('-50')),
  'amount: negative text': withCell('Bedrag', '-50,00'),
  'amount: negative in brackets': withCell('Bedrag', '(50,00)'),
  'amount: minus behind': withCell('Bedrag', '50,00-'),
  'amount: zero': withCell('Bedrag', number('0')),
  'amount: three decimals in a number': withCell('Bedrag', number('10.005')),
  'amount: three decimals in a text': withCell('Bedrag', '1250,505'),
  'amount: a billion': withCell('Bedrag', number('1000000000')),
  'amount: dollars': withCell('Bedrag', '$ 100'),
  'amount: pounds': withCell('Bedrag', '100 GBP'),
  'amount: scientific': withCell('Bedrag', '1e3'),
  'amount: hexadecimal': withCell('Bedrag', '0x10'),
  'amount: underscores': withCell('Bedrag', '1_000'),
  'amount: apostrophes': withCell('Bedrag', "1'000,00"),
  'amount: formula': withCell('Bedrag', formula('SUM(A1:A9)')),
  'amount: error of the spreadsheet': withCell('Bedrag', error('#REF!')),
  'amount: empty': withCell('Bedrag', ''),
  'amount: yes': withCell('Bedrag', { kind: 'yes_no', text: 'true' }),
  'day: no date': withCell('Datum ontvangst', 'gisteren'),
  'day: 31 February': withCell('Datum ontvangst', '31-02-2025'),
  'day: 29 February in a common year': withCell('Datum ontvangst', '29-02-2025'),
  'day: two digits of a year': withCell('Datum ontvangst', '17-04-25'),
  'day: slashes, either first': withCell('Datum ontvangst', '04/07/2025'),
  'day: month first': withCell('Datum ontvangst', '04/17/2025'),
  'day: in the future': withCell('Datum ontvangst', day('2025-10-24')),
  'day: another year': withCell('Datum ontvangst', day('2024-12-31')),
  'day: before the Act': withCell('Datum ontvangst', day('2012-06-01')),
  'day: a number': withCell('Datum ontvangst', number('45764')),
  'day: infinity': withCell('Datum ontvangst', 'infinity'),
  'day: formula': withCell('Datum ontvangst', formula('TODAY()')),
  'day: empty': withCell('Datum ontvangst', ''),
  'day: a quarter': withCell('Datum ontvangst', 'Q2 2025'),
  'type: unknown': withCell('Soort bijdrage', 'Sponsoring'),
  'type: a slip of the pen': withCell('Soort bijdrage', 'Contribtie'),
  'kind of donor: unknown': withCell('Soort gever', 'Kerkgenootschap'),
  'country: unknown': withCell('Land', 'Absurdistan'),
  'KvK: seven digits': withCell('KvK-nummer', number('1234567')),
  'KvK: nine digits': withCell('KvK-nummer', '123456789'),
  'KvK: letters': withCell('KvK-nummer', 'onbekend'),
  'IBAN: one digit wrong': withCell('IBAN', 'NL92ABNA0417164300'),
  'IBAN: too short': withCell('IBAN', 'NL91ABNA041716430'),
  'IBAN: an old account number': withCell('IBAN', '41.71.64.300'),
  'recipient: unknown': withCell('Ontvanger', 'Een andere partij'),
  'recipient: a slip of the pen': withCell('Ontvanger', 'Instituut Dijk en Duyn'),
  'recipient: no longer a member': withCell('Ontvanger', 'Jonge Polders'),
  'donor number: not ours': withCell('Gevernummer', '12'),
  'text: control character': withCell('Naam gever', 'A.\u0007 Gever'),
  'text: zero character': withCell('Naam gever', 'A.\u0000 Gever'),
  'text: turned reading direction': withCell('Naam gever', 'A. \u202Everehcs'),
  'text: too long': withCell('Naam gever', 'x'.repeat(201)),
  'text: formula': withCell('Naam gever', formula('A1&B1')),
  'donor: nobody named': {
    rows: [HEADINGS, ['Persoon', '', '', 'Gift', day('2025-04-17'), number('5')]],
  },
  'swapped: day and amount': {
    rows: [HEADINGS, longer(4, number('100')).with(5, day('2025-04-17'))],
  },
  'swapped: name and amount': { rows: [HEADINGS, longer(1, '1250,50').with(5, 'A. Gever')] },
  'swapped: KvK and IBAN': {
    rows: [
      [...HEADINGS, 'KvK-nummer', 'IBAN'],
      [...GOOD, 'NL91ABNA0417164300', '12345678'],
    ],
  },
  'in kind: no market value, no valuation': inKind([]),
  'in kind: paid more than it is worth': inKind([number('100'), number('100'), 'Prijslijst']),
  'in kind: amount is not the value': inKind([
    number('100'),
    number('25'),
    'Prijslijst',
    number('80'),
  ]),
  'in kind: said to be money': inKind([number('100'), '', 'Prijslijst', '', 'Geld']),
  'money: with a market value': withCell('Marktwaarde', number('500')),
  'money: said to be in kind': withCell('Geld of natura', 'In natura'),
  'row: hidden': { rows: [HEADINGS, GOOD], hidden: [2] },
  'row: longer than the headings': { rows: [HEADINGS, [...GOOD, 'nog iets']] },
  'row: a total': { rows: [HEADINGS, GOOD, ['Totaal', '', '', '', '', number('100')]] },
  'row: every cell wrong at once': {
    rows: [HEADINGS, ['Mens', 'A.\u0007', 'Utrecht', 'Sponsoring', '31-02-2025', '1.000']],
  },
  'cells: merged': { rows: [HEADINGS, GOOD, GOOD], summary: { merged: ['Giften!B2:B3'] } },
  'sheet: hidden': {
    rows: [HEADINGS, GOOD],
    summary: { sheets: [{ name: 'Giften', hidden: true }] },
  },
  'column: hidden': {
    rows: [HEADINGS, GOOD],
    summary: { hiddenColumns: ['Giften!E:F', 'Giften!H'] },
  },
  'headings: none': { rows: [['aap', 'noot', 'mies'], GOOD] },
  'headings: a needed one is missing': {
    rows: [
      ['Naam gever', 'Bedrag'],
      ['A. Gever', number('5')],
    ],
  },
  'headings: a slip of the pen': {
    rows: [
      ['Soort gever', 'Naam gever', 'Plaats', 'Soort bijdrage', 'Datum ontvangts', 'Bedrag'],
      GOOD,
    ],
  },
  'headings: twice': {
    rows: [
      [...HEADINGS, 'Bedrag in euro'],
      [...GOOD, number('5')],
    ],
  },
  'table: no rows': { rows: [HEADINGS] },
  'template: newer than we know': stamped('contributions/9'),
  'template: version unknown': stamped('contributions/0'),
  'template: not ours': stamped('gifts'),
  'template: of another kind': stamped('debts/1'),
  'donors: an owner without a name': {
    kind: 'donors',
    rows: [
      ['Soort gever', 'Naam gever', 'UBO 1 adres'],
      ['Stichting', 'Stichting Proef', 'Markt 1'],
    ],
  },
  'donors: a declaration without day and evidence': {
    kind: 'donors',
    rows: [
      ['Soort gever', 'Naam gever', 'Nederlander'],
      ['Persoon', 'A. Gever', 'ja'],
    ],
  },
  'donors: neither yes nor no': {
    kind: 'donors',
    rows: [
      ['Soort gever', 'Naam gever', 'In handelsregister'],
      ['Stichting', 'Stichting Proef', 'misschien'],
    ],
  },
  'donors: a KvK number and not in the register': {
    kind: 'donors',
    rows: [
      ['Soort gever', 'Naam gever', 'KvK-nummer', 'In handelsregister'],
      ['Stichting', 'Stichting Proef', '12345678', 'nee'],
    ],
  },
  'affiliates: ends before it begins': {
    kind: 'affiliates',
    rows: [
      ['Soort neveninstelling', 'Naam', 'Vanaf', 'Tot en met'],
      ['Jongerenorganisatie', 'Jonge Polders', '01-01-2025', '31-12-2024'],
    ],
  },
  'debts: of a candidate, without proof': {
    kind: 'debts',
    rows: [
      ['Schuldenaar', 'Schuldeiser', 'Bedrag', 'Datum', 'Bewijs'],
      ['C. Kandidaat', 'Bank', number('100'), '01-02-2025', ''],
    ],
  },
  'look-through: a year that cannot be': {
    kind: 'look_through',
    rows: [
      [
        'Stichting of vereniging',
        'Jaar',
        'Overzicht ontvangen op',
        'Naam van haar gever',
        'Bedrag',
      ],
      ['Stichting Proef', '25', '01-02-2025', 'B. Gever', number('100')],
    ],
  },
};

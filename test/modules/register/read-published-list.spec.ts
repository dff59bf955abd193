import fc from 'fast-check';
import { euroCents } from '../../../src/legal/kernel/euro-cents';
import {
  readAmount,
  readDay,
  writeAmount,
  writeDay,
} from '../../../src/modules/register/application/read-cells';
import { readPublishedList } from '../../../src/modules/register/application/read-published-list';
import { affiliateNamed } from '../../../src/modules/register/application/affiliates';
import { readBeneficialOwners } from '../../../src/modules/register/application/read-beneficial-owners';
import {
  listOf,
  publishedList,
  publishedText,
  smallList,
  totalsOf,
  YEARS,
} from './published-lists';

describe('a published list is read whole', () => {
  it.each([
    [2023, 314, 274, 283],
    [2024, 256, 223, 226],
    [2025, 310, 272, 280],
  ])('%i: %i rows of the sheet, %i donor totals, %i rows of gifts', (year, rows, totals, gifts) => {
    const read = readPublishedList(publishedText(year), year);
    expect(read.rows).toHaveLength(rows);
    expect(read.list?.donorTotals).toHaveLength(totals);
    expect(read.list?.donorTotals.flatMap((total) => total.gifts)).toHaveLength(gifts);
  });

  it.each(YEARS)('%i: every cell is kept as it was written', (year) => {
    const { rows } = readPublishedList(publishedText(year), year);
    const quoted = (cell: string): string =>
      /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    const text = rows.map(({ cells }) => `${cells.map(quoted).join(',')}\n`).join('');
    expect(text).toBe(publishedText(year));
  });

  it('2023 has no column for beneficial owners and remarks; 2025 has', () => {
    const keysOf = (year: number): string[] => publishedList(year).columns.map(({ key }) => key);
    expect(keysOf(2023)).toEqual([
      'party',
      'affiliate',
      'total',
      'donor',
      'address',
      'gift',
      'day',
    ]);
    expect(keysOf(2025)).toContain('ubo');
    expect(keysOf(2025)).toContain('remark');
  });

  it('a file saved with semicolons and a byte order mark reads the same', () => {
    const text = smallList('VVD||15000|A. de Vries|Utrecht||15000|08/26/2025|');
    const rows = text.split('\n').map((row) => row.replaceAll('"', '').replaceAll(',', ';'));
    const other = `\uFEFF${rows.join('\r\n')}`;
    expect(listOf(other, 2025).donorTotals).toEqual(listOf(text, 2025).donorTotals);
  });
});

describe('amounts typed as text are recognised and reported with their cell', () => {
  const found = readPublishedList(publishedText(2025), 2025).problems.filter(
    ({ code }) => code === 'amount_as_text',
  );

  it.each([
    ['C191', 191, 'Totaal 2025', '€ 10.000,00\u00a0'],
    ['C193', 193, 'Totaal 2025', '€ 20.000,00\u00a0'],
    ['C194', 194, 'Totaal 2025', '€ 95.000,00\u00a0'],
    ['G191', 191, 'Bedragen > € 10.000', '€ 10.000,00\u00a0'],
    ['G192', 192, 'Bedragen > € 10.000', '10.000,00\u00a0'],
    ['G193', 193, 'Bedragen > € 10.000', '€ 20.000,00\u00a0'],
    ['G194', 194, 'Bedragen > € 10.000', '€ 95.000,00\u00a0'],
  ])('2025 cell %s (row %i, column "%s") holds the text "%s"', (cell, row, column, value) => {
    expect(found).toContainEqual(
      expect.objectContaining({ cell, row, column, value, blocking: false }),
    );
  });

  it('2025 has no others, 2023 and 2024 have none', () => {
    expect(found).toHaveLength(7);
    for (const year of [2023, 2024]) {
      const codes = readPublishedList(publishedText(year), year).problems.map(({ code }) => code);
      expect(codes).toEqual(['lost_character']);
    }
  });

  it('their value is counted all the same', () => {
    const [total] = totalsOf(publishedList(2025), 'D.L. Tourinkamp');
    expect(total).toMatchObject({ total: 95_000_00, totalWasText: true });
    expect(total?.gifts[0]).toMatchObject({ amount: 95_000_00, receivedOn: '2025-10-17' });
  });
});

describe('what cannot be understood is refused, with all faults at once', () => {
  it('an unreadable amount, an impossible day and a donor that is not named', () => {
    const text = smallList(
      'VVD||10,000.50|A. de Vries|Utrecht||15000|08/26/2025|',
      'VVD||15000|B. Jansen|Utrecht||15000|13/26/2025|',
      'VVD||15000||Utrecht||15000|08/26/2025|',
    );
    const { list, problems } = readPublishedList(text, 2025);
    expect(list).toBeNull();
    expect(
      problems.filter(({ blocking }) => blocking).map(({ code, cell }) => [code, cell]),
    ).toEqual([
      ['amount_unreadable', 'C10'],
      ['day_unreadable', 'H11'],
      ['donor_missing', 'D12'],
    ]);
  });

  it('a row without a total that does not follow its own donor', () => {
    const text = smallList(
      'VVD||15000|A. de Vries|Utrecht||15000|08/26/2025|',
      'VVD|||B. Jansen|Utrecht||15000|08/27/2025|',
    );
    expect(readPublishedList(text, 2025).problems).toContainEqual(
      expect.objectContaining({ code: 'total_missing', cell: 'C11', blocking: true }),
    );
  });

  it.each([
    ['another year', publishedText(2024), 'wrong_year'],
    ['a text that is no list', 'hello\nworld\n', 'not_a_list'],
    ['nothing', '', 'not_a_list'],
    ['a quote that is not closed', 'a,b\n"x,y\n', 'csv_broken'],
    [
      'a list without its heading of days',
      publishedText(2025).replace(',Datum ,', ',Dag,'),
      'column_missing',
    ],
  ])('%s', (_what, text, code) => {
    const { list, problems } = readPublishedList(text, 2025);
    expect(list).toBeNull();
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  it('never throws, whatever the text', () => {
    const pieces = ['Totaal', 'Politieke partij', 'Neveninstelling', ',', '"', '\n', '€ 1', '2025'];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string())), (parts) => {
        readPublishedList(parts.join(''), 2025);
      }),
    );
  });
});

describe('one cell at a time', () => {
  it.each([
    ['10000', 10_000_00, false],
    ['24592,5', 24_592_50, false],
    ['500,01', 500_01, false],
    ['€ 10.000,00\u00a0', 10_000_00, true],
    ['10.000,00 ', 10_000_00, true],
    ['10.000', 10_000_00, true],
    ['€ 10.000,-', 10_000_00, true],
    ['EUR 95000', 95_000_00, true],
    ['10000 ', 10_000_00, true],
  ])('the amount "%s" is %i cents (text to a spreadsheet: %s)', (cell, cents, wasText) => {
    expect(readAmount(cell)).toEqual({ cents, wasText });
  });

  it.each(['10000.50', '10,000.00', '1.0000', '12,345', 'tienduizend', '1e4', '€', ''])(
    'the amount "%s" is not guessed',
    (cell) => {
      expect(readAmount(cell)).toBeNull();
    },
  );

  it('every amount is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (cents) => {
        expect(readAmount(writeAmount(euroCents(cents)))).toEqual({ cents, wasText: false });
      }),
    );
  });

  it.each([
    ['02/13/2023', '2023-02-13'],
    ['13-02-2023', '2023-02-13'],
    ['2023-02-13', '2023-02-13'],
    [' 2/3/2025 ', '2025-02-03'],
  ])('the day "%s" is %s', (cell, day) => {
    expect(readDay(cell)).toBe(day);
  });

  it.each(['13/02/2023', '02/30/2025', '1 maart 2025', '45000', ''])(
    'the day "%s" is not guessed',
    (cell) => {
      expect(readDay(cell)).toBeNull();
    },
  );

  it('a day is read back as it was written', () => {
    expect(writeDay(readDay('12/01/2025') ?? ('' as never))).toBe('12/01/2025');
  });

  it('three spellings of one affiliate are one affiliate', () => {
    const spellings = [
      'Stichting Ondersteuning VVD Tweede Kamer-verkiezing (SOV)',
      'Stichting Ondersteuning VVD Tweede Kamerverkiezingen',
      'Stichting Ondersteuning VVD Tweede Kamerverkiezing',
    ];
    expect(new Set(spellings.map((name) => affiliateNamed(name)?.key)).size).toBe(1);
    expect(new Set(spellings.map((name) => affiliateNamed(name)?.name)).size).toBe(1);
    expect(affiliateNamed('CDA Businessclub')?.key).toBe(
      affiliateNamed('Stichting CDA Business Club')?.key,
    );
    expect(affiliateNamed('  ')).toBeNull();
  });

  it.each([
    [
      'one a line',
      'A. Bos, Breda\nC. Dam, Ede',
      [
        ['A. Bos', 'Breda'],
        ['C. Dam', 'Ede'],
      ],
    ],
    [
      'name and town on lines of their own, with an empty line',
      'M. Bos, \nBreda\nR. Dam,\nEde\n',
      [
        ['M. Bos', 'Breda'],
        ['R. Dam', 'Ede'],
      ],
    ],
    [
      'a name that runs over two lines',
      'A. Bos, Ede\nJ. van der \nDam,\nBreda',
      [
        ['A. Bos', 'Ede'],
        ['J. van der Dam', 'Breda'],
      ],
    ],
    ['a town on the next line without a comma', 'G. Bos\nBreda', [['G. Bos', 'Breda']]],
    ['a name alone', 'R.P. Bos', [['R.P. Bos', null]]],
    [
      'two shielded',
      '*\n*',
      [
        [null, null],
        [null, null],
      ],
    ],
    ['one shielded, with a space', '** ', [[null, null]]],
    [
      'an organisation with its address',
      'Bos B.V. \n(E. Dam)\nDijk 61, \n1504 AL Ede',
      [['Bos B.V. (E. Dam)', 'Dijk 61, 1504 AL Ede']],
    ],
    [
      'a name and an address on one line',
      'G. Bos, Dijk 61, 1504 AL Ede',
      [['G. Bos', 'Dijk 61, 1504 AL Ede']],
    ],
    [
      'two of them',
      'G. Bos, Dijk 61, 1504 AL Ede\nH. Dam, Dijk 2, 1504 AL Tiel',
      [
        ['G. Bos', 'Dijk 61, 1504 AL Ede'],
        ['H. Dam', 'Dijk 2, 1504 AL Tiel'],
      ],
    ],
    [
      'a street beside the name, the town below',
      'G. Bos, Dijk 61,\n1504 AL Ede',
      [['G. Bos', 'Dijk 61, 1504 AL Ede']],
    ],
    ['nobody', '', []],
  ])('beneficial owners: %s', (_what, cell, owners) => {
    expect(readBeneficialOwners(cell)).toEqual(
      owners.map(([name, residence]) => ({ name, residence })),
    );
  });
});

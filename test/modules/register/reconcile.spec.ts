import { euro } from '../../../src/legal/kernel/euro-cents';
import { publishedText, reconciliationOf, smallList } from './published-lists';

describe('printed totals against the sum of the rows', () => {
  it.each([
    [2023, 274, 548_968_839, 19],
    [2024, 223, 341_609_757, 18],
  ])(
    '%i: %i donor totals reconcile to the cent (%i), for each party',
    (year, donors, sum, parties) => {
      const report = reconciliationOf(publishedText(year), year);
      expect(report).toMatchObject({
        donorTotals: donors,
        printed: sum,
        computed: sum,
        difference: 0,
        reconciles: true,
      });
      expect(report.parties).toHaveLength(parties);
      expect(report.parties.filter(({ difference }) => difference !== 0)).toEqual([]);
    },
  );

  it('2025: the rows add up to 5 385 433,25 and the list prints 5 260 433,25', () => {
    const report = reconciliationOf(publishedText(2025), 2025);
    expect(report).toMatchObject({
      donorTotals: 272,
      computed: 538_543_325,
      printed: 526_043_325,
      difference: 12_500_000,
      reconciles: false,
    });
  });

  it('2025: the whole difference is CDA, and the three cells that were text explain it', () => {
    const { parties } = reconciliationOf(publishedText(2025), 2025);
    expect(parties.filter(({ difference }) => difference !== 0)).toEqual([
      {
        party: 'CDA',
        donorTotals: 9,
        printed: 16_407_050,
        computed: 28_907_050,
        difference: 12_500_000,
        explained: true,
        textTotals: [
          {
            row: 191,
            column: 'Totaal 2025',
            cell: 'C191',
            value: '€ 10.000,00\u00a0',
            amount: euro(10_000),
          },
          {
            row: 193,
            column: 'Totaal 2025',
            cell: 'C193',
            value: '€ 20.000,00\u00a0',
            amount: euro(20_000),
          },
          {
            row: 194,
            column: 'Totaal 2025',
            cell: 'C194',
            value: '€ 95.000,00\u00a0',
            amount: euro(95_000),
          },
        ],
      },
    ]);
  });

  it('a difference that no text explains is not explained away', () => {
    const text = smallList('VVD||15000|A. de Vries|Utrecht||15000|08/26/2025|');
    const report = reconciliationOf(text, 2025);
    expect(report.parties).toEqual([
      expect.objectContaining({ difference: 15_000_00, textTotals: [], explained: false }),
    ]);
  });

  it('a party with rows that the summary forgot is reported and counted', () => {
    const text = smallList('VVD||15000|A. de Vries|Utrecht||15000|08/26/2025|').replace(
      'VVD,Ja.,0',
      'CDA,Nee.,0',
    );
    const report = reconciliationOf(text, 2025);
    expect(report.parties.map(({ party, printed }) => [party, printed])).toEqual([
      ['CDA', 0],
      ['VVD', null],
    ]);
    expect(report.problems).toContainEqual(
      expect.objectContaining({ code: 'party_not_in_summary', cell: 'A10' }),
    );
  });
});

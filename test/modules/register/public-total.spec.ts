import { listRows, MINISTRY_CSV } from '../../../src/modules/register/application/export-layout';
import {
  cutCells,
  publicList,
  publicReport,
} from '../../../src/modules/register/application/public-total';
import { placeOnly } from '../../../src/modules/register/facts/place-only';
import { readCsv, writeCsv } from '../../../src/platform/spreadsheet/csv';
import {
  CUT_CELLS,
  type CutText,
  listOf,
  publishedList,
  publicText,
  publishedText,
  reconciliationOf,
  smallList,
  YEARS,
} from './published-lists';

function publicCsv(year: number): string {
  const rows = listRows(publicList(publishedList(year))).map(({ cells }) => cells);
  return writeCsv(rows, MINISTRY_CSV);
}

/** The cells of two files that are not the same. */
function differing(before: string, after: string): readonly CutText[] {
  const [a, b] = [before, after].map((text) => readCsv(text).rows ?? []);
  expect(b).toHaveLength(a?.length ?? -1);
  return (a ?? []).flatMap((row, at) =>
    row.flatMap((cell, column): CutText[] => {
      const other = b?.[at]?.[column] ?? '';
      const name = `${String.fromCharCode(65 + column)}${String(at + 1)}`;
      return cell === other ? [] : [[name, cell, other]];
    }),
  );
}

describe('art. 25 lid 5: of a person and of a beneficial owner a list shows the place only', () => {
  it.each(YEARS)('%i: these cells hold a street, and no others', (year) => {
    const cut = cutCells(publicList(publishedList(year)));
    expect([...cut]).toEqual(CUT_CELLS[year].map(([cell, , shown]) => [cell, shown]));
  });

  it.each([2023, 2024] as const)(
    '%i as CSV is the imported file, byte for byte but for these cells',
    (year) => {
      expect(differing(publishedText(year), publicCsv(year))).toEqual(CUT_CELLS[year]);
      expect(publicCsv(year)).toBe(publicText(year));
    },
  );

  it('a company keeps its address, whoever stands behind it', () => {
    const list = publicList(
      listOf(
        smallList(
          'VVD||15000|Bos B.V.|Dijk 1, 1234 AB Ede|B. Bos, Laan 2, 1234 AC Tiel|15000|08/26/2025|',
        ),
        2025,
      ),
    );
    const [total] = list.donorTotals;
    expect(total?.donor).toMatchObject({
      address: 'Dijk 1, 1234 AB Ede',
      beneficialOwners: [{ name: 'B. Bos', residence: 'Tiel' }],
    });
    expect(total?.gifts[0]?.asWritten).toMatchObject({
      address: 'Dijk 1, 1234 AB Ede',
      ubo: 'B. Bos, Tiel',
    });
    expect(JSON.stringify(total)).not.toContain('Laan');
  });

  it('a person printed with a street but no postcode has a place only', () => {
    const row = 'VVD||15000|A. Das|Laan 2, Tiel||15000|08/26/2025|';
    const [total] = publicList(listOf(smallList(row), 2025)).donorTotals;
    expect(total?.donor).toMatchObject({ address: null, residence: 'Tiel' });
    expect(JSON.stringify(total)).not.toContain('Laan');
  });

  it('a report that quotes such a cell quotes what is left of it', () => {
    const row = 'VVD||15000|Bos B.V.|Dijk 1, 1234 AB Ede|B. B?s, Laan 2, Tiel|15000|08/26/2025|';
    const text = smallList(row);
    const before = reconciliationOf(text, 2025);
    expect(before.problems.map(({ value }) => value)).toContain('B. B?s, Laan 2, Tiel');
    const after = publicReport(before, publicList(listOf(text, 2025)));
    expect(after.problems.map(({ value }) => value)).toContain('B. B?s, Tiel');
    expect(JSON.stringify(after)).not.toContain('Laan');
  });

  it.each([
    ['Utrecht', 'Utrecht'],
    ['1234 AB Utrecht', 'Utrecht'],
    ['Dorpsstraat 1, 1234AB Den Haag', 'Den Haag'],
    ['Dorpsstraat 1, Ede', 'Ede'],
    ['Dorpsstraat 1', null],
    [null, null],
  ])('the place in %j is %j', (text, place) => {
    expect(placeOnly(text)).toBe(place);
  });
});

import { yearOf } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { readElections } from '../../elections/public';
import { readYears } from '../application/read-figures';
import { WITHOUT } from '../application/search-choices';
import { type YearFigure } from '../facts/figures';
import { giftCount } from './gift-words';
import { type YearColumn, yearColumns } from './year-columns';

/** The years in which the House is elected, by the elections that are known here. */
export async function electionYears(tx: Transaction): Promise<ReadonlySet<number>> {
  const elections = await readElections(tx);
  return new Set(elections.map(({ pollingDay }) => yearOf(pollingDay)));
}

export function yearHref(year: number, without: string): string {
  const query = without === '' ? '' : `?zonder=${without}`;
  return `/register/jaren/${String(year)}${query}`;
}

function columnOf(
  { year, gifts, countedCents }: YearFigure,
  isElection: boolean,
  without: string,
): YearColumn {
  return {
    year,
    label: `${String(year)}${isElection ? '*' : ''}`,
    gifts,
    parts: { gifts: countedCents },
    href: yearHref(year, without),
  };
}

/** Each election year beside the year before it. */
function electionRows(
  years: readonly YearFigure[],
  elections: ReadonlySet<number>,
  without: string,
  words: Words,
): readonly (readonly Cell[])[] {
  return years
    .filter(({ year }) => elections.has(year))
    .map(({ year, countedCents }) => {
      const before = years.find((other) => other.year === year - 1);
      const none = words.t('site.gift.unknown');
      return [
        { text: String(year), href: yearHref(year, without) },
        before === undefined
          ? none
          : { text: words.euro(String(before.countedCents)), href: yearHref(year - 1, without) },
        words.euro(String(countedCents)),
        before === undefined ? none : words.euro(String(countedCents - before.countedCents)),
      ];
    })
    .reverse();
}

export function withoutSwitch(
  href: (without: string) => string,
  without: string,
  words: Words,
): object {
  const isWithout = without !== '';
  return {
    without: words.t(isWithout ? 'site.party.without' : 'site.party.with'),
    withoutSwitch: {
      text: words.t(isWithout ? 'site.party.switchWith' : 'site.party.switchWithout'),
      href: href(isWithout ? '' : WITHOUT),
    },
  };
}

/** All years beside each other. */
export async function yearsPage(tx: Transaction, typed: string, words: Words): Promise<object> {
  const without = typed === WITHOUT ? WITHOUT : '';
  const years = await readYears(tx, without);
  const elections = await electionYears(tx);
  const columns = years.map((year) => columnOf(year, elections.has(year.year), without));
  const about = {
    id: 'years',
    heading: words.t('site.years.chart'),
    said: 'site.years.chartSaid',
    ...(elections.size === 0 ? {} : { text: words.t('site.years.chartText') }),
  };
  return {
    ...withoutSwitch(
      (other) => `/register/jaren${other === '' ? '' : `?zonder=${other}`}`,
      without,
      words,
    ),
    charts: years.length === 0 ? [] : [yearColumns(columns, about, words)],
    rows: years
      .toReversed()
      .map(({ year, gifts, countedCents }) => [
        { text: String(year), href: yearHref(year, without) },
        giftCount({ gifts, countedCents }, words),
        words.euro(String(countedCents)),
      ]),
    elections: electionRows(years, elections, without, words),
  };
}

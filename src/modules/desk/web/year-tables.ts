import { type Cell, type Figure } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type YearMoney } from '../../contributions/public';
import { type YearDesk } from '../application/read-desk';
import {
  BY_RECIPIENT,
  BY_TYPE,
  type Sum,
  sumsBy,
  totalOf,
  withoutDues,
} from '../application/year-sums';
import { giftsHref } from './chart-view';

/** A total that opens the rows it is made of. */
export interface OpenFigure extends Figure {
  readonly href: string;
}

const GROUPS = {
  gifts: { filter: 'geld', types: ['gift', 'legacy', 'loan_waived'] },
  dues: { filter: 'membership_dues', types: ['membership_dues'] },
  remittances: { filter: 'office_holder_remittance', types: ['office_holder_remittance'] },
  inKind: { filter: 'natura', types: ['in_kind', 'discount'] },
} as const;

/** The year in figures: dues of members and remittances stand apart, as in the yearly report. */
export function yearFigures(
  money: readonly YearMoney[],
  year: number,
  words: Words,
): readonly OpenFigure[] {
  const parts = Object.entries(GROUPS).map(([key, { filter, types }]) => {
    const rows = money.filter(({ type }) => types.some((one) => one === type));
    return {
      label: words.t(`treasurer.figure.${key}`),
      value: words.euro(String(totalOf(rows))),
      href: giftsHref(year, { soort: filter }),
    };
  });
  const all = {
    label: words.t('treasurer.figure.all'),
    value: words.euro(String(totalOf(money))),
    note: words.t('treasurer.figure.allNote'),
    href: giftsHref(year, {}),
  };
  return [all, ...parts];
}

interface Pair {
  readonly now: Sum;
  readonly before: number;
}

function pairs(now: readonly Sum[], before: readonly Sum[]): readonly Pair[] {
  const gone = before.filter(({ key }) => !now.some((sum) => sum.key === key));
  return [...now, ...gone.map((sum) => ({ ...sum, count: 0, cents: 0 }))].map((sum) => ({
    now: sum,
    before: before.find(({ key }) => key === sum.key)?.cents ?? 0,
  }));
}

function signed(cents: number, words: Words): string {
  return `${cents > 0 ? '+' : ''}${words.euro(String(cents))}`;
}

/** The year beside the year before, by type or by recipient; every amount opens its rows. */
export function compared(
  desk: Pick<YearDesk, 'money' | 'moneyBefore' | 'year'>,
  by: 'type' | 'recipient',
  left: boolean,
  words: Words,
): object {
  const part = by === 'type' ? BY_TYPE : BY_RECIPIENT;
  const filter = by === 'type' ? 'soort' : 'ontvanger';
  const rest: Readonly<Record<string, string>> =
    left && by === 'recipient' ? { zonder: 'contributie' } : {};
  const rows = (money: readonly YearMoney[]): readonly YearMoney[] =>
    left ? withoutDues(money) : money;
  const [now, before] = [rows(desk.money), rows(desk.moneyBefore)];
  const cell = (cents: number, year: number, key: string): Cell =>
    cents === 0
      ? words.euro('0')
      : { text: words.euro(String(cents)), href: giftsHref(year, { [filter]: key, ...rest }) };
  return {
    rows: pairs(sumsBy(now, part), sumsBy(before, part)).map(({ now: sum, before: was }) => [
      by === 'type' ? words.t(`gifts.type.${sum.name}`) : sum.name,
      cell(sum.cents, desk.year, sum.key),
      cell(was, desk.year - 1, sum.key),
      signed(sum.cents - was, words),
    ]),
    totals: [
      words.t('desk.total'),
      words.euro(String(totalOf(now))),
      words.euro(String(totalOf(before))),
      signed(totalOf(now) - totalOf(before), words),
    ],
  };
}

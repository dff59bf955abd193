import { type PlainDate } from '../../../legal/kernel/plain-date';
import { chartTable, type ChartView, timelineChart } from '../../../platform/charts/public';
import { type Words } from '../../../platform/rendering/words';
import { type DueItem } from '../application/due-items';
import { monthName } from './chart-view';
import { dueTitle } from './due-words';

const MOST_MARKS = 8;

function shortMonth(first: PlainDate, words: Words): string {
  return monthName(Number(first.slice(0, 4)), first.slice(5, 7), words).slice(0, 3);
}

/** Short, as it stands beside a day. */
function nameOf(subject: DueItem['subject'], words: Words): string {
  return subject.kind === 'filing'
    ? words.t(`filings.kind.${subject.filing}`)
    : words.t(`desk.kind.${subject.kind}`);
}

/** The first terms, in time. Null when none has a day. */
export function termsChart(
  due: readonly DueItem[],
  today: PlainDate,
  words: Words,
): ChartView | null {
  const dated = due.flatMap(({ day, ...item }) => (day === null ? [] : [{ ...item, day }]));
  const shown = dated.slice(0, MOST_MARKS);
  if (shown.length < 2) return null;
  const state = (day: PlainDate): 'passed' | 'today' | 'to_come' =>
    day < today ? 'passed' : day === today ? 'today' : 'to_come';
  const heading = words.t('desk.chart.terms');
  return {
    drawing: timelineChart(
      {
        id: 'terms-chart',
        title: heading,
        description: shown
          .map(({ day, subject }) => `${words.day(day)}: ${dueTitle(subject, words)}`)
          .join('; '),
      },
      {
        today,
        todayLabel: words.t('desk.chart.today'),
        month: (first) => shortMonth(first, words),
        marks: shown.map(({ day, subject }) => ({
          day,
          name: nameOf(subject, words),
          said: words.day(day),
          state: state(day),
        })),
      },
    ),
    heading,
    table: chartTable(
      'terms',
      heading,
      [{ label: words.t('desk.what') }, { label: words.t('desk.lastDay'), compact: true }],
      shown.map(({ day, subject, href }) => [
        { text: dueTitle(subject, words), href },
        words.day(day),
      ]),
    ),
  };
}

import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatCount, formatMoment } from '../../../platform/rendering/format';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Changes, type Counted } from '../application/read-changes';
import { type WorkItem } from '../application/read-work';
import { workRow } from './work-page';
import { partyOf, titleOf } from './work-words';

function more({ rows, n }: Counted<unknown>, words: Words): string {
  if (rows.length >= n) return '';
  const shown = formatCount(rows.length, words.language);
  return words.t('work.since.first', { shown, count: formatCount(n, words.language) });
}

function doneRow(item: WorkItem, words: Words): readonly Cell[] {
  return [
    { text: titleOf(item, words), href: `/toezicht/werk/${item.id}` },
    partyOf(item, words),
    words.t(item.endedBy === 'judged' ? 'work.since.judged' : 'work.since.facts'),
    item.endedAt === null ? '' : formatMoment(item.endedAt, words.language),
  ];
}

/** The data of pages/oversight/work-since.njk. */
export function workSincePage(changes: Changes, today: PlainDate, words: Words): object {
  const { came, done, decided, runsOut, own, people } = changes;
  const count = (n: number): string => formatCount(n, words.language);
  const list = (part: Counted<WorkItem>): object => ({
    rows: part.rows.map((item) => workRow(item, today, words)),
    more: more(part, words),
  });
  return {
    lead: words.t('work.since.lead', { day: words.longDay(changes.from) }),
    figures: [
      { label: words.t('work.since.came'), value: count(came.n), href: '#came' },
      { label: words.t('work.since.decided'), value: count(decided.length), href: '#decided' },
      { label: words.t('work.since.done'), value: count(done.n), href: '#done' },
      { label: words.t('work.since.runsOut'), value: count(runsOut.n), href: '#runs-out' },
      { label: words.t('work.since.own'), value: count(own.n), href: '/toezicht?bij=mij' },
    ],
    came: list(came),
    runsOut: list(runsOut),
    own: list(own),
    done: { rows: done.rows.map((item) => doneRow(item, words)), more: more(done, words) },
    decided: decided.map((one) => [
      { text: one.number, href: `/toezicht/zaken/${one.caseId}` },
      one.organisation,
      words.t(`work.since.decision.${one.purpose}`),
      formatMoment(one.at, words.language),
    ]),
    people: people.map(({ name, n, late }) => [name, count(n), count(late)]),
  };
}

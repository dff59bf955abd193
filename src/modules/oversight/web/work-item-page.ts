import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatMoment } from '../../../platform/rendering/format';
import { type Cell, type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Colleague, type WorkEvent, type WorkFile } from '../application/read-work';
import { isJudgeable } from '../facts/work-kinds';
import { holderOf, partyOf, termBadge, titleOf, whyOf } from './work-words';

export interface WorkReader {
  readonly accountId: string;
  readonly mayJudge: boolean;
  readonly today: PlainDate;
  readonly once: string;
  readonly done: string;
  readonly colleagues: readonly Colleague[];
}

function facts({ item }: WorkFile, today: PlainDate, words: Words): readonly Fact[] {
  const { dueOn, asideUntil } = item;
  const badge = termBadge(item, today, words);
  return [
    { label: words.t('work.item.why'), value: whyOf(item, words) },
    {
      label: words.t('work.item.due'),
      value: dueOn === null ? words.t('work.table.noTerm') : words.longDay(dueOn),
      ...(badge === null ? {} : { badge }),
    },
    {
      label: words.t('work.item.weight'),
      value: words.t('work.table.weightOf', { weight: String(item.weight) }),
    },
    { label: words.t('work.item.turn'), value: words.t(`work.turn.${item.turn}`) },
    { label: words.t('work.item.holder'), value: holderOf(item, words) },
    ...(asideUntil === null
      ? []
      : [
          {
            label: words.t('work.item.aside'),
            value: words.longDay(asideUntil),
            note: item.asideReason ?? '',
          },
        ]),
    { label: words.t('work.item.since'), value: formatMoment(item.since, words.language) },
  ];
}

function eventRow(event: WorkEvent, words: Words): readonly Cell[] {
  return [
    formatMoment(event.at, words.language),
    words.t(`work.event.${event.what}`, {
      name: event.toName ?? '',
      day: event.until === null ? '' : words.day(event.until),
    }),
    event.byName,
    event.reason ?? '',
  ];
}

/** The data of pages/oversight/work-item.njk. */
export function workItemPage(file: WorkFile, reader: WorkReader, words: Words): object {
  const { item, history } = file;
  const open = item.endedAt === null;
  const acts = [
    'assign',
    ...(item.asideUntil === null ? ['set_aside'] : ['take_up']),
    ...(reader.mayJudge && isJudgeable(item.kind) ? ['judge'] : []),
  ];
  return {
    done: reader.done,
    kicker: `${words.t(`work.one.${item.kind}`)}${item.number === null ? '' : ` ${item.number}`}`,
    title: titleOf(item, words),
    party: partyOf(item, words),
    href: item.href,
    facts: facts(file, reader.today, words),
    ended: open
      ? ''
      : words.t(item.endedBy === 'judged' ? 'work.item.endedJudged' : 'work.item.endedFacts', {
          moment: formatMoment(item.endedAt, words.language),
        }),
    picked: `${item.id}:${String(item.version)}`,
    take: open && item.assignedTo !== reader.accountId ? `/toezicht/werk/${item.id}/neem` : '',
    acts: open ? acts.map((value) => ({ value, label: words.t(`work.bulk.${value}`) })) : [],
    once: reader.once,
    history: history.map((event) => eventRow(event, words)),
  };
}

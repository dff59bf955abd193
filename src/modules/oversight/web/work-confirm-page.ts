import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Choice, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Checked, type RefusedItem } from '../application/act-on-work';
import { type Colleague } from '../application/read-work';
import { NOBODY, type TypedAct } from './work-act-form';
import { workRow } from './work-page';
import { partyOf, rowsWord, titleOf } from './work-words';

export interface ConfirmShown {
  readonly typed: TypedAct;
  readonly errors: readonly FormError[];
  readonly colleagues: readonly Colleague[];
  readonly accountId: string;
  readonly today: PlainDate;
  readonly once: string;
  readonly back: string;
  /** The query of the list to go back to. */
  readonly query: string;
}

/** What is in the way, each row by name. */
export function refusedLines(refused: readonly RefusedItem[], words: Words): readonly string[] {
  return refused.map(({ item, because }) => {
    if (item === null) return words.t('work.refused.unknown');
    const day = item.dueOn === null ? '' : words.day(item.dueOn);
    return words.t('work.refused.row', {
      title: titleOf(item, words),
      party: partyOf(item, words),
      because: words.t(`work.refused.${because}`, { day }),
    });
  });
}

function people({ colleagues, accountId }: ConfirmShown, words: Words): readonly Choice[] {
  const mine = colleagues.filter(({ id }) => id === accountId);
  const others = colleagues.filter(({ id }) => id !== accountId);
  return [
    ...mine.map(({ id, name }) => ({ value: id, label: words.t('work.confirm.me', { name }) })),
    ...others.map(({ id, name, role }) => ({
      value: id,
      label: `${name}, ${words.t(`common.role.${role}`).toLowerCase()}`,
    })),
    { value: NOBODY, label: words.t('work.confirm.nobody') },
  ];
}

/** The data of pages/oversight/work-confirm.njk. */
export function confirmPage(checked: Checked, shown: ConfirmShown, words: Words): object {
  const { typed, errors, today, once, back, query } = shown;
  const stopped = new Set(checked.refused.map(({ id }) => id));
  const items = checked.items.filter(({ id }) => !stopped.has(id));
  const rows = rowsWord(items.length, words);
  return {
    errors,
    act: typed.act,
    title: words.t(`work.confirm.title.${typed.act}`),
    lead: words.t('work.confirm.lead', { rows }),
    refused: refusedLines(checked.refused, words),
    rows: items.map((item) => workRow(item, today, words)),
    picked: items.map(({ id, version }) => `${id}:${String(version)}`),
    people: people(shown, words),
    values: { to: typed.to, until: typed.until, reason: typed.reason },
    reasonHint: words.t(`work.confirm.reasonHint.${typed.act}`),
    submit: words.t(`work.confirm.do.${typed.act}`, { rows }),
    once,
    back,
    query,
  };
}

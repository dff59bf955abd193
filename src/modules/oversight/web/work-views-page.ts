import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type WorkFilter, type WorkView } from '../application/read-work';
import { filterFrom } from './work-address';

export interface Typed {
  readonly name: string;
  readonly shared: boolean;
  readonly query: string;
}

export interface ViewsShown {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly done: string;
  readonly once: string;
}

/** A filter in words: "Boetevoorstellen; Te laat; Bij mij". */
function filterWords(query: string, words: Words): string {
  const filter: WorkFilter = filterFrom(Object.fromEntries(new URLSearchParams(query)));
  const { kind, holder, term, severity, turn, text, aside, tenantId } = filter;
  const parts = [
    ...(kind === null ? [] : [words.t(`work.kind.${kind}`)]),
    ...(term === null ? [] : [words.t(`work.term.${term}`)]),
    ...(holder === null ? [] : [words.t(`work.holder.${holder}`)]),
    ...(severity === null ? [] : [words.t(`findings.severity.${severity}`)]),
    ...(turn === null ? [] : [`${words.t('work.filter.turn')}: ${words.t(`work.turn.${turn}`)}`]),
    ...(tenantId === null ? [] : [words.t('work.filter.onlyParty')]),
    ...(text === '' ? [] : [`"${text}"`]),
    ...(aside ? [words.t('work.filter.aside')] : []),
  ];
  return parts.length === 0 ? words.t('work.views.nothing') : parts.join('; ');
}

function whose({ own, shared, ownerName }: WorkView, words: Words): string {
  if (!own) return words.t('work.views.by', { name: ownerName });
  return words.t(shared ? 'work.views.ownShared' : 'work.views.own');
}

/** The data of pages/oversight/work-views.njk. */
export function workViewsPage(
  views: readonly WorkView[],
  { typed, errors, done, once }: ViewsShown,
  words: Words,
): object {
  return {
    errors,
    done,
    once,
    values: typed,
    chosen: filterWords(typed.query, words),
    back: typed.query === '' ? '/toezicht?alles=ja' : `/toezicht?${typed.query}`,
    hasStart: views.some(({ isStart }) => isStart),
    views: views.map((view) => ({
      id: view.id,
      name: view.name,
      href: view.query === '' ? '/toezicht?alles=ja' : `/toezicht?${view.query}`,
      filter: filterWords(view.query, words),
      whose: whose(view, words),
      own: view.own,
      isStart: view.isStart,
    })),
  };
}

import { formatMoment } from '../../../platform/rendering/format';
import { type Choice, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Feed } from '../application/calendar';
import { type DigestWish, RHYTHMS } from '../application/choose-digest';

export interface AgendaDesk {
  readonly feeds: readonly Feed[];
  /** Names of who made them. */
  readonly names: ReadonlyMap<string, string>;
  readonly wish: DigestWish | null;
}

/** What a form of this page sent, and what became of it. */
export interface AgendaShown {
  readonly errors: readonly FormError[];
  readonly values: { readonly name: string; readonly rhythm: string; readonly weekday: string };
  /** The address that was just made: shown this once. */
  readonly made: { readonly address: string; readonly webcal: string } | null;
  /** 'gestopt', 'al-gemaakt', 'opgeslagen' or ''. */
  readonly done: string;
  readonly once: string;
}

const MONDAY = '1';
const SAID = ['gestopt', 'al-gemaakt', 'opgeslagen'];

function weekdays(words: Words): readonly Choice[] {
  // 6 January 2025 was a Monday.
  return Array.from({ length: 7 }, (_, index) => ({
    value: String(index + 1),
    label: words.longDay(`2025-01-${String(index + 6).padStart(2, '0')}`).split(' ')[0] ?? '',
  }));
}

/** The data of pages/desk/agenda.njk. */
export function agendaPage(desk: AgendaDesk, shown: AgendaShown, words: Words): object {
  const { errors, values, made, done, once } = shown;
  const { wish } = desk;
  return {
    errors,
    made,
    once,
    done: SAID.includes(done) ? words.t(`desk.agenda.done.${done}`) : '',
    feeds: desk.feeds.map(({ id, name, madeAt, madeBy }) => ({
      id,
      name,
      line: words.t('desk.agenda.line', {
        when: formatMoment(madeAt, words.language),
        who: desk.names.get(madeBy) ?? words.t('treasurer.gift.colleague'),
      }),
    })),
    values: {
      name: values.name,
      rhythm: values.rhythm === '' ? (wish?.rhythm ?? 'off') : values.rhythm,
      weekday: values.weekday === '' ? String(wish?.weekday ?? MONDAY) : values.weekday,
    },
    rhythms: RHYTHMS.map((value) => ({ value, label: words.t(`desk.digest.rhythm.${value}`) })),
    weekdays: weekdays(words),
  };
}

import { euroCents } from '../../../legal/kernel/euro-cents';
import { formatCount, formatMoment } from '../../../platform/rendering/format';
import { type Badge } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { countedOf } from '../facts/public-change';
import { lineOfGift } from '../facts/public-line';
import { type ReleaseItem } from '../application/read-releases';
import { type RegisterState } from '../application/register-state';
import { type ReleaseSetting } from '../application/release-term';
import { type SentForm } from './acts';
import { differenceRows, donorName, lineFacts } from './line-words';

const BASE = '/toezicht/vrijgave';

function badge(item: ReleaseItem, words: Words): Badge {
  if (item.state === 'held') return { kind: 'warning', label: words.t('release.state.held') };
  if (item.state !== 'waiting')
    return { kind: 'neutral', label: words.t(`release.state.${item.state}`) };
  const kind = item.safe ? 'safe' : 'info';
  return { kind, label: words.t(item.safe ? 'release.state.safe' : 'release.state.look') };
}

function goes({ dueAt, state }: ReleaseItem, words: Words): string {
  if (state === 'held' || dueAt === null) return words.t('release.never');
  return formatMoment(dueAt, words.language);
}

function remarks(item: ReleaseItem, words: Words): string {
  return item.remarks.map((remark) => words.t(`release.remark.${remark}`)).join(' ');
}

function cardOf(item: ReleaseItem, words: Words): object {
  const { line } = item;
  return {
    id: item.id,
    value: `${item.id}:${String(item.revision)}`,
    safe: item.safe && item.state === 'waiting',
    title: words.t('release.card', {
      donor: donorName(line, words),
      recipient: line.recipient.name,
    }),
    change: words.t(`release.change.${item.change}`),
    amount: words.euro(euroCents(countedOf(line))),
    day: line.receivedOn === null ? '' : words.day(line.receivedOn),
    badge: badge(item, words),
    remarks: remarks(item, words),
    goes: goes(item, words),
    href: `${BASE}/${item.id}`,
  };
}

export interface ListShown {
  readonly items: readonly ReleaseItem[];
  readonly counts: { readonly waiting: number; readonly held: number };
  readonly hours: number | null;
  readonly state: string;
  readonly next: string;
  readonly mayDecide: boolean;
  readonly done: string;
  readonly once: string;
  readonly open: boolean;
}

export function termInWords(hours: number | null, words: Words): string {
  if (hours === null) return words.t('release.term.never');
  return words.t(hours === 1 ? 'release.term.hour' : 'release.term.hours', {
    hours: formatCount(hours, words.language),
  });
}

/** The data of pages/publication/releases.njk. */
export function releaseListPage(shown: ListShown, form: SentForm, words: Words): object {
  const { items, counts, hours, ...rest } = shown;
  const cards = items.map((item) => cardOf(item, words));
  return {
    ...rest,
    cards,
    anySafe: items.some(({ safe, state }) => safe && state === 'waiting'),
    waiting: formatCount(counts.waiting, words.language),
    held: formatCount(counts.held, words.language),
    term: termInWords(hours, words),
    done: shown.done === '' ? '' : words.t(`release.done.${shown.done}`),
    errors: form.errors,
  };
}

function ways({ state }: ReleaseItem, mayDecide: boolean): object {
  return {
    mayRelease: mayDecide && (state === 'waiting' || state === 'held'),
    mayHold: mayDecide && state === 'waiting',
    mayLetGo: mayDecide && state === 'held',
  };
}

/** The data of pages/publication/release.njk. */
export function releasePage(
  item: ReleaseItem,
  reader: { readonly mayDecide: boolean; readonly done: string; readonly once: string },
  form: SentForm,
  words: Words,
): object {
  const { now, line } = item;
  return {
    id: item.id,
    title: words.t('release.card', {
      donor: donorName(item.line, words),
      recipient: item.line.recipient.name,
    }),
    party: item.partyName,
    change: words.t(`release.change.${item.change}`),
    badge: badge(item, words),
    remarks: remarks(item, words),
    goes: goes(item, words),
    heldBecause: item.heldBecause ?? '',
    heldBy: item.heldBy ?? '',
    facts: lineFacts(line, words),
    hasNow: now !== null,
    giftHref: `/register/giften/${now?.id ?? ''}`,
    differences: now === null ? [] : differenceRows(lineOfGift(now), line, words),
    reason: item.reason ?? '',
    value: `${item.id}:${String(item.revision)}`,
    ...ways(item, reader.mayDecide),
    done: reader.done === '' ? '' : words.t(`release.done.${reader.done}`),
    once: reader.once,
    values: form.typed,
    errors: form.errors,
  };
}

/** The data of pages/publication/term.njk. */
export function termPage(
  settings: readonly ReleaseSetting[],
  reader: { readonly mayDecide: boolean; readonly done: string; readonly once: string },
  form: SentForm,
  words: Words,
): object {
  const [newest] = settings;
  const typed = form.errors.length > 0 ? form.typed : { hours: String(newest?.hours ?? '') };
  return {
    now: termInWords(newest?.hours ?? null, words),
    rows: settings.map(({ hours, reason, setAt, setByName }) => [
      formatMoment(setAt, words.language),
      termInWords(hours, words),
      setByName ?? '',
      reason,
    ]),
    mayDecide: reader.mayDecide,
    done: reader.done === '' ? '' : words.t('release.term.done'),
    once: reader.once,
    values: typed,
    errors: form.errors,
  };
}

/** The data of pages/publication/stop.njk. */
export function stopPage(
  state: RegisterState,
  reader: { readonly mayDecide: boolean; readonly done: string; readonly once: string },
  form: SentForm,
  words: Words,
): object {
  return {
    open: state.open,
    since: state.open ? '' : formatMoment(state.changedAt, words.language),
    reason: state.reason ?? '',
    mayDecide: reader.mayDecide,
    done: reader.done === '' ? '' : words.t(`release.stop.done.${reader.done}`),
    kinds: ['check', 'clear', 'stop', 'lift'].map((value) => ({
      value,
      label: words.t(`release.stop.kind.${value}`),
      hint: words.t(`release.stop.kindHint.${value}`),
    })),
    once: reader.once,
    values: form.typed,
    errors: form.errors,
  };
}

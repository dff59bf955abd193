import { type PlainDate } from '../../../legal/kernel/plain-date';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { formatAmountInput, formatCount, formatDayInput } from '../../../platform/rendering/format';
import { type Cell, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type SignalCount, type VerdictCount } from '../application/read-signals';
import { type KindSetting, type StoredSetting } from '../application/settings';
import { figureIn, kindTitle } from '../application/signal-words';
import { CONTROL_SET } from '../detectors/control-set';
import { type DetectorParameter } from '../detectors/detector';
import { falseRate, perYear } from './control-words';
import { listHref } from './signal-list-page';
import { figuresOfKind, kindHref, parameterName } from './signal-page';

export interface KindsRead {
  readonly kinds: readonly KindSetting[];
  readonly counts: readonly SignalCount[];
  readonly verdicts: readonly VerdictCount[];
}

function sumOf(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function waitingOf(code: string, { counts }: KindsRead): number {
  const waits = counts.filter(
    (one) => one.code === code && (one.state === 'open' || one.state === 'reopened'),
  );
  return sumOf(waits);
}

function innocence(code: string, { verdicts }: KindsRead, words: Words): string {
  const own = verdicts.filter((one) => one.code === code);
  const judged = sumOf(own);
  if (judged === 0) return words.t('signals.kinds.noneJudged');
  const innocent = sumOf(own.filter(({ verdict }) => verdict === 'innocent'));
  return words.t('signals.kinds.ofJudged', {
    innocent: formatCount(innocent, words.language),
    judged: formatCount(judged, words.language),
  });
}

function onOff(on: boolean, words: Words): Cell {
  return {
    badge: on
      ? { kind: 'safe', label: words.t('signals.kinds.on') }
      : { kind: 'neutral', label: words.t('signals.kinds.off') },
  };
}

/** The data of pages/signals/kinds.njk. */
export function kindsPage(read: KindsRead, words: Words): object {
  const { years, donors, gifts } = CONTROL_SET;
  return {
    rows: read.kinds.map(({ head: { code }, on }) => [
      {
        text: kindTitle(code, words),
        href: kindHref(code),
        note: words.t(`signals.kind.${code}.looks`),
      },
      onOff(on, words),
      {
        text: formatCount(waitingOf(code, read), words.language),
        href: listHref({ code }),
      },
      innocence(code, read, words),
      perYear(code, words),
    ]),
    control: words.t('signals.kinds.control', {
      years: String(years),
      donors: formatCount(donors, words.language),
      gifts: formatCount(gifts, words.language),
    }),
  };
}

export interface KindForm {
  readonly typed: Readonly<Record<string, string>> | null;
  readonly errors: readonly FormError[];
  readonly once: string;
}

/** The name of the field of a parameter. */
export function fieldOfParameter(key: string): string {
  return `parameter-${key}`;
}

/** A figure as one types it. */
export function typedFigure({ unit }: DetectorParameter, value: number, words: Words): string {
  return unit === 'cents' ? formatAmountInput(euroCents(value), words.language) : String(value);
}

function fieldsOf(kind: KindSetting, form: KindForm, words: Words): readonly object[] {
  const { head, settings } = kind;
  return head.parameters.map((parameter) => {
    const { key, unit, min, max, initial } = parameter;
    const name = fieldOfParameter(key);
    const range = {
      min: figureIn({ kind: unit, value: min }, words),
      max: figureIn({ kind: unit, value: max }, words),
    };
    const delivered = figureIn({ kind: unit, value: initial }, words);
    return {
      name,
      label: parameterName(head.code, key, words),
      hint: `${words.t('signals.kind.range', range)}. ${words.t('signals.kind.delivered')}: ${delivered}.`,
      money: unit === 'cents',
      value: form.typed?.[name] ?? typedFigure(parameter, settings[key] ?? initial, words),
    };
  });
}

function historyRows(
  kind: KindSetting,
  history: readonly StoredSetting[],
  words: Words,
): readonly (readonly Cell[])[] {
  return history.map((one) => {
    const set = { ...kind, settings: { ...kind.settings, ...one.parameters } };
    return [
      words.day(one.startsOn),
      onOff(one.switchedOn, words),
      figuresOfKind(set, words)
        .map(({ label, value }) => `${label}: ${value ?? ''}`)
        .join('; '),
      { text: one.reason, note: words.t('signals.kind.by', { name: one.setByName }) },
    ];
  });
}

export interface KindRead {
  readonly kind: KindSetting;
  readonly history: readonly StoredSetting[];
  readonly today: PlainDate;
  readonly mayAct: boolean;
  readonly done: string;
}

/** The data of pages/signals/kind.njk. */
export function kindPage(read: KindRead, form: KindForm, words: Words): object {
  const { kind, history, today } = read;
  const { code } = kind.head;
  const { typed } = form;
  return {
    title: kindTitle(code, words),
    action: kindHref(code),
    on: kind.on,
    badge: onOff(kind.on, words),
    looks: words.t(`signals.kind.${code}.looks`),
    innocent: words.t(`signals.kind.${code}.innocent`),
    falseRate: falseRate(code, words),
    figures: figuresOfKind(kind, words),
    signals: listHref({ code, state: 'all' }),
    history: historyRows(kind, history, words),
    mayAct: read.mayAct,
    done: read.done,
    fields: fieldsOf(kind, form, words),
    switches: ['on', 'off'].map((value) => ({ value, label: words.t(`signals.kinds.${value}`) })),
    values: {
      switched: typed?.['switched'] ?? (kind.on ? 'on' : 'off'),
      startsOn: typed?.['startsOn'] ?? formatDayInput(today),
      reason: typed?.['reason'] ?? '',
    },
    errors: form.errors,
    once: form.once,
  };
}

import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatMoment } from '../../../platform/rendering/format';
import { type Typed } from '../../../platform/http/form-faults';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type SecondSignatureDecision, type StoredOwnCap } from '../application/settings';

export interface SettingsShown {
  readonly caps: readonly StoredOwnCap[];
  readonly decisions: readonly SecondSignatureDecision[];
  /** Names of the people who wrote them. */
  readonly names: ReadonlyMap<string, string>;
  /** True for who may decide: the board. */
  readonly decides: boolean;
  /** Cap of the Act today, in cents; null when there is none. */
  readonly legalCap: number | null;
  readonly saved: boolean;
  readonly typed: Typed;
  readonly once: string;
}

function by(names: SettingsShown['names'], id: string, moment: string, words: Words): string {
  const name = names.get(id) ?? words.t('people.system');
  return words.t('people.settings.by', { name, moment: formatMoment(moment, words.language) });
}

function capRow(cap: StoredOwnCap, shown: SettingsShown, today: PlainDate, words: Words): Cell[] {
  const inForce = shown.caps.find(({ from, counts }) => counts && from <= today);
  const state = cap.counts ? (cap.from > today ? 'to_come' : 'before') : 'replaced';
  return [
    words.day(cap.from),
    {
      text: cap.amount === null ? words.t('people.settings.noCap') : words.euro(cap.amount),
      note: cap.source,
    },
    {
      text: by(shown.names, cap.recordedBy, cap.recordedAt, words),
      badge:
        cap.id === inForce?.id
          ? { kind: 'safe', label: words.t('people.settings.now') }
          : { kind: 'neutral', label: words.t(`people.settings.${state}`) },
    },
  ];
}

function capFacts({ caps }: SettingsShown, today: PlainDate, words: Words): object {
  const inForce = caps.find(({ from, counts }) => counts && from <= today);
  if (inForce === undefined || inForce.amount === null) return { ownCap: '', ownCapSource: '' };
  return { ownCap: words.euro(inForce.amount), ownCapSource: inForce.source };
}

function valuesOf(typed: Typed): object {
  const { from = '', amount = '', source = '', reason = '', lifted = '' } = typed;
  return { from, amount, source, reason, lifted: lifted === 'yes' };
}

/** The data of pages/people/settings.njk. */
export function settingsPage(shown: SettingsShown, today: PlainDate, words: Words): object {
  const { caps, decisions, names, decides, legalCap, saved, typed, once } = shown;
  return {
    ...{ decides, saved, once },
    legalCap: legalCap === null ? '' : words.euro(String(legalCap)),
    ...capFacts(shown, today, words),
    caps: caps.map((cap) => capRow(cap, shown, today, words)),
    on: decisions[0]?.wanted === true,
    decisions: decisions.map(({ wanted, reason, decidedAt, decidedBy }) => [
      words.t(wanted ? 'people.settings.turnedOn' : 'people.settings.turnedOff'),
      reason,
      by(names, decidedBy, decidedAt, words),
    ]),
    values: valuesOf(typed),
  };
}

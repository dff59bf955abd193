import { printReference } from '../../../legal/kernel/law-reference';
import {
  daysBetween,
  isPlainDate,
  plainDate,
  type PlainDate,
} from '../../../legal/kernel/plain-date';
import { type Refused } from '../../../legal/kernel/refusal';
import { type CaseTerm, type Phase } from '../../../legal/procedure/case';
import { formatCount } from '../../../platform/rendering/format';
import { type Badge } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type CaseSummary } from '../application/case-view';

const PHASE_KINDS: Readonly<Partial<Record<Phase, Badge['kind']>>> = {
  signal: 'info',
  decided_fine: 'warning',
  decided_no_fine: 'warning',
  notified: 'safe',
  dismissed: 'neutral',
  prosecuted: 'neutral',
  lapsed: 'neutral',
};

export function phaseBadge(phase: Phase, words: Words): Badge {
  return { kind: PHASE_KINDS[phase] ?? 'info', label: words.t(`cases.phase.${phase}`) };
}

/** Where a case stands: its phase, and after notification the protection and the collection. */
export function standingBadges(
  one: Pick<CaseSummary, 'phase' | 'protection' | 'collection'>,
  words: Words,
): readonly Badge[] {
  const { phase, protection, collection } = one;
  const paid = ['paid', 'annulled', 'set_off'].includes(collection);
  return [
    phaseBadge(phase, words),
    ...(protection === 'none'
      ? []
      : [{ kind: 'neutral' as const, label: words.t(`cases.protection.${protection}`) }]),
    ...(collection === 'none'
      ? []
      : [
          {
            kind: paid ? ('safe' as const) : ('warning' as const),
            label: words.t(`cases.collection.${collection}`),
          },
        ]),
  ];
}

export function daysInWords(days: number, words: Words): string {
  const count = formatCount(days, words.language);
  return words.t(`legal.unit.days.${days === 1 ? 'one' : 'other'}`, { count });
}

/** Beyond this many days a number of days tells nobody anything. */
const COUNTED_IN_DAYS = 200;

/** How a term stands, in one short word: days left, over, or met. */
export function termBadge(term: CaseTerm, today: PlainDate, words: Words): Badge {
  if (term.state === 'met') return { kind: 'safe', label: words.t('cases.term.met') };
  const left = daysBetween(today, term.lastDay);
  if (left < 0)
    return {
      kind: term.orderTerm ? 'warning' : 'neutral',
      label: words.t('cases.term.passed', { days: daysInWords(-left, words) }),
    };
  if (left === 0) return { kind: 'warning', label: words.t('cases.term.today') };
  if (left > COUNTED_IN_DAYS) return { kind: 'neutral', label: words.t('cases.term.running') };
  return {
    kind: left <= 7 ? 'warning' : 'info',
    label: words.t('cases.term.left', { days: daysInWords(left, words) }),
  };
}

/** A term as a page shows it: its last day, how it was counted, and what its passing means. */
export interface TermLine {
  readonly title: string;
  readonly lastDay: string;
  readonly badge: Badge;
  readonly note: string;
}

export function termLine(term: CaseTerm, today: PlainDate, words: Words): TermLine {
  const notes = [
    words.t('cases.term.from', {
      article: printReference(term.basis),
      day: words.day(term.from),
    }),
    ...(term.suspendedDays === 0
      ? []
      : [words.t('cases.term.suspended', { days: daysInWords(term.suspendedDays, words) })]),
    ...(term.orderTerm ? [words.t('cases.term.order')] : []),
  ];
  return {
    title: words.t(`cases.term.${term.code}`),
    lastDay: words.longDay(term.lastDay),
    badge: termBadge(term, today, words),
    note: notes.join(' '),
  };
}

const MONEY = ['amount', 'ceiling', 'before', 'outstanding'];

function factWords(name: string, value: string | number | boolean, words: Words): string {
  if (typeof value === 'number' && MONEY.includes(name)) return words.euro(String(value));
  if (typeof value !== 'string') return String(value);
  if (isPlainDate(value)) return words.day(value);
  if (name === 'phase' && words.texts.has(`cases.phase.${value}`))
    return words.t(`cases.phase.${value}`).toLowerCase();
  return value;
}

const NO_FACTS = ['lastDay', 'amount', 'ceiling', 'before', 'outstanding', 'decidedOn', 'sentOn'];

/** Why a step was refused: the reason, the value that stands in its way, and what to do instead. */
export function refusalWords(refusal: Refused<string>, words: Words): string {
  const { reason, facts } = refusal;
  const told = Object.entries(facts).map(([name, value]) => [name, factWords(name, value, words)]);
  const values = {
    ...Object.fromEntries(NO_FACTS.map((name) => [name, words.t('cases.refusal.noDay')])),
    phase: '',
    ...(Object.fromEntries(told) as Readonly<Record<string, string>>),
  };
  const base = `cases.refusal.${reason}`;
  // A step that belongs to another role reads otherwise than one that this person may not take.
  const about = reason === 'role_may_not' && 'article' in facts ? `${base}.committee` : base;
  const started = reason === 'advice_missing' && 'lastDay' in facts ? `${base}.running` : about;
  return words.t(words.texts.has(started) ? started : 'cases.refusal.other', values);
}

/** A day as it was stored in a command; other values are left alone. */
export function dayIn(value: unknown, words: Words): string {
  return typeof value === 'string' && isPlainDate(value) ? words.day(plainDate(value)) : '';
}

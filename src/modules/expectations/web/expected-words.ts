import { type RequiredPart } from '../../../legal/facts/filing';
import { type Group, type Ref } from '../../../legal/facts/group';
import { type Badge } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Standing, type StoredExpected } from '../application/read-expected';

const BADGES: Readonly<Record<Standing, Badge['kind']>> = {
  complete: 'safe',
  nil: 'safe',
  late: 'warning',
  incomplete: 'warning',
  not_received: 'danger',
  not_due: 'neutral',
};

/** Worst first: what a group of filings as a whole is shown as. */
export const WORST_FIRST: readonly Standing[] = [
  'not_received',
  'incomplete',
  'late',
  'not_due',
  'nil',
  'complete',
];

export function standingBadge(standing: Standing, words: Words): Badge {
  return { kind: BADGES[standing], label: words.t(`expectations.standing.${standing}`) };
}

/**
 * The badge of one filing. What is withdrawn says so; what was due before the register, and a gift
 * regulation, for which nobody is fined (art. 34), are told without alarm.
 */
export function expectedBadge(expected: StoredExpected, words: Words): Badge {
  const { withdrawnAt, standing, watched, kind } = expected;
  if (withdrawnAt !== null)
    return { kind: 'neutral', label: words.t('expectations.standing.withdrawn') };
  const badge = standingBadge(standing, words);
  if (standing !== 'not_received') return badge;
  if (!watched) return { ...badge, kind: 'neutral' };
  return kind === 'gift_regulation' ? { ...badge, kind: 'warning' } : badge;
}

/** "over 2024", "verkiezing in 2025"; of a gift regulation from which year it is due. */
export function aboutWords({ kind, election, year }: StoredExpected, words: Words): string {
  const values = { year: String(year) };
  if (kind === 'gift_regulation') return words.t('expectations.sinceYear', values);
  return words.t(election === null ? 'expectations.aboutYear' : 'expectations.inYear', values);
}

export function nameIn(group: Group, recipient: Ref): string {
  return group.members.find((member) => member.recipient === recipient)?.name ?? group.name;
}

/** "Neveninstelling: Instituut van de Proef" */
export function partName({ part, name }: RequiredPart, words: Words): string {
  const label = words.t(`expectations.part.${part}`);
  return name === null ? label : `${label}: ${name}`;
}

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

/** As the law sees it today: what is withdrawn, or was due before the register, says so. */
export function expectedBadge(expected: StoredExpected, words: Words): Badge {
  if (expected.withdrawnAt !== null)
    return { kind: 'neutral', label: words.t('expectations.standing.withdrawn') };
  return standingBadge(expected.standing, words);
}

export function nameIn(group: Group, recipient: Ref): string {
  return group.members.find((member) => member.recipient === recipient)?.name ?? group.name;
}

/** "Neveninstelling: Instituut van de Proef" */
export function partName({ part, name }: RequiredPart, words: Words): string {
  const label = words.t(`expectations.part.${part}`);
  return name === null ? label : `${label}: ${name}`;
}

import { daysBetween, plainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Severity } from '../../../legal/rules/finding';
import { formatCount } from '../../../platform/rendering/format';
import { type Badge, type Figure } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type StoredDuty, type StoredFinding } from '../../judgements/public';
import { type ListedContribution } from '../application/read-contributions';
import { type Standing, type YearTotal } from '../application/read-ledger';

/** The name of a donor, or what kind of donor it is when it has no name. */
export function donorName(name: string | null, kind: string, words: Words): string {
  return name === null || name === '' ? words.t(`donors.kind.${kind}`) : name;
}

function daysInWords(days: number, words: Words): string {
  const count = formatCount(days, words.language);
  return words.t(`legal.unit.days.${days === 1 ? 'one' : 'other'}`, { count });
}

/** How many days are left for a notice, or how many it is late. */
export function urgency(duty: StoredDuty, today: PlainDate, words: Words): Badge {
  if (duty.metAt !== null) return { kind: 'safe', label: words.t('treasurer.status.filed') };
  const left = daysBetween(today, plainDate(duty.enforcedLastDay));
  if (left < 0)
    return {
      kind: 'danger',
      label: words.t('treasurer.status.late', { days: daysInWords(-left, words) }),
    };
  if (left === 0) return { kind: 'warning', label: words.t('treasurer.status.today') };
  return {
    kind: 'warning',
    label: words.t('treasurer.status.left', { days: daysInWords(left, words) }),
  };
}

const SEVERITIES = ['finding', 'warning', 'undecided', 'signal'] as const;
const KINDS: Readonly<Record<Severity, Badge['kind']>> = {
  finding: 'danger',
  warning: 'warning',
  undecided: 'neutral',
  signal: 'info',
};

/** True while something still has to be done; a remedy that was carried out in full is history. */
export function isOpen({ content }: StoredFinding): boolean {
  return content.remedy === null || content.remedy.open > 0;
}

/** The gravest of what was found, in one word. */
export function gravest(findings: readonly StoredFinding[], words: Words): Badge | null {
  const severity = SEVERITIES.find((one) =>
    findings.some((found) => found.severity === one && isOpen(found)),
  );
  return severity === undefined
    ? null
    : { kind: KINDS[severity], label: words.t(`findings.severity.${severity}`) };
}

/** What a gift stands for now, most urgent first; never empty. */
export function giftBadges(
  gift: ListedContribution,
  standing: Standing,
  today: PlainDate,
  words: Words,
): readonly Badge[] {
  const about = standing.findings.filter(({ content }) =>
    content.contributions.some(({ contribution }) => contribution === gift.rootId),
  );
  const duties = standing.duties.filter(({ rootId }) => rootId === gift.rootId);
  const open = duties.filter(({ metAt }) => metAt === null);
  const found = gravest(about, words);
  const gone = gift.returnedCents === gift.amountCents;
  const badges: readonly Badge[] = [
    ...open.map((duty) => urgency(duty, today, words)),
    ...(found === null ? [] : [found]),
    ...(gone ? [{ kind: 'neutral' as const, label: words.t('treasurer.status.gone') }] : []),
    ...duties
      .filter(({ metAt }) => metAt !== null)
      .slice(0, 1)
      .map((duty) => urgency(duty, today, words)),
  ];
  return badges.length > 0 ? badges : [{ kind: 'safe', label: words.t('treasurer.status.ok') }];
}

/** The same in one short word, for a column of a table. */
export function giftStatus(
  gift: ListedContribution,
  standing: Standing,
  today: PlainDate,
  words: Words,
): Badge {
  const open = standing.duties.find(
    ({ rootId, metAt }) => rootId === gift.rootId && metAt === null,
  );
  if (open !== undefined)
    return open.enforcedLastDay < today
      ? { kind: 'danger', label: words.t('treasurer.status.tooLate') }
      : { kind: 'warning', label: words.t('treasurer.status.toFile') };
  const [first] = giftBadges(gift, standing, today, words);
  return first ?? { kind: 'safe', label: words.t('treasurer.status.ok') };
}

function netOf(totals: readonly YearTotal[], types: readonly string[] | null): number {
  return totals
    .filter(({ type }) => types === null || types.includes(type))
    .reduce((sum, { netCents }) => sum + Number(netCents), 0);
}

/** The year in figures: dues of members and remittances stand apart, as in the yearly report. */
export function yearFigures(totals: readonly YearTotal[], words: Words): readonly Figure[] {
  const apart = ['membership_dues', 'office_holder_remittance', 'in_kind', 'discount'];
  const figure = (key: string, cents: number, note = ''): Figure => ({
    label: words.t(`treasurer.figure.${key}`),
    value: words.euro(String(cents)),
    note,
  });
  const rest = netOf(totals, null) - netOf(totals, apart);
  return [
    figure('all', netOf(totals, null), words.t('treasurer.figure.allNote')),
    figure('gifts', rest),
    figure('dues', netOf(totals, ['membership_dues'])),
    figure('remittances', netOf(totals, ['office_holder_remittance'])),
    figure('inKind', netOf(totals, ['in_kind', 'discount'])),
  ];
}

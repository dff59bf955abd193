import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { printReference } from '../../../legal/kernel/law-reference';
import { type DueDates } from '../../../legal/calendar/substantial-gift-term';
import { type Finding, type Remedy, type Severity } from '../../../legal/rules/finding';
import { formatEuro } from '../../../platform/rendering/format';
import { type Language } from '../../../platform/rendering/language';
import { type TermView } from '../../../platform/rendering/page-parts';
import { type Texts } from '../../../platform/rendering/texts';
import { describeTerm } from '../../reference/public';

type Words = Pick<Texts, 't'>;

/** A finding as the macro findingList shows it. */
export interface FindingWords {
  readonly badge: { readonly kind: BadgeKind; readonly label: string };
  readonly title: string;
  readonly body: string;
  readonly article: string;
  /** The page that explains the rule. */
  readonly ruleHref: string;
  /** What must be done with which money; empty when nothing has to move. */
  readonly remedy: string;
  readonly href: string;
}

type BadgeKind = 'danger' | 'warning' | 'info' | 'neutral';

const BADGES: Readonly<Record<Severity, BadgeKind>> = {
  finding: 'danger',
  warning: 'warning',
  signal: 'info',
  undecided: 'neutral',
};

/** Outcomes that mean the same whichever rule gives them. */
const COMMON = new Set(['parameter_unknown', 'status_unknown']);

/** The key of the texts of a finding, below 'findings.'. */
export function findingTextKey({ rule, outcome }: Pick<Finding, 'rule' | 'outcome'>): string {
  return `findings.${COMMON.has(outcome) ? 'any' : rule}.${outcome}`;
}

/** What is missing, in words: "naam, adres en woonplaats". */
export function missingWords(
  codes: readonly string[],
  language: Language,
  words: Words,
): readonly string[] {
  return codes.map((code) => {
    const [kind, name = ''] = code.split(':');
    return kind === 'parameter'
      ? words.t(language, 'findings.missing.parameter', { name })
      : words.t(language, `findings.missing.${code}`);
  });
}

function amountLabelled(finding: Finding, ...labels: readonly string[]): EuroCents | undefined {
  return finding.amounts.find(({ label }) => labels.includes(label))?.amount;
}

function totalOf(finding: Finding): EuroCents | undefined {
  const named = finding.amounts.find(({ label }) => label.startsWith('total'))?.amount;
  // A late notice is about the gift that had to be notified, not about the year.
  if (finding.rule === 'WFPP-25a-2') return finding.contributions[0]?.amount ?? named;
  return named ?? amountLabelled(finding, 'contribution');
}

function remedyWords(remedy: Remedy | null, language: Language, words: Words): string {
  if (remedy === null) return '';
  if (remedy.open === 0)
    return words.t(language, 'findings.remedy.done', { amount: formatEuro(remedy.done, language) });
  // All steps of one ground go the same way; what is still open is told, not what was done.
  const [step] = remedy.steps;
  if (step === undefined) return '';
  const amount = formatEuro(remedy.open, language);
  return words.t(language, `findings.remedy.${step.to}`, { amount });
}

/** A finding in the reader's language: what it is, what must be done with which money, to whom. */
export function findingWords(
  finding: Finding,
  language: Language,
  words: Words,
  href = '',
): FindingWords {
  const key = findingTextKey(finding);
  const euros = (amount: EuroCents | undefined): string =>
    amount === undefined ? '' : formatEuro(amount, language);
  const values = {
    total: euros(totalOf(finding)),
    limit: euros(amountLabelled(finding, 'cap', 'own_cap', 'may_be_kept', 'threshold')),
    excess: euros(amountLabelled(finding, 'excess')),
    missing: missingWords(finding.missing, language, words).join(', '),
    source: finding.parameters.find(({ key: name }) => name === 'own_cap')?.source ?? '',
  };
  return {
    badge: {
      kind: BADGES[finding.severity],
      label: words.t(language, `findings.severity.${finding.severity}`),
    },
    title: words.t(language, `${key}.title`),
    body: words.t(language, `${key}.body`, values),
    article: printReference(finding.basis),
    ruleHref: `/regels/${finding.rule}`,
    remedy: remedyWords(finding.remedy, language, words),
    href,
  };
}

/** Both last days of a notice with their counting, for the macros of partials/term.njk. */
export interface DueWords {
  readonly enforced: TermView;
  readonly statutory: TermView;
  readonly sameDay: boolean;
}

export function dueWords(due: DueDates, language: Language, words: Words): DueWords {
  return {
    enforced: describeTerm(due.enforced, language, words),
    statutory: describeTerm(due.statutory, language, words),
    sameDay: due.enforced.lastDay === due.statutory.lastDay,
  };
}

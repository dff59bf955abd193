import { euroCents } from '../../../legal/kernel/euro-cents';
import { printReference } from '../../../legal/kernel/law-reference';
import { plainDate } from '../../../legal/kernel/plain-date';
import { type FineStep } from '../../../legal/fines/propose-fine';
import { formatMoment } from '../../../platform/rendering/format';
import { type Cell, type Fact, type Figure } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { overseerWords, type ProposalContent, type StoredProposal } from '../../enforcement/public';
import { dueWords } from '../../judgements/public';
import { daysInWords } from '../../notices/public';
import { type ProposalCase } from '../application/read-case';
import { type CaseReader, openingOf } from './open-case-button';
import {
  comparedRows,
  donorFact,
  filingFacts,
  giftRows,
  noticeFact,
  parameterOn,
  parameterRows,
  ruleWords,
} from './case-words';

function figures(proposal: StoredProposal, words: Words): readonly Figure[] {
  const { fine, finding, notice } = proposal.content;
  const amount = {
    label: words.t('oversight.figure.amount'),
    value: words.euro(fine.amount),
    note: words.t('oversight.figure.ceiling', { amount: words.euro(fine.ceiling) }),
  };
  const article = {
    label: words.t('oversight.figure.article'),
    value: printReference(finding.basis),
    note: words.t('oversight.figure.law'),
  };
  if (notice === null) return [amount, article];
  const late = {
    label: words.t('oversight.figure.late'),
    value: daysInWords(notice.daysLate, words),
    note: words.t('oversight.figure.after', { day: words.longDay(notice.due.enforced.lastDay) }),
  };
  return [amount, article, late];
}

function facts(found: ProposalCase, words: Words): readonly Fact[] {
  const { proposal, year } = found;
  const { finding, addressee, notice } = proposal.content;
  const [gift] = finding.contributions;
  const total = finding.amounts.find(({ label }) => label === 'total_after');
  return [
    { label: words.t('oversight.party'), value: proposal.organisationName },
    {
      label: words.t('oversight.case.addressee'),
      value: proposal.recipientName,
      note: words.t(`oversight.addressee.${addressee}`),
    },
    ...(proposal.donorId === null ? [] : [donorFact(found, words)]),
    ...filingFacts(finding, words),
    ...(notice === null || gift === undefined
      ? []
      : [
          {
            label: words.t('oversight.case.gift'),
            value: words.t('oversight.case.giftReceived', {
              amount: words.euro(gift.amount),
              day: words.longDay(gift.receivedOn),
            }),
          },
        ]),
    ...(total === undefined
      ? []
      : [
          {
            label: words.t('oversight.amount.total_after', { year: String(year) }),
            value: words.euro(total.amount),
          },
        ]),
    ...(notice === null ? [] : [noticeFact(found, words)]),
    {
      label: words.t('oversight.case.finding'),
      value: overseerWords(finding, words).title,
      href: `/toezicht/bevindingen/${proposal.findingId}`,
    },
  ];
}

/** Why a step counts as it does, from what it saw. */
function reason({ code, input }: FineStep, content: ProposalContent, words: Words): string {
  const key = `oversight.step.${code}`;
  if (code === 'base') return overseerWords(content.finding, words).title;
  if (typeof input === 'boolean') {
    const about = content.notice === null ? 'Other' : 'Notice';
    return words.t(`${key}.${input ? 'yes' : 'no'}${about}`);
  }
  if (code === 'days_late')
    return content.notice === null
      ? words.t(`${key}.none`)
      : words.t(`${key}.why`, { days: daysInWords(Number(input), words) });
  if (code === 'repetition')
    return words.t(input === 0 ? `${key}.none` : `${key}.why`, { count: String(input) });
  return words.t(`${key}.why`, { amount: words.euro(euroCents(Number(input))) });
}

function stepRows(content: ProposalContent, words: Words): readonly (readonly Cell[])[] {
  return content.fine.steps.map((step, index) => [
    `${String(index + 1)}. ${words.t(`oversight.step.${step.code}`)}`,
    reason(step, content, words),
    printReference(step.article),
    words.euro(step.effect),
    words.euro(step.total),
  ]);
}

function milder(content: ProposalContent, words: Words): object {
  const { lexMitior } = content.fine;
  const equal = lexMitior.atViolation === lexMitior.atDecision;
  const then = parameterOn('fine.max', plainDate(content.violatedOn), words);
  const now = parameterOn('fine.max', plainDate(content.calculatedOn), words);
  return {
    used: words.t(`oversight.milder.${equal ? 'same' : lexMitior.chosen}`, {
      article: printReference(lexMitior.basis),
      violated: words.day(content.violatedOn),
      calculated: words.day(content.calculatedOn),
    }),
    rows: [
      ...comparedRows(content.finding, content.calculatedOn, words),
      [then.what, then.bare, now.bare],
      [
        words.t('oversight.milder.outcome'),
        words.euro(lexMitior.atViolation),
        words.euro(lexMitior.atDecision),
      ],
    ],
  };
}

function terms(proposal: StoredProposal, words: Words): readonly Fact[] {
  const { content, proposedAt } = proposal;
  const on = plainDate(content.calculatedOn);
  const power = parameterOn('fine.power_lapses', on, words);
  const decision = parameterOn('fine.decision_term', on, words);
  return [
    { label: words.t('oversight.terms.violation'), value: words.longDay(content.violatedOn) },
    {
      label: words.t('oversight.terms.proposed'),
      value: formatMoment(proposedAt, words.language),
      note: words.t('oversight.terms.calculated', { day: words.day(content.calculatedOn) }),
    },
    {
      label: words.t('oversight.terms.lapses'),
      value: words.longDay(content.powerLapsesOn),
      note: words.t('oversight.terms.lapsesNote', { term: power.bare }),
    },
    {
      label: words.t('oversight.terms.decision'),
      value: words.t('oversight.terms.decisionValue', { term: decision.bare }),
      note: words.t('oversight.terms.decisionNote'),
    },
  ];
}

/** The data of pages/oversight/proposal.njk: all that a person needs to decide, and no decision. */
export function proposalPage(found: ProposalCase, reader: CaseReader, words: Words): object {
  const { proposal } = found;
  const { content } = proposal;
  const { finding, fine, notice } = content;
  const ended = proposal.supersededAt !== null;
  return {
    number: proposal.number,
    title: overseerWords(finding, words).title,
    status: {
      kind: ended ? 'neutral' : 'warning',
      label: words.t(`oversight.status.${ended ? 'ended' : 'waiting'}`),
    },
    figures: figures(proposal, words),
    facts: facts(found, words),
    gifts: giftRows(finding, found, words),
    rule: {
      article: printReference(finding.basis),
      text: ruleWords(finding.rule, words),
      href: `/regels/${finding.rule}`,
    },
    parameters: parameterRows(finding, words),
    due: notice === null ? null : dueWords(notice.due, words.language, words.texts),
    steps: stepRows(content, words),
    total: [words.t('oversight.figure.amount'), '', '', '', words.euro(fine.amount)],
    schedule: words.t(`oversight.schedule.${fine.schedule.origin}`, {
      version: fine.schedule.version,
      amount: words.euro(fine.ceiling),
    }),
    milder: milder(content, words),
    terms: terms(proposal, words),
    fineable: ['blame', 'circumstances', 'views', 'before'].map((key) =>
      words.t(`oversight.weigh.${key}`),
    ),
    actions: [],
    ...openingOf(ended ? { ...reader, mayOpen: false } : reader, {
      from: 'proposal',
      id: proposal.id,
    }),
  };
}

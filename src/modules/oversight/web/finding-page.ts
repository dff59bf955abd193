import { printReference } from '../../../legal/kernel/law-reference';
import { type Remedy } from '../../../legal/rules/finding';
import { formatMoment } from '../../../platform/rendering/format';
import { type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { dueWords, missingWords } from '../../judgements/public';
import { type FindingCase } from '../application/read-case';
import { overseerWords } from '../../enforcement/public';
import { type CaseReader, openingOf } from './open-case-button';
import {
  amountFacts,
  documentRows,
  donorFact,
  filingFacts,
  giftRows,
  noticeFact,
  parameterRows,
  ruleWords,
} from './case-words';

function facts(found: FindingCase, words: Words): readonly Fact[] {
  const { finding, group, year } = found;
  const { content } = finding;
  const recipient = group.members.find((member) => member.recipient === content.recipient);
  return [
    { label: words.t('oversight.party'), value: finding.organisationName },
    ...(recipient === undefined
      ? []
      : [{ label: words.t('gifts.recipient'), value: recipient.name }]),
    ...(finding.donorId === null ? [] : [donorFact(found, words)]),
    ...amountFacts(content, year, words),
    ...filingFacts(content, words),
    ...(content.rule === 'WFPP-25a-2' ? [noticeFact(found, words)] : []),
    { label: words.t('oversight.terms.since'), value: words.longDay(content.since) },
    {
      label: words.t('oversight.terms.found'),
      value: formatMoment(finding.foundAt, words.language),
      ...(finding.endedAt === null
        ? {}
        : {
            note: words.t('oversight.case.ended', {
              moment: formatMoment(finding.endedAt, words.language),
            }),
          }),
    },
  ];
}

function remedyOf(remedy: Remedy | null, found: FindingCase, words: Words): object | null {
  if (remedy === null) return null;
  const nameOf = (ref: string): string =>
    found.group.members.find(({ recipient }) => recipient === ref)?.name ?? '';
  return {
    body: words.t('oversight.finding.remedyBody', {
      remedy: overseerWords(found.finding.content, words).remedy,
      article: printReference(remedy.basis),
    }),
    rows: remedy.steps.map((step) => [
      nameOf(step.recipient),
      words.t(`oversight.to.${step.to}`),
      words.euro(step.amount),
    ]),
    totals: [words.t('oversight.finding.total'), '', words.euro(remedy.total)],
  };
}

/** The data of pages/oversight/finding.njk. */
export function findingPage(found: FindingCase, reader: CaseReader, words: Words): object {
  const { finding, due } = found;
  const { content } = finding;
  const told = overseerWords(content, words);
  const { proposalId, proposalNumber } = finding;
  return {
    title: told.title,
    status:
      finding.endedAt === null
        ? told.badge
        : { kind: 'neutral', label: words.t('oversight.status.findingEnded') },
    article: told.article,
    body: told.body,
    rule: ruleWords(content.rule, words),
    ruleHref: `/regels/${content.rule}`,
    documents: documentRows(content, words),
    facts: facts(found, words),
    gifts: giftRows(content, found, words),
    parameters: parameterRows(content, words),
    missing: missingWords(content.missing, words.language, words.texts),
    remedy: remedyOf(content.remedy, found, words),
    due: due === null ? null : dueWords(due, words.language, words.texts),
    ...openingOf(found.finding.endedAt === null ? reader : { ...reader, mayOpen: false }, {
      from: 'finding',
      id: finding.id,
    }),
    proposal:
      proposalId === null || proposalNumber === null
        ? null
        : {
            text: words.t('oversight.finding.toProposal', { number: proposalNumber }),
            href: `/toezicht/voorstellen/${proposalId}`,
          },
  };
}

import { type Group } from '../../../legal/facts/group';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { printReference } from '../../../legal/kernel/law-reference';
import { type FineProposal, type FineStep } from '../../../legal/fines/propose-fine';
import { type Cell, type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type CaseView } from '../application/case-view';
import { daysInWords } from './case-page-words';

const MOST_GIFTS = 12;

/** What the case is about, whom it concerns and where it came from. */
export function caseFacts(view: CaseView, group: Group, words: Words): readonly Fact[] {
  const { addressee, state, finding } = view;
  const { subject } = state;
  const contributions = finding?.contributions ?? [];
  const nameOf = (ref: string): string =>
    group.members.find(({ recipient }) => recipient === ref)?.name ?? '';
  return [
    { label: words.t('oversight.party'), value: view.organisation },
    {
      label: words.t('oversight.case.addressee'),
      value: addressee.name,
      note:
        addressee.kind === null
          ? words.t('cases.fact.noAddressee')
          : words.t(`oversight.addressee.${addressee.kind}`),
    },
    {
      label: words.t('cases.fact.rule'),
      value: printReference(subject.basis),
      href: `/regels/${view.rule}`,
    },
    { label: words.t('cases.fact.violatedOn'), value: words.longDay(subject.violatedOn) },
    {
      label: words.t('cases.fact.ceiling'),
      value: subject.fineable ? words.euro(subject.ceiling) : words.t('cases.fact.notFineable'),
    },
    ...contributions.slice(0, MOST_GIFTS).map((gift) => ({
      label: words.t('cases.fact.gift'),
      value: words.t('cases.fact.giftValue', {
        amount: words.euro(gift.amount),
        day: words.day(gift.receivedOn),
        recipient: nameOf(gift.recipient),
      }),
    })),
    ...sources(view, words),
  ];
}

function sources(view: CaseView, words: Words): readonly Fact[] {
  const { findingId, proposalId, openedOn } = view;
  return [
    ...(findingId === null
      ? []
      : [
          {
            label: words.t('oversight.case.finding'),
            value: words.t('cases.fact.toFinding'),
            href: `/toezicht/bevindingen/${findingId}`,
          },
        ]),
    ...(proposalId === null
      ? []
      : [
          {
            label: words.t('cases.fact.proposal'),
            value: words.t('cases.fact.toProposal'),
            href: `/toezicht/voorstellen/${proposalId}`,
          },
        ]),
    { label: words.t('cases.fact.openedOn'), value: words.longDay(openedOn) },
  ];
}

function stepInput({ code, input }: FineStep, words: Words): string {
  if (typeof input === 'boolean') return words.t(input ? 'cases.calc.yes' : 'cases.calc.no');
  if (code === 'days_late') return daysInWords(Number(input), words);
  if (code === 'repetition') return words.t('cases.calc.times', { count: String(input) });
  if (typeof input === 'number') return words.euro(euroCents(input));
  return words.texts.has(`cases.rule.${input}`) ? words.t(`cases.rule.${input}`) : input;
}

/** Every step of the schedule with what it saw and what it did. */
export function calculationRows(fine: FineProposal, words: Words): readonly (readonly Cell[])[] {
  return fine.steps.map((step, index) => [
    `${String(index + 1)}. ${words.t(`oversight.step.${step.code}`)}`,
    stepInput(step, words),
    printReference(step.article),
    words.euro(step.effect),
    words.euro(step.total),
  ]);
}

/** A calculation with its version and the milder law, for the macro of the case pages. */
export function calculationOf(fine: FineProposal | null, words: Words): object | null {
  if (fine === null) return null;
  return {
    rows: calculationRows(fine, words),
    total: [words.t('cases.calc.outcome'), '', '', '', words.euro(fine.amount)],
    schedule: words.t(`oversight.schedule.${fine.schedule.origin}`, {
      version: fine.schedule.version,
      amount: words.euro(fine.ceiling),
    }),
  };
}

import { canonicalJson } from '../../../platform/json/canonical';
import { formatMoment } from '../../../platform/rendering/format';
import { type Fact, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type CaseDraftView, type CaseView } from '../application/case-view';
import { type DecisionContent } from '../application/decision-content';
import { calculationOf, caseFacts } from './case-facts';
import { submissionsOf } from './case-papers';
import { fieldView, type SentForm } from './case-form-view';
import { fieldsOf } from './step-forms';
import { type CaseReader } from './staff-case-page';

function heard(content: DecisionContent, words: Words): readonly Fact[] {
  const { report, views, advice } = content;
  return [
    ...(report === null
      ? []
      : [
          {
            label: words.t('cases.content.report'),
            value: words.longDay(report.drawnOn),
            note: report.text,
          },
        ]),
    ...(views === null
      ? []
      : [
          {
            label: words.t('cases.content.views'),
            value:
              views.receivedOn === null
                ? words.t('cases.content.noViews', { day: words.longDay(views.askedOn) })
                : words.longDay(views.receivedOn),
          },
        ]),
    ...(advice === null
      ? []
      : [
          {
            label: words.t('cases.content.advice'),
            value: words.t(`cases.advice.${advice.advice}`),
            note: advice.text ?? '',
          },
        ]),
  ];
}

function outcomeFacts(content: DecisionContent, words: Words): readonly Fact[] {
  const { amount, deviates, calculation, outcome, paymentWeeks, schedule } = content;
  return [
    ...(outcome === null
      ? []
      : [
          {
            label: words.t('cases.content.outcome'),
            value: words.t(`cases.outcome.${outcome}`),
          },
        ]),
    ...(amount === 0
      ? []
      : [
          {
            label: words.t('cases.content.amount'),
            value: words.euro(amount),
            note:
              deviates && calculation !== null
                ? words.t('cases.content.deviates', { amount: words.euro(calculation.amount) })
                : '',
          },
        ]),
    ...(paymentWeeks === null
      ? []
      : [
          {
            label: words.t('cases.content.payment'),
            value: words.t('cases.content.weeks', { count: String(paymentWeeks) }),
          },
        ]),
    ...(schedule === null ? [] : [{ label: words.t('cases.content.schedule'), value: schedule }]),
  ];
}

/** What the decision says, part by part, in the order of the decision itself. */
export function contentFacts(content: DecisionContent, words: Words): readonly Fact[] {
  const { violation } = content;
  return [
    { label: words.t('cases.content.purpose'), value: words.t(`cases.purpose.${content.purpose}`) },
    { label: words.t('oversight.case.addressee'), value: content.addressee.name },
    { label: words.t('cases.content.violation'), value: violation.article },
    { label: words.t('cases.fact.violatedOn'), value: words.longDay(violation.violatedOn) },
    ...heard(content, words),
    ...outcomeFacts(content, words),
  ];
}

function status(draft: CaseDraftView, words: Words): object {
  const kind = { open: 'warning', withdrawn: 'neutral', sent_back: 'neutral', approved: 'safe' };
  return { kind: kind[draft.outcome], label: words.t(`cases.draft.${draft.outcome}`) };
}

/** What stands in the way of this reader, or the two forms: approve exactly this, or send it back. */
function deciding(
  view: CaseView,
  draft: CaseDraftView,
  reader: CaseReader,
  words: Words,
): { readonly may: boolean; readonly why: string } {
  if (draft.outcome !== 'open' || !view.possible.includes('approve_decision'))
    return { may: false, why: '' };
  const own = draft.draftedBy === reader.userId;
  return { may: !own, why: own ? words.t('cases.draft.own') : '' };
}

/** The data of pages/enforcement/draft.njk. */
export function draftPage(
  view: CaseView,
  draft: CaseDraftView,
  reader: CaseReader,
  sent: SentForm,
  words: Words,
): object {
  const { content, sha256, version } = draft;
  const decides = deciding(view, draft, reader, words);
  const errors: readonly FormError[] = sent.errors;
  const filled = { typed: sent.step === 'send_back_draft' ? sent.typed : {}, errors };
  return {
    id: view.id,
    number: view.number,
    caseVersion: String(view.version),
    version: String(version),
    title: words.t(`cases.purpose.${draft.purpose}`),
    status: status(draft, words),
    by: words.t('cases.draft.by', {
      name: draft.draftedByName ?? words.t('cases.draft.someone'),
      moment: formatMoment(draft.draftedAt, words.language),
    }),
    sentBack: draft.reason ?? '',
    sha256,
    content: contentFacts(content, words),
    reasons: content.reasons,
    exact: canonicalJson(content),
    facts: caseFacts(view, reader.group, words),
    calculation: calculationOf(content.calculation, words),
    submissions: submissionsOf(view, words),
    mayDecide: decides.may,
    why: decides.why,
    sendBack: fieldsOf('send_back_draft').map((field) =>
      fieldView('send_back_draft', field, filled, words),
    ),
    errors,
    once: sent.once,
  };
}

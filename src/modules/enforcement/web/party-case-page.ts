import { printReference } from '../../../legal/kernel/law-reference';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type CaseTerm, type Collection } from '../../../legal/procedure/case';
import { type Cell, type Fact, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type CaseSummary, type CaseView, type SubmissionKind } from '../application/case-view';
import { standingBadges, termBadge, termLine } from './case-page-words';
import { letterRows, submissionsOf } from './case-papers';
import { timelineOf } from './case-timeline';

export interface PartyReader {
  readonly today: PlainDate;
  /** May answer for the party. */
  readonly mayAct: boolean;
  readonly done: string;
}

export interface SentSubmission {
  readonly kind: string;
  readonly text: string;
  readonly errors: readonly FormError[];
  readonly once: string;
}

/** Which submission answers what the case waits for, and the term it is given. */
const ASKED: Readonly<Record<SubmissionKind, { command: string; term: CaseTerm['code'] }>> = {
  views: { command: 'receive_views', term: 'views' },
  repair: { command: 'report_repair', term: 'repair' },
  information: { command: 'receive_information', term: 'information' },
  objection: { command: 'receive_objection', term: 'objection' },
};
export const SUBMISSION_KINDS = Object.keys(ASKED) as readonly SubmissionKind[];

function row(one: CaseSummary, today: PlainDate, words: Words): readonly Cell[] {
  const [first, ...rest] = standingBadges(one, words);
  const { nextTerm } = one;
  return [
    { text: one.title, href: `/zaken/${one.id}`, note: one.number },
    one.addressee.name,
    {
      ...(first === undefined ? {} : { badge: first }),
      note: rest.map(({ label }) => label).join(', '),
    },
    nextTerm === null
      ? ''
      : {
          text: words.day(nextTerm.lastDay),
          badge: termBadge(nextTerm, today, words),
          note: words.t(`cases.term.${nextTerm.code}`),
        },
  ];
}

/** The data of pages/enforcement/party-cases.njk. */
export function partyCaseListPage(
  cases: readonly CaseSummary[],
  today: PlainDate,
  words: Words,
): object {
  const rows = (ended: boolean): readonly (readonly Cell[])[] =>
    cases
      .filter(({ endedOn }) => (endedOn !== null) === ended)
      .map((one) => row(one, today, words));
  return { running: rows(false), ended: rows(true) };
}

/** What the party can send now, with the last day and what was asked. */
function forms(
  view: CaseView,
  reader: PartyReader,
  sent: SentSubmission,
  words: Words,
): readonly object[] {
  const open = SUBMISSION_KINDS.filter((kind) =>
    view.possible.some((command) => command === ASKED[kind].command),
  );
  return open.map((kind) => {
    const term = view.terms.find(({ code }) => code === ASKED[kind].term);
    const { informationAsked } = view.state;
    return {
      kind,
      title: words.t(`cases.ask.${kind}`),
      body: words.t(`cases.ask.${kind}.body`),
      question: kind === 'information' ? (informationAsked?.question ?? '') : '',
      until:
        term === undefined ? '' : words.t('cases.ask.until', { day: words.longDay(term.lastDay) }),
      badge: term === undefined ? null : termBadge(term, reader.today, words),
      label: words.t(`cases.ask.${kind}.text`),
      submit: words.t(`cases.ask.${kind}.submit`),
      text: sent.kind === kind ? sent.text : '',
      errors: sent.kind === kind ? sent.errors : [],
    };
  });
}

const TO_BE_PAID: readonly Collection[] = ['due', 'in_default', 'dunned', 'writ'];

/** What has to be paid and until when: objection does not put that off (Awb 6:16). */
function payment(view: CaseView, today: PlainDate, words: Words): object | null {
  const { outstanding, collection } = view.state;
  if (outstanding === 0 || !TO_BE_PAID.includes(collection)) return null;
  const of = (wanted: CaseTerm['code']): CaseTerm | undefined =>
    view.terms.findLast(({ code }) => code === wanted);
  const term = of('dunning') ?? of('payment');
  return {
    title: words.t('cases.ask.pay', { amount: words.euro(outstanding) }),
    until:
      term === undefined ? '' : words.t('cases.ask.until', { day: words.longDay(term.lastDay) }),
    badge: term === undefined ? null : termBadge(term, today, words),
    body: words.t(view.state.objection === null ? 'cases.ask.pay.body' : 'cases.ask.pay.objected'),
  };
}

function moneyFacts({ state }: CaseView, words: Words): readonly Fact[] {
  const decided = state.decisions.findLast(({ purpose }) => purpose === 'fine');
  if (decided === undefined) return [];
  return [
    { label: words.t('cases.fact.fine'), value: words.euro(decided.amount) },
    { label: words.t('cases.fact.outstanding'), value: words.euro(state.outstanding) },
  ];
}

function facts(view: CaseView, words: Words): readonly Fact[] {
  const { subject } = view.state;
  return [
    { label: words.t('cases.fact.about'), value: view.addressee.name },
    {
      label: words.t('cases.fact.rule'),
      value: printReference(subject.basis),
      href: `/regels/${view.rule}`,
    },
    { label: words.t('cases.fact.violatedOn'), value: words.longDay(subject.violatedOn) },
    ...moneyFacts(view, words),
  ];
}

/** The data of pages/enforcement/party-case.njk: what is asked of us, until when, and what we sent. */
export function partyCasePage(
  view: CaseView,
  reader: PartyReader,
  sent: SentSubmission,
  words: Words,
): object {
  const asked = forms(view, reader, sent, words);
  const pay = payment(view, reader.today, words);
  const { ended } = view.state;
  return {
    id: view.id,
    number: view.number,
    title: view.title,
    done: reader.done === '' ? '' : words.t(`cases.sent.${reader.done}`),
    badges: standingBadges(view, words),
    ended: ended === null ? '' : words.t('cases.ended', { day: words.longDay(ended.on) }),
    report: view.state.report?.text ?? '',
    asked,
    pay,
    nothingAsked: asked.length === 0 && pay === null,
    mayAct: reader.mayAct,
    terms: view.terms
      .filter(({ state }) => state === 'running')
      .map((term) => termLine(term, reader.today, words)),
    facts: facts(view, words),
    submissions: submissionsOf(view, words),
    letters: letterRows(view, words),
    timeline: timelineOf(view, reader.today, words),
    errors: sent.errors,
    once: sent.once,
  };
}

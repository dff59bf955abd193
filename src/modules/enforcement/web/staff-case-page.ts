import { type Group } from '../../../legal/facts/group';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Words } from '../../../platform/rendering/words';
import { type CaseView } from '../application/case-view';
import { calculationOf, caseFacts } from './case-facts';
import { type SentForm, stepForms } from './case-form-view';
import { standingBadges, termLine } from './case-page-words';
import { decisionFacts, draftRow, letterRows, submissionsOf } from './case-papers';
import { timelineOf } from './case-timeline';
import { overseerWords } from './finding-told';

export interface CaseReader {
  readonly today: PlainDate;
  readonly userId: string;
  readonly group: Group;
  /** What was just done, or ''. */
  readonly done: string;
}

function signals(view: CaseView, words: Words): readonly string[] {
  return view.signals.map(({ kind, term, lastDay }) =>
    words.t(`cases.signal.${kind}`, {
      term: term === null ? '' : words.t(`cases.term.${term}`).toLowerCase(),
      day: lastDay === null ? '' : words.longDay(lastDay),
    }),
  );
}

/** The draft that waits, and what this reader can do with it. */
function pendingDraft(view: CaseView, reader: CaseReader, words: Words): object | null {
  const open = view.drafts.find(({ outcome }) => outcome === 'open');
  if (open === undefined) return null;
  const decides = view.possible.includes('approve_decision');
  const own = open.draftedBy === reader.userId;
  return {
    href: `/toezicht/zaken/${view.id}/ontwerpen/${String(open.version)}`,
    text: words.t(decides && !own ? 'cases.draft.decide' : 'cases.draft.read'),
    body: words.t('cases.draft.waits', {
      what: words.t(`cases.purpose.${open.purpose}`).toLowerCase(),
      name: open.draftedByName ?? words.t('cases.draft.someone'),
    }),
    primary: decides && !own,
  };
}

/** The data of pages/enforcement/staff-case.njk. */
export function staffCasePage(
  view: CaseView,
  reader: CaseReader,
  sent: SentForm,
  words: Words,
): object {
  const { today } = reader;
  const told = view.finding === null ? null : overseerWords(view.finding, words);
  return {
    id: view.id,
    version: String(view.version),
    number: view.number,
    title: view.title,
    lead: told?.body ?? view.tip ?? '',
    done: reader.done === '' ? '' : words.t(`cases.done.${reader.done}`),
    badges: standingBadges(view, words),
    signals: signals(view, words),
    ended:
      view.state.ended === null
        ? ''
        : words.t('cases.ended', { day: words.longDay(view.state.ended.on) }),
    terms: view.terms
      .filter(({ state }) => state !== 'met')
      .map((term) => termLine(term, today, words)),
    forms: stepForms(view, today, sent, words),
    draft: pendingDraft(view, reader, words),
    drafts: view.drafts.toReversed().map((draft) => draftRow(draft, view.id, words)),
    decisions: decisionFacts(view, words),
    facts: caseFacts(view, reader.group, words),
    calculation: calculationOf(view.calculation, words),
    submissions: submissionsOf(view, words),
    letters: letterRows(view, words),
    timeline: timelineOf(view, today, words),
    errors: sent.errors,
    once: sent.once,
  };
}

import { printReference } from '../../../legal/kernel/law-reference';
import { type CaseTerm } from '../../../legal/procedure/case';
import { type SentLetter } from '../../correspondence/public';
import { type CaseSummary, type CaseView } from '../application/case-view';
import { type CaseLetterAnswer } from './case-part.answers';
import { type CaseAnswer, type CaseSummaryAnswer, type CaseTermAnswer } from './case.answers';

function termView({ basis, ...term }: CaseTerm): Readonly<CaseTermAnswer> {
  return { ...term, article: printReference(basis) };
}

/** A case as a list of the API shows it. */
export function summaryAnswer(one: CaseSummary): Readonly<CaseSummaryAnswer> {
  return {
    id: one.id,
    number: one.number,
    title: one.title,
    organisation: one.organisation,
    addressee: one.addressee,
    source: one.source,
    rule: one.rule,
    phase: one.phase,
    protection: one.protection,
    collection: one.collection,
    openedOn: one.openedOn,
    openedAt: one.openedAt,
    endedOn: one.endedOn,
    version: one.version,
    nextTerm: one.nextTerm === null ? null : termView(one.nextTerm),
    signals: one.signals,
    draftPending: one.draftPending,
  };
}

/** A case by itself; its chronology, papers and decisions have addresses of their own. */
export function caseAnswer(view: CaseView): Readonly<CaseAnswer> {
  return {
    ...summaryAnswer(view),
    state: view.state,
    terms: view.terms.map(termView),
    possible: view.possible,
    findingId: view.findingId,
    proposalId: view.proposalId,
  };
}

export function letterAnswer(letter: SentLetter): Readonly<CaseLetterAnswer> {
  const { id, number, kind, subject, day, sha256, corrects } = letter;
  return { id, number, kind, subject, day, sha256, corrects };
}

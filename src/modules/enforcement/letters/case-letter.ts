import { articleInWords } from '../../../platform/rendering/article-words';
import { type CaseLetter, type CaseLetterFacts, type CaseLetterKind } from './case-letter-facts';
import { dunning, setOff } from './collection-letters';
import { fineDecision, noFineNotice } from './decision-letters';
import { happened } from './fact-words';
import { committeeSubmission, intention } from './intention-letters';
import { informationRequest, repairTerm, report } from './investigation-letters';
import { normInWords } from './norm-words';
import { objectionDecision, objectionReceipt } from './objection-letters';

type Words = Readonly<Record<string, unknown>>;

const SUBJECTS: Readonly<Record<CaseLetterKind, string>> = {
  repair_term: 'U kunt een overtreding herstellen',
  information_request: 'Verzoek om informatie',
  report: 'Rapport van een overtreding',
  intention: 'Voornemen om u een boete op te leggen; geef uw zienswijze',
  committee_submission: 'Voorgenomen besluit: verzoek om advies',
  fine_decision: 'Besluit: u krijgt een bestuurlijke boete',
  no_fine_notice: 'U krijgt geen boete',
  objection_receipt: 'Ontvangst van uw bezwaarschrift',
  objection_decision: 'Beslissing op uw bezwaar',
  dunning: 'Aanmaning: betaal de boete',
  set_off: 'Besluit: de boete wordt verrekend',
};

const BY_KIND: Readonly<Record<CaseLetterKind, (facts: CaseLetterFacts) => Words>> = {
  repair_term: repairTerm,
  information_request: informationRequest,
  report,
  intention,
  committee_submission: committeeSubmission,
  fine_decision: fineDecision,
  no_fine_notice: noFineNotice,
  objection_receipt: objectionReceipt,
  objection_decision: objectionDecision,
  dunning,
  set_off: setOff,
};

/** Letters that say that the rule was broken. */
const ESTABLISHED: readonly CaseLetterKind[] = [
  'report',
  'intention',
  'committee_submission',
  'fine_decision',
];

/** What every letter about a case may say. */
function common(kind: CaseLetterKind, facts: CaseLetterFacts): Words {
  const { incident, officials, state } = facts;
  return {
    offender: incident.offender,
    article: articleInWords(incident.basis),
    norm: normInWords(incident.rule, state.subject.violatedOn),
    facts: happened(facts, ESTABLISHED.includes(kind)),
    number: facts.number,
    signatory: officials.signatory,
  };
}

/**
 * The content of a letter, from the case as it stands after the step it belongs to. Pure: the same
 * facts always give the same letter.
 *
 * @throws Error when the case does not hold what this letter tells.
 */
export function caseLetter(kind: CaseLetterKind, facts: CaseLetterFacts): CaseLetter {
  return {
    kind,
    template: kind,
    subject: SUBJECTS[kind],
    content: { ...common(kind, facts), ...BY_KIND[kind](facts) },
  };
}

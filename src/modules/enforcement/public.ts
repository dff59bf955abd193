export { EnforcementModule } from './enforcement.module';
export { type ProposalContent } from './persistence/proposal-content';
export { listProposals, readProposal } from './application/read-proposals';
export { type StoredProposal } from './persistence/proposal.store';
export { OpenCase } from './application/open-case';
export { listCases, readCase, readOwnCases } from './application/read-case';
export { type SubmitRefusal, SubmitToCase } from './application/submit-to-case';
export { RegisterSubmission } from './application/take-in';
export { TakeStep } from './application/take-step';
export {
  type CaseDecisionView,
  type CaseDraftView,
  type CaseEventView,
  type CaseFilter,
  type CaseSignalView,
  type CaseSubmissionView,
  type CaseSummary,
  type CaseView,
  type OpenCaseInput,
  type OpenRefusal,
  type RegisterSubmissionInput,
  type StepCommand,
  type StepRefusal,
  type SubmissionKind,
  type SubmitInput,
  type SubmittedDocument,
  type TakeStepInput,
} from './application/case-view';
export { type DecisionContent } from './application/decision-content';
export { overseerWords } from './web/finding-told';
export {
  AdoptFineSchedule,
  DraftFineSchedule,
  type DraftScheduleInput,
  type FaultySchedule,
  listFineSchedules,
  readFineSchedule,
  simulateFineSchedule,
  type StoredSchedule,
  WithdrawFineSchedule,
} from './application/fine-schedules';
export { CorrectCaseLetter, type CorrectionRefusal } from './application/correct-letter';
export { adoptedSchedules } from './persistence/fine-schedule.store';
export { finesOf } from './persistence/case.store';
export { isFineableFinding, payerOf } from './application/payer';
export { isMended, violationOf } from './application/violation';

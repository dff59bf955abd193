export { JudgementsModule } from './judgements.module';
export {
  DUTY_DEADLINES,
  ENFORCED_TERM_PASSED,
  NOTICE_REMINDER,
  STATUTORY_TERM_PASSED,
} from './application/duty-deadlines';
export {
  listFindings,
  listOpenDuties,
  listSubjectFindings,
  meetDuties,
  readDutiesOf,
  readDutiesOfContributions,
  readDuty,
  readFinding,
  readFindingsOf,
} from './application/read-judgements';
export { dutyView, findingView } from './web/finding-view';
export {
  dueWords,
  type DueWords,
  findingTextKey,
  findingWords,
  type FindingWords,
  missingWords,
} from './web/finding-words';
export {
  endLapsedLateNotices,
  moveFindings,
  type MovedDonorYear,
} from './application/move-findings';
export { recordSubjectFindings } from './application/record-subject-findings';
export { recordDutyFinding } from './application/record-duty-finding';
export { RecordJudgement, type RecordedJudgement } from './application/record-judgement';
export { type RecordedFinding } from './application/store-difference';
export { RecordJudgements } from './application/record-judgements';
export { type YearSupplement, YearSupplements } from './application/year-supplements';
export { type StoredDuty } from './persistence/duty.store';
export { type FindingSubject, type Source, type StoredFinding } from './persistence/finding.store';
export { DutyAnswer, FindingAnswer, TotalsAnswer } from './web/judgement.answers';

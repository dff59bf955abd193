import { Module } from '@nestjs/common';
import { CorrespondenceModule } from '../correspondence/public';
import { JudgementsModule } from '../judgements/public';
import { AdvanceCase } from './application/advance-case';
import { CaseLetters } from './application/case-letters';
import { CorrectCaseLetter } from './application/correct-letter';
import {
  AdoptFineSchedule,
  DraftFineSchedule,
  WithdrawFineSchedule,
} from './application/fine-schedules';
import { JudgeDisclosed } from './application/judge-disclosed';
import { OpenCase } from './application/open-case';
import { ProposeFine } from './application/propose-fine';
import { SubmitToCase } from './application/submit-to-case';
import { RegisterSubmission, TakeInSubmissions } from './application/take-in';
import { TakeStep } from './application/take-step';
import { EnforcedTermPassed, StatutoryTermPassed } from './application/term-passed';
import { TermSteps } from './application/term-steps';
import { CaseReminderHandler, CaseStepHandler, CaseTermHandler } from './jobs/case-deadlines';
import { CaseSubmittedHandler } from './jobs/case-submitted.job';
import { ContributionSettledHandler } from './jobs/contribution-settled.job';
import { DonorDisclosedHandler } from './jobs/donor-disclosed.job';
import { DonorIdentityChangedHandler } from './jobs/donor-identity-changed.job';
import { FilingJudgedHandler } from './jobs/filing-judged.job';
import { InternalReportHandler } from './jobs/internal-report.job';
import { NoticeFiledHandler } from './jobs/notice-filed.job';
import {
  EnforcedTermHandler,
  NoticeReminderHandler,
  StatutoryTermHandler,
} from './jobs/term-deadlines';
import { CasePartsController } from './web/case-parts.controller';
import { CasesController } from './web/cases.controller';
import { FineProposalsController } from './web/fine-proposals.controller';
import { FineSchedulesController } from './web/fine-schedules.controller';
import { OpenCaseForms } from './web/open-case-forms';
import { PartyCasePages } from './web/party-cases.pages';
import { ScheduleForms } from './web/schedule-forms';
import { SchedulePages } from './web/schedules.pages';
import { StaffCaseForms } from './web/staff-case-forms';
import { StaffCasePages } from './web/staff-cases.pages';
import { SubmissionForms } from './web/submission-forms';

@Module({
  imports: [CorrespondenceModule, JudgementsModule],
  controllers: [
    CasePartsController,
    CasesController,
    FineProposalsController,
    FineSchedulesController,
    PartyCasePages,
    SchedulePages,
    StaffCasePages,
  ],
  providers: [
    AdoptFineSchedule,
    AdvanceCase,
    CaseLetters,
    CaseReminderHandler,
    CaseStepHandler,
    CaseSubmittedHandler,
    CaseTermHandler,
    ContributionSettledHandler,
    DonorDisclosedHandler,
    DonorIdentityChangedHandler,
    CorrectCaseLetter,
    DraftFineSchedule,
    EnforcedTermHandler,
    EnforcedTermPassed,
    FilingJudgedHandler,
    JudgeDisclosed,
    InternalReportHandler,
    NoticeFiledHandler,
    NoticeReminderHandler,
    OpenCase,
    OpenCaseForms,
    ProposeFine,
    RegisterSubmission,
    StatutoryTermHandler,
    StatutoryTermPassed,
    ScheduleForms,
    StaffCaseForms,
    SubmissionForms,
    SubmitToCase,
    TakeInSubmissions,
    TakeStep,
    TermSteps,
    WithdrawFineSchedule,
  ],
  exports: [OpenCase],
})
export class EnforcementModule {}

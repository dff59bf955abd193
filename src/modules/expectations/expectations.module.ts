import { Module } from '@nestjs/common';
import { CorrespondenceModule } from '../correspondence/public';
import { DonorsModule } from '../donors/public';
import { JudgementsModule } from '../judgements/public';
import { JudgeInternalReports } from './application/judge-internal-reports';
import { RecordInternalReport } from './application/record-internal-report';
import { SendReminder } from './application/send-reminder';
import {
  ExpectationsYearHandler,
  FilingReminderHandler,
  LastDayHandler,
  PublicationDueHandler,
  WindowOpensHandler,
} from './jobs/expectation-deadlines.handlers';
import {
  ElectionChangedHandler,
  ExpectationMetHandler,
  ExpectationsStaleHandler,
  OrganisationChangedHandler,
} from './jobs/expectation-jobs.handlers';
import { ExpectationPages } from './web/expectations.pages';
import { ExpectedFilingsController } from './web/expected-filings.controller';
import { InternalReportForms } from './web/internal-report-forms';
import { InternalReportsController } from './web/internal-reports.controller';
import { InternalReportPages } from './web/internal-reports.pages';

@Module({
  imports: [CorrespondenceModule, DonorsModule, JudgementsModule],
  controllers: [
    ExpectationPages,
    ExpectedFilingsController,
    InternalReportPages,
    InternalReportsController,
  ],
  providers: [
    InternalReportForms,
    JudgeInternalReports,
    RecordInternalReport,
    SendReminder,
    OrganisationChangedHandler,
    ElectionChangedHandler,
    ExpectationsStaleHandler,
    ExpectationMetHandler,
    WindowOpensHandler,
    FilingReminderHandler,
    LastDayHandler,
    PublicationDueHandler,
    ExpectationsYearHandler,
  ],
  exports: [RecordInternalReport],
})
export class ExpectationsModule {}

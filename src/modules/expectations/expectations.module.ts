import { Module } from '@nestjs/common';
import { DonorsModule } from '../donors/public';
import { JudgementsModule } from '../judgements/public';
import { JudgeInternalReports } from './application/judge-internal-reports';
import { RecordInternalReport } from './application/record-internal-report';
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

@Module({
  imports: [DonorsModule, JudgementsModule],
  providers: [
    JudgeInternalReports,
    RecordInternalReport,
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

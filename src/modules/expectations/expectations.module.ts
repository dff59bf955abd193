import { Module } from '@nestjs/common';
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
  providers: [
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
})
export class ExpectationsModule {}

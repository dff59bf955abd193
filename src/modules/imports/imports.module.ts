import { Module } from '@nestjs/common';
import { ContributionsModule } from '../contributions/public';
import { DebtsModule } from '../debts/public';
import { DonorsModule } from '../donors/public';
import { BookImport } from './application/book-import';
import { BookRows } from './application/book-rows';
import { CancelImport, ConfirmImport, DecideImportDonor } from './application/confirm-import';
import { Progress } from './application/progress';
import { ReadImport } from './application/read-import';
import { StartImport } from './application/start-import';
import { ImportConfirmedHandler, ImportSentHandler } from './jobs/import.jobs';

const VERBS = [StartImport, ConfirmImport, CancelImport, DecideImportDonor];

@Module({
  imports: [ContributionsModule, DebtsModule, DonorsModule],
  providers: [
    ...VERBS,
    BookImport,
    BookRows,
    Progress,
    ReadImport,
    ImportConfirmedHandler,
    ImportSentHandler,
  ],
  exports: [...VERBS, BookImport, ReadImport],
})
export class ImportsModule {}

import { Module } from '@nestjs/common';
import { ContributionsModule } from '../contributions/public';
import { DebtsModule } from '../debts/public';
import { DonorsModule } from '../donors/public';
import { PartiesModule } from '../parties/public';
import { BookImport } from './application/book-import';
import { BookRows } from './application/book-rows';
import { CancelImport, ConfirmImport, DecideImportDonor } from './application/confirm-import';
import { Progress } from './application/progress';
import { ReadImport } from './application/read-import';
import { StartImport } from './application/start-import';
import { TakeOverAffiliate } from './application/take-over-affiliate';
import { ImportConfirmedHandler, ImportSentHandler } from './jobs/import.jobs';
import { AffiliatePages } from './web/affiliates.pages';
import { ImportActs, ImportDonorActs } from './web/import-acts.pages';
import { ImportDesks } from './web/import-desk';
import { ImportPartsController, ImportTemplatesController } from './web/import-parts.controller';
import { ImportsController } from './web/imports.controller';
import { ImportPages } from './web/imports.pages';

const VERBS = [StartImport, ConfirmImport, CancelImport, DecideImportDonor, TakeOverAffiliate];

@Module({
  imports: [ContributionsModule, DebtsModule, DonorsModule, PartiesModule],
  controllers: [
    ImportsController,
    ImportPartsController,
    ImportTemplatesController,
    ImportPages,
    ImportActs,
    ImportDonorActs,
    AffiliatePages,
  ],
  providers: [
    ...VERBS,
    BookImport,
    BookRows,
    ImportDesks,
    Progress,
    ReadImport,
    ImportConfirmedHandler,
    ImportSentHandler,
  ],
  exports: [...VERBS, BookImport, ReadImport],
})
export class ImportsModule {}

import { Module } from '@nestjs/common';
import { DonorsModule } from '../donors/public';
import { NoticesModule } from '../notices/public';
import { AttachDocument, RemoveDocument } from './application/attach-document';
import { CorrectFiling, DraftFiling, StateNone } from './application/draft-filing';
import { FileFiling } from './application/file-filing';
import { FileNil } from './application/file-nil';
import { ReconcileGroup } from './application/reconcile-group';
import { SignFiling } from './application/sign-filing';
import { FilingFiledHandler, SourcesChangedHandler } from './jobs/reconcile.jobs';

import { FiledPages } from './web/filed.pages';
import { FilingActs, FilingDraftActs } from './web/filing-acts.pages';
import { FilingForms } from './web/filing-forms';
import { FilingPages } from './web/filings.pages';
import { FilingPartsController } from './web/filing-parts.controller';
import { FilingChangesController, FilingsController } from './web/filings.controller';

const VERBS = [
  DraftFiling,
  StateNone,
  CorrectFiling,
  AttachDocument,
  RemoveDocument,
  SignFiling,
  FileFiling,
  FileNil,
];

@Module({
  imports: [DonorsModule, NoticesModule],
  controllers: [
    FilingsController,
    FilingChangesController,
    FilingPartsController,
    FilingPages,
    FilingActs,
    FilingDraftActs,
    FiledPages,
  ],
  providers: [...VERBS, FilingForms, ReconcileGroup, FilingFiledHandler, SourcesChangedHandler],
  exports: VERBS,
})
export class FilingsModule {}

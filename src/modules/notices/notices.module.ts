import { Module } from '@nestjs/common';
import { FileNotice } from './application/file-notice';
import { NoticeChanges } from './application/notice-changes';
import { ConfirmNotice, PrepareNotice, WithdrawPreparation } from './application/prepare-notice';
import { NoticeForms } from './web/notice-forms';
import { NoticesController, ReceiptsController } from './web/notices.controller';
import { NoticePages } from './web/notices.pages';
import { PreparationForms } from './web/preparation-forms';
import { PreparationPages } from './web/preparation.pages';
import { PreparationsController } from './web/preparations.controller';
import { ReceiptCheckPages } from './web/receipt-check.pages';

const VERBS = [FileNotice, PrepareNotice, ConfirmNotice, WithdrawPreparation, NoticeChanges];

@Module({
  controllers: [
    NoticesController,
    PreparationsController,
    ReceiptsController,
    PreparationPages,
    NoticePages,
    ReceiptCheckPages,
  ],
  providers: [...VERBS, NoticeForms, PreparationForms],
  exports: VERBS,
})
export class NoticesModule {}

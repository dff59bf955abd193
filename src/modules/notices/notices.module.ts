import { Module } from '@nestjs/common';
import { FileNotice } from './application/file-notice';
import { NoticeChanges } from './application/notice-changes';
import { NoticeForms } from './web/notice-forms';
import { NoticesController, ReceiptsController } from './web/notices.controller';
import { NoticePages } from './web/notices.pages';
import { ReceiptCheckPages } from './web/receipt-check.pages';

@Module({
  controllers: [NoticesController, ReceiptsController, NoticePages, ReceiptCheckPages],
  providers: [FileNotice, NoticeChanges, NoticeForms],
  exports: [FileNotice, NoticeChanges],
})
export class NoticesModule {}

import { Module } from '@nestjs/common';
import { FileNotice } from './application/file-notice';
import { NoticeForms } from './web/notice-forms';
import { NoticesController, ReceiptsController } from './web/notices.controller';
import { NoticePages } from './web/notices.pages';
import { ReceiptCheckPages } from './web/receipt-check.pages';

@Module({
  controllers: [NoticesController, ReceiptsController, NoticePages, ReceiptCheckPages],
  providers: [FileNotice, NoticeForms],
  exports: [FileNotice],
})
export class NoticesModule {}

import { Module } from '@nestjs/common';
import { FileNotice } from './application/file-notice';
import { NoticesController, ReceiptsController } from './web/notices.controller';

@Module({
  controllers: [NoticesController, ReceiptsController],
  providers: [FileNotice],
  exports: [FileNotice],
})
export class NoticesModule {}

import { Module } from '@nestjs/common';
import { ImportPublishedList } from './application/import-published-list';
import { ReadRegister } from './application/read-register';
import { ImportPages } from './web/import.pages';
import { PublishedListsController } from './web/published-lists.controller';
import { RegisterPages } from './web/register.pages';

@Module({
  controllers: [PublishedListsController, RegisterPages, ImportPages],
  providers: [ImportPublishedList, ReadRegister],
  exports: [ImportPublishedList, ReadRegister],
})
export class RegisterModule {}

import { Module } from '@nestjs/common';
import { ImportPublishedList } from './application/import-published-list';
import { ReadRegister } from './application/read-register';

@Module({
  providers: [ImportPublishedList, ReadRegister],
  exports: [ImportPublishedList, ReadRegister],
})
export class RegisterModule {}

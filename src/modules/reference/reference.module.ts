import { Module } from '@nestjs/common';
import { CurrentDay } from './web/current-day';
import { HomePages } from './web/home.pages';
import { ReferenceController } from './web/reference.controller';
import { ReferencePages } from './web/reference.pages';

/** What the law says, apart from anybody's data: terms, parameters, help. */
@Module({
  controllers: [HomePages, ReferencePages, ReferenceController],
  providers: [CurrentDay],
})
export class ReferenceModule {}

import { Module } from '@nestjs/common';
import { CurrentDay } from './web/current-day';
import { HomePages } from './web/home.pages';
import { ReferenceController } from './web/reference.controller';
import { ReferencePages } from './web/reference.pages';
import { RulesController } from './web/rules.controller';
import { RulePages } from './web/rules.pages';

/** What the law says, apart from anybody's data: terms, parameters, help. */
@Module({
  controllers: [HomePages, ReferencePages, ReferenceController, RulePages, RulesController],
  providers: [CurrentDay],
})
export class ReferenceModule {}

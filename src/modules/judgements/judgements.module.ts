import { Module } from '@nestjs/common';
import { RecordJudgement } from './application/record-judgement';
import { FindingsController } from './web/findings.controller';

@Module({
  controllers: [FindingsController],
  providers: [RecordJudgement],
  exports: [RecordJudgement],
})
export class JudgementsModule {}

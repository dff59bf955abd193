import { Module } from '@nestjs/common';
import { RecordJudgement } from './application/record-judgement';
import { YearSupplements } from './application/year-supplements';
import { FindingsController } from './web/findings.controller';

@Module({
  controllers: [FindingsController],
  providers: [RecordJudgement, YearSupplements],
  exports: [RecordJudgement, YearSupplements],
})
export class JudgementsModule {}

import { Module } from '@nestjs/common';
import { RecordJudgement } from './application/record-judgement';
import { RecordJudgements } from './application/record-judgements';
import { YearSupplements } from './application/year-supplements';
import { FindingsController } from './web/findings.controller';

@Module({
  controllers: [FindingsController],
  providers: [RecordJudgement, RecordJudgements, YearSupplements],
  exports: [RecordJudgement, RecordJudgements, YearSupplements],
})
export class JudgementsModule {}

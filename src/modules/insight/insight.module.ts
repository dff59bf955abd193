import { Module } from '@nestjs/common';
import { InsightChanges } from './application/insight-changes';
import { RebuildInsight } from './application/rebuild-insight';
import { FieldReckonedHandler, RefreshInsightHandler } from './jobs/refresh-insight.job';

const VERBS = [InsightChanges, RebuildInsight];

@Module({
  providers: [...VERBS, RefreshInsightHandler, FieldReckonedHandler],
  exports: VERBS,
})
export class InsightModule {}

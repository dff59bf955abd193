import { Module } from '@nestjs/common';
import { InsightChanges } from './application/insight-changes';
import { RebuildInsight } from './application/rebuild-insight';
import { SubsidyFigures } from './application/subsidy-figures';
import { FieldReckonedHandler, RefreshInsightHandler } from './jobs/refresh-insight.job';
import { InsightController } from './web/insight.controller';
import { InsightPages } from './web/insight.pages';
import { InsightRowPages } from './web/rows.pages';

const VERBS = [InsightChanges, RebuildInsight, SubsidyFigures];

@Module({
  // Rows first: an address of the other ends in any name of a party.
  controllers: [InsightController, InsightRowPages, InsightPages],
  providers: [...VERBS, RefreshInsightHandler, FieldReckonedHandler],
  exports: VERBS,
})
export class InsightModule {}

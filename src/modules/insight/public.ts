export { InsightModule } from './insight.module';
export {
  type GiftChange,
  InsightChanges,
  type InsightListener,
} from './application/insight-changes';
export { RebuildInsight } from './application/rebuild-insight';
export { refreshInsight } from './application/refresh-insight';
export { type InsightKeys } from './persistence/marks.store';

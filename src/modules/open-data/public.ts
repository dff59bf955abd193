export { OpenDataModule } from './open-data.module';
export { BuildFiles } from './application/build-files';
export {
  type FilingSearch,
  type FilingStanding,
  type FilingStatus,
  listFilingStatus,
} from './application/read-people';
export { type Head, RegisterHead } from './application/register-head';
export { ServeFile } from './application/serve-file';
export { type DataFile } from './facts/data-file';
export { GIFT_COLUMNS } from './facts/columns';
export { csvHeader, csvLine } from './writing/text-files';

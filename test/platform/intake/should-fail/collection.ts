import { ARCHIVES } from './archives';
import { AT_THE_GATE } from './at-the-gate';
import { type FailingFile } from './case';
import { CSV_FILES } from './csv-files';
import { WORKBOOKS } from './workbooks';
import { XML_FILES } from './xml-files';

/** Every file of the collection whose fault is in the file itself, not in what its rows say. */
export const COLLECTION: readonly FailingFile[] = [
  ...AT_THE_GATE,
  ...ARCHIVES,
  ...WORKBOOKS,
  ...CSV_FILES,
  ...XML_FILES,
];

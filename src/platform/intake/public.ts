export { checkGate } from './gate';
export { type FileKind } from './kinds';
export { readCapped } from './read-capped';
export { readTable } from './read-table';
export {
  FileRefused,
  type ReadCell,
  type ReadRow,
  type Refusal,
  type RefusalCode,
  type TableSummary,
} from './reading';
export { refusalText } from './refusal-text';
export { parseXml, XML_LIMITS, type XmlElement, xmlText } from './xml';

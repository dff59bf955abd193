export { ImportsModule } from './imports.module';
export { type CellFault, type CellWarning } from './checks/fault';
export { type Column, IMPORT_KINDS, type ImportKind, type Layout } from './layout/column';
export { LAYOUTS, newestLayout, STAMP_PROPERTY, stampOf } from './layout/layouts';

export { AuditFolder } from './application/audit-folder';
export { anchorsOf, auditFolderFor, type LogSettings } from './application/open-log';
export { type InclusionProof, proveInclusion } from './application/prove-inclusion';
export {
  type AuditEvent,
  type DonorDataRead,
  recordEvent,
  recordRead,
} from './application/record-event';
export { AUDIT_FOLDER, LogDiverged, SealAudit } from './application/seal-audit';
export {
  type Anchors,
  type AuditProblem,
  type AuditReport,
  type Queryable,
} from './application/verify/audit-report';
export { verifyAudit } from './application/verify/verify-audit';
export { AuditModule } from './audit.module';

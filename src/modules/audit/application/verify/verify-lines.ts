import { type AuditLineRow } from '../../persistence/audit-lines.query';
import { contentCommitment, leafHash } from '../tree/leaf-hash';
import { type Problems } from './audit-report';

export function placeOf(line: AuditLineRow): string {
  const place = line.leaf_index === null ? 'waiting line' : `line ${line.leaf_index} of the log`;
  if (!line.known) return `${place} (event ${line.seq})`;
  return `${place} (event ${line.seq}: ${line.action} of ${line.entity} ${line.entity_id})`;
}

/** Checks that a line, its content and its leaf still belong together. */
export function verifyLine(
  line: AuditLineRow,
  erased: ReadonlySet<string>,
  problems: Problems,
): void {
  if (!line.known) {
    problems.add(placeOf(line), 'the event is gone');
    return;
  }
  if (!leafHash(line).equals(line.leaf)) {
    problems.add(
      placeOf(line),
      'the event is not what was written: its leaf does not follow from it',
    );
  }
  if (line.content === null || line.salt === null) {
    if (!erased.has(String(line.retention_year))) {
      problems.add(placeOf(line), 'its content is gone, and its year was not erased');
    }
  } else if (!contentCommitment(line.salt, line.content).equals(line.content_commitment)) {
    problems.add(placeOf(line), 'its content is not what was written');
  }
  if (line.log_leaf !== null && !line.log_leaf.equals(line.leaf)) {
    problems.add(placeOf(line), 'the leaf in the log is not the leaf of the event');
  }
}

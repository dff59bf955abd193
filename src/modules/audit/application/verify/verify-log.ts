import { type AuditLineRow, SEALED_LINES } from '../../persistence/audit-lines.query';
import { CompactRange } from '../tree/compact-range';
import { type NoteVerifier } from '../tree/signed-note';
import { type Problems, type Queryable } from './audit-report';
import { pagesOf } from './pages';
import { CheckpointCheck } from './verify-checkpoints';
import { placeOf, verifyLine } from './verify-lines';

interface LogCheck {
  readonly db: Queryable;
  readonly verifier: NoteVerifier | null;
  readonly anchors: AsyncIterator<string>;
  readonly erased: ReadonlySet<string>;
  readonly problems: Problems;
}

export interface LogCounts {
  readonly lines: number;
  readonly checkpoints: number;
  readonly anchors: number;
}

/** Walks the whole log once, line by line, comparing the tree at every checkpoint and anchor. */
export async function verifyLog(check: LogCheck): Promise<LogCounts> {
  const { db, problems } = check;
  const tree = CompactRange.empty();
  const checkpoints = await CheckpointCheck.start(db, check.anchors, check.verifier, problems);
  for await (const line of pagesOf<AuditLineRow>(db, SEALED_LINES, (row) => row.leaf_index ?? '')) {
    if (Number(line.leaf_index) !== tree.size) {
      problems.add(
        placeOf(line),
        `expected line ${String(tree.size)} here: lines are missing or were put in`,
      );
      break;
    }
    verifyLine(line, check.erased, problems);
    tree.append(line.log_leaf ?? line.leaf);
    await checkpoints.compare(tree);
  }
  await checkpoints.finish(tree.size);
  return { lines: tree.size, checkpoints: checkpoints.seen, anchors: checkpoints.anchored };
}

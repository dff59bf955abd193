import { CHECKPOINTS, type CheckpointRow } from '../../persistence/audit-lines.query';
import { type CompactRange } from '../tree/compact-range';
import { type NoteVerifier, openCheckpoint } from '../tree/signed-note';
import { type Problems, type Queryable } from './audit-report';
import { pagesOf } from './pages';

/** The sealer anchors a checkpoint before it makes the next, so only the newest may lack its anchor. */
const MAY_LACK_ANCHOR = 1;

const NOT_SIGNED = 'it does not bear the signature of this log';

/** The checkpoints in the database and the anchors outside, walked beside the growing tree. */
export class CheckpointCheck {
  seen = 0;
  anchored = 0;
  private covered = 0;
  private rootDiffers = false;
  private row: CheckpointRow | undefined;
  private anchor: string | undefined;
  private anchorsRead = 0;
  private firstUnanchored: string | undefined;
  private unanchored = 0;

  private constructor(
    private readonly rows: AsyncIterator<CheckpointRow>,
    private readonly anchors: AsyncIterator<string>,
    private readonly verifier: NoteVerifier | null,
    private readonly problems: Problems,
  ) {}

  static async start(
    db: Queryable,
    anchors: AsyncIterator<string>,
    verifier: NoteVerifier | null,
    problems: Problems,
  ): Promise<CheckpointCheck> {
    const rows = pagesOf<CheckpointRow>(db, CHECKPOINTS, (row) => row.size);
    const check = new CheckpointCheck(rows[Symbol.asyncIterator](), anchors, verifier, problems);
    await check.nextRow();
    await check.nextAnchor();
    return check;
  }

  /** Called after every line; does its work where a checkpoint was made. */
  async compare(tree: CompactRange): Promise<void> {
    while (this.row !== undefined && Number(this.row.size) < tree.size) {
      this.problems.add(`checkpoint ${this.row.size}`, 'the log never ended at this place');
      await this.nextRow();
    }
    if (this.row === undefined || Number(this.row.size) !== tree.size) return;
    this.seen += 1;
    this.covered = tree.size;
    this.compareWithTree(this.row, tree);
    await this.compareWithAnchors(this.row, tree.size);
    await this.nextRow();
  }

  /** Called at the end of the log: nothing may be left over. */
  async finish(size: number): Promise<void> {
    if (this.row !== undefined) {
      this.problems.add(
        `checkpoint ${this.row.size}`,
        `the log has only ${String(size)} lines: its tail is gone, or the checkpoint was put in`,
      );
    } else if (this.covered !== size) {
      this.problems.add(`line ${String(this.covered)} of the log`, 'no checkpoint covers it');
    }
    if (this.anchor !== undefined) this.reportAnchor(this.anchor, size);
    else if (this.unanchored > MAY_LACK_ANCHOR) this.reportUnanchored();
    await this.anchors.return?.();
    await this.rows.return?.();
  }

  private compareWithTree(row: CheckpointRow, tree: CompactRange): void {
    const place = `checkpoint ${row.size}`;
    if (!this.rootDiffers && !row.root.equals(tree.root)) {
      this.rootDiffers = true; // every later root differs too: only the first tells where to look
      this.problems.add(place, `the lines before ${row.size} do not lead to its root`);
    } else if (!this.rootDiffers && !sameHashes(row.frontier, tree.frontier)) {
      this.problems.add(place, 'its frontier is not that of the tree');
    }
    const claim = this.open(row.note);
    if (claim === null) this.problems.add(place, NOT_SIGNED);
    else if (claim.size !== tree.size || !claim.root.equals(row.root) || claim.at !== row.at) {
      this.problems.add(place, 'it does not say what its signed note says');
    }
  }

  private async compareWithAnchors(row: CheckpointRow, size: number): Promise<void> {
    while (this.anchor !== undefined && this.anchor !== row.note) {
      const claim = this.open(this.anchor);
      if (claim !== null && claim.size > size) break;
      this.reportAnchor(this.anchor, size);
      await this.nextAnchor();
    }
    if (this.anchor === row.note) {
      this.anchored += 1;
      if (this.unanchored > 0) this.reportUnanchored();
      await this.nextAnchor();
    } else {
      this.firstUnanchored ??= row.size;
      this.unanchored += 1;
    }
  }

  private reportAnchor(note: string, size: number): void {
    const claim = this.open(note);
    this.problems.add(
      `anchor ${String(this.anchorsRead)}`,
      claim === null
        ? NOT_SIGNED
        : `on ${claim.at} the log had ${String(claim.size)} lines with another content than the ` +
            `${String(size)} lines here: lines were removed or changed, or an older copy was put back`,
    );
  }

  private reportUnanchored(): void {
    this.problems.add(
      `checkpoint ${this.firstUnanchored ?? ''}`,
      'it has no anchor outside the database: the anchor was removed, or the checkpoint was put in',
    );
    this.unanchored = 0;
    this.firstUnanchored = undefined;
  }

  private open(note: string): ReturnType<typeof openCheckpoint> {
    return this.verifier === null ? null : openCheckpoint(this.verifier, note);
  }

  private async nextRow(): Promise<void> {
    const next = await this.rows.next();
    this.row = next.done === true ? undefined : next.value;
  }

  private async nextAnchor(): Promise<void> {
    const next = await this.anchors.next();
    this.anchor = next.done === true ? undefined : next.value;
    this.anchorsRead += 1;
  }
}

function sameHashes(some: readonly Buffer[], others: readonly Buffer[]): boolean {
  return (
    some.length === others.length &&
    some.every((hash, at) => hash.equals(others[at] ?? Buffer.of()))
  );
}

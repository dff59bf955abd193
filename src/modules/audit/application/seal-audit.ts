import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { sealStore, type StoredCheckpoint, type UnsealedLine } from '../persistence/seal.store';
import { AuditFolder } from './audit-folder';
import { CompactRange } from './tree/compact-range';
import { type NoteSigner, openCheckpoint, signCheckpoint, verifierOf } from './tree/signed-note';

export const AUDIT_FOLDER = Symbol('AUDIT_FOLDER');

/** Lines under one checkpoint at most. */
const BATCH = 5000;

const SEALER: Scope = {
  role: 'worker',
  tenantId: null,
  actorId: 'system',
  actorRole: 'system',
  requestId: 'seal-audit',
};

/** The log in the database is not the log that was sealed before. Sealing stops; nothing is mended. */
export class LogDiverged extends Error {
  override readonly name = 'LogDiverged';
}

/**
 * Takes committed lines into the Merkle tree, signs the new root and writes it to the anchor file.
 * Any process may run it at any moment; a lock in the database lets one work at a time.
 */
@Injectable()
export class SealAudit {
  constructor(
    private readonly database: Database,
    @Inject(AUDIT_FOLDER) private readonly folder: AuditFolder,
  ) {}

  /**
   * Seals what can be sealed and gives the number of lines. Lines of transactions that began after
   * one that still runs must wait for it. Throws LogDiverged when the database was set back.
   */
  async run(): Promise<number> {
    let total = 0;
    for (;;) {
      const sealed = await this.database.inTransaction(SEALER, (tx) => this.step(tx));
      if (sealed === 0) return total;
      total += sealed;
    }
  }

  /** Anchors the newest committed checkpoint, then adds one: an anchor is never ahead of the log. */
  private async step(tx: Transaction): Promise<number> {
    if (!(await sealStore.lock(tx))) return 0;
    const [newest, before] = await sealStore.newest(tx);
    this.anchor(newest, before);
    const lines = await sealStore.unsealed(tx, BATCH);
    if (lines.length === 0) return 0;
    const signer = this.folder.signer(newest === undefined);
    const tree = treeOf(newest, signer);
    await sealLines(tx, lines, tree, signer);
    return lines.length;
  }

  private anchor(newest: StoredCheckpoint | undefined, before: StoredCheckpoint | undefined): void {
    const anchored = this.folder.anchors.last();
    if (anchored === (newest?.note ?? null)) return;
    if (newest === undefined || anchored !== (before?.note ?? null)) {
      throw new LogDiverged(
        `the audit log does not continue from its last anchor in ${this.folder.anchors.path}. ` +
          'The database was set back, is another one, or the file was changed. Run: npm run audit:verify',
      );
    }
    this.folder.anchors.append(newest.note);
  }
}

function treeOf(newest: StoredCheckpoint | undefined, signer: NoteSigner): CompactRange {
  if (newest === undefined) return CompactRange.empty();
  const claim = openCheckpoint(verifierOf(signer), newest.note);
  const tree = CompactRange.restore(newest.size, newest.frontier);
  if (claim?.size !== newest.size || !claim.root.equals(tree.root)) {
    throw new LogDiverged(
      `checkpoint ${String(newest.size)} of the audit log is not what was signed. Run: npm run audit:verify`,
    );
  }
  return tree;
}

async function sealLines(
  tx: Transaction,
  lines: readonly UnsealedLine[],
  tree: CompactRange,
  signer: NoteSigner,
): Promise<void> {
  for (const line of lines) tree.append(line.leaf);
  const { size, root, frontier } = tree;
  const at = await sealStore.moment(tx);
  const note = signCheckpoint(signer, { size, root, at });
  await sealStore.seal(tx, lines, { size, root, frontier, note, at });
}

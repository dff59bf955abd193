import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AnchorFile } from './anchor-file';
import {
  newSigningKey,
  noteSigner,
  type NoteSigner,
  verifierOf,
  writeVerifierKey,
} from './tree/signed-note';

export const LOG_NAME = 'partijgiften/audit-log';
const OTHERS_MAY_READ = 0o077;

/**
 * What the log keeps outside the database, in the state folder:
 * `audit/signing-key.pem` (private, mode 0600), `anchors/log-key.txt` (public) and
 * `anchors/checkpoints.txt`. The anchors folder is what others should hold a copy of.
 */
export class AuditFolder {
  readonly anchors: AnchorFile;
  private readonly keyFile: string;
  private readonly publicKeyFile: string;

  constructor(stateFolder: string) {
    this.anchors = new AnchorFile(join(stateFolder, 'anchors', 'checkpoints.txt'));
    this.keyFile = join(stateFolder, 'audit', 'signing-key.pem');
    this.publicKeyFile = join(stateFolder, 'anchors', 'log-key.txt');
  }

  get canSign(): boolean {
    return existsSync(this.keyFile);
  }

  /** The key of this log. It is made only for a log that has no checkpoint yet. */
  signer(logIsNew: boolean): NoteSigner {
    if (!existsSync(this.keyFile)) {
      if (!logIsNew) {
        throw new Error(
          `the audit log cannot be sealed: its signing key ${this.keyFile} is gone. Put back a copy.`,
        );
      }
      mkdirSync(dirname(this.keyFile), { recursive: true, mode: 0o700 });
      writeFileSync(this.keyFile, newSigningKey(), { mode: 0o600, flag: 'wx' });
    }
    if ((statSync(this.keyFile).mode & OTHERS_MAY_READ) !== 0) {
      throw new Error(`${this.keyFile} can be read by others. Close it: chmod 600 ${this.keyFile}`);
    }
    const signer = noteSigner(LOG_NAME, readFileSync(this.keyFile, 'utf8'));
    if (!existsSync(this.publicKeyFile)) {
      mkdirSync(dirname(this.publicKeyFile), { recursive: true });
      writeFileSync(this.publicKeyFile, `${writeVerifierKey(verifierOf(signer))}\n`);
    }
    return signer;
  }

  /** The public key line, or null when nothing was ever sealed here. */
  verifierKey(): string | null {
    return existsSync(this.publicKeyFile) ? readFileSync(this.publicKeyFile, 'utf8').trim() : null;
  }

  /** Removes all of it, for a demonstration that starts over together with its database. */
  remove(): void {
    for (const file of [this.keyFile, this.anchors.path]) {
      rmSync(dirname(file), { recursive: true, force: true });
    }
  }
}

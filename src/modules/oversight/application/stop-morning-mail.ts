import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { type Scope } from '../../../platform/database/transaction';
import { sameSecret } from '../../../platform/http/same-secret';
import { keepWish, ownerOfDigest, ownDigest } from '../persistence/work-digest.store';

/** The link at the foot of a morning mail: one press stops it, without signing in. */
@Injectable()
export class StopMorningMail {
  private readonly key: Uint8Array;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const purpose = 'oversight.morning.stop';
    this.key = new Uint8Array(hkdfSync('sha256', config.secretKey, 'partijgiften', purpose, 32));
  }

  linkFor(id: string): string {
    const path = `/toezicht/ochtendmail/stoppen/${id}/${this.proofOf(id)}`;
    return new URL(path, this.config.publicUrl).toString();
  }

  isProof(id: string, given: string): boolean {
    return sameSecret(given, this.proofOf(id));
  }

  /** Stopping twice changes nothing. False for a link that this installation did not make. */
  async run(scope: Scope, id: string, proof: string): Promise<boolean> {
    if (!this.isProof(id, proof)) return false;
    const asPublic: Scope = { ...scope, role: 'public', tenantId: null };
    const owner = await this.database.inTransaction(asPublic, (tx) => ownerOfDigest(tx, id));
    if (owner === null) return false;
    const asOwner: Scope = {
      role: 'staff',
      tenantId: null,
      actorId: owner,
      actorRole: 'mail',
      requestId: scope.requestId,
    };
    await this.database.inTransaction(asOwner, async (tx) => {
      const digest = await ownDigest(tx);
      if (digest !== null) await keepWish(tx, { wanted: false, language: digest.language });
    });
    return true;
  }

  private proofOf(id: string): string {
    return createHmac('sha256', this.key).update(id).digest('base64url');
  }
}

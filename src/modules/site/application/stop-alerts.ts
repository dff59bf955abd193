import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { type Scope } from '../../../platform/database/transaction';
import { sameSecret } from '../../../platform/http/same-secret';
import { stopAllAlerts } from '../persistence/alert.store';

/** The link at the foot of an alert, with which one press stops them all, without signing in. */
@Injectable()
export class StopAlerts {
  private readonly key: Uint8Array;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const secret = config.secretKey;
    this.key = new Uint8Array(hkdfSync('sha256', secret, 'partijgiften', 'site.alerts.stop', 32));
  }

  /** Only this installation can make it, and it stops only the alerts of this person. */
  private proofOf(accountId: string): string {
    return createHmac('sha256', this.key).update(accountId).digest('base64url');
  }

  linkFor(accountId: string): string {
    const path = `/register/volgen/stoppen/${accountId}/${this.proofOf(accountId)}`;
    return new URL(path, this.config.publicUrl).toString();
  }

  isProof(accountId: string, given: string): boolean {
    return sameSecret(given, this.proofOf(accountId));
  }

  /** Stopping twice changes nothing. False for a link that this installation did not make. */
  async run(requestId: string, accountId: string, proof: string): Promise<boolean> {
    if (!this.isProof(accountId, proof)) return false;
    // As the person: the database lets nobody else reach these rows.
    const scope: Scope = {
      role: 'staff',
      tenantId: null,
      actorId: accountId,
      actorRole: 'alert_link',
      requestId,
    };
    await this.database.inTransaction(scope, stopAllAlerts);
    return true;
  }
}

import { type AFilingDesk } from '../../support/a-filing';
import { OVERSEER_SCOPE } from '../../support/a-party';
import { type TestApp } from '../../support/app';
import {
  DecideReleases,
  listPublicGifts,
  type PublicChange,
  type PublicGift,
  type PublicSearch,
  readVersions,
} from '../../../src/modules/publication/public';
import { Database } from '../../../src/platform/database/database';
import { type Scope, type Transaction } from '../../../src/platform/database/transaction';
import { Worker } from '../../../src/platform/worker/public';

export const PUBLIC_SCOPE: Scope = {
  role: 'public',
  tenantId: null,
  actorId: 'anonymous',
  actorRole: 'anonymous',
  requestId: 'test',
};

export interface Item {
  readonly id: string;
  readonly revision: number;
  readonly change: string;
  readonly state: string;
  readonly gift_key: string;
  readonly counted_cents: string;
  readonly remarks: readonly string[];
}

/** The register of a test: what runs in the background, the overseer, and the public. */
export class ARegister {
  constructor(readonly site: TestApp) {}

  as<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.site.app.get(Database).inTransaction(scope, work);
  }

  async settle(): Promise<void> {
    await this.site.app.get(Worker).drainOnce();
  }

  gifts(search: PublicSearch = {}): Promise<readonly PublicGift[]> {
    return this.as(PUBLIC_SCOPE, async (tx) => (await listPublicGifts(tx, search)).gifts);
  }

  versions(giftId: string): Promise<readonly PublicChange[]> {
    return this.as(PUBLIC_SCOPE, (tx) => readVersions(tx, giftId));
  }

  /** Changes that wait, are held or are released, in order. */
  items(tenantId: string): Promise<Item[]> {
    return this.site.test.ownerQuery<Item>(
      `select * from insight.release_item where tenant_id = $1
          and state in ('waiting', 'held', 'released') order by made_at, gift_key`,
      [tenantId],
    );
  }

  decide(items: readonly Item[], kind: 'release' | 'hold' | 'let_go'): Promise<void> {
    return this.as(OVERSEER_SCOPE, (tx) =>
      this.site.app.get(DecideReleases).run(tx, {
        items: items.map(({ id, revision }) => ({ id, revision })),
        kind,
        reason: kind === 'release' ? null : 'Eerst navraag doen',
        actorName: 'O. Overseer',
      }),
    );
  }

  /** Derives, releases everything of a party, and publishes it. */
  async release(tenantId: string): Promise<void> {
    await this.settle();
    const items = await this.items(tenantId);
    await this.decide(items, 'release');
    await this.settle();
  }

  async slugOf(tenantId: string): Promise<string> {
    const [row] = await this.site.test.ownerQuery<{ slug: string }>(
      'select slug from insight.party where tenant_id = $1',
      [tenantId],
    );
    return row?.slug ?? '';
  }
}

export type { AFilingDesk };

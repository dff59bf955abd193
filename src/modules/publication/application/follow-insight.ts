import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { type GiftChange, InsightChanges } from '../../insight/public';
import { ProposeReleases } from './propose-releases';

/** What the ministry comes to know becomes a change that waits for release, in the same transaction. */
@Injectable()
export class FollowInsight implements OnModuleInit {
  constructor(
    private readonly insight: InsightChanges,
    private readonly releases: ProposeReleases,
  ) {}

  onModuleInit(): void {
    this.insight.subscribe((tx, changes) => this.follow(tx, changes));
  }

  private follow(tx: Transaction, changes: readonly GiftChange[]): Promise<void> {
    return this.releases.run(tx, changes);
  }
}

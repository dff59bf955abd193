import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { type GiftChange, InsightChanges } from '../../insight/public';
import { FollowList } from './follow-list';
import { ProposeReleases } from './propose-releases';

/** 'list:<year>:<row>' and 'list-rest:<year>:<row>'; null for what was filed. */
function yearOfList(key: string): number | null {
  const year = /^list(?:-rest)?:(\d{4}):/.exec(key)?.[1];
  return year === undefined ? null : Number(year);
}

/** What the ministry comes to know becomes a change that waits for release, in the same transaction. */
@Injectable()
export class FollowInsight implements OnModuleInit {
  constructor(
    private readonly insight: InsightChanges,
    private readonly lists: FollowList,
    private readonly releases: ProposeReleases,
  ) {}

  onModuleInit(): void {
    this.insight.subscribe((tx, changes) => this.follow(tx, changes));
  }

  private async follow(tx: Transaction, changes: readonly GiftChange[]): Promise<void> {
    const years = changes.flatMap(({ key }) => yearOfList(key) ?? []);
    for (const year of new Set(years)) await this.lists.run(tx, year);
    const filed = changes.filter(({ key }) => yearOfList(key) === null);
    if (filed.length > 0) await this.releases.run(tx, filed);
  }
}

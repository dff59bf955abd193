import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { workerScope } from '../../../platform/jobs/public';
import { queueMessage } from '../../../platform/outbox/public';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { wordsOf } from '../../../platform/rendering/words';
import { mailAddresses } from '../../identity/public';
import { newestChange, type PublicSearch, readPublicParties } from '../../publication/public';
import { type Alert } from '../facts/alert';
import { holdProgress, keepProgress, runningAlerts } from '../persistence/alert.store';
import { alertMail } from './alert-mail';
import { findNews, type News } from './find-news';
import { readSearch } from './search-choices';
import { StopAlerts } from './stop-alerts';

/** What changes within this time goes in one mail. */
const MINUTES_BETWEEN = 10;

const READER: Scope = {
  role: 'public',
  tenantId: null,
  actorId: 'system',
  actorRole: 'system',
  requestId: 'site.alerts',
};

/** Tells people what changed in the searches they follow: one mail each, and none without news. */
@Injectable()
export class WriteAlerts {
  constructor(
    private readonly database: Database,
    private readonly stop: StopAlerts,
    private readonly renderer: PageRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Gives how many mails were written. Called again and again; works only when there is news. */
  run(): Promise<number> {
    return this.database.inTransaction(workerScope('site.alerts'), async (tx) => {
      const after = await holdProgress(tx, MINUTES_BETWEEN);
      if (after === null) return 0;
      const { news, upTo } = await this.news(await runningAlerts(tx), after);
      await keepProgress(tx, upTo);
      return this.write(tx, news, upTo);
    });
  }

  /** Read as everybody: an alert tells nothing that is not public at this moment. */
  private news(alerts: readonly Alert[], after: number): ReturnType<typeof findNews> {
    return this.database.inTransaction(READER, async (tx) => {
      const parties = await readPublicParties(tx);
      const searches: { readonly alert: Alert; readonly search: PublicSearch }[] = [];
      for (const alert of alerts) {
        const words = wordsOf(this.renderer.texts, alert.language);
        const { search, errors } = readSearch(alert.search, parties, words);
        if (errors.length === 0) searches.push({ alert, search });
      }
      if (searches.length === 0) return { news: [], upTo: await newestChange(tx) };
      return findNews(tx, searches, after);
    });
  }

  private async write(tx: Transaction, news: readonly News[], upTo: number): Promise<number> {
    const accounts = [...new Set(news.map(({ alert }) => alert.accountId))];
    const addresses = await mailAddresses(this.database, accounts);
    for (const [accountId, recipient] of addresses) {
      const own = news.filter(({ alert }) => alert.accountId === accountId);
      const words = wordsOf(this.renderer.texts, own[0]?.alert.language ?? 'nl');
      const stopUrl = this.stop.linkFor(accountId);
      const link = (path: string): string => new URL(path, this.config.publicUrl).toString();
      await queueMessage(tx, {
        key: `alert:${accountId}:${String(upTo)}`,
        tenantId: null,
        recipient,
        stopUrl,
        ...alertMail(own, { link, stopUrl }, words),
      });
    }
    return addresses.size;
  }
}

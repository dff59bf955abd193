import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { canonicalJson, sha256Hex } from '../../../platform/json/canonical';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { type Words, wordsOf } from '../../../platform/rendering/words';
import {
  type DerivedItem,
  type Freshness,
  holdRefresh,
  noteRefresh,
  readFreshness,
  syncItems,
  takeChanges,
  type WorkChange,
  within,
} from '../persistence/work-sync';
import { WORK_SOURCES } from './sources';
import { type WorkRow, type WorkSource } from './work-source';

const MINUTE = 60;

/** The system as a reader of the staff: the database leaves out what the overseer may not know (D7). */
export function systemAsStaff(requestId: string): Scope {
  return { role: 'staff', tenantId: null, actorId: 'system', actorRole: 'system', requestId };
}

/** A day has passed, the clock was put back, or what nothing marks is too old. */
function isStale(source: WorkSource, fresh: Freshness | undefined, today: string): boolean {
  if (fresh === undefined || fresh.failed || fresh.day !== today || fresh.age < 0) return true;
  return source.maxAgeMinutes !== undefined && fresh.age > source.maxAgeMinutes * MINUTE;
}

/** Of which groups a source must look again: null for all, empty for none. */
function touched(source: WorkSource, changes: readonly WorkChange[]): readonly string[] | null {
  const heard = changes.filter((change) => source.watches.includes(change.source));
  if (heard.some(({ tenantId }) => tenantId === null)) return null;
  return [...new Set(heard.flatMap(({ tenantId }) => tenantId ?? []))];
}

/**
 * Keeps the rows of the queue equal to the facts. Facts leave marks (triggers); whoever opens the
 * queue looks first whether marks stand, so that nobody sees work that is done or misses work that
 * came. Terms pass by themselves: once a day everything is derived anew.
 */
@Injectable()
export class RefreshWork {
  private readonly logger = new Logger('Work');
  private readonly words: { readonly nl: Words; readonly en: Words };

  constructor(
    private readonly database: Database,
    renderer: PageRenderer,
  ) {
    this.words = { nl: wordsOf(renderer.texts, 'nl'), en: wordsOf(renderer.texts, 'en') };
  }

  /** True when there was something to do. */
  run(requestId: string): Promise<boolean> {
    const scope = systemAsStaff(requestId);
    return this.database.inTransaction(scope, async (tx) => {
      const before = await readFreshness(tx);
      const stale = (sources: readonly Freshness[]): readonly WorkSource[] =>
        WORK_SOURCES.filter((source) => isStale(source, of(sources, source), tx.today));
      if (!before.changed && stale(before.sources).length === 0) return false;
      await holdRefresh(tx);
      // Another may have done it while this one waited.
      const { sources } = await readFreshness(tx);
      const changes = await takeChanges(tx);
      const whole = stale(sources);
      // What could not be read is told by the machine, which therefore comes last.
      let trouble = sources.some(({ failed }) => failed);
      for (const source of WORK_SOURCES) {
        const all = whole.includes(source) || (trouble && source.name === 'machine');
        const read = await this.safely(tx, source, all ? null : touched(source, changes));
        trouble ||= !read;
      }
      return true;
    });
  }

  /** One kind that cannot be read does not take the others with it: `machine`, the last, tells. */
  private async safely(
    tx: Transaction,
    source: WorkSource,
    tenantIds: readonly string[] | null,
  ): Promise<boolean> {
    try {
      await within(tx, () => this.one(tx, source, tenantIds));
      return true;
    } catch (error) {
      if (isRetryable(error)) throw error;
      this.logger.error(`the source "${source.name}" could not be read: ${String(error)}`);
      await noteRefresh(tx, source.name, true);
      return false;
    }
  }

  private async one(
    tx: Transaction,
    source: WorkSource,
    tenantIds: readonly string[] | null,
  ): Promise<void> {
    if (tenantIds?.length === 0) return;
    const rows = await source.find(tx, tenantIds);
    const items = rows.map((row) => this.derived(row));
    await syncItems(tx, items, source.kinds, tenantIds);
    if (tenantIds === null) await noteRefresh(tx, source.name, false);
  }

  private derived(row: WorkRow): DerivedItem {
    const { nl, en } = this.words;
    const { title, why, ...rest } = row;
    const facts = {
      ...rest,
      titleNl: title(nl),
      titleEn: title(en),
      whyNl: why(nl),
      whyEn: why(en),
    };
    return { ...facts, facts: sha256Hex(canonicalJson(facts)) };
  }
}

/** The whole transaction is tried again for these. */
function isRetryable(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return code === '40001' || code === '40P01';
}

function of(sources: readonly Freshness[], { name }: WorkSource): Freshness | undefined {
  return sources.find(({ source }) => source === name);
}

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, type PlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { type Language } from '../../../platform/rendering/language';
import { readGroup } from '../../parties/public';
import {
  entriesOf,
  type EntryRow,
  holdCalendar,
  keepEntries,
} from '../persistence/calendar-entry.store';
import {
  type Feed,
  type FeedOwner,
  insertFeed,
  ownerOfFeed,
  revokeFeed,
  workingFeeds,
} from '../persistence/feed.store';
import { calendarChanges, calendarFact, type CalendarFact } from './calendar-entries';
import { readDueItems } from './due-items';

/** 256 random bits as 43 characters that fit in an address. */
function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Gives the secret part of the address, this once; null when the same form was sent before. */
export async function makeFeed(
  tx: Transaction,
  feed: Pick<Feed, 'id' | 'name' | 'language'>,
): Promise<string | null> {
  const token = newToken();
  return (await insertFeed(tx, tenantOf(tx), { ...feed, token })) ? token : null;
}

/** The old address stops and another takes its place; null when there was none that worked. */
export async function renewFeed(
  tx: Transaction,
  id: string,
  newId: string,
): Promise<string | null> {
  const old = await revokeFeed(tx, tenantOf(tx), id);
  return old === null ? null : makeFeed(tx, { ...old, id: newId });
}

/** Stopping what was stopped before changes nothing. */
export async function stopFeed(tx: Transaction, id: string): Promise<void> {
  await revokeFeed(tx, tenantOf(tx), id);
}

export function listFeeds(tx: Transaction): Promise<readonly Feed[]> {
  return workingFeeds(tx, tenantOf(tx));
}

export type TimedEntry = EntryRow<CalendarFact>;

/** A cancelled day is told this long after it would have been; then no calendar holds it any more. */
const DAYS_TOLD = 400;

function isStillTold({ cancelledAt, content }: TimedEntry, today: PlainDate): boolean {
  return cancelledAt === null || addDays(content.day, DAYS_TOLD) >= today;
}

export interface CalendarOfParty {
  readonly tenantId: string;
  readonly party: string;
  readonly language: Language;
  readonly entries: readonly TimedEntry[];
}

/** What the calendar of a party says now; what changed since it was last asked counts as changed. */
export async function readCalendar(tx: Transaction): Promise<readonly TimedEntry[]> {
  const tenantId = tenantOf(tx);
  await holdCalendar(tx, tenantId);
  const told = await entriesOf<CalendarFact>(tx, tenantId);
  const now = new Map(
    (await readDueItems(tx)).flatMap((item) => {
      const fact = calendarFact(item);
      return fact === null ? [] : [[item.key, fact] as const];
    }),
  );
  const changes = calendarChanges(told, now);
  await keepEntries(tx, tenantId, changes);
  const all = changes.length === 0 ? told : await entriesOf<CalendarFact>(tx, tenantId);
  return all.filter((entry) => isStillTold(entry, tx.today));
}

/** Reads the calendar for whoever brings its address. */
@Injectable()
export class ServeCalendar {
  constructor(private readonly database: Database) {}

  /** Null for an address that works for nobody. @param scope of the visitor */
  async run(scope: Scope, token: string): Promise<CalendarOfParty | null> {
    const asPublic: Scope = { ...scope, role: 'public', tenantId: null };
    const owner = await this.database.inTransaction(asPublic, (tx) => ownerOfFeed(tx, token));
    return owner === null ? null : this.ofParty(scope, owner);
  }

  private ofParty(scope: Scope, owner: FeedOwner): Promise<CalendarOfParty> {
    const { tenantId, feedId, language } = owner;
    const asFeed: Scope = {
      role: 'app',
      tenantId,
      actorId: `calendar:${feedId}`,
      actorRole: 'calendar',
      requestId: scope.requestId,
    };
    return this.database.inTransaction(asFeed, async (tx) => ({
      tenantId,
      language,
      party: (await readGroup(tx, tenantId)).name,
      entries: await readCalendar(tx),
    }));
  }
}

export type { Feed };

import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { announce } from '../../../platform/jobs/public';
import { canonicalJson } from '../../../platform/json/canonical';
import { changeTo, countedOf, keepWhatWasPublished, remarksOn } from '../facts/public-change';
import { lineOfGift, type PublicLine, type SourceGift } from '../facts/public-line';
import { wantedLines } from '../facts/wanted-lines';
import { publicGiftOf } from '../persistence/publication.row';
import {
  publicationsFor,
  renewPublicParties,
  type StoredPublication,
} from '../persistence/publication.writer';
import {
  hoursToWait,
  type OpenItem,
  openItemsFor,
  type Proposal,
  propose,
  withdrawItems,
} from '../persistence/release-item.store';
import { type GiftKey, readSources, standingRests } from '../persistence/source.query';
import { hoursLater } from './moments';
import { PUBLISH_RELEASED } from './publication-jobs';

const BATCH = 2_000;

interface Wanted extends GiftKey {
  readonly tenantId: string | null;
  readonly source: SourceGift['source'];
  readonly line: PublicLine | null;
}

function keyText({ partyId, key }: GiftKey): string {
  return `${partyId} ${key}`;
}

/** What should be public, of everything these changes may have moved. */
async function wantedOf(tx: Transaction, keys: readonly GiftKey[]): Promise<readonly Wanted[]> {
  const changed = await readSources(tx, keys);
  const years = changed.flatMap(({ year }) => [year - 1, year, year + 1]);
  const parties = [...new Set(keys.map(({ partyId }) => partyId))];
  const rests = await standingRests(tx, parties, [...new Set(years)]);
  const known = new Set(changed.map(keyText));
  const others = rests.flatMap(({ partyId, giftKey }) =>
    giftKey === null || known.has(`${partyId} ${giftKey}`) ? [] : [{ partyId, key: giftKey }],
  );
  const sources = [...changed, ...(others.length === 0 ? [] : await readSources(tx, others))];
  const unique = [...new Map(sources.map((source) => [keyText(source), source])).values()];
  const empty = rests.filter(({ giftKey }) => giftKey === null);
  return [
    ...(await linesOf(tx, unique)),
    ...goneOf(keys, unique),
    ...empty.map((rest) => ({ ...rest, tenantId: null, source: 'filed' as const, line: null })),
  ];
}

/** Gifts that changed and are not known any more. */
function goneOf(keys: readonly GiftKey[], sources: readonly SourceGift[]): readonly Wanted[] {
  const known = new Set(sources.map(keyText));
  return keys
    .filter((key) => !known.has(keyText(key)))
    .map(({ partyId, key }) => ({
      ...{ partyId, key, tenantId: null, line: null },
      source: key.startsWith('list') ? 'list' : 'filed',
    }));
}

async function linesOf(
  tx: Transaction,
  sources: readonly SourceGift[],
): Promise<readonly Wanted[]> {
  const standing = await publicationsFor(tx, sources);
  const single = new Set(
    standing.filter(({ status }) => status !== 'annulled').map(({ key }) => key),
  );
  const parties = [...new Set(sources.map(({ partyId }) => partyId))];
  return parties.flatMap((partyId) => {
    const gifts = sources.filter((source) => source.partyId === partyId);
    const sourceOf = new Map(gifts.map((gift) => [gift.key, gift.source]));
    const tenantId = gifts[0]?.tenantId ?? null;
    return [...wantedLines(gifts, single)].map(([key, line]) => ({
      ...{ partyId, key, tenantId, line },
      source: sourceOf.get(key) ?? 'filed',
    }));
  });
}

/** Right after this transaction. */
export function publishSoon(tx: Transaction, cause: string): Promise<void> {
  return announce(tx, PUBLISH_RELEASED, { cause }, { tenantId: null });
}

interface Compared {
  readonly proposals: readonly (Proposal & { readonly source: SourceGift['source'] })[];
  /** Open items whose content stands already, or need not be public. */
  readonly needless: readonly string[];
}

async function compare(
  tx: Transaction,
  wanted: readonly Wanted[],
  reason: string | null,
): Promise<Compared> {
  const standing = new Map((await publicationsFor(tx, wanted)).map((row) => [keyText(row), row]));
  const open = new Map((await openItemsFor(tx, wanted)).map((item) => [keyText(item), item]));
  const proposals: Compared['proposals'][number][] = [];
  const needless: string[] = [];
  for (const one of wanted) {
    const proposal = proposalFor(one, standing.get(keyText(one)), reason);
    const item = open.get(keyText(one));
    if (proposal === null) needless.push(...(item === undefined ? [] : [item.id]));
    else if (!isProposed(item, proposal)) proposals.push({ ...proposal, source: one.source });
  }
  return { proposals, needless };
}

function isProposed(item: OpenItem | undefined, { proposed, change }: Proposal): boolean {
  return item?.proposed === proposed && item.change === change;
}

/** Null when nothing changes for the public. */
function proposalFor(
  { partyId, key, tenantId, line }: Wanted,
  row: StoredPublication | undefined,
  reason: string | null,
): Proposal | null {
  const now = row === undefined ? null : lineOfGift(publicGiftOf(row));
  const should = line === null || now === null ? line : keepWhatWasPublished(line, now);
  const change = changeTo(should, now);
  const shown = should ?? (now === null ? null : { ...now, annulled: true });
  if (change === null || shown === null) return null;
  return {
    ...{ partyId, key, tenantId, change, reason, proposed: canonicalJson(shown) },
    publicationId: row?.rowId ?? null,
    countedCents: countedOf(shown),
    remarks: remarksOn(shown, now),
  };
}

/**
 * Turns changes of what the ministry knows into changes that are to become public. What was filed
 * waits for a person or for its hour; rows of a published list are public already and go at once.
 */
@Injectable()
export class ProposeReleases {
  /** `reason` is for the public: why a new version of a list changes what it said. Worker role. */
  async run(
    tx: Transaction,
    changed: readonly GiftKey[],
    reason: string | null = null,
  ): Promise<void> {
    await renewPublicParties(tx);
    for (let start = 0; start < changed.length; start += BATCH)
      await this.batch(tx, changed.slice(start, start + BATCH), reason);
  }

  private async batch(
    tx: Transaction,
    changed: readonly GiftKey[],
    reason: string | null,
  ): Promise<void> {
    const wanted = await wantedOf(tx, changed);
    const { proposals, needless } = await compare(tx, wanted, reason);
    await withdrawItems(tx, needless);
    const filed = proposals.filter(({ source }) => source === 'filed');
    const listed = proposals.filter(({ source }) => source === 'list');
    await this.letWait(tx, filed);
    await propose(tx, listed, { state: 'released', dueAt: null });
    if (listed.length > 0) await publishSoon(tx, 'list');
  }

  private async letWait(tx: Transaction, filed: readonly Proposal[]): Promise<void> {
    const hours = await hoursToWait(tx);
    const dueAt = hours === null ? null : hoursLater(tx.now, hours);
    await propose(tx, filed, { state: hours === 0 ? 'released' : 'waiting', dueAt });
    if (filed.length === 0 || dueAt === null) return;
    if (hours === 0) await publishSoon(tx, 'at_once');
    else await this.wakeAt(tx, dueAt);
  }

  /** A row of PostgreSQL, so that no hour is missed whatever else is away. */
  private async wakeAt(tx: Transaction, dueAt: string): Promise<void> {
    const options = { tenantId: null, runAt: dueAt };
    await announce(tx, PUBLISH_RELEASED, { cause: 'due' }, options);
  }
}

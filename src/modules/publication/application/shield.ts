import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { canonicalJson } from '../../../platform/json/canonical';
import { type PublicGift } from '../facts/public-gift';
import { publicLineOf, type SourceGift } from '../facts/public-line';
import { redacted, namesNobodyNew, type Shield } from '../facts/redact';
import {
  holdTheRegister,
  publicationsFor,
  type StoredPublication,
  takeChangeNumbers,
  type VersionToWrite,
  writeVersionsOf,
} from '../persistence/publication.writer';
import { publicGiftOf } from '../persistence/publication.row';
import {
  endWithholding,
  type HeldVersion,
  heldVersions,
  isRefused,
  keysOfDonor,
  type Rewritten,
  rewriteVersions,
} from '../persistence/shield.store';
import { readSources } from '../persistence/source.query';
import { inMicroseconds } from './moments';
import { ProposeReleases } from './propose-releases';
import { PublicationChanges } from './publication-changes';

interface About {
  readonly tenantId: string;
  readonly requestId: string;
}

function giftIn(text: string): PublicGift {
  return JSON.parse(text) as PublicGift;
}

/** What old versions should say now. */
function rewritten(versions: readonly HeldVersion[], shield: Shield): readonly Rewritten[] {
  return versions.flatMap(({ number, publicationId, content, original }) => {
    const full = original ?? content;
    if (full === null) return [];
    const wanted = canonicalJson(redacted(giftIn(full), shield));
    if (wanted === content) return [];
    return [{ number, publicationId, content: wanted, original: wanted === full ? null : full }];
  });
}

/** Everybody who was ever named in it, and as named last; the source only when it never was. */
function fullGift(
  row: StoredPublication,
  versions: readonly HeldVersion[],
  source: SourceGift | undefined,
): PublicGift {
  const now = publicGiftOf(row);
  const last = versions.findLast(({ original }) => original !== null)?.original;
  if (last !== undefined && last !== null) {
    const { donor, beneficialOwners } = giftIn(last);
    return { ...now, donor, beneficialOwners };
  }
  if (source === undefined || now.donor.shielding !== 'wfpp_25_5') return now;
  const named = publicLineOf({ ...source, donorWithheld: false, ubosWithheld: [] });
  return { ...now, donor: named.donor, beneficialOwners: named.beneficialOwners };
}

/**
 * Brings what is public of a donor in line with the requests about it: names leave the rows and every
 * old version, and come back when a request is refused.
 */
@Injectable()
export class ShieldPublications {
  constructor(
    private readonly changes: PublicationChanges,
    private readonly releases: ProposeReleases,
  ) {}

  async run(tx: Transaction, about: About): Promise<void> {
    await holdTheRegister(tx);
    const keys = await keysOfDonor(tx, about);
    if (keys.length === 0) return;
    const rows = await publicationsFor(tx, keys);
    const sources = await readSources(tx, keys);
    const [any] = sources;
    const shield = { donor: any?.donorWithheld ?? false, owners: any?.ubosWithheld ?? [] };
    const ids = rows.map(({ rowId }) => rowId);
    const versions = await heldVersions(tx, ids);
    const refused = await isRefused(tx, about);
    const bare = rows.flatMap((row) => {
      const own = versions.filter(({ publicationId }) => publicationId === row.rowId);
      const source = sources.find(({ key }) => key === row.key) ?? any;
      const now = publicGiftOf(row);
      const gift = redacted(fullGift(row, own, source), shield);
      return namesNobodyNew(now, gift) ? [] : [{ row, gift }];
    });
    await rewriteVersions(tx, rewritten(versions, shield));
    await this.write(tx, bare, refused);
    await endWithholding(tx, ids);
    await this.releases.run(
      tx,
      keys.filter(({ key }) => !key.startsWith('rest:')),
    );
  }

  private async write(
    tx: Transaction,
    changed: readonly { readonly row: StoredPublication; readonly gift: PublicGift }[],
    refused: boolean,
  ): Promise<void> {
    const numbers = await takeChangeNumbers(tx, changed.length);
    const versions = changed.map(({ row, gift }, at): VersionToWrite => ({
      partyId: row.partyId,
      key: row.key,
      gift: { ...gift, version: row.version + 1, changedAt: inMicroseconds(tx.now) },
      countedCents: Number(row.countedCents),
      amountCents: Number(row.amountCents),
      returnedCents: Number(row.returnedCents),
      change: refused ? 'restored' : 'withheld',
      reason: refused ? 'safety_refused' : 'safety_asked',
      number: numbers[at] ?? 0,
      gone: false,
      hidden: row.stopped,
    }));
    await writeVersionsOf(tx, versions);
    this.changes.announce(tx, numbers);
  }
}

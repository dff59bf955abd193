import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { decimalOf } from '../facts/decimal';
import { countedOf } from '../facts/public-change';
import { type PublicationStatus, type PublicGift } from '../facts/public-gift';
import { type PublicLine } from '../facts/public-line';
import { type Change } from '../persistence/change.query';
import {
  holdTheRegister,
  newGiftNumbers,
  publicationsFor,
  type StoredPublication,
  takeChangeNumbers,
  type VersionToWrite,
  writeVersionsOf,
} from '../persistence/publication.writer';
import { type ReleasedItem, settleItems, takeReleased } from '../persistence/release-item.store';
import { inMicroseconds } from './moments';
import { PublicationChanges } from './publication-changes';

const BATCH = 1_000;

/** What a line says with its number, version, status and moments. */
export function giftOf(
  line: PublicLine,
  head: Pick<PublicGift, 'id' | 'version' | 'status' | 'publishedAt' | 'changedAt'>,
): PublicGift {
  return {
    ...head,
    party: line.party,
    recipient: line.recipient,
    donor: line.donor,
    beneficialOwners: line.beneficialOwners,
    line: line.line,
    type: line.type,
    form: line.form,
    year: line.year,
    receivedOn: line.receivedOn,
    amount: decimalOf(line.amountCents),
    returned: decimalOf(line.returnedCents),
    counted: decimalOf(countedOf(line)),
    filedIn: line.filedIn,
    filedOn: line.filedOn,
    filedAfterDays: line.filedAfterDays,
    remark: line.remark,
  };
}

/** A check that runs stays visible whatever else changes. */
function statusAfter(item: ReleasedItem, row: StoredPublication | undefined): PublicationStatus {
  if (item.change === 'annulled') return 'annulled';
  if (row?.status === 'under_check') return 'under_check';
  return row === undefined ? 'published' : 'corrected';
}

const CHANGE_OF = {
  new: 'published',
  corrected: 'corrected',
  returned: 'corrected',
  annulled: 'annulled',
} as const satisfies Record<ReleasedItem['change'], Change>;

function headOf(
  tx: Transaction,
  item: ReleasedItem,
  row: StoredPublication | undefined,
  newId: string,
): Parameters<typeof giftOf>[1] {
  const changedAt = inMicroseconds(tx.now);
  const status = statusAfter(item, row);
  if (row === undefined)
    return { id: newId, version: 1, status, publishedAt: changedAt, changedAt };
  return { id: row.id, version: row.version + 1, status, publishedAt: row.publishedAt, changedAt };
}

function versionOf(
  item: ReleasedItem,
  row: StoredPublication | undefined,
  place: { readonly head: ReturnType<typeof headOf>; readonly number: number },
): VersionToWrite {
  const { line, change, reason, partyId, key } = item;
  return {
    ...{ partyId, key, number: place.number },
    gift: giftOf(line, place.head),
    countedCents: countedOf(line),
    amountCents: line.amountCents,
    returnedCents: line.returnedCents,
    change: CHANGE_OF[change],
    reason: reason ?? (change === 'returned' ? 'returned' : null),
    gone: false,
    hidden: row !== undefined && (row.stopped || row.withholding),
  };
}

/** Publishes what was released and what waited until its hour. */
@Injectable()
export class PublishReleased {
  constructor(private readonly changes: PublicationChanges) {}

  /** At most a thousand; gives how many went. Worker role. */
  async run(tx: Transaction): Promise<number> {
    await holdTheRegister(tx);
    const items = await takeReleased(tx, BATCH);
    if (items.length === 0) return 0;
    const rows = new Map(
      (await publicationsFor(tx, items)).map((row) => [`${row.partyId} ${row.key}`, row]),
    );
    const numbers = await takeChangeNumbers(tx, items.length);
    const ids = await newGiftNumbers(tx, items.length);
    const versions = items.map((item, at) => {
      const row = rows.get(`${item.partyId} ${item.key}`);
      const head = headOf(tx, item, row, ids[at] ?? '');
      return versionOf(item, row, { head, number: numbers[at] ?? 0 });
    });
    await writeVersionsOf(tx, versions);
    const written = await publicationsFor(tx, items);
    const rowIds = new Map(written.map((row) => [`${row.partyId} ${row.key}`, row.rowId]));
    await settleItems(
      tx,
      items.map(({ id, partyId, key }) => ({
        id,
        publicationId: rowIds.get(`${partyId} ${key}`) ?? null,
      })),
    );
    this.changes.announce(tx, numbers);
    return items.length;
  }
}

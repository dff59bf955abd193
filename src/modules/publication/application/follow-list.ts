import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { type KeyedLine, matchLines } from '../facts/match-lines';
import { lineOfGift, publicLineOf } from '../facts/public-line';
import {
  keysOfList,
  moveKeys,
  publicationsOfList,
  reasonOfList,
} from '../persistence/list-year.store';
import { publicGiftOf } from '../persistence/publication.row';
import { holdTheRegister, type StoredPublication } from '../persistence/publication.writer';
import { readSources } from '../persistence/source.query';
import { ProposeReleases } from './propose-releases';

function lineOf(row: StoredPublication): KeyedLine {
  return { partyId: row.partyId, key: row.key, line: lineOfGift(publicGiftOf(row)) };
}

/** A new version of a list of the ministry: what it changes is public at once, with its reason. */
@Injectable()
export class FollowList {
  constructor(private readonly releases: ProposeReleases) {}

  async run(tx: Transaction, year: number): Promise<void> {
    await holdTheRegister(tx);
    const keys = await keysOfList(tx, year);
    const rows = await publicationsOfList(tx, year);
    const sources = await readSources(tx, keys);
    const wanted = sources.map((source): KeyedLine => {
      const { partyId, key } = source;
      return { partyId, key, line: publicLineOf(source) };
    });
    const { pairs, gone } = matchLines(rows.map(lineOf), wanted);
    const rowOf = new Map(rows.map((row) => [`${row.partyId} ${row.key}`, row]));
    const moved = [
      ...pairs.map(({ from, to }) => ({ from, key: to.key })),
      // Its old key may be the key of another row by now.
      ...gone.map((from) => ({
        from,
        key: `list-gone:${String(year)}:${publicIdOf(rowOf, from)}`,
      })),
    ].filter(({ from, key }) => from.key !== key);
    await moveKeys(
      tx,
      moved.map(({ from, key }) => ({ rowId: rowOf.get(idOf(from))?.rowId ?? '', key })),
    );
    const leaving = moved.filter(({ key }) => key.startsWith('list-gone:'));
    const changed = [...keys, ...leaving.map(({ from, key }) => ({ partyId: from.partyId, key }))];
    await this.releases.run(tx, changed, await reasonOfList(tx, year));
  }
}

function idOf({ partyId, key }: KeyedLine): string {
  return `${partyId} ${key}`;
}

function publicIdOf(rowOf: ReadonlyMap<string, StoredPublication>, one: KeyedLine): string {
  return rowOf.get(idOf(one))?.id ?? '';
}

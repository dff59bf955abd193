import { canonicalJson } from '../../../platform/json/canonical';
import { type PublicChange, type PublicGift } from '../../publication/public';

/** One change of the register as a line of a change file tells it. */
export interface ChangeRecord {
  readonly change: string;
  /** Goes up with every change and is never used twice. */
  readonly changeNumber: number;
  /** ISO instant in UTC. */
  readonly changedAt: string;
  /** The gift as it was from this change on; null when it left the register (a tombstone). */
  readonly content: PublicGift | null;
  readonly id: string;
  readonly reason: string | null;
  readonly version: number;
}

export function giftOf(content: string): PublicGift {
  return JSON.parse(content) as PublicGift;
}

export function recordOf(row: PublicChange): ChangeRecord {
  const { change, number, changedAt, content, giftId, reason, version } = row;
  const gift = content === null ? null : giftOf(content);
  return { change, changeNumber: number, changedAt, content: gift, id: giftId, reason, version };
}

/**
 * The line of a change file, without its end: canonical JSON (sorted names, no blanks), with the
 * gift as it was stored, byte by byte.
 */
export function changeLine(row: PublicChange): string {
  const whole = canonicalJson(recordOf({ ...row, content: null }));
  const { content } = row;
  return content === null ? whole : whole.replace('"content":null', () => `"content":${content}`);
}

/**
 * Replays change files from the empty set.
 *
 * @param lines the lines of all change files, the oldest day first.
 * @returns the lines of the whole set: each gift once, as it is now, by year and then by identifier.
 */
export function replay(lines: Iterable<string>): readonly string[] {
  const gifts = new Map<string, PublicGift>();
  for (const line of lines) {
    const { id, content } = JSON.parse(line) as ChangeRecord;
    if (content === null) gifts.delete(id);
    else gifts.set(id, content);
  }
  return [...gifts.values()].sort(inOrderOfFiles).map(canonicalJson);
}

function inOrderOfFiles(a: PublicGift, b: PublicGift): number {
  if (a.year !== b.year) return a.year - b.year;
  return a.id < b.id ? -1 : 1;
}

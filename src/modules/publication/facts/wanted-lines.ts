import { plainDate } from '../../../legal/kernel/plain-date';
import { inForceOn } from '../../../legal/kernel/timeline';
import { substantialGift } from '../../../legal/parameters/substantial-gift';
import { type PublicLine, publicLineOf, restLineOf, type SourceGift } from './public-line';

/** Gifts between a party and its own affiliates stay out (note 6 of the ministry's lists). */
function isPublishable({ donorKind, filedIn }: SourceGift): boolean {
  return donorKind !== 'group_member' && filedIn.length > 0;
}

/** Arts. 25, 28, 28a, 29, 30 and 32: an overview lists each gift of a donor. */
function isInOverview({ filedIn }: SourceGift): boolean {
  return filedIn.some((source) => source !== 'notice');
}

/** Art. 25a: of a notice only single gifts that reach the threshold stand by themselves. */
function reachesThreshold({ amountCents, receivedOn, year }: SourceGift): boolean {
  const day = receivedOn ?? plainDate(`${String(year)}-12-31`);
  const threshold = inForceOn(substantialGift.values, day);
  return threshold !== 'unknown' && threshold.value !== null && amountCents >= threshold.value;
}

/** The rest a small gift of a notice counts in; null when a gift stands by itself. */
export function restKeyOf(source: SourceGift): string | null {
  if (source.source === 'list' || isInOverview(source) || reachesThreshold(source)) return null;
  const { donorUid, recipientId, year, form } = source;
  return ['rest', donorUid, recipientId ?? '', String(year), form].join(':');
}

export type WantedLines = ReadonlyMap<string, PublicLine | null>;

/**
 * What should be public of these gifts, by key; null is: nothing. All gifts of a donor to a recipient
 * in a year must be among them. `single` holds keys of gifts that are public by themselves already:
 * they stay so.
 */
export function wantedLines(
  sources: readonly SourceGift[],
  single: ReadonlySet<string>,
): WantedLines {
  const wanted = new Map<string, PublicLine | null>();
  for (const source of sources) {
    const alone = single.has(source.key) || restKeyOf(source) === null;
    wanted.set(source.key, alone && isPublishable(source) ? publicLineOf(source) : null);
  }
  for (const [key, [first, ...others]] of restsOf(sources, single))
    wanted.set(key, first === undefined ? null : restLineOf([first, ...others]));
  return wanted;
}

/** Also a rest of which nothing is left is among them: it is to go. */
function restsOf(
  sources: readonly SourceGift[],
  single: ReadonlySet<string>,
): ReadonlyMap<string, readonly SourceGift[]> {
  const rests = new Map<string, SourceGift[]>();
  for (const source of sources) {
    const key = restKeyOf(source);
    if (key === null) continue;
    const rest = rests.get(key) ?? [];
    rests.set(key, rest);
    if (!single.has(source.key) && isPublishable(source) && !source.annulled) rest.push(source);
  }
  return rests;
}

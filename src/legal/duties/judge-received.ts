import { type ExpectedFiling, type RequiredPart } from '../facts/filing';
import { type Ref } from '../facts/group';
import { type PlainDate } from '../kernel/plain-date';
import { type Finding } from '../rules/finding';
import { judgeFiling } from './judge-filing';

/** One version of a filing as it came in, with the parts that it did not hold. */
export interface ReceivedVersion {
  readonly ref: Ref;
  readonly version: number;
  readonly filedOn: PlainDate;
  readonly missing: readonly RequiredPart[];
}

function samePart(a: RequiredPart, b: RequiredPart): boolean {
  return a.part === b.part && a.ref === b.ref;
}

function lacks({ missing }: ReceivedVersion, part: RequiredPart): boolean {
  return missing.some((one) => samePart(one, part));
}

/**
 * Parts that were missing on the last day and came after it. What was in time stays in time; the
 * part itself was late, whatever was filed around it.
 */
function lateParts(
  expected: ExpectedFiling,
  versions: readonly ReceivedVersion[],
  on: PlainDate,
): readonly Finding[] {
  const standing = versions.findLast(({ filedOn }) => filedOn <= expected.lastDay);
  const newest = versions.at(-1);
  if (standing === undefined || newest === undefined) return [];
  return standing.missing.flatMap((part) => {
    if (lacks(newest, part)) return [];
    const last = versions.findLastIndex((version) => lacks(version, part));
    const arrived = versions[last + 1] ?? newest;
    const missed = judgeFiling(expected, { ...arrived, missing: [part] }, on);
    return missed
      .filter(({ filing }) => filing?.part === part.part && filing.partOf === part.ref)
      .map((finding) => ({ ...finding, outcome: 'part_late', missing: [] }));
  });
}

/**
 * What the term to file means for everything that came in: what judgeFiling says of the first day
 * and the newest version, and one finding for each part that came late. A gift regulation has no
 * last day in law (art. 34), so once it is there it is not late.
 * @param versions oldest first; what comes in after `on` does not count yet
 */
export function judgeReceived(
  expected: ExpectedFiling,
  versions: readonly ReceivedVersion[],
  on: PlainDate,
): readonly Finding[] {
  const there = versions.filter(({ filedOn }) => filedOn <= on);
  const [first] = there;
  const newest = there.at(-1);
  if (first === undefined || newest === undefined) return judgeFiling(expected, null, on);
  const isRegulation = expected.kind === 'gift_regulation';
  const filedOn = isRegulation ? expected.lastDay : first.filedOn;
  const { ref, version, missing } = newest;
  const standing = judgeFiling(expected, { ref, version, missing, filedOn }, on);
  return isRegulation ? standing : [...standing, ...lateParts(expected, there, on)];
}

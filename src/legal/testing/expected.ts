import { expectedFilings } from '../duties/expected-filings';
import { judgeFiling } from '../duties/judge-filing';
import { type Election } from '../facts/election';
import { type ExpectedFiling, type Filing, type FilingKind } from '../facts/filing';
import { type Group, type Ref } from '../facts/group';
import { plainDate } from '../kernel/plain-date';
import { completeness } from '../overviews/completeness';
import { draftOverview } from '../overviews/draft-overview';
import { type OverviewFacts } from '../overviews/overview-facts';
import { type Finding } from '../rules/finding';
import { aGroup, PARTY } from './a-donor-year';
import { aFiling, aSignature } from './a-filing';

/** The filing of a kind that the law expects. @throws RangeError when it expects none. */
export function expectedOf(
  kind: FilingKind,
  about: {
    readonly elections?: readonly Election[];
    readonly group?: Group;
    readonly recipient?: Ref;
    readonly year?: number;
  } = {},
): ExpectedFiling {
  const { elections = [], group = aGroup(), recipient = PARTY, year } = about;
  const span = { from: plainDate('2013-05-01'), until: plainDate('2027-12-31') };
  const found = expectedFilings(group, elections, span).find(
    (one) =>
      one.kind === kind && one.recipient === recipient && (year === undefined || one.year === year),
  );
  if (found === undefined) throw new RangeError(`no ${kind} is expected of ${recipient}`);
  return found;
}

/** What the filings and statements that a duty names would look like when all are there. */
export function allIncluded(expected: ExpectedFiling): OverviewFacts['included'] {
  return expected.parts.flatMap(({ part, ref, name }) =>
    (part === 'affiliate' || part === 'candidate') && ref !== null
      ? [{ part, ref, name: name ?? ref, filing: `of ${ref}`, sha256: `hash of ${ref}` }]
      : [],
  );
}

/** Drafted from the ledger, signed by the board, and filed on the last day. */
export function filed(
  expected: ExpectedFiling,
  facts: OverviewFacts,
  over: Partial<Filing> = {},
): Filing {
  return aFiling(draftOverview(expected, facts), {
    expected: expected.key,
    filedOn: expected.lastDay,
    signatures: [aSignature('board')],
    ...over,
  });
}

/** What becomes of a filing as it was received, or of none, on a day. */
export function judged(
  expected: ExpectedFiling,
  filing: Filing | null,
  on: string,
): readonly Finding[] {
  const filedOn = filing?.filedOn ?? null;
  const received =
    filing === null || filedOn === null
      ? null
      : {
          ref: filing.ref,
          version: filing.version,
          filedOn,
          missing: completeness(expected, filing),
        };
  return judgeFiling(expected, received, plainDate(on));
}

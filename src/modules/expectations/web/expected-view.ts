import { type RequiredPart } from '../../../legal/facts/filing';
import { printReference } from '../../../legal/kernel/law-reference';
import { findingView } from '../../judgements/public';
import { type StoredExpected } from '../application/read-expected';
import { type ExpectedCase } from '../application/read-expected-case';
import { type ExpectedFilingAnswer, type ExpectedFilingDetailAnswer } from './expected.answers';

/** An expected filing as the API gives it. */
export function expectedView(expected: StoredExpected): Readonly<ExpectedFilingAnswer> {
  const { id, key, kind, duty, recipient, election, year, period } = expected;
  const { opensOn, lastDay, publicationBy } = expected;
  const { receivedState, standing, filedOn, filingId, filingVersion } = expected;
  return {
    ...{ id, key, organisation: expected.tenantId, kind, duty, recipient, election, year, period },
    article: printReference(expected.basis),
    ...{ opensOn, lastDay, publicationBy },
    ...{ receivedState, standing, filedOn, filingId, filingVersion },
  };
}

export type PartState = 'received' | 'missing' | 'not_received';

/** 'missing' when something was filed without it, 'not_received' when nothing was filed at all. */
export function partState(expected: StoredExpected, part: RequiredPart): PartState {
  if (expected.receivedState === 'not_received') return 'not_received';
  const missing = expected.missing.some((one) => one.part === part.part && one.ref === part.ref);
  return missing ? 'missing' : 'received';
}

/** The day that Atw art. 1 moved; null when the last day stands where it was counted. */
export function movedFrom({ term, lastDay }: StoredExpected): string | null {
  return term === null || term.naiveLastDay === lastDay ? null : term.naiveLastDay;
}

export function expectedDetail(found: ExpectedCase): Readonly<ExpectedFilingDetailAnswer> {
  const { expected, received, findings } = found;
  const { threshold, partYearThresholds, watched, withdrawnAt, keptAt, keptInstead } = expected;
  return {
    ...expectedView(expected),
    movedFrom: movedFrom(expected),
    threshold,
    partYearThresholds,
    parts: expected.parts.map((part) => ({
      part: part.part,
      ref: part.ref,
      name: part.name,
      article: printReference(part.basis),
      fineable: part.fineable,
      state: partState(expected, part),
    })),
    received: received.map((version) => ({ ...version, missing: version.missing.length })),
    watched,
    withdrawnAt,
    kept: keptAt === null ? null : { since: keptAt, lastDayNow: keptInstead?.lastDay ?? null },
    findings: findings.map(({ id, content }) => ({ id, ...findingView(content) })),
  };
}

import { type Filing, type OverviewContent } from '../../../legal/facts/filing';
import { dayInNetherlands } from '../../../platform/rendering/format';
import { type StoredFiling } from '../persistence/filing.store';

/** What was signed and filed, read back from its bytes. */
export function contentOf({ content }: Pick<StoredFiling, 'content'>): OverviewContent {
  return JSON.parse(content) as OverviewContent;
}

/** A version as the rules know it. */
export function filingFact(filing: StoredFiling): Filing {
  return {
    ref: filing.id,
    expected: filing.expectedKey,
    version: filing.version,
    nil: filing.nil,
    content: contentOf(filing),
    sha256: filing.sha256,
    signatures: filing.signatures.map(({ role, signedBy, signedAt, sha256 }) => ({
      role,
      by: signedBy,
      on: dayInNetherlands(signedAt),
      sha256,
    })),
    filedOn: filing.filedAt === null ? null : dayInNetherlands(filing.filedAt),
    reason: filing.reason,
  };
}

import { type Transaction } from '../../../platform/database/transaction';
import { choose } from '../matching/choose';
import {
  type DonorDescription,
  type DonorMatch,
  type MatchEvidence,
} from '../matching/description';
import { fingerprintOf } from '../matching/fingerprint';
import { type Found, MatchIndex } from '../matching/match-index';
import { describedDecisions, type StoredDecision } from '../persistence/decision.store';
import { canonicalDonors } from './identity';
import { breathe, type KnownDonors, readKnownDonors } from './known-donors';
import { describedKey } from './match-decisions';

const NOBODY: DonorMatch = { certainty: 'none', donorId: null, score: 0, evidence: [], others: [] };
const TURN = 200;

/** What was decided about a description: who it is, and who it is not. */
interface Decided {
  readonly same: StoredDecision | null;
  readonly different: ReadonlySet<string>;
}

const UNDECIDED: Decided = { same: null, different: new Set() };

/**
 * Which known donor each description means, in the same order. What a person decided before about
 * the same description holds, without a question; everything else is compared with all donors of
 * the party. The donor given is the one it counts for now.
 */
export async function matchDonors(
  tx: Transaction,
  tenantId: string,
  described: readonly DonorDescription[],
): Promise<readonly DonorMatch[]> {
  const keys = described.map(describedKey);
  const decided = await decisionsOf(tx, tenantId, keys);
  const known = await readKnownDonors(tx, tenantId);
  const index = new MatchIndex(known.prints);
  const matches: DonorMatch[] = [];
  for (const [at, description] of described.entries()) {
    const about = decided.get(keys[at] ?? '') ?? UNDECIDED;
    matches.push(
      about.same === null
        ? matchOne(index, known, description, about.different)
        : { ...NOBODY, certainty: 'certain', donorId: about.same.donorId, evidence: DECIDED },
    );
    if (at % TURN === TURN - 1) await breathe();
  }
  return matches;
}

const DECIDED: readonly MatchEvidence[] = [
  { code: 'decided_same', weight: 0, ours: null, theirs: null },
];

async function decisionsOf(
  tx: Transaction,
  tenantId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Decided>> {
  const rows = await describedDecisions(tx, tenantId, [...new Set(keys)]);
  const donors = rows.map(({ donorId }) => donorId);
  const canonical = await canonicalDonors(tx, tenantId, donors);
  const decided = new Map<string, Decided>();
  for (const row of rows) {
    const key = row.describedKey ?? '';
    const now = { ...row, donorId: canonical.get(row.donorId) ?? row.donorId };
    const { same, different } = decided.get(key) ?? UNDECIDED;
    decided.set(
      key,
      row.verdict === 'same'
        ? { same: newer(same, now), different }
        : { same, different: new Set([...different, now.donorId]) },
    );
  }
  return decided;
}

function newer(one: StoredDecision | null, other: StoredDecision): StoredDecision {
  return one !== null && one.recordedAt > other.recordedAt ? one : other;
}

function matchOne(
  index: MatchIndex,
  { owners }: KnownDonors,
  description: DonorDescription,
  never: ReadonlySet<string>,
): DonorMatch {
  const ownerOf = ({ at }: Found): string => owners[at]?.canonicalId ?? '';
  const best = new Map<string, Found>();
  for (const found of index.find(fingerprintOf(description))) {
    const owner = ownerOf(found);
    if (!never.has(owner) && !best.has(owner)) best.set(owner, found);
  }
  const chosen = choose([...best.values()], ownerOf);
  if (chosen.best === null) return NOBODY;
  return {
    certainty: chosen.certainty,
    donorId: ownerOf(chosen.best),
    score: chosen.best.score,
    evidence: chosen.best.evidence,
    others: chosen.others.map((found) => ({
      donorId: ownerOf(found),
      score: found.score,
      evidence: found.evidence,
    })),
  };
}

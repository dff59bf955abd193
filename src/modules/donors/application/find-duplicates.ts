import { type Transaction } from '../../../platform/database/transaction';
import { type DonorDescription, type MatchEvidence } from '../matching/description';
import { MatchIndex } from '../matching/match-index';
import { pairDecisions } from '../persistence/decision.store';
import { canonicalDonors, donorCluster } from './identity';
import { breathe, type KnownDonors, readKnownDonors } from './known-donors';
import { scoreOf } from '../matching/score';

/** Two donors of a party that may be one. */
export interface DuplicatePair {
  /** The one registered first. */
  readonly donorId: string;
  readonly otherId: string;
  readonly score: number;
  readonly certainty: 'certain' | 'doubt';
  readonly evidence: readonly MatchEvidence[];
  readonly one: DonorDescription;
  readonly other: DonorDescription;
}

const TURN = 200;

function nameOf(one: string, other: string): string {
  return one < other ? `${one}/${other}` : `${other}/${one}`;
}

/** Pairs that were decided to be two, under the donors they count for now. */
async function decidedPairs(tx: Transaction, tenantId: string): Promise<ReadonlySet<string>> {
  const rows = (await pairDecisions(tx, tenantId)).filter(({ verdict }) => verdict === 'different');
  const ids = rows.flatMap(({ donorId, otherId }) => [donorId, otherId ?? donorId]);
  const now = await canonicalDonors(tx, tenantId, ids);
  return new Set(
    rows.map(({ donorId, otherId }) =>
      nameOf(now.get(donorId) ?? donorId, now.get(otherId ?? '') ?? ''),
    ),
  );
}

/**
 * Donors of a party that may be one and were not decided, likeliest first. Compares all with all
 * that share something telling, each time anew: what changed since counts at once.
 */
export async function findDuplicates(
  tx: Transaction,
  tenantId: string,
): Promise<readonly DuplicatePair[]> {
  const decided = await decidedPairs(tx, tenantId);
  const known = await readKnownDonors(tx, tenantId);
  const index = new MatchIndex(known.prints);
  const pairs = new Map<string, DuplicatePair>();
  for (const at of known.prints.keys()) {
    for (const pair of pairsOf(index, known, at)) {
      const name = nameOf(pair.donorId, pair.otherId);
      const better = (pairs.get(name)?.score ?? -Infinity) < pair.score;
      if (better && !decided.has(name)) pairs.set(name, pair);
    }
    if (at % TURN === TURN - 1) await breathe();
  }
  return [...pairs.values()].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      b.score - a.score ||
      (nameOf(a.donorId, a.otherId) < nameOf(b.donorId, b.otherId) ? -1 : 1),
  );
}

/** Those that could be linked without asking come first. */
export function rank({ certainty }: { readonly certainty: string }): number {
  return certainty === 'certain' ? 0 : 1;
}

function pairsOf(
  index: MatchIndex,
  { prints, owners }: KnownDonors,
  at: number,
): readonly DuplicatePair[] {
  const print = prints[at];
  const owner = owners[at];
  if (print === undefined || owner === undefined) return [];
  return index.find(print, at).flatMap((found) => {
    const other = prints[found.at];
    const theirs = owners[found.at];
    if (other === undefined || theirs === undefined) return [];
    if (theirs.canonicalId === owner.canonicalId || found.certainty === 'none') return [];
    const { score, certainty, evidence } = found;
    const sides = { one: print.written, other: other.written };
    return [
      {
        donorId: owner.canonicalId,
        otherId: theirs.canonicalId,
        score,
        certainty,
        evidence,
        ...sides,
      },
    ];
  });
}

/** Two donors side by side, whatever speaks for or against; null when one is not there. */
export async function comparePair(
  tx: Transaction,
  tenantId: string,
  donorId: string,
  otherId: string,
): Promise<DuplicatePair | null> {
  const both = [
    ...(await donorCluster(tx, tenantId, donorId)),
    ...(await donorCluster(tx, tenantId, otherId)),
  ];
  const { prints, owners } = await readKnownDonors(tx, tenantId, both);
  const of = (id: string): readonly number[] =>
    [...owners.keys()].filter((at) => owners[at]?.canonicalId === id);
  let best: DuplicatePair | null = null;
  for (const mine of of(donorId))
    for (const theirs of of(otherId)) {
      const [one, other] = [prints[mine], prints[theirs]];
      if (one === undefined || other === undefined) continue;
      const { score, evidence, certainty } = scoreOf(one, other);
      if (best !== null && best.score >= score) continue;
      const sides = { one: one.written, other: other.written };
      const asked = certainty === 'certain' ? certainty : 'doubt';
      best = { donorId, otherId, score, certainty: asked, evidence, ...sides };
    }
  return best;
}

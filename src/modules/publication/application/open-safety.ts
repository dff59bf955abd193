import { type Transaction } from '../../../platform/database/transaction';
import { type OpenWork } from './read-releases';
import { readSafetyRequests, type SafetyState, standingOf } from './read-safety';

const TURN: Readonly<Record<SafetyState, OpenWork['turn']>> = {
  asked: 'overseer',
  at_committee: 'committee',
  advised: 'overseer',
  drafted: 'decision_maker',
  granted: 'overseer',
  refused: 'overseer',
};

/** Requests that are not decided yet, the newest first; at most `limit`. Staff. */
export async function openSafetyRequests(
  tx: Transaction,
  limit = 1_000,
): Promise<readonly OpenWork[]> {
  const requests = await readSafetyRequests(tx, { open: true, after: null, limit });
  return requests.map((request) => {
    const { state, dueOn } = standingOf(request);
    return {
      id: request.id,
      kind: 'safety',
      title: { key: `safety.work.${state}`, values: { party: request.organisation } },
      organisation: request.organisation,
      tenantId: request.tenantId,
      dueOn,
      weight: 4,
      since: request.askedAt,
      turn: TURN[state],
      href: `/toezicht/veiligheid/${request.id}`,
    };
  });
}

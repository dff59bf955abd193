import { type Severity } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { type MomentKey } from '../../../platform/http/keyset';
import { listProposals, type StoredProposal } from '../../enforcement/public';
import { countOpenRemedies, type RemedyCount } from '../../remedies/public';
import {
  type DisclosedFinding,
  openDisclosed,
  queueFigures,
  type QueueFigures,
} from '../persistence/queue.query';

/** What the overseer may ask for: all, or one kind. */
export const QUEUE_KINDS = ['proposals', 'findings', 'signals', 'undecided'] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

const SEVERITIES: Readonly<Record<QueueKind, readonly Severity[]>> = {
  proposals: [],
  findings: ['finding'],
  signals: ['signal', 'warning'],
  undecided: ['undecided'],
};
const EVERY_SEVERITY: readonly Severity[] = ['finding', 'warning', 'signal', 'undecided'];

export interface Queue {
  readonly figures: QueueFigures;
  /** What parties must still give back or hand over. */
  readonly remedies: RemedyCount;
  /** Longest waiting first; one more than asked when there are more. */
  readonly proposals: readonly StoredProposal[];
  readonly findings: readonly DisclosedFinding[];
}

/** What waits for the overseer: all kinds from the start, or one kind after the keyset position. */
export async function readQueue(
  tx: Transaction,
  kind: QueueKind | null,
  after: MomentKey | null,
  limit: number,
): Promise<Queue> {
  const severities = kind === null ? EVERY_SEVERITY : SEVERITIES[kind];
  const position = after === null ? null : { proposedAt: after.at, id: after.id };
  return {
    figures: await queueFigures(tx),
    remedies: await countOpenRemedies(tx, 'disclosed'),
    proposals:
      kind === null || kind === 'proposals'
        ? await listProposals(tx, { after: position, limit })
        : [],
    findings: severities.length === 0 ? [] : await openDisclosed(tx, { severities, after, limit }),
  };
}

export type { DisclosedFinding, QueueFigures };

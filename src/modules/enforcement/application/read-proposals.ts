import { type Transaction } from '../../../platform/database/transaction';
import { findProposal, openProposals, type StoredProposal } from '../persistence/proposal.store';

export function readProposal(tx: Transaction, id: string): Promise<StoredProposal | null> {
  return findProposal(tx, id);
}

export function listProposals(
  tx: Transaction,
  search: {
    readonly after: { readonly proposedAt: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<readonly StoredProposal[]> {
  return openProposals(tx, search);
}

export type { StoredProposal };

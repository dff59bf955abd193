import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { canonicalJson, sha256Hex } from '../../../platform/json/canonical';
import { readStatementEntries, type StoredEntry } from '../persistence/entry.query';
import { type Proposal } from '../recognition/proposal';
import { type EntryAct, type EntryDecision } from './decide-commands';
import { type Decided, DecideEntries } from './decide-entries';
import { proposeEntries, type ProposedEntry } from './propose-entries';

/** Changes when what would be done changes: nobody confirms what was not on the screen. */
export function seal({ action, ruleId }: Proposal): string {
  return sha256Hex(canonicalJson({ action, ruleId })).slice(0, 16);
}

/** True when one press is enough. What lies in the future or before the Act is left to a person. */
export function canConfirm({ entry, proposal }: ProposedEntry, today: string): boolean {
  const inTime = entry.bookedOn <= today && entry.bookedOn >= '2013-05-01';
  return proposal.action !== null && entry.state === 'open' && inTime;
}

function actOf(entry: StoredEntry, action: NonNullable<Proposal['action']>): EntryAct {
  const { amount } = entry;
  switch (action.do) {
    case 'book': {
      const { donorId, recipientId, type } = action;
      const description = entry.description.slice(0, 500).trim();
      const words = description === '' ? null : description;
      const parts = [{ donorId, recipientId, type, amount, description: words }];
      return { do: 'book', parts, other: null, costs: null };
    }
    case 'link':
      return { do: 'link', contributionIds: [action.contributionId] };
    case 'settle': {
      const parts = [{ contributionId: action.contributionId, amount }];
      return { do: 'settle', kind: 'returned_to_donor', parts };
    }
    case 'set_aside':
      return action;
  }
}

/** The proposal as a decision; null when a person has to fill in something first. */
export function decisionOf({ entry, proposal }: ProposedEntry, byRule = false): EntryDecision[] {
  if (proposal.action === null) return [];
  const act = actOf(entry, proposal.action);
  return [{ entryId: entry.id, act, note: null, ruleId: proposal.ruleId, byRule }];
}

export interface Confirmed extends Decided {
  /** Entries that were asked for and left alone: nothing to confirm, or not as it was shown. */
  readonly left: readonly string[];
}

/** Does what is proposed, for the entries that were ticked or for everything that is certain. */
@Injectable()
export class ConfirmProposals {
  constructor(private readonly deciding: DecideEntries) {}

  /** @param ticked the seal of the proposal as it was shown, by entry */
  async ticked(tx: Transaction, ticked: ReadonlyMap<string, string>): Promise<Confirmed> {
    const entryIds = [...ticked.keys()];
    const entries = await readStatementEntries(tx, tenantOf(tx), { entryIds });
    const proposed = await proposeEntries(tx, entries, 'full');
    const chosen = proposed.filter(
      (one) => canConfirm(one, tx.today) && ticked.get(one.entry.id) === seal(one.proposal),
    );
    return this.confirm(tx, chosen, entryIds);
  }

  async certain(tx: Transaction, statementId: string | null): Promise<Confirmed> {
    const chosen = (await readOpen(tx, statementId)).filter(
      (one) => one.proposal.certainty === 'certain' && canConfirm(one, tx.today),
    );
    return this.confirm(
      tx,
      chosen,
      chosen.map(({ entry }) => entry.id),
    );
  }

  private async confirm(
    tx: Transaction,
    chosen: readonly ProposedEntry[],
    asked: readonly string[],
  ): Promise<Confirmed> {
    const decided = await this.deciding.run(
      tx,
      chosen.flatMap((one) => decisionOf(one)),
    );
    const done = new Set([...decided.entryIds, ...decided.before]);
    return { ...decided, left: asked.filter((id) => !done.has(id)) };
  }
}

/** All open credits with what is certain about them. */
async function readOpen(
  tx: Transaction,
  statementId: string | null,
): Promise<readonly ProposedEntry[]> {
  const filter = statementId === null ? {} : { statementId };
  const entries = await readStatementEntries(tx, tenantOf(tx), {
    ...filter,
    state: 'open',
    direction: 'credit',
  });
  return proposeEntries(tx, entries, 'quick');
}

export { readOpen as proposeOpen };

import { type PreCheck } from '../../../legal/rules/pre-check';
import { type ListedEntry, type StoredDecision } from '../application/propose-list';
import { type Proposal } from '../recognition/proposal';
import {
  type ConsequenceAnswer,
  type EntryDecisionAnswer,
  type ProposalAnswer,
  type ProposedEntryAnswer,
} from './proposal.answers';
import { entryView } from './statement-views';

function codesOf(reasons: Proposal['reasons']): readonly string[] {
  return [...new Set(reasons.map(({ code }) => code))];
}

function proposalView(proposal: Proposal): Readonly<ProposalAnswer> {
  const { kind, certainty, reasons, cautions, donorId, type, recipientId, ruleId, action } =
    proposal;
  return {
    kind,
    certainty,
    reasons: codesOf(reasons),
    cautions: codesOf(cautions),
    action: action?.do ?? null,
    donorId,
    type,
    recipientId,
    setAsideReason: action?.do === 'set_aside' ? action.reason : null,
    contributionId: action !== null && 'contributionId' in action ? action.contributionId : null,
    ruleId,
  };
}

function consequenceView(found: PreCheck): Readonly<ConsequenceAnswer> {
  const { verdict, acceptable, reasons, duty, room } = found;
  return {
    verdict,
    acceptable,
    rules: [...new Set(reasons.map(({ rule }) => rule))],
    noticeBy: duty?.due.enforced.lastDay ?? null,
    noticeByStatute: duty?.due.statutory.lastDay ?? null,
    roomAfter: room.after,
  };
}

function decisionView(decision: StoredDecision): Readonly<EntryDecisionAnswer> {
  const { id, kind, setAsideReason, note, ruleId, byRule } = decision;
  const { decidedAt, undoneAt, undoReason } = decision;
  return { id, kind, setAsideReason, note, ruleId, byRule, decidedAt, undoneAt, undoReason };
}

export function proposedEntryView(
  { entry, proposed, consequence }: ListedEntry,
  decisions: readonly StoredDecision[],
): Readonly<ProposedEntryAnswer> {
  return {
    ...entryView(entry),
    account: entry.account,
    statementId: entry.statementId,
    proposal: proposed === null ? null : proposalView(proposed.proposal),
    consequence: consequence === null ? null : consequenceView(consequence),
    decisions: decisions.map(decisionView),
  };
}
